from __future__ import annotations

from lxml import etree

from engine.brand.inspect.seen_deck import FontUse
from engine.brand.inspect.seen_theme import FontSet, SeenTheme
from engine.brand.inspect.used_fonts import fonts_of, typefaces


def test_typefaces_that_text_names_itself() -> None:
    text = (
        '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:latin typeface="+mn-lt"/><a:latin typeface="Lato"/>'
        '<a:ea typeface="微软雅黑"/><a:cs typeface=""/></a:p>'
    )
    assert list(typefaces(etree.fromstring(text))) == [("Lato", "latin"), ("微软雅黑", "ea")]


def test_each_face_once_a_script_with_all_its_places() -> None:
    theme = SeenTheme("", (), FontSet("Arial", "", "", "宋体"), FontSet("Arial", "黑体", "", ""), {})
    spoken = [("Arial", "latin", "layouts"), ("Arial", "latin", "layouts"), ("Arial", "ea", "slides")]
    assert fonts_of([theme], spoken) == (
        FontUse("Arial", "latin", ("theme", "layouts")),
        FontUse("黑体", "ea", ("theme",)),
        FontUse("Arial", "ea", ("slides",)),
    )
