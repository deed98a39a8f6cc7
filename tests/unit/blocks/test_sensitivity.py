from __future__ import annotations

from engine.model.blocks import Table
from tests.support.review import FULL, grid, one, refusal


def test_the_base_stands_between_cuts_and_additions() -> None:
    content = "- sensitivity: {metric: roi_case, steps: [-20%, +10%], swaps: [{by: 渠道, from: 直播间, to: 社群, share: 20%}]}"
    block = one(content, definitions=FULL)
    assert isinstance(block, Table)
    assert grid(block) == (
        "情景 | 投入 万元 | 回报 万元 | 净收益 万元 | 推广 ROI | 较基准\n"
        "−20% | 2,304 | 11,484 | 9,180 | 3.98 | +0.53\n"
        "基准 | 2,880 | 12,840 | 9,960 | 3.46 | —\n"
        "+10% | 3,168 | 13,467 | 10,299 | 3.25 | −0.21\n"
        "直播间 → 社群 | 2,880 | 13,139 | 10,259 | 3.56 | +0.10"
    )
    assert block.rows[-1].cells[0].second.plain == "调拨 20%"
    assert block.note.plain.endswith("假设回报的费用弹性为 0.5：回报＝基准×（1＋费用变动）的 0.5 次方")


def test_the_usual_steps() -> None:
    block = one("- sensitivity: roi_case", definitions=FULL)
    assert isinstance(block, Table)
    assert [row.cells[0].text.plain for row in block.rows] == ["−30%", "−20%", "−10%", "基准", "+10%", "+20%", "+30%"]


def test_mistakes() -> None:
    assert refusal("- sensitivity: gmv").endswith("FACT011 指标“gmv”没有定义敏感性假设")
    unreadable = refusal("- sensitivity: {metric: roi_case, steps: [多一点]}", definitions=FULL)
    assert unreadable.endswith("FACT008 看不懂数值“多一点”")
