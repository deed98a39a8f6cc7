from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.diagnostics import Language
from engine.base.units import Rect
from engine.model.blocks import Paragraph
from engine.model.deck import Anchor, TextBox
from engine.model.decor import Path
from engine.model.inlines import EMPTY
from engine.plan.deck import chrome
from tests.support.planning import assert_reads, canvas, harbor, in_inches, outline, report, sheet, t, topic

LAYOUT = harbor()[0].layouts["content"]
TOPIC = topic(Paragraph(t("一段话。")))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("六项核心指标四项达标", "26 pt at 0.67 0.68 12×0.5, body 0.67 1.68 12×5.12"),
        ("六项核心指标四项达标，拉新与留存是下半年必须补上的短板，支付率在八月前", "22 pt at 0.67 0.68 12×0.5, body 0.67 1.68 12×5.12"),
        (
            "六项核心指标四项达标，拉新与留存是下半年必须补上的短板，支付率在八月底之前恢复到去年水平",
            "24 pt at 0.67 0.68 12×0.86, body 0.67 2.04 12×4.76",
        ),
    ],
)
def test_a_long_title_shrinks_then_takes_a_second_line_from_the_body(title: str, expected: str) -> None:
    assert measured(title) == expected


def measured(title: str) -> str:
    heading = chrome.measure_heading(replace(TOPIC, title=t(title)), "", LAYOUT, sheet())
    return f"{heading.title_style.size:g} pt at {in_inches(heading.title_frame)}, body {in_inches(heading.body)}"


@pytest.mark.parametrize(
    ("own", "moved", "expected"),
    [
        (Anchor.TOP, False, Anchor.TOP),
        (Anchor.TOP, True, Anchor.MIDDLE),  # its box is that of two lines
        (Anchor.BOTTOM, True, Anchor.BOTTOM),
        (None, False, Anchor.MIDDLE),
    ],
)
def test_a_title_in_a_box_of_the_contract_does_not_hang_from_its_upper_edge(own: Anchor | None, moved: bool, expected: Anchor) -> None:
    place = replace(LAYOUT.slot("title"), anchor=own, moved=moved)
    layout = replace(LAYOUT, slots={**LAYOUT.slots, "title": place})
    page = canvas()
    chrome.draw_heading(chrome.measure_heading(TOPIC, "", layout, sheet()), layout, page)
    box = page.elements[0]
    assert isinstance(box, TextBox) and box.anchor is expected


def test_without_a_takeaway_the_body_begins_higher() -> None:
    bare = chrome.measure_heading(replace(TOPIC, takeaway=EMPTY), "", LAYOUT, sheet())
    assert in_inches(bare.body) == "0.67 1.36 12×5.44"


def test_continued_slides_say_so_and_repeat_no_takeaway() -> None:
    heading = chrome.measure_heading(TOPIC, "（续 2/3）", LAYOUT, sheet())
    assert (heading.title.plain, heading.takeaway.plain) == ("结论一句（续 2/3）", "")


def test_a_long_takeaway_shrinks_then_takes_a_second_line() -> None:
    def lines(count: int) -> tuple[float, str]:
        heading = chrome.measure_heading(replace(TOPIC, takeaway=t("触达到支付整体转化" * count)), "", LAYOUT, sheet())
        return heading.takeaway_style.size, in_inches(heading.takeaway_frame)

    assert lines(6) == (14, "0.67 1.2 12×0.28")
    assert lines(7) == (13, "0.67 1.2 12×0.28")
    assert lines(9) == (13, "0.67 1.2 12×0.52")


def test_eyebrow_source_tracker_and_page_number() -> None:
    page = canvas()
    (section,) = report(TOPIC).sections
    chrome.draw_eyebrow(section, t("核心指标"), LAYOUT, page)
    chrome.draw_source(t("业务系统"), LAYOUT, page)
    chrome.draw_tracker(2, 3, LAYOUT, page)
    chrome.draw_page_number(7, LAYOUT, page)
    assert_reads(
        outline(page.elements),
        """
        eyebrow 0.87 0.39 8×0.24 11 01  回顾  ／  核心指标
        source 0.67 7.04 8.6×0.22 9 来源：业务系统
        tracker 10.85 7.13 0.4×0.04
        tracker-2 11.31 7.13 0.4×0.04
        tracker-3 11.77 7.13 0.4×0.04
        page-number 12.25 7.04 0.42×0.22 10 7
        """,
    )
    eyebrow = page.elements[0]
    assert isinstance(eyebrow, TextBox)
    assert [run.color for run in eyebrow.paragraphs[0].runs] == [
        page.sheet.color("primary"),
        page.sheet.color("ink3"),
        page.sheet.color("ink3"),
    ]


def test_the_word_source_is_not_said_twice() -> None:
    page = canvas()
    chrome.draw_source(t("来源：业务系统"), LAYOUT, page)
    assert outline(page.elements).endswith("来源：业务系统")
    english = canvas(language=Language.EN)
    chrome.draw_source(t("shop system"), LAYOUT, english)
    assert outline(english.elements).endswith("Source: shop system")


def test_a_long_source_takes_a_second_line_then_goes_to_the_notes() -> None:
    page = canvas()
    assert chrome.draw_source(t("交易中台、会员系统与直播后台；" * 5), LAYOUT, page) == EMPTY
    assert page.elements[0].frame.height.inches == pytest.approx(0.353, abs=0.001)  # type: ignore[union-attr]  # a text box
    more = canvas()
    everything = "；".join(f"{name}按支付口径剔除取消订单与退货订单后的数据" for name in "甲乙丙丁戊己庚")
    assert chrome.draw_source(t(everything), LAYOUT, more).plain == f"来源：{everything}"
    assert outline(more.elements).endswith("；其余见备注")
    assert list(more.findings) == []


def test_a_source_of_one_endless_statement_is_cut_short() -> None:
    page = canvas()
    assert chrome.draw_source(t("交易中台" * 80), LAYOUT, page).plain.startswith("来源：交易中台")
    assert "…；其余见备注" in outline(page.elements)


def test_many_sections_make_a_narrower_tracker() -> None:
    page = canvas()
    chrome.draw_tracker(1, 12, LAYOUT, page)
    lefts = [element.frame.x.inches for element in page.elements]  # type: ignore[union-attr]  # boxes
    assert min(lefts) > LAYOUT.slot("source").frame.right.inches


def test_a_template_that_numbers_its_pages_gets_no_other_number() -> None:
    page = canvas()
    none = replace(LAYOUT.slot("page_number"), frame=Rect.inches(12, 7, 0, 0))
    chrome.draw_page_number(7, replace(LAYOUT, slots={**LAYOUT.slots, "page_number": none}), page)
    assert page.elements == []


def test_without_a_takeaway_the_body_stays_below_a_rule_of_the_template() -> None:
    def bare(rule: Rect) -> str:
        layout = replace(LAYOUT, decor=(*LAYOUT.decor, Path("rule", (), rule)))
        return in_inches(chrome.measure_heading(replace(TOPIC, takeaway=EMPTY), "", layout, sheet()).body)

    assert bare(Rect.inches(0.6, 1.40, 12, 0.02)) == "0.67 1.58 12×5.22"
    assert bare(Rect.inches(0.6, 1.60, 12, 0.05)) == "0.67 1.68 12×5.12", "no room between the rule and the body: it stays where it is"
    assert bare(Rect.inches(0, 0, 13.33, 1.0)) == bare(Rect.inches(13, 1.4, 0.3, 0.1)) == "0.67 1.36 12×5.44", "above it, and beside it"
