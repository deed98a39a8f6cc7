"""FONT011: a font is not embedded in a PDF.

What it does: looks up every font that text on a page is set in, and whether the file carries its glyphs.
Why it matters: where the font is not installed another stands in: Chinese becomes boxes, figures run into each other, and printers refuse it.

Fails: a PDF that was exported without embedding, set in SimSun; the fourteen standard fonts such as Helvetica, when they are only named.
Passes: a PDF with subsets of Noto Sans CJK SC inside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck
from engine.probe.drawn import DrawnFile


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for font in drawn.fonts:
        if not font.embedded:
            yield warning(
                "FONT011",
                f"字体 {font.name} 没有嵌入",
                f"the font {font.name} is not embedded",
                where,
                Phrase("导出 PDF 时勾选嵌入字体，或选 PDF/A", "embed fonts when exporting the PDF, or choose PDF/A"),
            )


CHECK = DrawnCheck("FONT011", ("pdf",), run)
