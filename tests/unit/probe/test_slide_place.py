from __future__ import annotations

from lxml import etree

from engine.probe.drawn import DrawnBox
from engine.probe.slide_place import Placement, number_of, points

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
FRAME = f'<a:xfrm {A}{{}}><a:off x="127000" y="254000"/><a:ext cx="381000" cy="127000"/></a:xfrm>'
GROUP = (
    f"<p:grpSp {A} {P}><p:grpSpPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='1270000' cy='1270000'/>"
    "<a:chOff x='127000' y='127000'/><a:chExt cx='2540000' cy='2540000'/></a:xfrm></p:grpSpPr></p:grpSp>"
)


def test_a_frame_in_points() -> None:
    assert Placement().box(etree.fromstring(FRAME.format(""))) == DrawnBox(10, 20, 30, 10)


def test_a_shape_on_its_side_stands_in_the_box_around_it() -> None:
    box = Placement().box(etree.fromstring(FRAME.format(' rot="5400000"')))
    assert box is not None
    assert [round(each) for each in (box.x, box.y, box.width, box.height)] == [20, 10, 10, 30]


def test_a_group_shrinks_its_children_by_half() -> None:
    inside = Placement().inside(etree.fromstring(GROUP), "三个步骤")
    assert inside.box(etree.fromstring(FRAME.format(""))) == DrawnBox(0, 5, 15, 5)
    assert inside.alt == "三个步骤"


def test_a_group_without_a_frame_changes_nothing() -> None:
    assert Placement().inside(etree.fromstring(f"<p:grpSp {P}/>"), "") == Placement()


def test_a_number_that_is_none_is_zero() -> None:
    node = etree.fromstring('<a cx="NaN" cy="-12700"/>')
    assert (number_of(node, "cx"), number_of(node, "cz"), points(node, "cy")) == (0, 0, -1.0)
    assert Placement().box(None) is None
