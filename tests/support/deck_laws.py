"""What holds for every planned deck without errors, whatever was written: each fault as one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.base.units import ZERO, Length, inch, pt
from engine.checks import check_deck
from engine.layout.fonts import FontBook
from engine.model.deck import Deck, TableBox, TextBox, TextLine

LEAST_SIZE = 9.0
"""No role of a theme goes below this many points on a widescreen page; on others it is in proportion to their width, and to that of
a body area that leaves much of it to the brand."""
WIDESCREEN = inch(40 / 3)
SLACK = pt(1)


def faults(deck: Deck, fonts: FontBook) -> Iterator[str]:
    """Yield every text that leaves its box, is set too small, stands on another or leaves its slide."""
    for finding in check_deck(deck):
        yield f"{finding.code} {finding.message.en}"
    scale = min(deck.size.width / WIDESCREEN, deck.theme.scale)
    for slide in deck.slides:
        for element in slide.elements:
            if isinstance(element, TextBox):
                yield from _overflow(element.name, element.paragraphs, element.frame.width, element.frame.height, fonts, scale)
            elif isinstance(element, TableBox):
                yield from _cell_faults(element, fonts, scale)


def _cell_faults(table: TableBox, fonts: FontBook, scale: float) -> Iterator[str]:
    if sum(row.height for row in table.rows) != table.frame.height:
        yield f"{table.name}: rows do not add up to its frame"
    for number, row in enumerate(table.rows):
        for cell, width in zip(row.cells, table.widths, strict=True):
            if cell and cell.paragraphs:
                yield from _overflow(
                    f"{table.name} row {number}", cell.paragraphs, width - table.margin * 2 - cell.trailing, row.height, fonts, scale
                )


def _overflow(name: str, paragraphs: Sequence[TextLine], width: Length, height: Length, fonts: FontBook, scale: float) -> Iterator[str]:
    slack = SLACK * max(1.0, scale)
    if width <= 0 or height <= 0:
        yield f"{name}: a box of no size"
    counts = [len(_lines(line)) for line in paragraphs]
    needed = sum((pt(count * line.pitch + line.after) for count, line in zip(counts, paragraphs, strict=True)), ZERO) - pt(
        paragraphs[-1].after
    )
    if sum(counts) == 1:  # the pitch of a single line has room above and below its glyphs
        needed = pt(max(run.size for run in paragraphs[0].runs))
    if needed > height + slack:
        yield f"{name}: {sum(counts)} lines of {needed.inches:.2f} in stand in {height.inches:.2f} in: {paragraphs[0].plain[:20]}"
    for line in paragraphs:
        room = width - (line.bullet.room if line.bullet else ZERO)
        for start, end in _lines(line):
            own = _width(line, start, end, fonts)
            if own > room + slack and end - start > 1:
                yield f"{name}: a line of {own.inches:.2f} in stands in {room.inches:.2f} in: {line.plain[start:end][:30]}"
        for run in line.runs:
            if run.text.strip() and run.size < LEAST_SIZE * scale - 0.01:
                yield f"{name}: {run.text[:20]!r} is set in {run.size:g} pt"


def _lines(line: TextLine) -> list[tuple[int, int]]:
    plain = line.plain
    starts = sorted({0, *line.breaks, *(match.end() for match in re.finditer("\n", plain))})
    return [(start, end) for start, end in zip(starts, [*starts[1:], len(plain)], strict=True)]


def _width(line: TextLine, start: int, end: int, fonts: FontBook) -> Length:
    """Return the width of the characters of one line; the spaces at its end hang out."""
    end = start + len(line.plain[start:end].rstrip(" \u3000\n"))
    total, at = 0.0, 0
    for run in line.runs:
        inside = run.text[max(0, start - at) : max(0, end - at)]
        total += sum(fonts.advances(bold=run.bold)[char] for char in inside) * run.size
        at += len(run.text)
    return pt(total)


def bare(words: str) -> str:
    """Return the words without blanks and returns, which a line end may swallow."""
    return re.sub(r"\s", "", words)


def paragraphs_of(deck: Deck) -> list[str]:
    """Return every paragraph of a deck in drawing order, without blanks; then the notes."""
    found: list[str] = []
    for slide in deck.slides:
        for element in slide.elements:
            if isinstance(element, TextBox):
                found += [line.plain for line in element.paragraphs]
            elif isinstance(element, TableBox):
                found += [line.plain for row in element.rows for cell in row.cells if cell for line in cell.paragraphs]
    return [bare(each) for each in (*found, *(slide.notes.plain for slide in deck.slides))]


def is_told(words: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether a text stands in one paragraph, or in the ends of several that follow one another."""
    rest = bare(words)
    if any(rest in each for each in paragraphs):
        return True
    for each in paragraphs:
        if len(each) > 3 and rest.startswith(each):
            rest = rest[len(each) :]
        else:  # the first part may follow a number, the last be followed by something
            piece = next((k for k in range(min(len(each), len(rest)), 3, -1) if each.endswith(rest[:k])), 0)
            rest = rest[piece:]
        if not rest:
            return True
    return False
