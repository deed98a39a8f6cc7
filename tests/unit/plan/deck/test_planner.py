from __future__ import annotations

from dataclasses import replace

from engine.base.diagnostics import Language
from engine.layout.fonts import FontBook
from engine.model.blocks import BulletItem, Bullets, Paragraph, Table, TableCell, TableColumn, TableRow
from engine.model.deck import TableBox, TextBox
from engine.model.facts import Fact, FactSource, Ledger
from engine.model.inlines import text
from engine.model.report import Report, Section, Topic
from engine.plan.deck.fonts import DeckFonts
from engine.plan.deck.planner import _letters, plan_deck
from tests.support.planning import AT, Pictures, assert_reads, harbor, plan, planned, report, t, topic, topic_slides

WORDS = Paragraph(t("一段话。"), AT)


def three_sections() -> Report:
    made = report(topic(WORDS))
    (section,) = made.sections
    second = replace(
        section, id="section-2", number=2, title=t("下半年计划"), topics=(replace(topic(WORDS, title="计划已定"), id="topic-2-1"),)
    )
    closing = replace(topic(WORDS, title="全年可达成"), id="closing")
    return replace(made, sections=(section, second), closing=closing)


def costs(rows: int) -> Topic:
    cells = tuple(TableRow((TableCell(t(f"项目{n}")), TableCell(t(str(n))))) for n in range(rows))
    return replace(topic(Table((TableColumn(t("项目")), TableColumn(t("费用"))), cells, where=AT), title="费用"), notes=t("先讲结论"))


def test_cover_agenda_dividers_topics_and_closing_in_order() -> None:
    assert_reads(
        planned(three_sections()).expect_clean().outline(),
        """
        01 cover [cover] 上半年述职
        02 agenda [agenda] 目录
        03 section-1 [divider] 回顾
        04 topic-1-1 [content] 结论一句
        05 section-2 [divider] 下半年计划
        06 topic-2-1 [content] 计划已定
        07 closing [closing] 全年可达成
        """,
    )


def test_sections_of_the_deck_begin_at_their_dividers() -> None:
    assert planned(three_sections()).expect_clean().sections == (("封面与目录", 0), ("01 回顾", 2), ("02 下半年计划", 4))


def test_a_report_without_sections_is_cover_and_closing() -> None:
    bare = replace(three_sections(), sections=())
    deck = planned(bare).expect_clean()
    assert deck.outline() == "01 cover [cover] 上半年述职\n02 closing [closing] 全年可达成"


def test_page_numbers_of_the_agenda_are_those_of_the_dividers() -> None:
    deck = planned(three_sections()).expect_clean()
    assert [e.plain for e in deck.slides[1].elements if isinstance(e, TextBox) and "/page" in e.name] == ["3", "5", "2"]
    assert [e.plain for e in deck.slides[5].elements if isinstance(e, TextBox) and e.slot == "page_number"] == ["6"]


def test_a_long_table_is_split_with_repeated_header() -> None:
    deck = planned(report(costs(30))).expect_clean()
    tables = [(slide, element) for slide in topic_slides(deck) for element in slide.elements if isinstance(element, TableBox)]
    outline = [
        f"{slide.id} {slide.title}: {element.rows[0].cells[0].paragraphs[0].plain}+{len(element.rows) - 1}"
        for slide, element in tables
        if element.rows[0].cells[0]
    ]
    assert_reads(
        "\n".join(outline),
        """
        topic-1-1 费用: 项目+10
        topic-1-1-b 费用（续 2/3）: 项目+10
        topic-1-1-c 费用（续 3/3）: 项目+10
        """,
    )


def test_notes_stand_on_the_first_slide_of_a_topic() -> None:
    assert [slide.notes.plain for slide in topic_slides(planned(report(costs(30))).expect_clean())] == ["先讲结论", "", ""]


def test_a_source_that_had_to_be_cut_stands_in_the_notes() -> None:
    everything = "；".join(f"{name}按支付口径剔除取消订单与退货订单后的数据" for name in "甲乙丙丁戊己庚")
    (slide,) = topic_slides(planned(report(replace(topic(WORDS), notes=t("先讲结论"), source=t(everything)))).expect_clean())
    assert slide.notes.plain == f"先讲结论\n\n来源：{everything}"


