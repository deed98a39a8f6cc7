"""Alert thresholds: which line a metric has touched. Reaching a line counts as touching it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.base.diagnostics import Language, Phrase
from engine.base.records import dataclass
from engine.metrics.compare import NEGATIVE_BASE, NO_ACTUAL, NO_BASE, ZERO_BASE
from engine.metrics.special import AlertRule, Level, Trigger

LEVEL_WORDS: Mapping[Level, Phrase] = {
    Level.NONE: Phrase("正常", "Normal"),
    Level.YELLOW: Phrase("黄线预警", "Yellow alert"),
    Level.RED: Phrase("红线预警", "Red alert"),
}
_TRIGGERS = {
    Trigger.ABOVE: Phrase("高于", "above"),
    Trigger.BELOW: Phrase("低于", "below"),
    Trigger.RISE: Phrase("升", "up"),
    Trigger.FALL: Phrase("降", "down"),
}
_BASES = {"mom": Phrase("环比", "vs prior"), "yoy": Phrase("同比", "YoY"), "target": Phrase("较目标", "vs target")}
_MOVES = (Trigger.RISE, Trigger.FALL)
EXACT = 9
"""Decimals to which a move is compared with its line: 1.1 ÷ 1 − 1 is a hair more than 10 % in binary."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What a metric's thresholds say: the gravest line touched, and its rule; `reason` when none of them could be judged."""

    level: Level
    rule: AlertRule | None = None
    reason: Phrase | None = None


def alert_of(rules: tuple[AlertRule, ...], actual: float | None, bases: Mapping[str, float | None]) -> Alert:
    """Return the gravest alert. `bases` holds what a move is counted from (mom, yoy), None where there is no figure.

    A rule that cannot be judged (no base, a growth rate from a base of 0 or less) is passed over; when all are, so is the alert.
    """
    if actual is None:
        return Alert(Level.NONE, reason=NO_ACTUAL)
    verdicts = [(rule, _touched(rule, actual, bases.get(rule.against))) for rule in rules]
    touched = next((rule for rule, verdict in verdicts if verdict is True), None)
    if touched is not None:
        return Alert(touched.level, touched)
    reasons = [verdict for _, verdict in verdicts if isinstance(verdict, Phrase)]
    return Alert(Level.NONE, reason=reasons[0] if reasons and len(reasons) == len(rules) else None)


def _touched(rule: AlertRule, actual: float, base: float | None) -> bool | Phrase:
    if rule.trigger is Trigger.ABOVE:
        return round(actual - rule.bound, EXACT) >= 0
    if rule.trigger is Trigger.BELOW:
        return round(actual - rule.bound, EXACT) <= 0
    if base is None:
        return NO_BASE
    if rule.relative and base <= 0:
        return NEGATIVE_BASE if base < 0 else ZERO_BASE
    move = actual / base - 1 if rule.relative else actual - base
    return round((move if rule.trigger is Trigger.RISE else -move) - rule.bound, EXACT) >= 0


def rule_words(rule: AlertRule, language: Language) -> str:
    """Return a threshold as people say it: 低于 86.5%、环比降 15%."""
    zh = language is Language.ZH
    word = _TRIGGERS[rule.trigger].in_(language)
    if rule.trigger not in _MOVES:
        return f"{word} {rule.text}"
    base = rule.over or _BASES[rule.against].in_(language)
    return f"{base}{word} {rule.text}" if zh else f"{word} {rule.text} {base}"


def rules_words(rules: Iterable[AlertRule], language: Language) -> tuple[str, ...]:
    """Return thresholds in words; a rise and a fall by the same amount are told as one: 单日 ±15%."""
    listed = list(rules)
    pairs = {(rule.text, rule.against, rule.over) for rule in listed if rule.trigger is Trigger.RISE}
    both = pairs & {(rule.text, rule.against, rule.over) for rule in listed if rule.trigger is Trigger.FALL}
    told = []
    for rule in listed:
        base = rule.over or _BASES.get(rule.against, _BASES["mom"]).in_(language)
        if rule.trigger in _MOVES and (rule.text, rule.against, rule.over) in both:
            told.append(f"{base} ±{rule.text}" if language is Language.ZH else f"±{rule.text} {base}")
        else:
            told.append(rule_words(rule, language))
    return tuple(dict.fromkeys(told))
