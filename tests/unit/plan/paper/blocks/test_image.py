from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.model.blocks import Image
from engine.model.paper import PaperPicture
from engine.plan.deck.images import PictureData
from engine.plan.paper.blocks.image import TALLEST, write_image
from tests.support.papers import flow, told
from tests.support.planning import Pictures, t

PHOTO = Image("content/h1/photo.png", "现场", t("现场照片"), t("门店"))


class Sized:
    def __init__(self, width: int, height: int) -> None:
        self.picture = PictureData(b"", width, height) if width else None

    def read(self, block: Image, findings: Findings) -> PictureData | None:
        return self.picture


def size_of(width: int, height: int) -> tuple[float, float]:
    made = flow()
    write_image(PHOTO, made, Sized(width, height))
    (picture,) = made.blocks
    assert isinstance(picture, PaperPicture)
    return round(picture.size.width.inches, 2), round(picture.size.height.inches, 2)


def test_a_picture_is_as_wide_as_the_text_but_not_blown_up() -> None:
    made = flow()
    write_image(PHOTO, made, Pictures())
    assert told(made.blocks) == "picture content/h1/photo.png [图 1-1] 现场照片 来源：门店"
    assert size_of(1600, 900) == (6.27, 3.53)
    assert size_of(220, 110) == (2.0, 1.0)
    assert size_of(1000, 4000)[1] == TALLEST.inches


def test_a_picture_that_cannot_be_read_leaves_nothing() -> None:
    made = flow()
    write_image(PHOTO, made, Sized(0, 0))
    assert made.blocks == []
