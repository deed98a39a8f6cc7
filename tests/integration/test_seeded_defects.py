"""Each check of finished files against files with its fault, and against files without: at least three of both, whole files of their format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn as pqn
from pptx.slide import Slide
from pptx.util import Inches

from engine.checks import check_shown
from tests.support.foreign import (
    BLANK,
    CONTENT,
    SECTION,
    TITLE_ONLY,
    Draw,
    all_of,
    document,
    first_run,
    headings,
    illustrate,
    plot,
    say,
    show,
    slides,
)
from tests.support.raw_pdf import RawPage, line, lines, raw_pdf

Case = tuple[str, Callable[[], bytes]]
LONG = "上半年围绕会员经营、内容种草与转化召回展开三项工作，成交额完成年度目标的一半，其余部分要靠下半年的四场活动。" * 2
FULL = RawPage(lines(30))


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


def labelled(kind: XL_CHART_TYPE, *series: tuple[float, ...], code: str = "#,##0") -> Draw:
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


SOURCE = at(1, 6.5, words="来源：交易中台")
PIE, LINE, COLUMNS = XL_CHART_TYPE.PIE, XL_CHART_TYPE.LINE_MARKERS, XL_CHART_TYPE.COLUMN_CLUSTERED
WEEKS = tuple(float(12_000 + 37 * n) for n in range(36))
NEAR = tuple(value + 60 for value in WEEKS[:8])
OPENING = "A first line that begins a paragraph and fills the width of its column"

FAULTS: dict[str, tuple[Case, ...]] = {
    "A11Y002": (
        ("pptx", lambda: slides(show((1600, 900), 8, 4.5, alt=""))),
        ("pptx", lambda: slides(all_of(plot(alt=""), SOURCE))),
        ("docx", lambda: document(illustrate((1600, 900), 6, 3.375, alt=""))),
        ("pdf", lambda: raw_pdf(tagged("H1", "Figure"))),
    ),
    "A11Y003": (
        ("docx", lambda: document(headings(1, 3))),
        ("docx", lambda: document(headings(1, 2, 4))),
        ("pdf", lambda: raw_pdf(tagged("H1", "H3", "P"))),
    ),
    "A11Y004": (
        ("pdf", lambda: raw_pdf(RawPage(f"{lines(20)}\n0.72 0.76 0.79 rg {line('Source: the shop', 300)}"))),
        ("pdf", lambda: raw_pdf(RawPage(f"0.94 0.65 0.23 rg 60 590 200 40 re f 1 1 1 rg {line('White on yellow', 600)}"))),
        ("pdf", lambda: raw_pdf(FULL, RawPage(f"0 0 0.5 rg 0 0 595 842 re f 0.3 0.3 0.3 rg {lines(20)}"))),
    ),
    "CHART110": (
        ("pptx", lambda: slides(plot())),
        ("pptx", lambda: slides(all_of(plot(title=""), SOURCE))),
        ("pptx", lambda: slides(all_of(plot(title="回顾"), SOURCE))),
    ),
    "CHART111": (
        ("pptx", lambda: slides(all_of(plot(PIE, 11), SOURCE))),
        ("pptx", lambda: slides(all_of(plot(categories=60), SOURCE))),
        ("pptx", lambda: slides(all_of(plot(LINE, 6, 12), SOURCE))),
    ),
    "CHART112": (
        ("pptx", lambda: slides(all_of(labelled(COLUMNS, WEEKS), SOURCE))),
        ("pptx", lambda: slides(all_of(labelled(LINE, WEEKS[:8], NEAR), SOURCE))),
        ("pptx", lambda: slides(all_of(labelled(PIE, (90, 1, 1, 1, 1, 1), code="0.0%"), SOURCE))),
    ),
    "FIT026": (
        (
            "pdf",
            lambda: raw_pdf(column(12), column(20, last="a page.")),
        ),
        ("pdf", lambda: raw_pdf(column(10), column(30), column(8, last="three words only."))),
        ("pdf", lambda: raw_pdf(column(14, first=OPENING), column(20))),
    ),
    "FIT032": (
        ("pdf", lambda: raw_pdf(RawPage(f"{lines(20)}\n{line('1,234', 301)}\n{line('5,678', 304)}"))),
        ("pdf", lambda: raw_pdf(RawPage(f"{line('A heading of two lines', 700, 14)}\n{line('The text below it', 705, 12)}"))),
        ("pdf", lambda: raw_pdf(FULL, RawPage(f"{lines(20)}\n{line('a second line over the first', 754)}"))),
    ),
    "FONT012": (
        ("pptx", lambda: slides(in_font("面向 ตลาด 的计划", "Noto Sans CJK SC"))),
        ("pptx", lambda: slides(in_font("增长 🚀", "Noto Sans CJK SC", "Noto Sans CJK SC"))),
        ("docx", lambda: document(write("面向 ตลาด 的计划", ea="Noto Serif CJK SC"))),
    ),
    "FILE060": (
        ("docx", lambda: document(link("table_3_1"))),
        ("docx", lambda: document(field(" REF figure_9 \\h "))),
        ("pptx", lambda: slides(leap("rId99"))),
        ("pdf", lambda: raw_pdf(RawPage(lines(30), links=(7,)), FULL)),
    ),
    "FIT003": (
        ("pptx", lambda: slides(at(9))),
        ("pptx", lambda: slides(at(-4))),
        ("pptx", lambda: slides(rows(7))),
    ),
    "FIT020": (
        ("pptx", lambda: slides(say("说明文字", 6))),
        ("docx", lambda: document(write("说明文字", size=6.5))),
        ("pdf", lambda: sized(5)),
        ("pdf", lambda: sized(8, (960, 540))),
    ),
    "FIT021": (
        ("pptx", lambda: slides(show((480, 270), 8, 4.5))),
        ("pptx", lambda: slides(show((1600, 900), 8, 5))),
        ("docx", lambda: document(illustrate((300, 200), 6, 4))),
        ("pdf", lambda: image((100, 50), 400, 200)),
    ),
    "FIT022": (
        ("pptx", lambda: slides(lambda _slide: None)),
        ("pptx", lambda: slides(titled("回顾"), layout=TITLE_ONLY)),
        ("pdf", lambda: raw_pdf(FULL, FULL, FULL, RawPage(lines(2)))),
        ("pdf", lambda: raw_pdf(FULL, RawPage(), FULL, FULL)),
    ),
    "FIT023": (
        ("pdf", lambda: raw_pdf(tagged("H1", "P", "H2"), FULL)),
        ("docx", lambda: document(apart(2), headings(1, 2))),
        ("docx", lambda: document(headings(1), lambda made: made.add_heading("附件", 1))),
    ),
    "FIT024": (
        ("docx", lambda: document(write(LONG, widow=False))),
        ("docx", lambda: document(loose_style, write(LONG))),
        ("docx", lambda: document(write("短"), write(LONG, widow=False), write(LONG))),
    ),
    "FIT025": (
        ("pptx", lambda: slides(titled("回顾"), layout=CONTENT)),
        ("pptx", lambda: slides(say("一句话"), layout=TITLE_ONLY)),
        ("pptx", lambda: slides(say("一句话"), layout=SECTION)),
    ),
    "FONT010": (
        ("pptx", lambda: slides(in_font("年中述职", ""))),
        ("docx", lambda: document(no_theme_fonts, write("年中述职"))),
        ("docx", lambda: document(write("年中述职", ea=""))),
    ),
    "FONT011": (
        ("pdf", lambda: raw_pdf(FULL)),
        ("pdf", lambda: raw_pdf(RawPage(line("One line", 700)))),
        ("pdf", lambda: raw_pdf(RawPage(), FULL)),
    ),
}

CLEAN: dict[str, tuple[Case, ...]] = {
    "A11Y002": (
        ("pptx", lambda: slides(show((1600, 900), 8, 4.5))),
        ("docx", lambda: document(illustrate((1600, 900), 6, 3.375))),
        ("pdf", lambda: raw_pdf(tagged("H1", "Figure", alt="Revenue by month"))),
    ),
    "A11Y003": (
        ("docx", lambda: document(headings(1, 2, 3, 1))),
        ("docx", lambda: document(headings(2, 2))),
        ("pdf", lambda: raw_pdf(tagged("H1", "H2", "P"))),
    ),
    "A11Y004": (
        ("pdf", lambda: raw_pdf(FULL)),
        ("pdf", lambda: raw_pdf(RawPage(f"0.04 0.13 0.22 rg 60 590 200 40 re f 1 1 1 rg {line('White on navy', 600)}"))),
        ("pdf", lambda: raw_pdf(RawPage(f"0.9 0.9 0.9 rg {line('DRAFT', 400, 90)} 0 0 0 rg {lines(20)}"))),
    ),
    "CHART110": (
        ("pptx", lambda: slides(all_of(plot(), SOURCE))),
        ("pptx", lambda: slides(all_of(plot(title="转化率"), SOURCE))),
        ("pptx", lambda: slides(all_of(plot(title=""), at(1, 1.2, words="季度 GMV，万元"), SOURCE))),
    ),
    "CHART111": (
        ("pptx", lambda: slides(all_of(plot(PIE, 5), SOURCE))),
        ("pptx", lambda: slides(all_of(plot(categories=26), SOURCE))),
        ("pptx", lambda: slides(all_of(plot(LINE, 100, 4), SOURCE))),
    ),
    "CHART112": (
        ("pptx", lambda: slides(all_of(labelled(COLUMNS, WEEKS[:8]), SOURCE))),
        ("pptx", lambda: slides(all_of(labelled(LINE, WEEKS[:6], tuple(value / 3 for value in WEEKS[:6])), SOURCE))),
        ("pptx", lambda: slides(all_of(labelled(PIE, (40, 30, 20, 10)), SOURCE))),
    ),
    "FIT026": (
        ("pdf", lambda: raw_pdf(column(12), column(20))),
        ("pdf", lambda: raw_pdf(FULL, FULL, RawPage(lines(6)))),
        ("pdf", lambda: raw_pdf(RawPage(f"{lines(12)}\n{line('It ends here.', 500)}"), column(20, last="A heading"))),
    ),
    "FIT032": (
        ("pdf", lambda: raw_pdf(FULL)),
        ("pdf", lambda: raw_pdf(RawPage(f"{lines(20)}\n{line('DRAFT', 500, 90)}"))),
        ("pdf", lambda: raw_pdf(RawPage(f"{line('1,234', 700)}\n{line('1,234', 701)}\n{line('5,678', 685)}"))),
    ),
    "FONT012": (
        ("pptx", lambda: slides(in_font("年中述职 Review", "Noto Sans CJK SC"))),
        ("pptx", lambda: slides(in_font("年中述职", "Wingdings"))),
        ("docx", lambda: document(write("年中述职，105.5%", ea="Noto Serif CJK SC"))),
    ),
    "FILE060": (
        ("docx", lambda: document(link("table_3_1", mark="table_3_1"))),
        ("docx", lambda: document(field(" PAGE "), field(" SEQ Table \\* ARABIC "))),
        ("pptx", lambda: slides(leap("self"))),
        ("pdf", lambda: raw_pdf(RawPage(lines(30), links=(1,)), FULL)),
    ),
    "FIT003": (
        ("pptx", lambda: slides(at(1))),
        ("pptx", lambda: slides(all_of(band, at(1)))),
        ("pptx", lambda: slides(rows(1))),
    ),
    "FIT020": (
        ("pptx", lambda: slides(say("来源：中台", 9))),
        ("docx", lambda: document(write("说明文字", size=8), write("12", size=5))),
        ("pdf", lambda: sized(8)),
    ),
    "FIT021": (
        ("pptx", lambda: slides(show((1600, 900), 8, 4.5))),
        ("docx", lambda: document(illustrate((900, 600), 6, 4))),
        ("pdf", lambda: image((800, 400), 400, 200)),
    ),
    "FIT022": (
        ("pptx", lambda: slides(say("一句话就够了"))),
        ("pptx", lambda: slides(titled("第二章"), layout=SECTION)),
        ("pdf", lambda: raw_pdf(FULL, FULL, FULL, RawPage(lines(6)))),
    ),
    "FIT023": (
        ("pdf", lambda: raw_pdf(tagged("H1", "P", "H2", "P"), FULL)),
        ("docx", lambda: document(headings(1, 2))),
        ("docx", lambda: document(apart(3), headings(1, 2))),
    ),
    "FIT024": (
        ("docx", lambda: document(write(LONG))),
        ("docx", lambda: document(write("短", widow=False))),
        ("docx", lambda: document(loose_style, headings(1))),
    ),
    "FIT025": (
        ("pptx", lambda: slides(titled("回顾", "成交额完成一半"), layout=CONTENT)),
        ("pptx", lambda: slides(titled("回顾"), layout=TITLE_ONLY)),
        ("pptx", lambda: slides(say("一句话"), layout=BLANK)),
    ),
    "FONT010": (
        ("pptx", lambda: slides(in_font("年中述职", None))),  # the theme names a font for the script Hans
        ("pptx", lambda: slides(in_font("年中述职", "Microsoft YaHei"))),
        ("docx", lambda: document(write("年中述职"))),
        ("docx", lambda: document(no_theme_fonts, write("Review"), write("年中述职", ea="SimSun"))),
    ),
}
"""FONT011 passes on the PDF of every sample: test_every_figure_is_known builds them and wants no finding at all."""


def cases(table: dict[str, tuple[Case, ...]]) -> list[object]:
    return [
        pytest.param(code, *case, id=f"{code}-{case[0]}-{number}") for code, found in table.items() for number, case in enumerate(found, 1)
    ]


def codes(format_name: str, blob: bytes) -> list[str]:
    return [item.code for item in check_shown(format_name, blob, f"review.{format_name}")]


@pytest.mark.parametrize(("code", "format_name", "made"), cases(FAULTS))
def test_the_fault_is_found(code: str, format_name: str, made: Callable[[], bytes]) -> None:
    assert code in codes(format_name, made())


@pytest.mark.parametrize(("code", "format_name", "made"), cases(CLEAN))
def test_a_file_without_it_passes(code: str, format_name: str, made: Callable[[], bytes]) -> None:
    assert code not in codes(format_name, made())


@pytest.mark.parametrize("table", [FAULTS, CLEAN], ids=["faults", "clean"])
def test_there_are_three_of_each(table: dict[str, tuple[Case, ...]]) -> None:
    assert [code for code, found in table.items() if len(found) < 3] == []
