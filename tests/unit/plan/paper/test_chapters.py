from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import Paragraph
from engine.model.report import Question
from engine.plan.paper.chapters import bookmark_name, write_report
from tests.support.papers import flow, told
from tests.support.planning import Pictures, report, t, topic


def test_a_chapter_says_its_conclusion_and_what_it_answers() -> None:
    whole = report(topic(Paragraph(t("正文"))))
    section = replace(whole.sections[0], questions=(Question(t("为什么？"), t("因为蓄水")),))
    closing = replace(topic(Paragraph(t("谢谢"))), label=t("总结"))
    made = flow()
    write_report(replace(whole, sections=(section,), closing=closing), made, Pictures())
    assert told(made.blocks).splitlines() == [
        "heading_1: 二、回顾",
        "lead: 导语",
        "body: 摘要。",
        "numbered: （1）为什么？因为蓄水",
        "heading_2: （一）要点",
        "lead: 结论一句",
        "body: 证据一句。",
        "body: 正文",
        "note: 来源：业务系统",
        "heading_1: 三、总结",
        "lead: 结论一句",
        "body: 证据一句。",
        "body: 谢谢",
        "note: 来源：业务系统",
    ]


def test_a_conclusion_that_only_repeats_its_heading_is_left_out() -> None:
    made = flow()
    write_report(report(replace(topic(Paragraph(t("正文"))), title=t("要点"), takeaway=t(""))), made, Pictures())
    assert told(made.blocks).splitlines()[3:] == ["heading_2: （一）要点", "body: 正文", "note: 来源：业务系统"]


def test_notes_of_the_speaker_stay_out() -> None:
    made = flow()
    write_report(report(replace(topic(), notes=t("先讲目标"))), made, Pictures())
    assert "先讲目标" not in told(made.blocks)


def test_bookmarks_are_names_that_word_allows() -> None:
    assert bookmark_name("topic-2-3") == "topic_2_3"
    assert bookmark_name("2-3") == "b_2_3"
    assert len(bookmark_name("t" * 60)) == 40


def test_the_appendix_is_the_last_chapter() -> None:
    appendix = replace(topic(Paragraph(t("口径表"))), id="appendix-1", label=t("指标的口径"))
    made = flow()
    write_report(replace(report(topic()), appendix=(appendix,)), made, Pictures())
    assert told(made.blocks).splitlines()[-3:] == ["heading_1: 三、附录：数据来源与口径", "heading_2: （一）指标的口径", "body: 口径表"]
