"""Running text on a slide: headings, paragraphs and bullet lists."""

from __future__ import annotations

from dataclasses import replace

from engine.base.units import Length, Rect
from engine.layout.slices import cut_text
from engine.model.blocks import BulletItem, Bullets, Heading, Paragraph
from engine.model.inlines import Text, text
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.sheet import Sheet

PARAGRAPH_AFTER = 8.0
CHILD_AFTER = 4.0

Prose = Heading | Paragraph | Bullets


def paragraphs(block: Prose, sheet: Sheet, level: int) -> list[Para]:
    """Return the block as paragraphs in the styles of a step of the fit ladder."""
    match block:
        case Heading():
            return [Para(block.text, sheet.style("card_title").at(level), PARAGRAPH_AFTER)]
        case Paragraph():
            return [Para(block.text, sheet.style("body", "ink2").at(level), PARAGRAPH_AFTER)]
        case Bullets():
            return [para for number, item in enumerate(block.items, 1) for para in _item(item, number, block.ordered, sheet, level)]


def _item(item: BulletItem, number: int, ordered: bool, sheet: Sheet, level: int) -> list[Para]:  # noqa: FBT001  says what the list is
    style = sheet.style("body", "ink2").at(level)
    small = sheet.style("body_small", "ink2").at(level)
    own = Text((*text(f"{number}. ", bold=True).spans, *item.text.spans), item.text.where) if ordered else item.text
    first = Para(own, style, CHILD_AFTER if item.children else PARAGRAPH_AFTER, None if ordered else sheet.color("p400"))
    return [first, *(Para(child, small, CHILD_AFTER, sheet.color("p200")) for child in item.children)]


def minimum(block: Prose, width: Length, sheet: Sheet, level: int) -> Length:
    return stacked_height(sheet, paragraphs(block, sheet, level), width) + sheet.u(0.04)


def draw(block: Prose, frame: Rect, canvas: Canvas, level: int) -> None:
    name = {Heading: "heading", Paragraph: "text", Bullets: "bullets"}[type(block)]
    canvas.paragraphs(name, frame, paragraphs(block, canvas.sheet, level))


def split(block: Prose, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Prose | None, Prose | None]:
    """Cut a list between its items and a paragraph after a sentence; a heading is never cut."""
    if isinstance(block, Bullets):
        for keep in range(len(block.items) - 1, 0, -1):
            head = replace(block, items=block.items[:keep])
            if minimum(head, width, sheet, level) <= available:
                return head, replace(block, items=block.items[keep:])
    if isinstance(block, Paragraph):
        for end in reversed(sentence_ends(block.text.plain)):
            head_text, tail_text = cut_text(block.text, (end,))
            if minimum(Paragraph(head_text), width, sheet, level) <= available:
                return replace(block, text=head_text), replace(block, text=tail_text)
    return None, block


def sentence_ends(plain: str) -> list[int]:
    """Return the offsets behind each sentence mark, without the end of the text."""
    return [index for index in range(1, len(plain)) if plain[index - 1] in "。！？；!?;\n" and plain[index:].strip()]
