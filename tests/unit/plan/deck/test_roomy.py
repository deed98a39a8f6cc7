from __future__ import annotations

from engine.base.units import Rect
from engine.model.blocks import Block, Panel
from engine.plan.deck.roomy import draw_roomy, roomier_steps
from tests.support.planning import AT, Pictures, canvas, outline, sheet, t

AREA = Rect.inches(0, 0, 3.84, 5.12)
POINT = "提前三周分层预热，付定人数增加。"


def panel(*bullets: str) -> Panel:
    return Panel(t("小结"), bullets=tuple(map(t, bullets)), where=AT)


def words(block: Block, area: Rect = AREA, level: int = 0) -> list[str]:
    page = canvas()
    draw_roomy((block,), area, page, Pictures(), level)
    return [line for line in outline(page.elements).splitlines() if line.startswith("bullets")]


def test_a_page_with_much_room_may_have_larger_text() -> None:
    assert roomier_steps((panel(POINT),), AREA, sheet()) == (-2, -1)
    assert roomier_steps((panel(*[POINT] * 7),), AREA, sheet()) == (-1,)
    assert roomier_steps((panel(*[POINT] * 11),), AREA, sheet()) == ()


def test_text_is_the_largest_that_ends_no_more_paragraphs_in_orphans_than_full_size_does() -> None:
    assert words(panel(POINT)) == ["bullets 0.28 0.7 2.98×4.28 14 提前三周分层预热，付定人数|增加。"]
    narrow = Rect.inches(0, 0, 1.3, 5.12)  # four characters part two and two at any size
    assert words(panel("分层预热"), narrow) == ["bullets 0.28 0.7 0.74×4.28 14 分层|预热"]


def test_a_step_of_the_ladder_stays() -> None:
    assert words(panel(POINT), level=1) == ["bullets 0.28 0.7 3.28×4.28 11.5 提前三周分层预热，付定人数增加。"]
