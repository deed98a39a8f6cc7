from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.written_figures import written_figures


def figures(text: str) -> list[str]:
    return [figure.text for figure in written_figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GMV 达到 2,300 万元，同比增长 12.5%。", ["2,300 万元", "12.5%"]),
        ("转化率 3.2%，比目标低 0.4 个百分点。", ["3.2%", "0.4 个百分点"]),
        ("ROI 2.31，NPS 42。", ["2.31", "42"]),
        ("新增用户 38.5 万人，客单价 ¥186", ["38.5 万人", "186"]),
        ("复购率由 28% 提升到 33%，是去年的 2.5 倍", ["28%", "33%", "2.5 倍"]),
        ("满意度 4.62 分，共回收问卷 1204 份", ["4.62 分", "1204 份"]),
        ("时滞 ≤12 小时，得分 ≥ 90", ["12 小时", "90"]),
        ("储备 10%–15%，占比３５％", ["10%–15%", "３５％"]),
        ("平均停留 6.8 分钟，投诉 45 件，达人 600 位", ["6.8 分钟", "45 件", "600 位"]),
        ("Revenue reached $1.2M, up 12%.", ["1.2M", "12%"]),
        ("We won 4,200 new customers; traffic grew by 3.5x.", ["4,200", "3.5x"]),
        ("ROI 为 1:3.5，ROI 1 : 3", ["1:3.5", "1 : 3"]),
        ("We are 20% off the target and 5% off plan.", ["20%", "5%"]),
        ("85 orders at a cost of 186 dollars, the share of 35 percent", ["85 orders", "186 dollars", "35 percent"]),
    ],
)
def test_quantities_are_found(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "6 月 18 日 618 大促开场，双 11 之前完成封板。",
        "2025 年 9 月 1 日至 10 月 31 日，共 61 天，2025H1 与 2025Q3。",
        "第 3 名，第 1–26 周，前 10 名，TOP10 门店，W25 是峰值周。",
        "iPhone 15 与 Mate 60 用户，5G 覆盖，B2B 客户，4K 直播，2B 业务。",
        "以下三点：1. 先验证；2. 再放大；（3）复盘；4、改进。",
        "满 300 减 50，8 折起，50 元券，199 元礼盒，买 2 送 1。",
        "茶会在 6 城举办，42 家茶馆参与，会员运营 4 人。",
        "到货第 3、10、21 天各触达一次；48 小时发货，7×24 值守。",
        "95 后用户是主力，见图 3-1 与表 2，附件 3，方案 2。",
        "版本 2.0 上线，iOS 17.4 适配，v3.1 修复，工业 4.0。",
        "7.1-7.31 为预热期，10:30 开播，2025-07-08 发布，3/3–4/6。",
        "20 克小规格，1080 × 1920 竖版，ISO 9001，电话 400-820-8820。",
        "Week 39 was the peak of Q3; it ran for 6 weeks in 4 channels.",
        "Figure 3 and Table 2 show step 2 for 2026; Office 365 users.",
        "The offer was 20% off from the second item, a 15% discount for members and a 10% coupon for the rest.",
        "Each customer gets a €10 voucher for a first order over €50 or for orders of at least $80.",
        "按 1:3 的比例搭配，图文 1:1，预算按 7:2:1 拆给三个渠道。",
        "On 15 November we open 3 stores; by March 31 it holds.",
        "",
        "没有数字",
    ],
)
def test_dates_ordinals_names_offers_and_small_counts_are_left_alone(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "value", "step", "unit"),
    [
        ("占 35.0%", 0.35, 0.001, "%"),
        ("差 0.4 个百分点", 0.004, 0.001, "%"),
        ("卖出 1.2 万单", 12000.0, 1000.0, "单"),
        ("投入 2,300 万元", 2.3e7, 1e4, "元"),
        ("spent $1.2M", 1.2e6, 1e5, "元"),
        ("是 2.5 倍", 2.5, 0.1, "倍"),
        ("NPS 58", 58.0, 1.0, ""),
    ],
)
def test_a_figure_knows_its_value_in_base_units(text: str, value: float, step: float, unit: str) -> None:
    (figure,) = written_figures(text)
    assert (figure.value, figure.unit) == (value, unit)
    assert figure.step == pytest.approx(step)


def test_a_figure_knows_its_place_and_its_bare_digits() -> None:
    (figure,) = written_figures("共 1,204\u00a0份问卷")
    assert (figure.start, figure.end, figure.digits) == (2, 9, "1,204")


@given(st.text(alphabet="0123456789.,%万亿元年月日第倍份 abcXYZ$¥-–，。", max_size=40))
def test_figures_stand_in_order_and_are_cut_from_the_text(text: str) -> None:
    position = 0
    for figure in written_figures(text):
        assert position <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert figure.text.startswith(figure.digits)
        position = figure.end
