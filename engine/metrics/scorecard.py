"""A sheet with one KPI per row: each row becomes a metric."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from engine.base.diagnostics import Diagnostic, Language, Location, Phrase
from engine.base.records import dataclass
from engine.metrics.definition import Format, Metric, ScoreCell
from engine.metrics.numbers import PERCENT
from engine.metrics.problems import FactError, bad_id, bad_scorecard_row, unknown_table
from engine.metrics.scorecard_columns import Layout, Role, layout_of, understood
from engine.metrics.scorecard_schema import ScorecardSchema
from engine.metrics.special import Score
from engine.model.facts import Better
from engine.model.tables import DataTable

LARGEST_BARE_RATIO = 3.0
"""A rate above 300 % is taken for one typed without its % sign: 17 was meant as 17 %."""

_ID_RULE = Phrase("只能由文字、数字和下划线组成，不以数字开头", "letters, digits and underscores only, no digit first")
_SCORE = Phrase("综合得分", "Weighted score")
_POINTS = Phrase("分", "points")
_LOWER_WORDS = frozenset({"lower", "low", "越低越好", "低", "反向", "负向"})


def scorecard_metrics(
    card: ScorecardSchema, tables: Mapping[str, DataTable], at: Location, language: Language = Language.ZH
) -> Iterator[Metric | FactError | Diagnostic]:
    """Yield a note on how the header was understood, and one metric per row of the sheet, or the reason why there is none; then the score."""
    table = tables.get(card.table)
    if table is None:
        yield unknown_table(card.table, tables, at)
        return
    layout = layout_of(card, table, at)
    if not isinstance(layout, Layout):
        yield from layout
        return
    yield from understood(card, layout, table, at)
    reader = _Reader(card, table, layout, at)
    rows = [reader.metric(record) for record in range(len(table))]
    yield from rows
    if card.score is not None:
        yield score_of_rows(card.score, [row for row in rows if isinstance(row, Metric)], at, language)


def score_of_rows(name: str, rows: Sequence[Metric], at: Location, language: Language) -> Metric | FactError:
    """Return the weighted score of the rows that have a weight."""
    if not _may_be_id(name):
        return bad_id(name, _ID_RULE, at)
    weights = tuple((row.id, row.weight) for row in rows if row.weight is not None and row.weight > 0)
    if not weights:
        return bad_scorecard_row(name, Phrase("没有一行的权重大于 0", "no row has a weight above 0"), at)
    label, unit = _SCORE.in_(language), _POINTS.in_(language)
    return Metric(id=name, label=label, actual=Score(weights, at=at), unit=unit, format=Format(decimals=1), at=at)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one sheet; `at` is where the content asks for it."""

    card: ScorecardSchema
    table: DataTable
    layout: Layout
    at: Location

    def metric(self, record: int) -> Metric | FactError:
        naming = Role.ID if Role.ID in self.layout.columns else Role.LABEL
        label = self._words(Role.LABEL, record)
        identifier = self._words(Role.ID, record) if naming is Role.ID else id_of(label)
        if not _may_be_id(identifier):
            return bad_id(identifier, _ID_RULE, self._place(naming, record))
        try:
            actual, target = self._number(Role.ACTUAL, record), self._number(Role.TARGET, record)
            previous, last = self._number(Role.PREVIOUS, record), self._number(Role.LAST, record)
            weight = self._number(Role.WEIGHT, record)
        except FactError as error:
            return error
        assert actual is not None, "layout_of found the column"
        unit = self._words(Role.UNIT, record)
        if unit == PERCENT and any(cell is not None and abs(cell.raw or 0.0) > LARGEST_BARE_RATIO for cell in (actual, target)):
            why = Phrase(
                "单位是 %，数却大于 300%；单元格里写 17% 或 0.17", "its unit is %, but it is above 300%; write 17% or 0.17 in the cell"
            )
            address = self.table.cell_address(self.layout.columns[Role.ACTUAL], record)
            return bad_scorecard_row(address, why, self._place(Role.ACTUAL, record))
        return Metric(
            id=identifier,
            label=label,
            actual=actual,
            target=None if target is None or target.raw is None else target,
            yoy=previous,
            mom=last,
            unit=unit,
            better=Better.LOWER if self._words(Role.BETTER, record).casefold() in _LOWER_WORDS else Better.HIGHER,
            source=self._words(Role.SOURCE, record) or self.card.source,
            definition=self._words(Role.DEFINITION, record),
            owner=self._words(Role.OWNER, record),
            at=self._place(naming, record),
            weight=None if weight is None else weight.raw,
        )

    def _words(self, role: Role, record: int) -> str:
        """Return what a cell says, empty when the sheet has no such column."""
        column = self.layout.columns.get(role)
        value = None if column is None else column.values[record]
        if isinstance(value, float) and value == int(value):
            value = int(value)
        return "" if value is None else str(value).strip()

    def _number(self, role: Role, record: int) -> ScoreCell | None:
        """Return the cell of a figure, None when the sheet has no such column. Raises FactError for one that is no number."""
        column = self.layout.columns.get(role)
        if column is None:
            return None
        value = column.values[record]
        if value is not None and not isinstance(value, int | float):
            why = Phrase(f"“{value}”不是数", f"{str(value)!r} is not a number")
            raise bad_scorecard_row(self.table.cell_address(column, record), why, self._place(role, record))
        return ScoreCell(None if value is None else float(value), self.table.name, column.name, record)

    def _place(self, role: Role, record: int) -> Location:
        table = self.table
        return Location(table.file, cell=table.cell_address(self.layout.columns[role], record)) if table.file else self.at


def id_of(label: str) -> str:
    """Return the metric id that a name makes: `活动 GMV` → 活动_GMV, `7日留存率（%）` → kpi_7日留存率; empty when the name says nothing."""
    words = re.sub(r"\W+", "_", label).strip("_")
    return f"kpi_{words}" if words[:1].isdigit() else words


def _may_be_id(name: str) -> bool:
    return name.isidentifier() and not name.startswith("_")
