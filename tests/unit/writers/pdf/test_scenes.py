from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.base.units import Size, pt
from engine.model.theme import Color
from engine.writers.pdf.marks import Words
from engine.writers.pdf.page_marks import GroundMark, TurnedWords
from engine.writers.pdf.scenes import PAGE_NUMBER, Scenes
from tests.support.decor import told

SIZE = Size(pt(100), pt(50))
SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ground:
    background: Color | None = None
    decor: tuple[GroundMark, ...] = ()
    fills: Mapping[str, Color] = field(default_factory=dict)


def words(text: str) -> TurnedWords:
    return TurnedWords((Words(text, 0, 0, 10, Color("000000"), bold=False, anchor="start", family="x"),), SAME)


def test_the_background_covers_the_page() -> None:
    scene = Scenes({"content": Ground(Color("0B2239"))}).scene("content", 1, SIZE)
    assert scene is not None
    (paper,) = scene.marks
    assert not isinstance(paper, TurnedWords)
    assert told(paper) == "background: M 0 0 L 100 0 L 100 50 L 0 50 Z fill 0B2239"


def test_a_layout_without_a_ground_has_no_scene() -> None:
    scenes = Scenes({"content": Ground()})
    assert scenes.scene("cover", 1, SIZE) is None
    assert scenes.scene("content", 1, SIZE) is None


def test_all_slides_of_a_layout_share_theirs_but_for_the_number() -> None:
    scenes = Scenes({"content": Ground(None, (words("机密"),)), "counted": Ground(None, (words(f"第 {PAGE_NUMBER} 页"),))})
    assert scenes.scene("content", 1, SIZE) is scenes.scene("content", 2, SIZE)
    counted = [scenes.scene("counted", number, SIZE) for number in (1, 12)]
    assert [mark.words[0].text for scene in counted if scene for mark in scene.marks if isinstance(mark, TurnedWords)] == [
        "第 1 页",
        "第 12 页",
    ]