def test_pages_of_a_divider_span_the_slides_of_its_topics() -> None:
    deck = planned(report(costs(30))).expect_clean()
    assert [e.plain for e in deck.slides[2].elements if "/pages" in e.name and isinstance(e, TextBox)] == ["4–6"]


def test_many_continuation_slides_are_lettered() -> None:
    deck = plan(Bullets(tuple(BulletItem(t(f"第{n}条")) for n in range(420)), where=AT)).expect_clean()
    ids = [slide.id for slide in topic_slides(deck)]
    assert ids[:3] == ["topic-1-1", "topic-1-1-b", "topic-1-1-c"]
    assert ids[25:28] == ["topic-1-1-z", "topic-1-1-ba", "topic-1-1-bb"]


def test_an_unknown_layout_is_an_error_with_the_known_ones() -> None:
    outcome = planned(report(replace(topic(WORDS), layout="cover")))
    (found,) = outcome.diagnostics
    assert (found.code, str(found.where)) == ("TMPL010", "content/h1/report.yaml:12:5")
    assert found.message.zh == "没有可放内容的版式“cover”，可用：content、closing"
    assert found.message.en == "no layout 'cover' that holds content; there are content, closing"


def test_another_family_that_stands_in_is_a_warning() -> None:
    brand, fonts = harbor()
    outcome = plan_deck(report(topic(WORDS)), brand, DeckFonts(replace_family(fonts.requested)), Pictures())
    assert [finding.code for finding in outcome.diagnostics] == ["FONT002"]
    assert not outcome.has_errors


def test_properties_and_english_words() -> None:
    made = three_sections()
    deck = planned(replace(made, meta=replace(made.meta, language=Language.EN, title="Mid-year\nreview"))).expect_clean()
    assert (deck.meta.title, deck.meta.subject, deck.meta.language) == ("Mid-year review", "2025 年上半年 运营部", "en")
    assert [slide.title for slide in deck.slides[:2]] == ["Mid-year review", "Agenda"]
    assert deck.sections[0] == ("Cover and agenda", 0)


def test_the_same_report_gives_the_same_deck() -> None:
    assert planned(three_sections()).value == planned(three_sections()).value


def replace_family(requested: str) -> FontBook:
    _, fonts = harbor()
    return FontBook("Paper Sans SC", requested, fonts.regular, fonts.bold)


def test_sections_without_topics_have_their_divider() -> None:
    made = report()
    assert isinstance(made.sections[0], Section)
    assert planned(made).expect_clean().outline().splitlines()[-1] == "03 section-1 [divider] 回顾"


def test_the_appendix_follows_the_closing_without_divider_or_tracker() -> None:
    appendix = replace(topic(costs(3).blocks[0], title="口径"), id="appendix-1", layout="content")
    deck = planned(replace(three_sections(), appendix=(appendix,))).expect_clean()
    last = deck.slides[-1]
    assert [slide.id for slide in deck.slides[-2:]] == ["closing", "appendix-1"]
    assert deck.sections[-1] == ("附录：数据来源与口径", len(deck.slides) - 1)
    assert [box.plain for box in last.elements if isinstance(box, TextBox) and box.slot == "eyebrow"] == ["03  附录：数据来源与口径"]
    assert not any("tracker" in element.name for element in last.elements)


def test_notes_carry_the_facts_of_their_slide_when_asked() -> None:
    printed = text("92.4%", fact="gmv")
    whole = report(replace(topic(Paragraph(printed, AT)), notes=t("先讲结论")))
    ledger = Ledger((Fact("gmv", "gmv", "actual", 0.924, "92.4%", "%", "a ÷ b", FactSource(), "GMV"),))
    (plain,), (told,) = (
        topic_slides(planned(replace(whole, ledger=ledger, meta=replace(whole.meta, notes_with_facts=wish))).expect_clean())
        for wish in (False, True)
    )
    assert plain.notes.plain == "先讲结论"
    assert told.notes.plain == "先讲结论\n\n数字与来源：\n92.4% = GMV · a ÷ b"
    assert told.notes.facts == ("gmv",)


def test_slides_that_continue_a_topic_are_lettered_for_as_long_as_it_goes_on() -> None:
    names = [_letters(index) for index in range(1, 20_000)]
    assert (names[0], names[24], names[25], names[675]) == ("b", "z", "ba", "baa")
    assert len(set(names)) == len(names)
