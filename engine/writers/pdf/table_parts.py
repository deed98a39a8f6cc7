"""A table taken apart: fills and rules become shapes, cells become set text, so that no table layout is left to do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from engine.base.records import dataclass
from engine.base.units import ZERO, Point, Rect
from engine.model.deck import CellBox, Line, Shape, Stroke, TableBox
from engine.writers.pdf.setting import SetParagraph, set_cell


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its text in place; `header` says that it names its column."""

    paragraphs: tuple[SetParagraph, ...]
    header: bool


def table_shapes(table: TableBox) -> tuple[Shape | Line, ...]:
    """Return the fills, then the rules of all cells; what neighbours share in a row is one shape."""
    fills: list[Shape] = []
    rules: list[Line] = []
    for _, _, cell, frame in _cells(table):
        if cell.fill is not None:
            last = fills[-1] if fills else None
            if last is not None and last.fill == cell.fill and (last.frame.right, last.frame.y) == (frame.x, frame.y):
                fills[-1] = Shape(table.name, _joined(last.frame, frame), fill=cell.fill)
            else:
                fills.append(Shape(table.name, frame, fill=cell.fill))
        if cell.top is not None:
            _add_rule(rules, table.name, Point(frame.x, frame.y), Point(frame.right, frame.y), cell.top)
        if cell.bottom is not None:
            _add_rule(rules, table.name, Point(frame.x, frame.bottom), Point(frame.right, frame.bottom), cell.bottom)
    return (*fills, *dict.fromkeys(rules))


def table_text(table: TableBox) -> tuple[tuple[SetCell, ...], ...]:
    """Return one cell per column in every row; those that a wide cell covers are empty, so that rows stay equally long."""
    rows: list[list[SetCell]] = [[SetCell((), row < table.header_rows) for _ in table.widths] for row in range(len(table.rows))]
    for row, column, cell, frame in _cells(table):
        inner = frame.inset(table.margin, ZERO, table.margin + cell.trailing)
        rows[row][column] = SetCell(set_cell(cell.paragraphs, inner, cell.anchor), row < table.header_rows)
    return tuple(tuple(row) for row in rows)


def _cells(table: TableBox) -> Iterator[tuple[int, int, CellBox, Rect]]:
    """Yield row, column, cell and the rectangle it covers."""
    lefts = (*accumulate(table.widths, initial=table.frame.x),)
    top = table.frame.y
    for row_index, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell is not None:
                right = lefts[min(column + cell.span, len(table.widths))]
                yield row_index, column, cell, Rect(lefts[column], top, right - lefts[column], row.height)
        top = top + row.height


def _joined(left: Rect, right: Rect) -> Rect:
    return Rect(left.x, left.y, right.right - left.x, left.height)


def _add_rule(rules: list[Line], name: str, start: Point, end: Point, stroke: Stroke) -> None:
    """Add a rule, or lengthen the one it continues (a dash pattern must not start anew in each cell)."""
    for index in range(len(rules) - 1, max(len(rules) - 3, -1), -1):
        if rules[index].end == start and rules[index].stroke == stroke:
            rules[index] = Line(name, rules[index].start, end, stroke)
            return
    rules.append(Line(name, start, end, stroke))
