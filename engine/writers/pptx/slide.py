"""One slide as XML, and what it refers to: layout, charts, pictures, links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from engine.base.records import dataclass, replace
from engine.brand.deck_layout import DeckBrand, DeckLayout, OfficeTheme
from engine.model.deck import Anchor, ChartBox, Deck, Element, Line, Picture, Polygon, Run, Shape, Slide, TableBox, TextBox, TextLine
from engine.writers.ooxml.native_chart import CHART_URI
from engine.writers.ooxml.xml import DECLARATION
from engine.writers.pptx import shapes
from engine.writers.pptx.ink import Ink
from engine.writers.pptx.laid_below import PLAIN, laid_below
from engine.writers.pptx.references import References
from engine.writers.pptx.table import TABLE_URI, TableWriter
from engine.writers.pptx.text import TextWriter
from engine.writers.printed import note_lines
from engine.writers.shape_names import TITLE, ShapeNames, has_title

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
LAYOUT_RELATION = "rId1"


@dataclass(frozen=True, slots=True)
class SlideXml:
    xml: bytes
    layout: DeckLayout
    references: References


@dataclass(frozen=True, slots=True)
class _Pens:
    """Writers of colours, words and tables in the theme of one master."""

    ink: Ink
    text: TextWriter
    tables: TableWriter


def _pens(deck: Deck, office: OfficeTheme) -> _Pens:
    ink = Ink(office)
    text = TextWriter(deck.theme, office, ink, deck.meta.language)
    return _Pens(ink, text, TableWriter(text, ink))


@dataclass(frozen=True, slots=True)
class _Page:
    """What the elements of one slide share."""

    layout: DeckLayout
    pens: _Pens
    names: ShapeNames
    references: References


class SlideWriter:
    """Writes the slides of one deck."""

    def __init__(self, deck: Deck, brand: DeckBrand) -> None:
        self._deck = deck
        self._brand = brand
        self._pens = {role: _pens(deck, layout.office or brand.office) for role, layout in brand.layouts.items()}
        self.text = self._pens["content"].text

    def write(self, slide: Slide) -> SlideXml:
        layout = self._brand.layout(slide.layout)
        references = References()
        names = ShapeNames(slide.id)
        below = laid_below(layout.sample, references) if layout.sample is not None else PLAIN
        elements = enumerate(self._titled(slide, layout), 2 + below.count)
        page = _Page(layout, self._pens[slide.layout], names, references)
        drawn = "".join(self._element(item, number, page) for number, item in elements)
        content = f"<p:cSld>{below.background}<p:spTree>{TREE_HEAD}{below.shapes}{drawn}</p:spTree></p:cSld>"
        xml = f"{DECLARATION}<p:sld {NAMESPACES}{below.attributes}>{content}{below.color_map}</p:sld>"
        return SlideXml(xml.encode(), layout, references)

    def _titled(self, slide: Slide, layout: DeckLayout) -> Iterator[Element]:
        """Yield the elements, first a title above the slide when none of them is the title."""
        if not has_title(slide):
            yield self._unseen_title(slide, layout)
        yield from slide.elements

    def _unseen_title(self, slide: Slide, layout: DeckLayout) -> TextBox:
        frame = layout.slot("title").frame
        if frame.bottom > 0:
            frame = replace(frame, y=shapes.above_the_slide(frame.height))
        role, theme = self._deck.theme.role("page_title"), self._deck.theme
        run = Run(slide.title.replace("\n", ""), role.size, theme.color("ink"), role.bold, theme.heading)
        return TextBox(TITLE, frame, (TextLine((run,), role.pitch),), Anchor.MIDDLE, TITLE)

    def _element(self, item: Element, number: int, page: _Page) -> str:
        name, pens = page.names.unique(item.name), page.pens
        match item:
            case TextBox():
                slot = page.layout.slots.get(item.slot) if item.slot else None
                return shapes.text_box(item, shapes.head(number, name), slot, pens.text, page.references.shared)
            case Shape():
                return shapes.shape(item, shapes.decorative_head(number, name), pens.ink)
            case Polygon():
                return shapes.polygon(item, shapes.decorative_head(number, name), pens.ink)
            case Line():
                return shapes.line(item, shapes.decorative_head(number, name), pens.ink)
            case TableBox():
                content = pens.tables.table(item, page.references.shared)
                return shapes.graphic_frame(item.frame, shapes.head(number, name, item.alt), TABLE_URI, content)
            case ChartBox():
                return _chart(item, shapes.head(number, name, item.alt), page.references)
            case Picture():
                relation = page.references.shared(item.blob)
                return shapes.picture(item, shapes.head(number, name, item.alt), relation)
            case _:
                assert_never(item)


def _chart(item: ChartBox, head: str, references: References) -> str:
    relation = references.chart(item)
    content = f'<c:chart xmlns:c="{CHART_URI}" r:id="{relation}"/>'
    return shapes.graphic_frame(item.frame, head, CHART_URI, content)


def notes_xml(slide: Slide, deck: Deck, text: TextWriter) -> bytes:
    """Return a notes page: the slide's picture and the speaker notes, one paragraph a line."""
    role, ink = deck.theme.role("body_small"), deck.theme.color("ink")
    said = ("".join(span.text for span in line) for line in note_lines(slide))
    lines = tuple(TextLine((Run(line, role.size, ink),), role.pitch) for line in said)
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/>'
        f"</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{text.paragraphs(lines, _no_links)}</p:txBody></p:sp>"
    )
    tree = f"<p:spTree>{TREE_HEAD}{picture}{body}</p:spTree>"
    xml = f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld>{tree}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    return xml.encode()


def _no_links(address: str) -> str:
    raise AssertionError(f"speaker notes hold no link to {address}")
