"""The approved texts as a file that reads well in a pull request: a block for each page, a line for each text, row of a table, series of a chart.

debrief baseline 1: …

# the title of the first page
  a line of text
  渠道 | GMV | 完成率
  ~ GMV（万元）: 一月 12.3 | 二月 14
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from engine.model.outline import OutlineChart, OutlinePage

FIRST_LINE = "debrief baseline 1"
_ABOUT = f"{FIRST_LINE}: pages as approved by `debrief approve`; `debrief build --against baseline` compares with them"
_LEADERS = re.compile(r"(?:\s*\.){4,}\s*")
_BREAK, _LEADER = " ⏎ ", "…"
_PAGE, _INDENT = "#", "  "


def plain(page: OutlinePage) -> OutlinePage:
    """Return a page as lines of text alone: tables by their rows, charts by their series with every number that they have."""
    lines = (*page.texts, *(" | ".join(row) for table in page.tables for row in table.rows), *_of_charts(page.charts))
    return OutlinePage(_line(page.title), tuple(line for text in lines if (line := _line(text)) and line != _LEADER))


def _line(text: str) -> str:
    """Return a text on one line; rows of dots that lead to a page number are one sign, for their count is a matter of width."""
    return _LEADERS.sub(f" {_LEADER} ", _BREAK.join(text.splitlines())).strip()


def _of_charts(charts: Iterable[OutlineChart]) -> Iterator[str]:
    for chart in charts:
        for series in chart.series:
            names = [*chart.categories, *("" for _ in series.values)]
            points = (f"{name} {value:.12g}" for name, value in zip(names, series.values, strict=False) if value is not None)
            yield f"~ {series.name}: {' | '.join(points)}"


def to_text(pages: Sequence[OutlinePage]) -> str:
    """Return the file of plain pages."""
    blocks = ("\n".join((f"{_PAGE} {page.title}".rstrip(), *(_INDENT + line for line in page.texts))) for page in pages)
    return "\n\n".join((_ABOUT, *blocks)) + "\n"


def from_text(text: str) -> tuple[OutlinePage, ...]:
    """Return the plain pages of a file. Raises ValueError with the number of the first line that does not belong there."""
    pages: list[tuple[str, list[str]]] = []
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        if number == 1 and line.startswith(FIRST_LINE):
            continue
        if number > 1 and line.startswith(_PAGE):
            pages.append((line[1:].strip(), []))
        elif pages and line.startswith(_INDENT):
            pages[-1][1].append(line.strip(" "))
        elif line.strip() or number == 1:
            raise ValueError(number)
    return tuple(OutlinePage(title, tuple(lines)) for title, lines in pages)


def first_lines(pages: Sequence[OutlinePage]) -> tuple[int, ...]:
    """Return the line that each page begins at in its file."""
    starts, line = [], 3
    for page in pages:
        starts.append(line)
        line += len(page.texts) + 2
    return tuple(starts)
