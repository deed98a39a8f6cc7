"""What makes a chart empty or impossible; every message names the chart, the metric or series, and the place.

CHART001 unknown kind · 002 no categories or no series · 003 nothing to draw · 004 values and categories differ in number · 005 not a finite
number · 006 too many categories · 007 negative part of a whole · 008 parts add up to zero · 009 two units on one axis · 010 wrong number of
series · 011 index outside the categories · 012 names do not fit. Warnings: CHART102 too many parts · 103 a funnel that widens.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.model.charts import ChartData, Series

MOST_CATEGORIES = 60
LARGEST = 1e15
"""Beyond this a double no longer holds every whole number, and Office prints powers of ten."""


def named(data: ChartData) -> Phrase:
    """Return how messages call the chart: its title, or its kind, and the metrics in it."""
    title = data.title.plain or data.kind
    metrics = "、".join(data.metrics)
    return Phrase(
        f"图表“{title}”（{metrics}）" if metrics else f"图表“{title}”",
        f"chart {title!r} ({', '.join(data.metrics)})" if metrics else f"chart {title!r}",
    )


def drawable(data: ChartData) -> tuple[Diagnostic, ...]:
    """Return the errors that no kind can draw around."""
    return tuple(_drawable(data))


def _drawable(data: ChartData) -> Iterator[Diagnostic]:
    chart = named(data)
    if not data.categories or not data.series:
        missing = Phrase("类目", "categories") if not data.categories else Phrase("数据系列", "series")
        yield error("CHART002", f"{chart.zh}没有{missing.zh}", f"{chart.en} has no {missing.en}", data.where, _CHECK_FILTER)
        return
    if len(data.categories) > MOST_CATEGORIES:
        yield error(
            "CHART006",
            f"{chart.zh}有 {len(data.categories)} 个类目，最多 {MOST_CATEGORIES} 个才能看清",
            f"{chart.en} has {len(data.categories)} categories, at most {MOST_CATEGORIES} can be read",
            data.where,
            Phrase("只取前几名（其余并为“其他”），或按周、按月汇总", "keep the top ones (the rest as “other”), or total by week or month"),
        )
    for series in data.series:
        yield from _series(data, series)
    if all(value is None for series in data.series for value in series.values):
        names = "、".join(series.name for series in data.series)
        yield error(
            "CHART003", f"{chart.zh}没有任何数值（{names}）", f"{chart.en} has no value at all ({names})", data.where, _CHECK_FILTER
        )
    yield from _marks(data)


def _marks(data: ChartData) -> Iterator[Diagnostic]:
    """Yield errors for marks outside the categories and for levels that are no numbers."""
    chart = named(data)
    ends = [end for band in data.bands for end in (band.first, band.last)]
    for index in (*data.highlight, *data.total, *(note.index for note in data.notes), *ends):
        if not 0 <= index < len(data.categories):
            yield error(
                "CHART011",
                f"{chart.zh}的标记指向第 {index + 1} 个类目，但只有 {len(data.categories)} 个",
                f"{chart.en} marks category {index + 1} of {len(data.categories)}",
                data.where,
            )
    levels = {"目标": data.target, "纵轴起点": data.axis_from} | {f"“{band.label}”的目标": band.target for band in data.bands}
    for name, level in levels.items():
        if level is not None and not _can_be_drawn(level, data.series[0]):
            yield error(
                "CHART005", f"{chart.zh}的{name}无法绘制：{level}", f"{chart.en} has a level that cannot be drawn: {level}", data.where
            )


def _can_be_drawn(value: float, series: Series) -> bool:
    return math.isfinite(value) and abs(series.style.scaled(value)) <= LARGEST


_CHECK_FILTER = Phrase("检查指标的数据表与筛选条件", "check the metric's table and filter")


def _series(data: ChartData, series: Series) -> Iterator[Diagnostic]:
    chart = named(data)
    if len(series.values) != len(data.categories):
        yield error(
            "CHART004",
            f"{chart.zh}的系列“{series.name}”有 {len(series.values)} 个数值，类目却有 {len(data.categories)} 个",
            f"series {series.name!r} of {chart.en} has {len(series.values)} values for {len(data.categories)} categories",
            data.where,
        )
        return
    for category, value in zip(data.categories, series.values, strict=True):
        if value is not None and not _can_be_drawn(value, series):
            yield error(
                "CHART005",
                f"{chart.zh}的系列“{series.name}”在“{category}”处的值无法绘制：{value}",
                f"series {series.name!r} of {chart.en} has a value that cannot be drawn at {category!r}: {value}",
                data.where,
                Phrase("缺数请留空，不要写 NaN 或无穷大", "leave a missing value empty instead of NaN or infinity"),
            )


def one_unit(data: ChartData, *series: Series) -> tuple[Diagnostic, ...]:
    """Return an error when the series of one axis have different units or scales."""
    chart = named(data)
    kinds = dict.fromkeys((one.style.unit, one.style.divisor) for one in series)
    if len(kinds) < 2:
        return ()
    units = "、".join(dict.fromkeys(f"{one.name}（{one.style.unit or '无单位'}）" for one in series))
    english = ", ".join(dict.fromkeys(f"{one.name} ({one.style.unit or 'no unit'})" for one in series))
    hint = Phrase(
        "换成同一单位，或用 combo 图把另一个单位放到第二坐标轴", "use one unit, or a combo chart with the other unit on its second axis"
    )
    return (
        error(
            "CHART009",
            f"{chart.zh}的同一坐标轴上有不同单位：{units}",
            f"{chart.en} has different units on one axis: {english}",
            data.where,
            hint,
        ),
    )


def series_count(data: ChartData, least: int, most: int | None = None, *, roles: Phrase) -> tuple[Diagnostic, ...]:
    """Return an error when the number of series is not what the kind needs; `roles` says what they are."""
    found = len(data.series)
    if found >= least and (most is None or found <= most):
        return ()
    chart = named(data)
    return (
        error("CHART010", f"{chart.zh}需要{roles.zh}，给了 {found} 个系列", f"{chart.en} needs {roles.en}, got {found} series", data.where),
    )


def not_negative(data: ChartData, *series: Series) -> tuple[Diagnostic, ...]:
    """Return an error for each negative value of series that are parts, lengths or areas."""
    chart = named(data)
    hint = Phrase("改用 bar 或 waterfall", "use bar or waterfall")
    return tuple(
        error(
            "CHART007",
            f"{chart.zh}的系列“{one.name}”在“{category}”处为负数（{value:g}），这种图画不出负数",
            f"series {one.name!r} of {chart.en} is negative at {category!r} ({value:g}), which this kind cannot draw",
            data.where,
            hint,
        )
        for one in series
        for category, value in zip(data.categories, one.values, strict=False)
        if value is not None and value < 0
    )


def parts_of_a_whole(data: ChartData, *series: Series) -> tuple[Diagnostic, ...]:
    """Return errors for parts that are negative or add up to nothing, per series."""
    chart = named(data)
    empty = tuple(
        error(
            "CHART008",
            f"{chart.zh}的系列“{one.name}”全部为零",
            f"series {one.name!r} of {chart.en} adds up to zero",
            data.where,
            _CHECK_FILTER,
        )
        for one in series
        if any(value is not None for value in one.values) and not any(one.values)
    )
    return (*not_negative(data, *series), *empty)


def some_complete_point(data: ChartData) -> tuple[Diagnostic, ...]:
    """Return an error when no category has a value in every series, so that no point can be placed."""
    if any(all(value is not None for value in values) for values in zip(*(series.values for series in data.series), strict=True)):
        return ()
    chart = named(data)
    names = "、".join(series.name for series in data.series)
    zh, en = f"{chart.zh}没有一个点的数值是齐全的（{names}）", f"no point of {chart.en} has all its values ({names})"
    return (error("CHART003", zh, en, data.where, _CHECK_FILTER),)


def labels_fit(data: ChartData, *, fits: bool) -> tuple[Diagnostic, ...]:
    """Return an error when the category names need more than two lines: they would run into each other."""
    if fits:
        return ()
    chart = named(data)
    hint = Phrase("缩短名称，或改用横向条形图（bar）", "shorten the names, or use horizontal bars (bar)")
    return (
        error(
            "CHART012", f"{chart.zh}的类目名称两行也放不下", f"the category names of {chart.en} do not fit in two lines", data.where, hint
        ),
    )
