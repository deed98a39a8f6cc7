"""Planning small reports in the look of *harbor*, and the deck as text that a reviewer can read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from functools import cache
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import assert_never

from engine.base.diagnostics import Findings, Language, Location, Outcome
from engine.base.units import Length, Rect
from engine.base.workspace import Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckBrand
from engine.checks.fit003_off_slide import frame_of
from engine.layout.font_files import font_folders
from engine.layout.fonts import FontBook, open_fonts
from engine.model.blocks import (
    Block,
    Bullets,
    Cards,
    Chart,
    Columns,
    Figures,
    Gantt,
    Heading,
    Image,
    Matrix,
    PageBreak,
    Panel,
    Paragraph,
    Shares,
    Steps,
    Table,
    Tiles,
)
from engine.model.deck import CellBox, ChartBox, Deck, Element, Slide, TableBox, TextBox
from engine.model.facts import Ledger
from engine.model.inlines import Text, text
from engine.model.report import Meta, Period, Report, Section, Topic
from engine.plan.deck.arrange import draw_block
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.fonts import DeckFonts
from engine.plan.deck.images import PictureData
from engine.plan.deck.paginate import Paper, paginate
from engine.plan.deck.planner import plan_deck
from engine.plan.deck.sheet import Sheet

AT = Location("content/h1/report.yaml", 12, 5)
BODY = Rect.inches(0.667, 1.68, 12.0, 5.12)
"""The content area of *harbor*."""


def t(words: str, *, bold: bool = False, line: int = 12) -> Text:
    return text(words, bold=bold, where=Location("content/h1/report.yaml", line, 5))


class Pictures:
    """Every picture is there: 1600 by 900 pixels."""

    def read(self, block: Image, findings: Findings) -> PictureData | None:
        return PictureData(b"", 1600, 900)


@cache
def harbor() -> tuple[DeckBrand, FontBook]:
    root = Path("/nowhere")
    workspace = Workspace(root=root, out=root / "out", today=dt.date(2025, 7, 8))
    brand = load_deck_brand(workspace, "harbor").expect_clean()
    return brand, open_fonts(brand.theme.body.pdf, font_folders(workspace))


def sheet(language: Language = Language.ZH) -> Sheet:
    brand, fonts = harbor()
    return Sheet(brand.theme, fonts, 1.0, language)


def canvas(name: str = "slide", language: Language = Language.ZH) -> Canvas:
    return Canvas(name, sheet(language), Findings())


def meta() -> Meta:
    return Meta(
        "h1", "h1", "midyear-review", "上半年述职", text("副标题", where=AT), "林晓", "运营部", "岚屿生活", "内部资料", dt.date(2025, 7, 8),
        Period("2025H1", "2025 年上半年", dt.date(2025, 1, 1), dt.date(2025, 6, 30)), Language.ZH, "harbor", ("pptx",), AT,
    )  # fmt: skip


def topic(*blocks: Block, title: str = "结论一句", label: str = "要点") -> Topic:
    return Topic("topic-1-1", t(title), t(label), blocks, t("证据一句。"), source=t("业务系统"), where=AT)


def report(*topics: Topic) -> Report:
    return Report(meta(), (Section("section-1", 1, t("回顾"), topics, t("摘要"), t("导语"), where=AT),), Ledger())


def plan(*blocks: Block) -> Outcome[Deck]:
    """Plan a report of one topic."""
    return planned(report(topic(*blocks)))


def planned(whole: Report) -> Outcome[Deck]:
    brand, fonts = harbor()
    return plan_deck(whole, brand, DeckFonts(fonts), Pictures())


def topic_slides(deck: Deck) -> tuple[Slide, ...]:
    return tuple(slide for slide in deck.slides if slide.id.startswith("topic-"))


def in_inches(frame: Rect) -> str:
    return f"{_short(frame.x)} {_short(frame.y)} {_short(frame.width)}×{_short(frame.height)}"


def _short(length: Length) -> str:
    return f"{length.inches:.2f}".rstrip("0").rstrip(".") if round(length.inches, 2) else "0"


def outline(elements: Iterable[Element], *, words: bool = True) -> str:
    """Return one line an element: name without the slide's, frame in inches, and what it says; `|` stands where a line begins."""
    return "\n".join(line.rstrip() for each in _lines(elements, words=words) for line in each.splitlines())


