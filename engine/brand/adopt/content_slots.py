"""The slots of a content page: title, eyebrow and takeaway share the head of the layout, source and page number its foot."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Rect
from engine.brand.adopt.body_room import BodyRoom, title_on_top
from engine.brand.adopt.placed import NO_PLACE, Canvas, Placed
from engine.brand.adopt.shades import ratio
from engine.brand.inspect.deck_problems import BODY_TYPES
from engine.brand.inspect.seen_deck import SeenPlaceholder

EYEBROW, TITLE, TWO_LINES, TAKEAWAY, SOURCE = 17.5, 36.0, 64.0, 20.5, 14.0
"""Points at full size that a line of each takes with some air; two lines are those of a long title."""
_AIR, _TAKEN_AIR, _LEAST_AIR = 0.14, 0.08, 0.06
"""Inches at full size between the takeaway and the content, and beside a logo; where the content, and so all type, has to shrink for it; and
the least of it.
"""
_TRACKER = 2.9
"""Inches at full size that the bars of the sections may take left of the page number."""
_OTHER_GROUND = 1.25
"""Contrast from which two grounds are two: a title on one of its own stands on a band."""
_OWN = Phrase("模板没有这样的占位符", "the template has no such placeholder")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the content, and what it leaves of its area."""

    slots: tuple[Placed, ...]
    body: Rect


def content_slots(canvas: Canvas, room: BodyRoom) -> tuple[Placed, ...]:
    """Return title, takeaway, eyebrow, body_area, source and page_number."""
    number = page_number(canvas, room.frame)
    body = _above(room.frame, number.frame, canvas) if number.frame.overlaps(room.frame) else room.frame
    source = _source(canvas, body, number)
    body = _above(body, source.frame, canvas)
    head = content_head(canvas, body)
    area = canvas.placed("body_area", None, head.body, room.why, sure=room.sure)
    return (*head.slots, area, source, number)


def content_head(canvas: Canvas, body: Rect) -> Head:
    """Place title, takeaway and eyebrow: in the title's own box where that has room for all, else under it."""
    title = title_on_top(canvas.layout, canvas.page)
    if title is None or title.frame is None:
        return _own_head(canvas, body)
    eyebrow, two, line = canvas.lines(EYEBROW), canvas.lines(TWO_LINES), canvas.lines(TAKEAWAY)
    clear = clear_part(canvas, title, title.frame)
    box = _grown(canvas, clear, body)
    floor = max(box.bottom, min(body.y, box.bottom + canvas.u(0.5))) if clear == title.frame else box.bottom
    takeaway = _takeaway_holder(canvas, box, body)
    if not _on_band(canvas, box, body) and takeaway is None:
        for words in (two, canvas.lines(TITLE)):
            if floor - box.y >= eyebrow + words + line + canvas.u(_LEAST_AIR):
                return _shared_box(canvas, title, (box, floor, words), body)
    top, slots = box.y, []
    tight = _on_band(canvas, box, body) or clear != title.frame  # a second line would leave the band, or cross a rule
    needed = two if tight else canvas.lines(TITLE)
    if box.height >= eyebrow + needed:
        slots.append(_line("eyebrow", canvas, Rect(box.x, top, box.width, eyebrow)))
        frame = Rect(box.x, top + eyebrow, box.width, box.height - eyebrow)
    else:
        above = Rect(box.x, box.y - eyebrow, box.width, eyebrow)
        frame = box
        if above.y >= canvas.u(0.08) and canvas.room(box).is_free(above):
            slots.append(_line("eyebrow", canvas, above))
    slots.insert(0, canvas.placed("title", title, frame, Phrase("标题占位符", "the title placeholder")))
    return _under_title(canvas, slots, takeaway, (box, body))


def clear_part(canvas: Canvas, holder: SeenPlaceholder, frame: Rect) -> Rect:
    """Return the part of a title's frame that no logo lies in: all of it, or most of it where a template lets them overlap."""
    room = canvas.room_for_words(frame, holder)
    if not room.is_free(frame):
        part = room.largest(frame)
        if part is not None and part.width > frame.width * 0.45 and part.height > frame.height * 0.7:
            frame = _off_logos(canvas, frame, part)
    plain = canvas.room(frame).largest(frame)  # a rule across a tall box leaves the part above or below it
    ruled = plain is not None and plain.width > frame.width * 0.9 and plain.height >= canvas.lines(TITLE)
    return plain if plain is not None and ruled and plain.height < frame.height * 0.95 else frame


