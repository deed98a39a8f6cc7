"""Native tables: a true grid, header rows that repeat, rows that stay whole, and rules on every cell that needs one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from engine.base.units import Length
from engine.brand.paper_style import PaperBrand, PaperStyle
from engine.model.blocks import Align
from engine.model.inlines import Text
from engine.model.paper import PaperCell, PaperRow, PaperTable, ParagraphRole
from engine.model.theme import STATUS_TONES
from engine.writers.docx.captions import CaptionWriter
from engine.writers.docx.paragraph import Layout, paragraph
from engine.writers.docx.text import TextWriter
from engine.writers.ooxml.xml import attrs

EMU_PER_TWIP = 635
_STRONG, _MIDDLE, _THIN = 1.5, 0.75, 0.5


def twips(length: Length) -> int:
    return round(length / EMU_PER_TWIP)


def columns(widths: Sequence[Length]) -> list[int]:
    """Return column widths whose sum is the rounded sum of the lengths: WPS goes by the grid, Word by the cells."""
    edges = [0, *(round(edge / EMU_PER_TWIP) for edge in accumulate(int(width) for width in widths))]
    return [right - left for left, right in pairwise(edges)]


def grid(widths: Sequence[int]) -> str:
    return f"<w:tblGrid>{''.join(f'<w:gridCol w:w={chr(34)}{width}{chr(34)}/>' for width in widths)}</w:tblGrid>"


class TableWriter:
    """Writes tables in the styles of one brand."""

    def __init__(self, brand: PaperBrand, text: TextWriter, captions: CaptionWriter) -> None:
        self._brand = brand
        self._text = text
        self._captions = captions
        theme, ink = brand.theme, text.ink
        self._strong = theme.color("ink")
        self._header_ground = ink.ground(theme.color("surface"))
        self._header_rule = ink.rule("bottom", self._strong, _MIDDLE)
        self._total_rule = ink.rule("top", self._strong, _MIDDLE)

    def table(self, block: PaperTable, *, page_break: bool) -> list[str]:
        """Return caption, table, note and source; a table without words below it is followed by a thin paragraph."""
        made: list[str] = []
        if block.caption is not None:
            style = self._brand.style(ParagraphRole.CAPTION_TABLE)
            content = self._captions.runs(block.caption)
            made.append(paragraph(style, content, Layout(keep_next=True, page_break=page_break)))
        elif page_break:
            made.append(self._gap(page_break=True))
        made.append(self._grid(block))
        # The source of a figure stands in its middle, that of a table under its left edge, as its note does.
        style = self._brand.style(ParagraphRole.NOTE)
        below = [words for words in (block.note, block.source) if words]
        for index, words in enumerate(below):  # note and source are one thing: no white between them
            layout = Layout(
                keep_next=index < len(below) - 1,
                before=None if index == 0 else 0.0,
                after=None if index == len(below) - 1 else 0.0,
            )
            made.append(paragraph(style, self._text.runs(words), layout))
        return made if below else [*made, self._gap()]

    def _gap(self, *, page_break: bool = False) -> str:
        return paragraph(self._brand.style("gap"), "", Layout(page_break=page_break, line=8))

    def _grid(self, block: PaperTable) -> str:
        widths = columns(block.widths)
        rule = self._text.ink.rule
        inside = rule("insideH", self._brand.theme.color("line"), _THIN) if block.ruled else ""
        borders = f"{rule('top', self._strong, _STRONG)}{rule('bottom', self._strong, _STRONG)}{inside}"
        name = attrs({"w:val": block.caption.title.plain if block.caption else block.name})
        properties = (
            f'<w:tblPr><w:tblStyle w:val="{self._brand.table_style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
            f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>{cell_margins(twips(block.margin))}'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption{name}/></w:tblPr>"
        )
        kept = _kept_with_next(block)
        rows = "".join(self._row(row, widths, block, keep_next=index in kept) for index, row in enumerate(block.rows))
        return f"<w:tbl>{properties}{grid(widths)}{rows}</w:tbl>"

    def _row(self, row: PaperRow, widths: Sequence[int], block: PaperTable, *, keep_next: bool) -> str:
        header = "<w:tblHeader/>" if row.header else ""
        properties = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>{header}</w:trPr>'
        cells = (
            self._cell(cell, sum(widths[index : index + cell.span]), row, (block, index), keep_next=keep_next)
            for index, cell in enumerate(row.cells)
            if cell is not None
        )
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    def _cell(self, cell: PaperCell, width: int, row: PaperRow, place: tuple[PaperTable, int], *, keep_next: bool) -> str:
        block, column = place
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        rules = self._header_rule if row.header else self._total_rule if row.total else ""
        borders = f"<w:tcBorders>{rules}</w:tcBorders>" if rules else ""
        trailing = block.trailing[column] if block.trailing and cell.span == 1 else 0
        margin = f'<w:tcMar><w:right w:w="{twips(block.margin + trailing)}" w:type="dxa"/></w:tcMar>' if trailing else ""
        look = f'{span}{borders}{self._ground(cell, row)}{margin}<w:vAlign w:val="center"/>'
        head = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>'
        style = self._brand.style(ParagraphRole.TABLE_HEADER if row.header else ParagraphRole.TABLE_CELL)
        words = cell.paragraphs or (Text(),)
        lines = "".join(self._line(line, style, cell, (row, block), keep_next=keep_next) for line in words)
        return f"{head}{lines}</w:tc>"

    def _line(self, line: Text, style: PaperStyle, cell: PaperCell, place: tuple[PaperRow, PaperTable], *, keep_next: bool) -> str:
        row, block = place
        layout = _cell_layout(None if style.pitch == block.pitch else block.pitch, cell.align, keep_next=keep_next)
        size = None if style.size == block.size else block.size
        return paragraph(style, self._text.runs(line, bold=cell.bold or row.total, size=size, tone=cell.tone), layout)

    def _ground(self, cell: PaperCell, row: PaperRow) -> str:
        if cell.ground:
            return self._text.ink.ground(self._brand.theme.color(cell.ground))
        if cell.tinted and cell.tone in STATUS_TONES:
            return self._text.ink.ground(self._brand.theme.tint(cell.tone))
        return self._header_ground if row.header else ""


@lru_cache(maxsize=64)  # a table has hundreds of cells and a few ways to set them
def _cell_layout(line: float | None, align: Align, *, keep_next: bool) -> Layout:
    return Layout(keep_next=keep_next, line=line, align=None if align is Align.LEFT else align)


def _kept_with_next(block: PaperTable) -> frozenset[int]:
    """Return the rows that Word keeps on the page of what is below them: headers, the body rows that stay together at either end, the last with
    its note.
    """
    body = [index for index, row in enumerate(block.rows) if not row.header]
    headers = [index for index, row in enumerate(block.rows) if row.header]
    last = body[-1:] if block.note or block.source else []
    if block.is_whole:
        return frozenset((*headers, *body[:-1], *last))
    joining = (above for above, below in pairwise(body) if block.rows[below].joined)
    return frozenset((*headers, *body[: block.together - 1], *body[-block.together : -1], *joining, *last))


def cell_margins(side: int, ends: int = 0) -> str:
    """Return the margins of all cells of a table, in twips: left and right, top and bottom."""
    return (
        f'<w:tblCellMar><w:top w:w="{ends}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="{ends}" w:type="dxa"/>'
        f'<w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )
