"""One slide as XML, and what it refers to: layout, charts, pictures, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import assert_never

from engine.base.records import dataclass, replace
from engine.brand.deck_layout import DeckBrand, DeckLayout
from engine.model.deck import Anchor, ChartBox, Deck, Element, Line, Picture, Polygon, Run, Shape, Slide, TableBox, TextBox, TextLine
from engine.writers.ooxml.native_chart import CHART_URI
from engine.writers.ooxml.xml import DECLARATION
from engine.writers.pptx import shapes
from engine.writers.pptx.ink import Ink
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


@dataclass(slots=True)
class References:
    """What a slide refers to, in the order of relationship ids from `rId2` on: a chart, the bytes of a picture, or a link's address."""

    targets: list[ChartBox | bytes | str] = field(default_factory=list)
    _known: dict[bytes | str, str] = field(default_factory=dict)

    def chart(self, box: ChartBox) -> str:
        self.targets.append(box)
        return f"rId{len(self.targets) + 1}"

    def shared(self, target: bytes | str) -> str:
        """Return the relationship id of a picture or link, the same when it was met before."""
        known = self._known.get(target)
        if known is None:
            self.targets.append(target)
            known = self._known[target] = f"rId{len(self.targets) + 1}"
        return known


@dataclass(frozen=True, slots=True)
class SlideXml:
    xml: bytes
    layout: DeckLayout
    references: References


class SlideWriter:
    """Writes the slides of one deck."""

    def __init__(self, deck: Deck, brand: DeckBrand) -> None:
        self._deck = deck
        self._brand = brand
        self._ink = Ink(brand.office)
        self.text = TextWriter(deck.theme, brand.office, self._ink, deck.meta.language)
        self._tables = TableWriter(self.text, self._ink)

    def write(self, slide: Slide) -> SlideXml:
        layout = self._brand.layout(slide.layout)
        references = References()
        names = ShapeNames(slide.id)
        drawn = (self._element(item, number, names, layout, references) for number, item in enumerate(self._titled(slide, layout), 2))
        tree = f"<p:spTree>{TREE_HEAD}{''.join(drawn)}</p:spTree>"
        xml = f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld>{tree}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
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

    def _element(self, item: Element, number: int, names: ShapeNames, layout: DeckLayout, references: References) -> str:
        name = names.unique(item.name)
        match item:
            case TextBox():
                slot = layout.slots.get(item.slot) if item.slot else None
                return shapes.text_box(item, shapes.head(number, name), slot, self.text, references.shared)
            case Shape():
                return shapes.shape(item, shapes.decorative_head(number, name), self._ink)
            case Polygon():
                return shapes.polygon(item, shapes.decorative_head(number, name), self._ink)
            case Line():
                return shapes.line(item, shapes.decorative_head(number, name), self._ink)
            case TableBox():
                content = self._tables.table(item, references.shared)
                return shapes.graphic_frame(item.frame, shapes.head(number, name, item.alt), TABLE_URI, content)
            case ChartBox():
                return self._chart(item, shapes.head(number, name, item.alt), references)
            case Picture():
                relation = references.shared(item.blob)
                return shapes.picture(item, shapes.head(number, name, item.alt), relation)
            case _:
                assert_never(item)

    def _chart(self, item: ChartBox, head: str, references: References) -> str:
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
