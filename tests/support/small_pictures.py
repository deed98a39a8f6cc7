"""Small pictures of pages, drawn at a scale of four and reduced, so that things can move by a quarter of a pixel."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

SCALE = 4
SIZE = (480, 270)
INK, PALE, TINT = (34, 48, 60), (208, 216, 222), (244, 246, 247)


def page(text_at: tuple[float, float] = (40.0, 60.0), box_at: tuple[float, float] = (300.0, 120.0), *, fill: tuple[int, int, int] = INK, panel: tuple[int, int, int] = TINT, words: str = "GMV 10,132 +17.1%") -> Image.Image:  # fmt: skip  # noqa: E501
    """Return a page with a panel, lines of text and a box; places in pixels of the small picture, quarters of which are meant."""
    large = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), (255, 255, 255))
    draw = ImageDraw.Draw(large)
    draw.rectangle((20 * SCALE, 180 * SCALE, 460 * SCALE, 250 * SCALE), fill=panel)
    font = ImageFont.load_default(11 * SCALE)
    for line in range(6):
        draw.text((text_at[0] * SCALE, (text_at[1] + 16 * line) * SCALE), words, fill=INK, font=font)
    left, top = (round(value * SCALE) for value in box_at)
    draw.rectangle((left, top, left + 60 * SCALE, top + 40 * SCALE), fill=fill)
    return large.reduce(SCALE)


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.quantize(256, dither=Image.Dither.NONE).save(buffer, "PNG")
    return buffer.getvalue()
