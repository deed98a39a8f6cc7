from __future__ import annotations

from lxml import etree

from engine.brand.adopt.outlines import Polygon, outline_of

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def outline(transform: str, geometry: str) -> list[Polygon]:
    size = '<a:off x="0" y="0"/><a:ext cx="200" cy="100"/>'
    node = etree.fromstring(f"<spPr {_A}><a:xfrm {transform}>{size}</a:xfrm>{geometry}</spPr>")
    return [tuple((round(x, 2), round(y, 2)) for x, y in polygon) for polygon in outline_of(node)]


def test_a_preset_that_is_not_known_is_its_frame() -> None:
    assert outline("", '<a:prstGeom prst="plaque"/>') == [((0, 0), (1, 0), (1, 1), (0, 1))]


def test_a_triangle_flipped() -> None:
    assert outline('flipH="1"', '<a:prstGeom prst="rtTriangle"/>') == [((1, 0), (0, 1), (1, 1))]


def test_a_quarter_turn_stands_up() -> None:
    (turned,) = outline('rot="5400000"', '<a:prstGeom prst="rect"/>')
    assert sorted(set(turned)) == [(0.25, -0.5), (0.25, 1.5), (0.75, -0.5), (0.75, 1.5)]


def test_a_path_of_its_own() -> None:
    points = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ((0, 0), (50, 0), (50, 20), ("wd2", 3)))
    assert outline("", f'<a:custGeom><a:pathLst><a:path w="100" h="20">{points}</a:path></a:pathLst></a:custGeom>') == [
        ((0, 0), (0.5, 0), (0.5, 1))
    ]


def test_an_ellipse_is_a_polygon_inside_its_frame() -> None:
    (ellipse,) = outline("", '<a:prstGeom prst="ellipse"/>')
    assert len(ellipse) == 24 and all(0 <= part <= 1 for dot in ellipse for part in dot)
