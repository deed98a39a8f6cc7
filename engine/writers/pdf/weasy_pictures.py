"""Pictures of pixels as WeasyPrint embeds them: read from memory, each once in a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from hashlib import md5
from io import BytesIO
from typing import Any

from PIL import Image
from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.images import RasterImage

from engine.base.errors import TemplateError
from engine.base.records import dataclass

_STYLE = {"image_rendering": INITIAL_VALUES["image_rendering"]}


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of one document."""

    _known: dict[str, RasterImage] = field(default_factory=dict)

    def drawer(self, blob: bytes) -> Callable[[Any, float, float], None]:
        """Return what draws a picture in a width and a height. Raises TemplateError for bytes that are none."""
        name = md5(blob, usedforsecurity=False).hexdigest()
        if name not in self._known:
            try:
                self._known[name] = RasterImage(Image.open(BytesIO(blob)), name, blob, None, {}, "from-image", DEFAULT_OPTIONS)
            except (OSError, SyntaxError, ValueError) as trouble:  # what Pillow says of broken files
                raise TemplateError(
                    f"PDF 无法绘制：读不出图片（{trouble}）", f"the PDF cannot be drawn: a picture cannot be read ({trouble})"
                ) from None
        picture = self._known[name]
        return lambda stream, width, height: picture.draw(stream, width, height, _STYLE)
