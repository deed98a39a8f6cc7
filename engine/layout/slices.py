"""Parts of a text that keep their spans: cut out, or with soft returns put in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from engine.base.records import replace
from engine.model.inlines import Span, Text


def slice_spans(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return the spans of the characters from `start` to `end`; empty ones are left out."""
    found = []
    at = 0
    for span in spans:
        begin, stop = max(start - at, 0), min(end - at, len(span.text))
        if begin < stop:
            found.append(span if stop - begin == len(span.text) else replace(span, text=span.text[begin:stop]))
        at += len(span.text)
        if at >= end:
            break
    return tuple(found)


def slices(spans: Sequence[Span], bounds: Iterable[tuple[int, int]]) -> Iterator[tuple[Span, ...]]:
    """Yield `slice_spans` of many (start, end) without going through all spans for each."""
    starts = (0, *accumulate(len(span.text) for span in spans))
    for start, end in bounds:
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end)
        yield slice_spans(spans[first:last], start - starts[first], end - starts[first]) if start < end else ()


def cut_text(text: Text, cuts: Iterable[int]) -> tuple[Text, ...]:
    """Return the pieces between the offsets `cuts`, written at the same place; joined they are the text again."""
    edges = (0, *cuts, len(text.plain))
    return tuple(Text(piece, text.where) for piece in slices(text.spans, pairwise(edges)))


def with_returns(text: Text, bounds: Iterable[tuple[int, int]]) -> Text:
    """Return the text with a soft return between the given (start, end) lines, in place of the spaces that vanish there."""
    spans: list[Span] = []
    for line in slices(text.spans, bounds):
        if spans:
            spans[-1] = replace(spans[-1], text=spans[-1].text + "\n")
        spans.extend(line or (Span(""),))
    return Text(tuple(span for span in spans if span.text), text.where)
