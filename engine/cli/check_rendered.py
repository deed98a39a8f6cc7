"""`debrief check --rendered FILE`: a finished deck or document against what LibreOffice draws of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.base.diagnostics import sorted_diagnostics
from engine.base.records import replace
from engine.batch.finished import Finished
from engine.checks.rendered import check_rendered, check_rendered_document
from engine.probe.office_render import pdf_of


def with_drawing(finished: Finished, file: Path, draw: Callable[[Path], bytes] = pdf_of) -> Finished:
    """Return what was found, and what is found in the drawing of a PPTX or DOCX; a PDF is a drawing already.

    Raises EnvironmentFault when LibreOffice is not installed, UsageError when it cannot read the file.
    """
    judge = {".pptx": check_rendered, ".docx": check_rendered_document}.get(file.suffix.lower())
    if judge is None:
        return finished
    found = judge(file.read_bytes(), draw(file), file.name)
    return replace(finished, diagnostics=sorted_diagnostics([*finished.diagnostics, *found]))
