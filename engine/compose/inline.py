"""Inline Markdown: **bold**, [links](https://…) and [references](#title of a chart or table); marks of facts become spans that know their fact.

Bold is not CommonMark's: there, `正文**强调：**后文` stays literal because of the Chinese punctuation beside the asterisks.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from engine.base.diagnostics import Findings, Location, Outcome, Phrase, error, warning
from engine.base.records import dataclass
from engine.load.prose import Prose
from engine.metrics.marks import MARK
from engine.model.inlines import Span, Text

MAX_CHARACTERS = 20_000
"""One text: about twenty full slides. Longer ones take long to divide, and are pasted by mistake."""
SCHEMES = ("http", "https", "mailto")

_TOKEN = re.compile(
    rf"(?P<fact>{MARK.pattern.replace('?P<id>', '?P<fact_id>').replace('?P<text>', '?P<fact_text>')})"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<bold>\*\*)"
    r"|(?P<link>\[(?P<label>[^\[\]\n]{1,400})\]\((?P<url>#[^()\n]{1,80}|(?:[^()\s]|\([^()\s]*\)){1,2000})\))"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text before bold is settled. `bold` marks an asterisk pair; `offset` is where it stands; a `link` with # is a reference."""

    text: str
    offset: int
    fact: str | None = None
    link: str | None = None
    bold: bool = False


def parse_inline(prose: Prose) -> Outcome[Text]:
    """Return the text that `prose` writes. Line breaks inside stay, those at the end go."""
    findings = Findings()
    content, where = prose.rstrip(), prose.where
    if len(content) > MAX_CHARACTERS:
        zh, en = (
            f"一段文字有 {len(content):,} 个字符，上限 {MAX_CHARACTERS:,}",
            f"{len(content):,} characters in one text, the limit is {MAX_CHARACTERS:,}",
        )
        hint = Phrase("分成几段，或删减", "divide it into several texts, or cut it down")
        findings.add(error("YAML011", zh, en, where, hint))
        return findings.outcome(Text((), where))
    return findings.outcome(Text(_spans(_pieces(content, prose, findings), prose, findings), where))


def _pieces(content: str, prose: Prose, findings: Findings, link: str | None = None) -> list[_Piece]:
    """Cut up `content`: the whole prose, or with `link` the label of a link to that address."""
    pieces: list[_Piece] = []
    position = 0
    for match in _TOKEN.finditer(content):
        if match.start() > position:
            pieces.append(_Piece(content[position : match.start()], position, link=link))
        position = match.end()
        if match["fact"] is not None:
            pieces.append(_Piece(match["fact_text"], match.start(), fact=match["fact_id"], link=link))
        elif match["escape"] is not None:
            pieces.append(_Piece(match["escape"][1], match.start(), link=link))
        elif match["bold"] is not None:
            pieces.append(_Piece("**", match.start(), link=link, bold=True))
        elif link is None:
            address = _checked(match["url"], prose.at(match.start("url"), len(match["url"])), findings)
            pieces.extend(_pieces(match["label"], prose, findings, address or ""))
    if position < len(content):
        pieces.append(_Piece(content[position:], position, link=link))
    return pieces


def _checked(url: str, where: Location, findings: Findings) -> str | None:
    """Return the address percent-encoded, a reference as it is, None (and a finding) when its scheme is not allowed."""
    url = MARK.sub(lambda match: match["text"], url)
    if url.startswith("#"):
        return url
    scheme = urlsplit(url).scheme.lower()
    if scheme not in SCHEMES:
        zh, en = f"链接“{url}”不可用", f"link {url!r} cannot be used"
        findings.add(error("YAML040", zh, en, where, Phrase(f"链接以 {'、'.join(SCHEMES)} 开头", f"links begin with {', '.join(SCHEMES)}")))
        return None
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~-._")


def _spans(pieces: list[_Piece], prose: Prose, findings: Findings) -> tuple[Span, ...]:
    """Settle which asterisks are bold, and join pieces of one look."""
    marks = [index for index, piece in enumerate(pieces) if piece.bold]
    paired = {index for pair in zip(marks[::2], marks[1::2], strict=False) for index in pair}
    if len(marks) % 2:
        hint = Phrase("成对书写，或写成 \\*\\*", "write them in pairs, or as \\*\\*")
        place = prose.at(pieces[marks[-1]].offset, 2)
        findings.add(warning("YAML041", "** 没有成对，按原样印出", "a ** has no partner and is printed as it is", place, hint))
    spans: list[Span] = []
    bold = False
    for index, piece in enumerate(pieces):
        if index in paired:
            bold = not bold
            continue
        target = piece.link or ""
        ref = target[1:].strip() if target.startswith("#") else None
        span = Span(piece.text, bold, piece.fact, link=None if ref is not None else target or None, ref=ref)
        last = spans[-1] if spans else None
        if last is not None and last.fact is None and span.fact is None and (last.bold, last.link, last.ref) == (bold, span.link, span.ref):
            spans[-1] = Span(last.text + span.text, bold, link=span.link, ref=span.ref)
        elif span.text:
            spans.append(span)
    return tuple(spans)
