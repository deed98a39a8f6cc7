"""Decor as text that a reader can follow, and the shapes that tests read it from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from engine.brand.decor.reader import read_shapes
from engine.brand.decor.sheet import Sheet
from engine.brand.decor.tracing import Traced
from engine.brand.template_package import TemplatePackage
from engine.model.decor import Decor, Flat, Gradient, Lettering, Outline, Paint, Path

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
PART = "ppt/slideLayouts/slideLayout1.xml"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/logo.png"/><Relationship Id="rId3" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/old.emf"/><Relationship Id="rId4" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/logo.svg"/></Relationships>'
)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x60\x00\x00\x00\x30"
"""The beginning of a PNG of 96 by 48 pixels, an inch by half an inch."""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0H1V1z"/></svg>'
EMF = b"\x01\x00\x00\x00" + b"\0" * 36 + b" EMF"
COLORS = {"accent1": "1A6585", "tx1": "14232F", "bg1": "FFFFFF", "dk2": "0B2239"}
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
PLACE = '<a:off x="914400" y="0"/><a:ext cx="1828800" cy="914400"/>'
"""An inch from the left, two inches wide and one high: 72, 0, 144 and 72 points."""
THEME = (
    "<a:theme><a:themeElements><a:fmtScheme>"
    '<a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="phClr"/></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="000000"/></a:gs></a:gsLst><a:lin ang="0"/></a:gradFill></a:fillStyleLst>'
    '<a:lnStyleLst><a:ln w="25400" cap="rnd"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="dash"/><a:miter/></a:ln>'
    "</a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst><a:outerShdw/></a:effectLst>"
    '</a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst>'
    "</a:fmtScheme></a:themeElements></a:theme>"
)


def xml(text: str) -> etree._Element:
    """Return an element whose text needs no namespaces of its own."""
    return etree.fromstring(f"<x {NAMESPACES}>{text}</x>")[0]


def sheet(colors: Mapping[str, str] = COLORS) -> Sheet:
    blob = io.BytesIO()
    with zipfile.ZipFile(blob, "w") as archive:
        archive.writestr("ppt/slideLayouts/_rels/slideLayout1.xml.rels", RELATIONS)
        archive.writestr("ppt/media/logo.png", PNG)
        archive.writestr("ppt/media/old.emf", EMF)
        archive.writestr("ppt/media/logo.svg", SVG)
    return Sheet(TemplatePackage(zipfile.ZipFile(blob)), PART, colors, xml(THEME), "ppt/theme/theme1.xml")


def layout(content: str, attributes: str = "") -> etree._Element:
    return etree.fromstring(f"<p:sldLayout {NAMESPACES} {attributes}><p:cSld><p:spTree>{content}</p:spTree></p:cSld></p:sldLayout>")


def shape(content: str, *, transform: str = "<a:xfrm>", name: str = "bar", more: str = "") -> str:
    """Return a shape with these properties; `more` follows them."""
    head = f'<p:nvSpPr><p:cNvPr id="2" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    return f"<p:sp>{head}<p:spPr>{transform}{PLACE}</a:xfrm>{content}</p:spPr>{more}</p:sp>"


def preset(name: str, guides: str = "") -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def read(content: str, colors: Mapping[str, str] = COLORS) -> tuple[list[str], list[str]]:
    """Return what shapes draw, and what cannot be drawn of them."""
    of_part = sheet(colors)
    drawn = [told(each) for each in read_shapes(layout(content), of_part)]
    return drawn, [f"{each.name}: {each.why.en}" for each in of_part.skipped]


def told(mark: Decor) -> str:
    """Return a mark in one line: `bar: M 72 0 L 216 0 Z fill FF0000`."""
    if isinstance(mark, Lettering):
        return f"{mark.name}: {' / '.join(''.join(each.text for each in line.letters) for line in mark.lines)}"
    if not isinstance(mark, Path):
        faint = f" at {mark.opacity:g}" if mark.opacity < 1 else ""
        return f"{mark.name}: picture {numbers(mark.matrix)} clip {' '.join(map(steps, mark.clip))}{faint}"
    parts = [f"{mark.name}: {' '.join(map(steps, mark.outlines))}"]
    if mark.fill is not None:
        parts.append(f"fill {painted(mark.fill)}")
    if mark.pen is not None:
        dash = f" dash {numbers(mark.pen.dash)}" if mark.pen.dash else ""
        parts.append(f"line {mark.pen.color.hex} {mark.pen.width:g}{dash}")
    if mark.clip:
        parts.append(f"clip {' '.join(map(steps, mark.clip))}")
    return " ".join(parts)


def painted(paint: Paint) -> str:
    if isinstance(paint, Flat):
        return paint.color.hex + (f" at {paint.opacity:g}" if paint.opacity < 1 else "")
    assert isinstance(paint, Gradient)
    stops = " ".join(f"{stop.at:g}:{stop.color.hex}" + (f"@{stop.opacity:g}" if stop.opacity < 1 else "") for stop in paint.stops)
    return f"{'radial' if paint.radial else 'linear'} {stops} by {numbers(paint.matrix)}"


def steps(outline: Outline) -> str:
    return " ".join(" ".join((operator.upper() if operator != "h" else "Z", numbers(points))).strip() for operator, points in outline)


def traces(paths: tuple[Traced, ...]) -> list[str]:
    return [steps(each.outline) for each in paths]


def numbers(values: tuple[float, ...]) -> str:
    return " ".join(f"{round(value, 2) + 0:g}" for value in values)
