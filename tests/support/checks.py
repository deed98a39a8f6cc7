"""A deck of one slide, for checks."""

from __future__ import annotations

import datetime as dt

from engine.base.diagnostics import Location
from engine.model.deck import Deck, DeckMeta, Element, Slide
from tests.support.planning import harbor


def deck_of(*elements: Element) -> Deck:
    brand, _ = harbor()
    meta = DeckMeta("述职", "林晓", "", "", "", "zh-CN", dt.datetime(2025, 7, 8, tzinfo=dt.UTC))
    slide = Slide("s", "content", "标题", elements, where=Location("content/h1/report.yaml", 9, 5))
    return Deck(meta, brand.size, (slide,), (), "harbor.pptx", brand.theme)