def _off_logos(canvas: Canvas, frame: Rect, part: Rect) -> Rect:
    """Return the free part of a frame with some air on the sides where something cuts it off."""
    air = canvas.u(_AIR)
    left = part.x + air if part.x - frame.x > canvas.u(_LEAST_AIR) else part.x
    right = part.right - air if frame.right - part.right > canvas.u(_LEAST_AIR) else part.right
    return Rect(left, part.y, right - left, part.height)


def _grown(canvas: Canvas, box: Rect, body: Rect) -> Rect:
    """Return a title's box, if it is flat, grown on its own ground until it holds two lines."""
    two, step = canvas.lines(TWO_LINES), canvas.u(0.04)
    room = canvas.room(box)
    while box.height < two:
        below, above = Rect(box.x, box.bottom, box.width, step), Rect(box.x, box.y - step, box.width, step)
        if above.y >= canvas.u(0.05) and room.is_free(above):
            box = Rect(box.x, above.y, box.width, box.height + step)
        elif below.bottom <= body.y and room.is_free(below):
            box = Rect(box.x, box.y, box.width, box.height + step)
        else:
            break
    return box


def _shared_box(canvas: Canvas, title: SeenPlaceholder, room: tuple[Rect, Length, Length], body: Rect) -> Head:
    """Place eyebrow, title and takeaway one below the other at the foot of a tall title box."""
    box, floor, words = room
    eyebrow, line = canvas.lines(EYEBROW), canvas.lines(TAKEAWAY)
    top = max(box.y, floor - canvas.u(_AIR) - line - words - eyebrow)
    why = Phrase("标题占位符；它很高，眉标和论据也放在里面", "the title placeholder; it is tall: eyebrow and takeaway share it")
    slots = (
        canvas.placed("title", title, Rect(box.x, top + eyebrow, box.width, words), why),
        _line("takeaway", canvas, Rect(box.x, top + eyebrow + words, box.width, line)),
        _line("eyebrow", canvas, Rect(box.x, top, box.width, eyebrow)),
    )
    return Head(slots, _from(body, floor))


def _under_title(canvas: Canvas, slots: list[Placed], takeaway: SeenPlaceholder | None, frames: tuple[Rect, Rect]) -> Head:
    """Place what is left of eyebrow and takeaway between the title and the content, taking from the content what they need."""
    box, body = frames
    top = box.bottom + (canvas.u(0.06) if _on_band(canvas, box, body) else ZERO)
    if all(each.slot != "eyebrow" for each in slots):
        height = canvas.lines(EYEBROW)
        slots.append(_line("eyebrow", canvas, Rect(body.x, top, body.width, height)))
        top += height
    if takeaway is not None and takeaway.frame is not None:
        why = Phrase("标题下面的短文字占位符", "the placeholder for a short text under the title")
        frame = takeaway.frame
        if frame.y < top:
            frame = Rect(frame.x, top, frame.width, frame.height)
        slots.append(canvas.placed("takeaway", takeaway, frame, why))
        top = frame.bottom
    else:
        height = canvas.lines(TAKEAWAY)
        slots.append(_line("takeaway", canvas, Rect(body.x, top, body.width, height)))
        top += height
    order = {"title": 0, "takeaway": 1, "eyebrow": 2}
    return Head(tuple(sorted(slots, key=lambda each: order[each.slot])), _from(body, top + canvas.u(_TAKEN_AIR)))


def _own_head(canvas: Canvas, body: Rect) -> Head:
    """Place eyebrow, title and takeaway in boxes of their own at the top of the content's area."""
    eyebrow, words, line = canvas.lines(EYEBROW), canvas.lines(TITLE), canvas.lines(TAKEAWAY)
    no_title = Phrase("版式上方没有标题占位符", "the layout has no title placeholder on top")
    slots = (
        canvas.placed("title", None, Rect(body.x, body.y + eyebrow, body.width, words), no_title, sure=False),
        _line("takeaway", canvas, Rect(body.x, body.y + eyebrow + words, body.width, line)),
        _line("eyebrow", canvas, Rect(body.x, body.y, body.width, eyebrow)),
    )
    return Head(slots, _from(body, body.y + eyebrow + words + line + canvas.u(_AIR)))


def _line(slot: str, canvas: Canvas, frame: Rect) -> Placed:
    return canvas.placed(slot, None, frame, _OWN)


def _on_band(canvas: Canvas, box: Rect, body: Rect) -> bool:
    return ratio(canvas.drop.color_under(box), canvas.drop.color_under(body)) > _OTHER_GROUND


