"""`debrief check --rendered FILE`: a finished deck or document against what LibreOffice draws of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.base.diagnostics import Location, sorted_diagnostics
from engine.base.records import replace
from engine.batch.finished import Finished
from engine.checks.bounds import rule010_pages
from engine.checks.rendered import check_rendered, check_rendered_document
from engine.cli.check_bounds import Wishes
from engine.cli.check_finished import bounds_for
from engine.cli.finished_file import FORMATS
from engine.heard import as_grave_as_wanted
from engine.probe.carried import ledger_inside
from engine.probe.measured import Measured, page_count
from engine.probe.office_render import pdf_of
from engine.probe.plain import plain_package


def with_drawing(finished: Finished, file: Path, draw: Callable[[Path], bytes] = pdf_of, wishes: Wishes | None = None) -> Finished:
    """Return what was found, and what is found in the drawing of a PPTX or DOCX; a PDF is a drawing already.

    `wishes` None: nobody wants anything of the file but that it can be read.

    Raises EnvironmentFault when LibreOffice is not installed, UsageError when it cannot read the file.
    """
    format_name = FORMATS.get(file.suffix.lower(), "")
    judge = {"pptx": check_rendered, "docx": check_rendered_document}.get(format_name)
    if judge is None:
        return finished
    blob, pdf = plain_package(file.read_bytes(), file.suffix.lower()), draw(file)
    found = list(judge(blob, pdf, file.name))
    if wishes is not None:
        bounds = bounds_for(wishes, ledger_inside(format_name, blob))
        if bounds is not None and format_name == "docx":
            found += rule010_pages.run(Measured("docx", page_count(pdf)), bounds, Location(file.name))
        found = list(as_grave_as_wanted(found, wishes.settings))
    return replace(finished, diagnostics=sorted_diagnostics([*finished.diagnostics, *found]))
