"""Breaking text into lines by width, with Chinese line-start and line-end rules and without orphaned last lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.base.units import EMU_PER_POINT, ZERO, Length, inch, pt
from engine.layout.breaks import break_table
from engine.layout.fonts import FontBook
from engine.layout.measure import Spacing
from engine.layout.slices import slice_spans
from engine.model.inlines import Span, Text

# The part of a width that is planned with: breaking by LibreOffice's spacing in it has never taken a line less than LibreOffice itself.
SAFE_WIDTH = 0.96

LEAST_LAST = 3  # characters; a shorter last line is an orphan
_TIGHTEST = inch(0.24)  # a measure may give way this much to avoid one: text on slides is ragged at the right
_TIGHTENING = inch(0.03)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start`, `end` are offsets into `text.plain`, without the spaces that vanish at the break; `width` is its own."""

    start: int
    end: int
    width: Length
    spans: tuple[Span, ...]

    @property
    def plain(self) -> str:
        return "".join(span.text for span in self.spans)


def break_lines(
    text: Text,
    *,
    size: float,
    measure: Length,
    fonts: FontBook,
    first_indent: Length = ZERO,
    spacing: Spacing = Spacing.PLAIN,
) -> tuple[Line, ...]:
    """Break a text into lines at most `measure` wide at `size` points; a line feed is a forced break, and an empty text is one empty line.

    `first_indent` is taken from the first line only (negative: that line hangs out). Only a unit wider than the measure is cut.
    """
    table = break_table(text, fonts)
    em = size * EMU_PER_POINT
    return tuple(
        Line(start, end, pt(table.width(start, end) * size), slice_spans(text.spans, start, end))
        for start, end in table.lines(measure / em, spacing, first_indent / em)
    )


def count_safely(text: Text, *, size: float, measure: Length, fonts: FontBook, first_indent: Length = ZERO) -> int:
    """Return how many lines to leave room for, so that no known program takes more."""
    return sum(1 for _ in break_safely(text, size=size, measure=measure, fonts=fonts, first_indent=first_indent))


def break_safely(text: Text, *, size: float, measure: Length, fonts: FontBook, first_indent: Length = ZERO) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the lines to leave room for: LibreOffice's spacing and breaks in a part of the width."""
    em = size * EMU_PER_POINT
    return break_table(text, fonts).lines(measure * SAFE_WIDTH / em, Spacing.LIBREOFFICE, first_indent / em)


def tightened(measure: Length) -> tuple[Length, ...]:
    """Return the measures that orphan control may try, the given one first."""
    return tuple(measure - step * _TIGHTENING for step in range(_TIGHTEST // _TIGHTENING + 1))


def is_orphaned(lines: tuple[Line, ...]) -> bool:
    """Tell whether several lines end in one of fewer than three characters."""
    return len(lines) > 1 and 0 < len(lines[-1].plain.replace(" ", "")) < LEAST_LAST
