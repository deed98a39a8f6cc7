"""A page that is being filled: what stands on it, the room that is left, and what must stay free at its foot."""

from __future__ import annotations

from dataclasses import field

from engine.base.records import dataclass
from engine.base.units import Point, pt
from engine.model.paper import ParagraphRole
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.geometry import PageFrame
from engine.plan.paper.pieces.callout import CalloutPiece
from engine.plan.paper.pieces.chart import ChartPiece
from engine.plan.paper.pieces.paragraph import ParagraphPiece
from engine.plan.paper.pieces.picture import PicturePiece
from engine.plan.paper.pieces.piece import Piece
from engine.plan.paper.pieces.table import TablePiece

SLACK = 0.5
RESERVE = 3.5
"""Points at the foot of a page that stay free, as Word and LibreOffice set some lines a little lower."""


@dataclass(slots=True)
class Placed:
    """A piece on a page, `gap` points below the one above it; `index` is its block in the flow."""

    piece: Piece
    gap: float
    index: int


@dataclass(slots=True)
class BodyPage:
    """`chapter` is what the header says: the first chapter that begins on the page (`begun`), else the one that goes on.

    `y` are the points used from the top of the body, without the white below the last piece, `after`. `loose` are the lines that Word may need
    more than we do.
    """

    frame: PageFrame
    canvas: Canvas
    chapter: str = ""
    begun: bool = False
    y: float = 0.0
    after: float = 0.0
    loose: int = 0
    things: list[Placed] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Points that a page has for its body."""
        return self.frame.body.height.points - RESERVE

    @property
    def room(self) -> float:
        return self.height - self.y

    def gap(self, piece: Piece) -> float:
        """Return the white above a piece: the larger of what the two ask for, as Word has it; none at the top of a page."""
        return max(self.after, piece.before) if self.y else 0.0

    def reserve(self, piece: Piece) -> float:
        """Return the white that must stay below a piece on this page."""
        whole = is_one(piece) or (isinstance(piece, CalloutPiece) and piece.is_whole)
        return self.line if whole and self.loose else 0.0

    @property
    def line(self) -> float:
        """A line of text, which stays free below what can't be divided where Word may need one line more: it would go to the next page whole."""
        return self.canvas.sheet.look(ParagraphRole.BODY).pitch

    def set_down(self, piece: Piece, index: int) -> None:
        gap = self.gap(piece)
        self.things.append(Placed(piece, gap, index))
        self.y += gap + piece.height
        self.after = piece.after
        self.loose += piece.loose if isinstance(piece, ParagraphPiece) else 0

    def draw(self) -> dict[str, float]:
        """Draw what was placed, and return how far down each bookmark stands, in parts of the page."""
        body, starts = self.frame.body, dict[str, float]()
        y = 0.0
        for thing in self.things:
            starts |= dict.fromkeys(thing.piece.bookmarks, min(0.99, y / body.height.points))
            thing.piece.draw(Point(body.x, body.y + pt(y + thing.gap)), self.canvas)
            y += thing.gap + thing.piece.height
        return starts


def is_one(piece: Piece) -> bool:
    """Tell whether a piece is a thing that readers look up, so that it may stand a little later than its text."""
    return isinstance(piece, ChartPiece | PicturePiece) or (isinstance(piece, TablePiece) and piece.is_whole and not piece.tail)
