from __future__ import annotations

from engine.base.units import Point, Size, inch
from engine.model.deck import Picture, TextBox
from engine.model.paper import Caption, PaperPicture
from engine.plan.paper.pieces.picture import PicturePiece
from engine.plan.paper.pieces.piece import Piece
from tests.support.papers import canvas, frame, sheet
from tests.support.planning import in_inches, t


def test_a_picture_stands_in_the_middle_above_its_caption() -> None:
    picture = PaperPicture(
        "image-1", "a.png", b"", Size(inch(2), inch(1)), "现场", Caption("图", 1, 1, t("现场"), "fig_1_1"), t("来源：门店")
    )
    piece = PicturePiece(picture, frame().width, sheet())
    page = canvas()
    piece.draw(Point(inch(1), inch(2)), page)
    image, *words = page.elements
    assert isinstance(image, Picture)
    assert in_inches(image.frame) == "3.13 2 2×1"
    assert [each.plain for each in words if isinstance(each, TextBox)] == ["图\u00a01-1\u3000现场", "来源：门店"]
    whole: Piece = piece
    assert (piece.bookmarks, whole.divided(10), piece.keep_next) == (("fig_1_1",), None, False)
    assert piece.least == piece.height > 72
