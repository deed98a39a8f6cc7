"""Callouts: a tinted table of one row with a bar at its left. A short label stands beside the words, a long one above them.

A table, because paragraphs with shading leave white gaps between them in LibreOffice and WPS.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.base.units import Length, inch, pt
from engine.brand.paper_style import PaperBrand
from engine.model.paper import PaperCallout, PaperParagraph, ParagraphRole
from engine.writers.docx.paragraph import Layout, paragraph
from engine.writers.docx.table import cell_margins, columns, grid
from engine.writers.docx.text import TextWriter

LABEL_COLUMN = inch(1.25)
"""Width of the label beside the words; the text of a callout begins at its right."""
LONGEST_BESIDE = 5
"""Characters of a label that stands beside the words."""
OUTSIDE = pt(1.9)
"""Half of the bar, which stands outside the cell it belongs to."""
_PADDING, _SIDE = 230, 400  # twips: 0.16 in above and below, 0.28 in at the sides
_BAR = 3.75  # points: 0.05 in

WriteParagraph = Callable[[PaperParagraph], str]


def beside(block: PaperCallout) -> bool:
    """Tell whether the label stands beside the words."""
    return 0 < len(block.label.plain) <= LONGEST_BESIDE


def callout(block: PaperCallout, width: Length, brand: PaperBrand, text: TextWriter, write: WriteParagraph) -> list[str]:
    """Return the callout between two thin paragraphs; `write` gives its inner paragraphs."""
    theme = brand.theme
    ground = text.ink.ground(theme.color("surface"))
    bar = f"<w:tcBorders>{text.ink.rule('left', theme.color('primary'), _BAR)}</w:tcBorders>"
    label = paragraph(brand.style(ParagraphRole.CALLOUT_LABEL), text.runs(block.label)) if block.label else ""
    words = "".join(write(inner) for inner in block.paragraphs) or paragraph(brand.style(ParagraphRole.CALLOUT), "")
    if beside(block):
        widths = columns((LABEL_COLUMN, width - LABEL_COLUMN - OUTSIDE))
        cells = f"{_cell(widths[0], bar + ground, label, right=0)}{_cell(widths[1], ground, words, left=100)}"
    else:
        widths = columns((width - OUTSIDE,))
        cells = _cell(widths[0], bar + ground, label + words)
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{cell_margins(_SIDE, _PADDING)}</w:tblPr>"
    )
    table = f"<w:tbl>{properties}{grid(widths)}<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    thin = paragraph(brand.style("gap"), "", Layout(line=8))
    return [thin, table, thin]


def _cell(width: int, look: str, content: str, *, left: int | None = None, right: int | None = None) -> str:
    margins = "".join(f'<w:{side} w:w="{value}" w:type="dxa"/>' for side, value in (("left", left), ("right", right)) if value is not None)
    own = f"<w:tcMar>{margins}</w:tcMar>" if margins else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}{own}</w:tcPr>{content}</w:tc>'
