from __future__ import annotations

import datetime as dt
from dataclasses import replace

from engine.base.units import inch
from engine.model.blocks import Gantt, GanttBar, GanttLane, GanttPeriod, Milestone, Progress
from engine.plan.deck.patterns.gantt import Months, month_count, packed_rows
from tests.support.planning import AT, assert_reads, drawn, pages, t


def bar(name: str, first: int, last: int, progress: Progress = Progress.PLANNED, value: str = "") -> GanttBar:
    return GanttBar(t(name), dt.date(2025, first, 1), dt.date(2025, last, 28), progress, t(value))


PLAN = Gantt(
    dt.date(2025, 1, 1),
    dt.date(2025, 6, 30),
    (
        GanttLane(t("活动"), (bar("年货节", 1, 2, Progress.DONE, "1,460"), bar("618", 6, 6, Progress.PEAK, "2,666"))),
        GanttLane(t("能力"), (bar("活动看板", 2, 4), bar("结算页合为一步并自动择优", 3, 3))),
    ),
    (Milestone(dt.date(2025, 3, 31), t("结算合一")),),
    (GanttPeriod(t("一季度"), dt.date(2025, 1, 1), dt.date(2025, 3, 31), t("3,476 万元")),),
    dt.date(2025, 4, 8),
    t("今天"),
    where=AT,
)


def test_a_day_stands_where_its_month_and_part_of_the_month_are() -> None:
    months = Months(dt.date(2025, 1, 1), 6, inch(1), inch(2))
    assert [months.x(day).inches for day in (dt.date(2025, 1, 1), dt.date(2025, 2, 15), dt.date(2025, 7, 9), dt.date(2024, 5, 1))] == [
        1,
        4,
        13,
        1,
    ]
    assert months.x(dt.date(2025, 1, 31), end=True).inches == 3
    assert month_count(PLAN) == 6


def test_bars_that_touch_take_rows_of_their_own() -> None:
    lane = GanttLane(t("运营"), (bar("丙", 4, 6), bar("甲", 1, 3), bar("乙", 2, 2)))
    assert [[each.label.plain for each in row] for row in packed_rows(lane)] == [["甲", "丙"], ["乙"]]


def test_the_calendar() -> None:
    assert_reads(
        drawn(PLAN, 12, 4),
        """
        grid 1.32 0.82 0×2.4
        grid-2 6.66 0.82 0×2.4
        grid-3 12 0.82 0×2.4
        top 0 0.82 12×0
        swatch 0 0.07 0.14×0.14
        legend 0.22 0.02 1×0.24 10.5 已完成
        swatch-2 0 0.31 0.14×0.14
        legend-2 0.22 0.26 1×0.24 10.5 计划中
        swatch-3 0 0.55 0.14×0.14
        legend-3 0.22 0.5 1×0.24 10.5 峰值
        period 1.34 0 5.3×0.44
        period-label 1.48 0 0.66×0.44 14 一季度
        period-value 2.14 0 4.36×0.44 12 3,476 万元
        month 1.32 0.5 1.78×0.32 11 1 月
        month-2 3.1 0.5 1.78×0.32 11 2 月
        month-3 4.88 0.5 1.78×0.32 11 3 月
        month-4 6.66 0.5 1.78×0.32 11 4 月
        month-5 8.44 0.5 1.78×0.32 11 5 月
        month-6 10.22 0.5 1.78×0.32 11 6 月
        today 7.08 0.82 0×2.66
        today-label 6.66 3.27 0.35×0.21 10.5 今天
        lane 0 0.82 1.22×1.09 14 活动
        lane-end 0 1.91 12×0
        bar 1.35 0.92 3.5×0.89
        bar-label 1.4 0.92 3.4×0.89 11 年货节 ¶ 11 1,460
        bar-2 10.25 0.92 1.6×0.89
        bar-label-2 10.3 0.92 1.5×0.89 11 618 ¶ 11 2,666
        lane-2 0 1.91 1.22×1.31 14 能力
        lane-end-2 0 3.22 12×0
        bar-3 3.13 2.01 5.16×0.51
        bar-label-3 3.18 2.01 5.06×0.51 11 活动看板
        bar-4 4.91 2.61 1.55×0.51
        today-gap 7.04 2.76 0.08×0.21
        bar-label-4 6.52 2.61 5.46×0.51 11 结算页合为一步并自动择优
        lane-3 0 3.22 1.22×0.78 14 里程碑
        milestones-top 0 3.22 12×0
        milestone 6.52 3.26 0.16×0.16
        milestone-label 6.32 3.44 0.57×0.56 10 3/31⏎|结算合一
        """,
    )


def test_the_label_of_today_turns_to_the_right_where_the_left_is_narrow() -> None:
    early = replace(PLAN, today=dt.date(2025, 1, 3), today_label=t("汇报日 1 月 3 日"))
    (label,) = (line for line in drawn(early, 12, 4).splitlines() if line.startswith("today-label"))
    (line,) = (line for line in drawn(early, 12, 4).splitlines() if line.startswith("today "))
    assert float(label.split()[1]) > float(line.split()[1])


def test_lanes_are_divided_and_milestones_stand_last() -> None:
    assert pages(PLAN) == "Gantt 2 lanes and milestones @0"
    assert_reads(
        pages(replace(PLAN, lanes=PLAN.lanes * 5)),
        """
        Gantt 4 lanes @0
        Gantt 4 lanes @0
        Gantt 2 lanes and milestones @0
        """,
    )


def test_a_lane_of_very_many_bars_is_divided_between_its_rows() -> None:
    crowded = replace(PLAN, lanes=(GanttLane(t("运营"), tuple(bar(f"活动{n}", 1, 6) for n in range(30))),), milestones=())
    assert_reads(
        pages(crowded),
        """
        Gantt 1 lanes @0
        Gantt 1 lanes @0
        Gantt 1 lanes @0
        """,
    )


def test_nothing_but_a_calendar() -> None:
    assert drawn(Gantt(PLAN.start, PLAN.end, ()), 12, 1).splitlines()[-1].endswith("6 月")


def test_the_line_of_today_parts_where_words_beside_a_bar_cross_it() -> None:
    short = GanttBar(t("企业微信社群续费提醒"), dt.date(2025, 3, 1), dt.date(2025, 3, 5))
    block = Gantt(dt.date(2025, 1, 1), dt.date(2025, 12, 31), (GanttLane(t("会员"), (short,)),), today=dt.date(2025, 3, 20), where=AT)
    assert "today-gap" in drawn(block, 10, 2)
    assert "today-gap" not in drawn(replace(block, today=dt.date(2025, 11, 20)), 10, 2)
    assert "today-gap" not in drawn(replace(block, today=None), 10, 2)
