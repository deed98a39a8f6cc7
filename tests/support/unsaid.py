"""What one deck says and another, of the same report, does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from engine.model.deck import Deck
from tests.support.deck_laws import is_told, paragraphs_of


def missing(deck: Deck, other: Deck) -> list[str]:
    """Return the paragraphs of one deck that another has not; page numbers and marks of continuation differ with the pages."""
    said = paragraphs_of(other)
    words = paragraphs_of(deck)[: -len(deck.slides)]
    return [each for each in words if not re.fullmatch(r"\d+(–\d+)?|.*（续\d/\d）", each) and not is_told(each, said)]


def unsaid(deck: Deck, other: Deck) -> Iterator[str]:
    """Yield the sentences that slides of one deck say, and neither slides nor notes of another.

    Page numbers, marks of continuation and counts of questions are left out, and the cover: its skyline is a theme's own.
    """
    inside = replace(deck, slides=deck.slides[1:])
    said = squeezed("|".join(paragraphs_of(other)) + "".join(slide.notes.plain for slide in other.slides))
    for paragraph in missing(inside, other):
        for sentence in re.split("(?<=。)", paragraph):
            if squeezed(sentence).rstrip("。") not in said and not re.fullmatch("本章.{2,6}", paragraph):
                yield sentence


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)
