"""Checks on what a finished file shows, whoever wrote it: one question a file, ending in `CHECK = …`, with one line in the table here.

Nothing is loaded before a file is finished; a file is read once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from engine.base.diagnostics import Diagnostic, Location, Phrase
from engine.base.records import replace
from engine.base.registry import Registry
from engine.checks.drawn import (
    a11y002_alt_text,
    a11y003_heading_order,
    a11y004_contrast,
    chart110_untold,
    chart111_crowded,
    chart112_labels,
    file060_broken_link,
    fit003_off_slide,
    fit020_small_text,
    fit021_picture,
    fit022_empty_page,
    fit023_orphan_heading,
    fit024_widow,
    fit025_unfilled,
    fit026_stray_line,
    fit032_words_on_words,
    font010_no_han_font,
    font011_not_embedded,
    font012_missing_glyph,
)
from engine.checks.drawn.definition import DrawnCheck
from engine.probe.drawn import DrawnFile
from engine.probe.drawn_docx import drawn_in_docx
from engine.probe.drawn_pdf import drawn_in_pdf
from engine.probe.drawn_pptx import drawn_in_pptx
from engine.probe.package_parts import read_once

DRAWN_CHECKS: Registry[DrawnCheck] = Registry(
    "check of a finished file",
    (
        a11y002_alt_text.CHECK,
        a11y003_heading_order.CHECK,
        a11y004_contrast.CHECK,
        chart110_untold.CHECK,
        chart111_crowded.CHECK,
        chart112_labels.CHECK,
        file060_broken_link.CHECK,
        fit003_off_slide.CHECK,
        fit020_small_text.CHECK,
        fit021_picture.CHECK,
        fit022_empty_page.CHECK,
        fit023_orphan_heading.CHECK,
        fit024_widow.CHECK,
        fit025_unfilled.CHECK,
        fit026_stray_line.CHECK,
        fit032_words_on_words.CHECK,
        font010_no_han_font.CHECK,
        font011_not_embedded.CHECK,
        font012_missing_glyph.CHECK,
    ),
)
READERS: Mapping[str, Callable[[bytes], DrawnFile]] = {"pptx": drawn_in_pptx, "docx": drawn_in_docx, "pdf": drawn_in_pdf}
MOST_TOLD = 10
"""Findings of one check that are told by place: a file that was never checked before needs no thousand of them."""


def check_drawn(format_name: str, blob: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Return what the checks find in a finished file; nothing for a format without pages, or for a file that its own format cannot read."""
    reader = READERS.get(format_name)
    if reader is None:
        return ()
    try:
        drawn = read_once(reader, blob)
    except ValueError:  # whoever opened it has told of it, in a code of its own
        return ()
    return tuple(judged(drawn, Location(file)))


def judged(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    """Yield what the checks find, the first ten findings of each."""
    for check in DRAWN_CHECKS:
        found = list(check.run(drawn, where)) if drawn.format in check.formats else []
        yield from found[:MOST_TOLD]
        if (rest := len(found) - MOST_TOLD) > 0:
            yield replace(found[-1], message=Phrase(f"还有 {rest} 处同样的问题", f"{rest} more of the same"))
