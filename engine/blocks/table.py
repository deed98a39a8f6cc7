"""`table`: rows of a data table, or rows written out.

- table: {data: channels, columns: [{field: 渠道}, {field: GMV, unit: 元, format: wan}], order: GMV desc, total: {sum: [GMV]}}
- table: {header: [动作, 负责人], rows: [[扩大蓄水, 林晓], [提前备货, 陈立]]}
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from engine.base.diagnostics import Diagnostic, Location, Phrase, error
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.quantities import number_of
from engine.blocks.table_cells import ShownColumn, cell, header, shown_column, total
from engine.blocks.table_spec import ColumnSpec, TableSpec, TotalSpec
from engine.load.prose import Prose
from engine.metrics.marks import unmarked
from engine.metrics.problems import no_rows, unknown_column
from engine.metrics.query import Selection
from engine.model.blocks import Align, Block, Table, TableCell, TableColumn, TableRow
from engine.model.inlines import EMPTY

MISSING = frozenset({"", "—", "-", "/"})
MOST_ROWS = 400
"""About forty slides; nobody reads on, and thousands would take minutes to lay out."""


def build(spec: TableSpec, context: BlockContext) -> tuple[Block, ...]:
    columns, rows = _from_data(spec, context) if spec.data is not None else _written(spec, context)
    words = (context.text(spec.caption), context.text(spec.note), context.text(spec.source))
    return (Table(columns, rows, *words, where=context.where),)


def _from_data(spec: TableSpec, context: BlockContext) -> tuple[tuple[TableColumn, ...], tuple[TableRow, ...]]:
    table = context.metrics.queries.table(str(spec.data), spec.data_place)
    records = context.metrics.queries.records(_selection(spec))
    if not records:
        raise no_rows(table.name, spec.data_place)
    if len(records) > MOST_ROWS:
        hint = Phrase("用 where 筛选，或写 order 和 limit 只留前几行", "filter with `where`, or keep the first with `order` and `limit`")
        context.report(_too_many(len(records), spec.data_place, hint))
        records = records[:1]  # enough to find what else is wrong
    wanted = spec.columns or [ColumnSpec(field=Prose(name, spec.data_place)) for name in table.names]
    columns: list[ShownColumn] = []
    for one in wanted:
        column = table.column(str(one.field))
        if column is None:
            raise unknown_column(str(one.field), table.name, table.names, one.field.where)
        columns.append(shown_column(one, table, column, records, context.language))
    rows = [TableRow(tuple(cell(column, record, context) for column in columns)) for record in records]
    if spec.total is not None:
        rows.append(_total_row(spec.total, columns, records, context))
    return tuple(header(column, context) for column in columns), tuple(rows)


def _selection(spec: TableSpec) -> Selection:
    order, _, direction = str(spec.order).strip().rpartition(" ")
    falling = direction.casefold() == "desc"
    column = order.strip() if falling or direction.casefold() == "asc" else str(spec.order).strip()
    at = spec.order.where if spec.order else spec.data_place
    return Selection(str(spec.data), str(spec.where), column, falling, spec.limit, at)


def _total_row(spec: TotalSpec, columns: Sequence[ShownColumn], records: Sequence[int], context: BlockContext) -> TableRow:
    """Return the total; its label stands in the first column that is not added up. Raises FactError for a sum of no number column."""
    summed = {str(name) for name in spec.sum}
    for name in spec.sum:
        if not any(column.column.name == name and column.style is not None for column in columns):
            numeric = [column.column.name for column in columns if column.style is not None]
            raise unknown_column(str(name), columns[0].table.name, numeric, name.where)
    cells: list[TableCell] = []
    labelled = False
    for column in columns:
        if column.column.name in summed:
            cells.append(TableCell(total(column, records, column.spec.field.where, context), bold=True))
        elif labelled:
            cells.append(TableCell(EMPTY))
        else:
            labelled = True
            cells.append(TableCell(context.text(spec.label), bold=True))
    return TableRow(tuple(cells), total=True)


def _written(spec: TableSpec, context: BlockContext) -> tuple[tuple[TableColumn, ...], tuple[TableRow, ...]]:
    numeric = [_is_numeric(column, context) for column in zip(*spec.rows, strict=True)]
    wishes = spec.align or ["auto"] * len(spec.header)
    columns = tuple(
        TableColumn(context.text(name), align=_align(wish, number=number), numeric=number)
        for name, number, wish in zip(spec.header, numeric, wishes, strict=True)
    )
    shown = spec.rows
    if len(shown) > MOST_ROWS:
        hint = Phrase("把它们放进数据表，用 data 引用并筛选", "put them into a data table, show it with `data`, and filter it")
        context.report(_too_many(len(shown), context.where, hint))
        shown = shown[:1]
    rows = tuple(TableRow(tuple(map(partial(_cell, spec, context), row, numeric))) for row in shown)
    return columns, rows


def _too_many(rows: int, where: Location, hint: Phrase) -> Diagnostic:
    return error("YAML011", f"表格有 {rows:,} 行，上限 {MOST_ROWS}", f"the table has {rows:,} rows, the limit is {MOST_ROWS}", where, hint)


def _cell(spec: TableSpec, context: BlockContext, value: Prose | None, numeric: bool) -> TableCell:  # noqa: FBT001  mapped over
    """Return a written cell; where the table says what it was copied from, its figures are facts of that source."""
    words = EMPTY if value is None else context.text(value)
    if spec.source and value is not None and any(map(str.isdigit, words.plain)):
        words = context.entered(words, unmarked(spec.caption), unmarked(spec.source), numeric and value.strip() not in MISSING)
    return TableCell(words)


def _align(wish: str, *, number: bool) -> Align:
    if wish == "auto":
        return Align.RIGHT if number else Align.LEFT
    return Align(wish)


def _is_numeric(cells: Sequence[Prose | None], context: BlockContext) -> bool:
    """Tell whether a column holds numbers (and marks for no value) only."""
    filled = [cell for cell in cells if cell is not None and cell.strip() not in MISSING]
    return bool(filled) and all(number_of(cell, context) is not None for cell in filled)


DEFINITION = BlockDef("table", TableSpec, build)
