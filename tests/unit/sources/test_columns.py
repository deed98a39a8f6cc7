from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Severity
from engine.sources import limits
from tests.unit.sources.conftest import Bench, picture, told


def column(bench: Bench, *cells: str, **spec: object) -> str:
    """Return the picture of a CSV with the column 值 beside a name column, without the names."""
    lines = "".join(f'n{number},"{cell}"\n' for number, cell in enumerate(cells))
    text = picture(bench.csv(f"名,值\n{lines}", **spec))
    return ", ".join(line.split(" | ")[1].removeprefix("值:") for line in text.splitlines())


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1", "2.5", "-3"), "number, 1.0, 2.5, -3.0"),
        (("1", "", "3"), "number, 1.0, None, 3.0"),
        (("1", "—", "暂无", "N/A", "-", "/", "无"), "number, 1.0, None, None, None, None, None, None"),
        (("1.2万", "3,400", "１２"), "number, 12000.0, 3400.0, 12.0"),
        (("12%", "0", "85.5％"), "number%, 0.12, 0.0, 0.855"),
        (("017", "018"), "text, 017, 018"),
        (("17", "018"), "text, 17, 018"),
        (("2025-07-01", "2025年7月"), "date, 2025-07-01, 2025-07-01"),
        (("7.1-7.31", "8.1-8.31"), "text, 7.1-7.31, 8.1-8.31"),
        (("好", "无", "—", " 差 "), "text, 好, 无, None, 差"),
        (("", ""), "text, None, None"),
        (("好", "1", "2"), "text, 好, 1, 2"),
    ],
)
def test_the_type_follows_from_the_cells(bench: Bench, cells: tuple[str, ...], expected: str) -> None:
    assert column(bench, *cells) == expected


@pytest.mark.parametrize(
    ("kind", "cells", "expected"),
    [
        ("text", ("1", "无", "3"), "text, 1, 无, 3"),
        ("number", ("12%", "30", "1.5"), "number, 0.12, 30.0, 1.5"),
        ("percent", ("12%", "3.5%"), "number%, 0.12, 0.035"),
        ("percent", ("12", "3.5"), "number%, 0.12, 0.035"),
        ("percent", ("0.12", "0.035"), "number%, 0.12, 0.035"),
        ("date", ("45839", "2025.7.1-7.31", "20250702"), "date, 2025-07-01, 2025-07-01, 2025-07-02"),
        ("month", ("2025.7", "2025-08-15"), "date, 2025-07-01, 2025-08-01"),
        ("week", ("2025-W36", "2025-09-10"), "date, 2025-09-01, 2025-09-08"),
    ],
)
def test_a_declared_type_is_obeyed(bench: Bench, kind: str, cells: tuple[str, ...], expected: str) -> None:
    assert column(bench, *cells, types={"值": kind}) == expected


def test_how_plain_figures_of_a_percent_column_were_read_is_said(bench: Bench) -> None:
    outcome = bench.csv("名,率\na,12\nb,9\n", types={"率": "percent"})
    assert told(outcome, Severity.INFO) == ["weekly.csv!B2: DATA046 「率」没有 % 的数字按百分数读：12 即 12%"]
    assert outcome.value is not None
    assert [note.en for note in outcome.value.notes] == ["plain figures of 率 were read as percents: 12 is 12%"]


def test_a_few_unreadable_cells_among_figures_are_each_named(bench: Bench) -> None:
    outcome = bench.csv("名,消耗\n" + "a,1\n" * 9 + "b,１２Ａ\nc,1_000\n")
    assert outcome.value is None
    assert told(outcome) == [
        "weekly.csv!B11: DATA042 「消耗」应为数字，得到“１２Ａ”",
        "weekly.csv!B12: DATA042 「消耗」应为数字，得到“1_000”",
    ]
    hint = outcome.diagnostics[0].hint
    assert hint is not None
    assert hint.zh == "改正单元格；若这一列是文字，写 types: {消耗: text}"


@pytest.mark.parametrize("cell", ["nan", "inf", "1e5", "٣٤"])
def test_what_python_would_take_for_a_number_is_refused(bench: Bench, cell: str) -> None:
    assert told(bench.csv(f"a,b\n1,x\n2,x\n3,x\n4,x\n{cell},x\n")) == [f"weekly.csv!A6: DATA042 「a」应为数字，得到“{cell}”"]


def test_four_in_five_is_the_line(bench: Bench) -> None:
    assert told(bench.csv("a,b\n" + "1,x\n" * 4 + "z,x\n")) == ["weekly.csv!A6: DATA042 「a」应为数字，得到“z”"]
    assert column(bench, "1", "1", "1", "z") == "text, 1, 1, 1, z"


def test_a_long_list_of_mistakes_is_cut(bench: Bench) -> None:
    outcome = bench.csv("a,b\n" + "1,x\n" * 400 + "z,x\n" * 90)
    assert len(outcome.diagnostics) == limits.MAX_LISTED + 1
    assert told(outcome)[-1] == "weekly.csv!A421: DATA049 同类问题还有 70 处"


