from __future__ import annotations

from engine.model.deck import TextBox, TextTag
from engine.plan.paper.running import Running
from tests.support.papers import canvas, frame
from tests.support.planning import in_inches


def test_header_and_footer_frame_the_page() -> None:
    page = canvas()
    Running("总结报告", "运营部").draw("一、概述", "3", frame(), page)
    boxes = [each for each in page.elements if isinstance(each, TextBox)]
    assert [box.plain for box in boxes] == ["总结报告", "一、概述", "运营部", "3"]
    assert {box.tag for box in boxes} == {TextTag.RUNNING}
    assert in_inches(boxes[0].frame).startswith("1 0.52 ")
    assert in_inches(boxes[2].frame).startswith("1 10.99 ")


def test_a_landscape_page_has_them_at_its_own_edges() -> None:
    page = canvas()
    Running("总结报告", "运营部").draw("一、概述", "3", frame().turned(), page)
    assert all(frame().turned().size.height > each.frame.bottom for each in page.elements if isinstance(each, TextBox))
