"""What a finished file prints of the ledger, and where: paragraphs cut at their facts, and charts with the facts behind each value."""

from __future__ import annotations

from engine.base.records import dataclass

NOTES = "notes"
"""What stands for the shape of a text in the speaker notes of a slide."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in points, from the upper left corner of the page."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """One paragraph that prints facts.

    `words` are its text cut at the facts: typed words and printed facts take turns, typed words first and last, so that `words[2 * n + 1]`
    is what stands for `facts[n]`. `page` counts slides or pages from 1 and is 0 where nobody knows it (a flow of Word). `shape` is the name of
    the shape, or the heading, table or figure of a flow, or NOTES. `row` and `column` count the cells of a table from 1 and are 0 elsewhere; `paragraph`
    counts inside the shape or cell from 1. `anchors` are the bookmarks around the facts (Word only), `box` is the place on a page (PDF only).
    """

    page: int
    shape: str
    words: tuple[str, ...]
    facts: tuple[str, ...]
    paragraph: int = 1
    row: int = 0
    column: int = 0
    anchors: tuple[str, ...] = ()
    box: Box | None = None

    @property
    def plain(self) -> str:
        return "".join(self.words)

    @property
    def printed(self) -> tuple[str, ...]:
        """What the place prints for each fact."""
        return self.words[1::2]


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One column of numbers of a chart, as its workbook holds it; None is a gap.

    `facts` are the ids behind each value: the fact that it is, or those that it is made of where the column is `derived` (a gap, a total).
    `role` says what the chart draws from it.
    """

    name: str
    role: str
    values: tuple[float | None, ...]
    facts: tuple[tuple[str, ...], ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class ChartLabel:
    """Words beside a point of a chart, and the facts they are made of; `worded` where the file holds the words and not only the number."""

    text: str
    facts: tuple[str, ...] = ()
    worded: bool = False


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """A chart: its numbers and the labels that it prints. `page`, `shape` and `box` as for texts.

    `drawn` are all the words of a chart that is a drawing (PDF): ticks and categories too, for they may look like labels.
    """

    page: int
    shape: str
    columns: tuple[ChartColumn, ...]
    labels: tuple[ChartLabel, ...] = ()
    box: Box | None = None
    drawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """All that a file of one format prints of the ledger, in reading order."""

    format: str
    texts: tuple[TextPlace, ...] = ()
    charts: tuple[ChartPlace, ...] = ()
