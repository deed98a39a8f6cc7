from __future__ import annotations

from lxml import etree

from engine.base.units import Rect
from engine.brand.inspect.placeholders import inherited_frame, on_layout, on_master
from engine.brand.placeholders import marked

HEAD = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
AT = '<a:xfrm><a:off x="914400" y="457200"/><a:ext cx="1828800" cy="914400"/></a:xfrm>'


def shape(name: str, mark: str, frame: str = "") -> str:
    return f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{name}"/><p:nvPr>{mark}</p:nvPr></p:nvSpPr><p:spPr>{frame}</p:spPr></p:sp>'


def page(*shapes: str) -> etree._Element:
    return etree.fromstring(f"<p:sld {HEAD}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>")


def test_placeholders_in_file_order_others_left_out() -> None:
    root = page(shape("Title", '<p:ph type="title"/>', AT), shape("Logo", ""), shape("Body", '<p:ph idx="13"/>'))
    title, body = marked(root)
    assert (title.name, title.idx, title.type, title.frame) == ("Title", 0, "title", Rect.inches(1, 0.5, 2, 1))
    assert (body.name, body.idx, body.type, body.frame) == ("Body", 13, "obj", None)


def test_a_layout_follows_the_master_by_kind() -> None:
    master = tuple(marked(page(shape("T", '<p:ph type="title"/>'), shape("B", '<p:ph type="body" idx="1"/>'))))
    kinds = ('type="ctrTitle"', 'type="subTitle" idx="1"', 'idx="5"', 'type="pic" idx="7"', 'type="dt" idx="10"')
    followed = [on_master(mark, master) for kind in kinds for mark in marked(page(shape("x", f"<p:ph {kind}/>")))]
    assert [each and each.name for each in followed] == ["T", "B", "B", "B", None]


def test_a_slide_follows_the_layout_by_idx_and_a_title_any_title() -> None:
    layout = tuple(
        marked(page(shape("T", '<p:ph type="ctrTitle"/>'), shape("B", '<p:ph idx="1"/>'), shape("S", '<p:ph type="body" idx="13"/>')))
    )
    kinds = ('type="title"', 'idx="13"', 'idx="1"', 'idx="99"')
    followed = [on_layout(mark, layout) for kind in kinds for mark in marked(page(shape("x", f"<p:ph {kind}/>")))]
    assert [each and each.name for each in followed] == ["T", "S", "B", None]


def test_of_several_with_one_idx_the_same_type_wins() -> None:
    layout = tuple(marked(page(shape("Pic", '<p:ph type="pic" idx="0"/>'), shape("Sub", '<p:ph type="subTitle" idx="0"/>'))))
    (mark,) = marked(page(shape("x", '<p:ph type="subTitle" idx="0"/>')))
    found = on_layout(mark, layout)
    assert found is not None and found.name == "Sub"


def test_the_nearest_frame_wins_and_its_owner_is_told() -> None:
    (own,) = marked(page(shape("x", "<p:ph/>")))
    (above,) = marked(page(shape("y", "<p:ph/>", AT)))
    assert inherited_frame((("slide", own), ("layout", None), ("master", above))) == (Rect.inches(1, 0.5, 2, 1), "master")
    assert inherited_frame((("slide", own), ("layout", None))) == (None, "")
