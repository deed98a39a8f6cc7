from __future__ import annotations

from engine.base.units import inch
from engine.model.inlines import EMPTY, Text, text
from engine.model.paper import PaperCallout, PaperParagraph, ParagraphRole
from engine.writers.docx.callout import callout
from engine.writers.docx.paragraph import paragraph
from tests.support.paper_sample import harbor
from tests.unit.writers.docx.xml_of import para, styles, words, writer


def written(label: Text, *lines: str) -> str:
    def write(inner: PaperParagraph) -> str:
        return paragraph(harbor().style(inner.role), writer().runs(inner.text))

    block = PaperCallout(label, tuple(para(ParagraphRole.CALLOUT, line) for line in lines))
    return "".join(callout(block, inch(6.268), harbor(), writer(), write))


def test_the_label_stands_above_the_words() -> None:
    made = written(text("关键结论"), "GMV 超额。", "订单增长。")
    assert words(made) == "|关键结论|GMV 超额。|订单增长。|"
    assert styles(made) == ["Gap", "CalloutLabel", "Callout", "Callout", "Gap"]


def test_a_long_one_may_be_divided() -> None:
    assert "<w:cantSplit/>" in written(text("要点"), "短。")
    assert "<w:cantSplit/>" not in written(text("要点"), "很长的一段。" * 200)


def test_no_label_and_no_words_leave_a_cell_that_word_can_open() -> None:
    assert words(written(EMPTY)) == "||"


def test_the_bar_is_as_wide_as_the_design_says() -> None:
    made = written(text("要点"), "x")
    assert '<w:left w:val="single" w:sz="30" w:space="0" w:color="1A6585"/>' in made
