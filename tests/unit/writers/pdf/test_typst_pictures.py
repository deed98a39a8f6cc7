from __future__ import annotations

import base64
import io
import re

import pytest
from PIL import Image

from engine.base.errors import TemplateError
from engine.writers.pdf.typst_pictures import picture_svg


def picture(kind: str, mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (4, 2)).save(buffer, kind)
    return buffer.getvalue()


def held(svg: str) -> tuple[str, bytes]:
    found = re.search(r'href="data:(.*?);base64,(.*?)"', svg)
    assert found is not None
    return found[1], base64.b64decode(found[2])


@pytest.mark.parametrize(("kind", "said"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif")])
def test_a_picture_goes_in_as_it_is(kind: str, said: str) -> None:
    assert held(picture_svg(picture(kind))) == (said, picture(kind))


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "CMYK"), ("PNG", "I;16"), ("BMP", "RGB")])
def test_what_not_every_program_knows_goes_in_as_plain_colours(kind: str, mode: str) -> None:
    said, content = held(picture_svg(picture(kind, mode)))
    with Image.open(io.BytesIO(content)) as made:
        assert (said, made.format, made.mode, made.size) == ("image/png", "PNG", "RGB", (4, 2))


def test_bytes_that_are_no_picture_are_an_error() -> None:
    with pytest.raises(TemplateError, match="a picture cannot be read"):
        picture_svg(b"\x89PNG\r\n\x1a\nbroken")
