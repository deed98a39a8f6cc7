"""Numbers in words beside a fact: 增长两成 at +3 %, “half of its target” at 96 %. Only a word that clearly tells of a number is judged by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.base.diagnostics import Phrase
from engine.base.records import replace
from engine.checks.claim_words import patterns
from engine.checks.claims import Contradiction
from engine.checks.number_words import HINT, WordedNumber, worded_numbers
from engine.checks.skeleton import SLOT, Clause, Number, Sentence

_RATE = "%"
_CHANGES = frozenset({"yoy", "mom", "moved"})
# Patterns are strings: `re` keeps what it compiled, and a clean report needs none of them.
_NOT_SO = r"(?:没有|并未|尚未|未能|不是|并非|不会|没|未|不|not|never|no longer|n't|without)\s?$"
_SAME_PERIOD, _PRIOR_PERIOD = r"同比|去年|上年|last year|year on year|a year ago", r"环比|上期|上月|上季|month on month|on the prior"
_DIRECTION = (
    "(?:增长|提升|上升|提高|增加|上涨|多|涨|升|增|下降|降低|下滑|减少|回落|下跌|缩减|少|降|跌|减"
    r"|rose|grew|increased|up|fell|dropped|declined|down)(?:了|by|\s)*$"
)
_OF_GOAL = r"(?:完成|达到|达成|实现|reached|achieved|met)\D{0,12}$"
_BESIDE = rf"^\s*[（(]\s*(?:即|约|为|实际|is|at)?\s*({SLOT})"
_NEXT = rf"^\s*(?:即|为|达到?|共|合|实际|是|具体为|it is|that is|namely)?\s*({SLOT})"
_BEFORE = rf"({SLOT})\s*[（(]\s*$"
_LAST = rf"({SLOT})\s*$"


def worded_contradictions(sentence: Sentence) -> Iterator[Contradiction]:
    """Yield the numbers in words that the number they tell of does not bear out; hopes and conditions are left alone."""
    if not any(clause.numbers for clause in sentence):
        return
    for index, clause in enumerate(sentence):
        lower = clause.lower
        if patterns().conditional.search(lower):
            return
        if re.search(HINT, lower) is None or patterns().open.search(lower):
            continue
        for word in worded_numbers(lower):
            number = None if re.search(_NOT_SO, lower[: word.start]) else _told(word, index, sentence)
            if number is not None and number.raw is not None and not word.allows(abs(number.raw)):
                said = clause.words[word.start : word.end].strip()
                truth = Phrase(f"“{said}”是 {word.ratio:.0%} 上下", f"{said!r} is about {word.ratio:.0%}")
                yield Contradiction(said, number, truth)


def _told(word: WordedNumber, index: int, sentence: Sentence) -> Number | None:
    """Return the number that a word tells of: a change behind a direction, an attainment behind 完成, else the rate right beside it."""
    clause = sentence[index]
    before = clause.lower[: word.start]
    if word.growth or re.search(_DIRECTION, before):
        return _change(clause, index, sentence)
    if re.search(_OF_GOAL, before):
        return _attainment(clause, index, sentence)
    found = _beside(word, index, sentence)
    return found if found is not None and found.unit == _RATE and found.aspect not in _CHANGES else None


def _beside(word: WordedNumber, index: int, sentence: Sentence) -> Number | None:
    clause = sentence[index]
    after, before = clause.lower[word.end :], clause.lower[: word.start]
    if (match := re.match(_BESIDE, after)) is not None or (match := re.search(_BEFORE, before)) is not None:
        return clause.number(match[1])
    ends = not after.strip(" ”’）)")
    if ends and index + 1 < len(sentence) and (match := re.match(_NEXT, sentence[index + 1].lower)) is not None:
        return sentence[index + 1].number(match[1])
    if ends and not before.strip() and index and (match := re.search(_LAST, sentence[index - 1].lower)) is not None:
        return sentence[index - 1].number(match[1])
    return None


def _near(index: int, sentence: Sentence) -> list[Number]:
    return [number for clause in sentence[max(0, index - 1) : index + 2] for number in clause.numbers]


def _change(clause: Clause, index: int, sentence: Sentence) -> Number | None:
    """Return the one change that is told beside a direction, else that of the metric which the clause names. A rate's change is in points: none."""
    told = [number for number in _near(index, sentence) if number.aspect in _CHANGES and number.unit == _RATE and not _is_rate(number)]
    if told:
        return told[0] if len(told) == 1 else None
    aspect = "yoy" if re.search(_SAME_PERIOD, clause.lower) else "mom" if re.search(_PRIOR_PERIOD, clause.lower) else ""
    number = _named(clause, index, sentence) if aspect else None
    if number is None or number.kpi is None or _is_rate(number):
        return None
    raw = number.kpi.yoy if aspect == "yoy" else number.kpi.mom
    return None if raw is None else replace(number, raw=raw, unit=_RATE, text=f"{raw:+.1%}", aspect=aspect)


def _attainment(clause: Clause, index: int, sentence: Sentence) -> Number | None:
    told = [number for number in _near(index, sentence) if number.aspect == "attainment"]
    if told:
        return told[0] if len(told) == 1 else None
    number = _named(clause, index, sentence)
    if number is None or number.kpi is None or number.kpi.attainment is None:
        return None
    return replace(number, raw=number.kpi.attainment, unit=_RATE, text=f"{number.kpi.attainment:.1%}", aspect="attainment")


def _named(clause: Clause, index: int, sentence: Sentence) -> Number | None:
    """Return the actual value beside it of the one metric that the clause names."""
    named = [number for number in _near(index, sentence) if number.aspect == "actual" and number.kpi is not None]
    named = [number for number in named if number.kpi is not None and number.kpi.label.lower() in clause.lower]
    return named[0] if len({number.stem for number in named}) == 1 else None


def _is_rate(number: Number) -> bool:
    return number.kpi is not None and number.kpi.unit == _RATE
