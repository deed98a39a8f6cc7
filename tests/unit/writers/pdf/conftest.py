"""Small decks, by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from engine.base.units import Rect, Size, inch
from engine.model.deck import Anchor, Deck, DeckMeta, Element, Run, Slide, TextBox, TextLine
from engine.model.theme import Color, FontFace, Theme

INK = Color("14232F")
FACE = FontFace("Microsoft YaHei", "Microsoft YaHei", "Noto Sans CJK SC")

MakeBox = Callable[..., TextBox]
MakeDeck = Callable[..., Deck]


@pytest.fixture
def box() -> MakeBox:
    """Makes a text box of one paragraph: 12 pt on 18 pt lines at (1, 1) in."""

    def make(text: str, *, slot: str | None = None, anchor: Anchor = Anchor.TOP, frame: Rect | None = None) -> TextBox:
        frame = frame or Rect.inches(1, 1, 4, 0.5)
        return TextBox("box", frame, (TextLine((Run(text, 12, INK),), 18),), anchor, slot)

    return make


@pytest.fixture
def deck() -> MakeDeck:
    """Makes a deck of 10 by 5 in with one slide for each tuple of elements."""

    def make(
        *slides: tuple[Element, ...], sections: tuple[tuple[str, int], ...] = (), title: str = "年中述职", face: FontFace = FACE
    ) -> Deck:
        meta = DeckMeta(title, "林晓", "示例公司", "述职", "活动,述职", "zh-CN", dt.datetime(2025, 7, 8, 9))  # noqa: DTZ001  as a report has it
        theme = Theme("harbor", {}, face, face, {}, inch(0.08), inch(0.04))
        pages = tuple(Slide(f"topic-{n}", "content", f"第 {n} 页", elements) for n, elements in enumerate(slides, 1))
        return Deck(meta, Size(inch(10), inch(5)), pages, sections, "templates/pptx/harbor.pptx", theme)

    return make
