"""Which facts of a ledger print a text; where none does, which come nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from engine.base.records import dataclass
from engine.metrics.literals import parse_literal
from engine.model.file_ledger import FileLedger, TracedFact, standings

MOST_NEAR = 3
_IGNORED = re.compile(r"[\s,，]")
_BEFORE, _AFTER = re.compile(r"(?:\d\.?|[+−-])$"), re.compile(r"\.?\d|[%‰]")


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure with its places as lines, `pptx 5 topic-2-1/title`; `made_of` are facts where it is no fact itself (a share in a pie)."""

    fact: TracedFact
    places: tuple[str, ...] = ()
    made_of: tuple[str, ...] = ()


def traced(ledger: FileLedger) -> tuple[Traced, ...]:
    """Return every fact with its places."""
    places = standings(ledger)
    lines = {fact: tuple(_line(place.format, place.page, place.shape) for place in found) for fact, found in places.items()}
    return tuple(Traced(fact, tuple(dict.fromkeys(lines.get(fact.id, ())))) for fact in ledger.facts)


def labels(ledger: FileLedger) -> tuple[Traced, ...]:
    """Return the figures beside points of charts that are made of several facts: shares and totals."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for printed in ledger.files:
        for chart in printed.charts:
            for label in chart.labels:
                if len(label.facts) != 1:
                    found.setdefault((label.text, label.facts), []).append(_line(printed.format, chart.page, chart.shape))
    return tuple(
        Traced(TracedFact(f"chart label {text}", text, aspect="label"), tuple(dict.fromkeys(places)), facts)
        for (text, facts), places in found.items()
    )


def printing(text: str, facts: Sequence[Traced]) -> tuple[Traced, ...]:
    """Return the facts that print exactly this text; where none does, those in whose words it stands as a whole figure."""
    wanted = _plain(text)
    same = tuple(each for each in facts if _plain(each.fact.text) == wanted)
    return same or tuple(each for each in facts if _stands_in(wanted, _plain(each.fact.text)))


def nearest_facts(text: str, facts: Sequence[Traced]) -> tuple[Traced, ...]:
    """Return up to three facts whose number is closest to that of the text, else whose words are most alike."""
    literal = parse_literal(text)
    if literal is None:
        ranked = sorted(facts, key=lambda each: -SequenceMatcher(None, text, each.fact.text).ratio())
    else:
        known = [(each, number) for each in facts if (number := parse_literal(each.fact.text)) is not None]
        rates = [pair for pair in known if (pair[1].unit == "%") == (literal.unit == "%")]
        ranked = [each for each, number in sorted(rates or known, key=lambda pair: abs(pair[1].raw - literal.raw))]
    return tuple({each.fact.text: each for each in reversed(ranked[: 3 * MOST_NEAR])}.values())[::-1][:MOST_NEAR]


def _line(format_name: str, page: int, shape: str) -> str:
    return " ".join(part for part in (format_name, str(page) if page else "", shape) if part)


def _plain(text: str) -> str:
    return _IGNORED.sub("", text)


def _stands_in(wanted: str, text: str) -> bool:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        if not _BEFORE.search(text[max(0, at - 2) : at]) and not _AFTER.match(text, at + len(wanted)):
            return True
        at = text.find(wanted, at + 1)
    return False
