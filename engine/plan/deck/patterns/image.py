"""Pictures: scaled into their frame, never stretched, with a caption below."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Rect
from engine.model.blocks import Align, Image
from engine.model.deck import Picture
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.images import PictureSource
from engine.plan.deck.sheet import Sheet

LEAST = 1.6


def minimum(block: Image, width: Length, sheet: Sheet, _level: int) -> Length:
    return sheet.u(LEAST) + _caption_height(block, width, sheet)


def maximum(_block: Image, _width: Length, sheet: Sheet, _level: int) -> Length:
    return sheet.tall(5.12)


def _caption_height(block: Image, width: Length, sheet: Sheet) -> Length:
    return sheet.height(block.caption, sheet.style("caption"), width) + sheet.u(0.06) if block.caption else ZERO


def draw(block: Image, frame: Rect, canvas: Canvas, pictures: PictureSource) -> None:
    sheet = canvas.sheet
    caption = _caption_height(block, frame.width, sheet)
    room = Rect(frame.x, frame.y, frame.width, frame.height - caption)
    picture = pictures.read(block, canvas.findings)
    if picture is not None:
        factor = min(room.width / picture.width, room.height / picture.height)
        width, height = Length(round(picture.width * factor)), Length(round(picture.height * factor))
        place = Rect(room.x + (room.width - width).over(2), room.y + (room.height - height).over(2), width, height)
        canvas.add(Picture(canvas.unique("image"), place, block.path, picture.blob, block.alt))
    style = sheet.style("caption", "ink3", align=Align.CENTER)
    canvas.text("caption", Rect(frame.x, frame.bottom - caption, frame.width, caption), block.caption, style)
