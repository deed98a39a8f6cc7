from __future__ import annotations

from engine.model.blocks import Panel, PanelEntry, Stat
from engine.model.charts import ChartData, Series
from engine.model.inlines import Tone
from engine.plan.paper.blocks.panel import write_panel
from tests.support.papers import flow, told
from tests.support.planning import t


def test_a_panel_is_a_callout_of_labelled_lines() -> None:
    made = flow()
    panel = Panel(
        t("满意度"),
        t("一句说明"),
        t("4.58 分"),
        t("目标 4.56"),
        t("● 达成"),
        Tone.MET,
        (Stat(t("订单"), t("55 万")),),
        t("原因"),
        (t("规则复杂"),),
        t("一段话。"),
    )
    write_panel(panel, made)
    assert told(made.blocks).splitlines() == [
        "callout 满意度（● 达成）",
        "  callout: 一句说明",
        "  callout: 4.58 分（目标 4.56）",
        "  bullet: 订单：55 万",
        "  callout: 一段话。",
        "  callout: 原因",
        "  bullet: 规则复杂",
    ]


def test_entries_lead_with_their_figure_and_charts_follow() -> None:
    made = flow()
    data = ChartData("column", t("成交"), ("甲", "乙"), (Series("成交", (1.0, 2.0)),))
    write_panel(Panel(entries=(PanelEntry(t("76%"), t("来自大促"), t("占三成。")),), charts=(data,)), made)
    assert told(made.blocks).splitlines() == ["callout", "  callout: 76% 来自大促。占三成。", "chart column [图 1-1] 成交 成交"]


def test_an_empty_panel_leaves_nothing() -> None:
    made = flow()
    write_panel(Panel(), made)
    assert made.blocks == []
