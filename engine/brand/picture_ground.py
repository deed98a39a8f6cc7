"""The colours of a picture where a text stands on it."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Final

from engine.base.records import dataclass
from engine.base.units import Rect

GRAIN: Final = 64
"""Pixels across and down that a picture is looked at in: words stand on what is left of it at that size."""
_EDGE_SHARE: Final = 0.2
"""Share of the darkest and of the lightest pixels that say nothing: specks."""
_OPAQUE, _SOLID = 128, 0.75
_LARGEST: Final = 24 * 1024 * 1024

Pixel = tuple[int, int, int, int]
Shares = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PictureFill:
    """A picture of a template that fills a frame. `cut` are the shares left, top, right and bottom that it shows nothing of."""

    blob: bytes
    cut: Shares = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Shown:
    """`colors`: the darkest and the lightest, one where they hardly differ, as RRGGBB. `is_solid` False: much of what is below
    shines through.
    """

    colors: tuple[str, ...]
    is_solid: bool


@lru_cache(maxsize=512)
def shown_under(picture: PictureFill, placed: Rect, frame: Rect) -> Shown | None:
    """Return what a picture that stands in `placed` shows in `frame`; None when nothing of it is there, or it cannot be read."""
    pixels = _grain(picture.blob)
    if not pixels or placed.width <= 0 or placed.height <= 0:
        return None
    left, top, right, bottom = picture.cut
    columns = _span((frame.x - placed.x) / placed.width, (frame.right - placed.x) / placed.width, left, 1 - right)
    rows = _span((frame.y - placed.y) / placed.height, (frame.bottom - placed.y) / placed.height, top, 1 - bottom)
    found = [pixels[row * GRAIN + column] for row in rows for column in columns]
    opaque = sorted((pixel for pixel in found if pixel[3] >= _OPAQUE), key=_light)
    if not opaque:
        return None
    edge = int(len(opaque) * _EDGE_SHARE)
    ends = (opaque[edge], opaque[-1 - edge])
    return Shown(
        tuple(dict.fromkeys(f"{red:02X}{green:02X}{blue:02X}" for red, green, blue, _ in ends)), len(opaque) >= _SOLID * len(found)
    )


def _span(first: float, last: float, low: float, high: float) -> range:
    """Return the pixels from one share of a frame to another, in a picture of which only the part from `low` to `high` is shown."""
    ends = [low + (high - low) * min(max(share, 0.0), 1.0) for share in (first, last)]
    return range(min(int(ends[0] * GRAIN), GRAIN - 1), max(int(ends[0] * GRAIN) + 1, min(int(ends[1] * GRAIN + 0.999), GRAIN)))


def _light(pixel: Pixel) -> float:
    return 0.2126 * pixel[0] + 0.7152 * pixel[1] + 0.0722 * pixel[2]


@lru_cache(maxsize=32)
def _grain(blob: bytes) -> tuple[Pixel, ...]:
    """Return the pixels of a picture reduced to `GRAIN` by `GRAIN`, none when it cannot be read."""
    from PIL import Image, UnidentifiedImageError  # a large library: few templates have pictures below their words

    if len(blob) > _LARGEST:
        return ()
    try:
        with Image.open(io.BytesIO(blob)) as picture:
            picture.draft("RGB", (GRAIN * 4, GRAIN * 4))
            small = picture.convert("RGBA").resize((GRAIN, GRAIN), Image.Resampling.BOX)
            band = small.tobytes()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ()
    return tuple((band[at], band[at + 1], band[at + 2], band[at + 3]) for at in range(0, len(band), 4))
