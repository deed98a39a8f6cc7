from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic
from engine.checks import DECK_CHECKS, check_deck, check_file
from engine.checks.definition import DeckCheck, FileCheck
from engine.model.deck import Deck
from tests.support.gallery import gallery
from tests.support.planning import planned


def test_a_check_is_known_by_its_code() -> None:
    def no_complaint(deck: Deck) -> Iterator[Diagnostic]:
        return iter(())

    def no_fault(blob: bytes, file: str) -> Iterator[Diagnostic]:
        return iter(())

    assert DeckCheck("FIT099", no_complaint).name == "FIT099"
    assert FileCheck("FILE099", ("pptx",), no_fault).name == "FILE099"


def test_all_deck_checks_are_in_the_table() -> None:
    assert DECK_CHECKS.names[:2] == ("FIT003", "FIT004")


def test_a_good_deck_has_no_findings() -> None:
    assert check_deck(planned(gallery()).expect_clean()) == ()
    assert check_file("facts", b"", "facts.json") == ()  # no check is about this format
