from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.base.units import Size, inch, pt
from engine.model.blocks import Chart
from engine.model.charts import ChartData, Series
from engine.model.deck import ChartBox, TableBox, TextBox
from engine.model.figure import ChartFigure
from engine.model.paper import BreakKind, PaperBlock, PaperBreak, PaperCell, PaperChart, PaperParagraph, PaperRow, PaperTable, ParagraphRole
from engine.plan.paper.drawn_chart import paper_figure
from engine.plan.paper.grid import together
from engine.plan.paper.paginate import Pagination, paginate
from tests.support.papers import frame, sheet, told, write
from tests.support.planning import t

LINES = 37
"""Lines of body text on a page."""
HEADING = PaperParagraph(ParagraphRole.HEADING_2, t("标题"), "（一）", "here", keep_next=True)
COLUMN = ChartData("column", t("成交"), ("商城", "直播间"), (Series("成交", (3.0, 4.0)),))


def body(lines: int) -> PaperParagraph:
    return PaperParagraph(ParagraphRole.BODY, t("字" * (43 * lines - 10)))


def pages(*blocks: PaperBlock, findings: Findings | None = None) -> Pagination:
    charts = write(Chart(COLUMN)).charts
    return paginate(blocks, frame(), sheet(), charts, lambda _name, _size: None, findings if findings is not None else Findings())


def outline(found: Pagination) -> list[str]:
    """Return the words each page begins with and how many lines it has."""
    out = []
    for page in found.pages:
        boxes = [each for each in page.canvas.elements if isinstance(each, TextBox)]
        out.append(f"{sum(1 + len(line.breaks) for box in boxes for line in box.paragraphs)} {boxes[0].plain[:4]}" if boxes else "-")
    return out


def test_a_paragraph_goes_on_where_the_page_ends() -> None:
    assert outline(pages(body(LINES + 3))) == ["37 字字字字", "3 字字字字"]
    assert outline(pages(body(LINES + 1))) == ["36 字字字字", "2 字字字字"]


def test_a_heading_keeps_two_lines_of_its_text() -> None:
    found = pages(body(LINES - 3), HEADING, body(6))
    assert outline(found)[1] == "7 （一）标"
    assert found.places["here"] == 1


