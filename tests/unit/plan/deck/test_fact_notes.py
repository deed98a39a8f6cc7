from __future__ import annotations

from engine.base.diagnostics import Language
from engine.base.units import Rect, inch
from engine.model.deck import CellBox, ChartBox, RowBox, Run, TableBox, TextBox, TextLine
from engine.model.facts import CellRange, Fact, FactSource, Ledger
from engine.model.inlines import EMPTY
from engine.model.theme import Color
from engine.plan.deck.fact_notes import MOST_LINES, fact_notes
from tests.support.ledger_report import finished

FRAME = Rect(inch(0), inch(0), inch(1), inch(1))
CELLS = FactSource((CellRange("content/h1/data/w.csv", "", "D2:D9", 8),))
LEDGER = Ledger(
    (
        Fact("gmv", "gmv", "actual", 5.0, "5 元", "元", "SELECT sum(GMV) FROM w", CELLS, "活动 GMV"),
        Fact("cite", "", "cited", 0.85, "85%", "%", "85%", FactSource(citation="问卷")),
    )
)


def line(*pieces: tuple[str, str | None]) -> TextLine:
    return TextLine(tuple(Run(text, 12, Color("000000"), fact=fact) for text, fact in pieces), 16)


def test_each_fact_is_told_once_with_its_source() -> None:
    box = TextBox("title", FRAME, (line(("成交 ", None), ("5 元", "gmv")),))
    table = TableBox("table", FRAME, (inch(1),), (RowBox(inch(1), (CellBox((line(("5 元", "gmv")), line(("85%", "cite")))),)),), inch(0))
    assert fact_notes((box, table), LEDGER, Language.ZH).plain.split("\n") == [
        "数字与来源：",
        "5 元 = 活动 GMV · SELECT sum(GMV) FROM w · w.csv!D2:D9",
        "85% = 85% · 问卷",
    ]


def test_a_chart_names_the_cells_of_its_points() -> None:
    figure = next(element.figure for slide in finished().planned.deck.slides for element in slide.elements if isinstance(element, ChartBox))
    assert fact_notes((ChartBox("chart", FRAME, figure, "", ("gmv",)),), LEDGER, Language.EN).plain.split("\n")[1] == "chart: w.csv!D2:D9"


def test_a_slide_without_facts_has_no_notes() -> None:
    assert fact_notes((TextBox("title", FRAME, (line(("成交", None)),)),), LEDGER, Language.ZH) == EMPTY


def test_very_many_facts_are_cut() -> None:
    many = Ledger(tuple(Fact(f"f{n}", "", "cell", float(n), str(n), "", "", FactSource()) for n in range(MOST_LINES + 9)))
    box = TextBox("t", FRAME, tuple(line((fact.text, fact.id)) for fact in many.facts))
    told = fact_notes((box,), many, Language.ZH).plain.split("\n")
    assert len(told) == MOST_LINES + 2 and told[-1] == "…"
