"""Which colour a series or point gets: one highlight per chart, the rest quiet (DESIGN-SYSTEM §5)."""

from __future__ import annotations

from engine.charts.definition import ChartLook
from engine.model.charts import Emphasis, Series
from engine.model.figure import Pen, PointFill
from engine.model.theme import Color, Theme, contrast

LIGHT_SEQUENCE = ("primary", "p400", "p200", "muted", "line2", "ink3")
DARK_SEQUENCE = ("p400", "p200", "deep3", "muted", "ondeep3", "p100")
SHARE_SEQUENCE = ("primary", "p400", "p200", "p100", "muted", "surface2")
"""Parts of one whole."""

HOLLOW_OUTLINE = 0.75


def sequence_color(look: ChartLook, index: int) -> Color:
    """Return the colour of the series with this index when none carries the message: of the theme's own series, or a shade of its main colour."""
    own = look.theme.series
    return own[index % len(own)] if own and not look.on_dark else shade(look, index)


def shade(look: ChartLook, index: int) -> Color:
    """Return the colour of the series with this index beside one that carries the message."""
    tokens = DARK_SEQUENCE if look.on_dark else LIGHT_SEQUENCE
    return look.theme.color(tokens[index % len(tokens)])


def series_colors(look: ChartLook, series: tuple[Series, ...]) -> tuple[Color, ...]:
    """Return one colour per series; a hollow one gets the colour of its outline."""
    spoken = any(one.emphasis is Emphasis.HIGHLIGHT for one in series)
    colors = []
    quiet = 1 if spoken else 0
    for one in series:
        match one.emphasis:
            case Emphasis.HIGHLIGHT:
                colors.append(look.message)
            case Emphasis.MUTED:
                colors.append(look.color("muted", "deep3"))
            case Emphasis.HOLLOW:
                colors.append(look.quiet)
            case Emphasis.AUTO:
                colors.append(shade(look, quiet) if spoken else sequence_color(look, quiet))
                quiet += 1
    return tuple(colors)


def share_colors(look: ChartLook, series: tuple[Series, ...]) -> tuple[Color, ...]:
    """Return one colour per part of a whole; the last of the sequence repeats."""
    if look.on_dark:
        return series_colors(look, series)
    return tuple(share_color(look.theme, index) for index in range(len(series)))


def share_color(theme: Theme, index: int) -> Color:
    """Return the colour of one part of a whole on light ground, in the bar and in the list that explains it."""
    colors = theme.series or tuple(map(theme.color, SHARE_SEQUENCE))
    return colors[min(index, len(colors) - 1)]


def hollow_pen(look: ChartLook) -> Pen:
    return Pen(look.quiet, HOLLOW_OUTLINE)


def highlighted(look: ChartLook, highlight: tuple[int, ...]) -> tuple[PointFill, ...]:
    """Return the points that carry the message, in the highlight colour."""
    return tuple(PointFill(index, look.message) for index in sorted(set(highlight)))


def rest(look: ChartLook) -> Color:
    """Return the colour of bars that stand beside a highlighted one; a lighter one where the theme's message is as dark as its panels."""
    quiet = look.color("muted", "primary")
    return quiet if contrast(quiet, look.ground) >= SEEN else look.color("ink3", "p400")


SEEN = 1.4
"""Contrast from which a bar stands out from its ground."""
READABLE = 3.0
"""Contrast from which a bold label in a bar can be read."""


def text_on(look: ChartLook, fill: Color) -> Color:
    """Return ink or white, whichever contrasts more with the fill (WCAG 2.1 relative luminance); in a dark theme, where both are light,
    the darkest that it has.
    """
    ways = [look.theme.color(token) for token in ("ink", "ondeep")]
    if max(contrast(color, fill) for color in ways) < READABLE:
        ways += [look.theme.color(token) for token in ("bg", "deep")]
    return max(ways, key=lambda color: contrast(color, fill))
