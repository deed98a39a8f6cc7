from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.model.blocks import Image
from engine.plan.deck.images import PictureData, PictureSource
from tests.support.planning import Pictures


def test_a_source_is_whatever_reads() -> None:
    """The planner knows files only through this door; tests hand it one without files."""
    source: PictureSource = Pictures()
    assert source.read(Image("content/h1/photo.png", "现场"), Findings()) == PictureData(b"", 1600, 900)
