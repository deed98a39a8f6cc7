"""The series that draws the cover: bars over a table, with the peak named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.base.diagnostics import Phrase, error
from engine.compose.desk import Desk
from engine.compose.render_tree import rendered_prose
from engine.load.prose import Prose
from engine.load.report_spec import CoverSpec
from engine.metrics.numbers import axis_style
from engine.metrics.problems import FactError
from engine.metrics.quantity import Look, Origin, Quantity
from engine.metrics.query import Grouping, Value
from engine.model.report import Skyline

FEWEST = 3


def skyline(spec: CoverSpec | None, desk: Desk, scope: Mapping[str, Any]) -> Skyline | None:
    """Return the cover's series, None when none is asked for or it cannot be drawn."""
    if spec is None:
        return None
    where = rendered_prose(spec.where, desk.templates, scope, desk.findings)
    grouping = Grouping(str(spec.table), str(spec.by), (str(spec.value),), str(where), at=spec.value.where)
    try:
        answers = [group.values[0] for group in desk.metrics.queries.grouped(grouping)]
    except FactError as trouble:
        desk.findings.add(trouble.diagnostic(spec.place))
        return None
    values = tuple(answer.raw or 0.0 for answer in answers)
    if len(values) < FEWEST or min(values) < 0 or not any(values):
        zh, en = "封面图形要有三个以上的值，且都不为负", "the cover needs three values or more, none of them negative"
        desk.findings.add(
            error("FACT013", zh, en, spec.place, Phrase("去掉 cover 就用内置图形", "without cover: the built-in bars are drawn"))
        )
        return None
    peak = values.index(max(values))
    return Skyline(
        values=values,
        peak=peak,
        peak_value=desk.inline(Prose(str(_peak(spec, answers[peak], desk)), spec.value.where)),
        peak_label=desk.text(spec.peak_label, scope),
        current=_stretch(spec.current, len(values)),
        note=desk.text(spec.note, scope),
    )


def _peak(spec: CoverSpec, answer: Value, desk: Desk) -> Quantity:
    unit = str(spec.unit)
    origin = Origin("cover.peak", aspect="peak", label=str(spec.value), formula=answer.source.query, source=answer.source)
    return Quantity(answer.raw, origin, Look(axis_style([answer.raw], unit, desk.language), unit), desk.metrics.desk)


def _stretch(current: Prose | None, count: int) -> tuple[int, ...]:
    """Return the indexes that `last 5` or `first 5` names."""
    if current is None:
        return ()
    side, number = current.split()
    length = min(int(number), count)
    return tuple(range(count - length, count)) if side == "last" else tuple(range(length))
