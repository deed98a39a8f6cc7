"""Checks on what LibreOffice really drew: `debrief check --rendered FILE.pptx|docx`. Only files that are looked at this way load them."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.base.registry import Registry
from engine.checks.drawn import fit032_words_on_words
from engine.checks.rendered import fit030_drawn_overflow, fit031_drawn_overlap, fit033_cut_off
from engine.checks.rendered.definition import DocumentCheck, RenderedCheck
from engine.probe.drawn_pdf import drawn_in_pdf
from engine.probe.drawn_pptx import drawn_in_pptx
from engine.probe.fixed_frames import fixed_texts
from engine.probe.office_lines import office_lines

CHECKS: Registry[RenderedCheck] = Registry("check of a drawing", (fit030_drawn_overflow.CHECK, fit031_drawn_overlap.CHECK))
DOCUMENT_CHECKS: Registry[DocumentCheck] = Registry("check of a drawn document", (fit033_cut_off.CHECK,))


def check_rendered_document(blob: bytes, pdf: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Compare a Word document with the PDF that LibreOffice made of it: what is cut off, and what is printed on other words."""
    where = Location(file)
    try:
        texts, drawn = fixed_texts(blob, pdf), drawn_in_pdf(pdf)
    except ValueError as fault:
        return (_not_compared("FIT033", fault, where),)
    found = [finding for check in DOCUMENT_CHECKS for finding in check.run(texts, where)]
    return (*found, *fit032_words_on_words.run(drawn, where))


def check_rendered(blob: bytes, pdf: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Compare a presentation with the PDF that LibreOffice made of it. A note says when the two cannot be compared."""
    where = Location(file)
    try:
        slides = drawn_in_pptx(blob)
        lines = office_lines(slides, pdf)
    except ValueError as fault:
        return (_not_compared("FIT030", fault, where),)
    return tuple(finding for check in CHECKS for finding in check.run(slides, lines, where))


def _not_compared(code: str, fault: ValueError, where: Location) -> Diagnostic:
    told = Phrase(f"没有与 LibreOffice 画出的页面比较：{fault}", f"not compared with what LibreOffice drew: {fault}")
    return Diagnostic(code, Severity.INFO, told, where)
