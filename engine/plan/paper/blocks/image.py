"""Pictures: as wide as the text, or smaller when they have few pixels or would be too tall."""

from __future__ import annotations

from engine.base.units import Size, inch
from engine.model.blocks import Image
from engine.model.paper import PaperPicture
from engine.plan.paper.blocks.chart import with_prefix
from engine.plan.paper.flow import Flow
from engine.plan.paper.pictures import PictureSource

PIXELS_PER_INCH = 110
TALLEST = inch(4.6)


def write_image(block: Image, flow: Flow, pictures: PictureSource) -> None:
    picture = pictures.read(block, flow.findings)
    if picture is None:
        return
    factor = min(flow.width / picture.width, TALLEST / picture.height, inch(1 / PIXELS_PER_INCH) / 1)
    size = Size(inch(1) * (picture.width * factor / inch(1)), inch(1) * (picture.height * factor / inch(1)))
    caption = flow.figure_caption(block.caption)
    flow.add(
        PaperPicture(
            flow.unique("image"),
            block.path,
            picture.blob,
            size,
            block.alt,
            caption,
            with_prefix(block.source, flow.sheet),
            flow.at(block.where),
        )
    )
