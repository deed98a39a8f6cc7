"""Which cell of the embedded sheet holds which value: the workbook is written from this, and the chart's references point into it."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.model.figure import ChartFigure, FigureSeries

SHEET_NAME = "Sheet1"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column below its header; None is an empty cell. `format` is the number format of its values."""

    header: str
    values: tuple[str | float | None, ...]
    format: str = "General"


@dataclass(frozen=True, slots=True)
class SeriesCells:
    """References of one drawn series, as formulas write them (`Sheet1!$B$2:$B$7`); `x` and `sizes` empty where the kind has none."""

    name: str
    values: str
    x: str = ""
    sizes: str = ""


@dataclass(frozen=True, slots=True)
class ChartSheet:
    columns: tuple[SheetColumn, ...]
    categories: str
    series: tuple[SeriesCells, ...]


def chart_sheet(figure: ChartFigure) -> ChartSheet:
    """Return the sheet: categories in A, then each series (x, values, sizes), then the reference values."""
    columns = [SheetColumn(figure.header, figure.categories)]
    cells: list[SeriesCells] = []
    for series in figure.series:
        x = _append(columns, SheetColumn(f"{series.name} X", series.x)) if series.x else ""
        values = _append(columns, SheetColumn(series.name, series.values, series.format))
        name = f"{SHEET_NAME}!${column_letters(len(columns) - 1)}$1"
        sizes = _append(columns, SheetColumn(f"{series.name} ●", series.sizes)) if series.sizes else ""
        cells.append(SeriesCells(name, values, x, sizes))
    columns += [_reference(series) for series in figure.reference]
    return ChartSheet(tuple(columns), _range(0, len(figure.categories)), tuple(cells))


def column_letters(index: int) -> str:
    """Return the letters of the column with this index from 0: A to Z, then AA."""
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def _append(columns: list[SheetColumn], column: SheetColumn) -> str:
    columns.append(column)
    return _range(len(columns) - 1, len(column.values))


def _range(column: int, rows: int) -> str:
    letters = column_letters(column)
    return f"{SHEET_NAME}!${letters}$2:${letters}${rows + 1}"


def _reference(series: FigureSeries) -> SheetColumn:
    return SheetColumn(series.name, series.values, series.format)
