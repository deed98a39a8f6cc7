"""`scorecard`: metrics as the rows of a table: target, actual, attainment, deviation, verdict.

- scorecard: [gmv, orders, cac]
- scorecard: {metrics: [gmv, orders], columns: [target, actual, attainment, yoy, verdict], owner: true}
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.aspects import ASPECTS, AspectName, aspect_text, tone_of
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.plot import toned
from engine.blocks.quantities import metric_view
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.insight import Insight
from engine.model.blocks import Align, Block, Table, TableCell, TableColumn, TableRow
from engine.model.inlines import Tone, text

METRIC, OWNER = Phrase("指标", "Metric"), Phrase("负责人", "Owner")
LIST_COMMA = Phrase("、", ", ")
DEFAULT_COLUMNS: tuple[AspectName, ...] = ("target", "actual", "attainment", "deviation", "verdict")
CONCERNS = frozenset({Tone.IMPROVE, Tone.MISSED})


class ScorecardSpec(Spec):
    short_form = "metrics"
    metrics: list[Prose] = Field(min_length=1, max_length=40, description=said("指标编号", "ids of the metrics"))
    columns: list[AspectName] = Field(default=list(DEFAULT_COLUMNS), min_length=1, description=said("列", "columns"))
    owner: bool = Field(default=False, description=said("加上负责人一列", "add the owner"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注", "note"))


def build(spec: ScorecardSpec, context: BlockContext) -> tuple[Block, ...]:
    views = [(name, view) for name in spec.metrics if (view := metric_view(name, context)) is not None]
    if not views:
        return ()
    unit = _shared_unit([view for _, view in views])
    columns = [TableColumn(text(context.say(METRIC)), weight=None), *(_column(name, unit, context) for name in spec.columns)]
    if spec.owner:
        columns.append(TableColumn(text(context.say(OWNER))))
    rows = tuple(TableRow(_cells(spec, name, view, unit, context)) for name, view in views)
    source = text(context.say(LIST_COMMA).join(dict.fromkeys(view.source for _, view in views if view.source)), where=context.where)
    return (Table(tuple(columns), rows, context.text(spec.caption), context.text(spec.note), source, where=context.where),)


def _shared_unit(views: Sequence[Insight]) -> str | None:
    """Return the printed unit that all rows share, so that the header can say it once; None when they differ."""
    styles = {(view.style.unit, view.style.divisor) for view in views}
    return views[0].style.unit if len(styles) == 1 and views[0].style.unit != "%" else None


def _column(name: AspectName, unit: str | None, context: BlockContext) -> TableColumn:
    aspect = ASPECTS[name]
    header = text(context.say(aspect.label), where=context.where)
    if name == "verdict":
        return TableColumn(header, align=Align.CENTER)
    return TableColumn(header, unit=(unit or "") if aspect.scaled else "", align=Align.RIGHT, numeric=True)


def _cells(spec: ScorecardSpec, name: Prose, view: Insight, unit: str | None, context: BlockContext) -> tuple[TableCell, ...]:
    cells = [TableCell(text(view.label, where=name.where))]
    tone = tone_of(view)
    for column in spec.columns:
        content = aspect_text(view, column, name.where, context, unit_in_header=bool(unit))
        shown = tone if column == "verdict" or (ASPECTS[column].judged and tone in CONCERNS) else Tone.NORMAL
        cells.append(TableCell(toned(content, shown), tone=shown, bold=column in ("actual", "verdict")))
    if spec.owner:
        cells.append(TableCell(text(view.owner, where=name.where)))
    return tuple(cells)


DEFINITION = BlockDef("scorecard", ScorecardSpec, build)
