"""Slides and paragraphs in colours, for the check of contrast: what they stand on, and where their colour comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor as DocColor
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn as pqn
from pptx.slide import Slide
from pptx.util import Inches

from tests.support.foreign import Draw, first_run, png, say

Write = Callable[[Document], None]


def inked(words: str, color: str, *, size: float = 18) -> Draw:
    """Say something in a colour of its own, on whatever is there."""

    def draw(slide: Slide) -> None:
        say(words, size)(slide)
        first_run(slide).font.color.rgb = RGBColor.from_string(color)

    return draw


def themed(words: str, color: MSO_THEME_COLOR, brightness: float = 0.0) -> Draw:
    """Say something in a colour of the theme, made lighter or darker."""

    def draw(slide: Slide) -> None:
        say(words)(slide)
        found = first_run(slide).font.color
        found.theme_color = color
        found.brightness = brightness

    return draw


def on_shape(words: str, ground: str, color: str | None = None, *, shape: MSO_SHAPE = MSO_SHAPE.RECTANGLE) -> Draw:
    """Say something in a filled shape; without a colour it takes the white that the shape's style names."""

    def draw(slide: Slide) -> None:
        box = slide.shapes.add_shape(shape, Inches(1), Inches(1), Inches(5), Inches(1.5))
        box.fill.solid()
        box.fill.fore_color.rgb = RGBColor.from_string(ground)
        run = box.text_frame.paragraphs[0].add_run()
        run.text = words
        if color is not None:
            run.font.color.rgb = RGBColor.from_string(color)

    return draw


def panel(color: str, left: float = 0.5, width: float = 8) -> Draw:
    """Draw an empty box."""

    def draw(slide: Slide) -> None:
        box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(0.5), Inches(width), Inches(3))
        box.fill.solid()
        box.fill.fore_color.rgb = RGBColor.from_string(color)

    return draw


def ground(color: str) -> Draw:
    def draw(slide: Slide) -> None:
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor.from_string(color)

    return draw


def photo(slide: Slide) -> None:
    slide.shapes.add_picture(png(1600, 900), Inches(0), Inches(0), Inches(10), Inches(5))


def cell(words: str, fill: str, color: str) -> Draw:
    """Write a table of one cell that names its ground, and its letters' colour."""

    def draw(slide: Slide) -> None:
        frame: Any = slide.shapes.add_table(1, 1, Inches(1), Inches(2), Inches(5), Inches(1))
        found = frame.table.cell(0, 0)
        found.fill.solid()
        found.fill.fore_color.rgb = RGBColor.from_string(fill)
        run = found.text_frame.paragraphs[0].add_run()
        run.text = words
        run.font.color.rgb = RGBColor.from_string(color)

    return draw


def override(slide: Slide) -> None:
    """Let a slide swap dark and light, as “Title on dark” does."""
    swapped = "bg1=dk1 tx1=lt1 bg2=dk2 tx2=lt2 accent1=accent1 accent2=accent2 accent3=accent3 accent4=accent4 accent5=accent5"
    found: Any = slide._element.find(pqn("p:clrMapOvr"))
    for child in list(found):
        found.remove(child)
    names = dict(each.split("=") for each in f"{swapped} accent6=accent6 hlink=hlink folHlink=folHlink".split())
    etree.SubElement(found, pqn("a:overrideClrMapping"), names)


def colored(words: str, color: str, *, shade: str = "", mark: str = "") -> Write:
    """Write a paragraph in a colour, on a shaded paragraph or under the text marker."""

    def write(made: Document) -> None:
        paragraph = made.add_paragraph()
        run = paragraph.add_run(words)
        run.font.color.rgb = DocColor.from_string(color)
        if shade:
            paragraph._p.get_or_add_pPr().append(shading(shade))
        if mark:
            pen = OxmlElement("w:highlight")
            pen.set(qn("w:val"), mark)
            run._r.get_or_add_rPr().append(pen)

    return write


def shading(fill: str, kind: str = "clear") -> Any:
    found = OxmlElement("w:shd")
    for name, value in (("val", kind), ("color", "auto"), ("fill", fill)):
        found.set(qn(f"w:{name}"), value)
    return found


def shaded_cell(words: str, color: str, fill: str = "", *, style: str = "Table Grid") -> Write:
    """Write a table of one cell, shaded by itself or by its style."""

    def write(made: Document) -> None:
        table = made.add_table(1, 1, style)
        found = table.cell(0, 0)
        found.paragraphs[0].add_run(words).font.color.rgb = DocColor.from_string(color)
        if fill:
            found._tc.get_or_add_tcPr().append(shading(fill))

    return write


def styled(words: str, style: str, color: str) -> Write:
    """Write a paragraph whose style names the colour."""

    def write(made: Document) -> None:
        made.styles[style].font.color.rgb = DocColor.from_string(color)
        made.add_paragraph(words, style)

    return write
