"""The slots of agenda and blank page: a title, and what stands below it."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.base.units import Rect
from engine.brand.adopt.body_room import BodyRoom, title_on_top
from engine.brand.adopt.content_slots import TITLE, clear_part, content_slots, page_number
from engine.brand.adopt.placed import Canvas, Placed

_OWN = Phrase("模板没有这样的占位符", "the template has no such placeholder")


def agenda_slots(canvas: Canvas, room: BodyRoom) -> tuple[Placed, ...]:
    """Return title, body_area and page_number: facts and sections share the area below the title."""
    number = page_number(canvas, room.frame)
    body = _cut(room.frame, number.frame, canvas)
    title = title_on_top(canvas.layout, canvas.page)
    if title is None or title.frame is None:
        height = canvas.lines(TITLE * 1.4)
        why = Phrase("版式上方没有标题占位符", "the layout has no title placeholder on top")
        head = canvas.placed("title", None, Rect(body.x, body.y, body.width, height), why, sure=False)
        body = Rect(body.x, body.y + height, body.width, body.height - height)
    else:
        head = canvas.placed("title", title, clear_part(canvas, title, title.frame), Phrase("标题占位符", "the title placeholder"))
    gap = canvas.u(0.1)
    area = Rect(body.x, body.y + gap, body.width, body.height - gap)
    return (head, canvas.placed("body_area", None, area, room.why, sure=room.sure), number)


def blank_slots(canvas: Canvas, room: BodyRoom) -> tuple[Placed, ...]:
    """Return title, body_area, source and page_number: as on a content page, without eyebrow and takeaway."""
    kept = {each.slot: each for each in content_slots(canvas, room)}
    title = title_on_top(canvas.layout, canvas.page)
    foot = kept["source"].frame
    body = _cut(room.frame, foot, canvas)
    if title is None or title.frame is None:
        head = kept["title"]
        body = Rect(body.x, head.frame.bottom, body.width, body.bottom - head.frame.bottom)
    else:
        head = canvas.placed("title", title, clear_part(canvas, title, title.frame), Phrase("标题占位符", "the title placeholder"))
    return (head, canvas.placed("body_area", None, body, room.why, sure=room.sure), kept["source"], kept["page_number"])


def _cut(body: Rect, below: Rect, canvas: Canvas) -> Rect:
    end = min(body.bottom, below.y - canvas.u(0.06)) if below.y > body.y + body.height.over(2) else body.bottom
    return Rect(body.x, body.y, body.width, end - body.y)
