"""The faults that tests seed into whole files, one function each: on slides, in Word documents, on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pptx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn as pqn
from pptx.slide import Slide
from pptx.util import Inches

from tests.support.foreign import Draw, first_run, plot, say
from tests.support.raw_pdf import RawPage, line, lines, raw_pdf


def write(words: str, *, size: float = 0, widow: bool = True, ea: str | None = None) -> Callable[[Document], None]:
    """Write a paragraph of one run."""

    def add(made: Document) -> None:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.widow_control = None if widow else False
        run = paragraph.add_run(words)
        if size:
            run.font.size = int(size * 12_700)
        if ea is not None:
            fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:eastAsia"), ea)

    return add


def loose_style(made: Document) -> None:
    made.styles["Normal"].paragraph_format.widow_control = False


def apart(level: int) -> Callable[[Document], None]:
    """Let headings of a level stand apart from what follows."""

    def change(made: Document) -> None:
        made.styles[f"Heading {level}"].paragraph_format.keep_with_next = False

    return change


def no_theme_fonts(made: Document) -> None:
    """Take the fonts for East Asian text out of the defaults, as a hand-made template has it."""
    for fonts in made.styles.element.iter(qn("w:rFonts")):
        for name in ("w:eastAsia", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(name), None)


def link(anchor: str, *, mark: str = "") -> Callable[[Document], None]:
    def add(made: Document) -> None:
        paragraph = made.add_paragraph()
        if mark:
            start = OxmlElement("w:bookmarkStart")
            start.set(qn("w:id"), "7")
            start.set(qn("w:name"), mark)
            paragraph._element.append(start)
        found = OxmlElement("w:hyperlink")
        found.set(qn("w:anchor"), anchor)
        run = paragraph.add_run("见表 3-1")
        paragraph._element.remove(run._element)
        found.append(run._element)
        paragraph._element.append(found)

    return add


def field(code: str) -> Callable[[Document], None]:
    def add(made: Document) -> None:
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), code)
        made.add_paragraph()._element.append(simple)

    return add


def in_font(words: str, ea: str | None, latin: str = "Calibri") -> Draw:
    """Say something in a Latin font, with a font for Han beside it where one is given."""

    def draw(slide: Slide) -> None:
        say(words)(slide)
        run = first_run(slide)
        run.font.name = latin
        if ea is not None:
            etree.SubElement(run._r.get_or_add_rPr(), pqn("a:ea"), typeface=ea)

    return draw


def leap(target: str) -> Draw:
    """Link words to a slide: a relationship to it, or one that is not there."""

    def draw(slide: Slide) -> None:
        say("回到目录")(slide)
        properties = first_run(slide)._r.get_or_add_rPr()
        found = etree.SubElement(properties, pqn("a:hlinkClick"), action="ppaction://hlinksldjump")
        found.set(pqn("r:id"), slide.part.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE) if target == "self" else target)

    return draw


def titled(words: str, body: str = "") -> Draw:
    def draw(slide: Slide) -> None:
        title: Any = slide.shapes.title
        title.text = words
        if body:
            slide.placeholders[1].text_frame.text = body

    return draw


def at(left: float, top: float = 1, width: float = 3, *, words: str = "一句话") -> Draw:
    def draw(slide: Slide) -> None:
        slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(1)).text_frame.text = words

    return draw


def band(slide: Slide) -> None:
    slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(-1), Inches(-1), Inches(14), Inches(1.5))


def rows(left: float) -> Draw:
    def draw(slide: Slide) -> None:
        slide.shapes.add_table(2, 2, Inches(left), Inches(2), Inches(5), Inches(1)).table.cell(0, 0).text = "渠道"

    return draw


def tagged(*tags: str, alt: str = "") -> RawPage:
    content = "\n".join(line("Words", 700 - 20 * n, number=n, tag=tag) for n, tag in enumerate(tags))
    return RawPage(f"{content}\n{lines(25, 500)}", tuple((tag, alt if tag == "Figure" else "") for tag in tags))


def sized(size: float, page: tuple[int, int] = (595, 842)) -> bytes:
    return raw_pdf(RawPage(f"{lines(3)}\n{line('A note in small print', 300, size)}", size=page))


def image(pixels: tuple[int, int], width: float, height: float) -> bytes:
    return raw_pdf(RawPage(f"q {width} 0 0 {height} 72 300 cm /Im1 Do Q"), picture=pixels)


def labelled(kind: XL_CHART_TYPE, *series: tuple[float, ...], code: str = "#,##0", place: Any = None) -> Draw:
    """Plot series with a data label at each point."""

    def draw(slide: Slide) -> None:
        plot(kind, len(series[0]), len(series))(slide)
        frame: Any = slide.shapes[-1]
        chart = frame.chart
        data: Any = CategoryChartData()
        data.categories = [f"{n} 月" for n in range(1, len(series[0]) + 1)]
        for number, values in enumerate(series):
            data.add_series(f"系列 {number + 1}", values)
        chart.replace_data(data)
        chart.plots[0].has_data_labels = True
        chart.plots[0].data_labels.show_value = True
        chart.plots[0].data_labels.number_format = code
        if place is not None:
            chart.plots[0].data_labels.position = place
        chart.plots[0].data_labels.number_format_is_linked = False

    return draw


def column(count: int, *, last: str = "", first: str = "", top: int = 760) -> RawPage:
    """Return a page of full lines, perhaps with a short one at its head that ends a paragraph, or a line at its foot that begins one."""
    full = "A line of running text that fills the whole width of its column here"
    above = [line(last, top)] if last else []
    start = top - (36 if last else 0)
    body = [line(full, start - 18 * n) for n in range(count)]
    ends = [line("and ends here.", start - 18 * count)] if first else []
    below = [line(first, start - 18 * (count + 2))] if first else []
    return RawPage("\n".join((*above, *body, *ends, *below)))


def charted(draw: Draw, *, caption: str = "", source: str = "", alt: str = "柱形图") -> Callable[[Document], None]:
    """Put the chart that is drawn on a slide into a document of the same size, between a caption and a source."""

    def write_chart(made: Document) -> None:
        slide: Any = pptx.Presentation()
        slide = slide.slides.add_slide(slide.slide_layouts[6])
        draw(slide)
        chart = next(shape for shape in slide.shapes if shape.has_chart)
        name = f"/word/charts/chart{len(made.paragraphs) + 1}.xml"
        content = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        blob = etree.tostring(_without_workbook(chart.chart._chartSpace))
        part = Part(PackURI(name), content, blob, made.part.package)
        key = made.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        if caption:
            made.add_paragraph(caption)
        made.add_paragraph()._p.append(parse_xml(_INLINE.format(cx=int(chart.width), cy=int(chart.height), alt=alt, key=key)))
        if source:
            made.add_paragraph(source)

    return write_chart


def _without_workbook(root: Any) -> Any:
    """Return a copy of a chart without the reference to its workbook, which stays behind."""
    copy = etree.fromstring(etree.tostring(root))
    for node in copy.findall("{http://schemas.openxmlformats.org/drawingml/2006/chart}externalData"):
        copy.remove(node)
    return copy


_SCHEMAS = "http://schemas.openxmlformats.org"
_INLINE = (
    f'<w:r xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main"><w:drawing>'
    f'<wp:inline xmlns:wp="{_SCHEMAS}/drawingml/2006/wordprocessingDrawing"><wp:extent cx="{{cx}}" cy="{{cy}}"/>'
    '<wp:docPr id="5" name="Chart 5" descr="{alt}"/>'
    f'<a:graphic xmlns:a="{_SCHEMAS}/drawingml/2006/main"><a:graphicData uri="{_SCHEMAS}/drawingml/2006/chart">'
    f'<c:chart xmlns:c="{_SCHEMAS}/drawingml/2006/chart" xmlns:r="{_SCHEMAS}/officeDocument/2006/relationships" r:id="{{key}}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def tone(text: str, color: str, ground: str = "") -> RawPage:
    """Return a page of dark lines with one in a colour, given like `0.9 0.9 0.9`, on a box of another."""
    box = f"{ground} rg 60 290 400 40 re f" if ground else ""
    return RawPage(f"{lines(20)}\n{box} {color} rg {line(text, 300)}")


def leap_to(*targets: int) -> bytes:
    """Return a PDF of two pages whose first links to pages, counted from 0."""
    return raw_pdf(RawPage(lines(30), links=targets), RawPage(lines(30)))
