from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Location
from engine.layout.slices import cut_text, slice_spans, slices, with_returns
from engine.model.inlines import EMPTY, Span, Text, text

FACT = Span("104.6%", bold=True, fact="exposure.attainment")
SAMPLE = Text((Span("完成率 "), FACT, Span("，超额")), Location("a.yaml", 2, 3))


def test_slice_keeps_looks_facts_and_place() -> None:
    _, part, _ = cut_text(SAMPLE, (2, 7))
    assert part.spans == (Span("率 "), Span("104", bold=True, fact="exposure.attainment"))
    assert part.where == SAMPLE.where


def test_a_whole_span_is_the_same_span() -> None:
    assert slice_spans(SAMPLE.spans, 4, 10) == (FACT,)
    assert slice_spans(SAMPLE.spans, 4, 10)[0] is FACT
    assert slice_spans(SAMPLE.spans, 3, 3) == ()


def test_soft_returns_take_the_place_of_spaces() -> None:
    broken = with_returns(SAMPLE, [(0, 3), (4, 13)])
    assert broken.plain == "完成率\n104.6%，超额"
    assert broken.facts == ("exposure.attainment",)
    assert with_returns(text("一二"), [(0, 1), (1, 1), (1, 2)]).plain == "一\n\n二"
    assert with_returns(EMPTY, [(0, 0)]) == EMPTY


@given(st.lists(st.integers(0, 13), max_size=4).map(sorted))
def test_pieces_joined_are_the_text(cuts: list[int]) -> None:
    pieces = cut_text(SAMPLE, cuts)
    assert len(pieces) == len(cuts) + 1
    assert "".join(piece.plain for piece in pieces) == SAMPLE.plain
    assert all(span.fact == FACT.fact for piece in pieces for span in piece.spans if span.bold)


@given(st.lists(st.text(alphabet="一二a ", max_size=4), max_size=8), st.lists(st.integers(0, 36), max_size=6))
def test_many_slices_are_those_taken_one_by_one(words: list[str], edges: list[int]) -> None:
    spans = tuple(Span(word, bold=bool(index % 2)) for index, word in enumerate(words))
    bounds = list(pairwise(sorted(edges)))
    assert list(slices(spans, bounds)) == [slice_spans(spans, start, end) for start, end in bounds]
