from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.units import inch
from engine.model.inlines import EMPTY
from engine.model.paper import BreakKind, PaperBreak, PaperParagraph, PaperTable, ParagraphRole
from engine.plan.paper.flow import SHORT_PARAGRAPH
from tests.support.papers import flow, told
from tests.support.planning import AT, t


def table(name: str) -> PaperTable:
    return PaperTable(name, (inch(9),), (), 9.5, 14.2)


def test_headings_count_by_level_and_never_skip_one() -> None:
    made = flow()
    made.heading(3, t("甲"))
    made.heading(3, t("乙"))
    made.heading(4, t("丙"))
    made.heading(2, t("下一题"))
    made.heading(4, t("跳级"))
    assert told(made.blocks).splitlines() == [
        "heading_3: 1. 甲",
        "heading_3: 2. 乙",
        "heading_4: （1）丙",
        "heading_2: （二）下一题",
        "heading_3: 1. 跳级",
    ]


def test_points_stand_below_the_heading_that_was_written() -> None:
    made = flow()
    assert made.point_level() == 3
    made.written_heading(1, t("小标题"))
    assert made.point_level() == 4
    made.begin_topic(t("下一题"), AT)
    assert made.point_level() == 3


def test_captions_count_by_chapter_and_kind() -> None:
    made = flow()
    numbers = [made.table_caption(t("甲"), ""), made.figure_caption(t("乙")), made.table_caption(t("丙"), "")]
    assert [(each.kind, each.number, each.bookmark) for each in numbers] == [
        ("表", "1-1", "tab_1_1"),
        ("图", "1-1", "fig_1_1"),
        ("表", "1-2", "tab_1_2"),
    ]
    made.heading(1, t("下一章"))
    assert made.table_caption(t("丁"), "").number == "2-1"


def test_things_without_a_title_are_named_after_their_topic() -> None:
    made = flow()
    assert [made.table_caption(EMPTY, "月份").title.plain for _ in range(2)] == ["要点", "要点：月份"]


def test_an_empty_paragraph_is_left_out() -> None:
    made = flow()
    made.body(EMPTY)
    assert made.blocks == []


def test_a_wide_table_takes_its_heading_along() -> None:
    made = flow()
    made.body(t("前文"))
    made.heading(2, t("跟踪"))
    made.body(t("说明"))
    made.on_landscape(table("a"))
    made.on_landscape(table("b"))
    assert told(made.blocks).splitlines() == [
        "body: 前文",
        "-- landscape",
        "heading_2: （二）跟踪",
        "body: 说明",
        "table []",
        "table []",
        "-- portrait",
    ]


def test_a_topics_source_stands_below_its_last_table() -> None:
    made = flow()
    made.on_landscape(table("a"))
    made.source(t("来源：台账"))
    assert [block.source.plain for block in made.blocks if isinstance(block, PaperTable)] == ["来源：台账"]
    assert made.blocks[-1] == PaperBreak(BreakKind.PORTRAIT)
    made.source(t("来源：其他"))
    last = made.blocks[-1]
    assert isinstance(last, PaperParagraph)
    assert last.role is ParagraphRole.NOTE


@pytest.mark.parametrize(
    ("own", "topic", "expected"),
    [
        ("Source: Orders, Survey", "Source: orders, survey; the same weeks", ["Source: orders, survey; the same weeks"]),
        ("来源：埋点平台、交易中台", "来源：交易中台、埋点平台；近 28 天", ["来源：交易中台、埋点平台；近 28 天"]),
        ("来源：埋点平台、问卷", "来源：埋点平台；近 28 天", ["来源：埋点平台、问卷", "来源：埋点平台；近 28 天"]),
    ],
)
def test_a_source_that_names_all_that_the_table_names_stands_in_its_place(own: str, topic: str, expected: list[str]) -> None:
    made = flow()
    made.add(replace(table("a"), source=t(own)))
    made.source(t(topic))
    tables = [block.source.plain for block in made.blocks if isinstance(block, PaperTable)]
    assert tables + [block.text.plain for block in made.blocks if isinstance(block, PaperParagraph)] == expected


def test_what_leads_on_and_what_a_source_belongs_to_stay_with_it() -> None:
    made = flow()
    made.body(t("三个动作起了主要作用："))
    made.body(t("茶馆连开七天。"))
    made.source(t("来源：台账"))
    assert [block.keep_next for block in made.blocks if isinstance(block, PaperParagraph)] == [True, True, False]
    made.body(t("长" * (SHORT_PARAGRAPH + 1)))
    made.source(t("来源：台账"))
    assert [block.keep_next for block in made.blocks if isinstance(block, PaperParagraph)][3:] == [False, False]


def test_names_are_counted() -> None:
    made = flow()
    assert (made.unique("chart"), made.unique("chart")) == ("chart-1", "chart-2")
    made.page_break()
    assert made.blocks == [PaperBreak()]
