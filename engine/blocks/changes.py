"""`changes`: what the metrics were in an earlier edition of a report, what they are now, and how far they moved.

data: {before: {file: data/facts-2025q2.json}}        # the facts.json that `debrief build` wrote then
…
- changes: {since: before, metrics: [gmv, roi]}       # without metrics: all that both editions print
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from engine.base.diagnostics import Phrase, error
from engine.base.records import dataclass
from engine.blocks.aspects import tone_of
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import cell
from engine.blocks.plot import toned
from engine.blocks.quantities import metric_view, quantity_text
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.problems import unknown_column
from engine.metrics.provenance import Entered, cell_ranges
from engine.metrics.query import Value
from engine.metrics.view import MetricView
from engine.model.blocks import Align, Block, Table, TableCell, TableColumn, TableRow
from engine.model.facts import FactSource
from engine.model.inlines import text
from engine.model.tables import Column, DataTable

METRIC, BEFORE, NOW = Phrase("指标", "Metric"), Phrase("上次", "Before"), Phrase("本次", "Now")
MOVED, STATUS = Phrase("变化", "Movement"), Phrase("状态", "Status")
ID, RAW = "id", "raw"
"""Columns of a facts.json as a table."""


class ChangesSpec(Spec):
    since: Prose = Field(description=said("数据表：上一版的 facts.json", "table of the facts.json of the edition before"))
    metrics: list[Prose] = Field(default=[], max_length=40, description=said("指标编号；不写则取两版都有的", "ids; none: all in both"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注", "note"))


@dataclass(frozen=True, slots=True)
class _Edition:
    """The facts of an edition before: where each id stands in its table."""

    table: DataTable
    values: Column
    rows: dict[str, int]

    def actual(self, metric: str) -> Value | None:
        """Return what a metric was, None when that edition did not print it."""
        index = self.rows.get(f"{metric}.actual")
        if index is None:
            return None
        raw = self.values.values[index]
        source = FactSource(cell_ranges(self.table, [self.values], Entered.of([self.table.rows[index]])))
        return Value(raw if isinstance(raw, float) else None, source)


def build(spec: ChangesSpec, context: BlockContext) -> tuple[Block, ...]:
    edition = _edition(spec, context)
    rows = tuple(_row(name, view, before, context) for name, view, before in _compared(spec, edition, context))
    if not rows:
        return ()
    judged = any(row.cells[-1] for row in rows)
    columns = [
        TableColumn(text(context.say(METRIC), where=context.where)),
        *(TableColumn(text(context.say(label), where=context.where), align=Align.RIGHT, numeric=True) for label in (BEFORE, NOW, MOVED)),
        *([TableColumn(text(context.say(STATUS), where=context.where), align=Align.CENTER)] if judged else []),
    ]
    shown = rows if judged else tuple(TableRow(row.cells[:-1]) for row in rows)
    return (Table(tuple(columns), shown, context.text(spec.caption), context.text(spec.note), where=context.where),)


def _edition(spec: ChangesSpec, context: BlockContext) -> _Edition:
    """Return the edition before. Raises FactError when there is no such table, or it is no facts.json."""
    table = context.metrics.queries.table(str(spec.since), spec.since.where)
    ids, values = table.column(ID), table.column(RAW)
    if ids is None or values is None:
        raise unknown_column(ID if ids is None else RAW, table.name, table.names, spec.since.where)
    rows: dict[str, int] = {}
    for index, identity in enumerate(ids.values):
        rows.setdefault(str(identity).partition("|")[0], index)  # one value printed in two ways stands there twice
    return _Edition(table, values, rows)


def _compared(spec: ChangesSpec, edition: _Edition, context: BlockContext) -> Iterator[tuple[Prose, MetricView, Value]]:
    """Yield the metrics to show with their value before; one that the author named and that edition lacks is a finding."""
    for name in spec.metrics or [spec.since.rendered(identity) for identity in context.metrics.ids]:
        view = metric_view(name, context)
        before = edition.actual(str(name)) if view is not None else None
        if view is not None and before is not None:
            yield name, view, before
        elif view is not None and spec.metrics:
            hint = Phrase("它在上一版里没有印出来；从 metrics 里去掉", "that edition did not print it; take it out of metrics")
            zh, en = f"“{edition.table.file}”里没有指标“{name}”", f"{edition.table.file} has no metric {str(name)!r}"
            context.report(error("DIFF001", zh, en, name.where, hint))


def _row(name: Prose, view: MetricView, value: Value, context: BlockContext) -> TableRow:
    before = view.earlier(value, "before", f"{view.id} in {value.source.ranges[0].file}")
    moved = view.moved_from(before, "moved")
    tone = tone_of(view)
    status = toned(quantity_text(view.status, name, context), tone) if view.has_target else text("")
    return TableRow(
        (
            TableCell(text(view.label, where=name.where)),
            cell(quantity_text(before, name, context)),
            cell(quantity_text(view, name, context), bold=True),
            cell(quantity_text(moved, name, context), bold=True),
            TableCell(status, tone=tone),
        )
    )


DEFINITION = BlockDef("changes", ChangesSpec, build, said("与上一版的变化", "movement since the edition before"))
