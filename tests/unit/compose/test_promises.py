from __future__ import annotations

from engine.base.diagnostics import Location
from engine.compose.promises import with_promises
from engine.metrics.factbook import FactBook
from engine.model.inlines import Span, Text, text

HERE = Location("plan.yaml", 3, 5)


def test_typed_figures_become_facts_whose_source_is_their_place() -> None:
    book = FactBook()
    promised = with_promises(text("支付率 ≥81% 且单价 ≤115 元", where=HERE), book)
    assert [(span.text, span.fact) for span in promised.spans] == [
        ("支付率 ≥", None),
        ("81%", "promised(支付率 ≥81% 且单价 ≤115 元: 81%)"),
        (" 且单价 ≤", None),
        ("115\u00a0元", "promised(支付率 ≥81% 且单价 ≤115 元: 115 元)"),
    ]
    ledger = book.ledger()
    assert [(fact.raw, fact.unit, fact.text, fact.source.defined_at) for fact in ledger.facts] == [
        (115.0, "元", "115\u00a0元", HERE),
        (0.81, "%", "81%", HERE),
    ]
    assert [use.where for use in ledger.uses] == [HERE, HERE]


def test_facts_and_looks_stay() -> None:
    book = FactBook()
    sentence = Text((Span("提高 3% 到 ", bold=True), Span("33%", fact="m.x")), HERE)
    promised = with_promises(sentence, book)
    assert [(span.text, span.bold, span.fact is not None) for span in promised.spans] == [
        ("提高 ", True, False),
        ("3%", True, True),
        (" 到 ", True, False),
        ("33%", False, True),
    ]
    assert promised.plain == sentence.plain


def test_a_text_without_figures_is_the_same_object() -> None:
    words = text("9 月 30 日前上线", where=HERE)
    assert with_promises(words, FactBook()) is words


def test_a_text_that_is_a_figure_is_named_once() -> None:
    (span,) = with_promises(text("95.0%", where=HERE), FactBook()).spans
    assert span.fact == "promised(95.0%)"


def test_a_promise_keeps_its_name_when_a_figure_beside_it_follows_the_data() -> None:
    names = []
    for now in ("75.0%", "75.1%"):
        sentence = Text((Span("开放率 100%，到店率 ≥"), Span(now, fact="visits.actual")), HERE)
        names.append([span.fact for span in with_promises(sentence, FactBook()).spans if span.fact])
    assert names == [["promised(开放率 100%，到店率 ≥…: 100%)", "visits.actual"]] * 2
