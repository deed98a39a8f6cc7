"""The type scale of an adopted deck: all sizes follow the content area, those of titles the template's own titles."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Phrase
from engine.base.units import Rect, Size
from engine.brand.adopt.contract_text import RolePlan
from engine.brand.adopt.placed import Placed
from engine.brand.adopt.theme_text import SizedRole
from engine.brand.grid_scale import PAGE_WIDTH, grid_scale, least_scale

LEAST_HEIGHT = 5.0
"""Inches of the design system: the height of the content area below which sizes shrink with it, as far as they can still be read."""
SOURCE, LEAST_SOURCE = 9.0, 8.0
"""Points of the sources below content, and the least that they may have on a page as wide as a widescreen slide."""
MOST_NUMBER = 71.5
"""Points up to which the number of a section is words that are readable, not an ornament."""
_TWO_LINES, _PER_TWO_LINES, _LEAST_TITLE = 43.0, 2.39, 18.0
"""Points of height from which a title's box is meant for two lines, those that two lines take for each point of size, and the least size."""
_LEAST_SCALE, _MOST_SCALE = 0.3, 4.0


def deck_scale(body: Rect, page: Size) -> float:
    """Return the factor on type sizes for a content area of a page: that of its grid, less where it is low."""
    wanted = min(grid_scale(body.width, body.height, page), max(body.height.inches / LEAST_HEIGHT, least_scale(body.width, page)))
    return round(min(max(wanted, _LEAST_SCALE), _MOST_SCALE), 3)


def sized_roles(plans: Sequence[RolePlan], scale: float, page: Size) -> tuple[SizedRole, ...]:
    """Return the type roles that differ from the base, in points at a scale of 1."""
    slots = {plan.role.role: {slot.slot: slot for slot in plan.slots} for plan in plans}
    return (*_roles(slots, scale), *_small_roles(scale * PAGE_WIDTH.inches / page.width.inches))


def _small_roles(scale: float) -> Iterator[SizedRole]:
    """Yield the role of sources where it would be too small to read on its page; `scale` is that of a page of usual width."""
    if SOURCE * scale < LEAST_SOURCE:
        size = -_whole(-LEAST_SOURCE / scale)
        why = Phrase(f"不小于 {LEAST_SOURCE:g} pt", f"no less than {LEAST_SOURCE:g} pt")
        yield SizedRole("source", size, _whole(size * 1.33), size, bold=False, why=why)


def _roles(slots: dict[str, dict[str, Placed]], scale: float) -> Iterator[SizedRole]:
    yield _title("page_title", slots["content"]["title"], scale, (22.0, 28.0, 26.0), 35 / 26, lines=0)
    yield _title("cover_title", slots["cover"]["title"], scale, (26.0, 52.0, 44.0), 63 / 48, lines=2)
    yield _title("agenda_title", slots["agenda"]["title"], scale, (20.0, 36.0, 34.0), 48 / 36, lines=1)
    yield _title("divider_title", slots["divider"]["title"], scale, (22.0, 38.0, 36.0), 54 / 40, lines=1)
    number = slots["divider"]["number"]
    size = _whole(min(MOST_NUMBER, number.frame.height.points / scale / 1.16))
    yield SizedRole(
        "divider_number", size, _whole(size * 1.14), _whole(size * 0.7), bold=True, why=Phrase("按编号框的高度", "as tall as its box")
    )


def _title(name: str, slot: Placed, scale: float, bounds: tuple[float, float, float], leading: float, *, lines: int) -> SizedRole:
    """Return the role of a title: the size of the template's own between bounds, and so that `lines` of it fit its frame (0: two if that is tall)."""
    least, most, usual = bounds
    own = slot.holder.look.size if slot.holder is not None else None
    size = min(max((own or usual * scale) / scale, least), most)
    high = slot.frame.height.points / scale
    if not lines and high >= _TWO_LINES:
        size = max(min(size, high / _PER_TWO_LINES), _LEAST_TITLE)
    if lines:
        size = min(size, high / lines / leading / 1.01)
    size = max(_whole(size), 8.0)
    bold = slot.holder.look.bold if slot.holder is not None else True
    said = f"{own:g} pt" if own else "–"
    why = Phrase(f"模板的标题 {said}", f"the template's title: {said}")
    return SizedRole(name, size, _whole(size * leading), _whole(max(size * 0.8, 6.5)), bold, why)


def _whole(points: float) -> float:
    """Return points rounded down to a half."""
    return math.floor(points * 2) / 2
