"""KPI tiles: name, verdict, value, progress to target and three small stats (slide 04 of the board)."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import ZERO, Length, Rect, pt
from engine.layout.fair import fair_widths
from engine.model.blocks import Stat, Tile, Tiles
from engine.model.deck import Anchor
from engine.model.inlines import Span, Text, Tone
from engine.model.theme import STATUS_GLYPHS
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import flow_rows, items_to_keep, row_frames
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import LEVELS

BELOW_TARGET = frozenset({Tone.IMPROVE, Tone.MISSED})
HEIGHT, TALLEST, LOWEST = 2.28, 2.44, 1.94
FULL_HEIGHT = 5.12
LEGEND_HEIGHT = 0.30
PADDING = 0.24
GAP = 0.24
NARROWEST = 3.0


def _rows(block: Tiles, width: Length, sheet: Sheet) -> tuple[int, ...]:
    most = int((width + sheet.u(GAP)) / (sheet.u(NARROWEST) + sheet.u(GAP)))
    return flow_rows(len(block.items), min(3, max(1, most)))


def _legend_height(block: Tiles, sheet: Sheet) -> Length:
    return sheet.u(LEGEND_HEIGHT) if block.legend else ZERO


def minimum(block: Tiles, width: Length, sheet: Sheet, level: int) -> Length:
    rows = len(_rows(block, width, sheet))
    return _least(sheet, level) * rows + sheet.u(GAP) * (rows - 1) + _legend_height(block, sheet)


def maximum(block: Tiles, width: Length, sheet: Sheet, _level: int) -> Length:
    rows = len(_rows(block, width, sheet))
    return max(_least(sheet, 0), sheet.tall(TALLEST)) * rows + sheet.u(GAP) * (rows - 1) + _legend_height(block, sheet)


def _least(sheet: Sheet, level: int) -> Length:
    """Return the least height of a tile: where the body area is lower than that of the design system, two rows still stand in it.

    Each step of the fit ladder takes a part of its air away.
    """
    full = min(HEIGHT, max(LOWEST, HEIGHT - FULL_HEIGHT * (1 - sheet.stretch) / 2))
    return sheet.u(full - (full - LOWEST) * level / LEVELS[-1])


def split(block: Tiles, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Tiles | None, Tiles | None]:
    """Cut between tiles; the legend stays on the first page."""

    def fits(count: int) -> bool:
        return minimum(replace(block, items=block.items[:count]), width, sheet, level) <= available

    keep = items_to_keep(len(block.items), fits)
    return (replace(block, items=block.items[:keep]), replace(block, items=block.items[keep:], legend=())) if keep else (None, block)


def draw(block: Tiles, frame: Rect, canvas: Canvas, _level: int) -> None:
    sheet = canvas.sheet
    legend = _legend_height(block, sheet)
    tiles = Rect(frame.x, frame.y, frame.width, frame.height - legend)
    for tile, cell in zip(block.items, row_frames(tiles, _rows(block, frame.width, sheet), sheet.u(GAP)), strict=True):
        _draw_tile(tile, cell, canvas)
    if block.legend:
        _draw_legend(block, Rect(frame.x, frame.bottom - legend + sheet.u(0.06), frame.width, legend - sheet.u(0.06)), canvas)


def _draw_tile(tile: Tile, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    below = tile.tone in BELOW_TARGET
    canvas.card("tile", frame, sheet.theme.tint(tile.tone) if below else "surface", rule=sheet.theme.tone(tile.tone) if below else "deep")
    inner = frame.inset(sheet.u(PADDING), ZERO)
    spare = (frame.height - sheet.u(HEIGHT)).over(5)
    left_of_pill = inner.right
    if tile.status:
        left_of_pill = parts.draw_pill(canvas, inner.right, frame.y + sheet.u(0.19) + spare, tile.status, tile.tone, inner.width) - sheet.u(
            0.1
        )
    name = Rect(inner.x, frame.y + sheet.u(0.18) + spare, left_of_pill - inner.x, sheet.u(0.30))
    canvas.text("name", name, tile.name, sheet.style("tile_name"), anchor=Anchor.MIDDLE)
    value = Rect(inner.x, frame.y + sheet.u(0.55) + spare * 2, inner.width, sheet.u(0.66))
    canvas.text("value", value, tile.value, sheet.figure_style("kpi_value", Tone.NORMAL, unit_scale=0.42), anchor=Anchor.MIDDLE)
    if tile.attainment is not None:
        bar = Rect(inner.x, frame.y + sheet.u(1.34) + spare * 3, inner.width, sheet.u(0.09))
        fill = sheet.theme.tone(tile.tone) if below else sheet.color("primary")
        parts.draw_progress(canvas, bar, tile.attainment, fill, track="bg" if below else "line")
    stats = Rect(inner.x, frame.y + sheet.u(1.62) + spare * 4, inner.width, parts.stat_height(sheet))
    _draw_stats(tile.stats, stats, canvas, "ink2" if below else "ink3")  # ink3 is too pale on a tint


def _draw_stats(stats: tuple[Stat, ...], frame: Rect, canvas: Canvas, ink: str) -> None:
    """Share the width by what each stat needs, so that a long target does not push the others out."""
    if not stats:
        return
    sheet = canvas.sheet
    needs = [max(sheet.width(s.value, sheet.style("stat_value", bold=True)), sheet.width(s.label, sheet.style("label"))) for s in stats]
    gap = sheet.u(0.12)
    room = frame.width - gap * (len(stats) - 1)
    free = max(ZERO, room - sum(needs, ZERO)).over(len(stats))
    x = frame.x
    for stat, fair in zip(stats, fair_widths(needs, room), strict=True):
        width = fair + free
        parts.draw_stat(canvas, Rect(x, frame.y, width, frame.height), stat, ink=ink)
        x += width + gap


def _draw_legend(block: Tiles, frame: Rect, canvas: Canvas) -> None:
    spans: list[Span] = []
    for tone, words in block.legend:
        glyph = STATUS_GLYPHS.get(tone, "")
        spans += [Span("    ")] if spans else []
        spans += [Span(f"{glyph} ", tone=tone)] if glyph else []
        spans += words.spans
    style = canvas.sheet.style("label", "ink2")
    canvas.text("legend", Rect(frame.x, frame.y, frame.width, pt(style.pitch)), Text(tuple(spans)), style)
