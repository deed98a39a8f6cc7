"""Charts and pictures with all that stands around them: title row with legend, caption, source."""

from __future__ import annotations

import unicodedata

from engine.base.units import Length
from engine.brand.paper_style import PaperBrand
from engine.model.figure import LegendEntry, Swatch
from engine.model.inlines import Text
from engine.model.paper import Caption, PaperChart, PaperPicture, ParagraphRole
from engine.model.theme import Color
from engine.writers.docx import drawing
from engine.writers.docx.captions import CaptionWriter
from engine.writers.docx.marks import Marks
from engine.writers.docx.paragraph import Layout, paragraph
from engine.writers.docx.text import TextWriter
from engine.writers.printed import chart_place

SWATCHES = {Swatch.FILL: "■", Swatch.HOLLOW: "□", Swatch.LINE: "━", Swatch.DASH: "┅", Swatch.DOT: "●"}
"""What stands for the swatch of a legend entry in running text."""

_SPACE_BETWEEN = "\u3000"
_NARROW_EM = 0.56
_FEWEST_EM_BETWEEN = 2


class FigureWriter:
    """Writes figures in the styles of one brand; `width` is the text width of the section they stand in."""

    def __init__(self, brand: PaperBrand, text: TextWriter, marks: Marks, captions: CaptionWriter) -> None:
        self._brand = brand
        self._text = text
        self._marks = marks
        self._captions = captions

    def chart(self, block: PaperChart, width: Length, *, page_break: bool) -> list[str]:
        head = self._title_row(block, width, page_break=page_break)
        number = self._marks.drawing()
        self._marks.charts.append(chart_place(block.figure, 0, block.name))
        inline = drawing.chart(number, block.name, block.alt, block.size, self._marks.relate(block.figure))
        return [*head, self._drawing(inline, block.caption, block.source), *self._below(block.caption, block.source)]

    def picture(self, block: PaperPicture, *, page_break: bool) -> list[str]:
        number = self._marks.drawing()
        inline = drawing.picture(number, block.name, block.alt, block.size, self._marks.relate(block.blob))
        first = self._drawing(inline, block.caption, block.source, page_break=page_break)
        return [first, *self._below(block.caption, block.source)]

    def _drawing(self, inline: str, caption: Caption | None, source: Text, *, page_break: bool = False) -> str:
        kept = caption is not None or bool(source)
        return paragraph(self._brand.style("figure"), inline, Layout(keep_next=kept, page_break=page_break))

    def _below(self, caption: Caption | None, source: Text) -> list[str]:
        made = []
        if caption is not None:
            style = self._brand.style(ParagraphRole.CAPTION_FIGURE)
            white = None if source else self._brand.style(ParagraphRole.SOURCE).after
            made.append(paragraph(style, self._captions.runs(caption), Layout(keep_next=bool(source), after=white)))
        if source:
            made.append(paragraph(self._brand.style(ParagraphRole.SOURCE), self._text.runs(source)))
        return made

    def _title_row(self, block: PaperChart, width: Length, *, page_break: bool) -> list[str]:
        """Return title and legend in one line, or the legend in a line of its own when they do not fit side by side."""
        style = self._brand.style(ParagraphRole.CHART_TITLE)
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{round(width / 635)}"/></w:tabs>'
        title = self._text.runs(block.title)
        entries = block.figure.legend
        legend = self._text.run(_SPACE_BETWEEN).join(self._entry(entry) for entry in entries)
        layout = Layout(keep_next=True, page_break=page_break, tabs=tabs)
        if not title and not legend:
            return []
        if not legend or _ems(block.title.plain) + _legend_ems(entries) + _FEWEST_EM_BETWEEN <= width.points / style.size:
            return [paragraph(style, f"{title}<w:r><w:tab/></w:r>{legend}" if legend else title, layout)]
        bare = Layout(keep_next=True, before=0, borders='<w:pBdr><w:top w:val="nil"/></w:pBdr>')
        return [paragraph(style, title, layout), paragraph(style, legend, bare)]

    def _entry(self, entry: LegendEntry) -> str:
        return f"{self._text.run(SWATCHES[entry.swatch], color=visible(entry.color, self._brand))}{self._text.run(' ' + entry.label)}"


def visible(color: Color, brand: PaperBrand) -> Color:
    """Return the colour of a mark in text; a hollow swatch in the colour of the page would vanish."""
    return brand.theme.color("line2") if color.hex == brand.theme.color("bg").hex else color


def _legend_ems(entries: tuple[LegendEntry, ...]) -> float:
    return sum(_ems(entry.label) + 2.3 for entry in entries)


def _ems(words: str) -> float:
    """Return about how wide words are, in units of their size."""
    return sum(1.0 if unicodedata.east_asian_width(character) in {"W", "F"} else _NARROW_EM for character in words)
