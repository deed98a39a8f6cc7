"""Panels below words of covers and dividers that stand on a photograph, or on another ground of the template, on which they cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Final

from engine.base.records import replace
from engine.base.units import ZERO, Length, Rect, inch
from engine.brand.deck_layout import DeckLayout, Tone
from engine.model.deck import Element, Line, Polygon, Shape, TextBox, TextLine
from engine.model.theme import ORNAMENT, Color, Theme, contrast, contrast_wanted
from engine.plan.deck.ground import BLACK, ink_on, least_contrast
from engine.plan.deck.sheet import Sheet
from engine.plan.inked import inked

PAD: Final = 0.26
"""Inches of the design system that a panel reaches beyond its words."""
APART: Final = 0.7
"""Inches between words that still stand on one panel."""
EDGE: Final = 1.0
"""A panel that would end nearer than this to an edge of the page reaches over it."""
AIR: Final = 0.1
"""Inches that a panel keeps from a logo above or below it."""
MARGIN: Final = 1.15
"""What a ground of several colours asks for more: its darkest and lightest dots are not among those that are known."""
_SLACK: Final = inch(0.02)


def with_panels(elements: Sequence[Element], layout: DeckLayout, page: Rect, sheet: Sheet) -> tuple[Element, ...]:
    """Return the elements of a slide with panels below words that need one; other words on a panel take colours that can be read there."""
    boxes = [each for each in elements if isinstance(each, TextBox)]
    needing = [inked(box) for box in boxes if _needs_panel(box, layout, sheet) and not _stands_on_own(box, elements)]
    if not needing:
        return tuple(elements)
    listed = _list(boxes, layout)
    if listed is not None and any(listed.overlaps(each) for each in needing):
        needing.append(listed)
    fill = _fill(layout, sheet.theme)
    prefix = boxes[0].name.partition("/")[0]
    panels = [_grown(words, page, layout, sheet) for words in _grouped(needing, boxes, sheet)]
    shapes = [Shape(f"{prefix}/panel{f'-{number}' if number > 1 else ''}", panel, fill=fill) for number, panel in enumerate(panels, 1)]
    return (*shapes, *(_readable(each, panels, fill, sheet.theme) for each in elements))


def _list(boxes: Sequence[TextBox], layout: DeckLayout) -> Rect | None:
    """Return the frame of the words in the layout's area for a list, which look ragged on anything less; None where there are none."""
    area = layout.slots.get("body_area")
    inside = [box.frame for box in boxes if area is not None and box.slot is None and area.frame.contains(box.frame, _SLACK)]
    return reduce(_around, inside) if inside else None


def _needs_panel(box: TextBox, layout: DeckLayout, sheet: Sheet) -> bool:
    """Tell whether some words of a box have too little contrast with some of what the template shows below them; figures of ornament may."""
    slot = layout.slots.get(box.slot) if box.slot else None
    if slot is not None and slot.fill is not None:
        return False
    ground = layout.beneath.colors(inked(box))
    runs = (run for line in box.paragraphs for run in line.runs if any(map(str.isalnum, run.text)))
    margin = MARGIN if len(ground) > 1 else 1.0
    words = [run for run in runs if run.size <= sheet.points(ORNAMENT)]
    return any(least_contrast(run.color, ground) < margin * contrast_wanted(run.size, bold=run.bold) for run in words)


def _stands_on_own(box: TextBox, elements: Sequence[Element]) -> bool:
    """Tell whether words stand on something that the planner drew: it chose their colour for that."""
    own = (each.frame for each in elements if isinstance(each, Shape) and each.fill is not None)
    drawn = (each for each in elements if isinstance(each, Polygon))
    words = inked(box)
    return any(frame.overlaps(words) for frame in (*own, *(_extent(each) for each in drawn)))


def _extent(drawn: Polygon) -> Rect:
    across, down = [point.x for point in drawn.points], [point.y for point in drawn.points]
    return Rect(min(across), min(down), max(across) - min(across), max(down) - min(down))


def _fill(layout: DeckLayout, theme: Theme) -> Color:
    """Return the darker or the lighter of the theme's two large grounds: the one that the template's page seems to be."""
    deep, bg = sorted((theme.color("deep"), theme.color("bg")), key=lambda color: contrast(color, BLACK))
    return bg if layout.tone_of("title") is Tone.LIGHT else deep


