from __future__ import annotations

from dataclasses import replace

from engine.model.inlines import text
from engine.model.paper import ContentsEntry
from engine.writers.docx.contents import contents, contents_title, figures_title
from tests.support.paper_sample import harbor, paper_sample
from tests.unit.writers.docx.xml_of import styles, words, writer

SHORT = replace(
    paper_sample(),
    contents=(ContentsEntry(1, "一、", "活动概述", "_Toc_1", "1"), ContentsEntry(2, "（一）", "背景", "_Toc_1_1", "2")),
    figures=(ContentsEntry(1, "图 3-1", "各渠道", "_fig", "5"),),
)


def test_entries_and_page_numbers_are_there_when_the_file_is_opened() -> None:
    made = "".join(contents(SHORT, harbor(), writer()))
    assert words(made).split("|") == [
        "目录",
        r'{TOC \o "1-2" \h \z \u}一、活动概述→{PAGEREF _Toc_1 \h}1',
        r"（一）背景→{PAGEREF _Toc_1_1 \h}2",
        "图表目录",
        r'{TOC \h \z \t "图题,3,表题,3"}图 3-1　各渠道→{PAGEREF _fig \h}5',
        "",
    ]
    assert styles(made) == ["TOCHeading", "TOC1", "TOC2", "ContentsLabel", "TOC3", "Gap"]
    assert made.count('w:fldCharType="begin"') == made.count('w:fldCharType="end"') == 5


def test_without_figures_there_is_no_list_of_them() -> None:
    made = "".join(contents(replace(SHORT, figures=()), harbor(), writer()))
    assert "图表目录" not in made


def test_a_note_stands_under_the_heading() -> None:
    made = "".join(contents(replace(SHORT, contents_note=text("评级见表 2-1")), harbor(), writer()))
    assert words(made).startswith("目录|评级见表 2-1|{TOC")


def test_english_numbers_are_parted_from_titles() -> None:
    english = replace(SHORT, contents=(ContentsEntry(1, "1", "Overview", "_Toc_1", "1"),), figures=())
    assert words("".join(contents(english, harbor(), writer(language="en")))).startswith(r'Contents|{TOC \o "1-1" \h \z \u}1 Overview→')
    assert (contents_title(chinese=False), figures_title(chinese=False)) == ("Contents", "Figures and tables")


def test_lines_come_as_close_as_on_the_measured_pages() -> None:
    assert "".join(contents(SHORT, harbor(), writer())).count("<w:spacing") == 1  # of the thin paragraph at the end
    close = "".join(contents(replace(SHORT, contents_squeeze=0.9), harbor(), writer()))
    assert close.count('w:lineRule="exact"') == 5  # three entries, the heading of the list of figures and the thin paragraph


def test_a_list_of_figures_may_begin_a_page() -> None:
    made = contents(replace(SHORT, figures_apart=True), harbor(), writer())
    assert [each.count("<w:pageBreakBefore/>") for each in made] == [0, 1, 0, 0]
