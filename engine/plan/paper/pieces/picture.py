"""A picture on a page, centred, with caption and source below."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.deck import Picture
from engine.model.paper import PaperPicture
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.looks import FIGURE_GAP
from engine.plan.paper.pieces.chart import caption_height, draw_caption
from engine.plan.paper.sheet import Sheet

BELOW = 2.0


@dataclass(frozen=True, slots=True)
class PicturePiece:
    picture: PaperPicture
    width: Length
    sheet: Sheet

    @property
    def before(self) -> float:
        return FIGURE_GAP

    @property
    def after(self) -> float:
        return FIGURE_GAP

    @property
    def height(self) -> float:
        return self.picture.size.height.points + BELOW + caption_height(self.picture.caption, self.picture.source, self.width, self.sheet)

    @property
    def least(self) -> float:
        return self.height

    @property
    def keep_next(self) -> bool:
        return False

    @property
    def bookmarks(self) -> tuple[str, ...]:
        return (self.picture.caption.bookmark,) if self.picture.caption else ()

    def divided(self, room: float) -> None:  # noqa: ARG002  a picture is one thing
        return None

    def draw(self, at: Point, canvas: Canvas) -> None:
        size, picture = self.picture.size, self.picture
        place = Rect(at.x + (self.width - size.width).over(2), at.y, size.width, size.height)
        canvas.add(Picture(canvas.unique(picture.name), place, picture.path, picture.blob, picture.alt))
        draw_caption(picture.caption, picture.source, Rect(at.x, place.bottom + pt(BELOW), self.width, ZERO), canvas)
