from __future__ import annotations

from engine.base.diagnostics import Language
from engine.model.blocks import Table
from engine.model.inlines import Tone
from tests.support.review import NB, build, one, refusal

ROW = "{module: 活动增长, goal: 目标, plan: 计划, metric: gmv, cause: 原因, measure: 措施, owner: 林晓, due: 9/30}"


def table(content: str, language: Language = Language.ZH) -> Table:
    block = one(content, language=language)
    assert isinstance(block, Table)
    return block


def test_results_come_from_the_metric() -> None:
    found = table(f"- tracking: [{ROW}]")
    cells = found.rows[0].cells
    assert [cell.text.plain for cell in cells] == [
        "活动增长", "目标", "计划", "活动 GMV", "交易中台", f"12,840{NB}万元", f"▲{NB}+840{NB}万元", "原因", "措施", "林晓", "9/30",
    ]  # fmt: skip
    assert [cell.second.plain for cell in cells if cell.second] == [f"目标{NB}12,000{NB}万元", "超额完成 107.0%"]
    assert [(cell.tone, cell.tinted) for cell in cells[5:7]] == [(Tone.EXCEED, True)] * 2


def test_eleven_columns_in_five_bands() -> None:
    found = table(f"- tracking: [{ROW}]")
    assert [column.header.plain for column in found.columns] == [
        "策略模块", "具体目标（SMART）", "执行计划", "关键指标", "数据来源", "实际完成值", "偏差值\n（实际−目标）",
        "偏差原因\n分析", "优化措施", "负责人", "完成时限",
    ]  # fmt: skip
    assert [(group.label.plain, group.span, group.strong) for group in found.groups] == [
        ("目标与计划", 3, False), ("如何衡量", 2, False), ("结果", 2, True), ("诊断与改进", 2, False), ("责任", 2, False),
    ]  # fmt: skip
    assert table(f"- tracking: {{rows: [{ROW}], groups: false}}").groups == ()


def test_a_table_holds_the_modules() -> None:
    found = table("- tracking: {table: modules, caption: 跟踪表}")
    assert [row.cells[0].text.plain for row in found.rows] == ["活动增长", "新客留存"]
    assert [cell.text.plain for cell in found.rows[1].cells[3:7]] == [
        "新客次月留存率",
        "",
        "17.0%",
        f"▼{NB}−3.0{NB}个百分点",
    ]
    assert found.rows[1].cells[6].second.plain == "未达成 85.0%"
    assert found.rows[1].cells[10].text.plain == "8/31"
    assert found.caption.plain == "跟踪表"


def test_rows_may_be_chosen_and_columns_named() -> None:
    found = table("- tracking: {table: modules, where: \"指标 = 'gmv'\", columns: {plan: 具体目标}}")
    assert [row.cells[2].text.plain for row in found.rows] == ["6 月底前 GMV 达到 12,000 万元"]


def test_one_part_of_a_metric() -> None:
    found = table(f"- tracking: [{ROW.replace('metric: gmv', 'metric: by_event, part: {活动: 春日焕新}')}]")
    assert found.rows[0].cells[5].text.plain == f"2,090{NB}万元"


def test_in_english() -> None:
    found = table(f"- tracking: [{ROW}]", Language.EN)
    assert found.columns[6].header.plain == "Deviation\n(actual − target)"
    assert found.rows[0].cells[6].second.plain == "Exceeded 107.0%"


def test_every_number_is_a_used_fact() -> None:
    built = build(f"- tracking: [{ROW}]")
    assert [fact.id for fact in built.ledger.facts] == ["gmv.actual", "gmv.attainment", "gmv.deviation", "gmv.target", "gmv.verdict"]


def test_mistakes() -> None:
    assert "FACT001 没有指标“gvm”" in refusal(f"- tracking: [{ROW.replace('gmv', 'gvm')}]")
    assert "FACT011 指标“events”没有定义目标" in refusal(f"- tracking: [{ROW.replace('gmv', 'events')}]")
    assert "FACT003 数据表“modules”没有列“计划”" in refusal("- tracking: {table: modules, columns: {plan: 计划}}")
    assert "YAML025 策略模块要么写出来，要么来自一张表" in refusal("- tracking: {}")
    assert "FACT013 数据表“modules”没有要显示的行" in refusal("- tracking: {table: modules, where: \"指标 = 'x'\"}")
