"""A11Y002: a picture or a chart says nothing to those who cannot see it.

What it does: looks for the alternative text of every picture and chart, of a group around it, and of every figure that a PDF is tagged with.
Why it matters: a screen reader says “picture” and nothing more, and companies refuse documents that are not accessible.

Fails: a screenshot put into a slide with no alternative text.
Passes: the same with 结算页新旧对比 as its text; a picture that is marked as decorative.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile

_HINT = Phrase("右键“编辑替换文字”，写一句它说明什么", "write in “Edit Alt Text” what it shows, or mark it as decorative")


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    pictures = [(each.page, each.name, "图片", "picture") for each in drawn.pictures if not each.alt and not each.decorative]
    charts = [(each.page, each.name, "图表", "chart") for each in drawn.charts if not each.alt]
    for page, name, zh, en in sorted(pictures + charts):
        at, called = on_page(drawn, page), quoted(name, Phrase("", ""))
        yield warning(
            "A11Y002",
            f"{at.zh}的{zh}{called.zh}没有替换文字",
            f"the {en} {called.en} {at.en} has no alternative text".replace("  ", " "),
            where,
            _HINT,
        )


CHECK = DrawnCheck("A11Y002", ("pptx", "docx", "pdf"), run)
