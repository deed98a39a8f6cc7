"""Native tables: columns by content, rows by measured lines, header repeated on continuation slides (07, 12, 13, 16)."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import NOWHERE, Diagnostic, Phrase, error
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect, inch
from engine.layout.table_fit import CellType, RowTooTall, column_widths, cut_numbers, row_heights, split_rows
from engine.model.blocks import Align, Badge, Table, TableCell, TableColumn, TableRow
from engine.model.deck import Anchor, CellBox, RowBox, TableBox
from engine.model.inlines import EMPTY, Span, Text, Tone
from engine.model.theme import STATUS_TONES
from engine.plan.deck import parts, words
from engine.plan.deck.canvas import Canvas, Para
from engine.plan.deck.grid import NO_PAGE
from engine.plan.deck.memory import remembered
from engine.plan.deck.patterns.table_groups import ARROWS, BAND, MARGIN, draw_groups
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import LEVELS, Style

HEADER = 0.38
LEAST_ROW = (0.42, 0.40, 0.38, 0.34)
"""Least row height at each step of the fit ladder."""
PADDING = (0.07, 0.06, 0.05, 0.03)
LEAST_ROW_GROWTH, MOST_ROW_GROWTH = 1.25, 2.2
"""Rows may grow by this factor when the page has room to spare."""
TALLEST_ROW = 1.0
LARGER_ROWS = 1.08
"""Larger text makes rows at most so much higher when every cell keeps its lines."""
NUMBER_TO_WORDS = 0.28
SHORT_CELL, SHORTEST_CELL = 11, 4
SHORT_SHARE = 0.6
"""Columns whose cells have at most so many characters stay on one line, if together they take no more than this share of the table."""
BADGE_SIDE = {Badge.SQUARE: 0.26, Badge.ROUND: 0.36}
CAPTION, NOTE_GAP = 0.34, 0.06


@dataclass(frozen=True, slots=True)
class Plan:
    """Measured table: widths, header and row heights, and the styles of this step of the ladder.

    `cut` are (row, column) of numbers that would be cut over two lines.
    """

    widths: tuple[Length, ...]
    trailing: tuple[Length, ...]
    header: Length
    rows: tuple[Length, ...]
    body: Style
    head: Style
    cut: tuple[tuple[int, int], ...]


def _cell_text(cell: TableCell) -> Text:
    if not cell.second:
        return Text(()) if cell.badge is not Badge.NONE else cell.text
    return Text((*cell.text.spans, Span("\n"), *cell.second.spans), cell.text.where)


def _measured(cell: TableCell, style: Style) -> Text:
    """Return the cell's text as it counts for widths: a badge is as wide as four digits."""
    if cell.badge is not Badge.NONE:
        return Text((Span("0000"),))
    bold = cell.bold or style.bold
    return Text(tuple(replace(span, bold=True) for span in _cell_text(cell).spans)) if bold else _cell_text(cell)


def _header_text(column: TableColumn) -> Text:
    return Text((*column.header.spans, Span(f" {column.unit}")), column.header.where) if column.unit else column.header


@remembered
def measure(block: Table, width: Length, sheet: Sheet, level: int) -> Plan:
    """Choose widths and heights at a step of the fit ladder; weights that would cut a number or a name are not kept.

    Larger text must not cost lines: where it would, the table stays at full size.
    """
    if level < 0:
        larger, full = _measured_at(block, width, sheet, level), measure(block, width, sheet, 0)
        return full if larger.cut or sum(larger.rows) > sum(full.rows) * LARGER_ROWS else larger
    return _measured_at(block, width, sheet, level)


