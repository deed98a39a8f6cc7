"""A callout on pages: a tinted box with a bar at its left; a long one divides between its paragraphs."""

from __future__ import annotations

from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect, inch, pt
from engine.model.paper import PaperCallout, PaperParagraph, ParagraphRole
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.looks import THIN_GAP
from engine.plan.paper.pieces.paragraph import ParagraphPiece, paragraph_piece
from engine.plan.paper.sheet import Sheet

BAR, LEFT, RIGHT = inch(0.05), inch(0.28), inch(0.24)
PADDING = 11.5
"""Points above and below: a callout is as high as its lines and 0.32 in."""
LONG = 400.0
"""A callout lower than this stays on one page."""


@dataclass(frozen=True, slots=True)
class CalloutPiece:
    inside: tuple[ParagraphPiece, ...]
    width: Length
    tail: bool = False
    goes_on: bool = False

    @property
    def before(self) -> float:
        return 0.0

    @property
    def after(self) -> float:
        return 0.0

    @property
    def height(self) -> float:
        return self._box + self._above + (0.0 if self.goes_on else THIN_GAP)

    @property
    def _box(self) -> float:
        return sum(piece.height + piece.after for piece in self.inside) + PADDING * 2

    @property
    def _above(self) -> float:
        """The thin paragraph that Word needs above a table: white that adds to that of the text before."""
        return 0.0 if self.tail else THIN_GAP

    @property
    def least(self) -> float:
        return self.height if self.is_whole else sum(piece.height + piece.after for piece in self.inside[:3]) + PADDING * 2 + THIN_GAP

    @property
    def is_whole(self) -> bool:
        return self.height < LONG

    @property
    def keep_next(self) -> bool:
        return False

    @property
    def bookmarks(self) -> tuple[str, ...]:
        return ()

    def divided(self, room: float) -> tuple[CalloutPiece, CalloutPiece] | None:
        if self.is_whole:
            return None
        for count in range(len(self.inside) - 1, 0, -1):
            head = replace(self, inside=self.inside[:count], goes_on=True)
            if head.height <= room and not self.inside[count - 1].keep_next:
                return head, replace(self, inside=self.inside[count:], tail=True)
        return None

    def draw(self, at: Point, canvas: Canvas) -> None:
        frame = Rect(at.x, at.y + pt(self._above), self.width, pt(self._box))
        canvas.fill("callout", frame, "surface")
        canvas.fill("callout-bar", Rect(frame.x, frame.y, BAR, frame.height), "primary")
        y = frame.y + pt(PADDING - 1.5)
        for piece in self.inside:
            piece.draw(Point(at.x + LEFT, y), canvas)
            y += pt(piece.height + piece.after)


def callout_piece(block: PaperCallout, width: Length, sheet: Sheet) -> CalloutPiece:
    """Set label and paragraphs in the measure of the box; they stand at its left edge without the indents of running text."""
    label = (PaperParagraph(ParagraphRole.CALLOUT_LABEL, block.label, keep_next=True),) if block.label else ()
    room = width - LEFT - RIGHT
    pieces = (paragraph_piece(each, room + _outdent(each, sheet), sheet) for each in (*label, *block.paragraphs))
    return CalloutPiece(tuple(_at_edge(piece) for piece in pieces), width)


def _outdent(block: PaperParagraph, sheet: Sheet) -> Length:
    look = sheet.look(block.role)
    return pt(look.left * look.size) if look.left > 0 else ZERO


def _at_edge(piece: ParagraphPiece) -> ParagraphPiece:
    shift = pt(piece.look.left * piece.look.size) if piece.look.left > 0 else ZERO
    return replace(piece, look=replace(piece.look, left=min(0.0, piece.look.left), before=0.0), width=piece.width - shift)
