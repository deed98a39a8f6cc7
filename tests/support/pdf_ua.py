"""The verdict on a PDF/UA-1, with one reading of the judge's corrected."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import page
import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen

GLYPH_WIDTHS = "PDFUA1-FONT-GLYPH-WIDTH-001"
"""page-validation 0.11 applies a FontMatrix that a CFF font states besides the one it always has, even where it states that very one: the
widths then come out a thousand times too small. Typst's fonts state it. For this rule the widths are read again here, all of them."""


def ua_findings(path: Path) -> list[str]:
    """Return the rules of PDF/UA-1 that the file breaks."""
    report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    broken = [f"{failure.rule_id}: {failure.message}" for failure in report.failures if failure.rule_id != GLYPH_WIDTHS]
    return broken if len(broken) == len(report.failures) else [*broken, *width_findings(path)]


def width_findings(path: Path) -> list[str]:
    """Return the glyphs of embedded CFF fonts that are not as wide as the PDF says."""
    with pikepdf.open(path) as document:
        fonts = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/CIDFontType0"]
        return [finding for font in fonts for finding in _judge_widths(font)]


def _judge_widths(font: pikepdf.Dictionary) -> Iterator[str]:
    said = _said_widths(font)
    program = CFFFontSet()
    program.decompile(io.BytesIO(font.FontDescriptor.FontFile3.read_bytes()), None)
    glyphs = program[0].CharStrings
    for name in glyphs.keys():  # noqa: SIM118  no dict
        glyph, cid = glyphs[name], 0 if name == ".notdef" else int(name.removeprefix("cid"))
        glyph.draw(NullPen())
        if cid in said and abs(glyph.width - said[cid]) > 1:
            yield f"font {font.BaseFont}: glyph {cid} is {glyph.width} wide, and {said[cid]} by the PDF"
    if not said:
        yield f"font {font.BaseFont} says nothing of widths"


def _said_widths(font: pikepdf.Dictionary) -> dict[int, float]:
    """Return the widths of `/W`: `first last width` or `first [width …]`, one after another."""
    widths: dict[int, float] = {}
    parts = list(font.get("/W", pikepdf.Array()))
    while parts:
        first = int(parts.pop(0))
        second = parts.pop(0)
        if isinstance(second, pikepdf.Array):
            widths |= {first + step: float(width) for step, width in enumerate(second)}
        else:
            widths |= dict.fromkeys(range(first, int(second) + 1), float(parts.pop(0)))
    return widths
