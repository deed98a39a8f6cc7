from __future__ import annotations

from dataclasses import replace

from engine.base.diagnostics import Findings
from engine.base.units import Rect
from engine.model.blocks import Image
from engine.plan.deck.images import PictureData
from engine.plan.deck.patterns import image
from tests.support.planning import AT, assert_reads, canvas, drawn, outline, pages, t

PHOTO = Image("content/h1/photo.png", "现场照片", t("图：618 现场"), where=AT)


def test_a_picture_keeps_its_shape_above_its_caption() -> None:
    """1600 × 900 pixels in a box of 6 × 3 in: as high as there is room."""
    assert_reads(
        drawn(PHOTO, 6, 3),
        """
        image 0.6 0 4.81×2.7
        caption 0 2.7 6×0.3 11 图：618 现场
        """,
    )


def test_a_long_caption_takes_lines_from_the_picture() -> None:
    assert_reads(
        drawn(replace(PHOTO, caption=t("图：618 现场，" * 5)), 2, 3),
        """
        image 0 0.55 2×1.12
        caption 0 2.23 2×0.77 11 图：618 现场，图：618 现|场，图：618 现场，图：618 |现场，图：618 现场，
        """,
    )


class NoPictures:
    def read(self, block: Image, findings: Findings) -> PictureData | None:
        return None


def test_a_picture_that_cannot_be_read_leaves_its_caption() -> None:
    page = canvas()
    image.draw(PHOTO, Rect.inches(0, 0, 6, 3), page, NoPictures())
    assert outline(page.elements) == "caption 0 2.7 6×0.3 11 图：618 现场"


def test_a_picture_is_never_divided() -> None:
    assert pages(PHOTO, height=1.5) == "Image @3\nFIT002 content/h1/report.yaml:12:5"
