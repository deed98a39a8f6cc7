"""Runs: what the style says is not said again; what is left are bold, tones, sizes of dense tables, links and cross-references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from engine.base.records import replace
from engine.brand.paper_style import PaperBrand
from engine.model.inlines import Span, Text, Tone
from engine.model.paper import Reference
from engine.model.theme import Color
from engine.writers.docx.fields import field
from engine.writers.docx.ink import Ink
from engine.writers.docx.marks import Marks, Piece, bookmark_name
from engine.writers.ooxml.xml import attrs, escape

_LINK_SCHEMES = ("http://", "https://", "mailto:")
_URL_MARKS = ":/?#[]@!$&()*+,;=%~"
TIED_HYPHEN = "\u2011"
"""Written as Word's own mark, for which no font needs a glyph: “3-1” stays on one line."""
_FIRST_WIDE = "\u2010"  # quotation marks, dashes and all that follows: Word asks the run which of its fonts they are set in


class TextWriter:
    """Writes runs in the colours of one brand. `captions` are the printed labels (`图 3-1`) by bookmark: what REF fields yield."""

    def __init__(self, brand: PaperBrand, marks: Marks, language: str, captions: Mapping[str, str]) -> None:
        self._brand = brand
        self._marks = marks
        self.ink = Ink(brand.office)
        self.chinese = language.startswith("zh")
        self._captions = captions

    def runs(
        self,
        text: Text,
        *,
        bold: bool = False,
        size: float | None = None,
        tone: Tone = Tone.NORMAL,
        references: tuple[Reference, ...] = (),
    ) -> str:
        """Return the runs of a text; `size` in points is None where the style says it. `tone` is that of spans without one of their own."""
        if tone is not Tone.NORMAL:
            text = Text(tuple(replace(span, tone=tone) if span.tone is Tone.NORMAL else span for span in text.spans), text.where)
        made: list[Piece] = []
        at = 0
        for reference in sorted(references, key=lambda one: one.start):
            made += (self._piece(span, bold=bold, size=size) for span in _cut(text, at, reference.start))
            inside = Text(tuple(_cut(text, reference.start, reference.end)))
            made.append(Piece(inside.plain, None, self._reference(reference, inside, bold=bold, size=size)))
            at = reference.end
        rest = _cut(text, at, len(text.plain)) if references else text.spans
        made += (self._piece(span, bold=bold, size=size) for span in rest)
        return self._marks.anchored(made)

    def _piece(self, span: Span, *, bold: bool, size: float | None) -> Piece:
        return Piece(span.text, span.fact, self._span(span, bold=bold, size=size))

    def run(self, words: str, *, bold: bool = False, color: Color | None = None, size: float | None = None, style: str = "") -> str:
        r"""Return one `w:r`; a `\n` is a soft return."""
        if not words:
            return ""
        look = self._properties(words.replace(TIED_HYPHEN, "-"), bold=bold, color=color, size=size, style=style)
        return f"<w:r>{look}{_characters(words)}</w:r>"

    def _span(self, span: Span, *, bold: bool, size: float | None) -> str:
        color = None if span.tone is Tone.NORMAL else self._tone(span.tone)
        if span.link is None:
            return self.run(span.text, bold=bold or span.bold, color=color, size=size)
        assert span.link.lower().startswith(_LINK_SCHEMES), "loaders refuse other links"
        # Word asks to repair a file that holds an address with spaces or Chinese characters in it.
        relation = self._marks.relate(quote(span.link, safe=_URL_MARKS))
        run = self.run(span.text, bold=bold or span.bold, size=size, style=self._brand.hyperlink_style)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{run}</w:hyperlink>'

    def _tone(self, tone: Tone) -> Color:
        """Return the colour of a tone on paper: quiet words are as dark there as in the PDF, for they stand on tinted cells, too."""
        theme = self._brand.theme
        return theme.color("ink2") if tone is Tone.QUIET else theme.tone(tone)

    def _reference(self, reference: Reference, inside: Text, *, bold: bool, size: float | None) -> str:
        name = bookmark_name(reference.bookmark)
        labelled = self._captions.get(reference.bookmark) == inside.plain
        runs = "".join(self._span(_tied(span) if labelled else span, bold=bold, size=size) for span in inside.spans)
        if labelled:
            # MERGEFORMAT keeps the look of the sentence when the field is updated: the label itself is bold.
            return field(rf"REF {name} \h \* MERGEFORMAT", runs)
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}</w:hyperlink>'

    def _properties(self, words: str, *, bold: bool, color: Color | None, size: float | None, style: str) -> str:
        named = f"<w:rStyle{attrs({'w:val': style})}/>" if style else ""
        wide = self.chinese and max(words, default="") >= _FIRST_WIDE
        hint = '<w:rFonts w:hint="eastAsia"/>' if wide else ""
        heavy = "<w:b/><w:bCs/>" if bold else ""
        scale = "" if size is None else f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
        inside = f"{named}{hint}{heavy}{self.ink.color(color)}{scale}"
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _tied(span: Span) -> Span:
    """Return a span whose hyphens do not end a line."""
    return replace(span, text=span.text.replace("-", TIED_HYPHEN)) if "-" in span.text else span


def _characters(words: str) -> str:
    if TIED_HYPHEN in words:
        return "<w:noBreakHyphen/>".join(map(_characters, words.split(TIED_HYPHEN)))
    pieces = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in words.split("\n"))
    return "<w:br/>".join(pieces)


def _cut(text: Text, start: int, end: int) -> Iterator[Span]:
    """Yield the spans between two offsets of the plain text."""
    at = 0
    for span in text.spans:
        first, last = max(start - at, 0), min(end - at, len(span.text))
        if first < last:
            yield replace(span, text=span.text[first:last])
        at += len(span.text)
