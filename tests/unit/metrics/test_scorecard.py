from __future__ import annotations

import pytest

from engine.base.diagnostics import Diagnostic, Language, Severity
from engine.metrics.define import define
from engine.metrics.definition import Metric, MetricsSchema, ScoreCell
from engine.metrics.problems import FactError
from engine.metrics.scorecard import id_of, scorecard_metrics
from engine.metrics.scorecard_schema import ScorecardSchema
from engine.metrics.special import Score
from engine.metrics.store import Metrics
from engine.model.facts import Better
from tests.support.review import AT, TABLES, TODAY, period, table

CARD = ScorecardSchema(
    table="kpi", id="编号", label="指标", actual="实际", target="目标", previous="去年", unit="单位", owner="负责人", better="方向"
)


def test_each_row_is_a_metric() -> None:
    found = [row for row in scorecard_metrics(CARD, TABLES, AT) if isinstance(row, Metric)]
    assert [(row.id, row.label, row.unit, row.owner, row.better) for row in found] == [
        ("satisfaction", "用户满意度", "分", "林晓", Better.HIGHER),
        ("retention", "新客次月留存率", "%", "陈立", Better.HIGHER),
        ("complaints", "投诉量", "件", "王敏", Better.LOWER),
    ]
    assert found[1].actual == ScoreCell(0.17, "kpi", "实际", 1)
    assert found[1].target == ScoreCell(0.2, "kpi", "目标", 1)
    assert str(found[1].at) == "kpi.xlsx!指标!A3"


def test_a_missing_table_and_missing_columns_are_named() -> None:
    def told(card: ScorecardSchema) -> list[str]:
        return [row.message.zh for row in scorecard_metrics(card, TABLES, AT) if isinstance(row, FactError)]

    assert told(CARD.model_copy(update={"table": "kpis"})) == ["没有数据表“kpis”"]
    wrong = CARD.model_copy(update={"actual": "实绩", "owner": "主管"})
    assert told(wrong) == ["数据表“kpi”没有列“实绩”", "数据表“kpi”没有列“主管”"]


def test_a_bad_row_is_named_by_its_cell_and_the_others_stay() -> None:
    rows = table("bad", {"id": ["ok", "not ok", "third"], "l": ["a", "b", "c"], "v": [None, None, "三"]})
    found = list(scorecard_metrics(ScorecardSchema(table="bad", id="id", label="l", actual="v"), {"bad": rows}, AT))
    assert isinstance(found[0], Metric)
    assert [f"{row.at}: {row.message.zh}" for row in found if isinstance(row, FactError)] == [
        "bad.csv!A3: 指标编号“not ok”不可用：只能由文字、数字和下划线组成，不以数字开头",
        "bad.csv!C4: bad.csv!C4：“三”不是数",
    ]


def test_a_rate_typed_without_its_sign_is_a_slip() -> None:
    rows = table("bad", {"id": ["keep"], "l": ["留存率"], "v": [17.0], "u": ["%"]})
    (found,) = scorecard_metrics(ScorecardSchema(table="bad", id="id", label="l", actual="v", unit="u"), {"bad": rows}, AT)
    assert isinstance(found, FactError)
    assert found.message.zh == "bad.csv!C2：单位是 %，数却大于 300%；单元格里写 17% 或 0.17"


