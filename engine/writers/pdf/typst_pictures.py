"""Pictures of pixels as SVG: Typst is given its files as text, and an SVG may hold a picture in letters."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from engine.base.errors import TemplateError

_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif"}
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
"""What a picture may be made of to go in as it is; others (colours of print, sixteen bits) go in as RGB."""


def picture_svg(blob: bytes) -> str:
    """Return a drawing of one by one that the picture fills. Raises what `picture_address` does."""
    image = f'<image width="1" height="1" preserveAspectRatio="none" href="{picture_address(blob)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1">{image}</svg>'


def picture_address(blob: bytes) -> str:
    """Return a picture as an address that holds all of it. Raises TemplateError for bytes that are none."""
    from PIL import Image  # few reports have pictures

    try:
        with Image.open(BytesIO(blob)) as picture:
            kind = picture.format or ""
            if kind not in _TYPES or picture.mode not in _MODES:
                plain = BytesIO()
                picture.convert("RGB").save(plain, "PNG")
                kind, blob = "PNG", plain.getvalue()
    except (OSError, SyntaxError, ValueError) as trouble:  # what Pillow says of broken files
        raise TemplateError(
            f"PDF 无法绘制：读不出图片（{trouble}）", f"the PDF cannot be drawn: a picture cannot be read ({trouble})"
        ) from None
    return f"data:{_TYPES[kind]};base64,{b64encode(blob).decode()}"
