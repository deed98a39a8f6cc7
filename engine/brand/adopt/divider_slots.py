"""The slots of a divider: number, title and lead in a column, the questions of the section beside it, or below where the page is narrow."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.base.units import ZERO, Length, Rect
from engine.brand.adopt.body_room import body_room, title_on_top
from engine.brand.adopt.content_slots import clear_part, page_number
from engine.brand.adopt.placed import NO_PLACE, Canvas, Placed
from engine.brand.inspect.deck_problems import area, body_areas
from engine.brand.inspect.seen_deck import SeenPlaceholder

NUMBER, TITLE, LEAD = 1.25, 1.15, 0.85
"""Inches at full size of the parts of the column."""
_BESIDE, _LEAST_QUESTIONS = 8.2, 2.6
"""Inches at full size: the width from which the questions stand beside the title, and the height below which there is no room for them."""
_WORDS, _PARTING = 0.46, 0.04
"""Shares of the free part that the words beside the questions take, and that parts them."""
_ROOMY = 0.4
"""Shares of the page that the free part around a divider's title should have across and down."""
_FOOT = 0.865
"""Share of the page's height at which the bars of the sections begin."""
_OWN = Phrase("模板没有这样的占位符", "the template has no such placeholder")
_BARE = Phrase("没有地方放本章的问题，不放", "there is no room for the questions of the section: none are shown")


def divider_slots(canvas: Canvas) -> tuple[Placed, ...]:
    """Return title, number, lead, body_area and page_number."""
    title, lead = _holders(canvas)
    if title_on_top(canvas.layout, canvas.page) is not None and body_areas(canvas.layout, canvas.page):
        return _under_title(canvas)
    free = _free_part(canvas, title)
    anchor = title.frame if title is not None and title.frame is not None else free
    beside = free.right - max(free.x, anchor.x) >= canvas.u(_BESIDE) and free.height >= canvas.u(_LEAST_QUESTIONS)
    column = _column(canvas, free, anchor, beside=beside)
    number, words, below = _stacked(canvas, column, anchor if beside else None)
    questions, asks = _questions(canvas, free, column, below, beside=beside)
    why = Phrase("标题占位符，旁边留给本章的问题", "the title placeholder, with the questions of the section beside it")
    if not beside:
        why = Phrase("标题占位符", "the title placeholder")
    leads = Phrase("标题旁的短文字占位符", "the placeholder for a short text") if lead is not None else _OWN
    return (
        canvas.placed("title", title, words, why if title is not None else _OWN, sure=title is not None),
        canvas.placed("number", None, number, _OWN),
        canvas.placed("lead", lead, below, leads),
        canvas.placed("body_area", None, questions, asks, sure=beside),
        page_number(canvas, free),
    )


def _under_title(canvas: Canvas) -> tuple[Placed, ...]:
    """Return the slots on a layout for content: the title where it is, number and lead under it, the questions beside them."""
    title, room = canvas.layout.title, body_room(canvas.layout, canvas.drop, canvas.page)
    assert title is not None and title.frame is not None, "such a layout has a title on top"
    page = page_number(canvas, room.frame)
    free = Rect(room.frame.x, room.frame.y, room.frame.width, min(room.frame.bottom, canvas.page.height * _FOOT) - room.frame.y)
    column = Rect(free.x, free.y, free.width * _WORDS, free.height)
    number = Rect(column.x, column.y + canvas.u(0.2), column.width, canvas.u(NUMBER))
    lead = Rect(column.x, number.bottom, column.width, canvas.u(LEAD))
    questions, asks = _questions(canvas, free, column, lead, beside=True)
    return (
        canvas.placed("title", title, clear_part(canvas, title, title.frame), Phrase("标题占位符", "the title placeholder")),
        canvas.placed("number", None, number, _OWN),
        canvas.placed("lead", None, lead, _OWN),
        canvas.placed("body_area", None, questions, asks),
        page,
    )


def _holders(canvas: Canvas) -> tuple[SeenPlaceholder | None, SeenPlaceholder | None]:
    """Return the placeholders of title and lead: without a title the text with the largest type, and a text that is left."""
    texts = [each for each in canvas.layout.of_types("body", "obj", "subTitle") if each.frame is not None]
    title = canvas.layout.title
    if title is None or title.frame is None:
        title = max(texts, key=lambda each: each.look.size or 0, default=None)
    return title, next((each for each in texts if each is not title and each.type != "obj"), None)


def _free_part(canvas: Canvas, title: SeenPlaceholder | None) -> Rect:
    """Return the free part of the page around the title, above the bars of the sections: of one ground, else where words can be read."""
    page = canvas.page
    margin = page.width * 0.05
    whole = Rect(margin, page.height * 0.08, page.width - margin * 2, page.height * (_FOOT - 0.1))
    start = title.frame if title is not None else None
    if start is None:
        return whole
    core = Rect(start.x + start.width.over(4), start.y + start.height.over(3), start.width.over(2), start.height.over(3))
    sought = (room.largest(whole) for room in (canvas.room(core), canvas.room_for_words(core, title)))
    found = [each for each in sought if each is not None]
    roomy = (each for each in found if each.width >= page.width * _ROOMY and each.height >= page.height * _ROOMY)
    return next(roomy, max(found, key=area, default=whole))


def _column(canvas: Canvas, free: Rect, anchor: Rect, *, beside: bool) -> Rect:
    """Return where number, title and lead stand: from the left edge of the title, as high as the free part."""
    edge = free.x + canvas.u(0.1)
    if not beside:
        left = min(max(edge, anchor.x), free.x + free.width.over(3))
        return Rect(left, free.y, free.right - left - canvas.u(0.1), free.height)
    left = max(edge, min(anchor.x, free.right - canvas.u(_BESIDE)))
    return Rect(left, free.y, (free.right - left) * _WORDS, free.height)


def _stacked(canvas: Canvas, column: Rect, anchor: Rect | None) -> tuple[Rect, Rect, Rect]:
    """Return the frames of number, title and lead: at the height of `anchor`, or from the top; smaller where the column is low."""
    whole = canvas.u(NUMBER + TITLE + LEAD)
    share = min(1.0, column.height / whole)
    heights = [canvas.u(part) * share for part in (NUMBER, TITLE, LEAD)]
    total = sum(heights, ZERO)
    top = column.y
    if anchor is not None:
        wish = anchor.y + anchor.height.over(2) - total.over(2)
        top = max(column.y, min(wish, column.bottom - total))
    number = Rect(column.x, top, column.width, heights[0])
    title = Rect(column.x, number.bottom, column.width, heights[1])
    return number, title, Rect(column.x, title.bottom, column.width, heights[2])


def _questions(canvas: Canvas, free: Rect, column: Rect, lead: Rect, *, beside: bool) -> tuple[Rect, Phrase]:
    """Return the area of the questions and why it is there; without any size when there is no room for them."""
    if beside:
        x: Length = column.right + (free.right - column.x) * _PARTING
        right = Rect(x, free.y + canvas.u(0.15), free.right - x - canvas.u(0.1), free.height - canvas.u(0.3))
        return right, Phrase("标题旁边留给本章的问题", "beside the title, for the questions of the section")
    height = free.bottom - lead.bottom
    if height >= canvas.u(_LEAST_QUESTIONS):
        return Rect(lead.x, lead.bottom, lead.width, height), Phrase("导语以下", "under the lead")
    return NO_PLACE, _BARE
