"""`kpis`: two to six metrics as tiles with value, verdict, progress and up to three small figures.

- kpis: [gmv, orders, {metric: retention, label: 新客次月留存率, stats: [target, attainment, yoy]}]
- kpis: {items: [gmv, orders], legend: true}
"""

from __future__ import annotations

from pydantic import Field

from engine.blocks.aspects import ASPECTS, AspectName, aspect_text, tone_of
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.plot import used_text
from engine.blocks.quantities import metric_view
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.insight import Insight
from engine.metrics.numbers import style_of
from engine.metrics.quantity import Look, Origin, Quantity
from engine.metrics.verdict import grade_legend
from engine.model.blocks import Block, Stat, Tile, Tiles
from engine.model.facts import FactSource, Verdict
from engine.model.inlines import EMPTY, Text, Tone, text

DEFAULT_STATS: tuple[AspectName, ...] = ("target", "attainment", "yoy", "mom")
MOST_STATS = 3


class KpiSpec(Spec):
    short_form = "metric"
    metric: Prose = Field(description=said("指标编号", "id of the metric"))
    label: Prose | None = Field(default=None, description=said("名称，默认用指标的", "name, by default the metric's"))
    stats: list[AspectName] | None = Field(
        default=None, max_length=MOST_STATS, description=said("小数字，最多三个", "up to three small figures")
    )


class KpisSpec(Spec):
    short_form = "items"
    items: list[KpiSpec] = Field(min_length=2, max_length=6, description=said("二到六个指标", "two to six metrics"))
    legend: bool = Field(default=False, description=said("印出评级说明", "explain the grades"))


def build(spec: KpisSpec, context: BlockContext) -> tuple[Block, ...]:
    views = [(item, metric_view(item.metric, context)) for item in spec.items]
    tiles = tuple(_tile(item, view, context) for item, view in views if view is not None)
    if not tiles:
        return ()
    return (Tiles(tiles, _legend(context) if spec.legend else (), context.where),)


def _tile(item: KpiSpec, view: Insight, context: BlockContext) -> Tile:
    at = item.metric.where
    tone = tone_of(view)
    judged = view.has_target and view.grade is not None
    return Tile(
        name=context.text(item.label) if item.label else text(view.label, where=at),
        value=used_text(view, at, context),
        status=used_text(view.status, at, context, tone=tone) if judged else EMPTY,
        tone=tone,
        attainment=view.attainment.value if view.has_target else None,
        stats=tuple(_stat(view, name, item, context) for name in _stat_names(item, view)),
    )


def _stat_names(item: KpiSpec, view: Insight) -> tuple[AspectName, ...]:
    """Return the asked figures, or the first of the usual ones that the metric has a value for."""
    if item.stats is not None:
        return tuple(item.stats)
    return tuple(name for name in DEFAULT_STATS if ASPECTS[name].has(view) and _has_value(ASPECTS[name].quantity(view)))[:MOST_STATS]


def _has_value(quantity: Quantity) -> bool:
    return quantity.value is not None or quantity.look.words is not None


def _stat(view: Insight, name: AspectName, item: KpiSpec, context: BlockContext) -> Stat:
    aspect = ASPECTS[name]
    aspect.quantity(view)  # a figure asked for by name that the metric does not define is a mistake, not a blank
    tone = tone_of(view) if aspect.judged else Tone.NORMAL
    return Stat(text(context.say(aspect.label), where=item.metric.where), aspect_text(view, name, item.metric.where, context), tone)


def _legend(context: BlockContext) -> tuple[tuple[Tone, Text], ...]:
    grades = grade_legend(context.metrics.judging.thresholds, context.language)
    return tuple((grade.tone, used_text(_bounds(grade, words, context), context.where, context)) for grade, words in grades)


def _bounds(grade: Verdict, words: str, context: BlockContext) -> Quantity:
    """Return the words that explain a grade as a fact, for they print the thresholds of the report."""
    origin = Origin(f"thresholds.{grade.value}", aspect="threshold", formula=words, source=FactSource(defined_at=context.where))
    return Quantity(None, origin, Look(style_of(""), words=words), context.metrics.desk)


DEFINITION = BlockDef("kpis", KpisSpec, build)
