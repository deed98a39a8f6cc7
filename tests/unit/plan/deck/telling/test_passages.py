from __future__ import annotations

from engine.model.blocks import Block, BulletItem, Bullets, Chart, Heading, PageBreak, Panel, Paragraph, Table
from engine.model.inlines import Span, Text
from engine.plan.deck.telling.passages import Listing, Showing, joined, leaves_a_side, passages
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import t

LIST = Bullets((BulletItem(t("先看结论")), BulletItem(t("再看证据"))))
NOTE = Panel(t("关键结论"), body=t("一句话。"))
CHART, TABLE = EVERY_BLOCK["waterfall"], EVERY_BLOCK["table"]


def pointing(words: str) -> Paragraph:
    return Paragraph(Text((Span(words), Span("图", ref="走势"))))


def told(*blocks: Block) -> str:
    """Return a line for each showing: heading, what is said before, (what is shown), what is said after, [notes]."""
    lines = []
    for passage in passages(blocks):
        for showing in passage.showings:
            before, after = (" ".join(map(_said, words)) for words in (showing.before, showing.after))
            shown = "+".join(type(block).__name__ for block in showing.blocks)
            lines.append(f"{passage.heading.plain}: {before} ({shown}) {after} [{len(showing.panels)}]")
    return "\n".join(lines)


def _said(words: Paragraph | Listing) -> str:
    return words.text.plain if isinstance(words, Paragraph) else f"{words.label.plain}#{len(words.bullets.items)}"


def test_a_heading_begins_a_passage_and_a_label_goes_with_its_list() -> None:
    label = Paragraph(t("具体做法", bold=True))
    assert told(Paragraph(t("开头")), Heading(t("先喝")), Paragraph(t("一句")), label, LIST, Heading(t("效果"), level=2), LIST) == (
        ": 开头 ()  [0]\n先喝: 一句 具体做法#2 效果#2 ()  [0]"
    )


def test_words_go_with_what_they_point_at() -> None:
    assert told(Paragraph(t("甲")), CHART, Paragraph(t("乙")), pointing("丙见"), TABLE, Paragraph(t("丁"))) == (
        ": 甲 (Chart) 乙 [0]\n: 丙见图 (Table) 丁 [0]"
    )


def test_what_is_shown_without_words_between_is_shown_together_and_callouts_are_said() -> None:
    assert told(CHART, TABLE, NOTE) == ": (Chart+Table)  [1]".replace(": (", ":  (")
    assert told(NOTE) == ":  ()  [1]"


def test_a_page_break_of_the_author_parts_showings() -> None:
    assert told(Paragraph(t("甲")), PageBreak(), Paragraph(t("乙"))) == ": 甲 ()  [0]\n: 乙 ()  [0]"


def test_a_few_paragraphs_are_brief() -> None:
    brief = Showing(before=(Paragraph(t("一句。")),))
    assert brief.is_brief
    assert not Showing(before=(Paragraph(t("句" * 400)),)).is_brief
    assert not Showing(before=(Listing(t("做法"), LIST),)).is_brief
    assert not Showing(brief.before, (CHART,)).is_brief
    assert joined(brief, Showing(blocks=(CHART,))).before == brief.before


def test_charts_and_narrow_tables_leave_a_side() -> None:
    assert isinstance(CHART, Chart) and isinstance(TABLE, Table)
    assert leaves_a_side((CHART,)) and leaves_a_side((TABLE,))
    assert not leaves_a_side((CHART, TABLE)) and not leaves_a_side((EVERY_BLOCK["steps"],))
