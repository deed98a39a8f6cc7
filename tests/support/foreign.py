"""Files as other programs write them: python-pptx and python-docx, with the faults that a test wants."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pptx
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import parse_xml
from docx.shared import Inches as DocInches
from docx.shared import Pt as DocPt
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Inches, Pt

Draw = Callable[[Slide], object]
BLANK, TITLE_ONLY, CONTENT, SECTION = 6, 5, 1, 2


def png(width: int, height: int) -> io.BytesIO:
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return io.BytesIO(out.getvalue())


def describe(shape: Any, alt: str) -> None:
    """Give a shape an alternative text."""
    next(shape._element.iter(qn("p:cNvPr"))).set("descr", alt)


def first_run(slide: Slide) -> Any:
    """Return the first run of the last shape of a slide."""
    shape: Any = slide.shapes[-1]
    return shape.text_frame.paragraphs[0].runs[0]


def slides(*draw: Draw, layout: int = BLANK) -> bytes:
    """Return a presentation: a first slide, one slide for each of these, and a last one."""
    deck = pptx.Presentation()
    for one in (say("年中述职"), *draw, say("谢谢")):
        one(deck.slides.add_slide(deck.slide_layouts[layout if one in draw else BLANK]))
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def say(words: str, size: float = 18, left: float = 1, *, width: float = 6) -> Draw:
    def draw(slide: Slide) -> None:
        run = slide.shapes.add_textbox(Inches(left), Inches(1), Inches(width), Inches(1)).text_frame.paragraphs[0].add_run()
        run.text, run.font.size = words, Pt(size)

    return draw


def show(pixels: tuple[int, int], width: float, height: float, *, alt: str = "结算页") -> Draw:
    def draw(slide: Slide) -> None:
        picture = slide.shapes.add_picture(png(*pixels), Inches(1), Inches(1), Inches(width), Inches(height))
        describe(picture, alt)

    return draw


def plot(
    kind: XL_CHART_TYPE = XL_CHART_TYPE.COLUMN_CLUSTERED,
    categories: int = 4,
    series: int = 1,
    *,
    title: str = "GMV（万元）",
    alt: str = "柱形图",
) -> Draw:
    def draw(slide: Slide) -> None:
        data: Any = CategoryChartData()
        data.categories = [f"{n} 月" for n in range(1, categories + 1)]
        for n in range(series):
            data.add_series(f"系列 {n + 1}", [n + each for each in range(categories)])
        frame: Any = slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data)
        describe(frame, alt)
        chart = frame.chart
        chart.has_title = bool(title)
        if title:
            chart.chart_title.text_frame.text = title

    return draw


def all_of(*draw: Draw) -> Draw:
    def together(slide: Slide) -> None:
        for one in draw:
            one(slide)

    return together


def document(*write: Callable[[Document], object]) -> bytes:
    """Return a Word document."""
    made = docx.Document()
    for one in write:
        one(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def headings(*levels: int) -> Callable[[Document], None]:
    def write(made: Document) -> None:
        for level in levels:
            made.add_heading(f"标题 {level}", level)
            made.add_paragraph("一句话。")

    return write


def illustrate(pixels: tuple[int, int], width: float, height: float, *, alt: str = "结算页") -> Callable[[Document], None]:
    def write(made: Document) -> None:
        shape = made.add_picture(png(*pixels), DocInches(width), DocInches(height))
        shape._inline.docPr.set("descr", alt)

    return write


def boxed(words: str, width: float = 2.0, height: float = 0.5, *, fit: str = "noAutofit") -> Callable[[Document], None]:
    """Put words into a text box of so many inches; `fit` spAutoFit lets it grow."""
    size = f'cx="{int(width * 914_400)}" cy="{int(height * 914_400)}"'
    schemas = "http://schemas.openxmlformats.org"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    xml = (
        f'<w:r xmlns:w="{schemas}/wordprocessingml/2006/main" xmlns:wp="{schemas}/drawingml/2006/wordprocessingDrawing"'
        f' xmlns:a="{schemas}/drawingml/2006/main" xmlns:wps="{shape}"><w:drawing><wp:inline><wp:extent {size}/>'
        f'<wp:docPr id="9" name="Text Box 9"/><a:graphic><a:graphicData uri="{shape}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        f"<wps:bodyPr><a:{fit}/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )

    def write(made: Document) -> None:
        made.add_paragraph()._element.append(parse_xml(xml))

    return write


def exact_row(words: str, height: float = 24, *, exact: bool = True) -> Callable[[Document], None]:
    """Write a table with words in a row of so many points; not exact: at least as many."""

    def write(made: Document) -> None:
        table: Any = made.add_table(1, 2)
        table.cell(0, 0).text = words
        table.rows[0].height = DocPt(height)
        table.rows[0].height_rule = WD_ROW_HEIGHT_RULE.EXACTLY if exact else WD_ROW_HEIGHT_RULE.AT_LEAST

    return write