def _takeaway_holder(canvas: Canvas, box: Rect, body: Rect) -> SeenPlaceholder | None:
    """Return a placeholder for a short text that stands between title and content, None when there is none."""
    return next(
        (
            each
            for each in canvas.layout.of_types("body", "obj", "subTitle")
            if each.frame is not None
            and each.frame.y >= box.bottom - canvas.u(0.15)
            and each.frame.bottom <= body.y + canvas.u(0.15)
            and each.frame.height <= canvas.u(0.9)
            and each.frame.width >= body.width.over(2)
        ),
        None,
    )


def page_number(canvas: Canvas, body: Rect) -> Placed:
    """Return the slot of the page number: that of the template, or a box at the foot."""
    width, height = canvas.u(0.5), canvas.u(0.22)
    for each in canvas.layout.of_types("sldNum"):
        if each.frame is not None and _inside(each.frame, canvas) and each.frame.width >= canvas.u(0.25) and not _within(each.frame, body):
            return canvas.placed("page_number", each, each.frame, Phrase("页码占位符", "the placeholder of the page number"))
    if canvas.numbered:
        why = Phrase("模板自己印页码，这里不再印", "the template prints the number itself: no other is printed")
        return canvas.placed("page_number", None, NO_PLACE, why)
    foot = min(canvas.page.height - height - canvas.u(0.12), max(body.bottom + canvas.u(0.1), canvas.page.height - canvas.u(0.46)))
    why = Phrase("模板没有页码占位符", "the template has no placeholder for the page number")
    wish = Rect(body.right - width, foot, width, height)
    room = canvas.room(wish)
    steps = (wish.moved(dx=-width * at) for at in range(12))
    return canvas.placed("page_number", None, next((frame for frame in steps if room.is_free(frame)), wish), why)


def _source(canvas: Canvas, body: Rect, number: Placed) -> Placed:
    """Return the slot of the source: a caption placeholder at the foot, the row of the page number where it is free, else the foot of the content."""
    for each in canvas.layout.of_types(*BODY_TYPES):
        low = each.frame is not None and each.frame.y >= body.bottom - canvas.u(0.1) and each.frame.height <= canvas.u(0.6)
        if low and each.frame is not None and each.frame.width >= body.width * 0.4:
            return canvas.placed("source", each, each.frame, Phrase("页脚上的短文字占位符", "the placeholder for a short text at the foot"))
    height = canvas.lines(SOURCE)
    for frame in _source_rows(canvas, body, number.frame, height):
        if canvas.room(body).is_free(frame):
            return canvas.placed("source", None, frame, _OWN)
    return canvas.placed("source", None, Rect(body.x, body.bottom - height, body.width, height), _OWN)


def _source_rows(canvas: Canvas, body: Rect, number: Rect, height: Length) -> Iterator[Rect]:
    """Yield where a source may stand below the content: beside the page number, then right under the content."""
    right = number.x - canvas.u(_TRACKER) if number.width else body.right
    middle = number.y + (number.height - height).over(2)
    if number.width and right - body.x >= canvas.u(4) and middle >= body.bottom and middle + height * 1.5 <= canvas.page.height:
        yield Rect(body.x, middle, right - body.x, height)
    top = body.bottom + canvas.u(0.06)
    most = number.y if number.width and number.y > top else canvas.page.height
    if top + height <= min(canvas.page.height - canvas.u(0.1), most):
        yield Rect(body.x, top, body.width, height)


def _above(body: Rect, below: Rect, canvas: Canvas) -> Rect:
    """Return the area cut so that it ends above what overlaps it."""
    end = min(body.bottom, below.y - canvas.u(0.06)) if below.y > body.y + body.height.over(2) else body.bottom
    return Rect(body.x, body.y, body.width, end - body.y)


def _from(body: Rect, top: Length) -> Rect:
    top = max(top, body.y)
    return Rect(body.x, top, body.width, body.bottom - top)


def _inside(frame: Rect, canvas: Canvas) -> bool:
    slack = canvas.u(0.1)
    return frame.x >= ZERO and frame.y >= ZERO and frame.right <= canvas.page.width + slack and frame.bottom <= canvas.page.height + slack


def _within(frame: Rect, body: Rect) -> bool:
    """Tell whether a frame stands in the upper part of the content's area, where it would cut it in two."""
    return frame.overlaps(body) and frame.y < body.y + body.height * 0.7
