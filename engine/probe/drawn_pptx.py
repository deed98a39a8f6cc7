"""What the slides of a .pptx show, hidden ones too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from lxml import etree

from engine.base.records import dataclass
from engine.probe.carried import carries_ledger
from engine.probe.chart_labels import chart_labels
from engine.probe.drawn import (
    DrawnBox,
    DrawnChart,
    DrawnFile,
    DrawnInk,
    DrawnLink,
    DrawnObject,
    DrawnPage,
    DrawnPicture,
    DrawnText,
    Kind,
)
from engine.probe.drawn_chart import C, chart_facts
from engine.probe.package_parts import Parts, open_parts
from engine.probe.raster import pixels_of
from engine.probe.slide_inks import slide_inks
from engine.probe.slide_place import Placement, number_of, points
from engine.probe.slide_styles import A, Layout, P, TextStyle, own_color, own_faces
from engine.probe.table_styles import TableStyles

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
NEAR = 72.0
"""Points above a chart within which a text is its title."""
_PRESENTATION, _TABLES = "ppt/presentation.xml", "ppt/tableStyles.xml"
USUAL_SIZE = (960.0, 540.0)
_RUNNING = frozenset({"dt", "ftr", "sldNum", "hdr"})
_TITLES = frozenset({"title", "ctrTitle"})
_DIVIDERS = frozenset({"title", "secHead"})
_EM = 0.55
"""About how wide a Latin letter is, in its size."""


def drawn_in_pptx(blob: bytes) -> DrawnFile:
    """Read every slide that the presentation lists. Raises ValueError when the bytes are no presentation."""
    with open_parts(blob) as parts:
        main = parts.main(_PRESENTATION)
        root = parts.xml(main)
        size = root.find(f"{P}sldSz")
        width, height = (0.0, 0.0) if size is None else (points(size, "cx"), points(size, "cy"))
        if width <= 0 or height <= 0:
            width, height = USUAL_SIZE
        defaults = root.find(f"{P}defaultTextStyle")
        names = parts.referred(main)
        shown = [names.get(item.get(f"{R}id", ""), "") for item in root.iter(f"{P}sldId")]
        layouts: dict[str, Layout] = {}
        tables = TableStyles(parts.xml(_TABLES) if _TABLES in parts else None)
        slides = []
        for number, name in enumerate(shown, 1):
            if name not in parts:
                continue
            referred = parts.referred(name)
            layout = next((target for target in referred.values() if "slideLayout" in target), "")
            if layout not in layouts:
                layouts[layout] = Layout(parts, layout, defaults)
            slide = _Slide(parts, number, referred, layouts[layout])
            slide.read(parts.xml(name))
            slide.inks.extend(slide_inks(parts.xml(name), number, layouts[layout], (width, height), tables))
            slides.append(slide)
        return DrawnFile(
            "pptx",
            tuple(slide.page(width, height) for slide in slides),
            tuple(each for slide in slides for each in slide.objects),
            tuple(each for slide in slides for each in slide.texts),
            tuple(each for slide in slides for each in slide.pictures),
            tuple(each for slide in slides for each in slide.charts()),
            broken_links=tuple(each for slide in slides for each in slide.links),
            inks=tuple(each for slide in slides for each in slide.inks),
            is_traced=carries_ledger(parts),
        )


@dataclass(slots=True)
class _Slide:
    """A slide being read. `taken` are the square points that its words and things take up beside title and running lines."""

    parts: Parts
    number: int
    referred: dict[str, str]
    layout: Layout
    objects: list[DrawnObject] = field(default_factory=list)
    texts: list[DrawnText] = field(default_factory=list)
    pictures: list[DrawnPicture] = field(default_factory=list)
    found_charts: list[tuple[DrawnObject, str, str]] = field(default_factory=list)
    links: list[DrawnLink] = field(default_factory=list)
    inks: list[DrawnInk] = field(default_factory=list)
    taken: float = 0.0
    is_hidden: bool = False

    def read(self, root: etree._Element) -> None:
        self.is_hidden = root.get("show") in {"0", "false"}
        for tree in root.iterfind(f"{P}cSld/{P}spTree"):
            self._tree(tree, Placement())
        self.links.extend(dict.fromkeys(self._broken(root)))

    def page(self, width: float, height: float) -> DrawnPage:
        return DrawnPage(
            self.number,
            width,
            height,
            min(1.0, self.taken / (width * height)),
            self.layout.kind in _DIVIDERS,
            self.layout.name,
            self.is_hidden,
        )

    def charts(self) -> Iterator[DrawnChart]:
        words = "\n".join(each.words for each in self.objects if each.words)
        for chart, part, alt in self.found_charts:
            root = self.parts.xml(part)
            facts = chart_facts(root)
            labels = () if chart.box is None else chart_labels(root, chart.box.width, chart.box.height)
            near = "\n".join(each.words for each in self.objects if each.words and _is_above(each.box, chart.box))
            yield DrawnChart(
                self.number, chart.name, facts.kinds, facts.categories, facts.series, facts.title, near, facts.has_unit, words, alt, labels
            )

    def _tree(self, tree: etree._Element, place: Placement) -> None:
        for node in tree:
            if node.tag == f"{P}grpSp":
                self._tree(node, place.inside(node, _alt(node)[0]))
            elif node.tag == f"{P}sp":
                self._shape(node, place)
            elif node.tag == f"{P}pic":
                self._picture(node, place)
            elif node.tag == f"{P}graphicFrame":
                self._frame(node, place)
            elif node.tag == f"{P}cxnSp":
                self._add(node, Kind.SHAPE, place.box(node.find(f"{P}spPr/{A}xfrm")))
            elif node.tag == _ALTERNATIVES and len(node):
                self._tree(node[0], place)  # the others show the same to older programs

    def _add(self, node: etree._Element, kind: Kind, box: DrawnBox | None, words: str = "") -> DrawnObject:
        name = next((each.get("name", "") for each in node.iter(f"{P}cNvPr")), "")
        added = DrawnObject(self.number, name, kind, box, words)
        self.objects.append(added)
        return added

    def _shape(self, node: etree._Element, place: Placement) -> None:
        mark = node.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        role = "" if mark is None else mark.get("type", "body")
        box = place.box(node.find(f"{P}spPr/{A}xfrm"))
        if box is None and mark is not None:
            boxes = (Placement().box(shape.find(f"{P}spPr/{A}xfrm")) for shape in self.layout.inherited(mark))
            box = next((each for each in boxes if each is not None), None)
        if role in _TITLES and box is not None and (box.bottom <= 0 or box.right <= 0):
            box = None  # a hidden title, which names the slide for screen readers and stands beside it on purpose
        body = node.find(f"{P}txBody")
        words = "" if body is None else _words(body)
        if words and body is not None:
            added = self._add(node, Kind.TEXT, box, words)
            area = self._text(body, added.name, TextStyle(self.layout, body, mark))
            self.taken += 0.0 if role in _TITLES or role in _RUNNING else area
        elif mark is not None and role not in _RUNNING and node.find(f"{P}spPr/{A}blipFill") is None:
            self._add(node, Kind.PLACEHOLDER, box)
        else:
            self._add(node, Kind.SHAPE, box)

    def _text(self, body: etree._Element, name: str, style: TextStyle) -> float:
        """Note the runs of a text, and return about how many square points they take up."""
        area = 0.0
        for paragraph in body.iterfind(f"{A}p"):
            properties = paragraph.find(f"{A}pPr")
            level = 0 if properties is None else number_of(properties, "lvl")
            for run in paragraph.iterfind(f"{A}r"):
                words = run.findtext(f"{A}t") or ""
                if words.strip():
                    look = run.find(f"{A}rPr")
                    ea, own = style.ea(look, level), (own_color(look), own_faces(look))
                    text = DrawnText(self.number, name, words, style.size(look, level), bool(ea), style.latin(look, level), ea, *own)
                    self.texts.append(text)
                    area += sum(1.0 if ord(each) > 0x2E7F else _EM for each in words) * text.size * text.size * 1.2
        return area

    def _picture(self, node: etree._Element, place: Placement) -> None:
        box = place.box(node.find(f"{P}spPr/{A}xfrm"))
        added = self._add(node, Kind.PICTURE, box)
        if box is None:
            return
        self.taken += box.width * box.height
        blip = node.find(f"{P}blipFill/{A}blip")
        part = "" if blip is None else self.referred.get(blip.get(f"{R}embed", ""), "")
        alt, decorative = _alt(node)
        frame = Placement(0, 0, place.across, place.down).box(_unturned(node))
        width, height = (box.width, box.height) if frame is None else (frame.width, frame.height)
        pixels = seen_pixels(pixels_of(self.parts.blob(part)), node.find(f"{P}blipFill/{A}srcRect")) if part in self.parts else None
        self.pictures.append(DrawnPicture(self.number, added.name, width, height, pixels, alt or place.alt, decorative))

    def _frame(self, node: etree._Element, place: Placement) -> None:
        box = place.box(node.find(f"{P}xfrm"))
        self.taken += box.width * box.height if box is not None else 0.0
        table = next(node.iter(f"{A}tbl"), None)
        chart = next(node.iter(f"{C}chart"), None)
        if table is not None:
            bodies = list(table.iter(f"{A}txBody"))
            added = self._add(node, Kind.TABLE, box, "\n".join(words for words in map(_words, bodies) if words))
            for body in bodies:
                self._text(body, added.name, TextStyle(self.layout, body, None, in_table=True))
        elif chart is not None:
            added = self._add(node, Kind.CHART, box)
            part = self.referred.get(chart.get(f"{R}id", ""), "")
            if part in self.parts:
                self.found_charts.append((added, part, _alt(node)[0] or place.alt))
        else:
            self._add(node, Kind.SHAPE, box)

    def _broken(self, root: etree._Element) -> Iterator[DrawnLink]:
        """Yield links to slides that are not there; what leads to other files is not opened."""
        for link in root.iter(f"{A}hlinkClick", f"{A}hlinkHover"):
            target = self.referred.get(link.get(f"{R}id", ""))
            leaps = link.get("action", "").startswith("ppaction://hlinksldjump")
            if leaps and (target is None or target not in self.parts):
                yield DrawnLink(self.number, _link_words(link), target or "")


def seen_pixels(pixels: tuple[int, int] | None, crop: etree._Element | None) -> tuple[float, float] | None:
    """Return how many pixels of a picture are left where it is cropped (`a:srcRect`, in thousandths of a percent)."""
    if pixels is None or crop is None:
        return pixels
    left, top, right, bottom = (number_of(crop, side) / 100_000 for side in "ltrb")
    return pixels[0] * (1 - left - right), pixels[1] * (1 - top - bottom)


def _unturned(node: etree._Element) -> etree._Element | None:
    """Return a copy of a picture's `xfrm` without its turn, by which width and height are those of the picture itself."""
    found = node.find(f"{P}spPr/{A}xfrm")
    if found is None or "rot" not in found.attrib:
        return found
    plain = etree.fromstring(etree.tostring(found))
    del plain.attrib["rot"]
    return plain


