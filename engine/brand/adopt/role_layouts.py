"""Which layout plays which of the six roles, and on which sample slide its brand stands."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.inspect.roles import guessed_roles, main_master
from engine.brand.inspect.seen_deck import SeenDeck, SeenLayout


@dataclass(frozen=True, slots=True)
class RoleLayout:
    """`slide` is the sample slide whose shapes are cloned, None for none."""

    role: str
    layout: SeenLayout
    sure: bool
    reasons: tuple[Phrase, ...]
    slide: int | None = None


def role_layouts(deck: SeenDeck, cloned: Mapping[str, int]) -> tuple[RoleLayout, ...] | None:
    """Return a layout for every role of `contract.REQUIRED_SLOTS`, None when the deck has no layout at all; `cloned` are sample slides by role."""
    guesses = guessed_roles(deck)
    spare = _barest(deck)
    if spare is None:
        return None
    found = []
    for guess in guesses:
        layout, reasons = guess.layout, guess.reasons
        if layout is None:
            layout, reasons = spare, (Phrase("没有合适的版式：用最空的一个", "no layout fits: the barest one"),)
        found.append(RoleLayout(guess.role, layout, guess.is_sure, reasons, cloned.get(guess.role)))
    content = next(each for each in found if each.role == "content")
    titled = next((each for each in _siblings(deck, content.layout) if each.type == "titleOnly" and each.title is not None), None)
    if titled is not None:
        blank = RoleLayout("blank", titled, sure=True, reasons=(Phrase("只有标题的版式", "a layout with a title only"),))
    else:
        blank = RoleLayout(
            "blank",
            content.layout,
            content.sure,
            (Phrase("没有只含标题的版式：用内容版式", "no layout with a title only: that of the content"),),
        )
    return (*found, blank)


def _siblings(deck: SeenDeck, layout: SeenLayout) -> tuple[SeenLayout, ...]:
    return next(master.layouts for master in deck.masters if layout in master.layouts)


def _barest(deck: SeenDeck) -> SeenLayout | None:
    """Return the layout of the brand's master with the fewest shapes and placeholders."""
    layouts = main_master(deck).layouts or tuple(deck.layouts)
    return min(layouts, key=lambda each: (each.shapes, len(each.placeholders)), default=None)
