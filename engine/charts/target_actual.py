"""Target against actual: one stacked bar per item, made of what lies within the target, the gap (outlined), the target line and the excess.

A stack is what every office program draws alike; bars on a second axis and dash markers are not. The workbook keeps the true target and actual
beside the drawn parts. More than eight items become horizontal bars.
"""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Phrase
from engine.base.records import dataclass
from engine.charts.bars import BAR_LABEL_GAP, side_names
from engine.charts.cartesian import (
    CATEGORY_LABEL,
    VALUE_LABEL,
    Margins,
    Values,
    category_axis,
    names_height,
    number_format,
    plot_area,
    printed,
    room_for_label,
    scaled,
    tick_width,
    unit_of,
    value_axis,
)
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.labels import place_names
from engine.charts.measure import text_width
from engine.charts.rules import drawable, not_negative, one_unit, series_count
from engine.charts.scale import Scale, tidy, value_scale
from engine.model.charts import ChartData, Series
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

MOST_COLUMNS = 8
GAP = 105
HORIZONTAL_GAP = 80
TARGET_THICKNESS = 2.5
"""Thickness of the target line in points (2δ of the recipe)."""

GAP_OUTLINE = 0.75


@dataclass(frozen=True, slots=True)
class Parts:
    """The drawn parts of one item; None where there is nothing to draw. `end` is where the stack ends."""

    within: float | None
    gap: float | None
    target: float | None
    excess: float | None
    end: float | None


def split(target: float | None, actual: float | None, half: float) -> Parts:
    """Return the parts of one bar; `half` is half the thickness of the target line. Parts are never negative.

    Without an actual value only the target line is seen: what lies within it is then drawn without a fill.
    """
    if actual is None:
        return (
            Parts(None, None, None, None, None) if target is None else Parts(max(target - half, 0.0), None, 2 * half, None, target + half)
        )
    if target is None:
        return Parts(actual, None, None, None, actual)
    if actual >= target:
        return _tidied(max(target - half, 0.0), None, 2 * half, max(actual - target - half, 0.0), max(actual, target + half))
    return _tidied(actual, max(target - actual - half, 0.0), 2 * half, None, target + half)


def _tidied(*parts: float | None) -> Parts:
    return Parts(*(None if part is None else tidy(part) for part in parts))


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (
        *drawable(data),
        *series_count(data, 2, 2, roles=Phrase("两个系列（目标、实际）", "two series (target, actual)")),
        *one_unit(data, *data.series),
        *not_negative(data, *data.series),
    )


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    return _columns(data, look) if len(data.categories) <= MOST_COLUMNS else _bars(data, look)


def _columns(data: ChartData, look: ChartLook) -> ChartFigure:
    target, actual = (scaled(series) for series in data.series)
    code = number_format(data.series[1])
    slot_estimate = look.size.width.points * 0.92 / len(data.categories)
    names = place_names(data.categories, slot_estimate, CATEGORY_LABEL)
    bottom = names_height(look, names)
    scale = value_scale((*target, *actual), room=room_for_label(look.size.height.points - bottom, VALUE_LABEL))
    parts = _split_all(target, actual, scale, look.size.height.points - bottom)
    return ChartFigure(
        name="target-actual",
        categories=names.names,
        groups=(
            SeriesGroup(GroupKind.COLUMN, _stack(data, look, parts), Grouping.STACKED, gap=GAP, overlap=100),
            SeriesGroup(GroupKind.LINE, (_label_line(data, look, actual, parts),)),
        ),
        plot=plot_area(look, Margins(left=tick_width(scale, code), bottom=bottom)),
        value_axis=value_axis(look, scale, code, shown=True),
        category_axis=category_axis(look, names),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=_legend(look, parts),
        reference=_reference(data, target, actual),
    )


