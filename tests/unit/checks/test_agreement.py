from __future__ import annotations

import pytest

from engine.base.records import replace
from engine.checks.agreement import Agreement, Discord, compared
from engine.model.file_ledger import FileLedger, TracedFact
from engine.model.printed import ChartColumn, ChartLabel, ChartPlace, Printed, TextPlace
from engine.probe.found import Found, FoundChart, FoundColumn

FACTS = (TracedFact("gmv", "126 万元"), TracedFact("w1", "60.0"), TracedFact("w2", "45.0"))
TEXT = TextPlace(4, "topic-1-1/title", ("GMV ", "126 万元", ""), ("gmv",))
COLUMN = ChartColumn("GMV", "values", (60.0, 45.0), (("w1",), ("w2",)))
CHART = ChartPlace(5, "topic-1-2/chart", (COLUMN,), (ChartLabel("60.0", ("w1",)),))
FOUND = FoundChart("chart1.xml", {("GMV", "values"): FoundColumn((60.0, 45.0), (60.0, 45.0))})


def agree(texts: tuple[tuple[str, ...] | None, ...], chart: FoundChart | None = FOUND, place: ChartPlace = CHART) -> Agreement:
    printed = Printed("pptx", (TEXT,), (place,))
    return compared(FileLedger("述职", FACTS, files=(printed,)), printed, Found(texts, (chart,)))


def test_everything_is_counted_and_agrees() -> None:
    assert agree((("GMV 126 万元",),)) == Agreement("pptx", places=1, facts=1, charts=1, values=2)


@pytest.mark.parametrize(("found", "read"), [(("GMV 127 万元",), "127万元"), (None, None), ((), None)])
def test_another_figure_in_a_text_is_told_with_its_place(found: tuple[str, ...] | None, read: str | None) -> None:
    assert agree((found,)).discords == (Discord(4, "topic-1-1/title", "gmv", "126 万元", read),)


@pytest.mark.parametrize(
    ("column", "place", "expected", "found"),
    [
        (FoundColumn((60.0, 46.0), (60.0, 45.0)), "topic-1-2/chart GMV", "45", "46"),
        (FoundColumn((60.0, 45.0), (60.0, 46.0)), "topic-1-2/chart GMV workbook", "45", "46"),
        (FoundColumn((60.0, 45.0), (60.0, None)), "topic-1-2/chart GMV workbook", "45", None),
        (FoundColumn((60.0, 45.0, 7.0), (60.0, 45.0)), "topic-1-2/chart GMV", "", "7"),
        (FoundColumn((60.0, "45"), (60.0, 45.0)), "topic-1-2/chart GMV", "45", "45"),
    ],
)
def test_another_value_in_a_chart(column: FoundColumn, place: str, expected: str, found: str | None) -> None:
    (discord,) = agree((("GMV 126 万元",),), FoundChart("chart1.xml", {("GMV", "values"): column})).discords
    assert (discord.place, discord.expected, discord.found) == (place, expected, found)


def test_a_workbook_that_another_program_dropped_disagrees_with_nobody() -> None:
    lost = FoundChart("chart1.xml", {("GMV", "values"): FoundColumn((60.0, 45.0), None)})
    assert agree((("GMV 126 万元",),), lost).discords == ()


def test_a_shape_that_another_program_renamed_is_looked_for_on_its_slide() -> None:
    printed = Printed("pptx", (TEXT,))
    ledger = FileLedger("述职", FACTS, files=(printed,))
    for words, read in (("GMV 126 万元", None), ("GMV 127 万元", "127万元")):
        (found,) = [compared(ledger, printed, Found((None,), loose={4: ("第 4 页", words)}))]
        assert [discord.found for discord in found.discords] == ([] if read is None else [read])


def test_a_chart_that_is_gone_is_one_finding() -> None:
    assert agree((("GMV 126 万元",),), None).discords == (Discord(5, "topic-1-2/chart", "", "", None),)


