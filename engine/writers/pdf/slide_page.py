"""A slide as one set page: shapes sunk into as few layers as may be, and upon each what a reader meets in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from engine.base.units import Rect, Size, pt
from engine.charts.svg import chart_svg
from engine.model import deck as model
from engine.model.blocks import Align
from engine.model.theme import Color, FontFace
from engine.writers.pdf.bookmarks import slide_level
from engine.writers.pdf.chart_ink import chart_marks
from engine.writers.pdf.engine import Grounds
from engine.writers.pdf.ink import inks
from engine.writers.pdf.layers import Content, stacks
from engine.writers.pdf.marks import Ink, Words
from engine.writers.pdf.page_marks import Drawing, Part, Photo, Scene, SetPage, Sketch
from engine.writers.pdf.page_text import lines_of
from engine.writers.pdf.scenes import Scenes
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


_TAGS = {
    model.TextTag.TEXT: "P",
    model.TextTag.HEADING_1: "H1",
    model.TextTag.HEADING_2: "H2",
    model.TextTag.HEADING_3: "H3",
    model.TextTag.HEADING_4: "H4",
    model.TextTag.CAPTION: "Caption",
}


Marks = tuple[Ink | Words, ...]


def drawn_charts(slides: Iterable[model.Slide]) -> dict[int, Marks]:
    """Return the drawing of every chart by the identity of its box."""
    boxes = (element for slide in slides for element in slide.elements if isinstance(element, model.ChartBox))
    return {id(box): chart_marks(chart_svg(box.figure, Size(box.frame.width, box.frame.height)))[1] for box in boxes}


def deck_pages(deck: model.Deck, grounds: Grounds, charts: Mapping[int, Marks]) -> Iterator[SetPage]:
    """Yield the pages of a deck; `charts` are those of `drawn_charts`.

    The first title is the heading of the whole, so that there is one; those of other slides are as deep as their entries in the outline.
    """
    headed = False
    scenes = Scenes(grounds)
    for index, slide in enumerate(deck.slides):
        level = slide_level(deck, index) if headed else 1
        size = slide.size or deck.size
        page = slide_page(slide, scenes.scene(slide.layout, index + 1, size), size, deck.theme.body, charts, level=level)
        headed = headed or any(isinstance(mark, Part) and mark.tag == "H1" for mark in page.marks)
        yield page


def slide_page(
    slide: model.Slide, scene: Scene | None, size: Size, face: FontFace, charts: Mapping[int, Marks], *, level: int = 1
) -> SetPage:
    """Return the page of one slide; `face` is what runs without one use, `level` that of the slide's title among headings."""
    elements = tuple(_unfolded(slide.elements, {} if scene is None else scene.fills))
    heading, tag = _title_box(slide), f"H{level}"
    marks: list[Part | Drawing] = [] if scene is None else [scene]
    for stack in stacks(elements):
        shapes = inks(stack.shapes)
        if shapes:
            marks.append(Sketch(shapes))
        for content in stack.contents:
            if not _is_running(content):
                marks.extend(_told(content, tag if content is heading else None, face, charts))
    words = tuple(each for box in _running(slide) for each in running_words(box, face))
    if words:
        marks.append(Sketch(words))
    return SetPage(size, tuple(marks), _anchors(slide))


def _anchors(slide: model.Slide) -> dict[str, tuple[float, float]]:
    boxes = (element for element in slide.elements if isinstance(element, model.TextBox) and element.bookmark)
    return {box.bookmark: (box.frame.x.points, box.frame.y.points) for box in boxes if box.bookmark}


def _running(slide: model.Slide) -> Iterator[model.TextBox]:
    return (element for element in slide.elements if isinstance(element, model.TextBox) and _is_running(element))


def _is_running(content: Content) -> bool:
    return isinstance(content, model.TextBox) and content.tag is model.TextTag.RUNNING