def test_figures_with_and_without_percent_do_not_mix(bench: Bench) -> None:
    assert told(bench.csv("名,率\na,12%\nb,9%\nc,11\n")) == ["weekly.csv!B4: DATA043 「率」有的带 % 有的不带，这里是“11”"]
    assert told(bench.csv("名,率\na,12%\nb,11\n", types={"率": "percent"})) != []


def test_a_scorecard_with_units_may_mix_them(bench: Bench) -> None:
    text = picture(bench.csv("指标,目标,单位\n曝光,5000万,次\n转化率,12%,\nROI,2.4,\n"))
    assert text.splitlines()[1:] == ["2: 曝光 | 50000000.0 | 次", "3: 转化率 | 0.12 | None", "4: ROI | 2.4 | None"]


def test_a_wrong_date_among_dates_is_named(bench: Bench) -> None:
    outcome = bench.csv("日,x\n" + "2025-07-01,a\n" * 5 + "2025-13-45,a\n")
    assert told(outcome) == ["weekly.csv!A7: DATA044 「日」应为日期，得到“2025-13-45”"]


def test_day_and_month_are_not_guessed(bench: Bench) -> None:
    content = "日,x\n03/04/2025,a\n13/04/2025,b\n"
    assert told(bench.csv(content, types={"日": "date"})) == [
        "weekly.csv!A2: DATA045 「日」的日期“03/04/2025”分不清日和月",
        "weekly.csv!A3: DATA045 「日」的日期“13/04/2025”分不清日和月",
    ]
    assert picture(bench.csv(content, date_format="DD/MM/YYYY")).splitlines()[1] == "2: 2025-04-03 | a"


def test_error_values_are_errors_unless_declared_missing(bench: Bench) -> None:
    content = "名,值\na,1\nb,#N/A\nc,3\n"
    assert told(bench.csv(content)) == ["weekly.csv!B3: DATA041 单元格是错误值 #N/A"]
    assert picture(bench.csv(content, missing=["#N/A"])).splitlines()[2] == "3: b | None"


def test_more_missing_marks(bench: Bench) -> None:
    assert column(bench, "1", "停测", "3", missing=["停测"]) == "number, 1.0, None, 3.0"


def test_decimal_comma(bench: Bench) -> None:
    assert column(bench, "1.234,5", "0,5", "7", decimal_comma=True) == "number, 1234.5, 0.5, 7.0"


def test_workbook_values_have_their_types(bench: Bench) -> None:
    def fill(sheet: object) -> None:
        rows = [["日", "率", "数", "码", "真"], [dt.date(2025, 7, 1), 0.125, 3, "017", True], [dt.date(2025, 7, 2), 0.5, 4.5, "018", False]]
        for row in rows:
            sheet.append(row)  # type: ignore[attr-defined]
        for cell in ("B2", "B3"):
            sheet[cell].number_format = "0.0%"  # type: ignore[index]

    assert picture(bench.book(fill)) == (
        "日:date | 率:number% | 数:number | 码:text | 真:text\n2: 2025-07-01 | 0.125 | 3.0 | 017 | TRUE\n3: 2025-07-02 | 0.5 | 4.5 | 018 | FALSE"
    )


def test_numbers_in_a_text_column_are_shown_as_the_sheet_shows_them(bench: Bench) -> None:
    assert picture(bench.rows(["a", "b"], ["x", 1], ["y", 2], [3, 3], [4.5, 4])).splitlines()[3:] == ["4: 3 | 3.0", "5: 4.5 | 4.0"]


def test_serials_in_a_declared_date_column(bench: Bench) -> None:
    assert picture(bench.rows(["日", "b"], [45839, 1], [20250702, 2], types={"日": "date"})).splitlines()[1:] == [
        "2: 2025-07-01 | 1.0",
        "3: 2025-07-02 | 2.0",
    ]


def test_a_type_for_an_unknown_column(bench: Bench) -> None:
    outcome = bench.csv("消耗,b\n1,2\n", types={"销耗": "number"})
    assert told(outcome) == ["weekly.csv: DATA033 types 提到的列“销耗”不存在，现有：消耗、b"]


def test_the_cell_that_makes_figures_a_column_of_text_is_remembered(bench: Bench) -> None:
    table = bench.csv("名,值,号,话\na,12,007,好\nb,约三,8,差\nc,5,9,中\n").value
    assert table is not None
    strays = [None if each.stray is None else f"{each.stray.where} {each.stray.text}" for each in table.columns]
    assert strays == [None, "weekly.csv!B3 约三", None, None]


def test_a_figure_may_be_declared_to_mean_no_data(bench: Bench) -> None:
    assert column(bench, "-999", "5", "7", missing=["-999"]) == "number, None, 5.0, 7.0"
    assert column(bench, "-999", "5", "7") == "number, -999.0, 5.0, 7.0"
