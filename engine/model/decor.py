"""What a template draws below its slides, ready to be painted: lengths in points from the top left corner of the page, y downwards."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.base.units import Rect
from engine.model.blocks import Align
from engine.model.theme import Color

Step = tuple[str, tuple[float, ...]]
"""`("m", (x, y))`, `("l", (x, y))`, `("c", (x1, y1, x2, y2, x, y))` or `("h", ())` to close: the operators of PDF."""

Outline = tuple[Step, ...]

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: a point (x, y) comes to (a·x + c·y + e, b·x + d·y + f), as in PDF and SVG."""


@dataclass(frozen=True, slots=True)
class Flat:
    """One colour; `opacity` between 0 and 1."""

    color: Color
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Stop:
    """`at` between 0 and 1."""

    at: float
    color: Color
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours that run from (0, 0) to (1, 0), or where it is radial from the centre of a circle of radius 1 to its rim.

    `matrix` leads from there to the page. There are two stops at least, in rising order; before the first and after the last their colours go on.
    """

    stops: tuple[Stop, ...]
    matrix: Matrix
    radial: bool = False


Paint = Flat | Gradient


@dataclass(frozen=True, slots=True)
class Pen:
    """`dash` are the lengths of dashes and gaps, empty for a full line; `join` is miter, round or bevel, `cap` butt, round or square."""

    color: Color
    width: float
    dash: tuple[float, ...] = ()
    join: str = "miter"
    cap: str = "butt"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Path:
    """Outlines painted as one: filled, then stroked; None leaves that out. `clip` is all that is seen of it, empty: no limit.

    They are filled by the even-odd rule, or where it is `winding` by the non-zero rule. `frame` holds the outlines; a part of a shape has
    the name of the shape.
    """

    name: str
    outlines: tuple[Outline, ...]
    frame: Rect
    fill: Paint | None = None
    pen: Pen | None = None
    clip: tuple[Outline, ...] = ()
    winding: bool = False


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture of pixels: `matrix` leads from the unit square (its top left corner at the origin) to the page, `clip` is what is seen of it.

    `frame` is that of what is seen.
    """

    name: str
    blob: bytes
    matrix: Matrix
    clip: tuple[Outline, ...]
    frame: Rect
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters of one look; `size` in points, `number` says that the number of the page stands for the text."""

    text: str
    size: float
    color: Color
    bold: bool = False
    heading: bool = False
    opacity: float = 1.0
    number: bool = False


@dataclass(frozen=True, slots=True)
class LetteredLine:
    """A paragraph, not yet broken into lines. `pitch` is the distance of its lines as a multiple of the font's own, or in points when `exact`.

    `before` and `after` are points, `left` is what it stands in from the left, and `first` what its first line does besides. `mark` is its
    bullet, which stands at the beginning of the first line; the words then begin at `left`.
    """

    letters: tuple[Letters, ...]
    align: Align = Align.LEFT
    pitch: float = 1.0
    exact: bool = False
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    first: float = 0.0
    mark: Letters | None = None


@dataclass(frozen=True, slots=True)
class Lettering:
    """Static text in a box of `width` and `height` points within its insets, whose top left corner `matrix` brings to the page.

    `along` is where the text stands in the height: 0 at the top, 0.5 in the middle, 1 at the bottom. Text that does not wrap may leave the box.
    """

    name: str
    lines: tuple[LetteredLine, ...]
    matrix: Matrix
    width: float
    height: float
    along: float = 0.0
    wraps: bool = True


Decor = Path | PlacedPicture | Lettering
