"""Rows of a query as they arrive, so many and so long as the limits allow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.base.diagnostics import Diagnostic, Location
from engine.sources import limits, problems
from engine.sources.grid import RawCell
from engine.sources.records import Answer, raw_cell, too_big

PIECE = 2_000
Fetch = Callable[[int], Sequence[Sequence[object]]]
"""Returns the next rows, at most as many as asked for; none at the end."""


def read_all(names: Sequence[str], fetch: Fetch, sql: str, most_rows: int, where: Location) -> Answer | Diagnostic:
    """Return all rows as columns, or the limit they exceed; not one piece more is fetched then."""
    columns: tuple[list[RawCell], ...] = tuple([] for _ in names)
    count = characters = 0
    while piece := fetch(PIECE):
        count += len(piece)
        if fault := too_big(count, len(names), where, most_rows):
            return fault
        for column, values in zip(columns, zip(*piece, strict=True), strict=True):
            cells = [raw_cell(value) for value in values]
            lengths = [len(cell) for cell in cells if isinstance(cell, str)]
            characters += sum(lengths)
            if max(lengths, default=0) > limits.MAX_FIELD_CHARACTERS or characters > limits.MAX_TEXT_CHARACTERS:
                return too_long(where)
            column.extend(cells)
    return Answer(tuple(names), columns, sql)


def too_long(where: Location) -> Diagnostic:
    field, whole = limits.MAX_FIELD_CHARACTERS, limits.MAX_TEXT_CHARACTERS
    return problems.limit(
        f"有超过 {field} 字的值，或全表文字超过 {whole} 字",
        f"a value is longer than {field} characters, or all text together than {whole}",
        where,
    )
