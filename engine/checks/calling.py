"""What a check calls an element of a slide, and where it was written: an author knows the words, never the name of a shape."""

from __future__ import annotations

from engine.base.diagnostics import NOWHERE, Location, Phrase
from engine.model.deck import ChartBox, Element, Line, Picture, Polygon, Shape, Slide, TableBox, TextBox

FIRST_WORDS = 12


def called(element: Element) -> Phrase:
    """Return the beginning of what an element says in quotation marks; what has no words is called by its kind."""
    match element:
        case TextBox():
            return _quoted(element.plain, _SHAPE)
        case TableBox():
            said = (line.plain for row in element.rows for cell in row.cells if cell for line in cell.paragraphs if line.plain)
            return _quoted(next(said, ""), Phrase("表格", "a table"))
        case ChartBox():
            return _quoted(element.alt, Phrase("图表", "a chart"))
        case Picture():
            return _quoted(element.alt, Phrase("图片", "a picture"))
        case Shape() | Polygon() | Line():
            return _SHAPE


def place_of(slide: Slide, *elements: Element) -> Location:
    """Return where the first of the elements that knows its place was written, else where the slide was."""
    places = (element.where for element in elements if isinstance(element, TextBox))
    return next((place for place in places if place != NOWHERE), slide.where)


_SHAPE = Phrase("图形", "a shape")


def _quoted(words: str, otherwise: Phrase) -> Phrase:
    line = " ".join(words.split())
    if not line:
        return otherwise
    start = line if len(line) <= FIRST_WORDS else f"{line[:FIRST_WORDS]}…"
    return Phrase(f"“{start}”", f"“{start}”")
