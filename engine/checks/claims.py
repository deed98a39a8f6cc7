"""Claims about numbers, and whether the number beside them bears them out: grades (超额完成, missed), sides of a target, directions, changes from A to B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.checks.claim_words import patterns
from engine.checks.said import Said
from engine.checks.skeleton import Clause, Number, Sentence
from engine.model.facts import Better, Verdict


class Claim(Enum):
    """What words say of a number."""

    EXCEEDED = "exceeded"
    MET = "met"
    MISSED = "missed"
    ABOVE = "above"  # the target, whatever is better
    BELOW = "below"
    UP = "up"
    DOWN = "down"
    BETTER = "better"
    WORSE = "worse"
    AHEAD = "ahead"  # of the calendar
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words that the number beside them does not bear out; `truth` tells what it says."""

    words: str
    number: Number
    truth: Phrase


def may_claim(said: Said) -> bool:
    """Tell quickly whether a text has a number and a word that could be a claim: most have not."""
    has_number = any(span.fact for span in said.text.spans) or any(character.isdigit() for character in said.plain)
    return has_number and patterns().may_claim.search(said.plain.lower()) is not None


def contradictions(sentence: Sentence) -> Iterator[Contradiction]:
    """Yield the claims of a sentence that its numbers do not bear out."""
    if not any(clause.numbers for clause in sentence):
        return
    is_conditional = False
    for index, clause in enumerate(sentence):
        is_conditional = is_conditional or patterns().conditional.search(clause.lower) is not None
        if patterns().may_claim.search(clause.lower):
            is_open = is_conditional or patterns().open.search(clause.lower) is not None
            yield from _directions(index, sentence, is_open=is_open)
            if not is_open:
                yield from _grades(index, sentence)
                yield from _calendar(index, sentence)


# ---- grades and sides of the target


def _grades(index: int, sentence: Sentence) -> Iterator[Contradiction]:
    clause = sentence[index]
    for match in patterns().grades.finditer(clause.lower):
        claim = Claim(str(match.lastgroup))
        negated = patterns().negated.search(clause.lower[: match.start()]) is not None
        number = _graded_number(index, sentence, match)
        truth = None if number is None else _against(claim, number, negated=negated)
        if number is not None and truth is not None:
            yield Contradiction(clause.words[match.start() : match.end()], number, truth)


def _graded_number(index: int, sentence: Sentence, match: re.Match[str]) -> Number | None:
    """Return the number that a grade speaks of: the nearest before it in the clause, else the nearest behind, else that of a clause next to it."""
    clause = sentence[index]
    places = list(clause.positions())
    if places:
        usable = [(place, number) for place, number in places if _is_gradable(number)]
        before = [number for place, number in usable if place < match.start()]
        behind = [number for place, number in usable if place >= match.end()]
        return before[-1] if before else behind[0] if behind else None
    if index and patterns().late_start.match(clause.lower[: match.start()]):
        earlier = [number for _, number in sentence[index - 1].positions()]
        return earlier[-1] if earlier and _is_gradable(earlier[-1]) else None
    if index + 1 < len(sentence) and patterns().first_is_rate.match(sentence[index + 1].lower):
        later = next((number for _, number in sentence[index + 1].positions()), None)
        if later is None or not _is_gradable(later):
            return None
        return later if later.aspect == "attainment" or (later.kpi is not None and later.kpi.label in clause.words) else None
    return None


def _is_gradable(number: Number) -> bool:
    return number.aspect in {"attainment", "gap"} or (number.kpi is not None and number.kpi.has_target and number.aspect in _OF_THE_WHOLE)


_OF_THE_WHOLE = frozenset({"actual", "target", "deviation", "deviation_rate", "verdict", "status"})


def _against(claim: Claim, number: Number, *, negated: bool) -> Phrase | None:
    """Return what the number says, when that is not the claim."""
    side = _side(number)
    if claim in {Claim.ABOVE, Claim.BELOW}:
        if side is None or (number.kpi is not None and number.kpi.better is Better.RANGE):
            return None
        wanted = 1 if (claim is Claim.ABOVE) is not negated else -1
        if side == wanted or (negated and side == 0):
            return None
        return _SIDES[side]
    verdict, reached = _reached(number)
    if reached is None:
        return None
    if claim is Claim.MISSED:
        return None if reached is negated else (_MET if reached else _NOT_MET)
    if claim is Claim.MET:
        return None if reached is not negated else (_MET if reached else _NOT_MET)
    over = verdict is Verdict.EXCEEDED or ((number.kpi is None or number.kpi.better is not Better.RANGE) and reached and _is_over(number))
    if negated:
        return Phrase("数据是超额完成", "the data say it is exceeded") if verdict is Verdict.EXCEEDED else None
    return None if over else (_ONLY_MET if reached else _NOT_MET)


_MET = Phrase("数据已达到目标", "the data say the target is met")
_ONLY_MET = Phrase("数据刚好达到目标，没有超额", "the data say the target is met, not exceeded")
_NOT_MET = Phrase("数据没有达到目标", "the data say the target is not met")
_SIDES = {
    1: Phrase("数据高于目标", "the data are above the target"),
    0: Phrase("数据等于目标", "the data are at the target"),
    -1: Phrase("数据低于目标", "the data are below the target"),
}


def _reached(number: Number) -> tuple[Verdict | None, bool | None]:
    """Return the grade where it is known, and whether the target is reached."""
    if number.kpi is not None and number.kpi.verdict is not None:
        return number.kpi.verdict, number.kpi.verdict in {Verdict.EXCEEDED, Verdict.MET}
    if number.aspect == "attainment" and number.raw is not None:
        return None, round(number.raw + 1e-9, 3) >= 1
    return None, None


