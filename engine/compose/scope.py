"""What a template can name: metrics, tables, what the report says about itself, and citations. Plain data, and facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from engine.compose.sandbox import CellText
from engine.load.folding import without_returns
from engine.load.member import Member
from engine.load.report_spec import ReportSpec
from engine.metrics.marks import cleaned
from engine.metrics.numbers import percent_style, style_of
from engine.metrics.quantity import Desk, Look, Origin, Quantity
from engine.metrics.store import Metrics
from engine.model.facts import CellRange, FactSource
from engine.model.report import Period
from engine.model.tables import Cell, Column, DataTable

MAX_DECIMALS = 2
Row = Mapping[str, object]


class TableRows(Mapping[str, tuple[Row, ...]]):
    """`t`: the rows of each table, made when a template asks for them. Numbers are facts that know their cell."""

    def __init__(self, tables: Mapping[str, DataTable], desk: Desk) -> None:
        self._tables = tables
        self._desk = desk
        self._rows: dict[str, tuple[Row, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Row, ...]:
        if name not in self._rows:
            table = self._tables[name]
            self._rows[name] = tuple(_row(table, index, self._desk) for index in range(len(table)))
        return self._rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __contains__(self, name: object) -> bool:
        return name in self._tables


def _row(table: DataTable, index: int, desk: Desk) -> Row:
    return {column.name: _value(table, column, index, desk) for column in table.columns}


def _value(table: DataTable, column: Column, index: int, desk: Desk) -> object:
    value: Cell = column.values[index]
    match value:
        case str():
            return CellText(cleaned(value))
        case None | dt.date():
            return value
        case _:
            return cell_quantity(table, column, index, float(value), desk)


def cell_quantity(table: DataTable, column: Column, index: int, raw: float, desk: Desk) -> Quantity:
    """Return the number of one cell as a fact: percent columns in %, others with up to two decimals as the cell has them."""
    address = table.cell_address(column, index)
    row = table.rows[index]
    place = CellRange(table.file, table.sheet, f"{column.letter}{row}", 1, ((row, row),))
    decimals = next((n for n in range(MAX_DECIMALS) if round(raw, n) == raw), MAX_DECIMALS)
    look = Look(percent_style(), "%") if column.percent else Look(style_of("", decimals=decimals))
    return Quantity(raw, Origin(address, aspect="cell", label=column.name, formula=address, source=FactSource((place,))), look, desk)


def report_scope(
    report: ReportSpec, period: Period, metrics: Metrics, tables: Mapping[str, DataTable], member: Member | None = None
) -> dict[str, Any]:
    """Return the names that every template of the report knows; in a report of a batch its row as well."""
    own = {} if member is None else {member.variable: _row(member.row, 0, metrics.desk)}
    return {
        "m": metrics.namespace(),
        "t": TableRows(tables, metrics.desk),
        "cite": metrics.cite,
        "reached": metrics.reached,
        "rated": metrics.rated,
        "title": without_returns(str(report.title)),
        "author": str(report.author),
        "department": str(report.department),
        "organisation": str(report.organisation),
        "classification": str(report.classification),
        "date": report.date,
        "year": period.start.year,
        "period": period.code,
        "period_label": period.label,
        "period_start": period.start,
        "period_end": period.end,
        "kind": str(report.kind),
        "language": report.language,
        **own,
    }
