"""Breaking text into lines by width, with Chinese line-start and line-end rules and without orphaned last lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.base.units import EMU_PER_POINT, Length, inch
from engine.layout.breaks import break_table
from engine.layout.fonts import FontBook
from engine.layout.measure import Spacing
from engine.model.inlines import Text

# The part of a width that is planned with: breaking by LibreOffice's spacing in it has never taken a line less than LibreOffice itself.
SAFE_WIDTH = 0.96

_LONE_FIGURE = re.compile(r"[+\u2212-]?\d[\d,.]*[\u00a0 ]?[\u4e00-\u9fff]{2,4}[。，；：、]?")
LEAST_LAST = 3  # characters; a shorter last line is an orphan
_TIGHTEST = inch(0.42)  # a measure may give way this much to avoid one: text on slides is ragged at the right
_TIGHTENING = inch(0.03)


def line_bounds(text: Text, *, size: float, measure: Length, fonts: FontBook, bold: bool = False) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the lines at most `measure` wide at `size` points, as PowerPoint and WeasyPrint set them.

    Offsets are into `text.plain`, without the spaces that vanish at a break. A line feed is a forced break, and an empty text is one empty
    line. Only a unit wider than the measure is cut. `bold` sets all of the text so, whatever its spans say.
    """
    em = size * EMU_PER_POINT
    return tuple(break_table(text, fonts, bold=bold).lines(measure / em, Spacing.PLAIN))


def count_safely(text: Text, *, size: float, measure: Length, fonts: FontBook, bold: bool = False) -> int:
    """Return how many lines to leave room for, so that no known program takes more: LibreOffice's spacing in a part of the width."""
    em = size * EMU_PER_POINT
    return break_table(text, fonts, bold=bold).count(measure * SAFE_WIDTH / em, Spacing.LIBREOFFICE)


def count_lines(text: Text, *, size: float, measure: Length, fonts: FontBook, bold: bool = False) -> int:
    """Return how many lines `line_bounds` has."""
    return break_table(text, fonts, bold=bold).count(measure / (size * EMU_PER_POINT), Spacing.PLAIN)


def tightened(measure: Length) -> tuple[Length, ...]:
    """Return the tighter measures that orphan control may try, the widest first."""
    return tuple(measure - step * _TIGHTENING for step in range(1, _TIGHTEST // _TIGHTENING + 1))


def ends_orphaned(plain: str, bounds: Sequence[tuple[int, int]]) -> bool:
    """Tell whether several lines (start, end) end in one of fewer than three characters."""
    if len(bounds) < 2:
        return False
    start, end = bounds[-1]
    return 0 < len(plain[start:end].replace(" ", "")) < LEAST_LAST


def ends_in_lone_figure(plain: str, bounds: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the last of several lines (start, end) is but a number with its unit, which LibreOffice parts: 万|元 leaves 元 alone."""
    if len(bounds) < 2:
        return False
    start, end = bounds[-1]
    return _LONE_FIGURE.fullmatch(plain[start:end].strip()) is not None
