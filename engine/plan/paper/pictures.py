"""The door to image files: the pipeline passes one that reads through the workspace."""

from __future__ import annotations

from typing import Protocol

from engine.base.diagnostics import Findings
from engine.model.blocks import Image


class PictureFile(Protocol):
    """A picture that was read: its bytes and its size in pixels."""

    @property
    def blob(self) -> bytes: ...

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...


class PictureSource(Protocol):
    def read(self, block: Image, findings: Findings) -> PictureFile | None:
        """Return the picture, or None after reporting why it can't be used."""
        ...
