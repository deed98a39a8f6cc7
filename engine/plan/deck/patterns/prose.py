"""Running text on a slide: headings, paragraphs and bullet lists."""

from __future__ import annotations

from collections.abc import Callable

from engine.base.records import replace
from engine.base.units import ZERO, Length, Rect, pt
from engine.layout.split import cut_to_fit, divide_texts, most_that
from engine.model.blocks import BulletItem, Bullets, Heading, Paragraph
from engine.model.inlines import EMPTY, Text, text
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.memory import recalled, remembered
from engine.plan.deck.sheet import Sheet

PARAGRAPH_AFTER = 8.0
CHILD_AFTER = 4.0

Prose = Heading | Paragraph | Bullets


def paragraphs(block: Prose, sheet: Sheet, level: int) -> list[Para]:
    """Return the block as paragraphs in the styles of a step of the fit ladder."""
    match block:
        case Heading():
            return [Para(block.text, sheet.style("card_title").at(level), sheet.points(PARAGRAPH_AFTER))]
        case Paragraph():
            return [Para(block.text, sheet.style("body", "ink2").at(level), sheet.points(PARAGRAPH_AFTER))]
        case Bullets():
            return [para for index, item in enumerate(block.items) for para in _item(item, _number(block, index), sheet, level)]


def _number(block: Bullets, index: int) -> str:
    """Return the number that stands before an item, empty in a list without numbers and before what goes on."""
    return f"{block.first + index}. " if block.ordered and not block.items[index].continued else ""


def _item(item: BulletItem, number: str, sheet: Sheet, level: int) -> list[Para]:
    style = sheet.style("body", "ink2").at(level)
    small = sheet.style("body_small", "ink2").at(level)
    own = Text((*text(number, bold=True).spans, *item.text.spans), item.text.where)
    mark = None if number or item.continued else sheet.color("p400")
    first = [Para(own, style, sheet.points(CHILD_AFTER if item.children else PARAGRAPH_AFTER), mark)] if item.text else []
    children = [Para(child, small, sheet.points(CHILD_AFTER), sheet.color("p200"), level=1) for child in item.children]
    if children:  # what follows is the next item, not one more child
        children[-1] = replace(children[-1], after=sheet.points(PARAGRAPH_AFTER))
    return first + children


@remembered
def minimum(block: Prose, width: Length, sheet: Sheet, level: int) -> Length:
    if not isinstance(block, Bullets):
        return stacked_height(sheet, paragraphs(block, sheet, level), width) + sheet.u(0.04)
    after, total = pt(sheet.points(PARAGRAPH_AFTER)), ZERO
    for index, item in enumerate(block.items):
        height = _item_height(item, _number(block, index), width, sheet, level)
        total += height + after if height else ZERO
        if total > sheet.beyond:
            break
    return max(ZERO, total - after) + sheet.u(0.04)


def _item_height(item: BulletItem, number: str, width: Length, sheet: Sheet, level: int) -> Length:
    """Return the height of an item without the space after it: a long list is measured once however often it is divided."""
    return recalled(sheet, item, (number, width, level), lambda: stacked_height(sheet, _item(item, number, sheet, level), width))


def draw(block: Prose, frame: Rect, canvas: Canvas, level: int) -> None:
    name = {Heading: "heading", Paragraph: "text", Bullets: "bullets"}[type(block)]
    canvas.paragraphs(name, frame, paragraphs(block, canvas.sheet, level))


def split(block: Prose, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Prose | None, Prose | None]:
    """Cut a list between its items, a paragraph or a single item after a sentence; a heading is never cut."""

    def fits(part: Prose) -> bool:
        return minimum(part, width, sheet, level) <= available

    match block:
        case Paragraph():
            parts = cut_to_fit(block.text, lambda part: fits(Paragraph(part)), sheet.fonts)
            return (replace(block, text=parts[0]), replace(block, text=parts[1])) if parts else (None, block)
        case Bullets():
            if keep := most_that(lambda count: fits(replace(block, items=block.items[:count])), len(block.items) - 1):
                return replace(block, items=block.items[:keep]), replace(block, items=block.items[keep:], first=block.first + keep)
            cut = _cut_item(block.items[0], lambda item: fits(replace(block, items=(item,))), sheet)
            if cut:
                return replace(block, items=cut[:1]), replace(block, items=(cut[1], *block.items[1:]))
            return None, block
        case Heading():
            return None, block


def _cut_item(item: BulletItem, fits: Callable[[BulletItem], bool], sheet: Sheet) -> tuple[BulletItem, BulletItem] | None:
    """Cut one item between its children, or in its own words when those do not fit alone."""
    if item.text and not fits(replace(item, children=())):
        words = cut_to_fit(item.text, lambda part: fits(BulletItem(part, continued=item.continued)), sheet.fonts)
        return (replace(item, text=words[0], children=()), replace(item, text=words[1], continued=True)) if words else None
    divided = divide_texts(item.children, lambda children: fits(replace(item, children=tuple(children))), sheet.fonts)
    if divided is None:  # the item alone fits, nothing of its children does
        return (replace(item, children=()), BulletItem(EMPTY, item.children, continued=True)) if item.text and item.children else None
    return replace(item, children=divided.taken), BulletItem(EMPTY, divided.rest, continued=True)
