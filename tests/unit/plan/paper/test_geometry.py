from __future__ import annotations

from engine.base.units import Length, Size, inch
from engine.brand.paper_style import PaperSection
from engine.plan.paper.geometry import frame_of
from tests.support.papers import frame
from tests.support.planning import in_inches


def test_the_body_stands_between_header_and_footer() -> None:
    assert in_inches(frame().body) == "1 1.14 6.27×9.56"


def test_a_landscape_page_has_the_same_margins() -> None:
    turned = frame().turned()
    assert in_inches(turned.body) == "1 1.14 9.69×6.13"
    assert turned.turned() == frame()
    assert turned.width > frame().width


def test_a_section_may_have_other_margins_at_each_side_and_when_turned() -> None:
    body, wide = section(Size(inch(8.5), inch(11)), inch(3.3)), section(Size(inch(11), inch(8.5)), inch(0.5))
    page = frame_of(body, wide)
    assert in_inches(page.body) == "3.3 1.2 4.7×8.8"
    assert in_inches(page.turned().body) == "0.5 1.2 10×6.3"
    assert (page.header, round(page.stretch, 3)) == (inch(0.4), 0.941)


def section(size: Size, left: Length) -> PaperSection:
    return PaperSection(size, left, inch(0.5), inch(1.2), inch(1), inch(0.4), inch(0.3), (), "")