def _measured_at(block: Table, width: Length, sheet: Sheet, level: int) -> Plan:
    body, head = sheet.style("table_body").at(level), sheet.style("table_header", "ink2")
    cells = CellType(
        sheet.fonts, body.size, body.pitch, sheet.u(MARGIN), sheet.u(PADDING[max(0, level)]), sheet.u(LEAST_ROW[max(0, level)])
    )
    header_cells = replace(cells, size=head.size, pitch=head.pitch, padding=sheet.u(0.05), least_row=sheet.u(HEADER))
    header = [Text(tuple(replace(span, bold=True) for span in _header_text(column).spans)) for column in block.columns]
    rows = [[_measured(cell, body) for cell in row.cells] for row in block.rows]
    trailing = _trailing(block, sheet)
    weights = [column.weight for column in block.columns if column.weight is not None]
    room = width - sum(trailing, ZERO)
    inner = column_widths([header, *rows], room, cells, weights=weights) if len(weights) == len(block.columns) else ()
    if not inner or cut_numbers(rows, inner, cells) or _breaks_names(rows, inner, body, sheet):
        inner = column_widths([header, *rows], room, cells, minimums=_unbroken([header, *rows], room, body, sheet))
    widths = tuple(own + extra for own, extra in zip(inner, trailing, strict=True))
    heights = row_heights([header], inner, header_cells)[0], row_heights(rows, inner, cells)
    return Plan(widths, trailing, *heights, body, head, cut_numbers(rows, inner, cells))


def _trailing(block: Table, sheet: Sheet) -> tuple[Length, ...]:
    """Return the space behind each column: numbers at the right edge keep their distance from words that begin the next column."""
    nexts = (*block.columns[1:], None)
    apart = sheet.u(NUMBER_TO_WORDS)
    return tuple(
        apart if column.align is Align.RIGHT and following and following.align is Align.LEFT else ZERO
        for column, following in zip(block.columns, nexts, strict=True)
    )


def _unbroken(rows: list[list[Text]], total: Length, style: Style, sheet: Sheet) -> list[Length] | None:
    """Return the least widths that keep short cells (names, codes, dates) on one line; None when the table is too narrow for that.

    In a narrow table only the shortest are kept: a person's name is never broken for the sake of others.
    """
    for most in (SHORT_CELL, SHORTEST_CELL):
        least = [_unbroken_column(column, most, style, sheet) for column in zip(*rows, strict=True)]
        if sum(least, ZERO) <= total * SHORT_SHARE:
            return least
    return None


def _breaks_names(rows: list[list[Text]], widths: Sequence[Length], style: Style, sheet: Sheet) -> bool:
    """Tell whether a column is too narrow for its shortest cells, each of which should stand on one line."""
    columns = zip(zip(*rows, strict=True), widths, strict=True)
    return any(width < _unbroken_column(column, SHORTEST_CELL, style, sheet) for column, width in columns)


def _unbroken_column(column: Sequence[Text], most: int, style: Style, sheet: Sheet) -> Length:
    short = max(len(cell.plain) for cell in column) <= most
    return max(sheet.width(cell, style) for cell in column) + sheet.u(MARGIN * 2) if short else ZERO


def _head_room(block: Table, sheet: Sheet) -> Length:
    """Return what stands above the header: the caption and the band of groups."""
    caption = sheet.u(CAPTION) if block.caption else ZERO
    band = sheet.u(ARROWS + 0.04 if block.arrows else BAND) if block.groups else ZERO
    return caption + band


def _foot_room(block: Table, width: Length, sheet: Sheet) -> Length:
    return sheet.height(block.note, sheet.style("note"), width) + sheet.u(NOTE_GAP) if block.note else ZERO


def minimum(block: Table, width: Length, sheet: Sheet, level: int) -> Length:
    """Return the height needed; more than any page at a step that cuts a number, unless it is the last."""
    plan = measure(block, width, sheet, level)
    if plan.cut and level < LEVELS[-1]:
        return sheet.u(NO_PAGE)
    return _head_room(block, sheet) + plan.header + sum(plan.rows, ZERO) + _foot_room(block, width, sheet)


def maximum(block: Table, width: Length, sheet: Sheet, level: int) -> Length:
    plan = measure(block, width, sheet, level)
    return _head_room(block, sheet) + plan.header + sum(_wished(plan, sheet), ZERO) + _foot_room(block, width, sheet)


