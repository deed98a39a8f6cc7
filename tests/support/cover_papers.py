"""A Word template with a cover page as Word's gallery makes them: a ribbon with words, a picture, a text box with the title."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.shared import Mm

from tests.support.company_papers import logo

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def box(name: str, place: tuple[int, int, int, int], *, shape: str = "rect", fill: str = "", words: str = "", size: int = 20) -> str:
    """Return a paragraph that anchors a shape at x, y, width, height in millimetres of the page; `size` of its words in points."""
    x, y, wide, high = (value * 36_000 for value in place)
    paint = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    content = f'<w:p><w:r><w:rPr><w:sz w:val="{size * 2}"/></w:rPr><w:t>{words}</w:t></w:r></w:p>'
    text = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<w:p {NAMESPACES}><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y}'
        f'</wp:posOffset></wp:positionV><wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="7" name="{name}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>{paint}'
        f"</wps:spPr>{text}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def cover_paper(path: Path, *, gallery: bool = True, header: str = "", extra: str = "") -> Path:
    """Write an A4 document whose first page is a cover; without `gallery` its blocks stand in the body and end with a page break."""
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if header:
        section.header.paragraphs[0].text = header
    body = paper.element.body
    picture = paper.add_paragraph()
    picture.add_run().add_picture(io.BytesIO(logo()), width=Mm(30))
    ribbon = box("Ribbon", (10, 50, 60, 12), shape="homePlate", fill="336699", words="Date")
    title = box("Title box", (80, 40, 110, 60), words="Annual report", size=36)
    ending = f'<w:p {NAMESPACES}><w:r>{extra}<w:br w:type="page"/></w:r></w:p>'
    blocks = [picture._element, *(parse_xml(each) for each in (ribbon, title, ending))]
    if gallery:
        kind = '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/></w:docPartObj>'
        holder = parse_xml(f"<w:sdt {NAMESPACES}><w:sdtPr>{kind}</w:sdtPr><w:sdtContent/></w:sdt>")
        for block in blocks:
            holder[-1].append(block)
        blocks = [holder]
    for at, block in enumerate(blocks):
        body.insert(at, block)
    paper.add_heading("Overview", 1)
    for _ in range(5):
        paper.add_paragraph("All is well with the company, and this is a paragraph of running text that is long enough.", style="Body Text")
    paper.save(str(path))
    return path
