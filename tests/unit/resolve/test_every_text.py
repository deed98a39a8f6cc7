"""Changing every text of a report."""

from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import Card, Cards, Columns, Heading
from engine.model.inlines import Text, text
from engine.resolve.every_text import map_texts
from tests.support.gallery import gallery


def shout(words: Text) -> Text:
    return replace(words, spans=tuple(replace(span, text=span.text.upper()) for span in words.spans))


def test_texts_are_changed_at_any_depth() -> None:
    block = Cards((Card(text("gmv"), bullets=(text("roi"), text("cac"))),))
    assert map_texts(block, shout) == Cards((Card(text("GMV"), bullets=(text("ROI"), text("CAC"))),))


def test_what_has_no_text_is_the_same_object() -> None:
    block = Columns(())
    assert map_texts(block, shout) is block


def test_an_unchanged_report_is_the_same_object() -> None:
    report = gallery()
    assert map_texts(report, lambda words: words) is report


def test_location_stays() -> None:
    heading = Heading(text("a"))
    assert map_texts(heading, shout).text.where == heading.text.where
