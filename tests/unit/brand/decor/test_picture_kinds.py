from __future__ import annotations

import io

import pytest
from PIL import Image

from engine.base.diagnostics import Phrase
from engine.brand.decor.picture_kinds import PictureKind, cannot_be_drawn, kind_of, pixels_of, points_of
from tests.support.decor import EMF


def picture(form: str, size: tuple[int, int] = (40, 20)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP"])
def test_size_is_known_without_decoding(form: str) -> None:
    blob = picture(form)
    assert (kind_of(blob).value, pixels_of(blob), points_of(blob), cannot_be_drawn(blob)) == (form, (40, 20), (30, 15), None)


def test_others_are_known_by_their_beginning() -> None:
    assert kind_of(picture("TIFF")) is PictureKind.TIFF and pixels_of(picture("TIFF")) is None
    assert kind_of(b'<?xml version="1.0"?><svg/>') is PictureKind.SVG
    assert (kind_of(EMF), kind_of(b"\xd7\xcd\xc6\x9a"), kind_of(b"")) == (PictureKind.EMF, PictureKind.WMF, PictureKind.OTHER)


def test_why_a_picture_cannot_be_drawn() -> None:
    assert cannot_be_drawn(EMF) == Phrase("图片格式 EMF", "a picture of the format EMF")
    assert cannot_be_drawn(b"?") == Phrase("图片格式 ?", "a picture of the format ?")
    bomb = bytearray(picture("PNG"))
    bomb[16:24] = (20_000).to_bytes(4, "big") * 2
    assert cannot_be_drawn(bytes(bomb)) == Phrase("图片过大（20000×20000）", "its picture is too large (20000×20000)")


@pytest.mark.parametrize("blob", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x04\x00\x00", b"GIF8", b"BM"])
def test_a_cut_file_has_no_size(blob: bytes) -> None:
    assert pixels_of(blob) is None
