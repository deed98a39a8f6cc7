"""FIT031: words are drawn on other words.

What it does: `debrief check --rendered FILE.pptx` lets LibreOffice draw the slides, and compares the lines of each text with those of the others on
its slide. Lines may touch by three points, glyph by glyph.
Why it matters: overlapping words cannot be read.

Fails: a title of three lines that runs into the text below it.
Passes: the same title on two lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import on_page, quoted
from engine.checks.rendered.definition import RenderedCheck
from engine.probe.drawn import DrawnBox, DrawnFile
from engine.probe.office_lines import DrawnLines

SLACK = 3.0


def overlaps(one: DrawnBox, other: DrawnBox) -> bool:
    """Tell whether two lines share more than they may."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > SLACK and down > SLACK


def run(slides: DrawnFile, texts: Sequence[DrawnLines], where: Location) -> Iterator[Diagnostic]:
    for page in slides.pages:
        for one, other in combinations([text for text in texts if text.object.page == page.number], 2):
            if any(overlaps(line, beside) for line in one.lines for beside in other.lines):
                at = on_page(slides, page.number)
                first, second = (quoted(text.object.words, Phrase("", "")) for text in (one, other))
                yield warning(
                    "FIT031",
                    f"{at.zh}的{first.zh}与{second.zh}画出来重叠",
                    f"{first.en} and {second.en} are drawn on each other {at.en}",
                    where,
                    Phrase("缩短其中一段，或移开", "shorten one of them, or move it"),
                )


CHECK = RenderedCheck("FIT031", run)
