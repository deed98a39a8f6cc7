"""The cover: unit, title and subtitle in the flow; peak label, facts and note in their places on the page."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Length
from engine.brand.paper_style import PaperBrand
from engine.model.blocks import Stat
from engine.model.paper import PaperCover
from engine.model.report import Skyline
from engine.plan.paper.art.arts import cover_art
from engine.plan.paper.art.definition import PeakLabel
from engine.plan.paper.cover_places import VALUE, CoverPlaces, cover_places
from engine.plan.paper.geometry import frame_of
from engine.writers.docx.cover_art import art_run
from engine.writers.docx.marks import Marks
from engine.writers.docx.paragraph import Layout, paragraph
from engine.writers.docx.table import columns, grid, twips
from engine.writers.docx.text import TextWriter

_HAIRLINE = 0.75


def cover(cover: PaperCover, brand: PaperBrand, text: TextWriter, marks: Marks) -> list[str]:
    """Return the cover's elements; the last is a thin paragraph that can end the section.

    The words above stand in a frame, so that the facts below keep their place however many lines the title takes. (A table in a place of
    its own would be the plainer way; LibreOffice does not draw it there.)
    """
    section = brand.section("cover")
    places = cover_places(frame_of(section), light=brand.light_cover, own=brand.own_cover)
    art = cover_art(cover.skyline, places, brand.theme)
    title, part = brand.style("cover_title"), cover.title_part
    runs = text.runs(cover.title, size=None if part == 1 else title.size * part)
    head = Layout(frame=_frame(places.left, places.unit, places.width))
    smaller = head if part == 1 or title.pitch is None else replace(head, line=title.pitch * part)
    words = (
        ("cover_unit", text.run(cover.unit, size=None if cover.unit_part == 1 else brand.style("cover_unit").size * cover.unit_part), head),
        ("cover_title", runs, smaller),
        ("cover_subtitle", text.runs(cover.subtitle), head),
    )
    made = [paragraph(brand.style(role), said, layout) for role, said, layout in words if said]
    if cover.skyline is not None:
        made += _peak(cover.skyline, art.label, brand, text)
    picture = art_run(art, brand, marks)
    row, top = places.fact_rows(len(cover.facts))
    made.append(paragraph(brand.style("gap"), picture, Layout(before=(top - section.top).points - 1, line=1)))
    if cover.facts:
        made.append(_facts(cover.facts, row, places, (brand, text)))
    if cover.skyline is not None and cover.skyline.note:
        layout = Layout(frame=_frame(places.left, places.note, places.width))
        made.append(paragraph(brand.style("cover_note"), text.runs(cover.skyline.note), layout))
    return [*made, paragraph(brand.style("gap"), "", Layout(line=1))]


def _peak(skyline: Skyline, label: PeakLabel | None, brand: PaperBrand, text: TextWriter) -> list[str]:
    """Return the lines that say what the peak is and how high it is."""
    if label is None:
        return []
    layout = Layout(frame=_frame(label.frame.x, label.frame.y, label.frame.width), align=label.align)
    return [paragraph(brand.style(role), text.runs(words), layout) for role, words in label.lines(skyline)]


def _frame(left: Length, top: Length, width: Length) -> str:
    """Return `w:framePr`: a paragraph in a place of its own on the page."""
    return f'<w:framePr w:w="{twips(width)}" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{twips(left)}" w:y="{twips(top)}"/>'


def _facts(facts: tuple[Stat, ...], row: Length, places: CoverPlaces, look: tuple[PaperBrand, TextWriter]) -> str:
    """Return the table at the foot of the cover, with hairlines above, between and below its rows."""
    brand, text = look
    widths = columns((VALUE, places.width - VALUE))
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
