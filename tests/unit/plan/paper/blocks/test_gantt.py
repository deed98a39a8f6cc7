from __future__ import annotations

import datetime as dt
from dataclasses import replace

from engine.model.blocks import Gantt, GanttBar, GanttLane, GanttPeriod, Progress
from engine.model.paper import PaperTable
from engine.plan.paper.blocks.gantt import write_gantt
from tests.support.every_block import EVERY_BLOCK
from tests.support.papers import flow, told
from tests.support.planning import t


def plan() -> Gantt:
    block = EVERY_BLOCK["gantt"]
    assert isinstance(block, Gantt)
    return block


def test_bars_cover_their_months() -> None:
    made = flow()
    write_gantt(plan(), made)
    assert told(made.blocks).splitlines() == [
        "table [表 1-1] 要点",
        "  #  ; 一季度：目标 1,200 (surface2) ; < ; < ;  ;  ; ",
        "  #  ; 1 月 ; 2 月 ; 3 月 ; 4 月 ; 5 月 ; 6 月",
        "  | 活动 ; 预热 / 120 (p100) ; < ;  ; 爆发 (p100) ;  ; ",
        "  | 能力 ;  ; 看板 (p100) ; < ; < ; < ; ",
        "  | 里程碑 ;  ;  ; ◆ ;  ;  ; ",
        "  里程碑：3/10 上线；今天",
    ]


def test_a_period_too_wide_for_its_months_says_its_value_below() -> None:
    made = flow()
    wide = GanttPeriod(t("一季度"), dt.date(2025, 1, 1), dt.date(2025, 1, 31), t("实际 5,183 万元"))
    write_gantt(replace(plan(), periods=(wide,)), made)
    assert "一季度 / 实际 5,183 万元" in told(made.blocks)


def test_bars_that_share_a_month_go_to_rows_of_their_own() -> None:
    made = flow()
    day = dt.date
    lane = GanttLane(
        t("活动"),
        (GanttBar(t("甲"), day(2025, 1, 1), day(2025, 1, 20)), GanttBar(t("乙"), day(2025, 1, 25), day(2025, 2, 20), Progress.DONE)),
    )
    write_gantt(replace(plan(), lanes=(lane,), periods=(), milestones=(), today=None), made)
    rows = told(made.blocks).splitlines()[2:]
    assert rows[:2] == ["  | 活动 ; 甲 (p100) ;  ;  ;  ;  ; ", "  |  ; 乙 (surface2) ; < ;  ;  ;  ; "]
    assert rows[2] == "  底色：灰色 已完成、浅色 计划中"


def test_rows_of_one_lane_stay_on_one_page() -> None:
    made = flow()
    day = dt.date
    bars = tuple(GanttBar(t(name), day(2025, 1, 1), day(2025, 2, 20)) for name in "甲乙丙")
    write_gantt(replace(plan(), lanes=(GanttLane(t("活动"), bars), GanttLane(t("能力"), bars[:1])), periods=()), made)
    (table,) = (block for block in made.blocks if isinstance(block, PaperTable))
    assert [row.joined for row in table.rows if not row.header] == [False, True, True, False, False]
