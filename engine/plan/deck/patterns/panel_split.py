"""Where a side panel is cut: between its rows, words, charts and entries, else inside a long text; the head stays on the first page."""

from __future__ import annotations

from collections.abc import Callable

from engine.base.records import replace
from engine.layout.split import cut_to_fit, most_that
from engine.model.blocks import Panel, PanelEntry
from engine.model.inlines import EMPTY
from engine.plan.deck.running import Running, continued, cut_running
from engine.plan.deck.sheet import Sheet

Fits = Callable[[Panel], bool]


def cut_panel(panel: Panel, fits: Fits, sheet: Sheet) -> tuple[Panel, Panel] | None:
    """Return what fits and the rest; None when nothing below the head does. `fits` tells whether a panel has room."""
    head = replace(panel, rows=(), heading=EMPTY, body=EMPTY, bullets=(), charts=(), entries=())
    rest = replace(panel, title=continued(panel.title, sheet), subtitle=EMPTY, figure=EMPTY, caption=EMPTY, status=EMPTY)
    if not fits(head):
        return None
    rows = most_that(lambda count: fits(replace(head, rows=panel.rows[:count])), len(panel.rows))
    head, rest = replace(head, rows=panel.rows[:rows]), replace(rest, rows=panel.rows[rows:])
    if rest.rows:
        return (head, rest) if rows else None
    head, rest = _with_words(panel, head, rest, fits, sheet)
    if rest.body or rest.bullets:
        return (head, rest) if _has_parts(head) else None
    charts = most_that(lambda count: fits(replace(head, charts=panel.charts[:count])), len(panel.charts))
    head, rest = replace(head, charts=panel.charts[:charts]), replace(rest, charts=panel.charts[charts:])
    if rest.charts:
        return (head, rest) if _has_parts(head) else None
    entries = most_that(lambda count: fits(replace(head, entries=panel.entries[:count])), len(panel.entries))
    head, rest = replace(head, entries=panel.entries[:entries]), replace(rest, entries=panel.entries[entries:])
    if _has_parts(head) or not rest.entries:
        return head, rest
    return _with_cut_entry(head, rest, fits, sheet)


def _with_words(panel: Panel, head: Panel, rest: Panel, fits: Fits, sheet: Sheet) -> tuple[Panel, Panel]:
    """Add heading, body and bullets to the head as far as they fit; the heading goes with the first of them."""
    words = Running(panel.body, panel.bullets)
    if not words:
        return replace(head, heading=panel.heading), replace(rest, heading=EMPTY)

    def with_part(part: Running) -> Panel:
        return replace(head, heading=panel.heading, body=part.body, bullets=part.bullets)

    parts = cut_running(words, lambda part: fits(with_part(part)), sheet.fonts)
    was_cut = parts is not None and len(parts[0].texts) + len(parts[1].texts) > len(words.texts)
    if parts is None or (was_cut and _has_parts(head)):
        return head, rest
    return with_part(parts[0]), replace(rest, heading=EMPTY, body=parts[1].body, bullets=parts[1].bullets)


def _with_cut_entry(head: Panel, rest: Panel, fits: Fits, sheet: Sheet) -> tuple[Panel, Panel] | None:
    first, *others = rest.entries
    parts = cut_to_fit(first.body, lambda body: fits(replace(head, entries=(replace(first, body=body),))), sheet.fonts)
    if parts is None:
        return None
    tail = PanelEntry(EMPTY, continued(first.title, sheet), parts[1], first.tone)
    return replace(head, entries=(replace(first, body=parts[0]),)), replace(rest, entries=(tail, *others))


def _has_parts(panel: Panel) -> bool:
    return bool(panel.rows or panel.body or panel.bullets or panel.charts or panel.entries)
