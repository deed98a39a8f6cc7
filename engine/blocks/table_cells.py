"""Columns of a data table as printed cells: one format and unit per column, every number a fact with its cell as source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from engine.base.diagnostics import Language, Location
from engine.base.records import dataclass
from engine.blocks.definition import BlockContext
from engine.blocks.plot import day_names, used_text
from engine.blocks.table_spec import ColumnSpec
from engine.metrics.answers import bare, cell_quantity
from engine.metrics.compare import Goal
from engine.metrics.marks import unmarked
from engine.metrics.numbers import NO_VALUE, axis_style, money_style, percent_style, style_of, wan_style, yi_style
from engine.metrics.provenance import Entered, cell_ranges
from engine.metrics.quantity import Look, Origin, Quantity
from engine.metrics.verdict import VERDICT_WORDS, judge, status_text, verdict_word
from engine.metrics.view import shown
from engine.model.blocks import Align, Badge, TableCell, TableColumn
from engine.model.facts import Better, FactSource, Verdict
from engine.model.inlines import Text, text
from engine.model.numbers import NumberStyle
from engine.model.tables import Cell, Column, ColumnType, DataTable

_OF_DAYS = r"日|天|截止|期限|时限|date|day|due|deadline"
_ALIGN = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}
_BADGE = {None: Badge.NONE, "square": Badge.SQUARE, "round": Badge.ROUND}


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column of the page: its data, how numbers in it are printed (None: as text), and what the author wants of it."""

    spec: ColumnSpec
    table: DataTable
    column: Column
    style: NumberStyle | None
    unit: str

    @property
    def is_rate(self) -> bool:
        return self.style is not None and self.style.unit == "%"


def shown_column(spec: ColumnSpec, table: DataTable, column: Column, records: Sequence[int], language: Language) -> ShownColumn:
    """Return a column ready to print; one scale is chosen for the numbers of `records`."""
    unit = unmarked(spec.unit) if spec.unit is not None else ("%" if column.percent else "")
    known = [float(value) for value in (column.values[index] for index in records) if isinstance(value, int | float)]
    return ShownColumn(spec, table, column, _style(spec, column, known, unit, language), unit)


def header(shown_: ShownColumn, context: BlockContext) -> TableColumn:
    """Return the column's head: its label, and the unit once for all its numbers."""
    spec = shown_.spec
    label = context.text(spec.label) if spec.label is not None else text(unmarked(spec.field), where=spec.field.where)
    numeric = shown_.style is not None
    centred = spec.badge is not None or spec.format == "status"
    align = _ALIGN[spec.align] if spec.align else Align.RIGHT if numeric else Align.CENTER if centred else Align.LEFT
    unit = shown_.style.unit if shown_.style is not None and not shown_.is_rate else ""
    return TableColumn(label, unit, align, spec.weight, numeric)


def cell(shown_: ShownColumn, record: int, context: BlockContext) -> TableCell:
    """Return one printed cell."""
    spec, value = shown_.spec, shown_.column.values[record]
    if spec.format == "status":
        return _status_cell(shown_, record, context)
    badge = _BADGE[spec.badge]
    if shown_.style is not None and isinstance(value, int | float):
        return TableCell(used_text(number(shown_, record, context), spec.field.where, context), bold=spec.bold, badge=badge)
    words = NO_VALUE if value is None else _date(value, shown_.column, context.language) if isinstance(value, dt.date) else shown(value)
    at = spec.field.where
    said = used_text(_wording(words, shown_, record, context), at, context) if _has_figure(words) else text(words, where=at)
    return TableCell(said, bold=spec.bold, badge=badge if value is not None else Badge.NONE)


def _has_figure(words: str) -> bool:
    return any(character.isdecimal() for character in words)


def _wording(words: str, shown_: ShownColumn, record: int, context: BlockContext) -> Quantity:
    """Return words of a cell that hold a figure (48 条, W36) as a fact without a number."""
    table, column = shown_.table, shown_.column
    source = FactSource(cell_ranges(table, [column], Entered.of([table.rows[record]])))
    origin = Origin(f"{table.cell_address(column, record)}|words", aspect="cell", label=column.name, source=source)
    return Quantity(None, origin, Look(style_of(""), words=words), context.metrics.desk)


