from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.diagnostics import Language
from engine.model.blocks import PageBreak, Paragraph
from engine.model.deck import TextBox, TextTag
from tests.support import campaign_summary, gallery
from tests.support.golden import assert_golden
from tests.support.papers import plan, planned, printed
from tests.support.planning import report, t, topic


def test_cover_contents_and_body_are_numbered_apart() -> None:
    paper = plan(Paragraph(t("正文"))).expect_clean()
    assert [page.id for page in paper.pages] == ["cover", "contents", "page-1"]
    numbers = [printed(page)[-1] for page in paper.pages[1:]]
    assert numbers == ["ii", "1"]
    assert (paper.header, paper.footer, paper.template) == ("上半年述职", "岚屿生活  运营部  ｜  内部资料", "harbor.docx")


def test_a_break_at_the_end_leaves_no_empty_page() -> None:
    whole = report(replace(topic(Paragraph(t("正文")), PageBreak()), source=t("")))
    assert len(planned(whole).expect_clean().pages) == 3


def test_the_chapter_stands_in_the_header() -> None:
    paper = planned(campaign_summary.report()).expect_clean()
    running = [[box.plain for box in page.elements if isinstance(box, TextBox) and box.tag is TextTag.RUNNING] for page in paper.pages[2:]]
    assert all(words[1][1] == "、" for words in ([word for word in page if word][-4:] for page in running))


@pytest.mark.parametrize("name", ["gallery", "campaign"])
def test_outline(name: str, request: pytest.FixtureRequest) -> None:
    whole = gallery.gallery() if name == "gallery" else campaign_summary.report()
    paper = planned(whole).expect_clean()
    contents = "\n".join(f"{entry.page:>3} {entry.number}{entry.title}" for entry in (*paper.contents, *paper.figures))
    assert_golden(f"paper-{name}.txt", f"{paper.outline()}\n\n{contents}\n", request)


def test_only_the_wide_table_lies_on_its_side() -> None:
    paper = planned(campaign_summary.report()).expect_clean()
    turned = [page.id for page in paper.pages if page.size is not None]
    assert turned
    assert all(page.size is None or page.size.width > page.size.height for page in paper.pages)


def test_english_reports_are_numbered_in_english() -> None:
    whole = report(topic(Paragraph(t("Plain words."))))
    paper = planned(replace(whole, meta=replace(whole.meta, language=Language.EN))).expect_clean()
    assert [f"{entry.number}{entry.title}" for entry in paper.contents] == ["1 回顾", "1.1 要点"]
    assert printed(paper.pages[1])[0] == "Contents"


def test_the_same_report_is_the_same_paper() -> None:
    assert planned(campaign_summary.report()).value == planned(campaign_summary.report()).value
