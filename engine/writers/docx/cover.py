"""The cover: unit, title and subtitle in the flow; peak label, facts and note in their places on the page."""

from __future__ import annotations

from engine.base.units import Length, Size, inch
from engine.brand.paper_style import PaperBrand
from engine.model.blocks import Align, Stat
from engine.model.paper import PaperCover
from engine.model.report import Skyline
from engine.writers.docx.marks import Marks
from engine.writers.docx.paragraph import Layout, paragraph
from engine.writers.docx.skyline import HORIZON, TALLEST, peak_right, skyline_run
from engine.writers.docx.table import columns, grid, twips
from engine.writers.docx.text import TextWriter

FACTS_TOP = inch(8.86)
FACT_ROW, FACTS_HEIGHT = inch(0.40), inch(2.1)
USUAL_FACTS = 4
"""More facts than these begin higher up, and all must share the height that there is."""
FACT_LABEL = inch(1.30)
NOTE_TOP = inch(11.0)
PEAK_WIDTH = inch(3.0)
PEAK_HEIGHT = inch(0.49)
_HAIRLINE = 0.75


def cover(cover: PaperCover, brand: PaperBrand, text: TextWriter, marks: Marks) -> list[str]:
    """Return the cover's elements; the last is a thin paragraph that can end the section.

    The words above stand in a frame, so that the facts below keep their place however many lines the title takes. (A table in a place of
    its own would be the plainer way; LibreOffice does not draw it there.)
    """
    section = brand.section("cover")
    words = (("cover_unit", text.run(cover.unit)), ("cover_title", text.runs(cover.title)), ("cover_subtitle", text.runs(cover.subtitle)))
    head = Layout(frame=_frame(section.left, section.top, section.text_width))
    made = [paragraph(brand.style(role), runs, head) for role, runs in words if runs]
    if cover.skyline is not None:
        made += _peak(cover.skyline, section.size, brand, text)
    picture = skyline_run(cover.skyline, section.size, brand, marks)
    row, top = facts_place(len(cover.facts))
    made.append(paragraph(brand.style("gap"), picture, Layout(before=(top - section.top).points - 1, line=1)))
    if cover.facts:
        made.append(_facts(cover.facts, row, brand, text))
    if cover.skyline is not None and cover.skyline.note:
        layout = Layout(frame=_frame(section.left, NOTE_TOP, section.text_width))
        made.append(paragraph(brand.style("cover_note"), text.runs(cover.skyline.note), layout))
    return [*made, paragraph(brand.style("gap"), "", Layout(line=1))]


def _peak(skyline: Skyline, page: Size, brand: PaperBrand, text: TextWriter) -> list[str]:
    """Return the two lines above the highest bar, right-aligned to it, or left-aligned where there is no room at its left."""
    if not (0 <= skyline.peak < len(skyline.values) and skyline.peak_value):
        return []
    right = peak_right(skyline, page)
    room = right >= PEAK_WIDTH
    left = right - PEAK_WIDTH if room else Length(round(page.width / len(skyline.values) * skyline.peak))
    frame = _frame(left, HORIZON - TALLEST - PEAK_HEIGHT, PEAK_WIDTH)
    layout = Layout(frame=frame, align=Align.RIGHT if room else Align.LEFT)
    lines = [paragraph(brand.style("cover_peak"), text.runs(skyline.peak_value), layout)]
    if skyline.peak_label:
        lines.append(paragraph(brand.style("cover_peak_label"), text.runs(skyline.peak_label), layout))
    return lines


def _frame(left: Length, top: Length, width: Length) -> str:
    """Return `w:framePr`: a paragraph in a place of its own on the page."""
    return f'<w:framePr w:w="{twips(width)}" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{twips(left)}" w:y="{twips(top)}"/>'


def facts_place(count: int) -> tuple[Length, Length]:
    """Return the height of a row of facts, and where on the page the first begins: as on the measured page of the PDF."""
    row = min(FACT_ROW, FACTS_HEIGHT.over(max(1, count)))
    return row, FACTS_TOP - min(FACT_ROW, row * max(0, count - USUAL_FACTS))


def _facts(facts: tuple[Stat, ...], row: Length, brand: PaperBrand, text: TextWriter) -> str:
    """Return the table at the foot of the cover, with hairlines above, between and below its rows."""
    section = brand.section("cover")
    widths = columns((FACT_LABEL, section.text_width - FACT_LABEL))
    line = brand.theme.color("line")
    rules = "".join(text.ink.rule(side, line, _HAIRLINE) for side in ("top", "bottom", "insideH"))
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    return f"<w:tbl>{properties}{grid(widths)}{''.join(_fact(fact, row, widths, brand, text) for fact in facts)}</w:tbl>"


def _fact(fact: Stat, row: Length, widths: list[int], brand: PaperBrand, text: TextWriter) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(brand.style(role), text.runs(words))}</w:tc>"
        for width, role, words in zip(widths, ("cover_label", "cover_value"), (fact.label, fact.value), strict=True)
    )
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(row)}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>'
