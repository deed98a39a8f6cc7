from __future__ import annotations

from dataclasses import replace

from engine.base.units import inch
from engine.model.blocks import Align, Badge, ColumnGroup, Table, TableCell, TableColumn, TableRow
from engine.model.deck import CellBox, TableBox
from engine.model.inlines import Tone
from engine.plan.deck.patterns import table
from engine.plan.deck.patterns.table_groups import MARGIN
from tests.support.planning import AT, assert_reads, drawn, pages, plan, sheet, t, topic_slides

CHANNELS = Table(
    (TableColumn(t("渠道")), TableColumn(t("GMV"), "万元", Align.RIGHT, numeric=True), TableColumn(t("处置"))),
    (
        TableRow((TableCell(t("自有商城")), TableCell(t("2,891")), TableCell(t("加码，增量预算优先")))),
        TableRow((TableCell(t("直播间")), TableCell(t("2,065"), bold=True), TableCell(t("优化"), t("时段与场次")))),
        TableRow((TableCell(t("合计")), TableCell(t("4,956")), TableCell(t(""))), total=True),
    ),
    t("渠道分级"),
    t("注：按成交归属"),
    where=AT,
)


def rows(count: int, words: str = "第一周") -> Table:
    made = tuple(TableRow((TableCell(t(words)), TableCell(t(f"1,2{n:02d}")))) for n in range(count))
    return Table((TableColumn(t("周")), TableColumn(t("GMV"), "万元", Align.RIGHT, numeric=True)), made, note=t("注"), where=AT)


def cells_of(block: Table, row: int) -> tuple[CellBox | None, ...]:
    deck = plan(block).expect_clean()
    (drawn_table,) = (element for element in topic_slides(deck)[0].elements if isinstance(element, TableBox))
    return drawn_table.rows[row].cells


def test_caption_header_rows_and_note() -> None:
    assert_reads(
        drawn(CHANNELS, 6.0, 3.0),
        """
        caption 0 0 6×0.28 12 渠道分级
        table 0 0.34 6×2.39
            渠道; GMV 万元; 处置
            自有商城; 2,891; 加码，增量预算优先
            直播间; 2,065; 优化 ¶ 时段与场次
            合计; 4,956;
        note 0 2.79 6×0.21 10.5 注：按成交归属
        """,
    )


def test_numbers_at_the_right_keep_apart_from_words_that_follow() -> None:
    plan_ = table.measure(CHANNELS, inch(6), sheet(), 0)
    assert [width.inches for width in plan_.trailing] == [0, 0.28, 0]
    assert sum(plan_.widths) == inch(6)


def test_rules_header_and_total_are_strong() -> None:
    header, _, third, total = (cells_of(CHANNELS, row)[0] for row in range(4))
    assert header and third and total and header.bottom and third.bottom and total.bottom
    assert (header.bottom.width, third.bottom.width, total.bottom.width) == (1.0, 1.0, 1.0)
    assert header.bottom.color == third.bottom.color == sheet().color("ink")
    assert total.bottom.color == sheet().color("line2")
    assert total.paragraphs[0].runs[0].bold


def test_second_lines_are_quiet_and_tints_fill_the_cell() -> None:
    cell = TableCell(t("▼ 未达成"), t("差 99 万元"), Tone.MISSED, bold=True, tinted=True)
    judged = replace(CHANNELS, rows=(TableRow((TableCell(t("开春焕新")), TableCell(t("671")), cell)),))
    found = cells_of(judged, 1)[2]
    assert found and found.fill == sheet().theme.tint(Tone.MISSED)
    assert [(line.plain, line.runs[0].bold, line.runs[0].color) for line in found.paragraphs] == [
        ("▼ 未达成", True, sheet().theme.tone(Tone.MISSED)),
        ("差 99 万元", False, sheet().color("ink2")),
    ]


def test_groups_are_a_band_or_arrows() -> None:
    groups = (ColumnGroup(t("目标"), 2), ColumnGroup(t("动作"), 1, strong=True))
    heads = [
        drawn(replace(CHANNELS, caption=t(""), note=t(""), groups=groups, arrows=arrows), 6, 2.4).splitlines()[:4]
        for arrows in (False, True)
    ]
    assert_reads(
        "\n\n".join("\n".join(lines) for lines in heads),
        """
        group 0 0 3.18×0.32
        group-label 0.08 0 3.02×0.32 13 目标
        group-2 3.21 0 2.79×0.32
        group-label-2 3.29 0 2.63×0.32 13 动作

        group 0 0 3.3×0.44
        group-label 0.16 0 2.87×0.44 13 目标
        group-2 3.21 0 2.79×0.44
        group-label-2 3.49 0 2.45×0.44 13 动作
        """,
    )


