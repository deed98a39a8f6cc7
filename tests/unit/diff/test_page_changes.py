from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.diff.page_changes import Kind, LineChange, PageChange, PointChange, page_changes
from engine.model.outline import OutlineChart, OutlinePage, OutlineSeries, OutlineTable

COVER = OutlinePage("年中述职", ("用户增长部",))
GOAL = OutlinePage("完成 92.4%，达成目标", ("成交 1,083 万元", "比去年多"))
RISK = OutlinePage("三项风险", ("断货", "舆情"))

pages = st.lists(
    st.builds(OutlinePage, st.text("甲乙丙丁戊己1234%", max_size=6), st.lists(st.text("甲乙丙丁9", max_size=4), max_size=3).map(tuple)),
    max_size=5,
)


def table(*rows: tuple[str, ...]) -> OutlineTable:
    return OutlineTable(rows)


def test_a_new_figure_in_the_title_makes_no_other_page() -> None:
    now = OutlinePage("完成 95.0%，达成目标", ("成交 1,120 万元", "比去年多"))
    assert page_changes([COVER, GOAL], [COVER, now]) == (
        PageChange(
            Kind.CHANGED,
            "完成 95.0%，达成目标",
            2,
            2,
            lines=(LineChange("完成 92.4%，达成目标", "完成 95.0%，达成目标"), LineChange("成交 1,083 万元", "成交 1,120 万元")),
        ),
    )


def test_pages_that_come_and_go_are_told_where_they_stand() -> None:
    assert page_changes([COVER, RISK], [COVER, GOAL, RISK]) == (PageChange(Kind.ADDED, GOAL.title, None, 2),)
    assert page_changes([COVER, GOAL, RISK], [COVER, RISK]) == (PageChange(Kind.REMOVED, GOAL.title, 2, None),)


def test_a_page_with_another_title_and_the_same_words_is_the_same_page() -> None:
    renamed = OutlinePage("我们的风险", RISK.texts)
    (change,) = page_changes([COVER, RISK], [COVER, renamed])
    assert (change.kind, change.lines) == (Kind.CHANGED, (LineChange("三项风险", "我们的风险"),))


def test_a_page_that_only_moved_has_not_changed() -> None:
    assert page_changes([COVER, GOAL, RISK], [COVER, RISK, GOAL]) == ()


def test_cells_are_named_by_row_and_column() -> None:
    before = OutlinePage("表", (), (table(("指标", "目标", "实际"), ("GMV", "100", "90"), ("ROI", "1.2", "1.3")),))
    after = OutlinePage("表", (), (table(("指标", "目标", "实际"), ("ROI", "1.2", "1.3"), ("GMV", "100", "95"), ("新客", "8", "9")),))
    (change,) = page_changes([before], [after])
    assert change.cells == (PointChange("GMV · 实际", "90", "95"), PointChange("新客", "", "新客 | 8 | 9"))


def test_two_rows_of_one_name_are_told_apart() -> None:
    before = OutlinePage("表", (), (table(("队", "数"), ("甲", "1"), ("甲", "2")),))
    after = OutlinePage("表", (), (table(("队", "数"), ("甲", "1"), ("甲", "3")),))
    (change,) = page_changes([before], [after])
    assert change.cells == (PointChange("甲 · 数", "2", "3"),)


def test_points_are_named_by_series_and_category() -> None:
    def page(*values: float | None) -> OutlinePage:
        return OutlinePage("图", (), (), (OutlineChart(("1月", "2月"), (OutlineSeries("GMV", values),)),))

    (change,) = page_changes([page(3.0, None)], [page(3.0, 4.5)])
    assert change.points == (PointChange("GMV · 2月", "", "4.5"),)


@given(pages)
def test_nothing_differs_from_itself(version: list[OutlinePage]) -> None:
    assert page_changes(version, version) == ()


@given(pages, pages)
def test_every_page_is_the_same_changed_added_or_removed(before: list[OutlinePage], after: list[OutlinePage]) -> None:
    changes = page_changes(before, after)
    added = sum(change.kind is Kind.ADDED for change in changes)
    removed = sum(change.kind is Kind.REMOVED for change in changes)
    assert len(before) - removed == len(after) - added
