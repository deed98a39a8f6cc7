"""What holds for every planned paper: nothing written is lost, nothing leaves its page, headings are never alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.diagnostics import Outcome
from engine.checks import check_deck
from engine.model.deck import Slide, TextBox, TextTag
from engine.model.paper import Paper
from engine.model.report import Report
from engine.plan.paper.typeset import LAST_RESORT, TIGHTEST
from tests.support import campaign_summary, gallery
from tests.support.deck_laws import bare
from tests.support.every_block import EVERY_BLOCK
from tests.support.papers import frame, plan, planned, printed, words_of
from tests.support.stretch import SENTENCES, long_words, text_at, text_paths, with_text

SPOKEN = "Topic.notes"
"""Notes are for the speaker of a deck: a paper has none."""
HEADINGS = frozenset({TextTag.HEADING_1, TextTag.HEADING_2, TextTag.HEADING_3, TextTag.HEADING_4})


def untold(whole: object, paper: Paper) -> list[str]:
    """Return the texts of a report, or a block, that the flow of its paper does not say."""
    told = bare("".join(words_of(paper)))  # a heading of a table may stand in two paragraphs
    written = ((field, text_at(whole, path).plain) for field, path in text_paths(whole))
    return [words for field, words in written if field != SPOKEN and bare(words) and bare(words) not in told]


def unprinted(paper: Paper) -> list[str]:
    """Return the words of the flow that no page prints, where lines and pages may part them."""
    pages = bare("".join(words for page in paper.pages for words in printed(page)))
    return [words for words in words_of(paper) if not _is_in(bare(words), pages)]


def _is_in(words: str, pages: str) -> bool:
    return words in pages or all(words[at : at + 12] in pages for at in range(0, max(1, len(words) - 12), 12))


THIN = "FIT022"
"""A page that is nearly empty: a caption of a page drives its chart to the next, which loses nothing and is told."""


def faults(paper: Paper) -> Iterator[str]:
    for finding in check_deck(paper.paged):
        if finding.code != THIN:
            yield f"{finding.code} {finding.message.en}"
    for page in paper.pages[1:]:
        yield from _page_faults(page)


def _page_faults(page: Slide) -> Iterator[str]:
    size = page.size or frame().size
    limit = size.height - frame().bottom
    boxes = [each for each in page.elements if isinstance(each, TextBox) and each.tag is not TextTag.RUNNING]
    for box in boxes:
        if box.frame.bottom > limit + 13_000:
            yield f"{box.name} stands in the footer"
        for line in box.paragraphs:
            if any(not TIGHTEST <= spacing <= LAST_RESORT for spacing in line.spacing):
                yield f"{box.name} is spaced by {line.spacing}"
    if page.id.startswith("page") and boxes and boxes[-1].tag in HEADINGS and len(page.elements) < len(boxes) + 3:
        yield f"{page.id} ends in a heading"


def judged(outcome: Outcome[Paper], written: object) -> None:
    assert outcome.value is not None
    errors = [finding for finding in outcome.diagnostics if finding.is_error]
    assert all(finding.code.startswith("FIT") and finding.where.line for finding in errors), errors
    if not errors:
        assert list(faults(outcome.value)) == []
    assert untold(written, outcome.value) == []
    assert unprinted(outcome.value) == []


@pytest.mark.parametrize("whole", [gallery.gallery(), campaign_summary.report()], ids=["gallery", "campaign"])
def test_a_report_is_told_whole(whole: Report) -> None:
    outcome = planned(whole)
    outcome.expect_clean()
    judged(outcome, whole)


@pytest.mark.parametrize("name", EVERY_BLOCK)
def test_a_block_is_told_whole(name: str) -> None:
    judged(plan(EVERY_BLOCK[name]), EVERY_BLOCK[name])


@pytest.mark.parametrize("name", EVERY_BLOCK)
@settings(max_examples=6)
@given(data=st.data())
def test_a_text_ten_times_longer_fits_or_is_an_error_with_its_place(name: str, data: st.DataObject) -> None:
    block = EVERY_BLOCK[name]
    _, path = data.draw(st.sampled_from(list(text_paths(block))), label="where")
    kind = data.draw(st.sampled_from(sorted(SENTENCES)), label="writing")
    stretched = with_text(block, path, long_words(kind, data.draw(st.sampled_from((120, 400)), label="length")))
    judged(plan(stretched), stretched)
