"""Key figures as tables: tiles with target and verdict, rows of figures, and equations."""

from __future__ import annotations

from engine.model.blocks import Align, FigureItem, Figures, FiguresStyle, Stat, Tile, Tiles
from engine.model.inlines import EMPTY, Span, Text, Tone, text
from engine.model.one_line import one_line
from engine.model.paper import PaperCell
from engine.model.theme import STATUS_GLYPHS, STATUS_TONES
from engine.plan.paper import words
from engine.plan.paper.flow import Flow
from engine.plan.paper.grid import Draft, GridColumn, GridRow, add_table, header_row
from engine.plan.paper.texts import joined

RIGHT, CENTER = GridColumn(Align.RIGHT), GridColumn(Align.CENTER)
MOST_ACROSS = 6
"""So many figures with nothing but a name stand side by side."""


def write_tiles(block: Tiles, flow: Flow) -> None:
    """Append one row a metric: name, actual value, what the tile says of it, verdict."""
    sheet = flow.sheet
    labels = list(dict.fromkeys(one_line(stat.label).plain for tile in block.items for stat in tile.stats))
    judged = any(tile.status for tile in block.items)
    columns = (GridColumn(), RIGHT, *(RIGHT for _ in labels), *((GridColumn(),) if judged else ()))
    names = [text(sheet.say(words.METRIC)), text(sheet.say(words.ACTUAL)), *map(text, labels)]
    names += [text(sheet.say(words.STATUS))] if judged else []
    rows = tuple(GridRow(tuple(_tile_cells(tile, labels, judged=judged))) for tile in block.items)
    draft = Draft(columns, (header_row(names, columns), *rows), note=_legend(block, flow), where=block.where)
    add_table(draft, flow)


def _tile_cells(tile: Tile, labels: list[str], *, judged: bool) -> list[PaperCell]:
    stats = {one_line(stat.label).plain: stat for stat in tile.stats}
    cells = [PaperCell((one_line(tile.name),)), PaperCell((one_line(tile.value),), Align.RIGHT, bold=True)]
    cells += [_stat_cell(stats.get(label)) for label in labels]
    return [*cells, PaperCell((one_line(tile.status),), tone=tile.tone, bold=True)] if judged else cells


def _stat_cell(stat: Stat | None) -> PaperCell:
    if stat is None:
        return PaperCell((text(words.MISSING),), Align.RIGHT, Tone.QUIET)
    return PaperCell((one_line(stat.value),), Align.RIGHT, stat.tone, bold=stat.tone in STATUS_TONES)


def _legend(block: Tiles, flow: Flow) -> Text:
    if not block.legend:
        return EMPTY
    spans: list[Span] = [Span(flow.sheet.say(words.LEGEND))]
    for index, (tone, said) in enumerate(block.legend):
        glyph = STATUS_GLYPHS.get(tone, "")
        spans += [Span(flow.sheet.say(words.SEMICOLON))] if index else []
        spans += [Span(f"{glyph} ", tone=tone)] if glyph and not said.plain.startswith(glyph) else []
        spans += said.spans
    return Text(tuple(spans), block.legend[0][1].where)


def write_figures(block: Figures, flow: Flow) -> None:
    if block.style is FiguresStyle.EQUATION:
        _write_equation(block, flow)
    elif len(block.items) <= MOST_ACROSS and not any(map(_has_more, block.items)):
        _write_across(block, flow)
    else:
        _write_down(block, flow)


def _has_more(item: FigureItem) -> bool:
    return bool(item.note or item.before or item.badge or item.action)


def _write_across(block: Figures, flow: Flow) -> None:
    columns = tuple(CENTER for _ in block.items)
    names = [one_line(item.title) for item in block.items]
    values = GridRow(tuple(PaperCell((one_line(item.figure),), Align.CENTER, item.tone, bold=True) for item in block.items))
    add_table(Draft(columns, (header_row(names, columns), values), block.title, block.note, where=block.where), flow)


def _write_equation(block: Figures, flow: Flow) -> None:
    """Append a table whose value row reads as the equation."""
    names: list[Text] = []
    values: list[PaperCell] = []
    signs = (*block.operators, *("" for _ in block.items))
    for index, item in enumerate(block.items):
        if index:
            names.append(EMPTY)
            values.append(PaperCell((text(signs[index - 1]),), Align.CENTER))
        names.append(one_line(item.title))
        last = index == len(block.items) - 1
        values.append(PaperCell(_figure_lines(item), Align.CENTER, Tone.NORMAL, tinted=last, bold=True, ground="p100" if last else ""))
    columns = tuple(CENTER for _ in names)
    add_table(Draft(columns, (header_row(names, columns), GridRow(tuple(values))), block.title, block.note, where=block.where), flow)


def _figure_cell(item: FigureItem) -> PaperCell:
    return PaperCell((one_line(item.figure),), Align.RIGHT, item.tone, bold=True)


def _figure_lines(item: FigureItem) -> tuple[Text, ...]:
    before = joined((item.before, item.figure), " → ") if item.before else item.figure
    return tuple(one_line(each) for each in (joined((item.badge, before), " "), item.note, item.action) if each)


def _write_down(block: Figures, flow: Flow) -> None:
    """Append one row a figure; columns that no figure fills are left out."""
    sheet, items = flow.sheet, block.items
    parts: list[tuple[str, GridColumn, list[PaperCell]]] = [
        (sheet.say(words.GRADE), CENTER, [PaperCell((one_line(item.badge),), Align.CENTER, bold=True) for item in items]),
        (sheet.say(words.METRIC), GridColumn(), [PaperCell((one_line(item.title),)) for item in items]),
        (block.names[0] or sheet.say(words.BEFORE), RIGHT, [PaperCell((one_line(item.before),), Align.RIGHT) for item in items]),
        (block.names[1] or sheet.say(words.FIGURE_VALUE), RIGHT, [_figure_cell(item) for item in items]),
        (sheet.say(words.ACTION), GridColumn(), [PaperCell((one_line(item.action),), bold=True) for item in items]),
        (sheet.say(words.REMARK), GridColumn(), [PaperCell((item.note,)) for item in items]),
    ]
    kept = [part for part in parts if any(cell.paragraphs[0] for cell in part[2])]
    columns = tuple(column for _, column, _ in kept)
    rows = tuple(GridRow(cells) for cells in zip(*(cells for _, _, cells in kept), strict=True))
    head = header_row([text(name) for name, _, _ in kept], columns)
    add_table(Draft(columns, (head, *rows), block.title, block.note, where=block.where), flow)
