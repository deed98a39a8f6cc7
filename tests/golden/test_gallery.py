"""The planned gallery as text: name, frame in inches, size and words of every element. A change here is a change that people will see."""

from __future__ import annotations

import pytest

from tests.support.deck_laws import faults
from tests.support.gallery import gallery
from tests.support.golden import assert_golden
from tests.support.planning import harbor, outline, planned


def test_the_gallery_is_planned_as_it_was(request: pytest.FixtureRequest) -> None:
    deck = planned(gallery()).expect_clean()
    slides = (f"== {slide.id} [{slide.layout}] {slide.title}\n{outline(slide.elements)}" for slide in deck.slides)
    assert_golden("gallery.txt", "\n\n".join(slides), request)


def test_the_gallery_keeps_the_laws() -> None:
    assert list(faults(planned(gallery()).expect_clean(), harbor()[1])) == []
