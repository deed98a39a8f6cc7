from __future__ import annotations

from engine.model.blocks import Chart, Columns, Figures, Table
from tests.support.review import build, grid, refusal

SPEC = (
    "table: sales, by: 渠道, revenue: sum(GMV), cost: sum(费用), revenue_label: GMV, grades: {A: 6.0, B: 4.0}, "
    "actions: {A: 加码, B: 优化, C: 收缩, 直播间: 停投复核}, notes: {A: 增量预算优先}"
)


def parts(content: str) -> tuple[Chart, Table, Figures]:
    columns, figures = build(f"- channels: {{{content}}}").blocks
    assert isinstance(columns, Columns) and isinstance(figures, Figures)
    assert [item.weight for item in columns.items] == [5, 7]
    (chart,), (table,) = (item.blocks for item in columns.items)
    assert isinstance(chart, Chart) and isinstance(table, Table)
    return chart, table, figures


def test_shares_the_graded_table_and_the_cards_agree() -> None:
    chart, table, figures = parts(SPEC)
    assert chart.data.title.plain == "GMV 占比与费用占比"
    assert chart.data.categories == ("商城", "直播间", "社群")
    assert [[round((value or 0) * 100, 1) for value in series.values] for series in chart.data.series] == [
        [66.2, 22.4, 11.3],
        [58.3, 34.7, 6.9],
    ]
    assert chart.data.highlight == (2,)
    assert grid(table) == (
        "等级 | 渠道 | GMV 万元 | 费用 万元 | 产出比 | 处置\n"
        "A[square] | 社群 | 1,455 | 200 | 7.28 | 加码\n"
        "B[square] | 商城 | 8,505 | 1,680 | 5.06 | 优化\n"
        "C[square] | 直播间 | 2,880 | 1,000 | 2.88 | 停投复核\n"
        "=  | 合计 | 12,840 | 2,880 | 4.46 | "
    )
    cards = [f"{i.badge.plain} {i.before.plain}→{i.figure.plain} {i.action.plain} {i.note.plain}" for i in figures.items]
    assert cards == ["A 7%→11% 加码 增量预算优先", "B 58%→66% 优化 商城", "C 35%→22% 收缩 直播间"]
    assert figures.title.plain == "分级汇总：费用占比 → GMV 占比"
    assert figures.names == ("费用占比", "GMV 占比")


def test_the_names_of_the_project_need_no_space() -> None:
    chart, _, figures = parts(SPEC.replace("revenue_label: GMV, ", ""))
    assert (chart.data.title.plain, figures.title.plain) == ("收入占比与费用占比", "分级汇总：费用占比 → 收入占比")


def test_grades_that_do_not_occur_have_no_card() -> None:
    _, _, figures = parts("table: sales, by: 渠道, revenue: sum(GMV), cost: sum(费用), grades: {S: 100, A: 1}")
    assert [item.badge.plain for item in figures.items] == ["A"]


def test_channels_without_a_ratio_have_no_cards() -> None:
    """Nobody could grade them: no cost was entered anywhere."""
    (columns,) = build(f"- channels: {{{SPEC.replace('sum(费用)', 'sum(费用) / 0')}}}").blocks
    assert isinstance(columns, Columns)
    (table,) = columns.items[1].blocks
    assert isinstance(table, Table)
    assert grid(table).splitlines()[1].startswith(" | 商城 | 8,505 | — | — | ")


def test_bounds_must_fall_and_rows_must_be_left() -> None:
    rising = refusal("- channels: {table: sales, by: 渠道, revenue: sum(GMV), cost: sum(费用), grades: {A: 3.0, B: 5.0}}")
    assert rising.endswith("YAML025 grades 的下限应从高到低")
    assert refusal(f"- channels: {{{SPEC}, where: GMV < 0}}").endswith("FACT013 数据表“sales”没有要显示的行")