def running_words(box: model.TextBox, face: FontFace) -> Iterator[Words]:
    """Yield the lines of a header or footer: drawn as part of the page's ground, they are no content to a listener."""
    for paragraph in set_paragraphs(box.paragraphs, box.frame, box.anchor):
        for block in paragraph.blocks:
            anchor, x = _ANCHORS[block.align], block.left + _ALONG[block.align] * block.width
            for index, line in enumerate(block.lines):
                baseline = block.top + block.pitch * (index + 1) - block.depth * block.size
                first = line[0]
                family = (first.face or face).pdf
                yield Words("".join(run.text for run in line), x, baseline, first.size, first.color, first.bold, anchor, family)


def _title_box(slide: model.Slide) -> model.TextBox | None:
    """Return the box that is the page's heading; where boxes say themselves what they are, none is guessed."""
    boxes = [element for element in slide.elements if isinstance(element, model.TextBox)]
    if any(box.tag is not model.TextTag.TEXT for box in boxes):
        return None
    by_slot = (box for box in boxes if box.slot == TITLE_SLOT)
    by_text = (box for box in boxes if box.plain.replace("\n", "") == slide.title.replace("\n", ""))
    return next(by_slot, None) or next(by_text, None)


def _unfolded(elements: tuple[model.Element, ...], fills: Mapping[str, Color]) -> Iterator[model.Element]:
    """Yield the elements, each preceded by the shapes that belong to it: fills of placeholders, fills and rules of tables, bullets."""
    for element in elements:
        if isinstance(element, model.TextBox) and element.slot is not None and element.slot in fills:
            yield model.Shape(element.name, element.frame, fill=fills[element.slot])
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


def _told(content: Content, heading: str | None, face: FontFace, charts: Mapping[int, Marks]) -> Iterator[Part | Drawing]:
    match content:
        case model.TextBox():
            yield from _text(content, heading or _TAGS[content.tag], face)
        case model.TableBox():
            yield _table(content, face)
        case model.ChartBox():
            frame = content.frame
            yield Part("Figure", (Sketch(charts[id(content)], frame.x.points, frame.y.points),), content.alt, frame)
        case model.Picture():
            photo = Photo(content.blob, content.frame)
            yield Part("Figure", (photo,), content.alt, content.frame) if content.alt else photo
        case _:
            assert_never(content)


def _text(box: model.TextBox, first_tag: str, face: FontFace) -> Iterator[Part]:
    """Yield the paragraphs of a box, those with bullets gathered into lists."""
    items: list[Part] = []
    for index, paragraph in enumerate(set_paragraphs(box.paragraphs, box.frame, box.anchor)):
        if paragraph.bullet is not None:
            items.append(_item(paragraph, paragraph.bullet, face))
            continue
        if items:
            yield Part("L", tuple(items))
            items = []
        yield Part("P" if index else first_tag, (lines_of(paragraph, face),))
    if items:
        yield Part("L", tuple(items))


def _item(paragraph: SetParagraph, bullet: SetBullet, face: FontFace) -> Part:
    body = Part("LBody", (lines_of(paragraph, face),))
    if bullet.text == SQUARE:
        return Part("LI", (body,))
    return Part("LI", (Part("Lbl", (lines_of(SetParagraph((_bullet_block(bullet),)), face),)), body))


def _bullet_block(bullet: SetBullet) -> LineBlock:
    """Return a bullet that is text (a number) as a line of its own, so that readers and searches meet it."""
    run = model.Run(bullet.text, bullet.size, bullet.color, face=bullet.face)
    pitch = 2 * bullet.size
    top = bullet.baseline - pitch + BASELINE_ABOVE_BOTTOM * bullet.size
    return LineBlock(((run,),), bullet.size, top, bullet.left, pitch, pitch, Align.LEFT)


def _table(table: model.TableBox, face: FontFace) -> Part:
    """Return a table in all but layout: rows and cells for readers, each text at its place."""
    rows = []
    for cells in table_text(table):
        row = []
        for cell in cells:
            lines = tuple(lines_of(paragraph, face) for paragraph in cell.paragraphs)
            told = lines if len(lines) == 1 else tuple(Part("P", (each,)) for each in lines)
            row.append(Part("TH" if cell.header else "TD", told))
        rows.append(Part("TR", tuple(row)))
    return Part("Table", tuple(rows))
