"""FILE044: a table on a slide is not a rectangle of cells.

What it does: counts the columns of each table's grid, the cells of each row, and how far joined cells reach.
Why it matters: PowerPoint repairs a presentation with a row too short or too long, and takes the table out.

Fails: a row of two cells in a table of three columns.
Passes: as many cells in each row as columns, the covered ones marked hMerge or vMerge.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.nodes import nodes
from engine.checks.package.places import A, place
from engine.probe.package import Package

_PAGES = (".slide+xml", ".slideLayout+xml", ".slideMaster+xml")


def row_length(package: Package) -> Iterator[Fault]:
    """Each row has one cell for each column of the grid; cells covered by a neighbour count."""
    for part, table in _tables(package):
        columns = _columns(table)
        for row in table.iterchildren(f"{A}tr"):
            cells = sum(1 for _ in row.iterchildren(f"{A}tc"))
            if cells != columns:
                yield Fault(part, place(row), f"有 {cells} 格，表格有 {columns} 列", f"has {cells} cells in a table of {columns} columns")


def joined_too_far(package: Package) -> Iterator[Fault]:
    """Joined cells end where the table ends."""
    for part, table in _tables(package):
        columns, rows = _columns(table), list(table.iterchildren(f"{A}tr"))
        for down, row in enumerate(rows):
            for across, cell in enumerate(row.iterchildren(f"{A}tc")):
                if not cell.keys():
                    continue
                wide, high = _span(cell, "gridSpan"), _span(cell, "rowSpan")
                if not (1 <= wide <= columns - across and 1 <= high <= len(rows) - down):
                    yield Fault(
                        part, place(cell), f"跨 {wide} 列 {high} 行，超出表格", f"spans {wide} columns and {high} rows, beyond its table"
                    )


def cell_without_text(package: Package) -> Iterator[Fault]:
    """Each cell has a text body."""
    for part, table in _tables(package):
        for cell in table.iterfind(f"{A}tr/{A}tc"):
            if cell.find(f"{A}txBody") is None:
                yield Fault(part, place(cell), "没有 a:txBody", "has no a:txBody")


def _tables(package: Package) -> Iterator[tuple[str, etree._Element]]:
    return nodes(package, _PAGES, f"{A}tbl")


def _columns(table: etree._Element) -> int:
    grid = table.find(f"{A}tblGrid")
    return 0 if grid is None else sum(1 for _ in grid.iterchildren(f"{A}gridCol"))


def _span(cell: etree._Element, name: str) -> int:
    text = cell.get(name, "1")
    return int(text) if text.isdecimal() else 0


CHECK = PackageCheck("FILE044", tuple(map(Rule, (row_length, joined_too_far, cell_without_text))))
