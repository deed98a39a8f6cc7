"""Reads pictures for the planner: their bytes and pixel size, checked before anything is drawn."""

from __future__ import annotations

from typing import Protocol

from engine.base.diagnostics import Findings
from engine.base.records import dataclass
from engine.model.blocks import Image


@dataclass(frozen=True, slots=True)
class PictureData:
    """`width` and `height` in pixels."""

    blob: bytes
    width: int
    height: int


class PictureSource(Protocol):
    """The door to image files; the pipeline passes one that reads through the workspace."""

    def read(self, block: Image, findings: Findings) -> PictureData | None:
        """Return the picture, or None after reporting why it can't be used."""
        ...
