"""A bridge from one total to another: stacked columns on an invisible base, connected by hairlines, labelled with signed changes.

`data.total` are the bars that stand on the axis (default: first and last); the other values are changes. Below zero a stack grows downwards,
so a bar that crosses zero is two pieces.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.base.records import dataclass
from engine.charts.cartesian import (
    CATEGORY_LABEL,
    VALUE_LABEL,
    Margins,
    axis_remark,
    category_axis,
    names_height,
    number_format,
    office_format,
    plot_area,
    room_for_label,
    scaled,
    unit_of,
    value_axis,
)
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.labels import place_names
from engine.charts.number_format import format_number, signed
from engine.charts.rules import drawable, named, series_count
from engine.charts.scale import tidy, value_scale
from engine.model.charts import ChartData, Emphasis
from engine.model.figure import (
    ChartFigure,
    FigureSeries,
    Grouping,
    GroupKind,
    LabelPosition,
    LegendEntry,
    Pen,
    PointFill,
    PointLabel,
    SeriesGroup,
    Swatch,
)
from engine.model.theme import Color, contrast

GAP = 60
CONNECTOR = 0.75
CHANGE_LABEL = 11.0
CONNECTOR_TURNS = 3
"""A connector takes two neighbouring points of a line series and the next one must stay a gap, so three series carry them all."""

READABLE = 4.5
"""WCAG AA contrast of small text."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bar from `start` to `end` (scaled); `total` stands on the axis and `start` is then the axis itself."""

    start: float
    end: float
    total: bool

    @property
    def low(self) -> float:
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        return max(self.start, self.end)

    @property
    def rises(self) -> bool:
        return self.end >= self.start


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    basics = (*drawable(data), *series_count(data, 1, 1, roles=Phrase("一个系列", "one series")))
    return basics or tuple(_impossible(data))


def _impossible(data: ChartData) -> Iterator[Diagnostic]:
    chart, values = named(data), data.series[0].values
    for category, value in zip(data.categories, values, strict=True):
        if value is None:
            yield error(
                "CHART003",
                f"{chart.zh}在“{category}”处没有数值，瀑布图不能断",
                f"{chart.en} has no value at {category!r}; a bridge cannot have a gap",
                data.where,
                Phrase("没有变化请写 0", "write 0 for no change"),
            )
    if data.axis_from is not None and not any(value is None for value in values):
        steps = steps_of(tuple(value or 0.0 for value in values), totals_of(data))
        lowest = min(step.end for step in steps)
        if lowest < data.axis_from:
            yield error(
                "CHART007",
                f"{chart.zh}的纵轴起点 {data.axis_from:g} 高于最低的一级 {lowest:g}",
                f"the axis of {chart.en} starts at {data.axis_from:g}, above its lowest level {lowest:g}",
                data.where,
                Phrase("把 axis_from 调低", "lower axis_from"),
            )


def totals_of(data: ChartData) -> frozenset[int]:
    """Return the indexes of the bars that stand on the axis; by default the first and the last."""
    return frozenset(data.total) or frozenset({0, len(data.categories) - 1})


def steps_of(values: tuple[float, ...], totals: frozenset[int]) -> tuple[Step, ...]:
    steps, level = [], 0.0
    for index, value in enumerate(values):
        step = Step(0.0, value, total=True) if index in totals else Step(level, level + value, total=False)
        steps.append(step)
        level = step.end
    return tuple(steps)


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    series = data.series[0]
    code = number_format(series)
    values = tuple(value or 0.0 for value in scaled(series))
    steps = steps_of(values, totals_of(data))
    start = None if data.axis_from is None else series.style.scaled(data.axis_from)
    names = place_names(data.categories, look.size.width.points / len(data.categories), CATEGORY_LABEL)
    bottom = names_height(look, names)
    scale = value_scale(
        (step.end for step in steps),
        room=room_for_label(look.size.height.points - bottom, VALUE_LABEL),
        start=start,
    )
    lines = (*_connectors(look, steps), _labels(data, look, steps, values))
    return ChartFigure(
        name="waterfall",
        categories=names.names,
        groups=(
            SeriesGroup(GroupKind.COLUMN, _columns(data, look, steps), Grouping.STACKED, gap=GAP, overlap=100),
            SeriesGroup(GroupKind.LINE, lines),
        ),
        plot=plot_area(look, Margins(bottom=bottom)),
        value_axis=value_axis(look, scale, code, shown=False),
        category_axis=category_axis(look, names),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=_legend(data, look, steps),
        remark=axis_remark(look, start, code),
        cut=tuple(sorted(totals_of(data))) if start else (),
        reference=(FigureSeries(series.name, values, format=signed(office_format(series))),),
    )