def _wished(plan: Plan, sheet: Sheet) -> tuple[Length, ...]:
    """Return row heights that look calm where there is room; rows of many lines get a little more, too."""
    return tuple(max(row * LEAST_ROW_GROWTH, min(row * MOST_ROW_GROWTH * sheet.stretch, sheet.tall(TALLEST_ROW))) for row in plan.rows)


def split(block: Table, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Table | None, Table | None]:
    """Cut between rows, all pages equally full and with the same columns; None first when not even one row fits."""
    plan = measure(block, width, sheet, level)
    room = available - _head_room(block, sheet) - _foot_room(block, width, sheet)
    pages = split_rows(plan.rows, plan.header, room)
    if isinstance(pages, RowTooTall) or len(pages) < 2 or (plan.cut and level < LEVELS[-1]):
        return None, block
    first = len(pages[0])
    columns = tuple(
        replace(column, weight=float(own - extra)) for column, own, extra in zip(block.columns, plan.widths, plan.trailing, strict=True)
    )
    same = replace(block, columns=columns)
    rest = replace(same, rows=block.rows[first:])
    cut = tuple((row - first, column) for row, column in plan.cut if row >= first)
    measure.known(rest, width, sheet, level, replace(plan, rows=plan.rows[first:], cut=cut))
    return replace(same, rows=block.rows[:first], note=EMPTY), rest


def too_tall_row(block: Table, width: Length, available: Length, sheet: Sheet, level: int) -> int | None:
    """Return the index of the first row that is taller than what a page leaves it, None when there is none."""
    plan = measure(block, width, sheet, level)
    pages = split_rows(plan.rows, plan.header, available - _head_room(block, sheet) - _foot_room(block, width, sheet))
    return pages.index if isinstance(pages, RowTooTall) else None


