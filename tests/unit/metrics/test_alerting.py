from __future__ import annotations

from dataclasses import replace

import pytest

from engine.base.diagnostics import Language
from engine.metrics.alerting import alert_of, rule_words, rules_words
from engine.metrics.compare import NEGATIVE_BASE, NO_ACTUAL, NO_BASE
from engine.metrics.special import AlertRule, Level, Trigger

RED, YELLOW = Level.RED, Level.YELLOW
FALL = AlertRule(Trigger.FALL, 0.15, "15%", YELLOW, relative=True)
POINTS = AlertRule(Trigger.FALL, 0.02, "2 个百分点", YELLOW, against="yoy")
RISE = AlertRule(Trigger.RISE, 0.3, "30%", RED, relative=True)
LOW = AlertRule(Trigger.BELOW, 0.84, "84%", RED)
HIGH = AlertRule(Trigger.ABOVE, 0.9, "90%", YELLOW)


@pytest.mark.parametrize(
    ("rules", "actual", "mom", "expected"),
    [
        ((FALL,), 85.0, 100.0, YELLOW),
        ((FALL,), 85.1, 100.0, Level.NONE),
        ((RISE, FALL), 130.0, 100.0, RED),
        ((RISE, FALL), 1.1 * 1.3, 1.1, RED),
        ((LOW, HIGH), 0.84, None, RED),
        ((LOW, HIGH), 0.85, None, Level.NONE),
        ((LOW, HIGH), 0.9, None, YELLOW),
        ((FALL, LOW), 0.8, None, RED),
    ],
)
def test_reaching_a_line_touches_it(rules: tuple[AlertRule, ...], actual: float, mom: float | None, expected: Level) -> None:
    assert alert_of(rules, actual, {"mom": mom}).level is expected


def test_points_are_counted_as_differences() -> None:
    assert alert_of((POINTS,), 0.86, {"yoy": 0.88}).level is YELLOW
    assert alert_of((POINTS,), 0.87, {"yoy": 0.88}).level is Level.NONE


def test_why_there_is_no_alert() -> None:
    assert alert_of((FALL,), None, {}).reason == NO_ACTUAL
    assert alert_of((FALL,), 5.0, {}).reason == NO_BASE
    assert alert_of((FALL,), 5.0, {"mom": -1.0}).reason == NEGATIVE_BASE
    assert alert_of((FALL, LOW), 5.0, {}).reason is None, "one of the rules could be judged"


def test_the_gravest_rule_is_named() -> None:
    assert alert_of((LOW, HIGH), 0.1, {}).rule == LOW


def test_thresholds_in_words() -> None:
    assert [rule_words(rule, Language.ZH) for rule in (FALL, POINTS, LOW)] == ["环比降 15%", "同比降 2 个百分点", "低于 84%"]
    assert [rule_words(rule, Language.EN) for rule in (RISE, HIGH)] == ["up 30% vs prior", "above 90%"]


def test_a_rise_and_a_fall_by_the_same_are_told_as_one() -> None:
    up, down = AlertRule(Trigger.RISE, 0.15, "15%", over="单日"), AlertRule(Trigger.FALL, 0.15, "15%", over="单日")
    assert rules_words([up, down, HIGH], Language.ZH) == ("单日 ±15%", "高于 90%")
    assert rules_words([up], Language.ZH) == ("单日升 15%",)
    assert rules_words([replace(up, over=""), replace(down, over="")], Language.EN) == ("±15% vs prior",)


def test_a_move_may_count_from_the_target() -> None:
    below = AlertRule(Trigger.FALL, 0.02, "2 个百分点", against="target")
    assert alert_of((below,), 0.26, {"target": 0.28}).level is YELLOW
    assert rule_words(below, Language.ZH) == "较目标降 2 个百分点"
