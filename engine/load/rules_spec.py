"""`rules:` and `findings:` of content/settings.yaml or of a report: bounds of the field's rules, and how grave findings are.

rules:
  reserve: {least: 10%, most: 15%}
  deviation: {alert: 20%, major: 50%, response: 30 days, major_response: 24 h}
  freshness: {lag: 1 day}
  pages: {least: 10, most: 30}
findings: {FACT030: error, RULE005: off}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from engine.base.diagnostics import Severity
from engine.load.spec import Spec, mistake, said
from engine.metrics.literals import parse_literal
from engine.model.settings import DEFAULT_SETTINGS, Gravity, Settings

MOST_PAGES = 1000
GravityWord = Literal["error", "warning", "note", "off"]
_SPAN = r"(\d{1,4}(?:\.\d)?)\s*(h|hours?|小时|d|days?|天|日|weeks?|周)"
_DAYS = {"h": 1 / 24, "小": 1 / 24, "w": 7.0, "周": 7.0}
GRAVITIES: dict[GravityWord, Severity | None] = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.INFO, "off": None}


def _share(value: object) -> object:
    """Return the ratio that `15%` or 0.15 states."""
    literal = parse_literal(str(value)) if isinstance(value, str | int | float) else None
    if literal is None or not 0 <= literal.raw <= 1:
        raise mistake(f"“{value}”不是 0 到 100% 的比例", f"{value} is no share between 0 and 100%", "写成 15%", "write 15%")
    return literal.raw


def _days(value: object) -> object:
    """Return the number of days that `24 h` or `7 days` states."""
    match = re.fullmatch(_SPAN, str(value).strip()) if isinstance(value, str) else None
    if match is None:
        raise mistake(f"“{value}”不是时限", f"{value} is no span of time", "写成 24 h 或 7 days", "write 24 h or 7 days")
    return float(match[1]) * _DAYS.get(match[2][0], 1.0)


Share = Annotated[float, BeforeValidator(_share), WithJsonSchema({"type": ["string", "number"]})]
Days = Annotated[float, BeforeValidator(_days), WithJsonSchema({"type": "string"})]


class ReserveRule(Spec):
    least: Share = Field(default=DEFAULT_SETTINGS.reserve_least, description=said("储备的下限", "smallest reserve"))
    most: Share = Field(default=DEFAULT_SETTINGS.reserve_most, description=said("储备的上限", "largest reserve"))

    @model_validator(mode="after")
    def _rising(self) -> ReserveRule:
        if self.least > self.most:
            zh, en = "储备的下限 least 大于上限 most", "the smallest reserve (least) is above the largest (most)"
            raise mistake(zh, en, "如 {least: 10%, most: 15%}", "e.g. {least: 10%, most: 15%}")
        return self


class DeviationRule(Spec):
    alert: Share = Field(default=DEFAULT_SETTINGS.alert, description=said("偏差到目标的多少要预警", "deviation that raises an alert"))
    major: Share = Field(default=DEFAULT_SETTINGS.major, description=said("多少算重大偏差", "deviation that is a major one"))
    response: Days = Field(default=DEFAULT_SETTINGS.response, description=said("措施的时限", "time for the measure"))
    major_response: Days = Field(default=DEFAULT_SETTINGS.major_response, description=said("重大偏差的时限", "time for a major one"))

    @model_validator(mode="after")
    def _rising(self) -> DeviationRule:
        if self.alert > self.major:
            zh, en = "预警线 alert 高于重大偏差 major", "the alert is above what counts as a major deviation"
            raise mistake(zh, en, "如 {alert: 20%, major: 50%}", "e.g. {alert: 20%, major: 50%}")
        return self


class FreshnessRule(Spec):
    lag: Days = Field(default=DEFAULT_SETTINGS.lag, description=said("数据可以晚多久", "how far the data may end before the period"))


class PagesRule(Spec):
    least: int | None = Field(default=None, ge=1, le=MOST_PAGES, description=said("至少多少页", "fewest pages"))
    most: int | None = Field(default=None, ge=1, le=MOST_PAGES, description=said("最多多少页", "most pages"))

    @model_validator(mode="after")
    def _rising(self) -> PagesRule:
        if self.least is not None and self.most is not None and self.least > self.most:
            zh, en = "页数的下限 least 大于上限 most", "the fewest pages (least) are above the most (most)"
            raise mistake(zh, en, "如 {least: 10, most: 30}", "e.g. {least: 10, most: 30}")
        return self


class RulesSpec(Spec):
    reserve: ReserveRule = Field(default_factory=ReserveRule, description=said("预算储备", "reserve of a budget"))
    deviation: DeviationRule = Field(default_factory=DeviationRule, description=said("偏差预警", "deviation alert"))
    freshness: FreshnessRule = Field(
        default_factory=FreshnessRule, description=said("数据时效，也用于成品文件", "freshness of the data, in finished files too")
    )
    pages: PagesRule = Field(
        default_factory=PagesRule,
        description=said("主要形式的页数，也用于他人的成品文件", "pages of the report's main form, and of finished files of others"),
    )


def settings_by(rules: RulesSpec | None, gravities: Mapping[str, Gravity]) -> Settings:
    """Return what rules settle; the defaults where there are none."""
    if rules is None:
        return Settings(gravities=gravities)
    return Settings(
        rules.reserve.least,
        rules.reserve.most,
        rules.deviation.alert,
        rules.deviation.major,
        rules.deviation.response,
        rules.deviation.major_response,
        rules.freshness.lag,
        rules.pages.least,
        rules.pages.most,
        gravities,
    )
