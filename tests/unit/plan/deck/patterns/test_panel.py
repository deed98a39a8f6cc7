from __future__ import annotations

from engine.model.blocks import Panel, PanelEntry, Stat
from engine.model.deck import TextBox
from engine.model.inlines import Tone
from engine.plan.deck.patterns import panel as pattern
from tests.support import gallery
from tests.support.planning import AT, BODY, assert_reads, canvas, drawn, pages, t

HERO = Panel(
    subtitle=t("可多成交约"),
    figure=t("649 万元"),
    rows=(Stat(t("提交订单"), t("55.0 万单")), Stat(t("客单价"), t("200 元"))),
    heading=t("流失集中在两处"),
    bullets=(t("规则复杂"), t("跳转三次")),
    dark=True,
    where=AT,
)
ENTRIES = Panel(
    entries=(PanelEntry(t("76%"), t("净超额来自 618"), t("单场占 32.3%。")), PanelEntry(t("−99 万元"), t("缺口最大"), tone=Tone.MISSED)),
    where=AT,
)


def test_a_hero_number_with_its_calculation_and_causes() -> None:
    assert_reads(
        drawn(HERO, 3.84, 5.12),
        """
        panel 0 0 3.84×5.12
        subtitle 0.28 0.26 3.28×0.25 12 可多成交约
        figure 0.28 0.55 3.28×0.78 54 649 万元
        rule 0.28 1.49 3.28×0
        row-label 0.28 1.49 2.38×0.42 12 提交订单
        row-value 2.74 1.49 0.82×0.42 12 55.0 万单
        rule-2 0.28 1.91 3.28×0
        row-label-2 0.28 1.91 2.61×0.42 12 客单价
        row-value-2 2.97 1.91 0.59×0.42 12 200 元
        rule-3 0.28 2.33 3.28×0
        heading 0.28 2.47 3.28×0.32 16 流失集中在两处
        bullets 0.28 2.89 3.28×2.09 12 规则复杂 ¶ 12 跳转三次
        """,
    )


def test_entries_share_the_height() -> None:
    assert_reads(
        drawn(ENTRIES, 2.82, 5.12),
        """
        panel 0 0 2.82×5.12
        figure 0.28 0.24 2.26×0.48 28 76%
        entry 0.28 0.74 2.26×1.85 13 净超额来自 618 ¶ 12 单场占 32.3%。
        rule 0.28 2.71 2.26×0
        figure-2 0.28 2.83 2.26×0.48 28 −99 万元
        entry-2 0.28 3.33 2.26×1.6 13 缺口最大
        """,
    )


def test_a_status_takes_room_from_the_title_and_charts_fill_the_rest() -> None:
    (column, _) = gallery.quotes().items
    assert_reads(
        drawn(column.blocks[0], 3.84, 5.12),
        """
        panel 0 0 3.84×5.12
        pill 2.44 0.22 1.12×0.28
        pill-text 2.5 0.22 1×0.28 11 ● 达成
        title 0.28 0.24 2.06×0.32 16 综合满意度
        figure 0.28 0.6 3.28×0.78 54 4.58 分
        caption 0.28 1.4 3.28×0.25 12 目标 4.56  去年同期 4.51  同比 +0.07
        chart 0.28 1.79 3.28×1.49 bar
        rule 0.28 3.36 3.28×0
        chart-title 0.28 3.45 3.28×0.26 11 三星及以下反馈主题，份
        chart-2 0.28 3.75 3.28×1.19 bar
        """,
    )


def test_words_on_a_dark_panel_are_light() -> None:
    page = canvas()
    pattern.draw(HERO, BODY, page, 0)
    inks = {run.color for box in page.elements if isinstance(box, TextBox) for line in box.paragraphs for run in line.runs}
    assert inks == {page.sheet.color(name) for name in ("ondeep", "ondeep2", "accent")}


def test_a_long_panel_goes_on() -> None:
    assert_reads(
        pages(Panel(t("明细"), rows=HERO.rows * 15, bullets=HERO.bullets * 9, where=AT)),
        """
        Panel 9 parts @0
        Panel 9 parts @0
        Panel 9 parts @0
        Panel 10 parts @0
        Panel 11 parts @0
        """,
    )


def test_a_panel_as_wide_as_the_page_stays_close_to_its_words_unlike_one_at_the_side() -> None:
    sheet = canvas().sheet
    said = Panel(title=t("本季结论"), bullets=(t("新品超额"), t("门店有缺口")), where=AT)
    wide = pattern.maximum(said, sheet.u(12.0), sheet, 0)
    assert wide < sheet.u(2.0)
    assert pattern.maximum(said, sheet.u(3.84), sheet, 0) == sheet.u(5.6)
