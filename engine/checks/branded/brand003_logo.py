"""BRAND003: something lies on the logo.

What it does: compares the places of texts, pictures, charts, tables and shapes of a slide with the area of the logo: `logo: [x, y, width, height]` in
inches under a layout of the template's contract, or else the small pictures of the slide's layout that no placeholder lies on.
Why it matters: it is the first thing that a company's own people see, and the first thing their rules forbid.

Fails: a picture that somebody drew larger until it reached the logo; a note pasted into the corner where it stands.
Passes: anything beside it; placeholders that nobody filled.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.base.units import Rect
from engine.checks.branded.definition import BrandCheck
from engine.checks.drawn.definition import on_page, quoted
from engine.model.brand_rules import BrandRules
from engine.probe.drawn import DrawnBox, DrawnFile, Kind

_SLACK = 2.0
"""Points that two things may share: they touch."""


def _covers(box: DrawnBox, area: Rect) -> bool:
    left, top, right, bottom = area.x.points, area.y.points, area.right.points, area.bottom.points
    across, down = min(box.right, right) - max(box.x, left), min(box.bottom, bottom) - max(box.y, top)
    return across > _SLACK and down > _SLACK


def run(drawn: DrawnFile, rules: BrandRules, where: Location) -> Iterator[Diagnostic]:
    layouts = {page.number: page.layout for page in drawn.pages}
    for item in drawn.objects:
        areas = [logo.frame for logo in rules.logos if logo.layout in ("", layouts.get(item.page, ""))]
        if item.box is None or item.kind is Kind.PLACEHOLDER or not any(_covers(item.box, area) for area in areas):
            continue
        at = on_page(drawn, item.page)
        called = quoted(item.words, Phrase(f"“{item.name}”", f"“{item.name}”"))
        yield warning(
            "BRAND003",
            f"{at.zh}的{called.zh}压在标志上",
            f"{called.en} {at.en} lies on the logo",
            where,
            Phrase("移开或缩小它，标志四周留空", "move it away or make it smaller: the logo stands free"),
        )


CHECK = BrandCheck("BRAND003", ("pptx",), run)
