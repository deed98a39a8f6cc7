"""A big number and its unit: “12,840 万元” becomes a large number and a small unit, one text still."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.base.records import replace
from engine.model.inlines import Span, Text

_NUMBER_THEN_UNIT = re.compile(r"^(?P<number>[▲●◆▼]?\s*[+−\-(]?[¥$]?[\d,，.:/–→\s]*\d\)?)(?P<unit>[\u00a0\s]*\D*)$", re.DOTALL)


def split_unit(text: Text) -> tuple[tuple[Span, bool], ...]:
    """Return the spans of a figure, each with whether it is the unit behind the number.

    A text that is not one number followed by a unit comes back whole, as no unit.
    """
    matched = _NUMBER_THEN_UNIT.match(text.plain)
    if matched is None or not matched["unit"].strip("\u00a0 "):
        return tuple((span, False) for span in text.spans)
    return tuple(_cut(text.spans, matched.end("number")))


def _cut(spans: tuple[Span, ...], at: int) -> Iterator[tuple[Span, bool]]:
    start = 0
    for span in spans:
        end = start + len(span.text)
        head, tail = span.text[: max(0, at - start)], span.text[max(0, at - start) :]
        if head:
            yield replace(span, text=head), False
        if tail:
            yield replace(span, text=tail), True
        start = end
