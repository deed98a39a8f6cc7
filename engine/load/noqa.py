"""`# noqa: FACT030 reason` at the end of a line of YAML, `<!-- noqa: FACT030 reason -->` at the end of one of Markdown: silences that finding there.

A reason is asked for, and what silences nothing is told, so that none outlives its cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from engine.base.diagnostics import Diagnostic, Location, Outcome, Phrase, warning
from engine.base.records import dataclass, replace
from engine.load.text_file import SourceText

WORD = "noqa"
MARKDOWN = (".md", ".markdown")
# Patterns are strings: `re` keeps what it compiled, and most files have no noqa.
_COMMENT = r"(?i)(?:(?<=\s)|^)#\s*noqa\b(?P<rest>[^\n]*)$"
_HTML = r"(?i)<!--\s*noqa\b(?P<rest>[^\n]*?)-->\s*$"
_REST = r"(?i)\s*:\s*(?P<codes>[A-Z][A-Z0-9]{1,4}\d{3}(?:\s*,\s*[A-Z][A-Z0-9]{1,4}\d{3})*)\s+(?P<reason>\S.*)"
_FENCE = r"\s*(```+|~~~+)"
_BEFORE_PAGES = ("YAML", "DATA", "FACT", "RULE")
"""Families whose findings do not depend on the formats that are asked for: only for these a noqa can be called unused."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What one noqa silences: `codes` on the lines from `first` to `last` of the file of `where`."""

    codes: tuple[str, ...]
    where: Location
    first: int
    last: int

    def covers(self, item: Diagnostic) -> bool:
        return item.where.file == self.where.file and self.first <= item.where.line <= self.last and item.code in self.codes


def without_noqa(text: SourceText) -> SourceText:
    """Return a Markdown file without its noqa comments at the end of lines; what is left stands where it stood."""
    if not any(WORD in line for line in text.lines):
        return text
    return replace(text, lines=tuple(re.sub(_HTML, "", line).rstrip() if re.search(_HTML, line) else line for line in text.lines))


def silences(texts: Iterable[SourceText]) -> Outcome[tuple[Silence, ...]]:
    """Return every noqa of some content files; one without code or reason, or inside a text, is a finding."""
    found: list[Silence] = []
    wrong: list[Diagnostic] = []
    for text in texts:
        if any(WORD in line.lower() for line in text.lines):
            spans = {span for part in _yaml_parts(text) for span in _long_scalars(part)}
            for line, match in _matches(text):
                item = _read(text.file, line, match, spans)
                (found if isinstance(item, Silence) else wrong).append(item)  # type: ignore[arg-type]  # each to its own list
    return Outcome(tuple(found), tuple(wrong))


def silenced(findings: Iterable[Diagnostic], known: tuple[Silence, ...], judgements: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield what no noqa silences. Errors stay, unless their code is one of the `judgements` that a workspace made errors of."""
    for item in findings:
        if (item.is_error and item.code not in judgements) or not any(silence.covers(item) for silence in known):
            yield item


def unused(findings: Iterable[Diagnostic], known: tuple[Silence, ...]) -> Iterator[Diagnostic]:
    """Yield a finding for every code of a noqa that silences none of the findings of a report without errors."""
    told = tuple(findings)
    for silence in known:
        for code in silence.codes:
            one = replace(silence, codes=(code,))
            if code.startswith(_BEFORE_PAGES) and not any(one.covers(item) for item in told):
                hint = Phrase("删去它", "remove it")
                yield warning(
                    "YAML061", f"这里没有 {code}，noqa 是多余的", f"there is no {code} here: the noqa is not needed", silence.where, hint
                )


def _matches(text: SourceText) -> Iterator[tuple[int, re.Match[str]]]:
    is_markdown, inside = text.file.lower().endswith(MARKDOWN), False
    for number, line in enumerate(text.lines, 1):
        if is_markdown and re.match(_FENCE, line):
            inside = not inside
        match = re.search(_COMMENT if inside or not is_markdown else _HTML, line)
        if match is not None:
            yield number, match


def _read(file: str, line: int, match: re.Match[str], spans: set[tuple[int, int, str]]) -> Silence | Diagnostic:
    where = Location(file, line, match.start() + 1, match.end() + 1)
    around = next((span for span in spans if span[0] <= line <= span[1]), None)
    if around is not None and _is_inside(line, around):
        hint = Phrase("写在键的那一行，如 notes: |-  # noqa: …", "write it in the line of the key, as in notes: |-  # noqa: …")
        return warning("YAML060", "noqa 写进了正文，会印出来", "this noqa stands inside a text and is printed", where, hint)
    said = re.fullmatch(_REST, match["rest"].rstrip())
    if said is None:
        around_words = "<!-- {} -->" if match.group().startswith("<") else "# {}"
        zh, en = (around_words.format(f"noqa: FACT030 {reason}") for reason in ("合同原文", "wording of the contract"))
        hint = Phrase(f"写成 {zh}", f"write {en}")
        return warning("YAML060", "noqa 要写明代码和原因", "a noqa names the code and the reason", where, hint)
    codes = tuple(code.strip().upper() for code in said["codes"].split(","))
    first, last = (around[0], around[1]) if around is not None else (line, line)
    return Silence(codes, where, first, last)


def _is_inside(line: int, span: tuple[int, int, str]) -> bool:
    """Tell whether a line is part of the words of a long text: a comment can only stand behind its first sign (|) or its end quote."""
    first, last, style = span
    return line > first if style in {"|", ">"} else line < last


def _yaml_parts(text: SourceText) -> Iterator[str]:
    """Yield the YAML of a file, everything else blanked: the whole file, or each fence of Markdown."""
    if not text.file.lower().endswith(MARKDOWN):
        yield text.text
        return
    opened: int | None = None
    for index, line in enumerate(text.lines):
        if re.match(_FENCE, line):
            if opened is not None:
                yield "\n".join(("",) * (opened + 1) + text.lines[opened + 1 : index])
            opened = index if opened is None else None


def _long_scalars(content: str) -> Iterator[tuple[int, int, str]]:
    """Yield first line, last line and style of every text that spans lines; nothing more behind a mistake, which is told elsewhere."""
    try:
        for event in yaml.parse(content, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
                first, last = event.start_mark.line + 1, event.end_mark.line + 1
                style = event.style or ""
                last -= style in {"|", ">"} and event.end_mark.column == 0
                if last > first:
                    yield first, last, style
    except yaml.YAMLError:
        return
