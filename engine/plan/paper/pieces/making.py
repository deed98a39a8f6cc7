"""From blocks of the flow to pieces of pages."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.units import Length
from engine.model.charts import ChartData
from engine.model.paper import PaperCallout, PaperChart, PaperParagraph, PaperPicture, PaperTable
from engine.plan.paper.pieces.callout import callout_piece
from engine.plan.paper.pieces.chart import ChartPiece
from engine.plan.paper.pieces.paragraph import paragraph_piece
from engine.plan.paper.pieces.picture import PicturePiece
from engine.plan.paper.pieces.piece import Piece
from engine.plan.paper.pieces.table import table_piece
from engine.plan.paper.sheet import Sheet

Placed = PaperParagraph | PaperTable | PaperChart | PaperPicture | PaperCallout


def piece_of(block: Placed, width: Length, sheet: Sheet, charts: Mapping[str, ChartData]) -> Piece:
    """Return the piece of a block set in a measure; `charts` has the data of each chart by name."""
    match block:
        case PaperParagraph():
            return paragraph_piece(block, width, sheet)
        case PaperTable():
            return table_piece(block, width, sheet)
        case PaperChart():
            return ChartPiece(block, charts[block.name], width, sheet)
        case PaperPicture():
            return PicturePiece(block, width, sheet)
        case PaperCallout():
            return callout_piece(block, width, sheet)
