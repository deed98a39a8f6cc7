"""The outline of planned pages: what a report would say if it were built now."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.deck import ChartBox, Deck, Slide, TableBox, TextBox
from engine.model.figure import ChartFigure
from engine.model.outline import OutlineChart, OutlinePage, OutlineSeries, OutlineTable


def planned_pages(deck: Deck) -> tuple[OutlinePage, ...]:
    """Return the slides of a deck, or the measured pages of a paper, without how they look."""
    return tuple(_page(slide) for slide in deck.slides)


def _page(slide: Slide) -> OutlinePage:
    texts = (line.plain for box in slide.elements if isinstance(box, TextBox) for line in box.paragraphs)
    tables = tuple(_table(box) for box in slide.elements if isinstance(box, TableBox))
    charts = tuple(_chart(box.figure) for box in slide.elements if isinstance(box, ChartBox))
    return OutlinePage(slide.title, tuple(text for text in texts if text and text != slide.title), tables, charts)


def _table(table: TableBox) -> OutlineTable:
    rows = (tuple(" ".join(line.plain for line in cell.paragraphs) if cell else "" for cell in row.cells) for row in table.rows)
    return OutlineTable(tuple(rows))


def _chart(figure: ChartFigure) -> OutlineChart:
    return OutlineChart(figure.categories, tuple(_series(figure)))


def _series(figure: ChartFigure) -> Iterator[OutlineSeries]:
    for group in figure.groups:
        for series in group.series:
            yield OutlineSeries(series.name, series.values)
