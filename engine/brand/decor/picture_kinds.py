"""What a picture file is, by its first bytes: whether it can be drawn, and how large it is. No picture is decoded here."""

from __future__ import annotations

import struct
from enum import Enum

from engine.base.diagnostics import Phrase

MOST_PIXELS = 64_000_000
_PIXELS_PER_POINT = 96 / 72


class PictureKind(Enum):
    PNG = "PNG"
    JPEG = "JPEG"
    GIF = "GIF"
    BMP = "BMP"
    TIFF = "TIFF"
    SVG = "SVG"
    EMF = "EMF"
    WMF = "WMF"
    OTHER = ""


_DRAWN = frozenset({PictureKind.PNG, PictureKind.JPEG, PictureKind.GIF, PictureKind.BMP, PictureKind.TIFF})
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", PictureKind.PNG),
    (b"\xff\xd8\xff", PictureKind.JPEG),
    (b"GIF8", PictureKind.GIF),
    (b"BM", PictureKind.BMP),
    (b"II*\0", PictureKind.TIFF),
    (b"MM\0*", PictureKind.TIFF),
    (b"\xd7\xcd\xc6\x9a", PictureKind.WMF),
    (b"\x01\x00\x09\x00", PictureKind.WMF),
)
_FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
"""The JPEG markers that begin a frame, which says its size."""


def kind_of(blob: bytes) -> PictureKind:
    found = next((kind for start, kind in _STARTS if blob.startswith(start)), PictureKind.OTHER)
    if found is PictureKind.OTHER and blob[40:44] == b" EMF":
        return PictureKind.EMF
    if found is PictureKind.OTHER and b"<svg" in blob[:1000]:
        return PictureKind.SVG
    return found


def pixels_of(blob: bytes) -> tuple[int, int] | None:
    """Return width and height, None where the first bytes do not tell them."""
    kind = kind_of(blob)
    try:
        if kind is PictureKind.PNG:
            wide, high = struct.unpack(">II", blob[16:24])
        elif kind is PictureKind.GIF:
            wide, high = struct.unpack("<HH", blob[6:10])
        elif kind is PictureKind.BMP:
            wide, high = (abs(side) for side in struct.unpack("<ii", blob[18:26]))
        else:
            return _jpeg_size(blob) if kind is PictureKind.JPEG else None
    except struct.error:
        return None
    return wide, high


def _jpeg_size(blob: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(blob) and blob[at] == 0xFF:
        marker, length = blob[at + 1], int(struct.unpack(">H", blob[at + 2 : at + 4])[0])
        if marker in _FRAMES:
            high, wide = struct.unpack(">HH", blob[at + 5 : at + 9])
            return wide, high
        at += 2 + length
    return None


def points_of(blob: bytes) -> tuple[float, float] | None:
    """Return how large a picture is on a page at 96 pixels to the inch, which Office takes where it tiles one."""
    size = pixels_of(blob)
    return None if size is None else (size[0] / _PIXELS_PER_POINT, size[1] / _PIXELS_PER_POINT)


def cannot_be_drawn(blob: bytes) -> Phrase | None:
    """Return why a picture cannot be drawn, None where it can."""
    kind, size = kind_of(blob), pixels_of(blob)
    if kind not in _DRAWN:
        name = kind.value or "?"
        return Phrase(f"图片格式 {name}", f"a picture of the format {name}")
    if size is not None and size[0] * size[1] > MOST_PIXELS:
        return Phrase(f"图片过大（{size[0]}×{size[1]}）", f"its picture is too large ({size[0]}×{size[1]})")
    return None
