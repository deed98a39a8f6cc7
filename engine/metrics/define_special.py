"""The special parts of a definition, validated → frozen: ready formulas, attribution, scores, gradings, sensitivity, alerts.

Each function raises FactError (FACT008 unreadable number, FACT016 unusable setting) at the place of the mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from engine.base.diagnostics import Location, Phrase
from engine.base.registry import nearest
from engine.metrics.definition import MetricSchema
from engine.metrics.grades import falls
from engine.metrics.literals import POINT_UNITS, parse_literal
from engine.metrics.numbers import PERCENT
from engine.metrics.problems import bad_setting, bad_target
from engine.metrics.special import AlertRule, Attribution, Grading, Level, Model, Response, Score, Trigger, Weights
from engine.metrics.special_schema import AlertSchema, Amount, AttributionSchema, GradingSchema, ScoreSchema, SensitivitySchema
from engine.metrics.templates import TEMPLATES, Template

At = Callable[..., Location]
"""Where a path inside one definition stands: `at("alerts", 0, "fall")`."""

WHOLE = 1 + 1e-9


def template_of(schema: MetricSchema, at: At, name: str) -> Template:
    """Return the ready formula that `formula` names, with exactly the inputs it needs."""
    wanted, given = (schema.formula or "").strip(), schema.inputs or {}
    template = TEMPLATES.get(wanted.casefold())
    if template is None:
        close = nearest(wanted, TEMPLATES)
        hint = Phrase(f"是不是 {close}？", f"did you mean {close}?") if close else _known(TEMPLATES)
        raise bad_setting(name, Phrase(f"没有现成公式“{wanted}”", f"there is no ready formula {wanted!r}"), hint, at("formula"))
    for key in given:
        if key not in template.inputs:
            why = Phrase(f"公式 {wanted} 没有“{key}”这一项", f"the formula {wanted} has no input {key!r}")
            raise bad_setting(name, why, _known(template.inputs), at("inputs", key))
    missing = [key for key in template.inputs if key not in given]
    if missing:
        why = Phrase(f"公式 {wanted} 缺少：{'、'.join(missing)}", f"the formula {wanted} lacks: {', '.join(missing)}")
        raise bad_setting(name, why, Phrase(f"在 inputs 里写上 {missing[0]}: …", f"write {missing[0]}: … under inputs"), at("inputs"))
    return template


def filled(template: Template, inputs: Mapping[str, object]) -> str:
    """Return the formula with its inputs, as arithmetic over metrics or as SQL."""
    return template.filled({name: str(inputs[name]) for name in template.inputs})


def attribution_of(schema: AttributionSchema, table: str, where: str, at: At, name: str) -> Attribution:
    first, last = schema.ends
    if min(schema.ends) < 0 or not 0 < first + last <= WHOLE:
        why = Phrase("首、末触点的占比应在 0 与 1 之间，合计不超过 1", "the ends are shares from 0 to 1 that add up to 1 at most")
        raise bad_setting(name, why, Phrase("写成 ends: [0.4, 0.4]", "write ends: [0.4, 0.4]"), at("attribution", "ends"))
    return Attribution(
        table, schema.path, schema.time, schema.channel, schema.value,
        Model(schema.model), schema.half_life, schema.ends, where, at("attribution"),
    )  # fmt: skip


def score_of(schema: ScoreSchema, at: At, name: str) -> Score:
    cap = _amount(schema.cap, at("score", "cap"))
    if cap <= 0:
        raise bad_setting(name, Phrase("cap 应大于 0", "cap should be more than 0"), Phrase("如 120%", "e.g. 120%"), at("score", "cap"))
    return Score(_weights(schema.weights, at, name, "score"), cap, at("score"))


def grading_of(schema: GradingSchema, at: At, name: str) -> Grading:
    cuts = {grade: float(bound) for grade, bound in schema.cuts.items()}
    if not falls(cuts):
        why = Phrase("cuts 的下限应从高到低", "the bounds of `cuts` should fall")
        raise bad_setting(name, why, Phrase("如 {A: 80, B: 60}", "e.g. {A: 80, B: 60}"), at("grading", "cuts"))
    return Grading(schema.by, _weights(schema.weights, at, name, "grading"), tuple(cuts.items()), at("grading"))


def response_of(schema: SensitivitySchema, at: At, name: str) -> Response:
    marginal = schema.marginal_roi
    if (schema.elasticity is None) == (marginal is None):
        why = Phrase("elasticity 与 marginal_roi 写且只写一个", "give either elasticity or marginal_roi")
        hint = Phrase("如 elasticity: 0.7，或 marginal_roi: average", "e.g. elasticity: 0.7, or marginal_roi: average")
        raise bad_setting(name, why, hint, at("sensitivity"))
    number = None if marginal is None or isinstance(marginal, str) else float(marginal)
    return Response(schema.gain, schema.cost, schema.elasticity, number)


def alerts_of(schema: MetricSchema, at: At, name: str) -> tuple[AlertRule, ...]:
    """Return the thresholds, red ones first; a move in % of a rate is relative, in 百分点 it is not."""
    rules = [_alert(one, schema, index, at, name) for index, one in enumerate(schema.alerts)]
    return tuple(sorted(rules, key=lambda rule: rule.level is not Level.RED))


def _alert(one: AlertSchema, schema: MetricSchema, index: int, at: At, name: str) -> AlertRule:
    given = {trigger: value for trigger in Trigger if (value := getattr(one, trigger.value)) is not None}
    if len(given) != 1:
        why = Phrase("每条阈值写 above、below、rise、fall 之一", "each threshold has one of above, below, rise, fall")
        raise bad_setting(name, why, Phrase("如 {fall: 15%, severity: yellow}", "e.g. {fall: 15%, severity: yellow}"), at("alerts", index))
    ((trigger, value),) = given.items()
    place = at("alerts", index, trigger.value)
    literal = parse_literal(str(value))
    if literal is None or (trigger in (Trigger.RISE, Trigger.FALL) and literal.raw <= 0):
        raise bad_target(str(value), place)
    moves = trigger in (Trigger.RISE, Trigger.FALL)
    against = one.against or ("mom" if schema.compare.mom is not None or schema.compare.yoy is None else "yoy")
    points = literal.unit in POINT_UNITS
    if moves and points and _unit(schema) != PERCENT:
        why = Phrase("百分点只用于比率（单位 %）", "percentage points are for rates (unit %)")
        raise bad_setting(name, why, Phrase("写成 15%", "write 15%"), place)
    return AlertRule(
        trigger, literal.raw, str(value), Level(one.severity), moves and literal.unit == PERCENT, against, one.action, one.over
    )


def _unit(schema: MetricSchema) -> str:
    """Return the metric's unit: as written, else that of its ready formula."""
    template = TEMPLATES.get((schema.formula or "").strip().casefold()) if schema.inputs is not None else None
    return template.unit if template is not None and "unit" not in schema.model_fields_set else schema.unit


def _weights(weights: Mapping[str, float], at: At, name: str, part: str) -> Weights:
    for metric, weight in weights.items():
        if weight <= 0:
            why = Phrase(f"权重应大于 0：{metric}", f"weights should be more than 0: {metric}")
            raise bad_setting(name, why, None, at(part, "weights", metric))
    return tuple((metric, float(weight)) for metric, weight in weights.items())


def _amount(value: Amount, at: Location) -> float:
    literal = parse_literal(str(value))
    if literal is None:
        raise bad_target(str(value), at)
    return literal.raw


def _known(names: Iterable[str]) -> Phrase:
    listed = list(names)
    return Phrase(f"可用的有：{'、'.join(listed)}", f"there are: {', '.join(listed)}")
