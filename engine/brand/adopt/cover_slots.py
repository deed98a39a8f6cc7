"""The slots of a cover: title and subtitle in the template's placeholders, the short lines where there is room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Phrase
from engine.base.records import replace
from engine.base.units import ZERO, Length, Rect
from engine.brand.adopt.placed import Canvas, Placed
from engine.brand.inspect.seen_deck import SeenPlaceholder

TITLE_LEAST = 34.0
"""Points at full size of the smallest title of two lines that a cover should have room for."""
PITCH = 63 / 48
_TEXTS = ("body", "obj", "subTitle")
_LINES = {"subtitle": 30.0, "meta": 22.0, "unit": 22.0, "note": 15.0}
"""Points at full size that the lines of a cover take."""
_WIDE = 8.0
_TALL = 0.4
"""Share of the page's height above which a placeholder is for content, not for a line of a cover."""
_FREE = Phrase("模板没有这样的占位符：放在空处", "the template has no such placeholder: where there is room")


def cover_slots(canvas: Canvas) -> tuple[Placed, ...]:
    """Return title, subtitle, unit, meta and note. The title is the title placeholder, else the text placeholder with the largest type."""
    title, subtitle, others = cover_holders(canvas)
    placed = [_title(canvas, title, subtitle)]
    head = placed[0].frame
    if subtitle is not None and subtitle.frame is not None:
        why = Phrase("副标题占位符", "the subtitle placeholder")
        if subtitle.type != "subTitle":
            why = Phrase("标题之外字号最大的文字占位符", "the text placeholder with the largest type but the title")
        placed.append(canvas.placed("subtitle", subtitle, subtitle.frame, why, sure=subtitle.type == "subTitle"))
    else:
        height = canvas.lines(_LINES["subtitle"]) * (1 if head.width > canvas.u(9) else 2)
        line = Rect(head.x, head.bottom + canvas.u(0.1), head.width, height)
        placed.append(_beside("subtitle", canvas, _on_page(line, canvas), placed))
    below = placed[1].frame if placed[1].frame.y > head.y else head
    meta = next((each for each in others if each.frame is not None and each.frame.y >= head.y), None)
    if meta is not None and meta.frame is not None:
        why = Phrase("其余的文字占位符", "the text placeholder that is left")
        frame = _widened(canvas, meta.frame)
        placed.append(canvas.placed("meta", meta, frame, why, sure=False))
    else:
        line = Rect(head.x, below.bottom + canvas.u(0.16), max(head.width, canvas.u(_WIDE)), canvas.lines(_LINES["meta"]))
        placed.append(_beside("meta", canvas, _on_page(line, canvas), placed))
    unit = Rect(head.x, head.y - canvas.u(0.5), max(head.width, canvas.u(_WIDE)), canvas.lines(_LINES["unit"]))
    placed.append(_beside("unit", canvas, _on_page(unit, canvas), placed))
    note = Rect(head.x, canvas.page.height - canvas.u(0.36), max(head.width, canvas.u(_WIDE)), canvas.lines(_LINES["note"]))
    placed.append(_beside("note", canvas, _on_page(note, canvas), placed))
    order = ("title", "subtitle", "unit", "meta", "note")
    return tuple(sorted(placed, key=lambda each: order.index(each.slot)))


def cover_holders(canvas: Canvas) -> tuple[SeenPlaceholder | None, SeenPlaceholder | None, list[SeenPlaceholder]]:
    """Return the placeholders of title and subtitle, and the other texts of a cover that words may be read on, from the top."""
    tall = canvas.page.height * _TALL
    texts = [each for each in canvas.layout.of_types(*_TEXTS) if each.frame is not None and each.frame.height <= tall and _legible(each)]
    by_size = sorted(texts, key=lambda each: -(each.look.size or 0))
    title = canvas.layout.title
    if title is None or title.frame is None:
        title = by_size[0] if by_size else None
    elif canvas.spoken and title.idx not in canvas.spoken:  # the template itself writes its title elsewhere
        title = next((each for each in by_size if each.idx in canvas.spoken), title)
    rest = [each for each in by_size if each is not title]
    subtitle = next((each for each in rest if each.type == "subTitle"), None)
    if subtitle is None and title is not None and title.frame is not None:
        near = [each for each in rest if each.frame is not None and each.frame.y >= title.frame.y]
        subtitle = near[0] if near else None
    others = sorted((each for each in rest if each is not subtitle), key=lambda each: each.frame.y if each.frame is not None else Length(0))
    return title, subtitle, others


def _legible(holder: SeenPlaceholder) -> bool:
    """Tell whether a placeholder is meant to be read: one in the colour of its ground is a trick of the template."""
    return not holder.ground.colors or holder.look.color not in holder.ground.colors


