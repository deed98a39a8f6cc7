from __future__ import annotations

from engine.model.inlines import text
from engine.model.paper import BreakKind, PaperBlock, PaperBreak, PaperCallout, PaperParagraph, ParagraphRole
from engine.writers.docx.flow import FlowWriter
from engine.writers.docx.marks import Marks
from engine.writers.docx.numbering import Lists
from engine.writers.docx.sections import Sections
from tests.support.paper_sample import follow_table, harbor, kpi_table
from tests.unit.writers.docx.xml_of import W, para, styles, tree, words, writer

R = ParagraphRole
CHAPTER = para(R.HEADING_1, "概述", "一、")
SECOND = para(R.HEADING_1, "结果", "二、")
LANDSCAPE, PORTRAIT = PaperBreak(BreakKind.LANDSCAPE), PaperBreak(BreakKind.PORTRAIT)


def body(*blocks: PaperBlock, language: str = "zh-CN") -> str:
    marks = Marks()
    flow = FlowWriter(harbor(), writer(marks, language), marks, Lists(4), Sections(harbor()))
    made = flow.body(blocks)
    return made.removeprefix("<w:body>").removesuffix("</w:body>")


def orientations(xml: str) -> list[str]:
    pages = [node.find(f"{W}pgSz") for node in tree(xml).iter(f"{W}sectPr")]
    return [page.get(f"{W}orient", "portrait") for page in pages if page is not None]


def test_a_chapter_on_a_new_page_is_a_section_of_its_own() -> None:
    made = body(CHAPTER, para(R.BODY, "正文"), PaperBreak(), SECOND, para(R.BODY, "更多"))
    assert orientations(made) == ["portrait", "portrait"]
    assert "pageBreakBefore" not in made
    assert made.count('<w:spacing w:before="0"/>') == 2  # a chapter that begins a page has no space above


def test_a_section_of_several_chapters_names_none_where_word_does_not_count() -> None:
    marks, sections = Marks(), Sections(harbor())
    flow = FlowWriter(harbor(), writer(marks), marks, Lists(4), sections)
    flow.body((CHAPTER, para(R.BODY, "正文"), SECOND, LANDSCAPE, kpi_table(), PORTRAIT, follow_table()))
    assert [part.chapter.title for part in sections.parts if part.running.tag == "header"] == ["", "结果", "结果"]


def test_other_page_breaks_are_properties_of_what_follows() -> None:
    made = body(
        CHAPTER,
        PaperBreak(),
        para(R.BODY, "正文"),
        PaperBreak(),
        PaperCallout(text("要点"), (para(R.CALLOUT, "x"),)),
        PaperBreak(),
        kpi_table(),
    )
    assert made.count("<w:pageBreakBefore/>") == 3
    assert orientations(made) == ["portrait"]


def test_wide_pages_are_sections_even_between_tables() -> None:
    made = body(CHAPTER, LANDSCAPE, kpi_table(), LANDSCAPE, PORTRAIT, follow_table())
    assert orientations(made) == ["portrait", "landscape", "portrait"]


def test_a_break_before_anything_makes_no_empty_page() -> None:
    assert orientations(body(PaperBreak(), CHAPTER)) == ["portrait"]
    assert orientations(body(LANDSCAPE, kpi_table())) == ["landscape"]
    assert orientations(body(CHAPTER, PaperBreak(), LANDSCAPE, kpi_table())) == ["portrait", "landscape"]


def test_headings_leave_their_number_to_word() -> None:
    made = body(CHAPTER, para(R.HEADING_2, "背景", "（一）"), para(R.HEADING_3, "附录"))
    assert words(made) == "概述|背景|附录"
    assert made.count("<w:numPr>") == 1  # the heading without a number takes the style's away
    assert '<w:numId w:val="0"/>' in made


def test_english_headings_are_numbered_by_the_list_of_the_contract() -> None:
    made = body(para(R.HEADING_2, "Scope", "1.1"), language="en")
    assert '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>' in made


def test_lists_of_authors_begin_at_their_own_number() -> None:
    items = (
        para(R.NUMBERED, "甲", "（1）"),
        para(R.NUMBERED, "乙", "（2）"),
        para(R.HEADING_3, "又", "1."),
        para(R.NUMBERED, "丙", "（1）"),
    )
    made = body(*items)
    assert [node.get(f"{W}val") for node in tree(made).iter(f"{W}numId")] == ["5", "5", "6"]


def test_keeping_with_the_next_is_said_where_the_style_does_not() -> None:
    kept = PaperParagraph(R.BODY, text("x"), keep_next=True)
    heading = PaperParagraph(R.HEADING_1, text("x"), "一、", keep_next=True)
    assert body(kept).count("<w:keepNext/>") == 1
    assert body(heading).count("<w:keepNext/>") == 0


def test_lists_in_a_callout_stand_at_its_edge() -> None:
    made = body(PaperCallout(text("要点"), (para(R.BULLET, "甲"), para(R.BODY, "乙"), para(R.CALLOUT, "丙"))))
    assert made.count('<w:ind w:left="210" w:hanging="210"/>') == 1
    assert made.count('<w:ind w:left="0" w:firstLineChars="0" w:firstLine="0"/>') == 1


def test_every_kind_of_paragraph_has_its_style() -> None:
    made = body(*(para(role, "字", "1") for role in R))
    assert styles(made) == [harbor().style(role).id for role in R]