def test_values_that_are_only_kept_stand_in_the_workbook() -> None:
    kept = replace(CHART, columns=(replace(COLUMN, role="reference"),))
    assert agree((("GMV 126 万元",),), FoundChart("c", {}, {"GMV": (60.0, 45.0)}), kept).discords == ()
    (discord,) = agree((("GMV 126 万元",),), FoundChart("c", {}, {"GMV": (60.0, 44.0)}), kept).discords
    assert (discord.fact, discord.found) == ("w2", "44")


def test_words_of_a_label_are_compared_where_the_file_holds_them() -> None:
    worded = replace(CHART, labels=(ChartLabel("60.0", ("w1",), worded=True),))
    assert agree((("GMV 126 万元",),), replace(FOUND, labels=("60.0  头采上市",)), worded).discords == ()
    (discord,) = agree((("GMV 126 万元",),), replace(FOUND, labels=("61.0  头采上市",)), worded).discords
    assert (discord.place, discord.fact, discord.expected) == ("topic-1-2/chart label", "w1", "60.0")


def test_a_chart_that_draws_another_number_than_its_fact_prints() -> None:
    wrong = replace(CHART, columns=(replace(COLUMN, values=(60.2, 45.0)),))
    found = FoundChart("c", {("GMV", "values"): FoundColumn((60.2, 45.0), (60.2, 45.0))})
    assert [(one.fact, one.expected, one.found) for one in agree((("GMV 126 万元",),), found, wrong).discords] == [("w1", "60.0", "60.2")]
    made = replace(wrong, columns=(replace(wrong.columns[0], derived=True),))
    assert agree((("GMV 126 万元",),), found, made).discords == ()


def test_a_text_that_prints_something_else_than_its_fact() -> None:
    ledger = FileLedger("述职", (TracedFact("gmv", "127 万元"),))
    printed = Printed("pptx", (TEXT,))
    assert compared(ledger, printed, Found((("GMV 126 万元",),))).discords == (
        Discord(4, "topic-1-1/title", "gmv", "127 万元", "126 万元"),
    )


@pytest.mark.parametrize(("text", "clean"), [("126 万元🎉", True), ("✅ 126 万元", True), ("127 万元", False), ("1126 万元", False)])
def test_characters_that_no_font_has_may_be_left_out(text: str, clean: bool) -> None:
    printed = Printed("pptx", (TEXT,))
    found = compared(FileLedger("述职", (TracedFact("gmv", text),)), printed, Found((("GMV 126 万元",),)))
    assert (found.discords == ()) is clean


def on_page(words: str, drawn: str = "60.0\n45.0\nW1") -> tuple[Discord, ...]:
    printed = Printed(
        "pdf", (replace(TEXT, box=(0.0, 0.0, 9.0, 9.0)),), (replace(CHART, box=(0.0, 0.0, 9.0, 9.0), drawn=("60.0", "45.0", "W1")),)
    )
    return compared(FileLedger("述职", FACTS, files=(printed,)), printed, Found(((words,),), drawn=(drawn,))).discords


def test_pages_are_read_in_boxes() -> None:
    assert on_page("GMV 126\n万元") == ()
    assert [discord.found for discord in on_page("GMV 125\n万元")] == ["125万元"] or on_page("GMV 125\n万元")[0].found is None


def test_a_drawn_chart_lacks_a_label_or_a_tick() -> None:
    assert [(one.fact, one.expected) for one in on_page("GMV 126 万元", "61.0\n45.0\nW1")] == [("w1", "60.0")]
    assert [(one.fact, one.expected) for one in on_page("GMV 126 万元", "60.0\n45.0\nW2")] == [("", "1")]


def test_a_page_that_is_not_there() -> None:
    printed = Printed("pdf", (TEXT,))
    assert compared(FileLedger("述职", FACTS), printed, Found((None,))).discords[0].found is None