def test_a_sheet_is_understood_by_its_header() -> None:
    sheet = table(
        "kpi",
        {
            "序号": [1.0, 2.0],
            "指标名称": ["活动 GMV", "7日留存率（%）"],
            "年度目标": [1.2e8, 0.2],
            "完成值": [1.0e8, 0.17],
            "去年同期": [0.9e8, 0.15],
            "上期": [0.5e8, None],
            "计量单位": ["元", "%"],
            "责任人": ["林晓", "陈立"],
            "数据来源": ["交易中台", None],
            "统计口径": ["支付口径", "次月仍活跃"],
            "权重": [0.6, 0.4],
        },
        sheet="目标",
    )
    found = list(scorecard_metrics(ScorecardSchema(table="kpi", source="埋点平台"), {"kpi": sheet}, AT))
    gmv, retention = (row for row in found if isinstance(row, Metric))
    assert (gmv.id, gmv.label, gmv.unit, gmv.owner, gmv.source, gmv.definition) == (
        "活动_GMV",
        "活动 GMV",
        "元",
        "林晓",
        "交易中台",
        "支付口径",
    )
    assert (gmv.target, gmv.actual) == (ScoreCell(1.2e8, "kpi", "年度目标", 0), ScoreCell(1.0e8, "kpi", "完成值", 0))
    assert (gmv.yoy, gmv.mom) == (ScoreCell(0.9e8, "kpi", "去年同期", 0), ScoreCell(0.5e8, "kpi", "上期", 0))
    assert (retention.id, retention.source, str(retention.at)) == ("kpi_7日留存率", "埋点平台", "kpi.xlsx!目标!B3")
    assert (gmv.weight, retention.weight) == (0.6, 0.4)
    (note,) = (row for row in found if isinstance(row, Diagnostic))
    assert (note.code, note.severity) == ("FACT017", Severity.INFO)


def test_an_explicit_mapping_wins() -> None:
    sheet = table("kpi", {"指标": ["A"], "目标": [1.0], "修订目标": [2.0], "实际": [3.0]})
    card = ScorecardSchema(table="kpi", target="修订目标")
    (metric,) = (row for row in scorecard_metrics(card, {"kpi": sheet}, AT) if isinstance(row, Metric))
    assert metric.target == ScoreCell(2.0, "kpi", "修订目标", 0)


def test_names_make_ids() -> None:
    assert [id_of(name) for name in ("活动 GMV", "ROI（投产比）", "7日留存率", "曝光-点击", " ", "gmv")] == [
        "活动_GMV", "ROI_投产比", "kpi_7日留存率", "曝光_点击", "", "gmv",
    ]  # fmt: skip


def test_a_row_without_a_name_is_no_metric() -> None:
    sheet = table("kpi", {"指标": ["A", None], "实际": [1.0, 2.0]})
    found = [row for row in scorecard_metrics(ScorecardSchema(table="kpi"), {"kpi": sheet}, AT) if isinstance(row, FactError)]
    assert [f"{row.at}: {row.code}" for row in found] == ["kpi.csv!A3: FACT012"]


def test_rows_with_weights_make_a_score() -> None:
    sheet = table("kpi", {"指标": ["A", "B", "C"], "实际": [9.0, 12.0, 5.0], "目标": [10.0, 10.0, 10.0], "权重": [60.0, 40.0, None]})
    found = [row for row in scorecard_metrics(ScorecardSchema(table="kpi", score="total"), {"kpi": sheet}, AT) if isinstance(row, Metric)]
    assert [row.id for row in found] == ["A", "B", "C", "total"]
    assert found[-1].actual == Score((("A", 60.0), ("B", 40.0)), at=AT)
    outcome = define(
        MetricsSchema.model_validate({"scorecards": [{"table": "kpi", "score": "total"}]}), {"kpi": sheet}, lambda _: AT, Language.ZH
    )
    assert outcome.value is not None
    metrics = Metrics(outcome.value, {"kpi": sheet}, period=period(), today=TODAY)
    assert metrics.get("total").value == pytest.approx(100 * (0.6 * 0.9 + 0.4 * 1.2))
    assert "A 60%" in outcome.value["total"].definition


def test_a_score_needs_weights() -> None:
    card = ScorecardSchema(table="kpi", score="total")
    sheet = table("kpi", {"指标": ["A"], "实际": [9.0]})
    (missing,) = (row for row in scorecard_metrics(card, {"kpi": sheet}, AT) if isinstance(row, FactError))
    assert (missing.code, missing.message.en) == ("FACT015", "no column is the weight; there are 指标, 实际")
    empty = table("kpi", {"指标": ["A"], "实际": [9.0], "权重": [0.0]})
    (useless,) = (row for row in scorecard_metrics(card, {"kpi": empty}, AT) if isinstance(row, FactError))
    assert useless.message.zh == "total：没有一行的权重大于 0"
    named = ScorecardSchema(table="kpi", score="总 分")
    (impossible,) = (row for row in scorecard_metrics(named, {"kpi": empty}, AT) if isinstance(row, FactError))
    assert impossible.code == "FACT012"
