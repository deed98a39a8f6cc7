"""A paper told on slides: whatever its paragraphs, nothing is lost between slides and notes, and no slide has a fault."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.diagnostics import Outcome
from engine.model.blocks import Block, BulletItem, Bullets, Heading, Paragraph
from engine.model.deck import Deck
from engine.plan.deck.fonts import DeckFonts
from engine.plan.deck.planner import Wording, plan_deck
from tests.property.judging import is_placed, words_in
from tests.support.deck_laws import bare, faults, is_told, paragraphs_of
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import AT, Pictures, harbor, report, t, topic
from tests.support.stretch import SENTENCES, long_words

LENGTHS = (12, 40, 120, 360)


def told(*blocks: Block) -> Outcome[Deck]:
    brand, fonts = harbor()
    return plan_deck(report(topic(*blocks)), brand, DeckFonts(fonts), Pictures(), Wording.TOLD)


def judge(outcome: Outcome[Deck], blocks: tuple[Block, ...]) -> None:
    errors = [finding for finding in outcome.diagnostics if finding.is_error]
    assert all(is_placed(error) and error.code.startswith(("FIT", "CHART")) for error in errors), errors
    if errors:
        return
    deck = outcome.value
    assert deck is not None
    assert list(faults(deck, harbor()[1])) == []
    notes = bare("".join(slide.notes.plain for slide in deck.slides))
    shown = paragraphs_of(deck)
    written = [words for block in blocks for words in words_in(block)]
    assert [words for words in written if bare(words) and bare(words) not in notes and not is_told(words, shown)] == []


@st.composite
def prose(draw: st.DrawFn) -> Block:
    kinds, lengths = st.sampled_from(sorted(SENTENCES)), st.sampled_from(LENGTHS)
    if draw(st.booleans()):
        return Paragraph(t(long_words(draw(kinds), draw(lengths))), AT)
    items = tuple(BulletItem(t(long_words(draw(kinds), draw(lengths)))) for _ in range(draw(st.integers(1, 7))))
    return Bullets(items, ordered=draw(st.booleans()), where=AT)


@pytest.mark.parametrize("name", EVERY_BLOCK)
@settings(max_examples=6)
@given(data=st.data())
def test_nothing_is_lost_and_nothing_is_faulty(name: str, data: st.DataObject) -> None:
    before = data.draw(st.lists(prose(), max_size=3), label="before")
    after = data.draw(st.lists(prose(), max_size=3), label="after")
    blocks = (
        *before,
        EVERY_BLOCK[name],
        *after,
        Heading(t("另一个小标题"), where=AT),
        *data.draw(st.lists(prose(), min_size=1, max_size=3)),
    )
    judge(told(*blocks), blocks)


def test_no_report_is_worse_told_than_written() -> None:
    """Where the points do not fit, the words stand as they were written."""
    blocks = (Paragraph(t(long_words("word", 400)), AT), EVERY_BLOCK["table"])
    assert not any(finding.is_error for finding in told(*blocks).diagnostics)