def _lines(elements: Iterable[Element], *, words: bool) -> Iterator[str]:
    for element in elements:
        said = _said(element) if words else ""
        yield f"{element.name.partition('/')[2]} {in_inches(frame_of(element))}" + (f" {said}" if said else "")


def _said(element: Element) -> str:
    match element:
        case TextBox():
            return " ¶ ".join(f"{line.runs[0].size:g} {set_lines(line.plain, line.breaks)}" for line in element.paragraphs)
        case TableBox():
            return "".join("\n    " + "; ".join(map(_cell_said, row.cells)) for row in element.rows)
        case ChartBox():
            return element.figure.name
        case _:
            return ""


def _cell_said(cell: CellBox | None) -> str:
    return " ¶ ".join(set_lines(line.plain, line.breaks) for line in cell.paragraphs) if cell else ""


def set_lines(plain: str, breaks: tuple[int, ...]) -> str:
    """Return the words with | where a planned line begins; a soft return is ⏎."""
    edges = (0, *breaks, len(plain))
    return "|".join(plain[start:end] for start, end in pairwise(edges)).replace("\n", "⏎")


def drawn(block: Block, width: float, height: float, *, level: int = 0, language: Language = Language.ZH) -> str:
    """Return the outline of a block drawn in a box of so many inches at the top left corner; nothing may be wrong with it."""
    page = canvas(language=language)
    draw_block(block, Rect.inches(0, 0, width, height), page, Pictures(), level)
    assert not page.findings.items, "\n".join(f"{each.code} {each.message.en}" for each in page.findings)
    return outline(page.elements)


def pages(*blocks: Block, height: float = 5.12, width: float = 12.0) -> str:
    """Return one line a page: its blocks with what each holds, and @ the step of the fit ladder; then what does not fit."""
    findings = Findings()
    made = paginate(blocks, lambda _: Rect.inches(0, 0, width, height), Paper(sheet(), findings, AT))
    lines = [" + ".join(map(contents, page)) + f" @{level}" for page, level in made]
    return "\n".join([*lines, *(f"{finding.code} {finding.where}" for finding in findings)])


def contents(block: Block) -> str:
    """Return what a block holds: `Table 12 rows`, `Paragraph 40`, `Columns [Chart | Panel]`."""
    name = type(block).__name__
    match block:
        case Heading() | Paragraph():
            return f"{name} {len(block.text.plain)}"
        case Table():
            return f"{name} {len(block.rows)} rows" + (" noted" if block.note else "")
        case Columns():
            return f"{name} [{' | '.join(' + '.join(map(contents, item.blocks)) for item in block.items)}]"
        case Gantt():
            return f"{name} {len(block.lanes)} lanes" + (" and milestones" if block.milestones else "")
        case Panel():
            count = len(block.rows) + len(block.bullets) + len(block.charts) + len(block.entries) + bool(block.body)
            return f"{name} {count} parts"
        case Bullets():
            return f"{name} {sum(bool(item.text) + len(item.children) for item in block.items)}"
        case Steps() | Tiles() | Cards() | Figures() | Shares():
            return f"{name} {len(block.items)}"
        case Chart() | Matrix() | Image() | PageBreak():
            return name
        case _:
            assert_never(block)


def assert_reads(found: str, expected: str) -> None:
    """Compare an outline with one written as an indented text."""
    wanted = dedent(expected).strip("\n").rstrip(" ").rstrip("\n")
    difference = "\n".join(unified_diff(wanted.splitlines(), found.splitlines(), "expected", "found", lineterm=""))
    assert found == wanted, f"{difference}\n\nall of it:\n{found}"
