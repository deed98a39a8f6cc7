from __future__ import annotations

import io

import pytest
from PIL import Image

from engine.probe.raster import pixels_of


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_pixels_of_each_kind(kind: str) -> None:
    out = io.BytesIO()
    Image.new("L", (30, 20)).save(out, kind)
    assert pixels_of(out.getvalue()) == (30, 20)


@pytest.mark.parametrize("blob", [b"", b"<svg/>", b"\x89PNG but no more", b"\xff\xd8\xff", b"\xd7\xcd\xc6\x9a"])
def test_drawings_and_damage_have_none(blob: bytes) -> None:
    assert pixels_of(blob) is None
