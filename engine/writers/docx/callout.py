"""Callouts: a tinted table of one cell with a bar at its left, the label above the words.

A table, because paragraphs with shading leave white gaps between them in LibreOffice and WPS.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.base.units import Length, pt
from engine.brand.paper_style import PaperBrand
from engine.model.paper import PaperCallout, PaperParagraph, ParagraphRole
from engine.writers.docx.paragraph import Layout, paragraph
from engine.writers.docx.table import cell_margins, columns, grid
from engine.writers.docx.text import TextWriter

OUTSIDE = pt(1.9)
"""Half of the bar, which stands outside the cell it belongs to."""
LONG = 700
"""Characters above which a callout may be divided between pages."""
_PADDING, _SIDE = 230, 400  # twips: 0.16 in above and below, 0.28 in at the sides
_BAR = 3.75  # points: 0.05 in

WriteParagraph = Callable[[PaperParagraph], str]


def callout(block: PaperCallout, width: Length, brand: PaperBrand, text: TextWriter, write: WriteParagraph) -> list[str]:
    """Return the callout between two thin paragraphs; `write` gives its inner paragraphs."""
    theme = brand.theme
    bar = f"<w:tcBorders>{text.ink.rule('left', theme.color('primary'), _BAR)}</w:tcBorders>"
    look = f"{bar}{text.ink.ground(theme.color('surface'))}"
    label = paragraph(brand.style(ParagraphRole.CALLOUT_LABEL), text.runs(block.label)) if block.label else ""
    words = "".join(write(inner) for inner in block.paragraphs) or paragraph(brand.style(ParagraphRole.CALLOUT), "")
    (whole,) = columns((width - OUTSIDE,))
    properties = (
        f'<w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{cell_margins(_SIDE, _PADDING)}</w:tblPr>"
    )
    row = "" if sum(len(inner.text.plain) for inner in block.paragraphs) > LONG else "<w:trPr><w:cantSplit/></w:trPr>"
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{whole}" w:type="dxa"/>{look}</w:tcPr>{label}{words}</w:tc>'
    thin = paragraph(brand.style("gap"), "", Layout(line=8))
    return [thin, f"<w:tbl>{properties}{grid((whole,))}<w:tr>{row}{cell}</w:tr></w:tbl>", thin]
