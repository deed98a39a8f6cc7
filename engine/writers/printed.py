"""What planned slides print of the ledger, shape by shape: the same for the PPTX and for the PDF of a deck or a measured paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import assert_never

from engine.base.records import replace
from engine.base.units import ZERO, Rect
from engine.charts.traced import chart_labels
from engine.layout.slices import slices
from engine.model.deck import CellBox, ChartBox, Deck, Line, Picture, Polygon, Shape, Slide, TableBox, TextBox, TextLine
from engine.model.figure import ChartFigure, FigureSeries
from engine.model.inlines import Span
from engine.model.printed import NOTES, Box, ChartColumn, ChartPlace, Printed, TextPlace
from engine.writers.shape_names import named_elements

VALUES, ACROSS, SIZES, REFERENCE = "values", "x", "sizes", "reference"
"""Roles of the columns of a chart's workbook; a reference column stands in the workbook and is not drawn."""

DrawnWords = Callable[[ChartBox], tuple[str, ...]]
"""All the words of a chart that is drawn."""


def printed_deck(deck: Deck, format_name: str, drawn: DrawnWords | None = None) -> Printed:
    """Return what the slides print. Where charts are drawings, `drawn` tells their words, and each place knows where on its page it is."""
    boxes = drawn is not None
    texts: list[TextPlace] = []
    charts: list[ChartPlace] = []
    for number, slide in enumerate(deck.slides, 1):
        for name, element in named_elements(slide):
            match element:
                case TextBox():
                    texts += _of_lines(element.paragraphs, number, name, box=_box(element.frame) if boxes else None)
                case TableBox():
                    texts += _of_table(element, number, name, boxes=boxes)
                case ChartBox():
                    place = chart_place(element.figure, number, name)
                    charts.append(place if drawn is None else replace(place, box=_box(element.frame), drawn=drawn(element)))
                case Shape() | Polygon() | Line() | Picture():
                    pass
                case _:
                    assert_never(element)
        if not boxes:
            texts += _of_notes(slide, number)
    return Printed(format_name, tuple(texts), tuple(charts))


def chart_place(figure: ChartFigure, page: int, name: str) -> ChartPlace:
    """Return the numbers of a chart, in the order of its workbook's columns, and the labels it prints."""
    columns = [column for series in figure.series for column in _columns(series)]
    columns += [ChartColumn(series.name, REFERENCE, _floats(series.values), series.facts, series.derived) for series in figure.reference]
    return ChartPlace(page, name, tuple(columns), chart_labels(figure))


def cut_at_facts(pieces: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return words and facts as `TextPlace` has them, of (text, fact id or None); neighbours of one fact are one."""
    words, facts = [""], list[str]()
    for text, fact in pieces:
        if fact is None:
            words[-1] += text
        elif facts and facts[-1] == fact and not words[-1]:
            words[-2] += text
        else:
            facts.append(fact)
            words += [text, ""]
    return tuple(words), tuple(facts)


def _of_lines(
    lines: tuple[TextLine, ...], page: int, name: str, cell: tuple[int, int] = (0, 0), box: Box | None = None
) -> Iterator[TextPlace]:
    for number, line in enumerate(lines, 1):
        if any(run.fact for run in line.runs):
            words, facts = cut_at_facts((run.text, run.fact) for run in line.runs)
            yield TextPlace(page, name, words, facts, number, *cell, box=box)


def note_lines(slide: Slide) -> tuple[tuple[Span, ...], ...]:
    """Return the lines of the speaker notes, one paragraph each, without the blank ones at both ends; none for a slide without notes."""
    plain = slide.notes.plain
    lines = plain.strip().split("\n") if plain.strip() else []
    starts = accumulate((len(line) + 1 for line in lines), initial=len(plain) - len(plain.lstrip()))
    bounds = ((start, start + len(line)) for start, line in zip(starts, lines, strict=False))
    return tuple(slices(slide.notes.spans, bounds))


def _of_notes(slide: Slide, page: int) -> Iterator[TextPlace]:
    for number, line in enumerate(note_lines(slide), 1):
        if any(span.fact for span in line):
            words, facts = cut_at_facts((span.text, span.fact) for span in line)
            yield TextPlace(page, NOTES, words, facts, number)


def _of_table(table: TableBox, page: int, name: str, *, boxes: bool) -> Iterator[TextPlace]:
    lefts = (*accumulate(table.widths, initial=table.frame.x),)
    top = table.frame.y
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row.cells, 1):
            if cell is not None:
                frame = Rect(lefts[column - 1], top, lefts[min(column - 1 + cell.span, len(table.widths))] - lefts[column - 1], row.height)
                yield from _of_lines(cell.paragraphs, page, name, (number, column), _box(_inner(frame, cell, table)) if boxes else None)
        top = top + row.height


def _inner(frame: Rect, cell: CellBox, table: TableBox) -> Rect:
    """Return the part of a cell that holds its words."""
    return frame.inset(table.margin, ZERO, table.margin + cell.trailing)


def _columns(series: FigureSeries) -> Iterator[ChartColumn]:
    if series.x:
        yield ChartColumn(series.name, ACROSS, _floats(series.x))
    yield ChartColumn(series.name, VALUES, _floats(series.values), series.facts, series.derived)
    if series.sizes:
        yield ChartColumn(series.name, SIZES, _floats(series.sizes))


def _floats(values: Iterable[float | None]) -> tuple[float | None, ...]:
    """Return numbers as a ledger gives them back when it is read: a whole one is written like the others."""
    return tuple(None if value is None else float(value) for value in values)


def _box(frame: Rect) -> Box:
    left, top, width, height = (round(length.points, 2) for length in (frame.x, frame.y, frame.width, frame.height))
    return (left, top, width, height)
