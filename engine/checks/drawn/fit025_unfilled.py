"""FIT025: a placeholder was left as it was.

What it does: looks on slides for placeholders of titles, text, pictures, charts and tables that hold nothing. Footers, dates and page numbers
may be empty.
Why it matters: “Click to add title” is not printed, but it shows as soon as somebody edits the slide, and the slide has a hole.

Fails: a slide of the layout “Title and Content” whose content was never filled in.
Passes: the same slide after the empty frame was deleted.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile, Kind


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for each in drawn.objects:
        if each.kind is Kind.PLACEHOLDER:
            at, called = on_page(drawn, each.page), quoted(each.name, Phrase("", ""))
            yield warning(
                "FIT025",
                f"{at.zh}的占位符{called.zh}没有填",
                f"the placeholder {called.en} {at.en} is not filled".replace("  ", " "),
                where,
                Phrase("填上，或删去这个框", "fill it, or delete the frame"),
            )


CHECK = DrawnCheck("FIT025", ("pptx",), run)
