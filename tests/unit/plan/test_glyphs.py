from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.diagnostics import Location, Severity
from engine.model.blocks import Chart, Paragraph
from engine.model.charts import ChartData, Series
from engine.model.inlines import Text, text
from engine.model.numbers import NumberStyle
from engine.model.report import Report
from engine.plan.glyphs import drawable, draws
from tests.support.planning import harbor, planned, report, t, topic

LINE = Location("content/h1/report.yaml", 31, 9)


def saying(words: str) -> Report:
    return report(topic(Paragraph(text(words, where=LINE))))


def written(shown: Report) -> str:
    block = shown.sections[0].topics[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert isinstance(block.text, Text)
    return block.text.plain


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("做得好😀，继续", "做得好，继续"),
        ("做得好 😀 继续", "做得好 继续"),
        ("🎉 大促开门红", "大促开门红"),
        ("大促开门红 🎉", "大促开门红"),
        ("客服👩🏽‍💻上线", "客服上线"),
        ("红心❤️收到", "红心收到"),
        ("👍", ""),
    ],
)
def test_signs_that_the_font_lacks_are_left_out(words: str, left: str) -> None:
    _, book = harbor()
    outcome = drawable(saying(words), (book,))
    assert outcome.value is not None
    assert written(outcome.value) == left


def test_the_warning_stands_at_the_text_and_says_so() -> None:
    _, book = harbor()
    (found,) = drawable(saying("做得好😀，继续"), (book,)).diagnostics
    assert (found.code, found.severity, found.where) == ("FONT003", Severity.WARNING, LINE)
    assert found.message.zh == "字体里没有这些符号，已略去：😀 (U+1F600)"
    assert found.message.en == "the font lacks these signs, they are left out: 😀 (U+1F600)"


def test_a_letter_that_the_font_lacks_is_an_error_and_stays() -> None:
    _, book = harbor()
    outcome = drawable(saying("负责人𐍈𐍉"), (book,))
    (found,) = outcome.diagnostics
    assert (found.severity, found.where) == (Severity.ERROR, LINE)
    assert found.message.zh == "字体里没有这些字：𐍈 (U+10348) 𐍉 (U+10349)"
    assert outcome.value is not None and written(outcome.value) == "负责人𐍈𐍉"


def test_words_without_a_place_of_their_own_are_found_at_the_nearest() -> None:
    _, book = harbor()
    plain = saying("好")
    titled = replace(plain, meta=replace(plain.meta, title="年中🚀述职"))
    outcome = drawable(titled, (book,))
    assert outcome.value is not None and outcome.value.meta.title == "年中述职"
    assert [found.where for found in outcome.diagnostics] == [plain.meta.where]


def test_a_report_that_its_fonts_can_draw_is_the_same() -> None:
    _, book = harbor()
    plain = saying("完成 ✓")
    outcome = drawable(plain, (book, book))
    assert outcome.value is plain and outcome.diagnostics == ()


def test_planned_slides_are_asked_first() -> None:
    _, book = harbor()
    assert draws(planned(saying("完成 ✓")).expect_clean(), (book,))
    assert not draws(planned(saying("完成 ✔")).expect_clean(), (book,))
    emoji = ChartData("column", t("值"), ("甲🎉",), (Series("实际", (1.0,), NumberStyle()),), where=LINE)
    assert not draws(planned(report(topic(Chart(emoji)))).expect_clean(), (book,))
