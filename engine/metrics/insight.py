"""What else `m.<id>` offers: forecasts, alerts, grades, attribution models, scenarios, and the way from one stage to the next."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import Phrase
from engine.metrics import compare
from engine.metrics.alerting import LEVEL_WORDS, Alert, alert_of, rule_words
from engine.metrics.appearance import base_unit, difference_style, metric_style
from engine.metrics.compare import DeviationSign, Goal
from engine.metrics.definition import Method
from engine.metrics.evaluate import Which
from engine.metrics.grades import grade_of
from engine.metrics.literals import parse_literal
from engine.metrics.numbers import NO_VALUE, percent_style
from engine.metrics.outlook import Outlook
from engine.metrics.problems import bad_expression, bad_target, missing_part
from engine.metrics.provenance import merged
from engine.metrics.quantity import Look, Origin, Quantity
from engine.metrics.query import Value
from engine.metrics.response import answered, swapped
from engine.metrics.special import AlertRule, Attribution, Grading, Level, Model, Response, Score, model_id
from engine.metrics.view import MetricView
from engine.model.facts import FactSource
from engine.model.numbers import NumberStyle

NO_SCENARIO = Phrase("基准没有费用，或变动后不剩费用", "there is no cost to start from, or none would be left")


class Insight(MetricView):
    """A metric with all that is computed about it. What its definition lacks raises FactError (FACT011)."""

    @property
    def to_date(self) -> Quantity:
        """年初至今: the value from the start of the year up to `as_of`."""
        answer = self._outlook.so_far(self._metric.id, self._part)
        return self.related("to_date", answer, self._style, formula=answer.source.query, unit=base_unit(self._metric))

    @property
    def forecast(self) -> Quantity:
        """全年预测 by the method of the definition (linear unless it says otherwise)."""
        return self._forecast(self._metric.forecast.method, "forecast")

    @property
    def linear_forecast(self) -> Quantity:
        """全年预测, linear: value so far ÷ elapsed share of the year."""
        return self._forecast(Method.LINEAR, "linear_forecast")

    @property
    def share_forecast(self) -> Quantity:
        """全年预测 by 去年同期占比法: value so far ÷ share of last year that the same days brought."""
        return self._forecast(Method.SAME_PERIOD, "share_forecast")

    @property
    def forecast_method(self) -> Method:
        return self._metric.forecast.method

    @property
    def year_elapsed(self) -> Quantity:
        """The elapsed share of the forecast's period."""
        outlook, name = self._outlook, self._metric.id
        formula = f"days up to {outlook.cut(name)} ÷ all days of the forecast's period"
        return self.related("year_elapsed", Value(outlook.passed(name), self.as_of_source), percent_style(), formula=formula)

    @property
    def has_forecast_target(self) -> bool:
        return self._outlook.has_target(self._metric.id)

    @property
    def forecast_target(self) -> Quantity:
        """The year's target: that of `forecast`, else the metric's own when it is for the year."""
        answer = self._forecast_target()
        return self.related("forecast_target", answer, self._style, formula=answer.source.query, unit=base_unit(self._metric))

    @property
    def forecast_attainment(self) -> Quantity:
        """预计完成率: attainment of the year's target by the forecast."""
        forecast, target = self.forecast, self._forecast_target()
        goal = Goal(self._metric.better, target.raw)
        ratio = None if forecast.value is None else compare.attainment(forecast.value, goal)
        answer = _answer(ratio, merged([forecast.origin.source, target.source]), _reason(forecast, target.reason or compare.ZERO_BASE))
        formula = f"{self._stem}.forecast ÷ {self._stem}.forecast_target"
        return self.related("forecast_attainment", answer, percent_style(), formula=formula)

    @property
    def forecast_gap(self) -> Quantity:
        """预计偏差: forecast against the year's target, signed as deviations are."""
        forecast, target = self.forecast, self._forecast_target()
        sign = self._judging.deviation
        gap = None if forecast.value is None or target.raw is None else compare.deviation(forecast.value, target.raw, sign)
        answer = _answer(gap, merged([forecast.origin.source, target.source]), _reason(forecast, target.reason or compare.NO_TARGET))
        sides = ("forecast", "forecast_target") if sign is DeviationSign.ACTUAL_MINUS_TARGET else ("forecast_target", "forecast")
        style = difference_style(self._metric, self._style, self.desk.language)
        formula = f"{self._stem}.{sides[0]} − {self._stem}.{sides[1]}"
        return self.related("forecast_gap", answer, style, formula=formula, unit=base_unit(self._metric), signed=True)

    @property
    def alert(self) -> Quantity:
        """Which alert line is touched: 正常, 黄线预警, 红线预警."""
        found, language = self._alert(), self.desk.language
        formula = "; ".join(f"{rule.level.value}: {rule_words(rule, language)}" for rule in self._metric.alerts)
        if found.reason is not None:
            return self._words("alert", NO_VALUE, formula, self.origin.source, found.reason.in_(language))
        return self._words("alert", LEVEL_WORDS[found.level].in_(language), formula, self.origin.source)

    @property
    def alert_rule(self) -> Quantity:
        """The touched threshold in words: 环比降 15%; — when none is."""
        found, language = self._alert(), self.desk.language
        words = NO_VALUE if found.rule is None else rule_words(found.rule, language)
        return self._words("alert_rule", words, "", self.origin.source)

    @property
    def alert_level(self) -> Level:
        """The alert for code."""
        return self._alert().level

    @property
    def alert_rules(self) -> tuple[AlertRule, ...]:
        return self._metric.alerts

    @property
    def defined(self) -> FactSource:
        """Where the definition stands, the source of what it declares."""
        return FactSource(defined_at=self._metric.at)

    @property
    def score_rule(self) -> Score:
        if not isinstance(self._metric.actual, Score):
            raise missing_part(self._metric.id, Phrase("记分规则", "score"), _write("score"))
        return self._metric.actual

    @property
    def grading_rule(self) -> Grading:
        if not isinstance(self._metric.actual, Grading):
            raise missing_part(self._metric.id, Phrase("分级规则", "grading"), _write("grading"))
        return self._metric.actual

    @property
    def touch_rule(self) -> Attribution:
        if not isinstance(self._metric.actual, Attribution):
            raise missing_part(self._metric.id, Phrase("归因规则", "attribution"), _write("attribution"))
        return self._metric.actual

    @property
    def response(self) -> Response:
        if self._metric.response is None:
            raise missing_part(self._metric.id, Phrase("敏感性假设", "sensitivity"), _write("sensitivity"))
        return self._metric.response

    def style_for(self, values: Sequence[float | None]) -> NumberStyle:
        """Return the one style that fits a column of this metric's values."""
        return metric_style(self._metric, values, self.desk.language)

    @property
    def tier(self) -> Quantity:
        """等级: the letter that a graded member's score earns."""
        bounds = dict(self.grading_rule.cuts)
        cuts = " ".join(f"{grade}≥{bound:g}" for grade, bound in bounds.items())
        reason = "" if self.value is not None else self.origin.reason
        return self._words("tier", grade_of(self.value, bounds) or NO_VALUE, cuts, self.origin.source, reason)

    def model(self, name: str) -> Insight:
        """Return the same conversions credited by another model: last, first, linear, position, decay."""
        self.touch_rule  # noqa: B018  it raises where there is none
        known = [model.value for model in Model]
        if str(name) not in known:
            why = Phrase(f"归因方法有 {'、'.join(known)}", f"the models are {', '.join(known)}")
            raise bad_expression(f"{self._metric.id}.model({str(name)!r})", why)
        other = self._evaluator.metric(model_id(self._metric.id, Model(str(name))))
        return Insight(other, self._part, self._evaluator, self._judging, self.desk)

    def conversion(self, before: object) -> Quantity:
        """Return 转化率: this stage ÷ the stage before."""
        earlier = self._stage(before, "conversion")
        ratio = None if self.value is None or not earlier.value else self.value / earlier.value
        return self._step("conversion", ratio, earlier, f"{self.origin.id} ÷ {earlier.origin.id}")

    def drop_off(self, before: object) -> Quantity:
        """Return 流失率: 1 − this stage ÷ the stage before."""
        earlier = self._stage(before, "drop_off")
        ratio = None if self.value is None or not earlier.value else 1 - self.value / earlier.value
        return self._step("drop_off", ratio, earlier, f"1 − {self.origin.id} ÷ {earlier.origin.id}")

    def scenario(self, change: object, what: str = "roi") -> Quantity:
        """Return `roi`, `return`, `cost` or `net` once the cost has changed by `change` ('+10%')."""
        response = self.response
        gain, cost = self._side(response.gain), self._side(response.cost)
        moved = _ratio(change)
        result = None if gain.value is None or not cost.value else answered(gain.value, cost.value, moved, response)
        spent = None if cost.value is None else cost.value * (1 + moved)
        answering = (gain, cost) if moved and response.elasticity is None else (gain,)
        return self._case(what, f"cost {moved:+.6g}", (result, spent), (gain, cost), answering)

    def swap(self, column: str, losing: object, gaining: object, share: object, what: str = "roi") -> Quantity:
        """Return `roi`, `return`, `cost` or `net` once `share` of the cost of one member of `column` has moved to another."""
        response = self.response
        if str(losing) == str(gaining):
            why = Phrase("换出与换入是同一个", "what gives and what takes are the same")
            raise bad_expression(f"{self._metric.id}.swap({column!r}, {str(losing)!r}, {str(gaining)!r})", why)
        gain, cost = self._side(response.gain), self._side(response.cost)
        one, other = ((self._side(response.gain).by(column, m), self._side(response.cost).by(column, m)) for m in (losing, gaining))
        sides = [_both(pair) for pair in (one, other)]
        moved = _ratio(share)
        change = swapped(sides[0], sides[1], moved, response) if sides[0] is not None and sides[1] is not None else None
        result = None if gain.value is None or change is None else gain.value + change
        name = f"{moved:.6g} of cost from {losing} to {gaining}"
        return self._case(what, name, (result, cost.value), (gain, cost), (gain, *one, *other))

    @property
    def _outlook(self) -> Outlook:
        return Outlook(self._evaluator, self._judging.today)

    def _forecast(self, method: Method, aspect: str) -> Quantity:
        outlook, name = self._outlook, self._metric.id
        answer = outlook.forecast(name, method, self._part)
        days = f"{outlook.passed(name):.4%} of the days up to {outlook.cut(name)}"
        share = f"{self._stem}.to_date ÷ (same days last year ÷ whole last year)"
        formula = f"{self._stem}.to_date ÷ {days}" if method is Method.LINEAR else share
        return self.related(aspect, answer, self._style, formula=formula, unit=base_unit(self._metric))

    def _forecast_target(self) -> Value:
        if not self.has_forecast_target:
            raise missing_part(self._metric.id, Phrase("全年目标", "target of the year"), _write("forecast: {target: …}"))
        return self._outlook.target(self._metric.id, self._part)

    def _alert(self) -> Alert:
        if not self._metric.alerts:
            raise missing_part(self._metric.id, Phrase("报警阈值", "alert threshold"), _write("alerts"))
        asked = {rule.against for rule in self._metric.alerts}
        bases = {
            name: self._evaluator.value(self._metric.id, look, self._part).raw
            for name, look in (("mom", Which.MOM), ("yoy", Which.YOY), ("target", Which.TARGET))
            if name in asked
        }
        return alert_of(self._metric.alerts, self.value, bases)

    def _stage(self, before: object, name: str) -> Quantity:
        if isinstance(before, Quantity):
            return before
        if isinstance(before, str) and before in self._evaluator.metrics:
            return Insight(self._evaluator.metric(before), self._part, self._evaluator, self._judging, self.desk)
        why = Phrase("括号里写上一环节的指标", "name the metric of the stage before")
        raise bad_expression(
            f"{self._metric.id}.{name}({before})", why, hint=Phrase("m.payers.conversion(m.ordered)", "m.payers.conversion(m.ordered)")
        )

    def _step(self, aspect: str, ratio: float | None, before: Quantity, formula: str) -> Quantity:
        source = merged([self.origin.source, before.origin.source])
        empty = compare.ZERO_BASE if before.value == 0 else Phrase(before.origin.reason, before.origin.reason)
        answer = _answer(ratio, source, _reason(self, empty))
        reason = "" if ratio is not None or answer.reason is None else answer.reason.in_(self.desk.language)
        origin = Origin(f"{self._stem}.{aspect}[{before.origin.id}]", self._metric.id, aspect, self._metric.label, formula, source, reason)
        return Quantity(ratio, origin, Look(percent_style(), "%"), self.desk)

    def _side(self, name: str) -> Insight:
        return Insight(self._evaluator.metric(name), self._part, self._evaluator, self._judging, self.desk)

    def _case(
        self, what: str, case: str, money: tuple[float | None, float | None], base: tuple[Insight, Insight], answering: tuple[Insight, ...]
    ) -> Quantity:
        """Return one figure of a scenario; `money` is return and cost under it, `base` without it, `answering` what the return came from."""
        result, spent = money
        gain, cost = base
        net = None if result is None or spent is None else result - spent
        figures = {"roi": net / spent if net is not None and spent else None, "return": result, "cost": spent, "net": net}
        if what not in figures:
            why = Phrase(f"可取 {'、'.join(figures)}", f"it may be {', '.join(figures)}")
            raise bad_expression(f"{self._metric.id}.scenario(…, {what!r})", why)
        raw = figures[what]
        entered = {"cost": (cost,), "return": answering}.get(what) if raw is not None else None
        source = merged(one.origin.source for one in entered or (*base, *answering))
        reason = "" if raw is not None else _reason(gain, _reason(cost, NO_SCENARIO)).in_(self.desk.language)
        look = self.look if what == "roi" else (cost if what == "cost" else gain).look
        origin = Origin(f"{self._stem}.{what}[{case}]", self._metric.id, "scenario", self._metric.label, self.definition, source, reason)
        return Quantity(raw, origin, look, self.desk)


def _write(key: str) -> Phrase:
    return Phrase(f"在 metrics.yaml 里给它写 {key}", f"give it {key} in metrics.yaml")


def _both(pair: tuple[Insight, Insight]) -> tuple[float, float] | None:
    gain, cost = pair[0].value, pair[1].value
    return None if gain is None or cost is None else (gain, cost)


def _answer(raw: float | None, source: FactSource, reason: Phrase) -> Value:
    return Value(raw, source, None if raw is not None else reason)


def _reason(quantity: Quantity, otherwise: Phrase) -> Phrase:
    return Phrase(quantity.origin.reason, quantity.origin.reason) if quantity.value is None else otherwise


def _ratio(value: object) -> float:
    """Return the share that `'+10%'`, `0.1` or a fact states; raises FactError (FACT008)."""
    if isinstance(value, Quantity) and value.value is not None:
        return value.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    literal = parse_literal(str(value))
    if literal is None:
        raise bad_target(str(value))
    return literal.raw
