"""The colours of the words on a slide and of what they stand on, where both are certain: theme, colour map, placeholders and styles followed.

Nothing is said of words on pictures, charts and half-transparent things, of words that something drawn later covers, and of cells of
tables whose look only PowerPoint's own table styles know.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from engine.base.records import dataclass
from engine.brand.office_theme import solid_color
from engine.model.theme import Color, contrast
from engine.probe.drawn import DrawnBox, DrawnInk
from engine.probe.slide_grounds import (
    Colors,
    Drawn,
    Thing,
    both,
    fills_its_frame,
    known,
    says_fill,
    shape_fill,
    slide_background,
    slide_colors,
)
from engine.probe.slide_place import Placement, number_of
from engine.probe.slide_styles import A, Layout, P, TextStyle
from engine.probe.table_styles import TableStyles

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OFF = frozenset({"0", "false"})
_ROUNDISH = frozenset(
    {"ellipse", "chevron", "homePlate", "parallelogram", "hexagon", "octagon", "snip1Rect", "round1Rect", "round2DiagRect"}
)
"""Shapes beside boxes whose middle, where their words stand, is filled."""
_LATIN, _WIDE = 0.55, 0x2E7F
"""About how wide a Latin letter is, in its size, and the last character that is so narrow."""
_INSET, _LEADING = 7.2, 1.2
_MOST = 1500
"""Things on one slide beyond which it is a drawing: everything would have to be compared with everything."""


def slide_inks(root: etree._Element, number: int, layout: Layout, size: tuple[float, float], tables: TableStyles) -> tuple[DrawnInk, ...]:
    """Return the words of a slide of this number with their colours; `size` is that of the slide in points, `tables` the styles of tables."""
    try:
        colors = slide_colors(root, layout)
        return () if colors is None else tuple(_Page(number, layout, colors, size, tables).read(root))
    except ValueError:  # a colour that is no number, which the package rules tell of
        return ()


@dataclass(frozen=True, slots=True)
class _Words:
    """Words with what they may stand on; `frame` is where they stand, `after` how many things were drawn before them."""

    ink: DrawnInk
    frame: DrawnBox
    after: int


@dataclass(slots=True)
class _Page:
    number: int
    layout: Layout
    colors: Mapping[str, str]
    size: tuple[float, float]
    tables: TableStyles
    drawn: Drawn = field(default_factory=lambda: Drawn(()))
    found: list[_Words] = field(default_factory=list)

    def read(self, root: etree._Element) -> Iterator[DrawnInk]:
        self.drawn = Drawn(slide_background(root, self.layout, self.colors))
        shown = root.get("showMasterSp") not in _OFF
        beneath = self.layout.root is not None and self.layout.root.get("showMasterSp") not in _OFF
        for part, is_seen in ((self.layout.master, shown and beneath), (self.layout.root, shown)):
            for tree in part.iterfind(f"{P}cSld/{P}spTree") if part is not None and is_seen else ():
                self._tree(tree, Placement(), is_static=True)
        for tree in root.iterfind(f"{P}cSld/{P}spTree"):
            self._tree(tree, Placement(), is_static=False)
        if len(self.drawn) > _MOST:
            return iter(())
        told = (words.ink for words in self.found if not self.drawn.is_hidden(words.frame, words.after))
        return iter(dict.fromkeys(told))

    def _tree(self, tree: etree._Element, place: Placement, *, is_static: bool) -> None:
        for node in tree:
            own = next(node.iter(f"{P}cNvPr"), None)
            if own is not None and own.get("hidden") in {"1", "true"}:
                continue
            if node.tag == f"{P}grpSp":
                self._tree(node, place.inside(node, ""), is_static=is_static)
            elif node.tag == _ALTERNATIVES and len(node):
                self._tree(node[0], place, is_static=is_static)
            elif node.tag == f"{P}sp":
                self._shape(node, place, is_static=is_static)
            elif node.tag in {f"{P}pic", f"{P}graphicFrame", f"{P}contentPart"}:
                self._frame(node, place)

    def _frame(self, node: etree._Element, place: Placement) -> None:
        transform = node.find(f"{P}xfrm")
        box = place.box(node.find(f"{P}spPr/{A}xfrm") if transform is None else transform)
        if box is None:
            return
        self.drawn.add(Thing(box, (), whole=True))
        for table in node.iter(f"{A}tbl"):
            for row, cells in enumerate(table.iterfind(f"{A}tr")):
                for column, cell in enumerate(cells.iterfind(f"{A}tc")):
                    self._cell(cell, box, self.tables.ink(table, row, column))

    def _cell(self, cell: etree._Element, box: DrawnBox, usual: etree._Element | None) -> None:
        """Note the words of a cell that names its own ground; `usual` holds the colour of letters that name none, None where nobody knows."""
        body, properties = cell.find(f"{A}txBody"), cell.find(f"{A}tcPr")
        fill = None if properties is None else properties.find(f"{A}solidFill")
        ground = None if fill is None else solid_color(fill, self.colors)
        if body is not None and ground is not None:
            style = TextStyle(self.layout, body, None, in_table=True)
            for run, look, level in _runs(body):
                if usual is not None or style.fill(look, level, None) is not None:
                    self._note(run, style, (look, level, usual), ((ground.hex,), box, len(self.drawn)))

    def _shape(self, node: etree._Element, place: Placement, *, is_static: bool) -> None:
        mark = node.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if (is_static and mark is not None) or len(self.drawn) > _MOST:
            return
        above = [] if mark is None else list(self.layout.inherited(mark))
        box = place.box(node.find(f"{P}spPr/{A}xfrm"))
        for other in above if box is None else ():
            box = Placement().box(other.find(f"{P}spPr/{A}xfrm")) if box is None else box
        if box is None or self.layout.theme is None:
            return
        filled = next((each for each in (node, *above) if says_fill(each)), node)
        fill = shape_fill(filled, self.layout.theme, self.colors)
        body = node.find(f"{P}txBody")
        if body is not None:
            self._text(node, body, box, None if fill is None else known(fill))
        if fill is not None:
            self.drawn.add(Thing(box, known(fill), fills_its_frame(node)))

    def _text(self, node: etree._Element, body: etree._Element, box: DrawnBox, own: Colors | None) -> None:
        """Note the words of a shape. `own` are the colours it is filled with, None when it is not."""
        mark = node.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        style = TextStyle(self.layout, body, mark)
        runs = list(_runs(body))
        needed = _extent(body, style, box)
        frame = _grown(box, needed)
        inside = frame == box and (fills_its_frame(node) or _preset(node) in _ROUNDISH)
        ground = own if own is not None and inside else self.drawn.under(frame) if own is None else both(own, self.drawn.under(frame))
        after = len(self.drawn) + (own is not None)  # the shape itself is drawn before its words
        reference = node.find(f"{P}style/{A}fontRef")
        otherwise = None if mark is not None or reference is None or not len(reference) else reference
        for run, look, level in runs:
            self._note(run, style, (look, level, otherwise), (ground, frame, after))

    def _note(
        self,
        run: etree._Element,
        style: TextStyle,
        look: tuple[etree._Element | None, int, etree._Element | None],
        where: tuple[Colors, DrawnBox, int],
    ) -> None:
        """Note a run with the ground that it can best be read on. `look`: its properties, level, and the font reference of its shape."""
        (properties, level, otherwise), (grounds, frame, after) = look, where
        ink = self._ink(style, properties, level, otherwise)
        words = (run.findtext(f"{A}t") or "").strip()
        if not ink or not grounds or not words or not self._is_on_slide(frame):
            return
        best = max(grounds, key=lambda ground: contrast(Color(ink), Color(ground)))
        bold = style.is_bold(properties, level)
        size = style.size(properties, level)
        self.found.append(_Words(DrawnInk(self.number, words, ink, best, size, bold), frame, after))

    def _ink(self, style: TextStyle, look: etree._Element | None, level: int, otherwise: etree._Element | None) -> str:
        """Return the colour of some letters, empty where it is not one flat colour."""
        if look is not None and any(look.find(f"{A}{name}") is not None for name in ("ln", "effectLst", "effectDag")):
            return ""
        if look is not None and look.find(f"{A}hlinkClick") is not None:
            return self.colors.get("hlink", "") if look.find(f"{A}hlinkClick/{A}extLst") is None else ""
        fill = style.fill(look, level, otherwise)
        if fill is None:
            return self.colors.get("tx1", "")
        flat = fill.tag in {f"{A}solidFill", f"{A}fontRef"}
        color = solid_color(fill, self.colors) if flat else None
        return "" if color is None else color.hex

    def _is_on_slide(self, frame: DrawnBox) -> bool:
        return frame.x < self.size[0] and frame.y < self.size[1] and frame.right > 0 and frame.bottom > 0


def _runs(body: etree._Element) -> Iterator[tuple[etree._Element, etree._Element | None, int]]:
    """Yield the runs of a text with their properties and the level of their paragraph, from 0."""
    for paragraph in body.iterfind(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        level = 0 if properties is None else number_of(properties, "lvl")
        for run in paragraph.iterchildren(f"{A}r", f"{A}fld"):
            yield run, run.find(f"{A}rPr"), level


def _preset(node: etree._Element) -> str:
    preset = node.find(f"{P}spPr/{A}prstGeom")
    return "" if preset is None else preset.get("prst", "")


def _extent(body: etree._Element, style: TextStyle, box: DrawnBox) -> tuple[float, float]:
    """Return about how much room a text takes up, in points; as much as its box where it grows with its text or is shrunk into it."""
    properties = body.find(f"{A}bodyPr")
    fits = properties is not None and (properties.find(f"{A}spAutoFit") is not None or properties.find(f"{A}normAutofit") is not None)
    if fits:
        return 0.0, 0.0
    wraps = properties is None or properties.get("wrap") != "none"
    across = max(box.width - 2 * _INSET, 1.0)
    widest, high = 0.0, 0.0
    for paragraph in body.iterfind(f"{A}p"):
        level_of = paragraph.find(f"{A}pPr")
        level = 0 if level_of is None else number_of(level_of, "lvl")
        sizes = [(run.findtext(f"{A}t") or "", style.size(run.find(f"{A}rPr"), level)) for run in paragraph.iterfind(f"{A}r")]
        width = sum(size * (1.0 if ord(char) > _WIDE else _LATIN) for words, size in sizes for char in words)
        size = max((size for _, size in sizes), default=0.0)
        widest = max(widest, 0.0 if wraps else width)
        high += size * _LEADING * (max(1, math.ceil(width / across)) if wraps else 1)
    return widest, high


def _grown(box: DrawnBox, needed: tuple[float, float]) -> DrawnBox:
    """Return a box with the room that its words need, to all sides that they may grow to."""
    wide, high = max(needed[0] - box.width, 0.0), max(needed[1] - box.height, 0.0)
    return DrawnBox(box.x - wide, box.y - high, box.width + 2 * wide, box.height + 2 * high) if wide or high else box
