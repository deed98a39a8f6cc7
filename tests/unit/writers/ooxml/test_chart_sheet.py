from dataclasses import replace

from engine.writers.ooxml.chart_sheet import chart_sheet, column_letters
from tests.support.charts import chart, figure, series


def test_categories_then_series_then_what_they_are_made_of() -> None:
    sheet = chart_sheet(figure(chart("target-actual", "a b", series("目标", 10, 20), series("实际", 11, 19))))
    assert [column.header for column in sheet.columns] == [
        *("类目", "实际（目标以内）", "缺口", "目标线", "超额", "标签位置"),
        *("目标", "实际"),
    ]
    assert sheet.categories == "Sheet1!$A$2:$A$3"
    assert (sheet.series[0].name, sheet.series[0].values) == ("Sheet1!$B$1", "Sheet1!$B$2:$B$3")


def test_scatter_and_bubble_have_columns_of_their_own_for_x_and_size() -> None:
    drawn = figure(chart("bubble", "a b", series("x", 1, 2), series("y", 3, 4), series("大小", 5, 6)))
    sheet = chart_sheet(drawn)
    (cells,) = sheet.series
    assert (cells.x, cells.values, cells.sizes, cells.name) == ("Sheet1!$B$2:$B$3", "Sheet1!$C$2:$C$3", "Sheet1!$D$2:$D$3", "Sheet1!$C$1")


def test_two_series_of_one_name_keep_their_own_columns() -> None:
    drawn = figure(chart("column", "a", series("GMV", 1), series("GMV", 2)))
    assert [cells.values for cells in chart_sheet(drawn).series] == ["Sheet1!$B$2:$B$2", "Sheet1!$C$2:$C$2"]


def test_letters_go_on_after_z() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_the_header_of_the_categories_is_the_figures() -> None:
    drawn = replace(figure(chart("column", "a", series("GMV", 1))), header="渠道")
    assert chart_sheet(drawn).columns[0].header == "渠道"
