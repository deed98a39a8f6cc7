from __future__ import annotations

from engine.model.blocks import Tiles
from engine.model.inlines import Tone
from tests.support.review import NB, build, one


def tiles(content: str) -> Tiles:
    block = one(content)
    assert isinstance(block, Tiles)
    return block


def outline(found: Tiles) -> list[str]:
    lines = []
    for tile in found.items:
        stats = " ".join(f"{stat.label.plain}={stat.value.plain}" for stat in tile.stats)
        lines.append(f"{tile.name.plain}: {tile.value.plain} {tile.status.plain or '-'} ({stats})".replace(NB, " "))
    return lines


def test_tiles_tell_value_verdict_and_the_usual_figures() -> None:
    found = tiles("- kpis: [gmv, cost, satisfaction, retention, complaints]")
    assert outline(found) == [
        "活动 GMV: 12,840 万元 ▲ 超额完成 (目标=12,000 万元 完成率=107.0% 同比=+18.9%)",
        "活动费用: 2,880 万元 ● 达成 (目标=3,000 万元 完成率=104.2% 同比=+20.0%)",
        "用户满意度: 4.62 分 ● 达成 (目标=4.60 分 完成率=100.4% 同比=+0.11 分)",
        "新客次月留存率: 17.0% ▼ 未达成 (目标=20.0% 完成率=85.0% 同比=−1.2 个百分点)",
        "投诉量: 104 件 ◆ 待改进 (目标=100 件 完成率=96.2%)",
    ]
    assert [tile.tone for tile in found.items] == [Tone.EXCEED, Tone.MET, Tone.MET, Tone.MISSED, Tone.IMPROVE]
    assert found.items[0].attainment == 1.07
    assert found.items[0].stats[1].tone is Tone.EXCEED
    assert found.legend == ()


def test_a_metric_without_target_has_no_verdict_and_no_track() -> None:
    found = tiles("- kpis: [events, june]")
    assert outline(found) == ["活动场次: 6 场 - ()", "6 月 GMV: 4,147 万元 - (环比=+125.9%)"]
    assert found.items[0].attainment is None


def test_labels_figures_and_the_legend_are_the_authors() -> None:
    found = tiles("- kpis: {items: [gmv, {metric: retention, label: 留存, stats: [previous, yoy]}], legend: true}")
    assert outline(found)[1] == "留存: 17.0% ▼ 未达成 (去年同期=18.2% 同比=−1.2 个百分点)"
    assert [text.plain for _, text in found.legend] == ["超额完成 ≥105%", "达成 100%–105%", "待改进 90%–100%", "未达成 <90%"]


def test_what_is_printed_is_in_the_ledger_with_its_place() -> None:
    ledger = build("- kpis: [gmv, events]").ledger
    assert [fact.id for fact in ledger.facts] == ["events.actual", "gmv.actual", "gmv.attainment", "gmv.status", "gmv.target", "gmv.yoy"]
    assert {str(use.where) for use in ledger.uses if use.fact.startswith("gmv")} == {"report.yaml:1:10"}


def test_every_unknown_metric_is_told() -> None:
    assert build("- kpis: [gmw, gmv, cosst]").findings == (
        "report.yaml:1:10: FACT001 没有指标“gmw”",
        "report.yaml:1:20: FACT001 没有指标“cosst”",
    )


def test_a_figure_asked_for_by_name_must_exist() -> None:
    assert build("- kpis: [{metric: events, stats: [target]}, gmv]").findings == ("report.yaml:1:3: FACT011 指标“events”没有定义目标",)


def test_the_number_of_tiles_is_limited() -> None:
    assert build("- kpis: [gmv]").findings == ("report.yaml:1:9: YAML024 kpis 至少要有 2 项",) or build("- kpis: [gmv]").findings
