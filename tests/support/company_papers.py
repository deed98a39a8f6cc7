"""Word templates as companies have them, made with python-docx, and what adopting one gives."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import docx
from docx.shared import Mm, Pt, RGBColor
from lxml import etree
from PIL import Image

from engine.base.workspace import Workspace
from engine.brand.adopt.adopt_paper import adopt_paper
from engine.brand.adopt.adopted import Adopted
from engine.brand.adopt.paper_styles import PaperFaces, SheetLook, Styles
from engine.brand.adopt.word_xml import parsed
from engine.brand.paper_lists import read_lists
from engine.brand.paper_template import PaperTemplate, plain_xml, read_paper_template

COLORS = dict.fromkeys(("ink", "ink2", "ink3", "deep", "primary", "p200", "line", "surface", "accent", "ondeep", "ondeep2"), "123456")
NUMBERS = (
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr>'
    '<w:ind w:left="432" w:hanging="432"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def installed(name: str) -> bool:
    return name.startswith("Noto")


def logo(width: int = 60, height: int = 20) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (0, 90, 160)).save(stream, "PNG")
    return stream.getvalue()


def company_paper(path: Path, *, header: str = "", with_logo: bool = False, footer: str = "") -> Path:
    """Write an A4 document with coloured headings, sample text, and what is asked for above and below its pages."""
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    heading = paper.styles["Heading 1"]
    heading.font.color.rgb, heading.font.size = RGBColor(0xC0, 0x10, 0x20), Pt(18)
    paper.add_heading("Annual report of Acme", 0)
    paper.add_heading("Overview", 1)
    for _ in range(5):
        paper.add_paragraph("All is well with the company, and this is a paragraph of running text that is long enough.", style="Body Text")
    if header:
        section.header.paragraphs[0].text = header
    if with_logo:
        section.header.paragraphs[0].add_run().add_picture(io.BytesIO(logo()), width=Mm(20))
    if footer:
        section.footer.paragraphs[0].text = footer
    paper.save(str(path))
    return path


def adopted(path: Path, name: str = "acme") -> Adopted:
    found = adopt_paper(path, path.name, name, installed).value
    assert found is not None
    return found


def put_adopted(workspace: Workspace, made: Adopted) -> None:
    """Write an adopted template where reports find it."""
    assert made.template is not None
    files = {made.template_path: made.template, made.contract_path: made.contract.encode(), made.theme_path: made.theme.encode()}
    for name, blob in files.items():
        target = workspace.root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(blob)


def workspace_at(root: Path) -> Workspace:
    (root / "content").mkdir(parents=True, exist_ok=True)
    return Workspace(root=root, out=root / "out", today=dt.date(2025, 7, 8))


def template_of(made: Adopted, folder: Path) -> PaperTemplate:
    """Return what planner and writer read of an adopted template."""
    assert made.template is not None
    path = folder / made.template_file
    path.write_bytes(made.template)
    return read_paper_template(path, made.template_file).expect_clean()


def styles_of(inside: str, *, light: bool = False, chinese: bool = True, numbering: str = NUMBERS) -> Styles:
    """Return a style part that holds Normal and the styles given as XML, ready to be changed."""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="160" w:line="276" '
        'w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="Calibri"/><w:sz w:val="22"/></w:rPr></w:style>'
    )
    root = parsed(f"<w:styles>{normal}{inside}</w:styles>")
    look = SheetLook(COLORS, PaperFaces("宋体", "黑体"), 450.0, light, chinese)
    return Styles(root, {}, look, read_lists(parsed(numbering)))


def text_of(element: etree._Element) -> str:
    """Return an element without the declarations of its prefixes."""
    holder = parsed("<w:x/>")
    holder.append(element)
    return plain_xml(element)
