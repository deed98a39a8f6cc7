"""Native tables: fixed row heights, each cell with its own margins, ground and rules; no table style draws anything."""

from __future__ import annotations

from engine.model.deck import Anchor, CellBox, RowBox, Stroke, TableBox
from engine.writers.pptx.ink import NO_FILL, Ink
from engine.writers.pptx.text import Relate, TextWriter

TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the built-in “no style, no grid”: `firstRow` then only tells what the header is
_ANCHOR = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
_NO_SIDES = f'<a:lnL w="0">{NO_FILL}</a:lnL><a:lnR w="0">{NO_FILL}</a:lnR>'


class TableWriter:
    def __init__(self, text: TextWriter, ink: Ink) -> None:
        self._text = text
        self._ink = ink

    def table(self, box: TableBox, relate: Relate) -> str:
        """Return `a:tbl`."""
        header = ' firstRow="1"' if box.header_rows else ""
        grid = "".join(f'<a:gridCol w="{int(width)}"/>' for width in box.widths)
        rows = "".join(self._row(box, number, relate) for number in range(len(box.rows)))
        properties = f"<a:tblPr{header}><a:tableStyleId>{_PLAIN_STYLE}</a:tableStyleId></a:tblPr>"
        return f"<a:tbl>{properties}<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"

    def _row(self, box: TableBox, number: int, relate: Relate) -> str:
        row = box.rows[number]
        cells = "".join(self._cell(box, number, column, relate) for column in range(len(box.widths)))
        return f'<a:tr h="{int(row.height)}">{cells}</a:tr>'

    def _cell(self, box: TableBox, number: int, column: int, relate: Relate) -> str:
        cell = box.rows[number].cells[column]
        owner = _owner(box.rows[number], column)
        margins = f'marL="{int(box.margin)}" marR="{int(box.margin + owner.trailing)}" marT="0" marB="0"'
        edges = self._edges(box, number, column)
        ground = self._ink.fill(owner.fill)
        if cell is None:  # covered by the cell to the left, and to be written all the same
            empty = f"<a:txBody><a:bodyPr/><a:lstStyle/>{self._text.empty(1.0)}</a:txBody>"
            return f'<a:tc hMerge="1">{empty}<a:tcPr {margins}>{edges}{ground}</a:tcPr></a:tc>'
        span = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
        paragraphs = self._text.paragraphs(cell.paragraphs, relate) if cell.paragraphs else self._text.empty(1.0)
        body = f"<a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        return f'<a:tc{span}>{body}<a:tcPr {margins} anchor="{_ANCHOR[cell.anchor]}">{edges}{ground}</a:tcPr></a:tc>'

    def _edges(self, box: TableBox, number: int, column: int) -> str:
        """Return the four edges. A rule between two rows belongs to both cells: programs differ in which of the two they draw."""
        cell = _owner(box.rows[number], column)
        above = _owner(box.rows[number - 1], column) if number else None
        below = _owner(box.rows[number + 1], column) if number + 1 < len(box.rows) else None
        top = cell.top or (above.bottom if above else None)
        bottom = cell.bottom or (below.top if below else None)
        return f"{_NO_SIDES}{self._edge('a:lnT', top)}{self._edge('a:lnB', bottom)}"

    def _edge(self, tag: str, stroke: Stroke | None) -> str:
        return self._ink.line(stroke, tag) if stroke else f'<{tag} w="0">{NO_FILL}</{tag}>'


def _owner(row: RowBox, column: int) -> CellBox:
    """Return the cell that shows at a column: itself, or the one that spans over it."""
    for at in range(column, -1, -1):
        cell = row.cells[at]
        if cell is not None:
            return cell
    raise AssertionError("a row starts with a cell")