def _columns(data: ChartData, look: ChartLook, steps: tuple[Step, ...]) -> tuple[FigureSeries, ...]:
    """Return the invisible base, the totals, the rises and the falls; and, where a bar crosses zero, its lower piece."""
    code = number_format(data.series[0])
    colors = _change_colors(data, look)
    base = FigureSeries(look.word("底座", "Base"), tuple(None if step.total else _base(step) for step in steps), format=code)
    drawn = [base, _total_columns(data, look, steps)]
    for rises, color in zip((True, False), colors, strict=True):
        chosen = [step if not step.total and step.rises is rises else None for step in steps]
        name = _change_word(look, rises=rises)
        if not any(chosen):
            continue
        drawn.append(FigureSeries(name, tuple(None if step is None else _piece(step) for step in chosen), fill=color, format=code))
        if any(step and _crosses(step) for step in chosen):
            below = tuple(step.low if step and _crosses(step) else None for step in chosen)
            drawn.append(FigureSeries(f"{name}{look.word('（零以下）', ' (below zero)')}", below, fill=color, format=code))
    return tuple(drawn)


def _crosses(step: Step) -> bool:
    return step.low < 0 < step.high


def _base(step: Step) -> float:
    """Return where the visible piece begins, seen from zero."""
    return tidy(max(step.low, 0.0) if step.high > 0 else step.high)


def _piece(step: Step) -> float:
    """Return the length of the visible piece: above zero, or negative below it."""
    return tidy(step.high - max(step.low, 0.0) if step.high > 0 else step.low - step.high)


def _total_columns(data: ChartData, look: ChartLook, steps: tuple[Step, ...]) -> FigureSeries:
    last = max(index for index, step in enumerate(steps) if step.total)
    spoken = frozenset(data.highlight) or frozenset({last})
    return FigureSeries(
        look.word("合计", "Total"),
        tuple(step.end if step.total else None for step in steps),
        fill=look.color("ink2", "p400"),
        format=number_format(data.series[0]),
        points=tuple(PointFill(index, look.message) for index, step in enumerate(steps) if step.total and index in spoken),
    )


def _connectors(look: ChartLook, steps: tuple[Step, ...]) -> tuple[FigureSeries, ...]:
    """Return hairlines from each bar's end to the next bar, shared out so that no two of one series touch."""
    pen = Pen(look.color("line2", "ondeep3"), CONNECTOR)
    lines = []
    for turn in range(min(CONNECTOR_TURNS, len(steps) - 1)):
        levels: list[float | None] = [None] * len(steps)
        for index in range(turn, len(steps) - 1, CONNECTOR_TURNS):
            levels[index] = levels[index + 1] = tidy(steps[index].end)
        lines.append(FigureSeries(f"{look.word('连接线', 'Connector')} {turn + 1}", tuple(levels), pen=pen))
    return tuple(lines)


def _labels(data: ChartData, look: ChartLook, steps: tuple[Step, ...], values: tuple[float, ...]) -> FigureSeries:
    """Return the invisible line that carries the labels: above totals and rises, below falls."""
    code = number_format(data.series[0])
    change = signed(office_format(data.series[0]))
    last = max(index for index, step in enumerate(steps) if step.total)
    spoken = frozenset(data.highlight) or frozenset({last})
    up, down = _change_colors(data, look)
    labels, ends = [], []
    for index, (step, value) in enumerate(zip(steps, values, strict=True)):
        above = step.rises
        color = (look.message if index in spoken else look.ink) if step.total else _legible(look, up if step.rises else down)
        labels.append(
            PointLabel(
                index,
                color,
                VALUE_LABEL if step.total else CHANGE_LABEL,
                position=LabelPosition.ABOVE if above else LabelPosition.BELOW,
                text=format_number(value, code if step.total else change),
            )
        )
        ends.append(tidy(step.high if above else step.low))
    return FigureSeries(look.word("标签位置", "Label position"), tuple(ends), format=code, labels=tuple(labels))


def _legible(look: ChartLook, fill: Color) -> Color:
    """Return the bar's own colour for its label where it is dark enough to read, else ink."""
    return fill if contrast(fill, look.ground) >= READABLE else look.ink


def _change_colors(data: ChartData, look: ChartLook) -> tuple[Color, Color]:
    """Return the colours of rises and falls: a rise is the one to explain, unless the series is highlighted as one that should rise."""
    warm, cool = look.color("improve", "accent"), look.color("p400", "p400")
    return (cool, warm) if data.series[0].emphasis is Emphasis.HIGHLIGHT else (warm, cool)


def _change_word(look: ChartLook, *, rises: bool) -> str:
    return look.word("增加", "Increase") if rises else look.word("减少", "Decrease")


def _legend(data: ChartData, look: ChartLook, steps: tuple[Step, ...]) -> tuple[LegendEntry, ...]:
    changes = [step for step in steps if not step.total]
    return tuple(
        LegendEntry(_change_word(look, rises=rises), Swatch.FILL, color)
        for rises, color in zip((True, False), _change_colors(data, look), strict=True)
        if any(step.rises is rises for step in changes)
    )


DEFINITION = ChartDef("waterfall", validate, figure)
