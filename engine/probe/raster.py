"""How many pixels a picture has."""

from __future__ import annotations

import io

RASTER = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
"""How PNG, JPEG, GIF, BMP and TIFF begin."""


def pixels_of(blob: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None for a drawing (SVG, EMF, WMF) and for what cannot be read."""
    if not blob.startswith(RASTER):
        return None
    from PIL import Image, UnidentifiedImageError  # a large library that files without pictures do without

    try:
        with Image.open(io.BytesIO(blob)) as image:
            return image.size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
