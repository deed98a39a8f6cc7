"""Inline drawings: charts and pictures in the line of text, with alternative text."""

from __future__ import annotations

from engine.base.units import Size
from engine.writers.ooxml.native_chart import CHART_URI
from engine.writers.ooxml.xml import attrs

PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NO_EXTENT = '<wp:effectExtent l="0" t="0" r="0" b="0"/>'


def chart(number: int, name: str, alt: str, size: Size, relation: str) -> str:
    return _inline(number, name, alt, size, CHART_URI, f'<c:chart r:id="{relation}"/>')


def picture(number: int, name: str, alt: str, size: Size, relation: str) -> str:
    head = attrs({"id": number, "name": name, "descr": alt})
    content = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr{head}/><pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{int(size.width)}" cy="{int(size.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return _inline(number, name, alt, size, PICTURE_URI, content)


def _inline(number: int, name: str, alt: str, size: Size, uri: str, content: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{int(size.width)}" cy="{int(size.height)}"/>'
        f"{_NO_EXTENT}<wp:docPr{attrs({'id': number, 'name': name, 'descr': alt})}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
