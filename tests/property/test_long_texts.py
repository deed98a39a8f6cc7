"""A text made ten times longer, in any place where one can be written: it fits, whole and apart, or is an error that says where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.diagnostics import Diagnostic, Outcome
from engine.model.blocks import Block
from engine.model.deck import Deck
from tests.support.deck_laws import bare, faults, is_told, paragraphs_of
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import harbor, plan
from tests.support.stretch import SENTENCES, Path, all_texts, long_words, text_paths, with_text

LEAST = 12
"""A label of two characters is stretched as if it had twelve: ten times “目标” is nothing that would not fit."""

UNSEEN = frozenset({"ShareItem.ratio_text"})
"""Texts that a deck does not print by design: shares are read off the bar."""


def places() -> list[tuple[str, str]]:
    """Return (block, field) for every field that holds a text."""
    return [(name, field) for name, block in EVERY_BLOCK.items() for field in dict.fromkeys(found for found, _ in text_paths(block))]


def paths_of(block: Block, field: str) -> list[Path]:
    return [path for found, path in text_paths(block) if found == field]


def judge(outcome: Outcome[Deck], written: list[str]) -> None:
    """Assert the law: an error with its place, or a deck without faults that tells everything written."""
    errors = [finding for finding in outcome.diagnostics if finding.is_error]
    if errors:
        assert all(is_placed(finding) for finding in errors), errors
        assert any(finding.code.startswith("FIT") for finding in errors), errors
        return
    assert outcome.value is not None
    assert list(faults(outcome.value, harbor()[1])) == []
    told = paragraphs_of(outcome.value)
    assert [words for words in written if bare(words) and not is_told(words, told)] == []


def is_placed(finding: Diagnostic) -> bool:
    return bool(finding.where.file) and finding.where.line > 0


@pytest.mark.parametrize(("name", "field"), places())
@settings(max_examples=10)
@given(data=st.data())
def test_a_text_ten_times_longer_fits_or_is_an_error_with_its_place(name: str, field: str, data: st.DataObject) -> None:
    block = EVERY_BLOCK[name]
    path = data.draw(st.sampled_from(paths_of(block, field)), label="where")
    kind = data.draw(st.sampled_from(sorted(SENTENCES)), label="writing")
    times = data.draw(st.sampled_from((10, 10, 3, 30)), label="times")
    length = times * max(LEAST, min(40, len(next(iter(all_texts(block))).plain)))
    stretched = with_text(block, path, long_words(kind, length))
    written = [words.plain for words, (kept, _) in zip(all_texts(stretched), text_paths(stretched), strict=True) if kept not in UNSEEN]
    judge(plan(stretched), written)
