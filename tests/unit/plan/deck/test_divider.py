from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.units import Rect
from engine.brand.deck_layout import Slot
from engine.model.blocks import Paragraph
from engine.model.inlines import EMPTY
from engine.model.report import Question, Section
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.divider import draw_divider, draw_divider_tracker, page_range, questions_of, tracker_foot, unshown_questions
from tests.support.planning import assert_reads, canvas, harbor, outline, report, sheet, t, topic

LAYOUT = harbor()[0].layouts["divider"]
PAGES = {f"topic-1-{n}": (n + 3, n + 3) for n in range(1, 30)}


def section(topics: int, *questions: Question) -> Section:
    made = tuple(replace(topic(Paragraph(t("话")), label=f"话题{n}"), id=f"topic-1-{n}") for n in range(1, topics + 1))
    return replace(report().sections[0], topics=made, questions=questions)


FOOT = tracker_foot(Rect.inches(0, 0, 13.333, 7.5), sheet())


def drawn(each: Section) -> Canvas:
    page = canvas().on_dark()
    draw_divider(each, PAGES, LAYOUT, page)
    return page


def test_number_title_conclusion_and_the_questions_with_their_pages() -> None:
    asked = section(2, Question(t("完成得怎么样？"), t("四项达标"), ("topic-1-1", "topic-1-2")))
    assert_reads(
        outline(drawn(asked).elements),
        """
        number 0.61 1.02 6.4×2.4 150 01
        title 0.67 3.74 6.6×0.76 40 回顾
        lead 0.67 4.56 6.4×0.72 16 导语
        label 7.81 1.22 4.86×0.25 13 本章回答一个问题
        rule 7.81 1.62 4.86×0
        question 7.81 1.89 3.96×0.38 20 完成得怎么样？
        answer 7.81 2.32 4.86×0.46 13 四项达标
        pages 11.77 1.89 0.9×0.38 13 4–5
        rule-2 7.81 2.84 4.86×0
        """,
    )


def test_an_answer_of_two_lines_parts_by_sense_and_stays_off_the_rule_in_rows_that_begin_alike() -> None:
    long = t("十三周有 9 周达到周计划，八月前三周落后，新品首发后追回")
    asked = section(2, Question(t("走势如何？"), long, ("topic-1-1",)), Question(t("然后呢？"), t("达标"), ("topic-1-2",)))
    lines = outline(drawn(asked).elements).splitlines()
    assert_reads(
        "\n".join(line for line in lines if line.startswith(("rule", "question", "answer"))),
        """
        rule 7.81 1.62 4.86×0
        question 7.81 1.76 3.96×0.38 20 走势如何？
        answer 7.81 2.2 4.86×0.58 13 十三周有 9 周达到周计划，⏎|八月前三周落后，新品首发后追回
        rule-2 7.81 2.84 4.86×0
        question-2 7.81 2.98 3.96×0.38 20 然后呢？
        answer-2 7.81 3.42 4.86×0.58 13 达标
        rule-3 7.81 4.06 4.86×0
        """,
    )


def test_without_questions_the_topics_are_listed() -> None:
    assert [(each.question.plain, each.answer.plain) for each in questions_of(section(2))] == [("话题1", "结论一句"), ("话题2", "结论一句")]
    assert [each.answer for each in questions_of(section(6))] == [EMPTY] * 6
    unnamed = replace(section(1), topics=(replace(section(1).topics[0], label=EMPTY),))
    assert questions_of(unnamed)[0].question.plain == "结论一句"


def test_very_many_topics_are_cut_short_with_the_pages_of_the_rest() -> None:
    listed = questions_of(section(14))
    assert (len(listed), listed[-1].question.plain, listed[-1].topics) == (
        11,
        "…",
        ("topic-1-11", "topic-1-12", "topic-1-13", "topic-1-14"),
    )
    page = drawn(section(14))
    assert list(page.findings) == []
    assert outline(page.elements).splitlines()[-2].endswith("14–17")


def test_more_questions_than_there_is_room_for_are_an_error_with_its_place() -> None:
    findings = list(drawn(section(1, *(Question(t("怎么样？"), t("达标")) for _ in range(14)))).findings)
    assert {(finding.code, finding.where.line) for finding in findings} == {("FIT001", 12)}


@pytest.mark.parametrize(
    ("topics", "expected"),
    [(("topic-1-1",), "4"), (("topic-1-1", "topic-1-3"), "4–6"), (("gone",), ""), ((), "")],
)
def test_page_ranges(topics: tuple[str, ...], expected: str) -> None:
    assert page_range(topics, PAGES).plain == expected


def test_the_tracker_names_the_sections_or_numbers_them_when_names_are_long() -> None:
    sections = tuple(replace(section(0), number=n, title=t(title)) for n, title in enumerate(("回顾", "下半年计划"), 1))
    page = canvas().on_dark()
    draw_divider_tracker(2, sections, FOOT, LAYOUT, page)
    assert_reads(
        outline(page.elements),
        """
        tracker 0.67 6.56 5.94×0.05
        tracker-label 0.67 6.7 5.94×0.21 11 01  回顾
        tracker-2 6.73 6.56 5.94×0.05
        tracker-label-2 6.73 6.7 5.94×0.21 11 02  下半年计划
        """,
    )
    numbered = canvas().on_dark()
    long = tuple(replace(each, title=t("上半年活动运营与会员增长的全面回顾")) for each in sections * 4)
    draw_divider_tracker(1, long, FOOT, LAYOUT, numbered)
    assert "上半年" not in outline(numbered.elements)
    assert list(numbered.findings) == []


def test_questions_that_a_layout_has_no_room_for_are_spoken() -> None:
    asked = section(2, Question(t("花在哪里？"), t("七成在大促"), ()), Question(t("值不值？"), t("ROI 1.33"), ()))
    assert not unshown_questions(asked, LAYOUT)
    full = replace(LAYOUT, slots={**LAYOUT.slots, "body_area": Slot("", 0, "", Rect.inches(0, 0, 0, 0))})
    assert unshown_questions(asked, full).plain == "花在哪里？　七成在大促\n值不值？　ROI 1.33"
    assert not unshown_questions(section(2), full), "topics are on their own slides"
