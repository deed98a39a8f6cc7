"""Attribution: a path's conversion credited to the touches that led to it.

Models as usual in web analytics (Google Analytics help, "About attribution models"; last and first click, linear, position-based 40/20/40,
time decay with a half-life of seven days). The credits of a path always add up to 1, so a total is the same under every model.

A path belongs to the period in which its last touch falls, for that is when it converted; touches before the period led to it and keep
their credit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from engine.base.diagnostics import Phrase
from engine.metrics.conditions import Between, Is, NoneOf
from engine.metrics.problems import bad_expression, unknown_column
from engine.metrics.provenance import Entered, cell_ranges, display_name, display_value
from engine.metrics.query import Queries, Selection, Value
from engine.metrics.special import Attribution, Model
from engine.model.facts import FactSource
from engine.model.tables import Cell, Column, ColumnType, DataTable

Part = tuple[Is | NoneOf, ...]
MODEL_WORDS: Mapping[Model, Phrase] = {
    Model.LAST: Phrase("末次归因", "Last click"),
    Model.FIRST: Phrase("首次归因", "First click"),
    Model.LINEAR: Phrase("线性归因", "Linear"),
    Model.POSITION: Phrase("首尾归因", "Position-based"),
    Model.DECAY: Phrase("时间衰减归因", "Time decay"),
}
NO_PATHS = Phrase("没有符合条件的路径", "no path meets the condition")


def credits_of(times: Sequence[float], rule: Attribution) -> tuple[float, ...]:
    """Return the share of the conversion that each touch of one path gets, touches in order of time; the shares add up to 1.

    Position: one touch takes all, two share in proportion to the ends, the rest falls alike on the touches between. Decay: a touch one
    half-life before the last one gets half as much as it: 2^(−age ÷ half-life).
    """
    count = len(times)
    match rule.model:
        case Model.LAST:
            return (0.0,) * (count - 1) + (1.0,)
        case Model.FIRST:
            return (1.0,) + (0.0,) * (count - 1)
        case Model.LINEAR:
            return (1 / count,) * count
        case Model.POSITION:
            return _by_position(count, *rule.ends)
        case Model.DECAY:
            powers = [2 ** ((time - times[-1]) / rule.half_life) for time in times]
            return tuple(power / sum(powers) for power in powers)


def definition_of(rule: Attribution) -> Phrase:
    """Return what a page prints about the model."""
    first, last = (f"{share * 100:g}" for share in rule.ends)
    between = f"{(1 - sum(rule.ends)) * 100:g}"
    match rule.model:
        case Model.LAST:
            return Phrase("转化全部记给最后一次触点", "the last touch gets the whole conversion")
        case Model.FIRST:
            return Phrase("转化全部记给第一次触点", "the first touch gets the whole conversion")
        case Model.LINEAR:
            return Phrase("转化在路径的各触点间均分", "all touches of a path share the conversion alike")
        case Model.POSITION:
            zh = f"首触点 {first}%、末触点 {last}%，其余 {between}% 由中间触点均分"
            return Phrase(zh, f"first touch {first}%, last {last}%, the touches between share {between}%")
        case Model.DECAY:
            half = f"{rule.half_life:g}"
            zh = f"越近转化的触点越多，每早 {half} 天（步）权重减半"
            return Phrase(zh, f"later touches get more; {half} days (steps) earlier halve the weight")


def attributed(queries: Queries, rule: Attribution, part: Part = (), within: Between | None = None) -> Value:
    """Return the credit of the touches in `part` (of all touches: the conversions of all paths).

    `within` takes the paths that end between two days, None takes them all. Raises FactError for unknown columns (FACT003), for a path with
    two different converted values and for a period of what is no date (FACT004).
    """
    table = queries.table(rule.table, rule.at)
    path, time, value = (_column(table, name, rule) for name in (rule.path, rule.time, rule.value))
    _column(table, rule.channel, rule)
    paths: dict[Cell, list[int]] = {}
    for record in queries.records(Selection(rule.table, rule.where, at=rule.at)):
        if path.values[record] is not None and time.values[record] is not None:
            paths.setdefault(path.values[record], []).append(record)
    if within is not None:
        days = _dates(table, within, rule)
        paths = {name: touches for name, touches in paths.items() if _ends_within(days, touches, within)}
    inside = _Inside(table, part, rule)
    total, rows = 0.0, []
    for name, touches in paths.items():
        touches.sort(key=lambda record: (_moment(time.values[record], rule), record))
        converted = _converted(value, touches, name, rule)
        shares = credits_of([_moment(time.values[record], rule) for record in touches], rule)
        for record, share in zip(touches, shares, strict=True):
            if inside(record):
                total += converted * share
                rows.append(table.rows[record])
    read = {path.name, time.name, value.name} | (set() if within is None else {within.column})
    columns = [column for column in table.columns if column.name in read]
    cells = cell_ranges(table, columns, Entered.of(sorted(set(rows)))) if rows else ()
    source = FactSource(cells, _told(rule, part, table.where, within))
    return Value(total, source) if rows else Value(None, source, NO_PATHS)


def _by_position(count: int, first: float, last: float) -> tuple[float, ...]:
    if count == 1:
        return (1.0,)
    if count == 2:
        return (first / (first + last), last / (first + last))
    return (first, *((1 - first - last) / (count - 2),) * (count - 2), last)


def _column(table: DataTable, name: str, rule: Attribution) -> Column:
    column = table.column(name)
    if column is None:
        raise unknown_column(name, table.name, table.names, rule.at)
    return column


def _dates(table: DataTable, within: Between, rule: Attribution) -> Sequence[Cell]:
    column = _column(table, within.column, rule)
    if column.type is not ColumnType.DATE:
        why = Phrase(f"列“{within.column}”应是日期", f"column {within.column!r} should hold dates")
        raise bad_expression(within.column, why, at=rule.at)
    return column.values


def _ends_within(days: Sequence[Cell], touches: Sequence[int], within: Between) -> bool:
    """Tell whether the last day of a path lies in a period; a path without any day lies in none."""
    known = [day for touch in touches if isinstance(day := days[touch], dt.date)]
    return bool(known) and within.start <= max(known) <= within.end


def _moment(value: Cell, rule: Attribution) -> float:
    if isinstance(value, dt.date):
        return float(value.toordinal())
    if isinstance(value, int | float):
        return float(value)
    why = Phrase(f"列“{rule.time}”应是日期或步序", f"column {rule.time!r} should hold dates or steps")
    raise bad_expression(rule.time, why, at=rule.at)


def _converted(column: Column, touches: Sequence[int], name: Cell, rule: Attribution) -> float:
    """Return what a path converted: written on one of its rows or repeated on several; 0 when on none."""
    found = {float(value) for record in touches if isinstance(value := column.values[record], int | float)}
    if len(found) > 1:
        values = "、".join(f"{value:g}" for value in sorted(found))
        why = Phrase(f"路径“{name}”有不同的转化值：{values}", f"path {name!s} has different values: {values}")
        hint = Phrase("每条路径只写一个转化值，可在各行重复", "give each path one value; it may be repeated on its rows")
        raise bad_expression(rule.value, why, hint=hint, at=rule.at)
    return next(iter(found), 0.0)


class _Inside:
    """Tells whether a record meets every condition of a part."""

    def __init__(self, table: DataTable, part: Part, rule: Attribution) -> None:
        self._conditions = [(_column(table, condition.column, rule).values, condition) for condition in part]

    def __call__(self, record: int) -> bool:
        return all(_meets(values[record], condition) for values, condition in self._conditions)


def _meets(value: Cell, condition: Is | NoneOf) -> bool:
    if isinstance(condition, Is):
        return value == condition.value
    return value is not None and value not in condition.values


def _told(rule: Attribution, part: Part, taken: str, within: Between | None) -> str:
    conditions = [f"({text})" for text in (taken, rule.where) if text]
    if within is not None:
        last = f"last({display_name(within.column)})"
        conditions.append(f"{last} BETWEEN {display_value(within.start)} AND {display_value(within.end)}")
    for condition in part:
        if isinstance(condition, Is):
            conditions.append(f"{display_name(condition.column)} = {display_value(condition.value)}")
        else:
            conditions.append(f"{display_name(condition.column)} NOT IN ({', '.join(map(display_value, condition.values))})")
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    parts = ", ".join(map(display_name, (rule.value, rule.path, rule.time)))
    return f"SELECT {rule.model.value}_touch({parts}) FROM {display_name(rule.table)}{where}"  # noqa: S608  for the ledger, never run