def test_bookmarks_know_how_far_down_they_stand() -> None:
    found = pages(body(LINES // 2), HEADING, body(2))
    assert 0.4 < found.starts["here"] < 0.6


def test_a_chapter_begins_a_page_unless_little_is_used() -> None:
    chapter = PaperParagraph(ParagraphRole.HEADING_1, t("章"), "二、", "two", keep_next=True)
    used = pages(body(26), chapter, body(2))
    assert outline(used) == ["26 字字字字", "3 二、章"]
    assert PaperBreak() in used.flow
    assert [page.chapter for page in used.pages] == ["", "二、章"]
    free = pages(body(20), chapter, body(2))
    assert (len(free.pages), free.pages[0].chapter) == (1, "二、章")


def test_a_chart_moves_and_text_takes_its_place() -> None:
    (chart,) = (block for block in write(Chart(COLUMN)).blocks if isinstance(block, PaperChart))
    found = pages(body(LINES - 9), chart, body(3))
    assert told(found.flow).splitlines()[1].startswith("body")
    assert len(found.pages) == 2
    assert found.places["fig_1_1"] == 1


def table(rows: int, name: str = "t") -> PaperTable:
    head = PaperRow((PaperCell((t("指标"),)),), pt(26), header=True)
    made = (head, *(PaperRow((PaperCell((t(f"{n}"),)),), pt(26)) for n in range(rows)))
    return PaperTable(name, (inch(6),), made, 9.5, 14.2, together=together(made, frame().body.height))


def test_a_short_table_is_not_parted_and_text_takes_its_place() -> None:
    found = pages(body(LINES - 8), table(6), body(3), HEADING, body(2))
    assert [type(block).__name__ for block in found.flow] == [
        "PaperParagraph",
        "PaperParagraph",
        "PaperTable",
        "PaperParagraph",
        "PaperParagraph",
    ]
    assert outline(found) == [f"{LINES - 8 + 3} 字字字字", "3 （一）标"]
    assert outline(pages(body(LINES - 8), table(6), table(2), body(3))) == [f"{LINES - 8} 字字字字", "3 字字字字"]  # not past a table


def test_a_list_passes_a_table_whole_or_not_at_all() -> None:
    items = [PaperParagraph(ParagraphRole.BULLET, t("项" * 30)) for _ in range(8)]
    assert len(outline(pages(body(LINES - 8), table(6), *items[:3]))[0]) > 0
    found = pages(body(LINES - 8), table(6), *items)
    assert isinstance(found.flow[1], PaperTable)
    found = pages(body(LINES - 8), table(6), *items[:3])
    assert isinstance(found.flow[-1], PaperTable)


def test_charts_of_a_page_give_way_to_a_table() -> None:
    made = write(Chart(COLUMN))
    (chart,) = (block for block in made.blocks if isinstance(block, PaperChart))

    def redraw(name: str, size: Size) -> ChartFigure | None:
        return paper_figure(made.charts[name], size, sheet()).value

    found = paginate([body(12), chart, body(2), table(6)], frame(), sheet(), made.charts, redraw, Findings())
    assert len(found.pages) == 1
    lower = next(block for block in found.flow if isinstance(block, PaperChart))
    assert lower.size.height < chart.size.height
    assert next(each for each in found.pages[0].canvas.elements if isinstance(each, ChartBox)).frame.height == lower.size.height


def test_rows_give_way_where_that_keeps_a_table_on_the_page_of_its_text() -> None:
    found = pages(body(23), HEADING, body(1), table(6))
    assert len(found.pages) == 1
    (lower,) = (block for block in found.flow if isinstance(block, PaperTable))
    (drawn,) = (each for each in found.pages[0].canvas.elements if isinstance(each, TableBox))
    assert pt(22) < lower.rows[1].height < pt(26) == lower.rows[0].height
    assert [row.height for row in drawn.rows] == [row.height for row in lower.rows]


def test_charts_grow_on_a_page_that_ends_with_white() -> None:
    made = write(Chart(COLUMN))
    (chart,) = (block for block in made.blocks if isinstance(block, PaperChart))

    def redraw(name: str, size: Size) -> ChartFigure | None:
        return paper_figure(made.charts[name], size, sheet()).value

    found = paginate([chart, body(20), table(8)], frame(), sheet(), made.charts, redraw, Findings())
    (higher,) = (block for block in found.flow if isinstance(block, PaperChart))
    assert (len(found.pages), higher.size.height > chart.size.height) == (2, True)


def test_a_list_passes_a_figure_with_the_source_it_is_tied_to() -> None:
    items = [PaperParagraph(ParagraphRole.NUMBERED, t("项"), f"（{n}）", keep_next=n == 3) for n in (1, 2, 3)]
    source = PaperParagraph(ParagraphRole.NOTE, t("来源：台账"))
    (chart,) = (block for block in write(Chart(COLUMN)).blocks if isinstance(block, PaperChart))
    found = pages(body(LINES - 9), chart, *items, source)
    assert [type(block).__name__ for block in found.flow] == ["PaperParagraph"] * 5 + ["PaperChart"]
    found = pages(body(LINES - 4), chart, *items, source)
    assert isinstance(found.flow[1], PaperChart)


def test_white_between_blocks_is_the_larger_of_two_as_in_word() -> None:
    found = pages(body(1), HEADING, body(1))
    first, heading, second = (each for each in found.pages[0].canvas.elements if isinstance(each, TextBox))
    looks = sheet().looks
    assert (heading.frame.y - first.frame.bottom).points == looks[ParagraphRole.HEADING_2].before
    assert (second.frame.y - heading.frame.bottom).points == looks[ParagraphRole.HEADING_2].after


def test_a_page_that_only_the_reserve_ends_is_ended_in_word_too() -> None:
    tight = PaperParagraph(ParagraphRole.BODY, t("五步转化都设黄、红两条线，触黄线当日核查，触红线两小时内处置；突升与突降同样报警。"))
    (chart,) = (block for block in write(Chart(COLUMN)).blocks if isinstance(block, PaperChart))
    found = pages(body(23), tight, chart)
    assert PaperBreak() in found.flow
    assert found.flow.index(PaperBreak()) == 2


def test_tables_repeat_their_header() -> None:
    head = PaperRow((PaperCell((t("指标"),)),), pt(26), header=True)
    rows = tuple(PaperRow((PaperCell((t(f"{n}"),)),), pt(26)) for n in range(40))
    found = pages(PaperTable("t", (inch(6),), (head, *rows), 9.5, 14.2))
    tables = [each for page in found.pages for each in page.canvas.elements if isinstance(each, TableBox)]
    assert [len(each.rows) for each in tables] == [26, 16]


def test_landscape_sections_turn_the_page_and_back() -> None:
    found = pages(body(2), PaperBreak(BreakKind.LANDSCAPE), body(2), PaperBreak(BreakKind.PORTRAIT), body(2))
    assert [page.frame.size.width > page.frame.size.height for page in found.pages] == [False, True, False]


def test_what_is_higher_than_a_page_is_an_error_with_its_place() -> None:
    findings = Findings()
    row = PaperRow((PaperCell((t("字"),)),), inch(12))
    pages(PaperTable("t", (inch(6),), (row,), 9.5, 14.2, where=t("").where), findings=findings)
    assert [finding.code for finding in findings] == ["FIT006"]


def test_a_break_at_the_top_of_a_page_is_none() -> None:
    assert len(pages(PaperBreak(), body(1), PaperBreak(), PaperBreak(), body(1)).pages) == 2
