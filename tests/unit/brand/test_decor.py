from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from engine.base.units import Length, Point, Rect, inch
from engine.brand.decor import DecorReader
from engine.brand.template_package import TemplatePackage
from engine.model.deck import Element, Geometry, Line, Picture, Shape, Stroke
from engine.model.theme import Color

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
PART = "ppt/slideLayouts/slideLayout1.xml"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/logo.png"/></Relationships>'
)
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
PLACE = '<a:off x="914400" y="0"/><a:ext cx="1828800" cy="914400"/>'
FRAME = Rect.inches(1, 0, 2, 1)


def shape(content: str, *, transform: str = "<a:xfrm>", name: str = "bar", text: str = "") -> str:
    body = f"<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody>" if text else ""
    place = f"{transform}{PLACE}</a:xfrm>"
    return f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{place}{content}</p:spPr>{body}</p:sp>'


def preset(name: str, guides: str = "") -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


@pytest.fixture
def package(tmp_path: Path) -> TemplatePackage:
    path = tmp_path / "x.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ppt/slideLayouts/_rels/slideLayout1.xml.rels", RELS)
        archive.writestr("ppt/media/logo.png", b"PNG")
    return TemplatePackage(zipfile.ZipFile(path))


def read(package: TemplatePackage, content: str) -> tuple[tuple[Element, ...], list[str]]:
    reader = DecorReader(package, {"accent1": "1A6585"})
    root = etree.fromstring(f"<p:sldLayout {NAMESPACES}><p:cSld><p:spTree>{content}</p:spTree></p:cSld></p:sldLayout>")
    return reader.read(PART, root), reader.skipped


def test_a_filled_rectangle(package: TemplatePackage) -> None:
    assert read(package, shape(preset("rect") + RED)) == ((Shape("bar", FRAME, fill=Color("FF0000")),), [])


def test_an_outline_with_dashes(package: TemplatePackage) -> None:
    line = f'<a:ln w="12700">{RED}<a:prstDash val="sysDash"/></a:ln>'
    (found,), _ = read(package, shape(preset("ellipse") + "<a:noFill/>" + line))
    assert found == Shape("bar", FRAME, Geometry.OVAL, None, Stroke(Color("FF0000"), 1.0, dashed=True))


def test_corner_radius(package: TemplatePackage) -> None:
    (found,), _ = read(package, shape(preset("roundRect", '<a:gd name="adj" fmla="val 8000"/>') + RED))
    assert isinstance(found, Shape) and found.radius == inch(0.08)
    (default,), _ = read(package, shape(preset("roundRect") + RED))
    assert isinstance(default, Shape) and default.radius == Length(152_403)


def test_colours_by_style_reference(package: TemplatePackage) -> None:
    style = '<p:style><a:lnRef idx="0"/><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></p:style>'
    (found,), _ = read(package, shape(preset("rect")).replace("</p:sp>", f"{style}</p:sp>"))
    assert found == Shape("bar", FRAME, fill=Color("1A6585", "accent1"))


def test_lines_run_where_they_are_flipped_to(package: TemplatePackage) -> None:
    content = preset("line") + f'<a:ln w="9525">{RED}</a:ln>'
    stroke = Stroke(Color("FF0000"), 0.75)
    (falling,), _ = read(package, shape(content).replace("p:sp>", "p:cxnSp>"))
    assert falling == Line("bar", Point(inch(1), inch(0)), Point(inch(3), inch(1)), stroke)
    (rising,), _ = read(package, shape(content, transform='<a:xfrm flipV="1">'))
    assert rising == Line("bar", Point(inch(1), inch(1)), Point(inch(3), inch(0)), stroke)


def test_a_picture(package: TemplatePackage) -> None:
    fill = '<p:blipFill><a:blip r:embed="rId2"/></p:blipFill>'
    content = f'<p:pic><p:nvPicPr><p:cNvPr id="3" name="logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>{fill}<p:spPr><a:xfrm>{PLACE}</a:xfrm></p:spPr></p:pic>'
    assert read(package, content) == ((Picture("logo", FRAME, "ppt/media/logo.png", b"PNG", ""),), [])


def test_children_of_a_group_move_and_grow_with_it(package: TemplatePackage) -> None:
    child = '<a:chOff x="914400" y="0"/><a:chExt cx="1828800" cy="914400"/>'
    group = f'<a:xfrm><a:off x="0" y="914400"/><a:ext cx="3657600" cy="914400"/>{child}</a:xfrm>'
    content = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{group}</p:grpSpPr>{shape(preset('rect') + RED)}</p:grpSp>"
    (found,), _ = read(package, content)
    assert found == Shape("bar", Rect.inches(0, 1, 4, 1), fill=Color("FF0000"))


def test_placeholders_are_no_decor(package: TemplatePackage) -> None:
    content = shape(preset("rect") + RED).replace("<p:nvPr/>", '<p:nvPr><p:ph type="title"/></p:nvPr>')
    assert read(package, content) == ((), [])


@pytest.mark.parametrize(
    "content",
    [
        shape(preset("star5") + RED),
        shape("<a:custGeom/>" + RED),
        shape(preset("rect") + "<a:gradFill/>"),
        shape(preset("triangle") + RED, transform='<a:xfrm rot="5400000">'),
        shape(preset("rect") + RED, text="机密"),
        shape(preset("rect")),
        shape(preset("line")),
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="bar"/><p:nvPr/></p:nvGraphicFramePr></p:graphicFrame>',
    ],
)
def test_what_a_page_cannot_show_is_listed(package: TemplatePackage, content: str) -> None:
    assert read(package, content) == ((), ["bar"])
