"""A finished file has more pages, or fewer, than its readers are given.

What it does: `debrief check FILE` counts the slides that are shown, or the pages of a PDF, against `--pages 10-30` (`-30`: at most, `10-`: at least),
or, in a file that debrief did not write, against rules.pages of content/settings.yaml. A Word document has pages only when it is drawn: its pages
are counted with --rendered.

Fails: 34 slides with `--pages -30`.
Passes: the same with four of them hidden.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.bounds.definition import Bounds, BoundsCheck
from engine.probe.measured import Measured


def run(found: Measured, bounds: Bounds, where: Location) -> Iterator[Diagnostic]:
    count, least, most = found.pages, bounds.pages_least, bounds.pages_most
    unit = "slides" if found.format == "pptx" else "pages"
    if count is not None and most is not None and count > most:
        yield warning(
            "RULE010",
            f"共 {count} 页，上限 {most} 页",
            f"it has {count} {unit}, {most} at most are wanted",
            where,
            Phrase("合并或删去几页，或隐藏备用的页", "merge or drop some, or hide those that are not shown"),
        )
    elif count is not None and least is not None and count < least:
        yield warning(
            "RULE010",
            f"共 {count} 页，至少要 {least} 页",
            f"it has {count} {unit}, {least} at least are wanted",
            where,
            Phrase("补上缺少的内容", "add what is missing"),
        )


CHECK = BoundsCheck("RULE010", run)
"""Named as the check of planned pages, whose manual page this one continues."""
