from __future__ import annotations

from engine.base.records import replace
from engine.model.deck import TextBox
from engine.model.inlines import EMPTY, Span, Text, text
from engine.model.paper import ContentsEntry, PaperParagraph, ParagraphRole
from engine.plan.paper.contents import caption_entries, contents_pages, heading_entries
from tests.support.every_block import EVERY_BLOCK
from tests.support.papers import frame, plan, sheet, write
from tests.support.planning import t


def entries(count: int) -> tuple[ContentsEntry, ...]:
    return tuple(ContentsEntry(1 + number % 2, f"（{number}）", f"题目{number}", f"b{number}", str(number)) for number in range(count))


def test_entries_lead_to_their_headings() -> None:
    (page,) = contents_pages(entries(4), entries(2), t("六个部分"), frame(), sheet()).pages
    boxes = [each for each in page.canvas.elements if isinstance(each, TextBox)]
    targets = {run.target for box in boxes for line in box.paragraphs for run in line.runs if run.target}
    assert targets == {"b0", "b1", "b2", "b3"}
    assert [box.plain for box in boxes][:4] == ["目录", "六个部分", "（0）题目0", boxes[3].plain]
    assert "图表目录" in [box.plain for box in boxes]


def test_many_entries_take_as_few_pages_as_they_can() -> None:
    assert contents_pages((), (), EMPTY, frame(), sheet()).pages == ()
    few, more, many = (contents_pages(entries(count), (), EMPTY, frame(), sheet()) for count in (20, 26, 52))
    assert (len(few.pages), few.squeeze) == (1, 1.0)
    assert (len(more.pages), more.squeeze) == (1, 0.9)
    assert len(many.pages) == 2


def test_a_list_of_figures_without_room_begins_a_page() -> None:
    together = contents_pages(entries(12), entries(10), EMPTY, frame(), sheet())
    assert (len(together.pages), together.figures_apart) == (1, False)
    apart = contents_pages(entries(20), entries(20), t("六个部分"), frame(), sheet())
    assert (len(apart.pages), apart.figures_apart, apart.squeeze) == (2, True, 1.0)
    first = next(each for each in apart.pages[1].canvas.elements if isinstance(each, TextBox))
    assert (first.plain, first.frame.y) == ("图表目录", frame().body.y)


def test_a_title_too_long_for_its_line_is_cut() -> None:
    long = (ContentsEntry(2, "（一）", "很长的题目" * 20, "b", "3"),)
    (page,) = contents_pages(long, (), EMPTY, frame(), sheet()).pages
    assert any(box.plain.endswith("…") for box in page.canvas.elements if isinstance(box, TextBox))


def test_page_numbers_are_those_of_the_body() -> None:
    paper = plan(EVERY_BLOCK["tiles"]).expect_clean()
    assert [(each.title, each.page) for each in paper.contents] == [("回顾", "1"), ("要点", "1")]
    assert [(each.number, each.title, each.page) for each in paper.figures] == [("表\u00a01-1", "要点", "1")]


def test_only_what_has_a_place_is_listed() -> None:
    blocks = write(EVERY_BLOCK["tiles"]).blocks
    assert heading_entries(blocks, {}) == ()
    assert [entry.page for entry in caption_entries(blocks, {"tab_1_1": 4})] == ["5"]


def test_figures_in_headings_are_facts_in_the_contents_too() -> None:
    heading = PaperParagraph(ParagraphRole.HEADING_1, Text((Span("成交 ", bold=True), Span("92.4%", fact="gmv"))), "一、", "_Toc_1")
    (entry,) = heading_entries([heading], {"_Toc_1": 0})
    assert entry.said == Text((Span("成交 "), Span("92.4%", fact="gmv")))
    (plain,) = heading_entries([replace(heading, text=text("背景"))], {"_Toc_1": 0})
    assert (plain.words, plain.said.plain) == (EMPTY, "背景")
