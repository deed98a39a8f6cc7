"""The metrics of one report: `m` for Jinja, views for blocks, the ledger of what was printed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from engine.base.diagnostics import NOWHERE, Diagnostic, Language, Phrase
from engine.metrics.compare import DeviationSign
from engine.metrics.definition import Metric
from engine.metrics.evaluate import Evaluator, check_all
from engine.metrics.factbook import FactBook
from engine.metrics.insight import Insight
from engine.metrics.literals import parse_literal
from engine.metrics.numbers import NBSP, style_of
from engine.metrics.problems import bad_expression
from engine.metrics.provenance import merged
from engine.metrics.quantity import Desk, Look, Origin, Quantity
from engine.metrics.query import Queries
from engine.metrics.verdict import DEFAULT_THRESHOLDS, Thresholds
from engine.metrics.view import Judging, MetricView
from engine.model.facts import FactSource, Verdict
from engine.model.report import Period
from engine.model.tables import DataTable

_BEFORE_HAN = re.compile(r"(?<=[\d%]) (?=[\u4e00-\u9fff])")
"""The space in “2,000 份”, which is printed as a no-break one wherever it stands (engine.resolve.unit_spaces)."""


class Metrics:
    """Every metric of a report, evaluated when it is asked for. Unknown names and bad definitions are raised as FactError."""

    def __init__(  # noqa: PLR0913  the settings of one report, by keyword
        self,
        definitions: Mapping[str, Metric],
        tables: Mapping[str, DataTable],
        *,
        period: Period,
        today: dt.date,
        language: Language = Language.ZH,
        thresholds: Thresholds = DEFAULT_THRESHOLDS,
        deviation: DeviationSign = DeviationSign.ACTUAL_MINUS_TARGET,
        as_of: dt.date | None = None,
    ) -> None:
        self.queries = Queries(tables)
        self.facts = FactBook()
        self.desk = Desk(self.facts, language)
        self.judging = Judging(period, today, thresholds, deviation)
        self.evaluator = Evaluator(definitions, self.queries, period, as_of)
        self._views: dict[str, Insight] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that authors wrote; those of attribution models are asked for through their metric."""
        return tuple(name for name in self.evaluator.metrics if "@" not in name)

    def get(self, name: str) -> Insight:
        """Return a metric by id; raises FactError (FACT001) with the nearest id."""
        if name not in self._views:
            self._views[name] = Insight(self.evaluator.metric(name), (), self.evaluator, self.judging, self.desk)
        return self._views[name]

    def check(self) -> tuple[Diagnostic, ...]:
        """Compute everything and return what is wrong with the definitions, used or not."""
        return tuple(error.diagnostic(NOWHERE) for error in check_all(self.evaluator))

    def cite(self, figure: str, source: str) -> Quantity:
        """Return a figure that no table holds, with where it was read; it prints as written. Raises FactError without a source."""
        text = _BEFORE_HAN.sub(NBSP, str(figure))
        if not str(source).strip():
            why = Phrase("引用的数字要写 source", "a cited figure needs a source")
            raise bad_expression(
                f"cite({text!r})", why, hint=Phrase('cite("85%", source="用户问卷，n=1,204")', 'cite("85%", source="survey, n=1,204")')
            )
        literal = parse_literal(text)
        origin = Origin(f"cite({text}; {source})", aspect="cited", formula=text, source=FactSource(citation=str(source)))
        unit = literal.unit if literal is not None else ""
        return Quantity(None if literal is None else literal.raw, origin, Look(style_of(unit), unit, words=text), self.desk)

    def reached(self, *views: object) -> Quantity:
        """Return how many of these metrics reached their target. Raises FactError for one without a target, or what is no metric."""
        return self._counted("reached", "", (Verdict.EXCEEDED, Verdict.MET), views)

    def rated(self, verdict: object, *views: object) -> Quantity:
        """Return how many of these metrics have a verdict: exceeded, met, improve or missed. Raises FactError for another word, too."""
        wanted = next((each for each in Verdict if each.value == verdict), None)
        if wanted is None:
            known = ", ".join(each.value for each in Verdict)
            raise bad_expression(f"rated({verdict!r})", Phrase(f"评级只有 {known}", f"verdicts are {known}"))
        return self._counted("rated", f"{wanted.value}; ", (wanted,), views)

    def _counted(self, function: str, head: str, wanted: tuple[Verdict, ...], views: tuple[object, ...]) -> Quantity:
        metrics = [view for view in views if isinstance(view, MetricView)]
        if not metrics or len(metrics) < len(views):
            why = Phrase("只能数指标", "it counts metrics only")
            raise bad_expression(f"{function}(…)", why, hint=Phrase("reached(m.gmv, m.orders)", "reached(m.gmv, m.orders)"))
        verdicts = [view.verdict for view in metrics]
        count = sum(view.grade in wanted for view in metrics)
        name = f"{function}({head}{', '.join(view.origin.id.removesuffix('.actual') for view in metrics)})"
        origin = Origin(name, aspect=function, formula=name, source=merged(verdict.origin.source for verdict in verdicts))
        return Quantity(float(count), origin, Look(style_of("")), self.desk)

    def namespace(self) -> MetricNamespace:
        """Return `m`."""
        return MetricNamespace(self)


class MetricNamespace:
    """`m` in content: `m.exposure`, `m["gmv"]`, and iteration over all ids."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def __getattr__(self, name: str) -> Insight:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._metrics.get(name)

    def __getitem__(self, name: str) -> Insight:
        return self._metrics.get(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._metrics.ids)

    def __contains__(self, name: object) -> bool:
        return name in self._metrics.ids
