"""Static shapes of masters, layouts and sample slides as elements to paint, so that a PDF page looks like the slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Rect, Size
from engine.brand.decor.fills import UNSAID, Fill, fill_among, name_of, picture_fill, shape_fill, style_fill
from engine.brand.decor.geometry import traced
from engine.brand.decor.lettering import lettering
from engine.brand.decor.painting import painted
from engine.brand.decor.pens import heads, shape_pen
from engine.brand.decor.placement import IDENTITY, SAME, Placed, Placement, is_on
from engine.brand.decor.preset_box import Box
from engine.brand.decor.preset_polygons import rectangle
from engine.brand.decor.sheet import Sheet
from engine.brand.office_theme import child
from engine.brand.template_package import NS, P
from engine.model.decor import Decor, Gradient, Lettering, PlacedPicture

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BACKGROUND = "背景 background"
_FAULTS = (ValueError, KeyError, OverflowError, ZeroDivisionError, etree.XMLSyntaxError)
"""What reading numbers, parts and relationships raises where somebody wrote nonsense."""
_FARTHEST = 1e6
"""Points from the corner of the page, some 350 m, beyond which nothing is drawn."""
_WRONG = ("写法有误", "it is written wrongly")


def read_shapes(root: etree._Element, sheet: Sheet) -> tuple[Decor, ...]:
    """Return what the shapes of a part draw, in order, without placeholders and hidden shapes. What is missing is noted on the sheet."""
    tree = root.find("p:cSld/p:spTree", NS)
    return () if tree is None else tuple(_Shapes(sheet).inside(tree, SAME, None))


def read_background(root: etree._Element, sheet: Sheet, size: Size) -> tuple[Decor, ...] | None:
    """Return what the part says of the ground of its page, None when it says nothing."""
    said = root.find("p:cSld/p:bg", NS)
    if said is None:
        return None
    try:
        return within_bounds(_ground(said, sheet, size))
    except _FAULTS:
        sheet.skip(BACKGROUND, *_WRONG)
        return ()


def _ground(said: etree._Element, sheet: Sheet, size: Size) -> tuple[Decor, ...]:
    reference = said.find("p:bgRef", NS)
    if reference is not None:
        fill = style_fill(reference, sheet, BACKGROUND)
        where = sheet.styled(None)
    else:
        found = fill_among(said.find("p:bgPr", NS), sheet, BACKGROUND)
        fill, where = None if isinstance(found, str) else found, sheet
    if fill is None:
        return ()
    wide, high = size.width.points, size.height.points
    page = Placed(wide, high, IDENTITY, Rect(ZERO, ZERO, size.width, size.height))
    return tuple(painted(BACKGROUND, rectangle(Box(wide, high, {})), page, (fill, None), where))


@dataclass(frozen=True, slots=True)
class _Shapes:
    sheet: Sheet

    def inside(self, tree: etree._Element, place: Placement, group: Fill | None) -> Iterator[Decor]:
        for node in tree:
            if node.tag.startswith(_COMPATIBLE):
                yield from self._alternatives(node, place, group)
                continue
            kind = node.tag.removeprefix(P)
            named = node.find("*/p:cNvPr", NS)
            if named is not None and is_on(named, "hidden"):
                continue
            if kind == "grpSp":
                yield from self._group(node, place, group)
            elif kind in {"sp", "cxnSp", "pic"} and node.find("*/p:nvPr/p:ph", NS) is None:
                try:
                    yield from within_bounds(self._shape(kind, node, place, group))
                except _FAULTS:
                    self.sheet.skip(name_of(node), *_WRONG)
            elif kind == "graphicFrame" and node.find("*/p:nvPr/p:ph", NS) is None:
                what = _graphic(node)
                self.sheet.skip(name_of(node), what.zh, what.en)
            elif kind == "contentPart":
                self.sheet.skip(name_of(node), "墨迹", "ink")

    def _alternatives(self, node: etree._Element, place: Placement, group: Fill | None) -> Iterator[Decor]:
        """Draw what is meant for programs that know nothing new, else what comes first."""
        chosen = node.find(f"{_COMPATIBLE}Fallback")
        if chosen is None or not len(chosen):
            chosen = node.find(f"{_COMPATIBLE}Choice")
        if chosen is not None:
            yield from self.inside(chosen, place, group)

    def _group(self, node: etree._Element, place: Placement, group: Fill | None) -> Iterator[Decor]:
        properties = node.find(f"{P}grpSpPr")
        try:
            own = fill_among(properties, self.sheet, name_of(node), group)
            where = place.inside(child(properties, "xfrm"))
        except _FAULTS:
            self.sheet.skip(name_of(node), *_WRONG)
            return
        yield from self.inside(node, where, group if own == UNSAID else None if isinstance(own, str) else own)

    def _shape(self, kind: str, node: etree._Element, place: Placement, group: Fill | None) -> Iterator[Decor]:
        properties = node.find(f"{P}spPr")
        transform = child(properties, "xfrm")
        if properties is None or transform is None:
            self.sheet.skip(name_of(node), "没有位置和大小", "it has no place and size")
            return
        placed, name = place.place(transform), name_of(node)
        traces = traced(properties, placed.width, placed.height)
        if isinstance(traces, Phrase):
            self.sheet.skip(name, traces.zh, traces.en)
            return
        picture = node.find("p:blipFill", NS) if kind == "pic" else None
        fill = picture_fill(picture, self.sheet, name) if picture is not None else shape_fill(node, properties, self.sheet, group)
        pen = shape_pen(node, properties, self.sheet)
        self._effects(node, properties, name, seen=fill is not None or pen is not None)
        yield from painted(name, traces, placed, (fill, pen), self.sheet)
        if pen is not None:
            yield from heads(properties, traces, placed, pen, name)
        if (text := lettering(node, placed, self.sheet)) is not None:
            yield text

    def _effects(self, node: etree._Element, properties: etree._Element, name: str, *, seen: bool) -> None:
        """Note shadows and the like of a shape that is seen: it is drawn without."""
        own = child(properties, "effectLst")
        reference = node.find("p:style/a:effectRef", NS)
        if own is None and reference is not None:
            style = self.sheet.style("effectStyleLst", int(reference.get("idx", "0")))
            own = child(style, "effectLst")
        if seen and own is not None and len(own):
            self.sheet.skip(name, "阴影等效果", "its shadow or other effect", partly=True)
        if seen and child(properties, "sp3d") is not None and child(properties, "scene3d") is not None:
            self.sheet.skip(name, "三维效果", "its third dimension", partly=True)


def within_bounds(marks: Iterable[Decor]) -> tuple[Decor, ...]:
    """Return the marks. Raises ValueError where one lies beyond all pages, or at no number at all."""
    found = tuple(marks)
    for mark in found:
        if not all(-_FARTHEST < value < _FARTHEST for value in _numbers(mark)):
            raise ValueError(mark.name)
    return found


def _numbers(mark: Decor) -> Iterator[float]:
    if isinstance(mark, Lettering):
        yield from (*mark.matrix, mark.width, mark.height, *(letters.size for line in mark.lines for letters in line.letters))
        return
    yield from (value for outline in mark.clip for _, points in outline for value in points)
    if isinstance(mark, PlacedPicture):
        yield from mark.matrix
        return
    yield from (value for outline in mark.outlines for _, points in outline for value in points)
    if mark.pen is not None:
        yield from (mark.pen.width, *mark.pen.dash)
    if isinstance(mark.fill, Gradient):
        yield from mark.fill.matrix


def _graphic(node: etree._Element) -> Phrase:
    address = next((each.get("uri", "") for each in node.iter("{*}graphicData")), "")
    known = {"table": Phrase("表格", "a table"), "chart": Phrase("图表", "a chart"), "diagram": Phrase("SmartArt", "SmartArt")}
    return known.get(address.rpartition("/")[2], Phrase("嵌入对象", "an embedded object"))


def on(sheet: Sheet, part: str) -> Sheet:
    """Return the sheet for the shapes of another part with the same colours and styles, and the same list of what is missing."""
    return replace(sheet, part=part)