def _bars(data: ChartData, look: ChartLook) -> ChartFigure:
    target, actual = (scaled(series) for series in data.series)
    code = number_format(data.series[1])
    pitch = look.size.height.points / len(data.categories)
    names, left = side_names(look, data.categories, CATEGORY_LABEL, pitch)
    plot_width = look.size.width.points - (look.gutter.points if look.gutter else left)
    widest = max((text_width(text, CATEGORY_LABEL, bold=True) for text in printed(actual, code) if text), default=0.0)
    scale = value_scale((*target, *actual), room=min(0.5, (widest + BAR_LABEL_GAP) / plot_width))
    parts = _split_all(target, actual, scale, plot_width)
    label = (widest + BAR_LABEL_GAP) / plot_width * scale.maximum
    return ChartFigure(
        name="target-actual",
        categories=names.names,
        groups=(
            SeriesGroup(
                GroupKind.BAR,
                (*_stack(data, look, parts), _label_bar(data, look, actual, parts, label)),
                Grouping.STACKED,
                gap=HORIZONTAL_GAP,
                overlap=100,
            ),
        ),
        plot=plot_area(look, Margins(left=left)),
        value_axis=value_axis(look, scale, code, shown=False),
        category_axis=category_axis(look, names, reverse=True),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=_legend(look, parts),
        reference=_reference(data, target, actual),
    )


def _split_all(target: Values, actual: Values, scale: Scale, length: float) -> tuple[Parts, ...]:
    """Return the parts of all bars; `length` is that of the value axis in points."""
    # A round thickness keeps the parts in the workbook readable.
    half = float(f"{scale.maximum * TARGET_THICKNESS / length / 2:.1g}")
    return tuple(split(goal, value, half) for goal, value in zip(target, actual, strict=True))


def _stack(data: ChartData, look: ChartLook, parts: tuple[Parts, ...]) -> tuple[FigureSeries, ...]:
    unknown = tuple(PointFill(index, None) for index, value in enumerate(data.series[1].values) if value is None)
    code = number_format(data.series[1])
    outline = Pen(look.color("missed", "accent"), GAP_OUTLINE)
    return (
        FigureSeries(
            look.word("实际（目标以内）", "Actual (within target)"),
            tuple(p.within for p in parts),
            look.color("muted", "p400"),
            format=code,
            points=unknown,
        ),
        FigureSeries(look.word("缺口", "Gap"), tuple(p.gap for p in parts), look.ground, outline, format=code),
        FigureSeries(look.word("目标线", "Target line"), tuple(p.target for p in parts), look.ink, format=code),
        FigureSeries(look.word("超额", "Excess"), tuple(p.excess for p in parts), look.message, format=code),
    )


def _label_line(data: ChartData, look: ChartLook, actual: Values, parts: tuple[Parts, ...]) -> FigureSeries:
    """Return the invisible line that carries the labels: the top of each stack, with the actual value in words."""
    code = number_format(data.series[1])
    return FigureSeries(
        look.word("标签位置", "Label position"), tuple(p.end for p in parts), format=code, labels=_labels(data, look, actual, VALUE_LABEL)
    )


def _label_bar(data: ChartData, look: ChartLook, actual: Values, parts: tuple[Parts, ...], width: float) -> FigureSeries:
    """Return the invisible end of each stack that carries its label: lines do not mix with horizontal bars."""
    spaces = tuple(None if p.end is None else width for p in parts)
    labels = _labels(data, look, actual, CATEGORY_LABEL, LabelPosition.CENTER)
    return FigureSeries(look.word("标签位置", "Label position"), spaces, format=number_format(data.series[1]), labels=labels)


def _labels(
    data: ChartData, look: ChartLook, actual: Values, size: float, position: LabelPosition = LabelPosition.ABOVE
) -> tuple[PointLabel, ...]:
    texts = printed(actual, number_format(data.series[1]))
    return tuple(
        PointLabel(index, look.message if index in data.highlight else look.ink, size, position=position, text=text)
        for index, text in enumerate(texts)
        if text is not None
    )


def _reference(data: ChartData, target: Values, actual: Values) -> tuple[FigureSeries, ...]:
    def column(series: Series, values: Values) -> FigureSeries:
        return FigureSeries(series.name, values, format=number_format(series))

    return (column(data.series[0], target), column(data.series[1], actual))


def _legend(look: ChartLook, parts: tuple[Parts, ...]) -> tuple[LegendEntry, ...]:
    entries = [LegendEntry(look.word("实际（目标以内）", "Actual (within target)"), Swatch.FILL, look.color("muted", "p400"))]
    if any(part.excess for part in parts):
        entries.append(LegendEntry(look.word("超额", "Excess"), Swatch.FILL, look.message))
    if any(part.gap for part in parts):
        entries.append(LegendEntry(look.word("缺口", "Gap"), Swatch.HOLLOW, look.color("missed", "accent")))
    return (*entries, LegendEntry(look.word("目标", "Target"), Swatch.LINE, look.ink))


DEFINITION = ChartDef("target-actual", validate, figure)
