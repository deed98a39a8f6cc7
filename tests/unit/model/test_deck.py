"""What derives from a planned deck."""

from __future__ import annotations

import datetime as dt

from engine.base.units import Length, Rect, inch
from engine.model.deck import CellBox, Deck, DeckMeta, RowBox, Run, Slide, TableBox, TextBox, TextLine, fact_places
from engine.model.theme import Color
from tests.support.planning import harbor

INK = Color("14232F")
FRAME = Rect.inches(1, 1, 4, 1)


def line(*parts: tuple[str, str | None]) -> TextLine:
    return TextLine(tuple(Run(words, 14, INK, fact=fact) for words, fact in parts), 20)


def test_plain_text_of_boxes() -> None:
    box = TextBox("s/title", FRAME, (line(("GMV ", None), ("820万元", "gmv")), line(("达成", None))))
    assert box.plain == "GMV 820万元\n达成"


def test_fact_places_name_the_shape_in_drawing_order() -> None:
    title = TextBox("s/title", FRAME, (line(("GMV ", None), ("820万元", "gmv")),))
    row = RowBox(inch(0.4), (CellBox((line(("92%", "rate")),)), None))
    table = TableBox("s/table", FRAME, (inch(2), inch(2)), (row,), Length(0))
    slide = Slide("s", "content", "GMV", (title, table))
    assert list(fact_places(slide)) == [("s/title", "gmv"), ("s/table", "rate")]


def test_outline() -> None:
    brand, _ = harbor()
    meta = DeckMeta("述职", "林晓", "", "", "", "zh-CN", dt.datetime(2025, 7, 8, tzinfo=dt.UTC))
    slides = (Slide("cover", "cover", "述职", ()), Slide("topic-1-1", "content", "GMV 达成", ()))
    deck = Deck(meta, brand.size, slides, (), "harbor.pptx", brand.theme)
    assert deck.outline() == "01 cover [cover] 述职\n02 topic-1-1 [content] GMV 达成"
