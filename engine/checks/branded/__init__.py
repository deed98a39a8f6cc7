"""Checks of the brand: one question a file, ending in `CHECK = …`, with one line in the table here.

They are asked of finished files, those too that somebody edited: what debrief writes keeps to its theme, and is not asked again as it is built.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase
from engine.base.records import replace
from engine.base.registry import Registry
from engine.checks.branded import brand001_color, brand002_font, brand003_logo, brand004_small
from engine.checks.branded.definition import BrandCheck
from engine.checks.drawn import MOST_TOLD, READERS
from engine.model.brand_rules import BrandRules
from engine.probe.drawn import DrawnFile
from engine.probe.package_parts import read_once

BRAND_CHECKS: Registry[BrandCheck] = Registry(
    "check of the brand", (brand001_color.CHECK, brand002_font.CHECK, brand003_logo.CHECK, brand004_small.CHECK)
)


def check_branded(format_name: str, blob: bytes, file: str, rules: BrandRules) -> tuple[Diagnostic, ...]:
    """Return what the checks find in a finished file; nothing for a file that its own format cannot read."""
    try:
        drawn = read_once(READERS[format_name], blob)
    except ValueError:  # whoever opened it has told of it, in a code of its own
        return ()
    return tuple(judged(drawn, rules, Location(file)))


def judged(drawn: DrawnFile, rules: BrandRules, where: Location) -> Iterator[Diagnostic]:
    """Yield what the checks find, the first ten findings of each."""
    for check in BRAND_CHECKS:
        found = list(check.run(drawn, rules, where)) if drawn.format in check.formats else []
        yield from found[:MOST_TOLD]
        if (rest := len(found) - MOST_TOLD) > 0:
            yield replace(found[-1], message=Phrase(f"还有 {rest} 处同样的问题", f"{rest} more of the same"))
