from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.brand.decor.sheet import Skipped
from tests.support.decor import PNG, sheet, xml


def test_pictures_of_the_part() -> None:
    of_part = sheet()
    assert of_part.picture(xml('<a:blip r:embed="rId2"/>')) == ("ppt/media/logo.png", PNG)
    assert of_part.picture(xml('<a:blip r:embed="rId9"/>')) == ("", b"")
    assert of_part.picture(xml('<a:blip r:link="rId2"/>')) == ("", b"")


def test_styles_of_the_theme_are_counted_from_one() -> None:
    of_part = sheet()
    style = of_part.style("fillStyleLst", 2)
    assert style is not None and style.tag.endswith("gradFill")
    assert [of_part.style("fillStyleLst", number) for number in (0, 3)] == [None, None]
    assert of_part.style("noSuchList", 1) is None


def test_inside_a_style_the_colour_has_a_name() -> None:
    inside = sheet().styled("123456")
    assert (inside.colors["phClr"], inside.part) == ("123456", "ppt/theme/theme1.xml")
    assert sheet().styled(None).colors == sheet().colors


def test_what_is_missing_is_noted_once() -> None:
    of_part = sheet()
    for _ in range(2):
        of_part.styled("000000").skip("bar", "缺", "missing")
    assert of_part.skipped == [Skipped("bar", Phrase("缺", "missing"))]