def _title(canvas: Canvas, holder: SeenPlaceholder | None, subtitle: SeenPlaceholder | None) -> Placed:
    two_lines = canvas.lines(TITLE_LEAST * PITCH * 2)
    if holder is None or holder.frame is None:
        page = canvas.page
        frame = Rect(page.width * 0.07, page.height * 0.32, page.width * 0.82, max(two_lines, page.height * 0.2))
        why = Phrase("版式没有标题占位符", "the layout has no placeholder for a title")
        return canvas.placed("title", None, frame, why, sure=False)
    sure = holder.type in {"title", "ctrTitle"}
    why = Phrase("标题占位符", "the title placeholder")
    if not sure and canvas.layout.title is not None:
        why = Phrase("示例页的标题写在这里，没有写在标题占位符里", "the sample slide has its title here, not in the title placeholder")
    elif not sure:
        why = Phrase("没有标题占位符：字号最大的文字占位符", "no title placeholder: the text placeholder with the largest type")
    frame = holder.frame
    if frame.height < two_lines:
        frame = _taller(canvas, holder, two_lines, subtitle)
        if frame != holder.frame:
            why = Phrase(f"{why.zh}，加高到两行", f"{why.en}, taller for two lines")
    return canvas.placed("title", holder, frame, why, sure=sure)


def _taller(canvas: Canvas, holder: SeenPlaceholder, height: Length, subtitle: SeenPlaceholder | None) -> Rect:
    """Return a frame of a height that begins where it began or ends where it ended, whichever has room; as it is where neither has."""
    frame = holder.frame
    assert frame is not None, "only a title with a frame is made taller"
    up = Rect(frame.x, frame.bottom - height, frame.width, height)
    down = Rect(frame.x, frame.y, frame.width, height)
    room = canvas.room_for_words(frame, holder)
    blocked = subtitle is not None and subtitle.frame is not None and subtitle.frame.overlaps(down)
    least = room.share(frame) - 0.05  # as good as where the template itself has its title
    if not blocked and room.share(down) >= least:
        return down
    return up if up.y > canvas.u(0.1) and room.share(up) >= least else frame


def _widened(canvas: Canvas, frame: Rect) -> Rect:
    """Return a frame as wide as a line of who and when needs, if there is room at its right."""
    wide = _on_page(Rect(frame.x, frame.y, max(frame.width, canvas.u(_WIDE)), frame.height), canvas)
    return wide if canvas.room(frame).is_free(wide) else frame


def _beside(slot: str, canvas: Canvas, wish: Rect, placed: Sequence[Placed]) -> Placed:
    """Return a slot in a box of its own: where it is wished, else at the nearest height that is free of decor and other slots."""
    title = placed[0]
    rooms = (canvas.room(title.frame), canvas.room_for_words(title.frame, title.holder), canvas.room(wish))
    taken = [_span(placed, canvas), *(other.frame for other in placed)]
    clear = [frame for frame in _heights(canvas, wish) if not any(frame.overlaps(other) for other in taken)]
    for room in rooms:
        found = next((frame for frame in clear if room.is_free(frame)), None)
        if found is not None:
            line = canvas.placed(slot, None, found, _FREE, sure=room is rooms[0])
            tone = "dark" if canvas.seems_dark(title.frame, title.holder) else "light"
            return replace(line, ground=tone) if room is rooms[1] else line
    return canvas.placed(slot, None, next(iter(clear), wish), Phrase("没有空处", "there is no room free of decor"), sure=False)


def _span(placed: Sequence[Placed], canvas: Canvas) -> Rect:
    """Return the rows of the page from title to subtitle: no other line parts them."""
    frames = [each.frame for each in placed if each.slot in {"title", "subtitle"}]
    top, bottom = min(frame.y for frame in frames), max(frame.bottom for frame in frames)
    return Rect(ZERO, top, canvas.page.width, bottom - top)


def _heights(canvas: Canvas, wish: Rect) -> Iterator[Rect]:
    """Yield a frame at its height and then further and further above and below it, shorter ones last, all on the page."""
    step = canvas.u(0.1)
    for width in (wish.width, wish.width * 0.7, wish.width * 0.5):
        for at in range(60):
            for y in (wish.y + step * at, wish.y - step * at):
                if y >= canvas.u(0.1) and y + wish.height <= canvas.page.height - canvas.u(0.1):
                    yield Rect(wish.x, y, width, wish.height)


def _on_page(frame: Rect, canvas: Canvas) -> Rect:
    """Return a line inside the margins of the page."""
    margin = canvas.u(0.45)
    left = max(frame.x, margin)
    return Rect(left, frame.y, min(frame.right, canvas.page.width - margin) - left, frame.height)