def test_badges_stand_on_their_cells() -> None:
    graded = replace(
        CHANNELS,
        rows=(TableRow((TableCell(t("A"), badge=Badge.SQUARE), TableCell(t("1")), TableCell(t("R1"), badge=Badge.ROUND))),),
        note=t(""),
    )
    assert [line for line in drawn(graded, 6, 1.2).splitlines() if line.startswith("badge")] == [
        "badge 0.08 0.83 0.26×0.26",
        "badge-text 0.08 0.83 0.26×0.26 9.5 A",
        "badge-2 4.57 0.78 0.36×0.36",
        "badge-text-2 4.57 0.78 0.36×0.36 13 R1",
    ]


def test_rows_are_divided_evenly_and_the_note_stands_last() -> None:
    assert pages(rows(11)) == "Table 11 rows noted @1"
    assert_reads(
        pages(rows(30)),
        """
        Table 10 rows @0
        Table 10 rows @0
        Table 10 rows noted @0
        """,
    )


def test_continued_pages_have_the_same_columns() -> None:
    uneven = replace(rows(40), rows=(*rows(39).rows, TableRow((TableCell(t("第四十周，其中三天因系统升级停播")), TableCell(t("9"))))))
    slides = topic_slides(plan(uneven).expect_clean())
    widths = {element.widths for slide in slides for element in slide.elements if isinstance(element, TableBox)}
    assert len(widths) == 1
    assert len(slides) == 4


def test_a_row_taller_than_a_page_is_an_error_with_its_place() -> None:
    assert pages(rows(1, "很长的一格" * 400)) == "Table 1 rows noted @3\nFIT002 content/h1/report.yaml:12:5"
    cells = TableCell(t("很长的一格" * 400, line=77)), TableCell(t("2"))
    long = replace(rows(1), rows=(*rows(1).rows, TableRow(cells)))
    (found,) = (each for each in plan(long).diagnostics if each.code == "FIT002")
    assert found.message.en == "row 2 of this table is taller than a page at its smallest size"
    assert found.where.line == 77
    assert found.hint is not None
    assert found.hint.en == "shorten its longest cell, or make several rows of it"


def test_a_number_that_would_be_cut_is_an_error_with_its_place() -> None:
    columns = tuple(TableColumn(t(f"列{n}"), align=Align.RIGHT, numeric=True) for n in range(24))
    crowded = Table(columns, (TableRow(tuple(TableCell(t("12,345,678", line=77)) for _ in columns)),), where=AT)
    found = next(each for each in plan(crowded).diagnostics if each.code == "FIT005")
    assert str(found.where) == "content/h1/report.yaml:77:5"
    assert found.message.zh == "表格列太多：“列0”一列放不下“12,345,678”，数字会断成两行"
    assert found.message.en == "too many columns: “列0” is too narrow for “12,345,678”, which would be cut over two lines"


def test_weights_are_kept_unless_they_cut_a_number() -> None:
    def widths(*weights: float) -> list[float]:
        columns = tuple(replace(column, weight=weight) for column, weight in zip(rows(1).columns, weights, strict=True))
        return [round(width.inches, 2) for width in table.measure(replace(rows(1), columns=columns), inch(4), sheet(), 0).widths]

    assert widths(3, 1) == [3.0, 1.0]
    assert widths(30, 1) == widths(300, 1) != [3.87, 0.13]


def test_a_name_is_not_broken_by_weights_nor_by_longer_cells_in_a_narrow_table() -> None:
    long = "开场前五天备齐样品与话术，责任到人，逐项签字确认"
    made = tuple(TableRow((TableCell(t("中秋茶礼与双十一")), TableCell(t(long)), TableCell(t(name)))) for name in ("陆嘉言", "许泊舟"))
    for weights in ((4.0, 8.0, 1.0), (None, None, None)):
        columns = tuple(TableColumn(t(head), weight=weight) for head, weight in zip(("战役", "预案", "责任人"), weights, strict=True))
        found = table.measure(Table(columns, made, where=AT), inch(3), sheet(), 0)
        body = sheet().style("table_body")
        assert all(sheet().line_count(t(name), body, found.widths[2] - sheet().u(MARGIN * 2)) == 1 for name in ("陆嘉言", "许泊舟"))
