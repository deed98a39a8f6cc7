"""Sound Office files, ours and of other libraries, and small deeds that damage one of them in one place."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import docx
import openpyxl
import pptx
from lxml import etree
from openpyxl.worksheet.table import Table
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from engine.checks.package.definition import Judge, Rule
from engine.checks.package.places import PREFIXES
from engine.probe.package import Package
from tests.support.ledger_report import finished

Change = Callable[[bytes], bytes]
Deed = Callable[[etree._Element], object]
PATHS = {prefix: namespace for namespace, prefix in PREFIXES.items()} | {
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dcterms": "http://purl.org/dc/terms/",
}
CHART, TABLE, BARE = "ppt/slides/slide4.xml", "ppt/slides/slide5.xml", "ppt/slides/slide3.xml"
"""Slides of our deck with a chart, with a table, with neither."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A defect: the rule that finds it, the sound file it is put into, and how."""

    rule: Judge
    base: str
    change: Change

    @property
    def damaged(self) -> bytes:
        return self.change(sound(self.base))


@cache
def sound(name: str) -> bytes:
    """Return a file that every rule passes."""
    return BASES[name]()


def told(judge: Judge, blob: bytes) -> list[str]:
    """Return what a rule says of a file: part, element, message."""
    return [f"{fault.part}: {fault.message.en}" for fault in judge(Package(blob))]


def unfound(seeds: tuple[Seed, ...]) -> list[str]:
    """Return the seeds that their rule does not find, by rule and place in the table."""
    return [f"{seed.rule.__name__} #{place}" for place, seed in enumerate(seeds) if not told(seed.rule, seed.damaged)]


def false_alarms(rules: tuple[Rule, ...]) -> list[str]:
    """Return what rules say of sound files: nothing."""
    return [f"{name}: {rule.name}: {said}" for name in BASES for rule in rules for said in told(rule.judge, sound(name))]


def too_few(seeds: tuple[Seed, ...], rules: tuple[Rule, ...], least: int = 3) -> list[str]:
    """Return the rules with fewer than three seeds."""
    return [rule.name for rule in rules if sum(seed.rule is rule.judge for seed in seeds) < least]


# ---- ways to damage a file


