"""The body of a table: without blank, total and remark rows, with merged cells given to each row they cover."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from engine.base.diagnostics import Findings, Outcome
from engine.base.records import dataclass
from engine.sources import cell_problems, limits, problems
from engine.sources.cells import folded, read_number
from engine.sources.grid import Grid, Merge, Percent, RawCell, is_blank
from engine.sources.header import Header
from engine.sources.long_cells import LongCells
from engine.sources.spec import TableSpec

_TOTAL_WORDS = frozenset({"合计", "总计", "小计", "累计", "汇总", "总和", "total", "grandtotal", "subtotal", "sum"})
_TOTAL_ENDINGS = ("合计", "总计", "小计")
_LONGEST_TOTAL = 10
_LABEL_COLUMNS = 3
_REMARK_STARTS = ("注", "备注", "说明", "数据来源", "来源", "资料来源", "制表", "填表", "*", "※", "note", "source", "remark")


@dataclass(frozen=True, slots=True)
class Body:
    """The kept cells: `names`, `grid_columns` and `columns` in sheet order, `rows` the grid rows they stand in."""

    names: tuple[str, ...]
    grid_columns: tuple[int, ...]
    columns: tuple[Sequence[RawCell], ...]
    rows: Sequence[int]


def take_body(grid: Grid, header: Header, names: Sequence[str], spec: TableSpec) -> Outcome[Body]:
    """Return the rows that are data; what was left out or looks doubtful is said in diagnostics.

    `names` has one entry per grid column, empty for columns to leave out.
    """
    used = tuple(index for index, name in enumerate(names) if name)
    tidying = _Tidying(grid, header.body, tuple(names[index] for index in used), used, spec)
    return tidying.found.outcome(tidying.body())


@dataclass(slots=True)
class _Tidying:
    """One table on its way from grid to body. `start` is the first body row; `columns` are grid columns, copied when merges change them."""

    grid: Grid
    start: int
    names: tuple[str, ...]
    used: tuple[int, ...]
    spec: TableSpec
    found: Findings = field(default_factory=Findings)
    long: dict[int, LongCells] = field(default_factory=dict)

    def body(self) -> Body | None:
        self._judge_fill_down()
        dropped = self._blank_rows()
        dropped |= self._tail(dropped)
        dropped |= self._inner_totals(dropped)
        columns = self._with_merges_filled()
        rows: Sequence[int] = range(self.start, len(self.grid.rows))
        if dropped:
            rows = [row for row in rows if row not in dropped]
        if not rows:
            self.found.add(problems.no_rows(self.grid.origin))
            return None
        self._count_hidden(rows)
        if dropped and rows[-1] - rows[0] + 1 == len(rows):
            rows = range(rows[0], rows[-1] + 1)
        kept = [self._kept(column, rows) for column in columns]
        filled = [_filled_down(cells) if name in self.spec.fill_down else cells for name, cells in zip(self.names, kept, strict=True)]
        return Body(self.names, self.used, tuple(filled), rows)

    def _kept(self, column: Sequence[RawCell], rows: Sequence[int]) -> Sequence[RawCell]:
        if isinstance(column, LongCells):
            body = self._below_header(column)
            if len(rows) == len(body):
                return body
            picked = [row - self.start for row in rows] if not isinstance(rows, range) else None
            return body.picked(picked) if picked is not None else body[rows[0] - self.start : rows[-1] + 1 - self.start]
        return column[rows.start : rows.stop] if isinstance(rows, range) else [column[row] for row in rows]

    def _below_header(self, cells: LongCells) -> LongCells:
        """Return the body of a long column, one for all who ask, since it remembers what it found out."""
        if id(cells) not in self.long:
            self.long[id(cells)] = cells[self.start :]
        return self.long[id(cells)]

    def _judge_fill_down(self) -> None:
        unknown = [name for name in self.spec.fill_down if name not in self.names]
        self.found.extend(cell_problems.column_unknown("fill_down", name, self.names, self.grid.origin) for name in unknown)

    def _count_hidden(self, rows: Sequence[int]) -> None:
        hidden = sum(1 for row in rows if self.grid.rows[row] in self.grid.hidden_rows) if self.grid.hidden_rows else 0
        if hidden:
            self.found.add(problems.hidden_rows(hidden, self.grid.origin))

    def _cells(self, row: int) -> list[RawCell]:
        return [self.grid.columns[column][row] for column in self.used]

    def _rows_where(self, column: int, wanted: Callable[[RawCell], bool]) -> list[int]:
        """Return the body rows whose cell is wanted; asks once per distinct cell, so that a million rows stay quick."""
        cells = self.grid.columns[column]
        if isinstance(cells, LongCells):
            return [self.start + row for row in self._below_header(cells).rows_where(wanted)]
        distinct = {cell for cell in set(cells) if wanted(cell)}
        return [row for row in range(self.start, len(cells)) if cells[row] in distinct] if distinct else []

    def _blank_rows(self) -> set[int]:
        if not self.used:
            return set(range(self.start, len(self.grid.rows)))
        return {row for row in self._rows_where(self.used[0], is_blank) if all(is_blank(cell) for cell in self._cells(row))}

    def _tail(self, blank: set[int]) -> set[int]:
        """Return the total and remark rows at the bottom, unless nothing else would be left."""
        totals: list[int] = []
        remarks: list[int] = []
        row = len(self.grid.rows)
        while (row := row - 1) >= self.start:
            cells = self._cells(row)
            if row in blank:
                continue
            if _is_remark(cells):
                remarks.append(row)
            elif self.spec.drop_total and any(_is_total(cell) for cell in cells[:_LABEL_COLUMNS]):
                totals.append(row)
            else:
                break
        else:
            return set()
        if totals:
            self.found.add(cell_problems.total_dropped(self._row_list(totals), self.grid.row_location(totals[-1])))
        if remarks:
            self.found.add(cell_problems.footnote_dropped(self._row_list(remarks), self.grid.row_location(remarks[-1])))
        return {*totals, *remarks}

    def _inner_totals(self, gone: set[int]) -> set[int]:
        """Return the total rows between the others when they shall be dropped; when nothing was said about them, warn."""
        if self.spec.drop_total is False:
            return set()
        rows = {row for column in self.used[:_LABEL_COLUMNS] for row in self._rows_where(column, _is_total)}
        inner = sorted(rows - gone)
        if not inner or len(inner) + len(gone) >= len(self.grid.rows) - self.start:
            return set()
        if self.spec.drop_total == "auto":
            self.found.add(cell_problems.total_inside(len(inner), self.grid.row_location(inner[0])))
            return set()
        self.found.add(cell_problems.total_dropped(self._row_list(inner), self.grid.row_location(inner[0])))
        return set(inner)

    def _row_list(self, rows: Sequence[int]) -> str:
        """Return sheet row numbers in order, shortened after five."""
        numbers = sorted(self.grid.rows[row] for row in rows)
        listed = ", ".join(str(number) for number in numbers[:5])
        return listed if len(numbers) <= 5 else f"{listed} … ({len(numbers)})"

    def _with_merges_filled(self) -> list[Sequence[RawCell]]:
        """Return the columns with the text or date of each merged cell in every cell it covers.

        A figure stays in its first cell: copied, it would be summed again.
        """
        columns: list[list[RawCell] | None] = [None] * len(self.used)
        budget = len(self.grid.rows) * len(self.used)  # areas that do not overlap cannot cover more
        figures: list[Merge] = []
        for merge in self.grid.merges:
            value = self.grid.columns[merge.left][merge.top]
            if merge.top < self.start or is_blank(value):
                continue
            if _is_figure(value):
                figures.append(merge)
                continue
            height = merge.bottom - merge.top + 1
            for position, index in enumerate(self.used):
                if merge.left <= index <= merge.right and (budget := budget - height) >= 0:
                    cells = columns[position] = columns[position] or list(self.grid.columns[index])
                    cells[merge.top : merge.bottom + 1] = [value] * height
        self._warn_of_figures(figures)
        return [changed or self.grid.columns[index] for changed, index in zip(columns, self.used, strict=True)]

    def _warn_of_figures(self, merges: Sequence[Merge]) -> None:
        names = dict(zip(self.used, self.names, strict=True))
        doubtful = [merge for merge in merges if merge.bottom > merge.top and names.get(merge.left) not in {None, *self.spec.fill_down}]
        for merge in doubtful[: limits.MAX_LISTED]:
            area = f"{self.grid.address(merge.left, merge.top)}:{self.grid.address(merge.right, merge.bottom)}"
            where = self.grid.place(area, self.grid.rows[merge.top], merge.left + 1)
            self.found.add(cell_problems.merged_figure(names[merge.left], where))


def _is_total(cell: RawCell) -> bool:
    if not isinstance(cell, str) or len(cell) > 3 * _LONGEST_TOTAL:
        return False
    label = folded(cell).replace(" ", "").strip(":").casefold()
    return label in _TOTAL_WORDS or (len(label) <= _LONGEST_TOTAL and label.endswith(_TOTAL_ENDINGS))


def _is_remark(cells: Sequence[RawCell]) -> bool:
    """Tell whether a row is one remark: a single filled cell that begins as remarks do."""
    filled = [cell for cell in cells if not is_blank(cell)]
    return len(filled) == 1 and len(cells) > 1 and isinstance(filled[0], str) and filled[0].strip().casefold().startswith(_REMARK_STARTS)


def _is_figure(cell: RawCell) -> bool:
    return isinstance(cell, (float, int, Percent)) or (isinstance(cell, str) and read_number(cell) is not None)


def _filled_down(cells: Sequence[RawCell]) -> list[RawCell]:
    filled: list[RawCell] = []
    last: RawCell = None
    for cell in cells:
        last = last if is_blank(cell) else cell
        filled.append(last)
    return filled
