from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.brand.decor.geometry import adjustments, traced
from tests.support.decor import preset, traces, xml


def outlines(content: str) -> list[str]:
    found = traced(xml(f"<p:spPr>{content}</p:spPr>"), 100, 50)
    assert not isinstance(found, Phrase)
    return traces(found)


def custom(paths: str, guides: str = "") -> str:
    return f"<a:custGeom><a:gdLst>{guides}</a:gdLst><a:pathLst>{paths}</a:pathLst></a:custGeom>"


def test_without_a_geometry_it_is_a_rectangle() -> None:
    assert outlines("") == ["M 0 0 L 100 0 L 100 50 L 0 50 Z"]


def test_what_the_author_adjusted() -> None:
    node = xml(preset("triangle", '<a:gd name="adj" fmla="val 100000"/><a:gd name="x" fmla="*/ 1 2 3"/>'))
    assert adjustments(node) == {"adj": 100_000}
    assert outlines(preset("triangle", '<a:gd name="adj" fmla="val 100000"/>')) == ["M 0 50 L 100 0 L 100 50 Z"]


def test_paths_of_their_own_are_stretched_into_the_shape() -> None:
    commands = (
        '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="10" y="0"/></a:lnTo>'
        '<a:cubicBezTo><a:pt x="10" y="5"/><a:pt x="5" y="10"/><a:pt x="0" y="10"/></a:cubicBezTo><a:close/>'
    )
    assert outlines(custom(f'<a:path w="10" h="10">{commands}</a:path>')) == ["M 0 0 L 100 0 C 100 25 50 50 0 50 Z"]


def test_guides_count_in_emu_where_a_path_has_no_size() -> None:
    commands = '<a:moveTo><a:pt x="l" y="t"/></a:moveTo><a:quadBezTo><a:pt x="half" y="b"/><a:pt x="r" y="b"/></a:quadBezTo>'
    guide = '<a:gd name="half" fmla="*/ w 1 2"/>'
    assert outlines(custom(f"<a:path>{commands}</a:path>", guide)) == ["M 0 0 C 33.33 33.33 66.67 50 100 50"]


def test_an_arc() -> None:
    commands = '<a:moveTo><a:pt x="0" y="10"/></a:moveTo><a:arcTo wR="10" hR="10" stAng="10800000" swAng="cd4"/>'
    assert outlines(custom(f'<a:path w="10" h="10">{commands}</a:path>')) == ["M 0 50 C 0 22.39 44.77 0 100 0"]


def test_how_the_paths_of_a_shape_are_filled() -> None:
    found = traced(xml(f'<p:spPr>{custom("""<a:path fill="darken"/><a:path fill="none" stroke="0"/><a:path/>""")}</p:spPr>'), 1, 1)
    assert not isinstance(found, Phrase)
    assert [(each.shade, each.stroked) for each in found] == [(-0.4, True), (None, False), (0.0, True)]


def test_what_cannot_be_told_is_said() -> None:
    assert traced(xml(f"<p:spPr>{preset('cloud')}</p:spPr>"), 1, 1) == Phrase("预设形状 cloud", "the preset shape cloud")
    for bad in ("<a:path><a:turn/></a:path>", '<a:path><a:lnTo><a:pt x="no" y="0"/></a:lnTo></a:path>'):
        found = traced(xml(f"<p:spPr>{custom(bad)}</p:spPr>"), 1, 1)
        assert isinstance(found, Phrase) and found.en == "a formula of its freeform is wrong"
