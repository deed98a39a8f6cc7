from __future__ import annotations

from dataclasses import replace

from engine.base.diagnostics import Findings, Severity
from engine.model.blocks import Block, BulletItem, Bullets, Cards, Columns, Heading, Panel, Paragraph
from engine.model.inlines import EMPTY
from engine.plan.deck.fonts import DeckFonts
from engine.plan.deck.planner import Wording, plan_deck
from engine.plan.deck.telling.tell import Desk, Stretch, tell
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import BODY, Pictures, harbor, report, sheet, t, topic, topic_slides

CHART = EVERY_BLOCK["waterfall"]
SHORT = Paragraph(
    t(
        "成交在第四周出现双峰，对应开园与国庆。最高的一天单日成交 252 万元，是平日的十倍。今年的峰更宽，节后三周仍有成交。"
        "老客在第五周回来，带走了三成的新茶，也带来了朋友。"
    )
)
LONG = Paragraph(t("".join(f"第{n}句话说明口径与来源，供读者核对每一处引用与出处，逐条落实到人。" for n in "一二三四五六七八九十甲乙丙丁")))


def stretches(*blocks: Block) -> tuple[Stretch, ...]:
    findings = Findings()
    desk = Desk(sheet(), lambda _topic, _page: BODY, BODY.width)
    found = tell(replace(topic(*blocks), takeaway=EMPTY), desk, findings)
    assert not findings.has_errors
    return found


def titles(found: tuple[Stretch, ...]) -> list[str]:
    return [f"{'…' if each.follows else ''}{each.topic.title.plain} {len(each.pages)}" for each in found]


def test_a_heading_titles_slides_of_its_own() -> None:
    assert titles(stretches(SHORT, CHART, Heading(t("产品结构")), SHORT, CHART)) == ["结论一句 1", "产品结构 1"]


def test_the_first_sentence_is_the_takeaway_and_the_others_are_points() -> None:
    (stretch,) = stretches(SHORT, CHART)
    assert stretch.topic.takeaway.plain.startswith("成交在第四周出现双峰，对应开园与国庆。")
    ((blocks, _),) = stretch.pages
    assert any(isinstance(block, Cards | Columns | Panel) for block in blocks)


def test_the_words_stand_in_the_notes_as_they_were_written() -> None:
    label, steps = (
        Paragraph(t("具体做法", bold=True)),
        Bullets((BulletItem(t("连泡两次"), (t("同一款茶"),)), BulletItem(t("扫码入会"))), ordered=True),
    )
    (stretch,) = stretches(SHORT, label, steps)
    assert stretch.topic.notes.plain.splitlines() == [SHORT.text.plain, "具体做法", "1. 连泡两次", "  · 同一款茶", "2. 扫码入会"]


def test_a_brief_passage_joins_the_slide_before_it_when_that_has_room() -> None:
    (stretch,) = stretches(EVERY_BLOCK["table"], Heading(t("取舍")), Paragraph(t("规模与效率并不总是同向，要守住两条底线。")))
    ((blocks, _),) = stretch.pages
    assert isinstance(blocks[-1], Panel) and blocks[-1].title.plain == "取舍"
    assert "取舍" in stretch.topic.notes.plain


def test_what_begins_a_topic_briefly_is_told_with_the_first_heading() -> None:
    found = stretches(Paragraph(t("共回收问卷一千份，满意度高于目标。")), Heading(t("称赞什么")), SHORT, CHART)
    assert titles(found) == ["结论一句 1"]
    assert found[0].topic.notes.plain.startswith("称赞什么")


def test_a_second_thing_to_show_goes_on_under_the_same_title() -> None:
    assert titles(stretches(CHART, SHORT, EVERY_BLOCK["year plan"])) == ["结论一句 1", "…结论一句 1"]


def test_sentences_without_room_are_left_to_the_notes_and_told() -> None:
    findings = Findings()
    desk = Desk(sheet(), lambda _topic, _page: BODY, BODY.width)
    first, *_ = tell(replace(topic(LONG, EVERY_BLOCK["quotes"]), takeaway=EMPTY), desk, findings)
    told = [finding for finding in findings if finding.code == "FIT008"]
    assert [finding.severity for finding in told] == [Severity.INFO]
    assert "句话只在备注里，如“第" in told[0].message.zh
    assert LONG.text.plain in first.topic.notes.plain


def test_a_topic_without_blocks_is_a_slide() -> None:
    assert titles(stretches()) == ["结论一句 1"]


def test_slides_of_one_title_are_counted() -> None:
    brand, fonts = harbor()
    whole = report(topic(CHART, SHORT, EVERY_BLOCK["year plan"], Heading(t("产品结构")), SHORT, CHART))
    deck = plan_deck(whole, brand, DeckFonts(fonts), Pictures(), Wording.TOLD).expect_clean()
    assert [(slide.id, slide.title) for slide in topic_slides(deck)] == [
        ("topic-1-1", "结论一句"),
        ("topic-1-1-b", "结论一句（续 2/2）"),
        ("topic-1-1-c", "产品结构"),
    ]
    assert SHORT.text.plain in topic_slides(deck)[0].notes.plain
