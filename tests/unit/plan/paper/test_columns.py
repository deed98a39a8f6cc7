from __future__ import annotations

from engine.base.units import ZERO, inch, pt
from engine.layout.table_fit import CellType
from engine.plan.paper.columns import ColumnWish, choose_widths, is_short, judge
from tests.support.papers import sheet
from tests.support.planning import t

CELLS = CellType(sheet().fonts.sans, 9.5, 14.2, inch(0.08), pt(4.2), pt(26.3))
BY_CONTENT = ColumnWish(None, ZERO)
ROWS = [
    [t("渠道"), t("内容形式"), t("考核指标")],
    [t("小程序商城"), t("商品页、补货提醒、到货第三天的泡法短片与同山场换款推荐"), t("支付率 ≥88%")],
    [t("品牌直播间"), t("茶山直播、炒茶间走播、茶师问答，切片次日发到社群"), t("产出比 ≥4.2")],
]


def test_names_stay_on_one_line_and_words_share_the_rest() -> None:
    widths = choose_widths(ROWS, [BY_CONTENT] * 3, inch(5), CELLS).widths
    assert sum(widths) == inch(5)
    assert judge([[row[0], row[2]] for row in ROWS], (widths[0], widths[2]), CELLS).is_flat


def test_weights_of_the_author_stand_unless_they_break_much_more() -> None:
    sensible = [ColumnWish(weight, ZERO) for weight in (1.2, 3.0, 1.2)]
    short = [[t("渠道"), t("角色"), t("指标")], [t("社群"), t("老客复购"), t("复购率")]]
    first, second, third = choose_widths(short, sensible, inch(6), CELLS).widths
    assert round(second / first, 2) == 2.5 and first == third
    foolish = [ColumnWish(weight, ZERO) for weight in (3.0, 0.8, 0.4)]
    assert choose_widths(ROWS, foolish, inch(6), CELLS) == choose_widths(ROWS, [BY_CONTENT] * 3, inch(6), CELLS)


def test_flaws_are_short_cells_that_break_and_lonely_last_characters() -> None:
    narrow = (inch(0.5),)
    assert judge([[t("华东大区")]], narrow, CELLS).flaws == 1
    assert judge([[t("到货第三天推送泡法短片讲清水温与出汤时间")]], (pt(9.5 * 10 + 12),), CELLS).flaws == 0
    assert judge([[t("到货第三天推送泡法短片讲清水温与出汤时间呀")]], (pt(9.5 * 10 + 12),), CELLS).flaws == 1


def test_words_may_not_run_down_a_narrow_column() -> None:
    assert judge([[t("逐项写明去年同期与负责人")]], (inch(0.5),), CELLS).cramped
    assert not judge([[t("逐项写明")]], (inch(0.5),), CELLS).cramped


def test_names_codes_and_dates_are_short() -> None:
    assert is_short(["负责人", "沈知夏\n11 月 5 日"])
    assert not is_short(["负责人", "双 11 前上线自动选券，客服可代为补差"])


def test_a_short_cell_may_break_behind_a_mark_or_a_space() -> None:
    by_sense = judge([[t("商品页、补货提醒")]], (pt(9.5 * 4 + 12),), CELLS)
    assert (by_sense.flaws, by_sense.parted) == (0, 1)
    assert judge([[t("获客成本 ≤60 元")]], (pt(9.5 * 6 + 12),), CELLS).flaws == 0


def test_columns_give_way_to_those_that_break_words() -> None:
    rows = [
        [t("渠道"), t("人群"), t("内容形式"), t("考核")],
        [t("商城"), t("都市自饮新客"), t("茶山直播、炒茶间"), t("获客成本 ≤60 元")],
        [t("社群"), t("三年以上老客"), t("茶课、节气选茶"), t("复购率 ≥42%")],
    ]
    wishes = [ColumnWish(weight, ZERO) for weight in (1.0, 1.2, 1.2, 1.6)]
    before, after = choose_widths(rows, wishes, pt(245), CELLS), choose_widths(rows, wishes, pt(245), CELLS, relieve=True)
    assert (before.flaws, after.flaws) == (2, 0)
    assert after.height <= before.height and sum(after.widths) == pt(245)


def test_a_division_that_is_even_but_cuts_a_number_gives_way() -> None:
    rows = [[t("指标"), t("三季度"), t("说明")], [t("成交额"), t("18,306 万元"), t("含双 11")]]
    narrow = pt(52) + CELLS.margin * 2
    weights = [inch(1), narrow, inch(2)]
    widths = choose_widths(rows, [ColumnWish(weight, ZERO) for weight in weights], sum(weights, ZERO), CELLS).widths
    assert widths[1] > narrow
