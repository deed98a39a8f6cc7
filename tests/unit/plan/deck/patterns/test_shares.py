from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import Shares
from engine.model.deck import Shape
from engine.plan.deck.patterns import shares as pattern
from engine.plan.deck.patterns.shares import share_color
from tests.support import gallery
from tests.support.planning import AT, BODY, assert_reads, canvas, drawn, pages, sheet


def _budget() -> Shares:
    (found,) = (block for item in gallery.budget().items for block in item.blocks if isinstance(block, Shares))
    return replace(found, where=AT)


BUDGET = _budget()


def test_a_bar_and_a_row_for_each_part() -> None:
    assert_reads(
        drawn(BUDGET, 4.86, 5.12),
        """
        shares-title 0 0 3.65×0.28 12 下半年：2,660 万元分配
        unit 3.65 0 1.22×0.28 10.5 单位：万元
        chart 0 0.4 4.86×0.66 stacked
        swatch 0 1.39 0.2×0.2
        label 0.36 1.35 3.87×0.28 14 媒介投放
        note 0.36 1.63 3.87×0.24 12 A 级渠道优先，C 级压降 25%
        amount 4.33 1.22 0.53×0.78 18 931
        rule 0 2 4.86×0
        swatch-2 0 2.17 0.2×0.2
        label-2 0.36 2.13 3.87×0.28 14 优惠补贴
        note-2 0.36 2.41 3.87×0.24 12 改为分档权益，不做全场直降
        amount-2 4.33 2 0.53×0.78 18 745
        rule-2 0 2.78 4.86×0
        swatch-3 0 2.95 0.2×0.2
        label-3 0.36 2.91 3.87×0.28 14 内容与直播
        note-3 0.36 3.19 3.87×0.24 12 场景内容增至 200 条
        amount-3 4.33 2.78 0.53×0.78 18 426
        rule-3 0 3.56 4.86×0
        swatch-4 0 3.73 0.2×0.2
        label-4 0.36 3.69 3.87×0.28 14 会员与门店
        note-4 0.36 3.97 3.87×0.24 12 新增：培育计划与扫码入会
        amount-4 4.33 3.56 0.53×0.78 18 239
        rule-4 0 4.34 4.86×0
        swatch-5 0 4.51 0.2×0.2
        label-5 0.36 4.47 3.87×0.28 14 储备金
        note-5 0.36 4.75 3.87×0.24 12 触发预案后由部门总监批准动用
        amount-5 4.33 4.34 0.53×0.78 18 319
        """,
    )


def test_across_a_page_bars_lead_from_the_words_to_the_amounts() -> None:
    lines = drawn(BUDGET, 12, 5.12).splitlines()
    assert [line.split(" ")[3] for line in lines if line.startswith("leader")] == [
        "7.05×0.22",
        "5.64×0.22",
        "3.22×0.22",
        "1.81×0.22",
        "2.42×0.22",
    ]
    assert not any(line.startswith("leader") for line in drawn(BUDGET, 7.4, 5.12).splitlines())


def test_colours_fade_and_the_reserve_is_hollow() -> None:
    page = sheet()
    names = ["primary", "p400", "p200", "p100", "bg"]
    assert [share_color(index, item, page) for index, item in enumerate(BUDGET.items)] == [page.color(name) for name in names]
    board = canvas()
    pattern.draw(BUDGET, BODY, board, 0)
    swatches = [element for element in board.elements if isinstance(element, Shape) and "/swatch" in element.name]
    assert [swatch.stroke is not None for swatch in swatches] == [False, False, False, False, True]


def test_a_list_too_long_is_an_error_with_its_place() -> None:
    assert pages(replace(BUDGET, items=BUDGET.items * 3)) == "Shares 15 @3\nFIT002 content/h1/report.yaml:12:5"