def _grouped(needing: Sequence[Rect], boxes: Sequence[TextBox], sheet: Sheet) -> list[Rect]:
    """Return one frame for words that stand near one another."""
    near = sheet.u(APART).over(2)
    groups: list[Rect] = []
    for frame in needing:
        joined = _with_neighbours(frame, boxes, sheet.u(APART))
        beside = [group for group in groups if group.inset(-near, -near).overlaps(joined.inset(-near, -near))]
        groups = [*(group for group in groups if group not in beside), reduce(_around, beside, joined)]
    return groups


def _with_neighbours(frame: Rect, boxes: Sequence[TextBox], near: Length) -> Rect:
    """Return a frame with the words that stand right above or below it, which a panel around it would cut or press upon."""
    grown = frame
    for box in boxes:
        if inked(box).overlaps(frame.inset(ZERO, -near)):
            grown = _around(grown, inked(box))
    return grown if grown == frame else _with_neighbours(grown, boxes, near)


def _grown(words: Rect, page: Rect, layout: DeckLayout, sheet: Sheet) -> Rect:
    """Return a panel around words: over the edge of the page where it would end near it, clear of other things of the template."""
    pad, edge = sheet.u(PAD), sheet.u(EDGE)
    covers = [cover.frame for cover in layout.beneath.covers]
    grounds = [frame for frame in covers if frame.contains(words, _SLACK)]
    others = [frame for frame in (*covers, *layout.beneath.worded) if not frame.overlaps(words)]
    left = page.x if words.x - pad < page.x + edge else words.x - pad
    right = page.right if words.right + pad > page.right - edge else words.right + pad
    beside = [(frame, _air(frame, words, page, sheet)) for frame in others if frame.x < right and frame.right > left]
    above = [frame.bottom + air for frame, air in beside if frame.bottom <= words.y]
    below = [frame.y - air for frame, air in beside if frame.y >= words.bottom]
    top = _snapped(words.y - pad, [frame.y for frame in grounds], pad)
    bottom = _snapped(words.bottom + pad, [frame.bottom for frame in grounds], pad)
    top, bottom = max(page.y, top, *above), min(page.bottom, bottom, *below)
    return Rect(left, top, right - left, bottom - top)


def _air(thing: Rect, words: Rect, page: Rect, sheet: Sheet) -> Length:
    """Return what a panel keeps from a thing of the template: half of what there is at most, nothing from a band across the page."""
    if thing.width > page.width.over(2):
        return ZERO
    between = max(words.y - thing.bottom, thing.y - words.bottom, ZERO)
    return min(sheet.u(AIR), between.over(2))


def _snapped(edge: Length, edges: Sequence[Length], near: Length) -> Length:
    """Return an edge, or that of a ground of the template that it would nearly meet: no slivers of a picture are left."""
    return min((each for each in edges if abs(each - edge) < near), key=lambda each: abs(each - edge), default=edge)


def _around(one: Rect, other: Rect) -> Rect:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def _readable(element: Element, panels: Sequence[Rect], fill: Color, theme: Theme) -> Element:
    """Return words and rules that stand on a panel in colours that can be seen there."""
    if isinstance(element, TextBox) and any(panel.overlaps(inked(element)) for panel in panels):
        return replace(element, paragraphs=tuple(_line(line, fill, theme) for line in element.paragraphs))
    if isinstance(element, Line) and any(_holds(panel, element) for panel in panels):
        return replace(element, stroke=replace(element.stroke, color=_rule(fill, theme)))
    return element


def _line(line: TextLine, fill: Color, theme: Theme) -> TextLine:
    return replace(line, runs=tuple(replace(run, color=ink_on(theme, fill, run.color)) for run in line.runs))


def _rule(fill: Color, theme: Theme) -> Color:
    """Return the colour of rules on a panel: that of the theme which is seen, and only just."""
    return min(_rules(theme), key=lambda color: abs(contrast(color, fill) - 1.8))


def _rules(theme: Theme) -> Iterator[Color]:
    yield from (theme.color(token) for token in ("deep3", "line", "line2", "deep2"))


def _holds(panel: Rect, line: Line) -> bool:
    x, y = line.start.x, line.start.y
    return panel.x <= x <= panel.right and panel.y <= y <= panel.bottom
