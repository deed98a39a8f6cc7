"""Pieces onto pages: headings stay with their text, paragraphs divide between lines, tables between rows; what can't fit is reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from engine.base.diagnostics import Findings, Location, Phrase, error
from engine.base.records import dataclass
from engine.model.charts import ChartData
from engine.model.paper import (
    BreakKind,
    PaperBlock,
    PaperBreak,
    PaperChart,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    ParagraphRole,
)
from engine.plan.paper.block_facts import MAY_MOVE, are_one_list, is_listed, place_of
from engine.plan.paper.body_page import RESERVE, SLACK, BodyPage, is_one
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.geometry import PageFrame
from engine.plan.paper.pieces.chart import ChartPiece, Redraw
from engine.plan.paper.pieces.making import piece_of
from engine.plan.paper.pieces.paragraph import ParagraphPiece
from engine.plan.paper.pieces.piece import Piece
from engine.plan.paper.pieces.table import TablePiece
from engine.plan.paper.room import WHITE, block_of, made_room, raise_charts
from engine.plan.paper.sheet import Sheet

FILLED = 0.66
"""A chapter begins on a new page when more than this part of the page is used; below it stands on the same one."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """`starts` are the places of bookmarks in pages from 0 (1.5: half-way down the second page); `flow` has the charts as they were set."""

    pages: tuple[BodyPage, ...]
    starts: Mapping[str, float]
    flow: tuple[PaperBlock, ...]

    @property
    def places(self) -> Mapping[str, int]:
        """The page indexes of bookmarks, from 0."""
        return {bookmark: int(start) for bookmark, start in self.starts.items()}


def paginate(
    flow: Sequence[PaperBlock], frame: PageFrame, sheet: Sheet, charts: Mapping[str, ChartData], redraw: Redraw, findings: Findings
) -> Pagination:
    run = _Run(frame, sheet, charts, redraw, findings, list(flow))
    run.place_all()
    starts: dict[str, float] = {}
    for number, page in enumerate(run.pages):
        starts |= {bookmark: number + part for bookmark, part in page.draw().items()}
    return Pagination(tuple(run.pages), starts, tuple(run.flow))


@dataclass(slots=True)
class _Run:
    frame: PageFrame
    sheet: Sheet
    charts: Mapping[str, ChartData]
    redraw: Redraw
    findings: Findings
    flow: list[PaperBlock]
    pages: list[BodyPage] = field(default_factory=list)
    chapter: str = ""
    pieces: dict[tuple[int, int], Piece] = field(default_factory=dict)

    def place_all(self) -> None:
        self._new_page(self.frame)
        index = 0
        while index < len(self.flow):  # placing a block may move later ones before it
            block = self.flow[index]
            if isinstance(block, PaperBreak):
                self._break(block)
            else:
                if isinstance(block, PaperParagraph) and block.role is ParagraphRole.HEADING_1:
                    index = self._begin_chapter(f"{block.number}{block.text.plain}", index)
                index = self._place(index)
            index += 1

    @property
    def page(self) -> BodyPage:
        return self.pages[-1]

    def _new_page(self, frame: PageFrame) -> None:
        name = f"page-{len(self.pages) + 1}"
        self.pages.append(BodyPage(frame, Canvas(name, self.sheet), self.chapter))

    def _turn_page(self) -> None:
        """Begin a new page because what follows has no room on this one, whose charts grow where much white is left."""
        for thing in raise_charts(self.page, self.redraw):
            self.flow[thing.index] = block_of(thing.piece)
        self._new_page(self.page.frame)

    def _break(self, block: PaperBreak) -> None:
        frame = {BreakKind.PAGE: self.page.frame, BreakKind.LANDSCAPE: self.frame.turned(), BreakKind.PORTRAIT: self.frame}[block.kind]
        if self.page.y == 0:
            self.page.frame = frame
        else:
            self._new_page(frame)

    def _begin_chapter(self, title: str, index: int) -> int:
        """Begin a chapter on a new page, unless little of this one is used, and return where its heading now stands in the flow."""
        self.chapter = title
        if (
            (self.page.y and self.sheet.new_chapters)
            or self.page.y > FILLED * self.page.frame.body.height.points
            or (self.page.y and self.page.gap(self._piece(index)) + self._need(index) > self.page.room + SLACK)
        ):
            self.flow.insert(index, PaperBreak())
            index += 1
            self._new_page(self.page.frame)
        self.page.chapter = self.page.chapter if self.page.y and self.page.begun else title
        self.page.begun = True
        return index

    def _piece(self, index: int) -> Piece:
        block = self.flow[index]
        assert not isinstance(block, PaperBreak)
        key = (id(block), self.page.frame.width)
        if key not in self.pieces:
            self.pieces[key] = piece_of(block, self.page.frame.width, self.sheet, self.charts)
        return self.pieces[key]

    def _need(self, index: int) -> float:
        """Return the room for the shortest beginning of a block together with what it must not be parted from, without the white above."""
        piece = self._piece(index)
        if not piece.keep_next or index + 1 == len(self.flow) or isinstance(self.flow[index + 1], PaperBreak):
            return piece.least + self.page.reserve(piece)
        return piece.height + max(piece.after, self._piece(index + 1).before) + self._need(index + 1)

    def _place(self, index: int) -> int:
        """Place a block, and return where it stands in the flow then.

        A page that only our reserve ends is ended in Word, too, before what the contents name: a break within running text would leave a page
        nearly empty wherever a line more is needed above it.
        """
        piece = self._piece(index)
        need = self._need(index)
        whole = self.page.gap(piece) + (need if piece.keep_next else piece.height + self.page.reserve(piece))
        if self.page.y and whole > self.page.room + SLACK:
            lowered = self._lowered(index, piece)
            if lowered is not None:
                piece = lowered
            elif self._made_room(index, whole - self.page.room) or self._pulled_up(index, piece):
                piece, need = self._piece(index), self._need(index)
            elif self.page.gap(piece) + need > self.page.room + SLACK and need <= self.page.height:
                tight = self.page.gap(piece) + need <= self.page.room + RESERVE + self.page.line
                if tight and is_listed(self.flow[index]) and not isinstance(self.flow[index - 1], PaperBreak):
                    self.flow.insert(index, PaperBreak())
                    index += 1
                self._turn_page()
        self._put(piece, index)
        return index

    def _lowered(self, index: int, piece: Piece) -> Piece | None:
        """Return a chart set a little lower, when that saves much white at the foot of the page."""
        if not isinstance(piece, ChartPiece) or self.page.room < WHITE:
            return None
        lower = piece.lowered(self.page.room - self.page.gap(piece) - self.page.reserve(piece), self.redraw)
        if lower is not None:
            assert isinstance(self.flow[index], PaperChart)
            self.flow[index] = lower.chart
        return lower

    def _made_room(self, index: int, missing: float) -> bool:
        """Set what stands on this page lower, and the table or chart that is to stand there, too, when that makes the missing room.

        A page so full must not lose its last thing in Word, where the paragraphs that lead to it may take a line more.
        """
        at = self._end_of_chain(index)
        missing += RESERVE + (self.page.line if not self.page.loose and any(map(self._is_loose, range(index, at))) else 0.0)
        found = made_room(self.page, missing, self._piece(at), self.redraw) if self.page.room >= WHITE else None
        if found is None:
            return False
        pieces, coming = found
        if coming is not self._piece(at):
            self.flow[at] = block_of(coming)
            self.pieces[id(self.flow[at]), self.page.frame.width] = coming
        for thing, piece in zip(self.page.things, pieces, strict=True):
            if piece is not thing.piece:
                self.page.y -= thing.piece.height - piece.height
                self.flow[thing.index], thing.piece = block_of(piece), piece
        return True

    def _is_loose(self, index: int) -> bool:
        piece = self._piece(index)
        return isinstance(piece, ParagraphPiece) and piece.loose > 0

    def _end_of_chain(self, index: int) -> int:
        """Return the index of the block that a block leads to: itself, unless it must not be parted from the next one."""
        while self._piece(index).keep_next and index + 1 < len(self.flow) and not isinstance(self.flow[index + 1], PaperBreak):
            index += 1
        return index

    def _pulled_up(self, index: int, piece: Piece) -> bool:
        """Move what follows a figure before it, when it would leave much white and the next text, or the beginning of the next table, fits there.

        Headings are not passed, and tables only by pictures and charts: captions of one kind stay in order. A table that stays whole is such a
        figure, too.
        """
        if not is_one(piece) or self.page.room < WHITE or index + 1 >= len(self.flow):
            return False
        if not self._may_pass(piece, index + 1):
            return False
        together = self._together_with(index + 1)
        self.flow[index : together.stop] = [*self.flow[index + 1 : together.stop], self.flow[index]]
        return True

    def _may_pass(self, figure: Piece, index: int) -> bool:
        """Tell whether a block may stand before the figure that it follows, and has room there: a list with all of its items, or not at all."""
        following = self.flow[index]
        if isinstance(following, PaperBreak | PaperChart | PaperPicture) or (
            isinstance(following, PaperTable) and isinstance(figure, TablePiece)
        ):
            return False
        if isinstance(following, PaperParagraph) and following.role not in MAY_MOVE:
            return False
        moving = [self._piece(each) for each in self._together_with(index)]
        if moving[-1].keep_next:
            return False
        room = self.page.room - self.page.gap(moving[0]) + SLACK
        if isinstance(following, PaperTable):
            return moving[0].least <= room
        return sum(piece.height for piece in moving) + sum(max(one.after, two.before) for one, two in pairwise(moving)) <= room

    def _together_with(self, index: int) -> range:
        """Return the blocks that make one list, or one row of callouts, from an index on, with the source that the last of them is tied to."""
        first = self.flow[index]
        end = index + 1
        while end < len(self.flow) and (are_one_list(first, self.flow[end]) or self._is_source_of(end)):
            end += 1
        return range(index, end)

    def _is_source_of(self, index: int) -> bool:
        block = self.flow[index]
        return isinstance(block, PaperParagraph) and block.role is ParagraphRole.NOTE and self._piece(index - 1).keep_next

    def _put(self, piece: Piece, index: int) -> None:
        while True:
            gap = self.page.gap(piece)
            if gap + piece.height + (self.page.reserve(piece) if self.page.y else 0.0) <= self.page.room + SLACK:
                self.page.set_down(piece, index)
                return
            division = piece.divided(self.page.room - gap)
            if division is not None:
                head, piece = division
                self.page.set_down(head, index)
                self._new_page(self.page.frame)
            elif self.page.y:
                self._new_page(self.page.frame)
            else:
                self._report(place_of(self.flow[index]))
                self.page.set_down(piece, index)
                return

    def _report(self, where: Location) -> None:
        self.findings.add(
            error(
                "FIT006",
                f"第 {len(self.pages)} 页：这一部分比一页还高，又不能拆到下一页",
                f"page {len(self.pages)}: this part is taller than a page and cannot be divided",
                where,
                Phrase("删短文字，或把它分成几行、几段", "shorten it, or divide it into several rows or paragraphs"),
            )
        )
