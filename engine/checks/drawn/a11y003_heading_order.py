"""A11Y003: a heading stands two or more levels below the one before it.

What it does: follows the levels of the headings of a document, in a PDF those of its tags.
Why it matters: readers who listen move from heading to heading, and a level that is left out seems to be lost text; contents look broken, too.

Fails: a heading of level 3 right below one of level 1.
Passes: level 1, 2, 3, then 1 again; headings that all have level 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    level = 0
    for heading in drawn.headings:
        if level and heading.level > level + 1:
            at, called = on_page(drawn, heading.page), quoted(heading.words, Phrase("", ""))
            yield warning(
                "A11Y003",
                f"{at.zh}的标题{called.zh}是第 {heading.level} 级，前一个标题是第 {level} 级",
                f"the heading {called.en} {at.en} is of level {heading.level}, the one before it of level {level}".replace("  ", " "),
                where,
                Phrase("改成下一级，或补上中间的标题", "make it one level below, or add the heading between"),
            )
        level = heading.level


CHECK = DrawnCheck("A11Y003", ("docx", "pdf"), run)
