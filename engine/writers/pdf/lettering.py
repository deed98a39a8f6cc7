"""Static text of the template, broken into lines and set in the fonts of the theme, as the PDF has no others.

A line that does not wrap is as long as it is. Characters that the fonts lack are left out: they are signs of a symbol font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path as FilePath

from engine.base.records import dataclass, replace
from engine.base.units import pt
from engine.brand.deck_layout import DeckLayout
from engine.brand.ground import GroundKind
from engine.brand.paper_style import PaperSection
from engine.layout.fonts import FontBook, open_fonts
from engine.layout.lines import line_bounds
from engine.model.blocks import Align
from engine.model.decor import Decor, LetteredLine, Lettering, Letters
from engine.model.inlines import Span, Text
from engine.model.theme import Color, FontFace, Theme
from engine.writers.pdf.marks import Words
from engine.writers.pdf.page_marks import GroundMark, TurnedWords
from engine.writers.pdf.scenes import PAGE_NUMBER

NATURAL = 1.2
"""Distance of lines at single spacing, in em, in the fonts of most templates."""

_DESCENT = 0.23
"""How far the bottom of a line lies below its baseline, in em."""

_SLACK = 1.04
"""A template was set in its own font: a line that is hardly too long in ours is not broken."""

_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
"""As wide as a Han character in the fonts of the theme."""

_ALONG = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}
_ANCHORS = {Align.LEFT: "start", Align.CENTER: "middle", Align.RIGHT: "end"}
"""What stands at the place of a page number, whose digits nobody knows yet."""
_WIDEST = pt(20_000)


@dataclass(frozen=True, slots=True)
class SetGround:
    """A ground whose text is set."""

    background: Color | None
    decor: tuple[GroundMark, ...]
    fills: Mapping[str, Color] = field(default_factory=dict)


def set_grounds(layouts: Mapping[str, DeckLayout], theme: Theme, folders: tuple[FilePath, ...]) -> Mapping[str, SetGround]:
    """Return the grounds by role. Raises EnvironmentFault when there is text, and no font of the theme."""
    return {
        role: SetGround(layout.background, tuple(_set(layout.decor, theme, folders)), _fills(layout)) for role, layout in layouts.items()
    }


def paper_grounds(sections: Mapping[str, PaperSection]) -> Mapping[str, SetGround]:
    """Return the grounds of a document by section role: the drawings of the company's headers and footers; their words are on the pages."""
    return {
        role: SetGround(None, tuple(mark for mark in section.decor if not isinstance(mark, Lettering)))
        for role, section in sections.items()
        if section.decor
    }


def _fills(layout: DeckLayout) -> Mapping[str, Color]:
    """Return the flat fills of placeholders; others are no colour that could be drawn."""
    said = ((name, slot.fill) for name, slot in layout.slots.items() if slot.is_placeholder)
    return {name: Color(fill.colors[0]) for name, fill in said if fill is not None and fill.kind is GroundKind.FLAT and fill.colors}


def _set(decor: Sequence[Decor], theme: Theme, folders: tuple[FilePath, ...]) -> Iterator[GroundMark]:
    for mark in decor:
        if isinstance(mark, Lettering):
            yield TurnedWords(tuple(_Setter(mark, theme, folders).words()), mark.matrix)
        else:
            yield mark


@dataclass(frozen=True, slots=True)
class _Row:
    """One line: its letters, its size, how far down its bottom lies, where it begins and how wide its room is."""

    letters: tuple[Letters, ...]
    size: float
    bottom: float
    left: float
    room: float
    align: Align


class _Setter:
    def __init__(self, lettering: Lettering, theme: Theme, folders: tuple[FilePath, ...]) -> None:
        self._box, self._theme, self._folders = lettering, theme, folders

    def words(self) -> Iterator[Words]:
        rows, height = self._rows()
        shift = (self._box.height - height) * self._box.along
        for row in rows:
            if len(row.letters) == 1 and row.letters[0].number:
                yield self._words(row, row.letters[0], row.left + row.room * _ALONG[row.align], shift, _ANCHORS[row.align])
                continue
            widths = [self._width(each) for each in row.letters]
            left = row.left + (row.room - sum(widths)) * _ALONG[row.align]
            for each, width in zip(row.letters, widths, strict=True):
                yield self._words(row, each, left, shift, "start")
                left += width

    def _words(self, row: _Row, letters: Letters, x: float, shift: float, anchor: str) -> Words:
        face, baseline = self._face(letters)[0], row.bottom + shift - _DESCENT * row.size
        return Words(letters.text, x, baseline, letters.size, letters.color, letters.bold, anchor, face.pdf, letters.opacity)

    def _rows(self) -> tuple[list[_Row], float]:
        rows: list[_Row] = []
        top = 0.0
        for number, line in enumerate(self._box.lines):
            top += line.before if number else 0.0
            size = max((each.size for each in line.letters), default=0.0)
            pitch = line.pitch if line.exact else line.pitch * NATURAL * size
            for index, letters in enumerate(self._lines(line, size)):
                top += pitch
                inset = line.left + (line.first if index == 0 and line.mark is None else 0.0)
                if index == 0 and line.mark is not None and (mark := self._drawable(line.mark)).text:
                    rows.append(_Row((mark,), size, top, line.left + line.first, self._box.width, Align.LEFT))
                rows.append(_Row(letters, size, top, inset, self._box.width - inset, line.align))
            top += line.after
        return rows, top

    def _lines(self, line: LetteredLine, size: float) -> Iterator[tuple[Letters, ...]]:
        letters = tuple(self._drawable(each) for each in line.letters)
        text = Text(tuple(Span(each.text, bold=each.bold) for each in letters))
        if not text.plain.strip():
            yield ()
            return
        _, book = self._face(letters[0])
        room = pt((self._box.width - line.left) * _SLACK) if self._box.wraps else _WIDEST
        for start, end in line_bounds(text, size=size, measure=room, fonts=book):
            yield tuple(_cut(letters, start, end))

    def _drawable(self, letters: Letters) -> Letters:
        if letters.number:
            return replace(letters, text=PAGE_NUMBER)
        _, book = self._face(letters)
        missing = frozenset(book.missing_glyphs(letters.text))
        text = "".join(each for each in letters.text if each not in missing)
        return replace(letters, text=_APOSTROPHE.sub("'", text))

    def _width(self, letters: Letters) -> float:
        _, book = self._face(letters)
        advances = book.advances(bold=letters.bold)
        return sum(advances["0" if each == PAGE_NUMBER else each] for each in letters.text) * letters.size

    def _face(self, letters: Letters) -> tuple[FontFace, FontBook]:
        face = self._theme.heading if letters.heading else self._theme.body
        return face, open_fonts(face.pdf, self._folders)


def _cut(letters: Sequence[Letters], start: int, end: int) -> Iterator[Letters]:
    """Yield the letters between two offsets of the whole."""
    begin = 0
    for each in letters:
        piece = each.text[max(start - begin, 0) : max(end - begin, 0)]
        if piece:
            yield replace(each, text=piece)
        begin += len(each.text)