def rewritten(blob: bytes, change: Callable[[str, bytes], Iterator[tuple[str, bytes]]]) -> bytes:
    """Return a package whose entries were replaced, each by none, one or several."""
    out = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),
        zipfile.ZipFile(io.BytesIO(blob)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            for name, content in change(item.filename, old.read(item)):
                new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def at(part: str, path: str, *deeds: Deed) -> Change:
    """Do something to the first element at a path of a part."""

    def change(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
        if name == part:
            root = etree.fromstring(content)
            found = root.xpath(path, namespaces=PATHS)
            assert isinstance(found, list) and found, f"{part} has no {path}"
            for deed in deeds:
                deed(found[0])  # type: ignore[arg-type]
            content = etree.tostring(root)
        yield name, content

    return lambda blob: rewritten(blob, change)


def without(part: str) -> Change:
    return lambda blob: rewritten(blob, lambda name, content: iter(() if name == part else ((name, content),)))


def twice(part: str, name: str = "") -> Change:
    """Put a part in again, under another name if one is given."""

    def change(found: str, content: bytes) -> Iterator[tuple[str, bytes]]:
        yield found, content
        if found == part:
            yield name or part, content

    return lambda blob: rewritten(blob, change)


def holding(part: str, content: bytes) -> Change:
    """Replace the bytes of a part."""
    return lambda blob: rewritten(blob, lambda name, old: iter(((name, content if name == part else old),)))


def saying(part: str, old: str, new: str) -> Change:
    """Replace words of a part, once."""

    def change(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
        if name == part:
            assert old.encode() in content, f"{part} does not say {old}"
            content = content.replace(old.encode(), new.encode(), 1)
        yield name, content

    return lambda blob: rewritten(blob, change)


def inside(part: str, change: Change) -> Change:
    """Damage a workbook inside."""
    return lambda blob: rewritten(blob, lambda name, content: iter(((name, change(content) if name == part else content),)))


def put(name: str, value: str) -> Deed:
    """Set an attribute; `w:val` has a namespace."""
    prefix, colon, local = name.rpartition(":")
    return lambda node: node.set(f"{{{PATHS[prefix]}}}{local}" if colon else local, value)


def drop(node: etree._Element) -> None:
    above = node.getparent()
    assert above is not None
    above.remove(node)


def again(node: etree._Element) -> None:
    """Put a copy behind an element."""
    node.addnext(etree.fromstring(etree.tostring(node)))


def to_front(node: etree._Element) -> None:
    above = node.getparent()
    assert above is not None
    above.insert(0, node)


def to_end(node: etree._Element) -> None:
    above = node.getparent()
    assert above is not None
    above.append(node)


def emptied(node: etree._Element) -> None:
    del node[:]


def adding(xml: str, index: int | None = None) -> Deed:
    """Add an element, at the end unless told where; the usual prefixes are known."""
    declared = " ".join(f'xmlns:{prefix}="{namespace}"' for prefix, namespace in PATHS.items())

    def deed(node: etree._Element) -> None:
        new = etree.fromstring(f"<x {declared}>{xml}</x>")[0]
        node.insert(len(node) if index is None else index, new)

    return deed


def text(words: str) -> Deed:
    def deed(node: etree._Element) -> None:
        node.text = words

    return deed


# ---- sound files


def _raw_deck() -> bytes:
    deck = pptx.Presentation()
    for number in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Slide {number}"
        slide.notes_slide.notes_text_frame.text = "Say it"
        box = slide.shapes.add_textbox(0, 0, Inches(2), Inches(1))
        run = box.text_frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address = "here", "https://example.org/a%20b?c=1#d"
        slide.shapes.add_picture(_picture(), 0, 0)
    shapes = deck.slides[2].shapes
    table = shapes.add_table(3, 3, 0, 0, Inches(4), Inches(2)).table
    table.cell(0, 0).merge(table.cell(1, 1))
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("x", (1, None))
    data.add_series("y", (3, 4))
    for kind in (XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.LINE, XL_CHART_TYPE.PIE):
        shapes.add_chart(kind, 0, 0, Inches(3), Inches(3), data)
    return _saved(deck)


def _raw_document() -> bytes:
    document = docx.Document()
    document.add_heading("Heading", 1)
    document.add_paragraph("Item", style="List Bullet")
    document.add_picture(_picture())
    document.add_picture(_picture())
    table = document.add_table(3, 3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 1))
    table.cell(2, 2).add_table(1, 1)
    document.sections[0].header.paragraphs[0].text = "Head"
    return _saved(document)


def _raw_workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["name", "value"], ["a", 1], ["b", 2.5]):
        sheet.append(row)
    sheet.add_table(Table(displayName="numbers", ref="A1:B3"))
    sheet.merge_cells("D1:E2")
    sheet.merge_cells("D4:E5")
    sheet["B3"].number_format = "0.0"
    book.create_sheet("Second")["A1"] = "=1+1"
    return _saved(book)


def _workbook_of_a_chart() -> bytes:
    return Package(sound("deck")).blob("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")


def _picture() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (2, 2)).save(stream, "PNG")
    stream.seek(0)
    return stream


def _saved(file: pptx.presentation.Presentation | docx.document.Document | openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


BASES: dict[str, Callable[[], bytes]] = {
    "deck": lambda: finished().blobs["pptx"],
    "document": lambda: finished().blobs["docx"],
    "raw deck": _raw_deck,
    "raw document": _raw_document,
    "workbook": _workbook_of_a_chart,
    "raw workbook": _raw_workbook,
}
