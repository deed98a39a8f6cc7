"""Checks on what LibreOffice really drew: `debrief check --rendered FILE.pptx`. Only files that are looked at this way load them."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.base.registry import Registry
from engine.checks.rendered import fit030_drawn_overflow, fit031_drawn_overlap
from engine.checks.rendered.definition import RenderedCheck
from engine.probe.drawn_pptx import drawn_in_pptx
from engine.probe.office_lines import office_lines

CHECKS: Registry[RenderedCheck] = Registry("check of a drawing", (fit030_drawn_overflow.CHECK, fit031_drawn_overlap.CHECK))


def check_rendered(blob: bytes, pdf: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Compare a presentation with the PDF that LibreOffice made of it. A note says when the two cannot be compared."""
    where = Location(file)
    try:
        slides = drawn_in_pptx(blob)
        lines = office_lines(slides, pdf)
    except ValueError as fault:
        told = Phrase(f"没有与 LibreOffice 画出的页面比较：{fault}", f"not compared with what LibreOffice drew: {fault}")
        return (Diagnostic("FIT030", Severity.INFO, told, where),)
    return tuple(finding for check in CHECKS for finding in check.run(slides, lines, where))
