"""Parts of a text that keep their spans: cut out, or with soft returns put in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

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


def cut_text(text: Text, cuts: Iterable[int]) -> tuple[Text, ...]:
    """Return the pieces between the offsets `cuts`, written at the same place; joined they are the text again."""
    edges = (0, *cuts, len(text.plain))
    return tuple(Text(slice_spans(text.spans, start, end), text.where) for start, end in pairwise(edges))


def with_returns(text: Text, bounds: Iterable[tuple[int, int]]) -> Text:
    """Return the text with a soft return between the given (start, end) lines, in place of the spaces that vanish there."""
    spans: list[Span] = []
    for start, end in bounds:
        line = slice_spans(text.spans, start, end)
        if spans:
            spans[-1] = replace(spans[-1], text=spans[-1].text + "\n")
        spans.extend(line or (Span(""),))
    return Text(tuple(span for span in spans if span.text), text.where)
