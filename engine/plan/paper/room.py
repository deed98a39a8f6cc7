"""What gives way on a page: charts are set lower or higher, tables with less white in their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from engine.model.paper import PaperChart, PaperTable
from engine.plan.paper.body_page import BodyPage, Placed
from engine.plan.paper.pieces.chart import ChartPiece, Redraw
from engine.plan.paper.pieces.piece import Piece
from engine.plan.paper.pieces.table import TablePiece

WHITE: Final = 1.2 * 72
"""A figure that would leave more white than this at the foot of a page is set lower, or text behind it moves before it."""
LEFT_FREE: Final = 36.0
"""Points that stay free below charts that were set higher: Word may need a line more above them."""


def spare(piece: Piece) -> float:
    """Return how many points lower a piece may be set: charts and whole tables give way, other things do not."""
    return piece.spare if isinstance(piece, ChartPiece | TablePiece) else 0.0


def block_of(piece: Piece) -> PaperChart | PaperTable:
    """Return the block of a chart or a table as it was set."""
    assert isinstance(piece, ChartPiece | TablePiece)
    return piece.chart if isinstance(piece, ChartPiece) else piece.table


def made_room(page: BodyPage, missing: float, coming: Piece, redraw: Redraw) -> tuple[Sequence[Piece], Piece] | None:
    """Return the things of the page, and what is to stand there too, so much lower that `missing` points are won.

    None when that is more than they can give, or when nothing is missing.
    """
    pieces = [*(thing.piece for thing in page.things), coming]
    most = sum(map(spare, pieces))
    if not 0 < missing <= most:
        return None
    lower = [_lower(piece, missing / most, redraw) for piece in pieces]
    kept = [piece for piece in lower if piece is not None]
    return (kept[:-1], kept[-1]) if len(kept) == len(pieces) else None


def _lower(piece: Piece, part: float, redraw: Redraw) -> Piece | None:
    """Return a piece lower by this part of what it can spare; None for a chart that can't be drawn so."""
    if isinstance(piece, TablePiece):
        return piece.tightened(part)
    if isinstance(piece, ChartPiece) and piece.spare:
        return piece.lowered(piece.height - piece.spare * part, redraw)
    return piece


def raise_charts(page: BodyPage, redraw: Redraw) -> list[Placed]:
    """Set the charts of a page that ends with much white higher, and return those that changed."""
    charts = [thing for thing in page.things if isinstance(thing.piece, ChartPiece)]
    most = sum(thing.piece.reserve for thing in charts if isinstance(thing.piece, ChartPiece))
    if page.room < WHITE or not most:
        return []
    part = min(1.0, (page.room - LEFT_FREE) / most)
    changed: list[Placed] = []
    for thing in charts:
        assert isinstance(thing.piece, ChartPiece)
        higher = thing.piece.raised(part, redraw)
        if higher is not None:
            page.y += higher.height - thing.piece.height
            thing.piece = higher
            changed.append(thing)
    return changed
