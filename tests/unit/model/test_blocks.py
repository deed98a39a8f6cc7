from __future__ import annotations

from engine.model.blocks import LONGEST_LABEL, Paragraph
from engine.model.inlines import Span, Text, text


def test_a_short_paragraph_bold_throughout_is_a_label() -> None:
    assert Paragraph(text("具体做法", bold=True)).is_label
    assert Paragraph(Text((Span("效果", bold=True), Span(" "), Span("体现", bold=True)))).is_label


def test_a_statement_and_an_empty_paragraph_are_none() -> None:
    assert not Paragraph(text("具体做法")).is_label
    assert not Paragraph(Text((Span("效果", bold=True), Span("不错")))).is_label
    assert not Paragraph(text("字" * (LONGEST_LABEL + 1), bold=True)).is_label
    assert not Paragraph(text("")).is_label