def number(shown_: ShownColumn, record: int, context: BlockContext) -> Quantity:
    """Return the number of a cell as a quantity with the cell as its source."""
    assert shown_.style is not None, "asked for number columns only"
    table, column, value = shown_.table, shown_.column, shown_.column.values[record]
    assert isinstance(value, int | float), "asked for number cells only"
    source = FactSource(cell_ranges(table, [column], Entered.of([table.rows[record]])))
    look = Look(_in_column(shown_), shown_.unit, suffix="column")
    return cell_quantity(float(value), table.cell_address(column, record), column.name, source, look, context.metrics.desk)


def total(shown_: ShownColumn, records: Sequence[int], at: Location, context: BlockContext) -> Text:
    """Return the sum of a column's shown cells as printed text."""
    column, table = shown_.column, shown_.table
    picked = [(table.rows[index], value) for index in records if isinstance(value := column.values[index], int | float)]
    if not picked:
        return text(NO_VALUE, where=at)
    rows = [row for row, _ in picked]
    source = FactSource(cell_ranges(table, [column], Entered.of(rows)))
    origin = Origin(f"sum({table.name}.{column.name})", "", "total", column.name, f"sum of {len(rows)} cells of {column.name}", source)
    look = Look(_in_column(shown_), shown_.unit, suffix="column")
    return used_text(Quantity(float(sum(value for _, value in picked)), origin, look, context.metrics.desk), at, context, bold=True)


def _in_column(shown_: ShownColumn) -> NumberStyle:
    """Return the style inside the column: the unit stands in the head, but % at every number."""
    assert shown_.style is not None, "asked for number columns only"
    return shown_.style if shown_.is_rate else bare(shown_.style)


def _style(spec: ColumnSpec, column: Column, known: list[float], unit: str, language: Language) -> NumberStyle | None:
    decimals = spec.decimals
    match spec.format:
        case "wan":
            return wan_style(unit, known, decimals)
        case "yi":
            return yi_style(unit, known, decimals)
        case "pct":
            return percent_style(1 if decimals is None else decimals)
        case "money":
            return money_style(0 if decimals is None else decimals)
        case "number":
            return style_of(unit, decimals=_needed(known) if decimals is None else decimals)
        case "text" | "date" | "status":
            return None
        case None:
            return axis_style(known, unit, language, decimals) if column.type is ColumnType.NUMBER else None


def _needed(known: list[float]) -> int:
    """Return the fewest decimals, up to two, that show all numbers."""
    return next((decimals for decimals in (0, 1) if all(round(value, decimals) == round(value, 6) for value in known)), 2)


def _status_cell(shown_: ShownColumn, record: int, context: BlockContext) -> TableCell:
    """Return glyph, word and tone for a verdict's word or an attainment; other words stay as they are."""
    value, at = shown_.column.values[record], shown_.spec.field.where
    verdict = _verdict(value, context)
    if verdict is None:
        return TableCell(text(NO_VALUE if value is None else shown(value), where=at))
    word = status_text(verdict, context.language, context.metrics.judging.thresholds)
    return TableCell(text(word, tone=verdict.tone, where=at), tone=verdict.tone, bold=True)


def _verdict(value: Cell, context: BlockContext) -> Verdict | None:
    thresholds = context.metrics.judging.thresholds
    if isinstance(value, int | float):
        return judge(float(value), Goal(Better.HIGHER, 1.0), thresholds, thresholds.tolerance)
    words = str(value).strip(" ▲●◆▼").casefold()
    for grade, usual in VERDICT_WORDS.items():
        if words in (usual.zh, usual.en.casefold(), verdict_word(grade, context.language, thresholds).casefold()):
            return grade
    return None


def _date(day: dt.date, column: Column, language: Language) -> str:
    """Return 8/31, with the year where the column has days of several years; 7 月 where it has months: all first days, and no day in its name."""
    days = [value for value in column.values if isinstance(value, dt.date)]
    (name,) = day_names([day], days, language, months=re.search(_OF_DAYS, column.name.casefold()) is None)
    return name