def draw(block: Table, frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    plan = measure(block, frame.width, sheet, level)
    y = frame.y
    if block.caption:
        style = sheet.style("chart_title", bold=True)
        canvas.text("caption", Rect(frame.x, y, frame.width, sheet.u(0.28)), block.caption, style, anchor=Anchor.MIDDLE)
        y += sheet.u(CAPTION)
    if block.groups:
        y = draw_groups(block, plan.widths, Rect(frame.x, y, frame.width, sheet.u(ARROWS if block.arrows else BAND)), canvas)
    heights = _grown(plan, frame.bottom - y - plan.header - _foot_room(block, frame.width, sheet), sheet)
    table = Rect(frame.x, y, frame.width, plan.header + sum(heights, ZERO))
    rows = (_header_row(block, plan, canvas), *_body_rows(block, plan, heights, canvas))
    alt = block.caption.plain or words.COMMA.in_(sheet.language).join(column.header.plain for column in block.columns)
    canvas.add(TableBox(canvas.unique("table"), table, plan.widths, rows, sheet.u(MARGIN), alt=alt))
    _draw_badges(block, plan, heights, Point(table.x, y + plan.header), canvas)
    if block.note:
        foot = _foot_room(block, frame.width, sheet) - sheet.u(NOTE_GAP)
        note = Rect(frame.x, table.bottom + sheet.u(NOTE_GAP), frame.width, foot)
        canvas.text("note", note, block.note, sheet.style("note", "ink3"))
    for row, column in plan.cut:
        canvas.findings.add(_cut_number(block, row, column, canvas))


def _cut_number(block: Table, row: int, column: int, canvas: Canvas) -> Diagnostic:
    cell, header = block.rows[row].cells[column].text, block.columns[column].header.plain
    return error(
        "FIT005",
        f"表格列太多：“{header}”一列放不下“{cell.plain}”，数字会断成两行",
        f"too many columns: “{header}” is too narrow for “{cell.plain}”, which would be cut over two lines",
        cell.where if cell.where != NOWHERE else canvas.where,
        Phrase("去掉几列，或把表格分成两张", "leave columns out, or make two tables of it"),
    )


def _grown(plan: Plan, room: Length, sheet: Sheet) -> tuple[Length, ...]:
    """Return row heights that share spare room, but not beyond what looks calm."""
    needed = sum(plan.rows, ZERO)
    most = _wished(plan, sheet)
    wished = sum(most, ZERO)
    if room <= needed or wished <= needed:
        return plan.rows
    part = min(1.0, (room - needed) / (wished - needed))
    return tuple(row + (top - row) * part for row, top in zip(plan.rows, most, strict=True))


def _header_row(block: Table, plan: Plan, canvas: Canvas) -> RowBox:
    rule = canvas.stroke("ink", 1.0)
    cells = []
    for column, width, trailing in zip(block.columns, plan.widths, plan.trailing, strict=True):
        style, room = plan.head.aligned(column.align), _inner(width - trailing, canvas.sheet)
        head = Para(_header_lines(column, style, room, canvas.sheet), style)
        lines = canvas.lines_in_cell((head,), room, plan.header)
        cells.append(CellBox(lines, bottom=rule, trailing=trailing))
    return RowBox(plan.header, tuple(cells))


def _header_lines(column: TableColumn, style: Style, room: Length, sheet: Sheet) -> Text:
    """Return what a header says, the unit on a line of its own where both have no room on one."""
    whole = _header_text(column)
    if not column.unit or sheet.line_count(whole, style, room) == 1 or sheet.line_count(column.header, style, room) > 1:
        return whole
    return Text((*column.header.spans, Span(f"\n{column.unit}")), column.header.where)


def _inner(width: Length, sheet: Sheet) -> Length:
    return width - sheet.u(MARGIN * 2)


def _body_rows(block: Table, plan: Plan, heights: tuple[Length, ...], canvas: Canvas) -> list[RowBox]:
    rows = []
    last = len(block.rows) - 1
    for index, (row, height) in enumerate(zip(block.rows, heights, strict=True)):
        following_total = index < last and block.rows[index + 1].total
        end = canvas.stroke("line2", 1.0) if index == last else canvas.stroke("line", 0.75)
        bottom = canvas.stroke("ink", 1.0) if following_total else end
        cells = [
            replace(
                _body_cell(cell, row, column, Rect(ZERO, ZERO, width - trailing, height), plan, canvas), bottom=bottom, trailing=trailing
            )
            for cell, column, width, trailing in zip(row.cells, block.columns, plan.widths, plan.trailing, strict=True)
        ]
        rows.append(RowBox(height, tuple(cells)))
    return rows


def _body_cell(cell: TableCell, row: TableRow, column: TableColumn, box: Rect, plan: Plan, canvas: Canvas) -> CellBox:
    sheet = canvas.sheet
    color = sheet.ink(cell.tone) if cell.tone is not Tone.QUIET else sheet.color("ink2")
    style = replace(plan.body.aligned(column.align), color=color, bold=cell.bold or row.total)
    paragraphs: list[Para] = []
    if cell.badge is Badge.NONE and cell.text:
        paragraphs.append(Para(sheet.balanced(cell.text, style, _inner(box.width, sheet)), style))
    if cell.second:
        paragraphs.append(Para(cell.second, replace(style, color=sheet.color("ink2"), bold=False)))
    fill = sheet.theme.tint(cell.tone) if cell.tinted and cell.tone in STATUS_TONES else None
    return CellBox(canvas.lines_in_cell(paragraphs, _inner(box.width, sheet), box.height), fill)


def _draw_badges(block: Table, plan: Plan, heights: tuple[Length, ...], at: Point, canvas: Canvas) -> None:
    y = at.y
    for row, height in zip(block.rows, heights, strict=True):
        x = at.x
        for cell, column, width in zip(row.cells, block.columns, plan.widths, strict=True):
            if cell.badge is not Badge.NONE and cell.text:
                side = min(canvas.sheet.u(BADGE_SIDE[cell.badge]), height - inch(0.04))
                inside = {
                    Align.LEFT: canvas.sheet.u(MARGIN),
                    Align.CENTER: (width - side).over(2),
                    Align.RIGHT: width - side - canvas.sheet.u(MARGIN),
                }
                place = Rect(x + inside[column.align], y + (height - side).over(2), side, side)
                parts.draw_badge(canvas, place, cell.text, cell.tone, cell.badge)
            x += width
        y += height
