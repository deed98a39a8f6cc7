"""A11Y004: a text can hardly be told from its ground.

What it does: compares the colour of every planned text with what was drawn below it: the layout's ground, its shapes, cards, cells. The ratio is
that of WCAG 2.2, 1.4.3: 4.5 for text, 3 for large text (18 pt, or 14 pt bold). Figures above 72 pt are ornament, and marks without a letter or
digit are no text; nothing is said of text on pictures and other grounds of the template that are not flat. On slides of another width than
13.33 in these sizes are in proportion.
Why it matters: pale text disappears on a projector and in print, and for every tenth reader at all times.

Fails: 9FB0BC on white (2.3); white on the accent F0A63A (2.1).
Passes: 63737F on white (4.8); white on 0B2239 (16).
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.base.units import Rect, inch
from engine.checks.calling import called, place_of
from engine.checks.definition import DeckCheck
from engine.model.deck import Deck, Element, Geometry, Picture, Run, Shape, TableBox, TextBox, TextTag
from engine.model.decor import Decor, Flat, Path, PlacedPicture
from engine.model.theme import ORNAMENT, TEXT_CONTRAST, Color, contrast, contrast_wanted
from engine.plan.inked import inked

WIDESCREEN = inch(40 / 3)
WHITE = "FFFFFF"
_UNKNOWN = ""
_SLACK = 0.005
Box = tuple[int, int, int, int]
_RATIOS: dict[tuple[str, str], float] = {}


def least(run: Run, scale: float = 1.0) -> float:
    """Return the ratio that a run needs on a page that is `scale` times as wide as a widescreen slide; 0 for ornament."""
    size = run.size / scale
    if size > ORNAMENT or not any(map(str.isalnum, run.text)):
        return 0.0
    return contrast_wanted(size, bold=run.bold)


def run(deck: Deck) -> Iterator[Diagnostic]:
    running: set[tuple[str, str]] = set()  # headers and footers are the same on every page: they are told once
    for number, slide in enumerate(deck.slides, 1):
        size = slide.size or deck.size
        beneath = _Beneath([((0, 0, int(size.width), int(size.height)), WHITE)])
        for each in deck.grounds.get(slide.layout, ()):
            beneath.add(each)
        for frame in deck.unsure.get(slide.layout, ()):
            beneath.blur(frame)
        own: set[tuple[str, str]] = set()
        scale = size.width / WIDESCREEN
        for element in slide.elements:
            told = running if isinstance(element, TextBox) and element.tag is TextTag.RUNNING else own
            for pale, ground in _pale(element, beneath, scale):
                if (pale.color.hex, ground) not in told:
                    told.add((pale.color.hex, ground))
                    name, ratio = called(element), _ratio(pale.color.hex, ground)
                    yield warning(
                        "A11Y004",
                        f"第 {number} 页的{name.zh}看不清：#{pale.color.hex} 在 #{ground} 上，对比度 {ratio:.1f}，至少要 {least(pale, scale):g}",
                        f"{name.en} on page {number} is hard to read: #{pale.color.hex} on #{ground}, contrast {ratio:.1f} of {least(pale, scale):g}",
                        place_of(slide, element),
                        Phrase("在主题里把文字改深，或把底色改浅", "make the text darker in the theme, or its ground lighter"),
                    )
            beneath.add(element)


class _Beneath:
    """What was drawn on a page so far that words may stand on: boxes with their colours, empty for a picture."""

    def __init__(self, grounds: list[tuple[Box, str]]) -> None:
        self._grounds = grounds
        self.colors = {color for _, color in grounds}

    def add(self, element: Element | Decor) -> None:
        """Note an element, unless it is an outline or has words itself."""
        if isinstance(element, Path):
            if element.fill is not None:
                known = isinstance(element.fill, Flat) and element.fill.opacity == 1 and _fills_its_frame(element)
                self._note(element.frame, element.fill.color.hex if isinstance(element.fill, Flat) and known else _UNKNOWN)
        elif isinstance(element, Shape):
            if element.fill is not None and element.geometry in _FULL:
                self._note(element.frame, element.fill.hex)
        elif isinstance(element, Picture | PlacedPicture):
            self._note(element.frame, _UNKNOWN)

    def blur(self, frame: Rect) -> None:
        """Note that nobody knows what is to be seen in a frame."""
        self._note(frame, _UNKNOWN)

    def _note(self, frame: Rect, color: str) -> None:
        self._grounds.append((_box(frame), color))
        self.colors.add(color)

    def touches(self, frame: Rect, colors: set[str]) -> bool:
        """Tell whether something of these colours reaches into a frame."""
        left, top, right, bottom = _box(frame)
        return any(color in colors and x < right and left < end and y < bottom and top < foot for (x, y, end, foot), color in self._grounds)

    def at(self, words: Rect) -> str:
        """Return the colour of the topmost thing that holds the middle of some words; empty on a picture or a freeform."""
        left, top, right, bottom = _box(words)
        across, down = (left + right) // 2, (top + bottom) // 2
        holding = (color for (x, y, end, foot), color in reversed(self._grounds) if x <= across <= end and y <= down <= foot)
        return next(holding, WHITE)


def _fills_its_frame(path: Path) -> bool:
    """Tell whether a path is a box that is not turned."""
    corners = {points for outline in path.outlines for _, points in outline if points}
    across, down = {round(point[0], 2) for point in corners}, {round(point[1], 2) for point in corners}
    return all(len(point) == 2 for point in corners) and (len(corners), len(across), len(down), len(path.outlines)) == (4, 2, 2, 1)


def _box(frame: Rect) -> Box:
    """Return left, top, right and bottom as plain numbers, which are compared many times."""
    x, y = int(frame.x), int(frame.y)
    return x, y, x + int(frame.width), y + int(frame.height)


def _pale(element: Element, beneath: _Beneath, scale: float) -> Iterator[tuple[Run, str]]:
    """Yield runs that are too like their ground, with its colour; those on pictures are left out."""
    if isinstance(element, TextBox):
        # nearly all texts are clear on whatever is below their frame: where their words stand in it is asked of the others only
        inks = {run.color.hex for line in element.paragraphs for run in line.runs}
        pale = {color for color in beneath.colors for ink in inks if _ratio(ink, color) < TEXT_CONTRAST - _SLACK}
        if pale and beneath.touches(element.frame, pale):
            ground = beneath.at(inked(element))
            yield from ((run, ground) for line in element.paragraphs for run in line.runs if _is_pale(run, ground, scale))
    elif isinstance(element, TableBox):
        below = beneath.at(element.frame)
        for row in element.rows:
            for cell in row.cells:
                if cell is not None:
                    ground = below if cell.fill is None else cell.fill.hex
                    yield from ((run, ground) for line in cell.paragraphs for run in line.runs if _is_pale(run, ground, scale))


def _is_pale(run: Run, ground: str, scale: float) -> bool:
    """Tell whether a run is too like its ground; never on a picture."""
    ratio = _ratio(run.color.hex, ground)
    return ratio < TEXT_CONTRAST - _SLACK and ratio < least(run, scale) - _SLACK


def _ratio(ink: str, ground: str) -> float:
    """Return the contrast of two colours, enough of it for a picture."""
    ratio = _RATIOS.get((ink, ground))
    if ratio is None:
        ratio = _RATIOS[ink, ground] = contrast(Color(ink), Color(ground)) if ground else TEXT_CONTRAST
    return ratio


_FULL = frozenset(
    {Geometry.RECT, Geometry.ROUND_RECT, Geometry.OVAL, Geometry.CHEVRON, Geometry.HOME_PLATE, Geometry.PARALLELOGRAM, Geometry.DIAMOND}
)
"""Shapes whose middle is filled wherever words stand on them."""

DEFINITION = DeckCheck("A11Y004", run)
