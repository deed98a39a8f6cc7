"""Checks of a finished file, whoever wrote it, against what its readers want: number of pages, freshness of the data that it states."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location
from engine.base.registry import Registry
from engine.checks.bounds import rule008_stated_data, rule010_pages
from engine.checks.bounds.definition import Bounds, BoundsCheck
from engine.probe.measured import Measured, measured

BOUNDS_CHECKS: Registry[BoundsCheck] = Registry("check of bounds", (rule008_stated_data.CHECK, rule010_pages.CHECK))


def check_bounds(format_name: str, blob: bytes, file: str, bounds: Bounds) -> tuple[Diagnostic, ...]:
    """Return what breaks with the bounds; nothing for a file that its own format cannot read."""
    try:
        found = measured(format_name, blob)
    except ValueError:  # whoever opened it has told of it, in a code of its own
        return ()
    return tuple(judged(found, bounds, Location(file)))


def judged(found: Measured, bounds: Bounds, where: Location) -> Iterator[Diagnostic]:
    for check in BOUNDS_CHECKS:
        yield from check.run(found, bounds, where)
