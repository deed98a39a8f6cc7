"""What the rules of the field ask of the metrics and their tables, gathered once everything is evaluated."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import replace
from engine.load.locate import MapNode
from engine.metrics.definition import Metric
from engine.metrics.periods import Rhythm, gaps, rhythm_of
from engine.metrics.problems import FactError
from engine.metrics.shortfall import shortfall
from engine.metrics.store import Metrics
from engine.metrics.view import MetricView
from engine.model.evidence import Gaps, Kpi, Reach
from engine.model.facts import Better
from engine.model.packed import distinct
from engine.model.report import Period
from engine.model.tables import ColumnType, DataTable

FEWEST_DAYS, REGULAR = 3, 0.6
"""How many different days a table needs, and which part of the gaps between them must be alike, to have a rhythm."""


def kpi_evidence(metrics: Metrics) -> Iterator[Kpi]:
    """Yield every metric that can be evaluated; the others have a finding of their own."""
    for name in metrics.ids:
        try:
            yield _kpi(metrics.get(name), metrics.evaluator.metric(name))
        except FactError:
            continue


def _kpi(view: MetricView, metric: Metric) -> Kpi:
    return Kpi(
        view.id,
        view.label,
        view.unit,
        view.better,
        actual=view.value,
        target=view.target.value if view.has_target and view.better is not Better.RANGE else None,
        attainment=view.attainment.value if view.has_target else None,
        verdict=view.grade if view.has_target else None,
        gap=shortfall(view),
        yoy=view.yoy.value if view.has_yoy else None,
        mom=view.mom.value if view.has_mom else None,
        previous=view.previous.value if view.has_yoy else None,
        last=view.last.value if view.has_mom else None,
        has_target=view.has_target,
        compared=view.has_yoy or view.has_mom,
        source=view.source,
        definition=view.definition,
        where=metric.at,
    )


def reach_evidence(metrics: Metrics, data: MapNode | None) -> Iterator[Reach]:
    """Yield how far the tables of the metrics reach; a table without one column of dates tells nothing."""
    for name, column in _dated_tables(metrics).items():
        table = metrics.queries.tables.get(name)
        reach = _reach(table, column) if table is not None else None
        if table is not None and reach is not None:
            yield Reach(name, table.file, *reach, _place(data, name))


def gap_evidence(metrics: Metrics, data: MapNode | None) -> Iterator[Gaps]:
    """Yield the days that tables lack inside a period that a metric counts or is compared with.

    What comes before a table's first day or after its last is not asked (RULE008 does), nor a table of which only a part was taken: a team
    may well have had nothing to tell of a day.
    """
    known, lacking = dict[str, tuple[dt.date, ...]](), dict[str, set[dt.date]]()
    for name, metric in metrics.evaluator.metrics.items():
        for table, period in metrics.evaluator.spans(name):
            given = metrics.queries.tables.get(table)
            if given is not None and not given.where and metrics.queries.has_column(table, metric.date):
                known[table] = metrics.evaluator.days(table, metric.date)
                lacking.setdefault(table, set()).update(_gaps(known[table], period))
    for name, days in lacking.items():
        if days:
            daily = rhythm_of(known[name]) is Rhythm.DAYS
            yield Gaps(name, metrics.queries.tables[name].file, tuple(sorted(days)), daily, _place(data, name))


def _gaps(days: Collection[dt.date], period: Period) -> tuple[dt.date, ...]:
    """Return the days of a period that are missing between the first and the last."""
    start, end = max(period.start, min(days, default=period.end)), min(period.end, max(days, default=period.start))
    return gaps(days, replace(period, start=start, end=end)) if start < end else ()


def _dated_tables(metrics: Metrics) -> Mapping[str, str]:
    """Return the tables that metrics of the report's own period are computed from, with the date column their metric names (or none)."""
    found: dict[str, str] = {}
    for name, metric in metrics.evaluator.metrics.items():
        if metric.period is None:
            for table in metrics.evaluator.tables_of(name):
                found[table] = metric.date or found.get(table, "")
    return found


def _reach(table: DataTable, name: str) -> tuple[dt.date, int] | None:
    """Return the last day that the table tells of, and the days from one row to the next; None where its dates follow no rhythm (events).

    A row reaches up to the day before the next one would come: that of June 1 to the end of June, when there is one a month.
    """
    dated = [column for column in table.columns if column.type is ColumnType.DATE]
    column = table.column(name) if name else dated[0] if len(dated) == 1 else None
    days = sorted(day for day in distinct(column.values) if isinstance(day, dt.date)) if column is not None else []
    if len(days) < FEWEST_DAYS:
        return None
    steps = Counter(_rhythm((later - earlier).days) for earlier, later in pairwise(days))
    step, count = steps.most_common(1)[0]
    return (days[-1] + dt.timedelta(days=step - 1), step) if count >= REGULAR * (len(days) - 1) else None


def _rhythm(gap: int) -> int:
    """Return the gap between two days, months and quarters being of one length."""
    return next((days for days in (31, 92) if days - 3 <= gap <= days), gap)


def _place(data: MapNode | None, name: str) -> Location:
    key = data.key(name) if data is not None else None
    return key.where if key is not None else NOWHERE