def _is_above(text: DrawnBox | None, chart: DrawnBox | None) -> bool:
    """Tell whether a text stands right above a chart, or in it."""
    if text is None or chart is None:
        return False
    beside = text.right < chart.x or text.x > chart.right
    return not beside and chart.y - NEAR <= text.bottom and text.y <= chart.bottom


def _alt(node: etree._Element) -> tuple[str, bool]:
    """Return the words that say what an object shows, and whether it is decoration."""
    own = next(node.iter(f"{P}cNvPr"), None)
    if own is None:
        return "", False
    decorative = any(each.get("val") not in {"0", "false"} for each in own.iter(DECORATIVE))
    return (own.get("descr") or own.get("title") or "").strip(), decorative


def _words(body: etree._Element) -> str:
    lines = ("".join(node.text or "" for node in paragraph.iter(f"{A}t")) for paragraph in body.iterfind(f"{A}p"))
    return "\n".join(line for line in lines if line.strip())


def _link_words(link: etree._Element) -> str:
    """Return the words of the run that a link is on, else the name of its shape."""
    properties = link.getparent()
    run = None if properties is None else properties.getparent()
    if run is not None and run.tag == f"{A}r":
        return run.findtext(f"{A}t") or ""
    return "" if properties is None else properties.get("name", "")
