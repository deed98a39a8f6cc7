from __future__ import annotations

from pathlib import Path

from engine.checks.fact030_typed_figure import DEFINITION
from tests.support.findings import found, reading


def test_a_typed_figure_is_found_at_its_place(tmp_path: Path) -> None:
    assert found("FACT030", reading(tmp_path, "- text: 问卷显示 85% 的顾客愿意复购，{{ m.gmv.attainment }} 与 85% 无关。")) == [
        "13:24 '85%' is typed; nothing says where it comes from",
        "13:61 '85%' is typed; nothing says where it comes from",
    ]


def test_the_place_is_right_in_texts_of_several_lines(tmp_path: Path) -> None:
    blocks = "- text: |-\n    第一行没有数字。\n    第二行有 1,204 份问卷。"
    assert found("FACT030", reading(tmp_path, blocks)) == ["15:20 '1,204 份' is typed; nothing says where it comes from"]


def test_facts_citations_and_words_of_tables_are_left_alone(tmp_path: Path) -> None:
    blocks = """
- text: 完成 {{ m.gmv.attainment }}，{{ cite("85%", source="问卷") }} 满意，{{ t.d[0].说明 }}
- table: {data: d, columns: [{field: 说明}]}
- kpis: {items: [gmv, rate], legend: true}
"""
    head = "kind: midyear-review\ntitle: 述职\ndate: 2025-07-01\nperiod: 2025\n"
    read = reading(
        tmp_path, blocks, head=head, files={"data/d.csv": "项,本期,去年,上期,目标,说明\nGMV,96,93,97,100,占比 35%\n"}, metrics=SMALL
    )
    assert found("FACT030", read) == []


SMALL = """\
gmv: {label: 成交额, table: d, value: max(本期), target: 100, unit: 元, source: 中台, definition: 支付口径}
rate: {label: 转化率, table: d, value: "0.032", target: 3.6%, unit: "%", source: 埋点, definition: 支付除以访问}
"""


def test_a_goal_may_be_typed_where_goals_are_set(tmp_path: Path) -> None:
    blocks = """
- plan:
    - {action: 结算页合并, owner: 陈立, due: 8/31, target: 支付率 ≥81%}
- milestones:
    - {date: 8/31, milestone: 上线, acceptance: 支付率 ≥81%, owner: 陈立}
- risks:
    - {risk: 断货, trigger: 备货率低于 85%, probability: 高, impact: 高, plan: 换款, owner: 陈立}
"""
    read = reading(tmp_path, blocks)
    assert found("FACT030", read) == []
    assert [fact.text for fact in read.facts.values() if fact.aspect == "promised"] == ["85%", "81%", "81%"]


def test_the_message_is_in_both_languages_with_a_mend(tmp_path: Path) -> None:
    (finding,) = DEFINITION.run(reading(tmp_path, "- text: 好评率 98.6%。"))
    assert finding.message.zh == "“98.6%”是手打的数字，没有出处"
    assert finding.hint and finding.hint.zh == '用指标表达式，或写 {{ cite("98.6%", source="…") }}'
    assert not finding.is_error


def test_a_written_table_that_names_its_source_cites_it(tmp_path: Path) -> None:
    table = '- table: {header: [城市, 门店, 说明], rows: [[杭州, "1,204", 占比 35%], [成都, 36, —]], caption: 门店'
    loose = reading(tmp_path / "a", f"{table}}}")
    assert found("FACT030", loose) == [
        "13:56 '1,204' is typed; nothing says where it comes from",
        "13:67 '35%' is typed; nothing says where it comes from",
    ]
    (first, _) = DEFINITION.run(loose)
    assert first.hint and first.hint.zh.endswith("整张表抄自一处时，给 table 写 source")
    cited = reading(tmp_path / "b", f"{table}, source: 门店台账 2025-06}}")
    assert found("FACT030", cited) == []
    told = {(fact.text, fact.aspect, fact.source.citation, str(fact.source.defined_at)) for fact in cited.facts.values()}
    at = "content/r/report.yaml:13"
    assert told == {
        ("1,204", "entered", "门店台账 2025-06", f"{at}:55"),
        ("35%", "entered", "门店台账 2025-06", f"{at}:64"),
        ("36", "entered", "门店台账 2025-06", f"{at}:78"),
    }


def test_thresholds_definitions_and_scenarios_are_set_where_they_stand(tmp_path: Path) -> None:
    metrics = (
        SMALL
        + "roi: {label: ROI, sensitivity: {return: gmv, cost: cost, elasticity: 0.7}}\ncost: {label: 费用, table: d, value: max(目标), unit: 元}\n"
    )
    metrics = metrics.replace("source: 埋点,", "source: 埋点, alerts: [{below: 3.1%, action: 查}],")
    blocks = "- alerts: [rate]\n- sensitivity: {metric: roi, steps: [-20%, +10%]}"
    read = reading(tmp_path, blocks, metrics=metrics)
    assert found("FACT030", read) == []
    told = {fact.text: str(fact.source.defined_at).partition("/r/")[2] for fact in read.facts.values() if fact.aspect == "promised"}
    assert (
        told["3.1%"].startswith("metrics.yaml:2") and told["20%"].startswith("report.yaml:14") and told["0.7"].startswith("metrics.yaml:3")
    )
