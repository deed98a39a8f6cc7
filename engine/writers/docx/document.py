"""Paper → .docx. The document is put together as strings from what the planner decided; the template lends styles, pages and numbering."""

from __future__ import annotations

from lxml import etree

from engine.brand.paper_style import PaperBrand
from engine.model.paper import Paper
from engine.model.printed import Printed
from engine.writers.docx.captions import labels
from engine.writers.docx.contents import contents, contents_title
from engine.writers.docx.cover import cover
from engine.writers.docx.document_package import DocumentPackage
from engine.writers.docx.flow import FlowWriter
from engine.writers.docx.marks import Marks
from engine.writers.docx.numbering import Lists, highest_list, with_lists
from engine.writers.docx.properties import app_properties, core_properties
from engine.writers.docx.running import fill_running, names_chapter, numbered
from engine.writers.docx.sections import Sections
from engine.writers.docx.text import TextWriter
from engine.writers.ooxml.custom_xml import ledger_part

NAMESPACES = "".join(
    f' xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    )
)
COVER = "cover"
_UPDATE_FIELDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}updateFields"


def written(paper: Paper, brand: PaperBrand, format_name: str) -> bytes:
    """Return the document, byte for byte the same for the same paper and template."""
    package = DocumentPackage(brand.template_path)
    marks = Marks(package.first_relation)
    text = TextWriter(brand, marks, paper.meta.language, labels(paper.flow))
    numbering = package.part_of("numbering")
    lists = Lists(highest_list(package.template_part(numbering)))
    parts = {running.part for section in brand.sections.values() for running in section.running}
    sections = Sections(brand, frozenset(part for part in parts if names_chapter(package.template_part(part))))
    writer = FlowWriter(brand, text, marks, lists, sections)
    marks.here = COVER
    writer.front("cover", cover(paper.cover, brand, text, marks))
    if paper.contents:
        writer.front("contents", contents(paper, brand, text), contents_title(chinese=text.chinese))
    package.add_document(f"<w:document{NAMESPACES}>{writer.body(paper.flow)}</w:document>")
    words = {"title": paper.header, "footer": paper.footer, "contents": contents_title(chinese=text.chinese)}
    for part in sections.parts:
        filled = fill_running(package.template_part(part.running.part), words, part.chapter.number, part.chapter.title)
        package.add_running(part.relation, part.running.tag, part.running.part, numbered(filled, marks.drawing))
    for number, target in enumerate(marks.targets, marks.first_relation):
        package.add_target(f"rId{number}", target)
    if paper.ledger.facts:
        printed = Printed(format_name, tuple(marks.texts), tuple(marks.charts))
        package.add_ledger(ledger_part(paper.ledger, paper.meta.title, printed, paper.theme.name))
    package.replace(numbering, with_lists(package.template_part(numbering), lists.added))
    _forbid_prompt(package)
    return package.save(core_properties(paper.meta), app_properties(paper.meta))


def _forbid_prompt(package: DocumentPackage) -> None:
    """Take out `w:updateFields`, by which Word asks whether fields should be updated: they are up to date."""
    settings = package.part_of("settings")
    if settings and b"updateFields" in package.template_part(settings):
        root = etree.fromstring(package.template_part(settings))
        for node in root.findall(_UPDATE_FIELDS):
            root.remove(node)
        package.replace(settings, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
