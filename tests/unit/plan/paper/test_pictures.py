from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.model.blocks import Image
from engine.plan.paper.pictures import PictureSource
from tests.support.planning import Pictures


def test_the_readers_of_decks_serve_papers_too() -> None:
    source: PictureSource = Pictures()
    picture = source.read(Image("a.png", "图"), Findings())
    assert picture is not None
    assert (picture.width, picture.height) == (1600, 900)
