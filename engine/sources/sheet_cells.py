"""The cells of one worksheet part: values, stored results of formulas, errors, merged areas, hidden rows (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

import datetime as dt
import math
import re
import zipfile
from collections.abc import Sequence
from dataclasses import field

from lxml import etree

from engine.base.records import dataclass
from engine.sources import limits
from engine.sources.dates import from_serial
from engine.sources.grid import BadCell, CellFault, Merge, Percent, RawCell
from engine.sources.number_formats import Shown
from engine.sources.workbook import Workbook, forget, iterparse, text_of

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_DIGITS = "0123456789"
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_383


class TooManyCells(Exception):
    """The sheet has more filled cells than `limits.MAX_CELLS`."""


@dataclass(slots=True)
class SheetCells:
    """`rows` maps sheet row numbers (from 1) to filled cells as (column index from 0, value); merges count both from 0.

    `doubtful` counts formula results in a workbook that asks to be calculated on opening.
    """

    rows: dict[int, list[tuple[int, RawCell]]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    doubtful: int = 0


def read_cells(package: zipfile.ZipFile, part: str, book: Workbook, strings: Sequence[str]) -> SheetCells:
    """Return the filled cells of a worksheet. Raises TooManyCells; ValueError, IndexError or XMLSyntaxError when the part is malformed."""
    sheet = SheetCells()
    reader = _CellReader(book, strings, sheet)
    number = filled = 0
    with package.open(part) as stream:
        for _, element in iterparse(stream, "{*}row", "{*}mergeCell"):
            if element.tag.endswith("}mergeCell"):
                sheet.merges.append(_merge(element.get("ref", "")))
                continue
            number = _next(int(element.get("r") or number + 1), after=number, last=_LAST_ROW)
            if element.get("hidden") in {"1", "true"}:
                sheet.hidden_rows.add(number)
            if cells := reader.read_row(element):
                sheet.rows[number] = cells
                filled += len(cells)
                if filled > limits.MAX_CELLS:
                    raise TooManyCells
            forget(element)
    return sheet


def has_content(package: zipfile.ZipFile, part: str) -> bool:
    """Tell whether a worksheet has any filled cell, reading no further than the first."""
    with package.open(part) as stream:
        return any(True for _ in iterparse(stream, "{*}v", "{*}is"))


def _next(position: int, *, after: int, last: int) -> int:
    """Return the position of a row or cell. Raises ValueError unless it follows the one before it and is within the sheet, as the format asks."""
    if not after < position <= last:
        raise ValueError(f"row or cell {position} after {after}")
    return position


def column_index(letters: str) -> int:
    """Return the index from 0 of a column's letters."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _merge(reference: str) -> Merge:
    match = _AREA.fullmatch(reference)
    if match is None:
        raise ValueError(f"merged area {reference!r}")
    left, top, right, bottom = match.groups()
    return Merge(int(top) - 1, column_index(left), int(bottom or top) - 1, column_index(right or left))


@dataclass(slots=True)
class _CellReader:
    book: Workbook
    strings: Sequence[str]
    sheet: SheetCells
    known_letters: dict[str, int] = field(default_factory=dict)

    def read_row(self, row: etree._Element) -> list[tuple[int, RawCell]]:
        cells: list[tuple[int, RawCell]] = []
        index = -1
        value_tag = f"{row.tag[:-3]}v"
        for cell in row:
            reference = cell.get("r")
            index = _next(self._index(reference.rstrip(_DIGITS)) if reference else index + 1, after=index, last=_LAST_COLUMN)
            if len(cell) == 1 and cell[0].tag == value_tag:
                stored = cell[0].text
                value = self._typed(cell.get("t", "n"), stored, cell.get("s")) if stored else None
            else:
                value = self._value(cell)
            if value is not None and value != "":
                cells.append((index, value))
        return cells

    def _index(self, letters: str) -> int:
        index = self.known_letters.get(letters)
        if index is None:
            index = self.known_letters[letters] = column_index(letters)
        return index

    def _value(self, cell: etree._Element) -> RawCell:
        stored: str | None = None
        formula: str | None = None
        inline: etree._Element | None = None
        for child in cell:
            match child.tag.rpartition("}")[2]:
                case "v":
                    stored = child.text or ""
                case "f":
                    formula = f"={child.text or '…'}"
                case "is":
                    inline = child
        kind = cell.get("t", "n")
        if inline is not None:
            return text_of(inline)
        if formula is not None and (stored is None or (not stored and kind == "n")):
            return BadCell(CellFault.NO_RESULT, formula)
        if not stored:
            return None
        if formula is not None and self.book.uncalculated:
            if kind == "n" and float(stored) == 0:  # the placeholder of programs that write formulas but cannot calculate
                return BadCell(CellFault.NO_RESULT, formula)
            self.sheet.doubtful += 1
        return self._typed(kind, stored, cell.get("s"))

    def _typed(self, kind: str, stored: str, style: str | None) -> RawCell:
        match kind:
            case "n":
                figure = float(stored)
                return self._number(figure, style) if math.isfinite(figure) else stored  # 1e999 is named later as no number
            case "s":
                return self.strings[int(stored)]
            case "b":
                return "TRUE" if stored == "1" else "FALSE"
            case "e":
                return BadCell(CellFault.ERROR_VALUE, stored)
            case "d":
                return dt.date.fromisoformat(stored[:10])
            case _:
                return stored

    def _number(self, figure: float, style: str | None) -> RawCell:
        formats = self.book.formats
        shown = formats[int(style)] if style and int(style) < len(formats) else Shown.NUMBER
        if shown is Shown.DATE:
            return from_serial(figure, self.book.base_date) or figure
        return Percent(figure) if shown is Shown.PERCENT else figure
