"""A slide as one page of HTML: a stack of layers of shapes, and upon each the elements that a reader meets in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement

from engine.base.records import dataclass
from engine.base.units import Length, Rect, Size, pt
from engine.model import deck as model
from engine.model.blocks import Align
from engine.model.theme import Color
from engine.writers.pdf.chart_ink import Words
from engine.writers.pdf.engine import Ground
from engine.writers.pdf.ink import number, operators
from engine.writers.pdf.layers import Content, stacks
from engine.writers.pdf.page_text import TextWriter
from engine.writers.pdf.picture_data import data_address
from engine.writers.pdf.setting import BASELINE_ABOVE_BOTTOM, LineBlock, SetBullet, SetParagraph, set_paragraphs
from engine.writers.pdf.table_parts import table_shapes, table_text

SQUARE = "■"
SQUARE_LEFT, SQUARE_SIDE = 0.1, 0.8
"""Left bearing and side of the black square of Noto CJK, in em of its own size."""

TEXT_MIDDLE = 0.38
"""The middle of a Han character above the baseline, in em: there LibreOffice puts a small bullet."""

TITLE_SLOT = "title"

_ANCHORS = {Align.LEFT: "start", Align.CENTER: "middle", Align.RIGHT: "end"}
_ALONG = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class Layer:
    """Drawing operators, or words that belong to no paragraph, on a page of a size in points."""

    content: bytes | tuple[Words, ...]
    size: tuple[float, float]


@dataclass(slots=True)
class Drawings:
    """What pages show as pictures, by the address under which the HTML names them."""

    layers: dict[str, Layer] = field(default_factory=dict)
    charts: dict[str, model.ChartBox] = field(default_factory=dict)
    _known: dict[Layer, str] = field(default_factory=dict)

    def layer(self, content: bytes | tuple[Words, ...], size: Size) -> str:
        """Return the address of a drawing that covers a page; equal drawings share one."""
        layer = Layer(content, (size.width.points, size.height.points))
        if layer not in self._known:
            self._known[layer] = f"debrief:layer-{len(self.layers)}"
            self.layers[self._known[layer]] = layer
        return self._known[layer]

    def chart(self, chart: model.ChartBox) -> str:
        address = f"debrief:chart-{len(self.charts)}"
        self.charts[address] = chart
        return address


def slide_page(slide: model.Slide, ground: Ground | None, size: Size, text: TextWriter, drawings: Drawings) -> Element:
    """Return the page of one slide; its `title` attribute is the label in the outline."""
    page = Element("section", {"id": slide.id, "title": slide.title})
    decor = () if ground is None else ground.decor
    background = None if ground is None else ground.background
    elements = tuple(_unfolded((*_paper(background, size), *decor, *slide.elements)))
    heading = _title_box(slide)
    for level, stack in enumerate(stacks(elements)):
        shapes = operators(stack.shapes)
        if shapes:
            holder = page if level == 0 else SubElement(page, "div", {"class": "o w"})
            holder.set("style", f"background-image:url({drawings.layer(shapes, size)})")
        for content in stack.contents:
            if not _is_running(content):
                _write(page, content, heading, text, drawings)
    words = tuple(
        each for box in slide.elements if isinstance(box, model.TextBox) and _is_running(box) for each in running_words(box, text)
    )
    if words:
        address = drawings.layer(words, size)
        SubElement(page, "div", {"class": "o w", "style": f"background-image:url({address})"})
    return page


def _is_running(content: Content) -> bool:
    return isinstance(content, model.TextBox) and content.tag is model.TextTag.RUNNING


def running_words(box: model.TextBox, text: TextWriter) -> Iterator[Words]:
    """Yield the lines of a header or footer: drawn as part of the page's ground, they are no content to a listener."""
    for paragraph in set_paragraphs(box.paragraphs, box.frame, box.anchor):
        for block in paragraph.blocks:
            anchor, x = _ANCHORS[block.align], block.left + _ALONG[block.align] * block.width
            for index, line in enumerate(block.lines):
                baseline = block.top + block.pitch * (index + 1) - block.depth * block.size
                first = line[0]
                face = first.face or text.face
                yield Words("".join(run.text for run in line), x, baseline, first.size, first.color, first.bold, anchor, face.pdf)


