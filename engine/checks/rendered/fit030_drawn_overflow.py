"""FIT030: words are drawn outside their shape.

What it does: `debrief check --rendered FILE.pptx` lets LibreOffice draw the slides, and compares each line, glyph by glyph, with the shape that its
words belong to. One point and a half are given at each side. Shapes that grow with their text are as large as the file says; a mark
without a letter or digit, such as a large quotation mark, is ornament.
Why it matters: words that leave their box stand on other things or off the slide; no reader of the file alone can tell how a program breaks lines.

Fails: four lines of 24 pt in a box that is one inch high.
Passes: the same words in 14 pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import on_page, quoted
from engine.checks.rendered.definition import RenderedCheck
from engine.probe.drawn import DrawnBox, DrawnFile
from engine.probe.office_lines import DrawnLines

SLACK = 1.5


def reach(box: DrawnBox, lines: Sequence[DrawnBox]) -> float:
    """Return by how many points lines reach furthest over a box; negative when all are inside."""
    return max(max(box.x - line.x, box.y - line.y, line.right - box.right, line.bottom - box.bottom) for line in lines)


def run(slides: DrawnFile, texts: Sequence[DrawnLines], where: Location) -> Iterator[Diagnostic]:
    for text in texts:
        box = text.object.box
        over = reach(box, text.lines) if box is not None else 0.0
        if over > SLACK and any(map(str.isalnum, text.object.words)):
            at, called = on_page(slides, text.object.page), quoted(text.object.words, Phrase("", ""))
            yield warning(
                "FIT030",
                f"{at.zh}的{called.zh}画出来超出它的框 {over:.0f} 磅",
                f"{called.en} {at.en} is drawn {over:.0f} pt outside its shape",
                where,
                Phrase("缩短文字、缩小字号，或把框放大", "shorten the text, set it smaller, or enlarge the shape"),
            )


CHECK = RenderedCheck("FIT030", run)
