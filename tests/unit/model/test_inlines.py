"""Rich text: what derives from spans."""

from __future__ import annotations

from engine.base.diagnostics import Location
from engine.model.inlines import EMPTY, Span, Text, Tone, text

AT = Location("content/h1/report.yaml", 3, 7)
SENTENCE = Text((Span("GMV "), Span("820万元", bold=True, fact="gmv.actual"), Span("，"), Span("达成", fact="gmv.verdict")), AT)


def test_plain_text_joins_the_spans() -> None:
    assert SENTENCE.plain == "GMV 820万元，达成"


def test_facts_in_reading_order() -> None:
    assert SENTENCE.facts == ("gmv.actual", "gmv.verdict")


def test_a_text_without_characters_is_false() -> None:
    assert not EMPTY
    assert not Text((Span(""),))
    assert SENTENCE


def test_text_of_one_span() -> None:
    assert text("达成", bold=True, tone=Tone.MET, fact="f", where=AT) == Text((Span("达成", True, "f", Tone.MET),), AT)
    assert text("").spans == ()