def _is_over(number: Number) -> bool:
    attained = number.kpi.attainment if number.kpi is not None else number.raw
    return attained is None or round(attained + 1e-9, 3) > 1


def _side(number: Number) -> int | None:
    """Return 1 above the target, −1 below, None when it is not known."""
    kpi = number.kpi
    if kpi is not None and kpi.actual is not None and kpi.target is not None:
        return (kpi.actual > kpi.target) - (kpi.actual < kpi.target)
    return number.change if number.aspect == "gap" else None


# ---- directions


def _directions(index: int, sentence: Sentence, *, is_open: bool) -> Iterator[Contradiction]:
    """Judge every word of direction: by the two numbers it stands between, else by the change it tells; the latter not in an open clause."""
    clause = sentence[index]
    is_rate_of_rate = patterns().rate_of_rate.search(clause.lower) is not None
    judged: set[str] = set()
    for match in patterns().direction.finditer(clause.lower):
        before, word = clause.lower[: match.start()], clause.words[match.start() : match.end()]
        if patterns().negated.search(before):
            continue
        claim = Claim(str(match.lastgroup))
        pair = _pair(clause, match)
        if pair is not None:
            yield from _between(word, claim, *pair)
            continue
        slot = _slot_of(clause, match)
        if is_open or is_rate_of_rate or not slot or slot in judged:
            continue
        judged.add(slot)
        number = clause.number(slot)
        moved = number.change if number.aspect != "gap" else None
        if moved is None and number.aspect in {"actual", "written"}:
            moved = _told_beside(number, index, sentence)
        truth = None if moved is None else _against_direction(claim, moved, number)
        if truth is not None:
            yield Contradiction(word, number, truth)


def _pair(clause: Clause, match: re.Match[str]) -> tuple[Number, Number] | None:
    """Return A and B of “由 A 降至 B” or “fell from A to B”."""
    route = patterns().route.match(clause.lower, match.end())
    if route is not None:
        return clause.number(route[1]), clause.number(route[2])
    then = patterns().then.match(clause.lower, match.end())
    origin = patterns().origin.search(clause.lower[: match.start()]) if then is not None else None
    return (clause.number(origin[1]), clause.number(then[1])) if origin is not None and then is not None else None


def _slot_of(clause: Clause, match: re.Match[str]) -> str:
    """Return the slot of the number that a direction tells of: the one behind it, or the one it is the noun of; empty when there is none."""
    then = patterns().then.match(clause.lower, match.end())
    owner = patterns().owner.search(clause.lower[: match.start()]) if then is None else None
    return then[1] if then is not None else owner[1] if owner is not None else ""


def _between(word: str, claim: Claim, one: Number, other: Number) -> Iterator[Contradiction]:
    if one.raw is None or other.raw is None or one.unit != other.unit or (one.stem and other.stem and one.stem != other.stem):
        return
    truth = _against_direction(claim, (other.raw > one.raw) - (other.raw < one.raw), other)
    if truth is not None:
        yield Contradiction(word, other, Phrase(f"从 {one.text} 到 {other.text} {truth.zh}", f"from {one.text} to {other.text} {truth.en}"))


def _told_beside(number: Number, index: int, sentence: Sentence) -> int | None:
    """Return the movement of a level (升至 X) as the same sentence tells it by a change of the same metric, None when it does not."""
    if number.kpi is None:
        return None
    changes = [
        other.change
        for clause in sentence[max(0, index - 1) : index + 2]
        for other in clause.numbers
        if other.stem == number.stem and other.aspect in {"yoy", "mom", "moved"} and other.change is not None
    ]
    return changes[0] if len(changes) == 1 else None


def _against_direction(claim: Claim, moved: int, number: Number) -> Phrase | None:
    """Return which way the number went, when that is not the claim."""
    if claim in {Claim.BETTER, Claim.WORSE}:
        if number.kpi is None or number.kpi.better is Better.RANGE:
            return None
        up_is_good = number.kpi.better is Better.HIGHER
        claim = Claim.UP if (claim is Claim.BETTER) is up_is_good else Claim.DOWN
    return None if moved == (1 if claim is Claim.UP else -1) else _MOVES[moved]


_MOVES = {1: Phrase("是上升", "it is a rise"), 0: Phrase("没有变化", "it is no change"), -1: Phrase("是下降", "it is a fall")}


# ---- the calendar


def _calendar(index: int, sentence: Sentence) -> Iterator[Contradiction]:
    clause = sentence[index]
    for match in patterns().calendar.finditer(clause.lower):
        numbers = [number for part in sentence[max(0, index - 1) : index + 1] for number in part.numbers]
        lead = _lead(numbers, clause)
        if lead is None or patterns().negated.search(clause.lower[: match.start()]):
            continue
        if (lead > 0) is not (match["ahead"] is not None) and lead != 0:
            shown = next(number for number in reversed(numbers) if number.aspect in {"pace", "attainment"})
            truth = Phrase("进度领先", "it is ahead") if lead > 0 else Phrase("进度落后", "it is behind")
            yield Contradiction(clause.words[match.start() : match.end()], shown, truth)


def _lead(numbers: list[Number], clause: Clause) -> float | None:
    """Return how far the attainment is ahead of the calendar: the pace of the clause, or attainment against the elapsed share."""
    pace = next((number.raw for number in clause.numbers if number.aspect == "pace"), None)
    if pace is not None:
        return pace
    attained = next((number.raw for number in numbers if number.aspect == "attainment"), None)
    elapsed = next((number.raw for number in numbers if number.aspect == "elapsed"), None)
    return None if attained is None or elapsed is None else round(attained - elapsed, 6)
