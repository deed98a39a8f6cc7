"""A text with its numbers taken out: words to search for claims, and what each number that stood there is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.base.records import dataclass
from engine.base.written_figures import written_figures
from engine.checks.reading import Reading
from engine.checks.said import Said
from engine.model.evidence import Kpi

FIRST = 0xE100
MOST = 0x0FFF
SLOT = f"[{chr(FIRST)}-{chr(FIRST + MOST)}]"
"""A pattern for the one character that stands for a number."""
CHANGES = frozenset({"yoy", "mom", "deviation", "deviation_rate", "pace"})
# Patterns are strings: `re` keeps what it compiled, and it compiles none before there is a claim.
_PERCENT_OF_GOAL = r"(?i)(?:完成率|达成率|完成目标的|完成了?|attainment(?: of| was| is)?)\s*[:：为达是]*\s*$"
_SENTENCE = r"[。！？；!?;\n]|\.(?=\s|$)"
_CLAUSE = r"[，,：:]|\s(?=but\s|while\s|whereas\s|although\s)|(?=但|而|却)(?!而且)"
_STEM = r"^(?:abs\()?(?P<stem>[^()|]+?)\.(?P<aspect>[a-z_]+)\)?(?:\|.*)?(?:#\d+)?$"
_DIFFERENCE = r"^(?:abs\()?\((?P<left>[^()]+?)\.(?P<first>[a-z]+) [−-] (?P<right>[^()]+?)\.(?P<second>[a-z]+)\)\)?(?:\|.*)?(?:#\d+)?$"
_GROWTH = r"^\(?\((?P<left>[^()]+?)\.(?P<first>actual) ÷ (?P<right>[^()]+?)\.(?P<second>previous|last)\) [−-] 1\)?(?:\|.*)?(?:#\d+)?$"


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text.

    `raw` in base units, signed as it is; `change` is the sign of the movement it tells (1 up, −1 down, 0 none), None for a level or when
    unknown; `aspect` is that of the fact, `written` for typed figures; `kpi` the metric it is about as a whole, `stem` that or a part of it.
    """

    raw: float | None
    unit: str
    text: str
    aspect: str = "written"
    stem: str = ""
    kpi: Kpi | None = None
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch without comma; `numbers` are those that stand in it, in order, each one SLOT of `words`."""

    words: str
    numbers: tuple[Number, ...]

    @property
    def lower(self) -> str:
        """The words in lower case, letter for letter; as they are where that would change their number."""
        lower = self.words.lower()
        return lower if len(lower) == len(self.words) else self.words

    def number(self, slot: str) -> Number:
        return self.numbers[ord(slot) - FIRST]

    def positions(self) -> Iterator[tuple[int, Number]]:
        """Yield each number with its place in `words`."""
        for index, character in enumerate(self.words):
            if FIRST <= ord(character) <= FIRST + MOST:
                yield index, self.numbers[ord(character) - FIRST]


Sentence = tuple[Clause, ...]


def sentences(said: Said, reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences of a text as clauses; a number never breaks one, whatever commas it holds."""
    words, numbers = _without_numbers(said, reading)
    for sentence in re.split(_SENTENCE, words):
        clauses = tuple(_clause(part, numbers) for part in re.split(_CLAUSE, sentence) if part.strip())
        if clauses:
            yield clauses


def _clause(words: str, numbers: list[Number]) -> Clause:
    """Return a clause with its own numbering of slots."""
    own: list[Number] = []
    letters: list[str] = []
    for character in words:
        if FIRST <= ord(character) <= FIRST + MOST:
            letters.append(chr(FIRST + len(own)))
            own.append(numbers[ord(character) - FIRST])
        else:
            letters.append(character)
    return Clause("".join(letters), tuple(own))


def _without_numbers(said: Said, reading: Reading) -> tuple[str, list[Number]]:
    words: list[str] = []
    numbers: list[Number] = []
    for span in said.text.spans:
        if span.fact is not None and len(numbers) < MOST:
            words.append(chr(FIRST + len(numbers)))
            numbers.append(_of_fact(span.fact, span.text, reading))
        else:
            words.append(_without_figures(span.text, "".join(words), numbers))
    return "".join(words).replace("\u00a0", " "), numbers


def _without_figures(text: str, before: str, numbers: list[Number]) -> str:
    written: list[str] = []
    position = 0
    for figure in written_figures(text):
        if len(numbers) >= MOST:
            break
        start = figure.start
        sign = text[start - 1 : start] if start > position else ""
        signed = sign in {"+", "-", "−", "＋"}
        written.append(text[position : start - 1 if signed else start])
        context = before + "".join(written)
        raw = -figure.value if sign in {"-", "−"} else figure.value
        attained = figure.unit == "%" and re.search(_PERCENT_OF_GOAL, context) is not None
        change = (1 if raw > 0 else -1 if raw < 0 else 0) if signed else None
        numbers.append(Number(raw, figure.unit, figure.text, "attainment" if attained else "written", change=change))
        written.append(chr(FIRST + len(numbers) - 1))
        position = figure.end
    return "".join((*written, text[position:]))


def _of_fact(fact_id: str, shown: str, reading: Reading) -> Number:
    fact = reading.facts.get(fact_id)
    if fact is None:
        return Number(None, "", shown, "unknown")
    kpi = reading.kpis.get(fact.metric)
    difference = re.match(_DIFFERENCE, fact_id) or re.match(_GROWTH, fact_id)
    if difference is not None:
        whole = kpi if kpi is not None and difference["left"] == kpi.id else None
        return Number(fact.raw, fact.unit, shown, _about(difference), difference["left"], whole, _movement(difference, fact.raw))
    match = re.match(_STEM, fact_id)
    stem = match["stem"] if match is not None else ""
    whole = kpi if kpi is not None and stem == kpi.id else None
    change = _sign(fact.raw) if fact.aspect in CHANGES else None
    if change is not None and fact.aspect == "deviation" and fact.formula.startswith(f"{stem}.target"):
        change = -change  # the report counts target − actual
    if fact_id.startswith("abs("):
        known = {"yoy": kpi.yoy, "mom": kpi.mom}.get(fact.aspect) if whole is not None and kpi is not None else None
        change = _sign(known)
    return Number(fact.raw, fact.unit, shown, fact.aspect, stem, whole, change)


def _about(difference: re.Match[str]) -> str:
    """Return `gap` for a difference from the target, `moved` for one from an earlier period, `derived` for anything else."""
    if difference["left"] != difference["right"]:
        return "derived"
    aspects = {difference["first"], difference["second"]}
    return "gap" if aspects == {"actual", "target"} else "moved" if aspects in ({"actual", "previous"}, {"actual", "last"}) else "derived"


def _movement(difference: re.Match[str], raw: float | None) -> int | None:
    """Return which way the actual value lies of the other one."""
    sign = _sign(raw)
    if sign is None or _about(difference) == "derived":
        return None
    return sign if difference["first"] == "actual" else -sign


def _sign(raw: float | None) -> int | None:
    return None if raw is None else (raw > 0) - (raw < 0)
