from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from weasyprint.pdf.stream import Stream, pydyf

from engine.base.errors import TemplateError
from engine.writers.pdf.weasy_pictures import Pictures


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 2), (200, 30, 30)).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_picture_is_embedded_once_and_stretched_to_its_frame() -> None:
    resources = pydyf.Dictionary({"ExtGState": pydyf.Dictionary(), "XObject": pydyf.Dictionary()})
    images: dict[str, Any] = {}
    stream, pictures = Stream({}, (0, 0, 100, 100), resources, images, None, {}, None), Pictures()
    for _ in range(2):
        pictures.drawer(png())(stream, 40, 20)
    assert len(images) == 1
    assert stream.stream[0] == b"40 0 0 -20 0 20 cm"


@pytest.mark.parametrize("blob", [b"", b"no picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_bytes_that_are_no_picture_are_an_error(blob: bytes) -> None:
    with pytest.raises(TemplateError, match="the PDF cannot be drawn: a picture cannot be read"):
        Pictures().drawer(blob)
