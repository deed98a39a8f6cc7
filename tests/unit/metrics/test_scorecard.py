from __future__ import annotations

from engine.metrics.definition import Metric, ScoreCell
from engine.metrics.problems import FactError
from engine.metrics.scorecard import scorecard_metrics
from engine.metrics.scorecard_schema import ScorecardSchema
from engine.model.facts import Better
from tests.support.review import AT, TABLES, table

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
