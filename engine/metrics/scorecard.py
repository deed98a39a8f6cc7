"""A sheet with one KPI per row: each row becomes a metric."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.base.diagnostics import Location, Phrase
from engine.metrics.definition import Metric, ScorecardSchema, ScoreCell
from engine.metrics.numbers import PERCENT
from engine.metrics.problems import FactError, bad_id, bad_scorecard_row, unknown_column, unknown_table
from engine.model.facts import Better
from engine.model.tables import Column, DataTable

LARGEST_BARE_RATIO = 3.0
"""A rate above 300 % is taken for one typed without its % sign: 17 was meant as 17 %."""

_LOWER_WORDS = frozenset({"lower", "low", "越低越好", "低", "反向", "负向"})


def scorecard_metrics(card: ScorecardSchema, tables: Mapping[str, DataTable], at: Location) -> Iterator[Metric | FactError]:
    """Yield one metric per row of the sheet, or the reason why there is none."""
    table = tables.get(card.table)
    if table is None:
        yield unknown_table(card.table, tables, at)
        return
    wanted = (card.id, card.label, card.actual, card.target, card.previous, card.unit, card.owner, card.better)
    missing = [name for name in wanted if name is not None and table.column(name) is None]
    if missing:
        yield from (unknown_column(name, table.name, table.names, at) for name in missing)
        return
    for record in range(len(table)):
        yield _metric(card, table, record, at)


def _metric(card: ScorecardSchema, table: DataTable, record: int, at: Location) -> Metric | FactError:
    identifier = _words(table, card.id, record)
    if not identifier.isidentifier() or identifier.startswith("_"):
        why = Phrase("只能由文字、数字和下划线组成，不以数字开头", "letters, digits and underscores only, no digit first")
        return bad_id(identifier, why, _place(table, card.id, record, at))
    try:
        actual = _cell(table, card.actual, record, at)
        target = None if card.target is None else _cell(table, card.target, record, at)
        previous = None if card.previous is None else _cell(table, card.previous, record, at)
    except FactError as error:
        return error
    better = _words(table, card.better, record).casefold() if card.better else ""
    unit = _words(table, card.unit, record) if card.unit else ""
    if unit == PERCENT and any(cell is not None and abs(cell.raw or 0.0) > LARGEST_BARE_RATIO for cell in (actual, target)):
        why = Phrase(
            "单位是 %，数却大于 300%；单元格里写 17% 或 0.17", "its unit is %, but it is above 300%; write 17% or 0.17 in the cell"
        )
        return bad_scorecard_row(table.cell_address(_column(table, card.actual), record), why, _place(table, card.actual, record, at))
    return Metric(
        id=identifier,
        label=_words(table, card.label, record),
        actual=actual,
        target=None if target is None or target.raw is None else target,
        yoy=previous,
        unit=unit,
        better=Better.LOWER if better in _LOWER_WORDS else Better.HIGHER,
        source=card.source,
        owner=_words(table, card.owner, record) if card.owner else "",
        at=_place(table, card.id, record, at),
    )


def _column(table: DataTable, name: str) -> Column:
    column = table.column(name)
    assert column is not None, "scorecard_metrics looked for it"
    return column


def _words(table: DataTable, name: str, record: int) -> str:
    value = _column(table, name).values[record]
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return "" if value is None else str(value).strip()


def _cell(table: DataTable, name: str, record: int, at: Location) -> ScoreCell:
    column = _column(table, name)
    value = column.values[record]
    if value is not None and not isinstance(value, int | float):
        why = Phrase(f"“{value}”不是数", f"{str(value)!r} is not a number")
        raise bad_scorecard_row(table.cell_address(column, record), why, _place(table, name, record, at))
    return ScoreCell(None if value is None else float(value), table.name, name, record)


def _place(table: DataTable, name: str, record: int, at: Location) -> Location:
    return Location(table.file, cell=table.cell_address(_column(table, name), record)) if table.file else at
