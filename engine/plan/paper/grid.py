"""Tables of a paper: a draft of rows and columns is measured, set smaller if it must, or turned to a landscape page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.diagnostics import NOWHERE, Phrase, error
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, inch, pt
from engine.layout.lines import count_lines, line_bounds
from engine.layout.table_fit import CellType, cut_numbers, shared
from engine.model.blocks import Align
from engine.model.inlines import EMPTY, Span, Text
from engine.model.paper import PaperCell, PaperRow, PaperTable, ParagraphRole
from engine.plan.paper.columns import ColumnWish, choose_widths, judge
from engine.plan.paper.flow import Flow
from engine.plan.paper.grid_draft import Draft, GridColumn, GridRow, header_row, unit_below
from engine.plan.paper.kept_units import with_units_kept
from engine.plan.paper.sheet import Sheet
from engine.plan.paper.texts import bold as made_bold
from engine.plan.paper.verdicts import with_verdicts_left

PADDING = 4.2
LEAST_ROW = 26.3
SMALLER, LEAST_SIZE, LEAST_NARROW = (0.5, 1.2), 9.0, 8.0
"""Points that size and pitch of cells lose at each step, and the smallest size of cells, in full and in narrow columns of text."""
NARROW = inch(5.6)
"""A column of text that is narrower is narrow."""
MOST_LINES = 6
"""A table whose cells take more lines than this on a portrait page is turned, if that helps."""
CALM_LINES = 4
"""A turned table is set smaller rather than with cells of more lines than this."""
FEW_FLAWS = 2
"""Words that may break badly in a narrow column of text before a table is turned."""
TIGHT_MARGIN = inch(0.055)
"""Left and right of the cells of a table that breaks names and codes even in its smallest size."""
THIRD = 1 / 3
"""A table up to this part of a page stays whole, and what stays together of a longer one is never higher."""
TOGETHER = 3
"""Body rows on either side of a page break, where the table has twice as many."""
NUMBER_TO_WORDS = inch(0.16)
_TOLERANCE = pt(0.2)

__all__ = ["Draft", "GridColumn", "GridRow", "add_table", "header_row"]


def add_table(draft: Draft, flow: Flow) -> None:
    """Append the table to the flow with its caption."""
    fitted, turned = _fitted(with_verdicts_left(draft), flow)
    draft = fitted.draft
    caption = flow.table_caption(draft.title, _subject(draft))
    table = PaperTable(flow.unique("table"), fitted.widths, fitted.rows, fitted.size, fitted.pitch, caption, draft.note, draft.source)
    table = replace(
        table,
        where=flow.at(draft.where),
        trailing=_trailing(draft.columns),
        margin=draft.margin,
        together=together(fitted.rows, (flow.page.turned() if turned else flow.page).body.height),
    )
    if fitted.lines > 1:
        look = replace(flow.sheet.look(ParagraphRole.TABLE_CELL), size=table.size)
        table = replace(table, rows=tuple(with_units_kept(row, _rooms(table, row), look, flow.sheet) for row in table.rows))
    if turned:
        flow.on_landscape(table)
    else:
        flow.add(table)
    for row, column in fitted.cut:
        _report_cut(draft, row, column, flow)


def together(rows: Sequence[PaperRow], page: Length) -> int:
    """Return how many body rows stay together at the beginning and at the end of a table: all of a short one. `page` is the height of a page."""
    body = [row.height.points for row in rows if not row.header]
    if sum(row.height.points for row in rows) <= page.points * THIRD:
        return len(body)
    tallest = max(body, default=0.0)
    return max(1, min(TOGETHER, len(body) // 2, int(page.points * THIRD / tallest) if tallest else 1))


def _subject(draft: Draft) -> str:
    """Return what the rows are, as the first heading says."""
    head = next((row.cells[0] for row in reversed(draft.rows) if row.header), None)
    return "".join(each.plain for each in head.paragraphs).replace("\n", "") if head else ""


@dataclass(frozen=True, slots=True)
class _Fitted:
    """`draft` has the margins that were chosen. `cut` are (row, column) of numbers that would be cut over two lines; `lines` the most lines of any
    cell; `flaws` the words that break badly; `cramped` says that words run down a column of two or three characters.
    """

    draft: Draft
    widths: tuple[Length, ...]
    rows: tuple[PaperRow, ...]
    size: float
    pitch: float
    cut: tuple[tuple[int, int], ...]
    lines: int
    flaws: int = 0
    cramped: bool = False

    @property
    def is_good(self) -> bool:
        return not self.cut and not self.cramped and self.lines <= MOST_LINES

    def is_no_gain_over(self, narrow: _Fitted, *, roomy: bool) -> bool:
        """Tell whether a turned table is hardly better than the one on a portrait page; narrow ones break more words, which counts there."""
        lower = self.lines * 1.3 < narrow.lines or (not roomy and self.flaws < narrow.flaws)
        return not lower and self.cramped >= narrow.cramped


def _fitted(draft: Draft, flow: Flow) -> tuple[_Fitted, bool]:
    """Return the measured table at the first step that cuts no number, and whether it needs a landscape page."""
    upright, turned = flow.page.width, flow.page.turned().width
    found: list[_Fitted] = []
    steps = _steps(flow)
    for step in steps:
        found.append(_measured(draft, upright, step, flow.sheet))
        if found[-1].is_good and not found[-1].flaws:
            return found[-1], False
    roomy = upright >= NARROW
    good = [each for each in found if each.is_good and (roomy or (each.lines <= CALM_LINES and each.flaws <= FEW_FLAWS))]
    if good:
        best = min(good, key=lambda each: each.flaws)
        return min(best, _tight(draft, best, upright, steps[-1], flow), key=lambda each: (not each.is_good, each.flaws)), False
    wide = [_measured(draft, turned, step, flow.sheet) for step in steps]
    if all(each.flaws for each in wide):
        wide.append(_tight(draft, min(wide, key=lambda each: each.flaws), turned, steps[-1], flow))
    whole = [each for each in wide if not each.cut]
    calmest = min(whole, key=lambda each: (each.lines > CALM_LINES, each.lines > MOST_LINES, each.flaws), default=None)
    narrow = next((each for each in found if not each.cut), None)
    if narrow is not None and (calmest is None or (draft.fixed and roomy) or calmest.is_no_gain_over(narrow, roomy=roomy)):
        return narrow, False
    return calmest or wide[-1], True


def _tight(draft: Draft, best: _Fitted, total: Length, step: tuple[float, float], flow: Flow) -> _Fitted:
    """Return the table in its smallest size with narrow margins and columns that give way to one another: what still breaks words gets it."""
    if draft.fixed:
        return best
    narrow = replace(draft, margin=min(draft.margin, TIGHT_MARGIN))
    if best.draft.rows == draft.rows:
        return _set_in(narrow, total, step, flow.sheet, relieve=True)
    return _with_units_below(narrow, best.draft.rows, total, step, flow.sheet, relieve=True)


def _steps(flow: Flow) -> tuple[tuple[float, float], ...]:
    """Return size and pitch of cells in points: as the template has them, and smaller ones."""
    look = flow.sheet.look(ParagraphRole.TABLE_CELL)
    size, pitch = look.size, look.pitch
    steps = [(size, pitch)]
    least = LEAST_SIZE if flow.page.width >= NARROW else LEAST_NARROW
    while size - SMALLER[0] >= least:
        size, pitch = size - SMALLER[0], round(max(pitch - SMALLER[1], (size - SMALLER[0]) * 1.3), 2)
        steps.append((size, pitch))
    return tuple(steps)


def _measured(draft: Draft, total: Length, step: tuple[float, float], sheet: Sheet) -> _Fitted:
    """Return the table at a size; when a heading has no room for its unit, units stand below."""
    found = _set_in(draft, total, step, sheet)
    parted = tuple(unit_below(row) for row in draft.rows) if found.flaws and not draft.fixed else draft.rows
    if parted == draft.rows:
        return found
    below = _with_units_below(draft, parted, total, step, sheet)
    return below if below.flaws < found.flaws else found


def _with_units_below(
    draft: Draft, parted: tuple[GridRow, ...], total: Length, step: tuple[float, float], sheet: Sheet, *, relieve: bool = False
) -> _Fitted:
    """Return the table with the rows `parted`, but for those headings that need only one line."""
    below = _set_in(replace(draft, rows=parted), total, step, sheet, relieve=relieve)
    inner = [width - draft.margin * 2 - extra for width, extra in zip(below.widths, _trailing(draft.columns), strict=True)]
    rows = tuple(_one_line_where_it_fits(own, row, inner, step[0], sheet) for own, row in zip(draft.rows, parted, strict=True))
    again = tuple(
        PaperRow(row.cells, _height(_row_lines(row, inner, draft.margin, step[0], sheet), step[1]), row.header, row.total)
        if row.header
        else was
        for row, was in zip(rows, below.rows, strict=True)
    )
    return replace(below, rows=again)


def _one_line_where_it_fits(whole: GridRow, parted: GridRow, rooms: Sequence[Length], size: float, sheet: Sheet) -> GridRow:
    """Return the parted row with those cells whole that need only one line."""
    cells = tuple(
        own if own is not None and own.span == 1 and _cell_count(own.paragraphs, room, size, sheet, bold=True) == 1
        else other
        for own, other, room in zip(whole.cells, parted.cells, rooms, strict=True)
    )  # fmt: skip
    return replace(parted, cells=cells)


def _set_in(draft: Draft, total: Length, step: tuple[float, float], sheet: Sheet, *, relieve: bool = False) -> _Fitted:
    size, pitch = step
    cells = CellType(sheet.fonts.sans, size, pitch, draft.margin, pt(PADDING), pt(LEAST_ROW))
    whole = [row for row in draft.rows if all(cell is not None and cell.span == 1 for cell in row.cells)]
    texts = [[_measured_text(cell, row) for cell in row.cells if cell is not None] for row in whole]
    of_row = {id(row): words for row, words in zip(whole, texts, strict=True)}
    trailing = _trailing(draft.columns)
    room = total - sum(trailing, ZERO)
    wishes = [ColumnWish(column.weight, column.least) for column in draft.columns]
    weights = [column.weight for column in draft.columns if column.weight is not None]
    as_wished = draft.fixed and len(weights) == len(wishes)
    found = judge(texts, shared(room, weights), cells) if as_wished else choose_widths(texts, wishes, room, cells, relieve=relieve)
    widths = found.widths
    outer = tuple(own + extra for own, extra in zip(widths, trailing, strict=True))
    inner = tuple(own - draft.margin * 2 for own in widths)
    counts = [_row_lines(row, inner, draft.margin, size, sheet) for row in draft.rows]
    rows = tuple(
        PaperRow(row.cells, _height(lines, pitch, ZERO if row.header else draft.least_row), row.header, row.total, row.joined)
        for row, lines in zip(draft.rows, counts, strict=True)
    )
    body = [(index, of_row[id(row)]) for index, row in enumerate(draft.rows) if not row.header and id(row) in of_row]
    cut = cut_numbers([words for _, words in body], widths, cells)
    flaws = 0 if draft.fixed and total >= NARROW else found.flaws
    numbers = tuple((body[row][0], column) for row, column in cut)
    return _Fitted(draft, outer, rows, size, pitch, numbers, max(counts, default=1), flaws, found.cramped)


def _trailing(columns: tuple[GridColumn, ...]) -> tuple[Length, ...]:
    """Return the space behind each column: numbers at the right edge keep their distance from words that begin the next column."""
    nexts = (*columns[1:], None)
    return tuple(
        NUMBER_TO_WORDS if column.align is Align.RIGHT and following and following.align is Align.LEFT else ZERO
        for column, following in zip(columns, nexts, strict=True)
    )


def _measured_text(cell: PaperCell, row: GridRow) -> Text:
    if len(cell.paragraphs) == 1:
        (whole,) = cell.paragraphs
    else:
        spans: list[Span] = []
        for paragraph in cell.paragraphs:
            spans += [Span("\n")] if spans else []
            spans += paragraph.spans
        whole = Text(tuple(spans))
    return made_bold(whole) if cell.bold or row.total else whole


def _rooms(table: PaperTable, row: PaperRow) -> tuple[Length, ...]:
    return tuple(cell_room(table, column, cell.span) + _TOLERANCE if cell else ZERO for column, cell in enumerate(row.cells))


def cell_room(table: PaperTable, column: int, span: int) -> Length:
    """Return the width that the text of a cell has."""
    trailing = table.trailing[column] if table.trailing and span == 1 else ZERO
    return sum(table.widths[column : column + span], ZERO) - table.margin * 2 - trailing


def _height(lines: int, pitch: float, least: Length | None = None) -> Length:
    """Return the height of a row: the lines of its tallest cell with padding, never below the least."""
    return max(pt(max(LEAST_ROW, lines * pitch + PADDING * 2)), least or ZERO)


def _row_lines(row: GridRow, rooms: Sequence[Length], margin: Length, size: float, sheet: Sheet) -> int:
    """Return the most lines of any cell; `rooms` are the columns without their margins."""
    counts = [1]
    for column, cell in enumerate(row.cells):
        if cell is not None:
            measure = rooms[column] if cell.span == 1 else sum(rooms[column : column + cell.span], ZERO) + margin * 2 * (cell.span - 1)
            counts.append(_cell_count(cell.paragraphs, measure, size, sheet, bold=cell.bold or row.total))
    return max(counts)


def _cell_count(paragraphs: Sequence[Text], measure: Length, size: float, sheet: Sheet, *, bold: bool) -> int:
    """Return how many lines the paragraphs of a cell take."""
    room, fonts = measure + _TOLERANCE, sheet.fonts.sans
    return sum(count_lines(each, size=size, measure=room, fonts=fonts, bold=bold) for each in paragraphs)


def cell_lines(paragraph: Text, measure: Length, size: float, sheet: Sheet, *, bold: bool) -> Iterator[int]:
    """Yield the offset at which each line of a cell's paragraph starts."""
    for start, _ in line_bounds(paragraph, size=size, measure=measure + _TOLERANCE, fonts=sheet.fonts.sans, bold=bold):
        yield start


def _report_cut(draft: Draft, row: int, column: int, flow: Flow) -> None:
    cell = draft.rows[row].cells[column]
    words = cell.paragraphs[0] if cell and cell.paragraphs else EMPTY
    flow.findings.add(
        error(
            "FIT005",
            f"表格列太多：第 {column + 1} 列放不下“{words.plain}”，数字会断成两行，横向页面也不够",
            f"too many columns: column {column + 1} is too narrow for “{words.plain}”, which would be cut over two lines even on a landscape page",
            words.where if words.where != NOWHERE else draft.where if draft.where != NOWHERE else flow.where,
            Phrase("去掉几列，或把表格分成两张", "leave columns out, or make two tables of it"),
        )
    )
