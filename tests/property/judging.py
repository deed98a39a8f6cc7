"""The law of the planner: what was written stands on the slides, whole and apart, or an error says where it does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Diagnostic, Outcome
from engine.model.deck import Deck
from tests.support.deck_laws import bare, faults, is_told, paragraphs_of
from tests.support.planning import harbor
from tests.support.stretch import text_at, text_paths

UNSEEN = frozenset({"ShareItem.ratio_text"})
"""Texts that a deck does not print by design: shares are read off the bar."""


def judge(outcome: Outcome[Deck], written: Sequence[str]) -> None:
    """Fail unless the outcome has an error with its place, or a deck without faults that tells everything written."""
    fault = "\n".join(breaches(outcome, written))
    assert not fault, fault


def breaches(outcome: Outcome[Deck], written: Sequence[str]) -> Iterator[str]:
    errors = [finding for finding in outcome.diagnostics if finding.is_error]
    if errors:
        yield from (f"an error without its place: {finding}" for finding in errors if not is_placed(finding))
        if not any(finding.code.startswith(("FIT", "CHART")) for finding in errors):
            yield f"not an error about room: {errors[0]}"
        return
    assert outcome.value is not None
    yield from faults(outcome.value, harbor()[1])
    told = paragraphs_of(outcome.value)
    yield from (f"lost: {words}" for words in dict.fromkeys(written) if bare(words) and not is_told(words, told))


def words_in(value: object) -> list[str]:
    """Return every text of a value that a deck prints."""
    return [text_at(value, path).plain for field, path in text_paths(value) if field not in UNSEEN]


def is_placed(finding: Diagnostic) -> bool:
    return bool(finding.where.file) and finding.where.line > 0
