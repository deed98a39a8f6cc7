"""Claims about numbers, and whether the number beside them bears them out: grades (超额完成, missed), sides of a target, directions, changes from A to B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from engine.base.diagnostics import Phrase
from engine.checks.skeleton import SLOT, Clause, Number, Sentence
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


_UP = "增长|提升|上升|提高|增加|上涨|攀升|走高|回升|扩大|上扬|增至|升至|涨至|增到|升到|涨到|[升涨增](?=了|至|到)|rose|rises?|risen|grew|grows?|grown|increased|increases|climbed|gained|jumped"
_DOWN = (
    "下降|降低|下滑|减少|回落|下跌|缩减|走低|收缩|萎缩|收窄|降至|降到|跌至|跌到|减至|减到|[降跌减](?=了|至|到)"
    "|fell|falls?|fallen|dropped|drops|declined|declines|decreased|decreases|shrank"
)
_BETTER, _WORSE = "改善|好转|优化|improved|improves", "恶化|变差|worsened|deteriorated"
_TO = r"(?:至|到|为|了|约|近|只有|仅|to|by|\s)*"
_NEGATED = re.compile(r"(?:没有|并未|尚未|未能|未曾|未|没|不再|不|无|not|never|no longer|n't|without)\s?$", re.IGNORECASE)
_OPEN = re.compile(
    r"若|如果|假如|一旦|只要|目标[是为]|力争|争取|确保|预计|计划|有望|将|才能|为了|需要|应当|可望|能否|是否|要[^求点素]|即[停可]|触发|低于[^目]*则"
    r"|\b(?:if|would|will|should|must|aims?|expected|forecast|can|could|whether|until|once|unless|to (?:exceed|reach|meet|hit|beat)|plans? to)\b",
    re.IGNORECASE,
)
_RATES_OF_RATES = re.compile(r"增速|增幅|降幅|涨幅|跌幅|growth rate|pace of")
_LATE_START = re.compile(
    r"^[\s”’）)]*(?:已经?|均|也|都|并且?|且|仍|略|大幅|顺利|提前|全面|整体|从而|因此|明显|远|超前|and |which |thus |so |that is |it )*$",
    re.IGNORECASE,
)
_FIRST_IS_RATE = re.compile(rf"^\s*(?:完成率|达成率|完成|达到|为|实际|attainment|at)\D{{0,6}}{SLOT}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    grades: re.Pattern[str]
    from_to: re.Pattern[str]
    toward: re.Pattern[str]
    noun: re.Pattern[str]
    calendar: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    goal = r"(?:了)?(?:年度|阶段|全年|既定|预定|季度|本季|上半年|计划)?目标(?!的|值|为|是)"
    its = r"(?: its| the| our| their| all)? ?(?:target|goal|plan)s?\b(?! of)"
    return _Patterns(
        grades=re.compile(
            rf"(?P<missed>(?:未能?|没有?能?|尚未|并未)(?:超额)?(?:达成|达标|完成|实现|达到)(?!的)|未达(?!成|标|到)|不达标|不及预期|落后于?目标|missed|fell short"
            rf"|(?:failed to|did not|didn't|does not) (?:meet|reach|hit|achieve))"
            rf"|(?P<exceeded>超额(?:完成|达成|实现)|超预期|exceeded|surpassed|outperformed|beat(?:s|ing)?\b)"
            rf"|(?P<above>高于目标|比目标[高多]|超[过出]?{goal}|above{its}|over{its}|ahead of{its})"
            rf"|(?P<below>低于目标|比目标[低少]|不及目标|below{its}|under{its}|short of{its}|behind{its})"
            rf"|(?P<met>(?:达成|达标)(?!率|的|线|情况|度|目标的|项)|(?:完成|实现|达到){goal}|(?:如期|全面|圆满|顺利)完成|(?:met|hit|achieved|reached){its}|on target)",
            re.IGNORECASE,
        ),
        from_to=re.compile(
            rf"(?:由|从|from)\s*[^，,{SLOT[1:-1]}]{{0,8}}(?P<a>{SLOT})[^，,{SLOT[1:-1]}]{{0,8}}?(?P<word>{_UP}|{_DOWN}|{_BETTER}|{_WORSE}){_TO}(?P<b>{SLOT})"
            rf"|(?P<word2>{_UP}|{_DOWN}|{_BETTER}|{_WORSE})\s+from\s+(?P<a2>{SLOT})\s+to\s+(?P<b2>{SLOT})",
            re.IGNORECASE,
        ),
        toward=re.compile(
            rf"(?P<word>{_UP}|{_DOWN}|{_BETTER}|{_WORSE}|(?<=比)[增升涨降跌减]|(?<=[比率价量额本])[升涨降跌](?=\s?{SLOT})|\bup\b|\bdown\b)"
            rf"(?P<to>至|到|为|\s+to\s+)?(?:了|约|近|超过?|逾|达|by|\s|about|nearly|only)*(?P<a>{SLOT})",
            re.IGNORECASE,
        ),
        noun=re.compile(
            rf"(?P<a>{SLOT})\s*(?:的|of)?\s*(?P<word>增长|提升|涨幅|增幅|下降|降幅|跌幅|growth|increase|rise|decline|drop|fall|decrease)(?![率速])"
            rf"|(?P<word2>increase|rise|growth|gain|decline|drop|fall|decrease) of\s+(?P<a2>{SLOT})",
            re.IGNORECASE,
        ),
        calendar=re.compile(
            r"(?P<ahead>领先|快于|超前|ahead of (?:schedule|the calendar|time))|(?P<behind>落后|慢于|滞后|behind (?:schedule|the calendar))",
            re.IGNORECASE,
        ),
    )


_DIRECTIONS = ((Claim.UP, re.compile(rf"{_UP}|升|涨|增|up|涨幅|增幅|growth|increase|rise|gain", re.IGNORECASE)), (Claim.DOWN, re.compile(rf"{_DOWN}|降|跌|减|down|decline|drop|fall|decrease", re.IGNORECASE)), (Claim.BETTER, re.compile(_BETTER)), (Claim.WORSE, re.compile(_WORSE)))  # fmt: skip  # noqa: E501


def contradictions(sentence: Sentence) -> Iterator[Contradiction]:
    """Yield the claims of a sentence that its numbers do not bear out."""
    for index, clause in enumerate(sentence):
        yield from _from_to(clause)
        if _OPEN.search(clause.words):
            continue
        yield from _grades(index, sentence)
        yield from _directions(index, sentence)
        yield from _calendar(index, sentence)


# ---- grades and sides of the target


def _grades(index: int, sentence: Sentence) -> Iterator[Contradiction]:
    clause = sentence[index]
    for match in _patterns().grades.finditer(clause.words):
        claim = Claim(str(match.lastgroup))
        negated = _NEGATED.search(clause.words[: match.start()]) is not None
        number = _graded_number(index, sentence, match)
        truth = None if number is None else _against(claim, number, negated=negated)
        if number is not None and truth is not None:
            yield Contradiction(match.group(), number, truth)


def _graded_number(index: int, sentence: Sentence, match: re.Match[str]) -> Number | None:
    """Return the number that a grade speaks of: the nearest before it in the clause, else the nearest behind, else that of a clause next to it."""
    clause = sentence[index]
    places = list(clause.positions())
    if places:
        usable = [(place, number) for place, number in places if _is_gradable(number)]
        before = [number for place, number in usable if place < match.start()]
        behind = [number for place, number in usable if place >= match.end()]
        return before[-1] if before else behind[0] if behind else None
    if index and _LATE_START.match(clause.words[: match.start()]):
        earlier = [number for _, number in sentence[index - 1].positions()]
        return earlier[-1] if earlier and _is_gradable(earlier[-1]) else None
    if index + 1 < len(sentence) and _FIRST_IS_RATE.match(sentence[index + 1].words):
        later = next((number for _, number in sentence[index + 1].positions()), None)
        return later if later is not None and later.aspect == "attainment" else None
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


def _from_to(clause: Clause) -> Iterator[Contradiction]:
    for match in _patterns().from_to.finditer(clause.words):
        word = match["word"] or match["word2"]
        one, other = clause.number(match["a"] or match["a2"]), clause.number(match["b"] or match["b2"])
        if one.raw is None or other.raw is None or one.unit != other.unit or (one.stem and other.stem and one.stem != other.stem):
            continue
        if _NEGATED.search(clause.words[: match.start("word") if match["word"] else match.start("word2")]):
            continue
        moved = (other.raw > one.raw) - (other.raw < one.raw)
        truth = _against_direction(word, moved, other)
        if truth is not None:
            yield Contradiction(
                word, other, Phrase(f"从 {one.text} 到 {other.text} {truth.zh}", f"from {one.text} to {other.text} {truth.en}")
            )


def _directions(index: int, sentence: Sentence) -> Iterator[Contradiction]:
    clause = sentence[index]
    if _RATES_OF_RATES.search(clause.words) and not re.search(rf"(?:涨幅|增幅|降幅|跌幅)\D{{0,2}}{SLOT}", clause.words):
        return
    seen: set[int] = set()
    for pattern in (_patterns().toward, _patterns().noun):
        for match in pattern.finditer(clause.words):
            named = match.groupdict()
            word, slot = named["word"] or named.get("word2") or "", named["a"] or named.get("a2") or ""
            start = match.start("word") if named["word"] else match.start("word2")
            if ord(slot) in seen or _NEGATED.search(clause.words[:start]):
                continue
            seen.add(ord(slot))
            number = clause.number(slot)
            moved = number.change if number.aspect != "gap" else None
            if moved is None and number.aspect in {"actual", "written"}:
                moved = _told_beside(number, index, sentence)
            truth = None if moved is None else _against_direction(word, moved, number)
            if truth is not None:
                yield Contradiction(word, number, truth)


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


def _against_direction(word: str, moved: int, number: Number) -> Phrase | None:
    """Return which way the number went, when the word says another."""
    claim = next((claim for claim, pattern in _DIRECTIONS if pattern.fullmatch(word)), None)
    if claim in {Claim.BETTER, Claim.WORSE}:
        if number.kpi is None or number.kpi.better is Better.RANGE:
            return None
        up_is_good = number.kpi.better is Better.HIGHER
        claim = Claim.UP if (claim is Claim.BETTER) is up_is_good else Claim.DOWN
    wanted = {Claim.UP: 1, Claim.DOWN: -1}.get(claim) if claim is not None else None
    return None if wanted is None or moved == wanted else _MOVES[moved]


_MOVES = {1: Phrase("是上升", "is a rise"), 0: Phrase("没有变化", "is no change"), -1: Phrase("是下降", "is a fall")}


# ---- the calendar


def _calendar(index: int, sentence: Sentence) -> Iterator[Contradiction]:
    clause = sentence[index]
    for match in _patterns().calendar.finditer(clause.words):
        numbers = [number for part in sentence[max(0, index - 1) : index + 1] for number in part.numbers]
        lead = _lead(numbers, clause)
        if lead is None or _NEGATED.search(clause.words[: match.start()]):
            continue
        if (lead > 0) is not (match["ahead"] is not None) and lead != 0:
            shown = next(number for number in reversed(numbers) if number.aspect in {"pace", "attainment"})
            truth = Phrase("进度领先", "it is ahead") if lead > 0 else Phrase("进度落后", "it is behind")
            yield Contradiction(match.group(), shown, truth)


def _lead(numbers: list[Number], clause: Clause) -> float | None:
    """Return how far the attainment is ahead of the calendar: the pace of the clause, or attainment against the elapsed share."""
    pace = next((number.raw for number in clause.numbers if number.aspect == "pace"), None)
    if pace is not None:
        return pace
    attained = next((number.raw for number in numbers if number.aspect == "attainment"), None)
    elapsed = next((number.raw for number in numbers if number.aspect == "elapsed"), None)
    return None if attained is None or elapsed is None else round(attained - elapsed, 6)