def _title_box(slide: model.Slide) -> model.TextBox | None:
    """Return the box that is the page's heading; where boxes say themselves what they are, none is guessed."""
    boxes = [element for element in slide.elements if isinstance(element, model.TextBox)]
    if any(box.tag is not model.TextTag.TEXT for box in boxes):
        return None
    by_slot = (box for box in boxes if box.slot == TITLE_SLOT)
    by_text = (box for box in boxes if box.plain.replace("\n", "") == slide.title.replace("\n", ""))
    return next(by_slot, None) or next(by_text, None)


def _paper(background: Color | None, size: Size) -> tuple[model.Shape, ...]:
    sheet = Rect(Length(0), Length(0), size.width, size.height)
    return () if background is None else (model.Shape("background", sheet, fill=background),)


def _unfolded(elements: tuple[model.Element, ...]) -> Iterator[model.Element]:
    """Yield the elements, each preceded by the shapes that belong to it: fills and rules of tables, bullets of texts."""
    for element in elements:
        if isinstance(element, model.TableBox):
            yield from table_shapes(element)
        elif isinstance(element, model.TextBox) and any(paragraph.bullet for paragraph in element.paragraphs):
            for paragraph in set_paragraphs(element.paragraphs, element.frame, element.anchor):
                if paragraph.bullet is not None and paragraph.bullet.text == SQUARE:
                    yield _square(element.name, paragraph.bullet)
        yield element


def _square(name: str, bullet: SetBullet) -> model.Shape:
    side = SQUARE_SIDE * bullet.size
    left, top = bullet.left + SQUARE_LEFT * bullet.size, bullet.baseline - TEXT_MIDDLE * bullet.beside - side / 2
    return model.Shape(name, Rect(pt(left), pt(top), pt(side), pt(side)), fill=bullet.color)


def _write(page: Element, content: Content, heading: model.TextBox | None, text: TextWriter, drawings: Drawings) -> None:
    match content:
        case model.TextBox():
            _write_text(page, content, "h1" if content is heading else content.tag.value, text)
        case model.TableBox():
            _write_table(page, content, text)
        case model.ChartBox():
            _write_image(page, content.frame, drawings.chart(content), content.alt, text)
        case model.Picture():
            address = data_address(content.blob)
            if content.alt:
                _write_image(page, content.frame, address, content.alt, text)
            else:  # decoration: a background is no figure to those who listen to the page
                SubElement(page, "div", {"class": f"o {_place(content.frame, text)}", "style": f"background-image:url({address})"})
        case _:
            assert_never(content)


def _write_text(page: Element, box: model.TextBox, first_tag: str, text: TextWriter) -> None:
    items: Element | None = None
    for index, paragraph in enumerate(set_paragraphs(box.paragraphs, box.frame, box.anchor)):
        if paragraph.bullet is None:
            items = None
            text.write(page, "p" if index else first_tag, paragraph)
            if box.bookmark and not index:
                page[-1].set("id", box.bookmark)
            continue
        items = SubElement(page, "ul") if items is None else items
        if paragraph.bullet.text != SQUARE:
            paragraph = SetParagraph((_bullet_block(paragraph.bullet), *paragraph.blocks))  # noqa: PLW2901
        text.write(items, "li", paragraph)


def _bullet_block(bullet: SetBullet) -> LineBlock:
    """Return a bullet that is text (a number) as a line of its own, so that readers and searches meet it."""
    run = model.Run(bullet.text, bullet.size, bullet.color, face=bullet.face)
    pitch = 2 * bullet.size
    top = bullet.baseline - pitch + BASELINE_ABOVE_BOTTOM * bullet.size
    return LineBlock(((run,),), bullet.size, top, bullet.left, pitch, pitch, Align.LEFT)


def _write_table(page: Element, table: model.TableBox, text: TextWriter) -> None:
    """Add a table in all but layout: rows and cells for readers, each text at its place."""
    holder = SubElement(page, "table")
    for cells in table_text(table):
        row = SubElement(holder, "tr")
        for cell in cells:
            element = SubElement(row, "th", {"scope": "col"}) if cell.header else SubElement(row, "td")
            if len(cell.paragraphs) == 1:
                text.fill(element, cell.paragraphs[0])
                continue
            for paragraph in cell.paragraphs:
                text.write(element, "p", paragraph)


def _write_image(page: Element, frame: Rect, address: str, alt: str, text: TextWriter) -> None:
    SubElement(page, "img", {"src": address, "alt": alt, "class": _place(frame, text)})


def _place(frame: Rect, text: TextWriter) -> str:
    left, top, width, height = (number(length.points) for length in (frame.x, frame.y, frame.width, frame.height))
    return text.sheet.css_class(f"left:{left}pt;top:{top}pt;width:{width}pt;height:{height}pt")
