"""FIT032: words are printed on other words.

What it does: compares the ink of all words on each page of a PDF, those of charts and tables too. Words of about one size may share a third of
the smaller one; the same words twice are a shadow, and words of another size a mark behind them.
Why it matters: overlapping words cannot be read, and they are most often figures in a chart.

Fails: two labels of a line chart at nearly the same height; a heading that runs into the text below it.
Passes: the same labels above and below their lines; a grey 机密 across the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for pair in dict.fromkeys(drawn.collisions):
        at = on_page(drawn, pair.page)
        one, other = (quoted(words, Phrase("", "")) for words in (pair.one, pair.other))
        yield warning(
            "FIT032",
            f"{at.zh}的{one.zh}与{other.zh}印在一起",
            f"{one.en} and {other.en} are printed on each other {at.en}",
            where,
            Phrase("移开其中一个，或缩短", "move one of them away, or shorten it"),
        )


CHECK = DrawnCheck("FIT032", ("pdf",), run)
