"""Where things stand on the cover, the same on the measured page and in Word: on a dark block, or light on the company's own page."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Point, Rect, Size, inch
from engine.plan.paper.geometry import PageFrame

HORIZON, TALLEST = inch(7.46), inch(2.55)
REFLECTION, BAR = 0.24, 0.84
"""The reflection of a bar in parts of it; a bar in parts of the distance between two."""
BELOW = inch(0.05)
"""White between the horizon and the reflection."""
UNIT_TO_TITLE, TITLE_ROOM, LOWEST_SKYLINE = inch(0.60), inch(2.3), inch(0.8)
FACTS, FACT_ROW, FACTS_HEIGHT, VALUE = inch(8.86), inch(0.40), inch(2.1), inch(1.30)
USUAL_FACTS = 4
"""More facts than these begin higher up, and all must share the height that there is."""
NOTE = inch(11.0)
DASH = Size(inch(0.30), inch(0.05))
DASH_DOWN, UNIT_IN = inch(0.10), inch(0.44)
NOTE_HEIGHT, HORIZON_TO_FACTS = inch(0.25), inch(0.95)


@dataclass(frozen=True, slots=True)
class CoverPlaces:
    """`left` and `width` are those of the words, `span` is the part of the page that the skyline stands on (x and width).

    Heights are from the upper edge: `unit`, `title`, `horizon`, `facts` (of four rows) and `note`; `tallest` is the highest bar.
    On a design of the company's `own` no motif is drawn.
    """

    page: Size
    left: Length
    width: Length
    light: bool
    span: tuple[Length, Length]
    unit: Length
    title: Length
    horizon: Length
    tallest: Length
    facts: Length
    facts_height: Length
    note: Length
    own: bool = False

    @property
    def dash(self) -> Rect:
        return Rect(self.left, self.unit + DASH_DOWN, DASH.width, DASH.height)

    def pitch(self, count: int) -> Length:
        """Return the distance between two of so many bars."""
        return self.span[1].over(max(1, count))

    def bar(self, index: int, count: int, share: float) -> Rect:
        """Return a bar; `share` is its height in parts of the highest."""
        pitch, height = self.pitch(count), self.tallest * max(share, 0.0)
        return Rect(self.span[0] + pitch * index + pitch * ((1 - BAR) / 2), self.horizon - height, pitch * BAR, height)

    def reflection(self, bar: Rect) -> Rect:
        return Rect(bar.x, self.horizon + BELOW, bar.width, bar.height * REFLECTION)

    def fact_rows(self, count: int) -> tuple[Length, Length]:
        """Return the height of a row of facts, and where the first of them begins."""
        row = min(FACT_ROW, self.facts_height.over(max(1, count)))
        return row, self.facts - min(FACT_ROW, row * max(0, count - USUAL_FACTS))

    def peak(self, index: int, count: int, room: Length, height: Length) -> tuple[Point, bool]:
        """Return where the words above the highest bar begin, and whether they are flush with its left edge: where there is no room at its left."""
        right = self.bar(index, count, 1.0).right
        at_left = right - self.span[0] < room
        x = self.span[0] + self.pitch(count) * index if at_left else right - room
        return Point(x, self.horizon - self.tallest - height), at_left


def cover_places(frame: PageFrame, *, light: bool = False, own: bool = False) -> CoverPlaces:
    """Return the places on a cover with the margins of its section: its top is where the words begin."""
    size, stretch = frame.size, frame.stretch
    unit = frame.top
    title = unit + UNIT_TO_TITLE
    if light:  # header and footer are seen: all stands between them
        note = size.height - frame.bottom - NOTE_HEIGHT
        facts = note - FACTS_HEIGHT
        horizon = facts - HORIZON_TO_FACTS
    else:
        note, facts, horizon = NOTE * stretch, FACTS * stretch, HORIZON * stretch
    tallest = max(LOWEST_SKYLINE, min(TALLEST * stretch, horizon - title - TITLE_ROOM))
    span = (frame.body.x, frame.width) if light else (ZERO, size.width)
    height = FACTS_HEIGHT if light else FACTS_HEIGHT * stretch
    return CoverPlaces(size, frame.body.x, frame.width, light, span, unit, title, horizon, tallest, facts, height, note, own)
