"""Workbooks: one sheet of an .xlsx, its merged areas, formula results and hidden parts.

The sheet XML is read here rather than by a library: python-calamine tells neither number formats (so % is lost) nor formulas without a
stored result nor error values, and openpyxl takes half a second to import and five times as long to read.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence

from lxml import etree

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase
from engine.base.zip_guard import ZipFault, ZipFinding, inspect_package
from engine.sources import limits, problems
from engine.sources.definition import Request, SourceDef
from engine.sources.grid import Grid, Merge, RawCell, column_letter
from engine.sources.sheet_cells import SheetCells, TooManyCells, has_content, read_cells
from engine.sources.workbook import SheetEntry, Workbook, open_workbook, shared_strings

_BROKEN = (KeyError, ValueError, IndexError, StopIteration, EOFError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError)


def read(request: Request) -> Outcome[Grid]:
    """Read one sheet of a workbook into a grid, trimmed to its filled cells."""
    assert request.path is not None, "read.py gives files a path"
    where = Location(request.file)
    if refused := inspect_package(request.path):
        return Outcome(None, (_refusal(refused, where),))
    found = Findings()
    try:
        with zipfile.ZipFile(request.path) as package:
            book = open_workbook(package)
            if book.macros:
                found.add(problems.macros(where))
            sheet = _choose_sheet(request, book, package)
            if isinstance(sheet, Diagnostic):
                found.add(sheet)
                return found.outcome(None)
            cells = read_cells(package, sheet.part, book, shared_strings(package, book))
    except TooManyCells:
        return Outcome(None, (_too_big(f"超过 {limits.MAX_CELLS} 个单元格", f"more than {limits.MAX_CELLS} cells", where),))
    except _BROKEN as fault:
        reason = Phrase("内部部件缺失或损坏", f"a part is missing or damaged ({type(fault).__name__})")
        return Outcome(None, (problems.broken_workbook(reason, where),))
    grid = _grid(request, sheet, cells, book)
    if isinstance(grid, Diagnostic):
        found.add(grid)
        return found.outcome(None)
    if cells.doubtful:
        found.add(problems.stale_results(cells.doubtful, grid.origin))
    return found.outcome(grid)


def _refusal(finding: ZipFinding, where: Location) -> Diagnostic:
    match finding.fault:
        case ZipFault.OLE | ZipFault.ENCRYPTED:
            return problems.old_workbook(where)
        case ZipFault.EMPTY | ZipFault.NOT_ZIP | ZipFault.CORRUPT:
            return problems.broken_workbook(finding.message, where)
        case ZipFault.LIMIT | ZipFault.NAME | ZipFault.DOCTYPE:
            return problems.unsafe_workbook(finding.message, where)


def _choose_sheet(request: Request, book: Workbook, package: zipfile.ZipFile) -> SheetEntry | Diagnostic:
    """Return the named sheet; without a name the only visible one, or the only visible one with content."""
    names = [sheet.name for sheet in book.sheets]
    if request.spec.sheet is not None:
        named = next((sheet for sheet in book.sheets if sheet.name == request.spec.sheet), None)
        return named or problems.sheet_unknown(request.spec.sheet, names, request.where)
    visible = [sheet for sheet in book.sheets if sheet.visible]
    if not visible:
        return problems.sheets_hidden(names, request.where)
    if len(visible) == 1:
        return visible[0]
    filled = [sheet for sheet in visible if has_content(package, sheet.part)]
    return filled[0] if len(filled) == 1 else problems.sheet_unnamed([sheet.name for sheet in filled or visible], request.where)


def _grid(request: Request, sheet: SheetEntry, cells: SheetCells, book: Workbook) -> Grid | Diagnostic:
    origin = Location(request.file, cell=f"{request.file_name}!{sheet.name}")
    if not cells.rows:
        return problems.empty(origin)
    top, bottom = min(cells.rows), max(cells.rows)
    filled = [column for row in cells.rows.values() for column in (row[0][0], row[-1][0])]
    left, right = min(filled), max(filled)
    width, height = right - left + 1, bottom - top + 1
    if width > limits.MAX_COLUMNS or height > limits.MAX_ROWS or width * height > limits.MAX_CELLS:
        last = f"{column_letter(right)}{bottom}"
        zh = f"内容一直到 {last}（{height} 行 × {width} 列），上限 {limits.MAX_ROWS} 行、{limits.MAX_COLUMNS} 列、{limits.MAX_CELLS} 格"
        en = (
            f"content reaches to {last} ({height} rows × {width} columns), "
            f"the limits are {limits.MAX_ROWS} rows, {limits.MAX_COLUMNS} columns, {limits.MAX_CELLS} cells"
        )
        return _too_big(zh, en, origin)
    columns: tuple[list[RawCell], ...] = tuple([None] * height for _ in range(width))
    for number, row in cells.rows.items():
        for column, value in row:
            columns[column - left][number - top] = value
    return Grid(
        request.file,
        sheet.name,
        origin,
        columns,
        range(top, bottom + 1),
        first_column=left,
        merges=_relative(cells.merges, top - 1, left, height, width),
        hidden_rows=frozenset(cells.hidden_rows),
        base_date=book.base_date,
    )


def _relative(merges: Sequence[Merge], top: int, left: int, height: int, width: int) -> tuple[Merge, ...]:
    """Return the merges that start inside the grid, in its indexes and cut at its edges."""
    inside = []
    for merge in merges:
        if top <= merge.top < top + height and left <= merge.left < left + width:
            bottom, right = min(merge.bottom - top, height - 1), min(merge.right - left, width - 1)
            inside.append(Merge(merge.top - top, merge.left - left, bottom, right))
    return tuple(inside)


def _too_big(zh: str, en: str, where: Location) -> Diagnostic:
    return problems.limit(zh, en, where)


DEFINITION = SourceDef(
    name="excel", suffixes=(".xlsx", ".xlsm", ".xls"), read=read, settings=frozenset({"header_row", "header_rows", "sheet"})
)
