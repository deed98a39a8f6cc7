"""Planning small reports as papers in the look of *harbor*, and a paper as text that a reviewer can read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from engine.base.diagnostics import Findings, Language, Outcome
from engine.base.workspace import Workspace
from engine.brand.paper_brand import load_paper_brand
from engine.brand.paper_style import PaperBrand
from engine.layout.font_files import font_folders
from engine.layout.fonts import open_fonts
from engine.model.blocks import Block
from engine.model.deck import ChartBox, Slide, TableBox, TextBox
from engine.model.inlines import Text
from engine.model.paper import (
    Caption,
    Paper,
    PaperBlock,
    PaperBreak,
    PaperCallout,
    PaperCell,
    PaperChart,
    PaperParagraph,
    PaperPicture,
    PaperTable,
)
from engine.model.report import Report
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.flow import Flow
from engine.plan.paper.geometry import PageFrame
from engine.plan.paper.looks import LOOKS, look_by
from engine.plan.paper.planner import plan_paper
from engine.plan.paper.sheet import PaperFonts, Sheet
from engine.plan.paper.write import write_block
from tests.support.planning import Pictures, report, t, topic


@cache
def harbor() -> tuple[PaperBrand, PaperFonts]:
    root = Path("/nowhere")
    workspace = Workspace(root=root, out=root / "out", today=dt.date(2025, 7, 8))
    brand = load_paper_brand(workspace, "harbor").expect_clean()
    serif = brand.theme.serif or brand.theme.body
    folders = font_folders(workspace)
    return brand, PaperFonts(open_fonts(brand.theme.body.pdf, folders), open_fonts(serif.pdf, folders))


def sheet(language: Language = Language.ZH) -> Sheet:
    brand, fonts = harbor()
    return Sheet(brand.theme, fonts, language, {role: look_by(brand.style(role), base, brand.theme) for role, base in LOOKS.items()})


def frame() -> PageFrame:
    body = harbor()[0].section("body")
    return PageFrame(body.size, body.left, body.top, body.bottom)


def canvas() -> Canvas:
    return Canvas("page-1", sheet())


def flow(language: Language = Language.ZH) -> Flow:
    """Return a flow inside the first topic of the first chapter."""
    made = Flow(sheet(language), frame(), Findings())
    made.heading(1, t("回顾"), "section_1")
    made.begin_topic(t("要点"), t("要点").where)
    made.heading(2, t("要点"), "topic_1_1")
    made.blocks.clear()
    return made


def write(*blocks: Block, language: Language = Language.ZH) -> Flow:
    """Return the flow that holds nothing but these blocks."""
    made = flow(language)
    for block in blocks:
        write_block(block, made, Pictures())
    return made


def plan(*blocks: Block) -> Outcome[Paper]:
    """Plan a report of one topic."""
    return planned(report(topic(*blocks)))


def planned(whole: Report) -> Outcome[Paper]:
    brand, fonts = harbor()
    return plan_paper(whole, brand, fonts, Pictures())


# a flow as text


def told(blocks: Iterable[PaperBlock]) -> str:
    """Return one line a block: role, number and words; tables one line a row."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: PaperBlock) -> Iterator[str]:
    match block:
        case PaperParagraph():
            yield f"{block.role.value}: {block.number}{block.text.plain}"
        case PaperTable():
            yield f"table {_caption(block.caption)}"
            for row in block.rows:
                mark = "#" if row.header else "=" if row.total else "|"
                yield f"  {mark} " + " ; ".join(_cell(cell) for cell in row.cells)
            yield from (f"  {words.plain}" for words in (block.note, block.source) if words)
        case PaperChart():
            yield f"chart {block.figure.name} {_caption(block.caption)} {block.title.plain} {block.source.plain}".rstrip()
        case PaperPicture():
            yield f"picture {block.path} {_caption(block.caption)} {block.source.plain}".rstrip()
        case PaperCallout():
            yield f"callout {block.label.plain}".rstrip()
            yield from (f"  {each.role.value}: {each.text.plain}" for each in block.paragraphs)
        case PaperBreak():
            yield f"-- {block.kind.value}"


def _caption(caption: Caption | None) -> str:
    return f"[{caption.kind} {caption.number}] {caption.title.plain}" if caption else "[]"


def _cell(cell: PaperCell | None) -> str:
    if cell is None:
        return "<"
    return " / ".join(each.plain for each in cell.paragraphs) + (f" ({cell.ground})" if cell.ground else "")


# everything that is said


def words_of(paper: Paper) -> list[str]:
    """Return every string of cover, contents and flow."""
    cover = paper.cover
    found = [cover.unit, cover.title.plain, cover.subtitle.plain, paper.contents_note.plain]
    found += [words for fact in cover.facts for words in (fact.label.plain, fact.value.plain)]
    if cover.skyline:
        found += [cover.skyline.note.plain, cover.skyline.peak_value.plain, cover.skyline.peak_label.plain]
    for block in paper.flow:
        found += [each.plain for each in _texts(block)]
    return found


def _texts(block: PaperBlock) -> Iterator[Text]:
    match block:
        case PaperParagraph():
            yield block.text
        case PaperTable():
            yield from (text for row in block.rows for cell in row.cells if cell for text in cell.paragraphs)
            yield from (block.note, block.source)
        case PaperChart():
            yield from (block.title, block.source, Text(), *_chart_words(block))
        case PaperPicture():
            yield block.source
        case PaperCallout():
            yield block.label
            yield from (each.text for each in block.paragraphs)
        case PaperBreak():
            pass
    if isinstance(block, PaperTable | PaperChart | PaperPicture) and block.caption:
        yield block.caption.title


def _chart_words(chart: PaperChart) -> Iterator[Text]:
    yield from (t(name) for name in chart.figure.categories)
    yield from (t(entry.label) for entry in chart.figure.legend)


def printed(page: Slide) -> list[str]:
    """Return the words of each text box and table cell of a page."""
    found: list[str] = []
    for element in page.elements:
        if isinstance(element, TextBox):
            found += [line.plain for line in element.paragraphs]
        elif isinstance(element, TableBox):
            found += [line.plain for row in element.rows for cell in row.cells if cell for line in cell.paragraphs]
        elif isinstance(element, ChartBox):
            found.append(element.alt)
    return found
