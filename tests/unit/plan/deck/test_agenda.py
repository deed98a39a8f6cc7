from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import Stat
from engine.model.report import Report
from engine.plan.deck.agenda import draw_agenda
from engine.plan.deck.canvas import Canvas
from tests.support.planning import assert_reads, canvas, harbor, outline, report, t

LAYOUT = harbor()[0].layouts["agenda"]


def many(sections: int, facts: int = 1) -> Report:
    (first,) = report().sections
    made = tuple(replace(first, id=f"section-{n}", number=n) for n in range(1, sections + 1))
    stats = tuple(Stat(t("期间"), t(f"第 {n} 周")) for n in range(facts))
    return replace(report(), sections=made, agenda_note=t("约 25 分钟"), agenda_facts=stats)


def drawn(whole: Report) -> Canvas:
    page = canvas()
    draw_agenda(whole, {section.id: 3 + index for index, section in enumerate(whole.sections)}, LAYOUT, page)
    return page


def test_facts_at_the_left_and_a_row_for_each_section() -> None:
    assert_reads(
        outline(drawn(many(2)).elements),
        """
        title 0.67 0.86 3×0.68 36 目录
        note 0.67 1.58 3.2×0.28 13 约 25 分钟
        fact-rule 0.67 3.42 3.05×0
        fact-label 0.67 3.57 3.05×0.21 11 期间
        fact 0.67 3.82 3.05×0.46 13 第 0 周
        rule 4.92 0.62 7.75×0
        rule-2 4.92 1.88 7.75×0
        number 4.92 0.62 1.02×1.26 26 01
        section 5.94 0.94 6.03×0.35 18 回顾
        summary 5.94 1.31 6.03×0.25 13 摘要
        page 11.97 0.62 0.7×1.26 14 3
        rule-3 4.92 3.14 7.75×0
        number-2 4.92 1.88 1.02×1.26 26 02
        section-2 5.94 2.2 6.03×0.35 18 回顾
        summary-2 5.94 2.57 6.03×0.25 13 摘要
        page-2 11.97 1.88 0.7×1.26 14 4
        """,
    )


def test_many_sections_make_lower_rows_with_smaller_words() -> None:
    page = drawn(many(12))
    assert list(page.findings) == []
    rows = [line for line in outline(page.elements).splitlines() if line.startswith(("section ", "summary "))]
    assert rows == [
        "section 5.94 0.64 6.03×0.26 14 回顾",
        "summary 5.94 0.92 6.03×0.2 11 摘要",
    ]


def test_a_fact_of_two_lines_pushes_the_next_one_down_where_there_is_room() -> None:
    long = Stat(t("口径"), t("按支付时间计算的成交额，已经扣除全部退款"))
    page = drawn(replace(many(2), agenda_facts=(long, Stat(t("期间"), t("第 1 周")))))
    assert_reads(
        "\n".join(line for line in outline(page.elements).splitlines() if line.startswith("fact")),
        """
        fact-rule 0.67 3.42 3.05×0
        fact-label 0.67 3.57 3.05×0.21 11 口径
        fact 0.67 3.82 3.05×0.71 13 按支付时间计算的成交额，已经扣除|全部退款
        fact-rule-2 0.67 4.53 3.05×0
        fact-label-2 0.67 4.68 3.05×0.21 11 期间
        fact-2 0.67 4.93 3.05×0.46 13 第 1 周
        """,
    )


def test_more_sections_or_facts_than_there_is_room_for_are_an_error_with_its_place() -> None:
    for whole in (many(20), many(3, facts=12)):
        findings = list(drawn(whole).findings)
        assert findings
        assert {(finding.code, finding.where.line) for finding in findings} == {("FIT001", 12)}
