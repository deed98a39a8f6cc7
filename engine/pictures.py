"""Picture files for the planner, read through the workspace and checked before they are drawn."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Any

from engine.base.diagnostics import Diagnostic, Findings, Phrase, error
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.model.blocks import Image
from engine.plan.deck.images import PictureData

MOST_PIXELS = 64_000_000
FORMATS = frozenset({"PNG", "JPEG", "GIF"})
"""What PowerPoint, Word, WPS and LibreOffice all draw."""


@contextmanager
def _strict_decoding(image_file: Any) -> Iterator[None]:
    """Refuse half a picture, also after WeasyPrint has told Pillow for the whole process to put up with one."""
    lenient = image_file.LOAD_TRUNCATED_IMAGES
    image_file.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        image_file.LOAD_TRUNCATED_IMAGES = lenient


@dataclass(frozen=True, slots=True)
class WorkspacePictures:
    """Reads pictures below the workspace root; `read_paths` are those it was asked for."""

    workspace: Workspace
    read_paths: list[Path] = field(default_factory=list)

    def read(self, block: Image, findings: Findings) -> PictureData | None:
        """Return the picture, or None after a FILE diagnostic at the block: missing, damaged, too many pixels, unusable format."""
        from PIL import Image as Pillow  # only reports with pictures pay for it
        from PIL import ImageFile, UnidentifiedImageError

        path = self.workspace.inside(self.workspace.root, block.path)
        name = path.name
        self.read_paths.append(path)
        try:
            blob = path.read_bytes()
            with (
                _strict_decoding(ImageFile),
                warnings.catch_warnings(action="ignore", category=Pillow.DecompressionBombWarning),
                Pillow.open(io.BytesIO(blob)) as opened,
            ):
                size, kind = opened.size, opened.format
                if kind in FORMATS and size[0] * size[1] <= MOST_PIXELS:
                    opened.draft("L", (1, 1))  # a JPEG is decoded at an eighth: enough to see that it is whole
                    opened.load()
        except Pillow.DecompressionBombError:
            findings.add(_too_large(name, block))
            return None
        except FileNotFoundError:
            findings.add(error("FILE020", f"找不到图片“{block.path}”", f"there is no picture {block.path!r}", block.where))
            return None
        except (UnidentifiedImageError, OSError) as fault:
            if isinstance(fault, PermissionError):
                reason = fault.strerror
                findings.add(error("FILE021", f"图片“{name}”无法读取：{reason}", f"picture {name!r} cannot be read: {reason}", block.where))
                return None
            hint = Phrase("用看图软件重新另存为 PNG 或 JPEG", "save it again as PNG or JPEG")
            findings.add(error("FILE021", f"“{name}”不是能读的图片", f"{name!r} is not a readable picture", block.where, hint))
            return None
        if kind not in FORMATS:
            hint = Phrase("另存为 PNG 或 JPEG", "save it as PNG or JPEG")
            findings.add(
                error(
                    "FILE022",
                    f"“{name}”是 {kind} 格式，Office 不能都显示",
                    f"{name!r} is {kind}, which not every Office draws",
                    block.where,
                    hint,
                )
            )
            return None
        if size[0] * size[1] > MOST_PIXELS:
            findings.add(_too_large(name, block))
            return None
        return PictureData(blob, *size)


def _too_large(name: str, block: Image) -> Diagnostic:
    hint = Phrase("先缩小图片", "scale it down first")
    return error("FILE023", f"“{name}”超过 6400 万像素", f"{name!r} has more than 64 million pixels", block.where, hint)
