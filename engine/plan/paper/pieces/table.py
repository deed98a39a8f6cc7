"""A table on pages: caption above, ruled rows, note and source below; divided between rows, the header repeated."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Align
from engine.model.deck import CellBox, RowBox, Stroke, TableBox, TextLine
from engine.model.inlines import Span, Text, Tone
from engine.model.paper import PaperCell, PaperRow, PaperTable, ParagraphRole
from engine.model.theme import STATUS_TONES, Color
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.grid import cell_lines, cell_room
from engine.plan.paper.looks import THIN_GAP, Look
from engine.plan.paper.sheet import Sheet

TOP, UNDER_HEADER, BETWEEN = 1.5, 0.75, 0.5
"""Rules in points."""
TIGHTENS_BY = 3.8
"""Points that a row of the body may be lower, so that a table stays whole or on the page of its text."""


@dataclass(frozen=True, slots=True)
class TablePiece:
    """`rows` are those of this page, header included. A `tail` goes on from another page: without caption."""

    table: PaperTable
    rows: tuple[PaperRow, ...]
    width: Length
    sheet: Sheet
    tail: bool = False
    goes_on: bool = False
    is_tight: bool = False

    @property
    def before(self) -> float:
        return self.sheet.look(ParagraphRole.CAPTION_TABLE).before if self.table.caption and not self.tail else 0.0

    @property
    def after(self) -> float:
        return self.sheet.look(ParagraphRole.NOTE).after if self._foot else 0.0

    @property
    def height(self) -> float:
        return self._caption_height + sum(row.height.points for row in self.rows) + self._foot_height

    @property
    def least(self) -> float:
        header, body = self._header, self._body
        begun = next((count for count in range(self.table.together, len(body)) if not body[count].joined), len(body))
        rows = body if self.is_whole else body[:begun]
        foot = self._foot_height if len(rows) == len(body) else 0.0
        return self._caption_height + sum(row.height.points for row in (*header, *rows)) + foot

    @property
    def keep_next(self) -> bool:
        return False

    @property
    def bookmarks(self) -> tuple[str, ...]:
        return (self.table.caption.bookmark,) if self.table.caption and not self.tail else ()

    def divided(self, room: float) -> tuple[TablePiece, TablePiece] | None:
        header, body = self._header, self._body
        left = room - self._caption_height - sum(row.height.points for row in header) + 0.01
        count = 0
        while count < len(body) and body[count].height.points <= left:
            left -= body[count].height.points
            count += 1
        count = min(count, len(body) - self.table.together)
        while 0 < count < len(body) and body[count].joined:
            count -= 1
        if count < self.table.together:
            return None
        return replace(self, rows=(*header, *body[:count]), goes_on=True), replace(self, rows=(*header, *body[count:]), tail=True)

    @property
    def spare(self) -> float:
        """Points that its rows may be lower by together: none when they were made so once, or stand on several pages."""
        return 0.0 if self.is_tight or self.tail or self.goes_on else TIGHTENS_BY * len(self._body)

    def tightened(self, part: float) -> TablePiece:
        """Return the table with its rows lower by a part of what they can spare."""
        if not self.spare:
            return self
        less = pt(TIGHTENS_BY * part)
        rows = tuple(row if row.header else replace(row, height=row.height - less) for row in self.rows)
        return replace(self, table=replace(self.table, rows=rows), rows=rows, is_tight=True)

    def draw(self, at: Point, canvas: Canvas) -> None:
        y = at.y
        if self.table.caption and not self.tail:
            look = self.sheet.look(ParagraphRole.CAPTION_TABLE)
            caption = self.table.caption
            words = caption_text(caption.kind, caption.number, caption.title)
            canvas.wrapped("caption", Rect(at.x, y, self.width, ZERO), words, look, bookmark=caption.bookmark)
            y += pt(self._caption_height)
        height = sum((row.height for row in self.rows), ZERO)
        frame = Rect(at.x, y, sum(self.table.widths, ZERO), height)
        rows = tuple(self._row(index, canvas) for index in range(len(self.rows)))
        alt = self.table.caption.title.plain if self.table.caption else ""
        canvas.add(TableBox(canvas.unique(self.table.name), frame, self.table.widths, rows, self.table.margin, len(self._header), alt))
        self._draw_foot(Point(at.x, frame.bottom), canvas)

    @property
    def is_whole(self) -> bool:
        """Tell whether these rows are too few to be parted."""
        return len(self._body) < self.table.together * 2

    @property
    def _header(self) -> tuple[PaperRow, ...]:
        return tuple(row for row in self.rows if row.header)

    @property
    def _body(self) -> tuple[PaperRow, ...]:
        return tuple(row for row in self.rows if not row.header)

    @property
    def _caption_height(self) -> float:
        caption = self.table.caption
        if caption is None or self.tail:
            return 0.0
        look = self.sheet.look(ParagraphRole.CAPTION_TABLE)
        text = caption_text(caption.kind, caption.number, caption.title)
        return self.sheet.set(text, look, self.width).count * look.pitch + look.after

    @property
    def _foot(self) -> tuple[Text, ...]:
        return () if self.goes_on else tuple(part for part in (self.table.note, self.table.source) if part)

    @property
    def _foot_height(self) -> float:
        look = self.sheet.look(ParagraphRole.NOTE)
        lines = sum(self.sheet.set(part, look, self.width).count for part in self._foot)
        return lines * look.pitch + look.before if lines else 0.0 if self.goes_on else THIN_GAP

    def _draw_foot(self, at: Point, canvas: Canvas) -> None:
        look = self.sheet.look(ParagraphRole.NOTE)
        y = at.y + pt(look.before)
        for part in self._foot:
            y += pt(canvas.wrapped("note", Rect(at.x, y, self.width, ZERO), part, look))

    def _row(self, index: int, canvas: Canvas) -> RowBox:
        row = self.rows[index]
        top = canvas.stroke("ink", TOP) if index == 0 else None
        bottom = _rule_below(self.rows, index, canvas)
        cells = tuple(self._cell(cell, row, column, (top, bottom)) if cell is not None else None for column, cell in enumerate(row.cells))
        return RowBox(row.height, cells)

    def _cell(self, cell: PaperCell, row: PaperRow, column: int, rules: tuple[Stroke | None, Stroke]) -> CellBox:
        trailing = self.table.trailing[column] if self.table.trailing and cell.span == 1 else ZERO
        own, bold = self.sheet.look(ParagraphRole.TABLE_CELL), cell.bold or row.total
        look = _cell_look(own, self.table.size, self.table.pitch, cell.align, bold=bold)
        measure = cell_room(self.table, column, cell.span)
        lines = tuple(self._line(text, cell, look, measure) for text in cell.paragraphs if text)
        return CellBox(lines, self._ground(cell, row), *rules, span=cell.span, trailing=trailing)

    def _line(self, text: Text, cell: PaperCell, look: Look, measure: Length) -> TextLine:
        starts = tuple(cell_lines(text, measure, look.size, self.sheet, bold=look.bold))[1:]
        if cell.tone is Tone.QUIET:
            look = replace(look, color="ink2")
        elif cell.tone is Tone.STRONG:
            look = replace(look, color="primary")
        toned = (
            Text(tuple(replace(span, tone=cell.tone) if span.tone is Tone.NORMAL else span for span in text.spans))
            if cell.tone in STATUS_TONES
            else text
        )
        return TextLine(self.sheet.runs(toned, look), look.pitch, look.align, starts)

    def _ground(self, cell: PaperCell, row: PaperRow) -> Color | None:
        if cell.ground:
            return self.sheet.color(cell.ground)
        if cell.tinted and cell.tone in STATUS_TONES:
            return self.sheet.theme.tint(cell.tone)
        return self.sheet.color("surface") if row.header else None


@lru_cache(maxsize=64)  # a table has hundreds of cells and a few ways to set them
def _cell_look(own: Look, size: float, pitch: float, align: Align, *, bold: bool) -> Look:
    return replace(own, size=size, pitch=pitch, align=align, bold=bold)


def _rule_below(rows: Sequence[PaperRow], index: int, canvas: Canvas) -> Stroke:
    if index == len(rows) - 1:
        return canvas.stroke("ink", TOP)
    following = rows[index + 1]
    if rows[index].header and not following.header:
        return canvas.stroke("ink", UNDER_HEADER)
    return canvas.stroke("ink", UNDER_HEADER) if following.total else canvas.stroke("line", BETWEEN)


def caption_text(kind: str, number: str, title: Text) -> Text:
    """Return “**图 3-1**  题名”."""
    return Text((Span(f"{kind}\u00a0{number}", bold=True), Span("\u3000"), *title.spans), title.where)


def table_piece(table: PaperTable, width: Length, sheet: Sheet) -> TablePiece:
    return TablePiece(table, table.rows, width, sheet)
