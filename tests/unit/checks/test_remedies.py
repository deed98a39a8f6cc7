from __future__ import annotations

from pathlib import Path

from engine.checks.remedies import Answer, answer_to, mentions, short_kpis
from engine.model.inlines import text
from tests.support.findings import reading


def test_short_kpis_are_those_printed_below_target(tmp_path: Path) -> None:
    assert [kpi.id for kpi in short_kpis(reading(tmp_path, "- kpis: [gmv, orders, cac]"))] == ["gmv"]
    assert [kpi.id for kpi in short_kpis(reading(tmp_path, "- text: 目标 {{ m.gmv.target }}"))] == []
    assert [kpi.id for kpi in short_kpis(reading(tmp_path, "- text: 完成 {{ m.rate.attainment | pct(0) }}"))] == []
    assert [kpi.id for kpi in short_kpis(reading(tmp_path, "- text: 结果 {{ m.rate.verdict }}"))] == ["rate"]


def test_a_row_answers_with_its_date(tmp_path: Path) -> None:
    blocks = "- diagnosis:\n    - {problem: 成交额差一口气, evidence: 见表, cause: 停播, measure: 恢复, owner: 陈立, due: 8 月 1 日}"
    read = reading(tmp_path, blocks)
    assert answer_to(read.kpis["gmv"], read) == Answer(cause=True, measure=True, due="8 月 1 日")
    assert answer_to(read.kpis["rate"], read) == Answer(cause=False, measure=False)


def test_words_answer_only_where_the_kpi_is_named(tmp_path: Path) -> None:
    read = reading(tmp_path, "- text: 成交额的缺口来自停播。\n- plan:\n    - {action: 转化率专项, owner: 陈立, due: 8/31}")
    assert answer_to(read.kpis["gmv"], read).cause
    assert answer_to(read.kpis["rate"], read) == Answer(cause=False, measure=True)


def test_a_fact_of_a_kpi_mentions_it(tmp_path: Path) -> None:
    read = reading(tmp_path, "- text: 完成 {{ m.gmv.attainment }}")
    assert mentions(text("96.0%", fact="gmv.attainment"), read.kpis["gmv"], read)
    assert mentions(text("成交额"), read.kpis["gmv"], read)
    assert not mentions(text("别的"), read.kpis["gmv"], read)
