"""Reads what a PowerPoint file offers as a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from engine.base.records import dataclass, replace
from engine.base.units import Length, Size, inch, mm
from engine.brand.ground import Cover, Ground, GroundKind, ground_under
from engine.brand.grounds import background, covers, fill_of
from engine.brand.inspect.damaged import Damaged
from engine.brand.inspect.placeholders import TextStyles, inherited_frame, on_layout, on_master
from engine.brand.inspect.seen_deck import SeenDeck, SeenLayout, SeenMaster, SeenPlaceholder, SeenSection, SeenSlide
from engine.brand.inspect.seen_theme import read_seen_theme
from engine.brand.inspect.used_fonts import fonts_of, typefaces
from engine.brand.placeholders import Marked, marked
from engine.brand.template_package import NS, A, P, R, TemplatePackage

_FORMS = {"presentation": "presentation", "template": "template", "slideshow": "slide show"}
_SECTIONS = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_PAPERS = {"A4": Size(mm(297), mm(210)), "A3": Size(mm(420), mm(297)), "Letter": Size(inch(11), inch(8.5))}
_RATIOS = {"16:9": 16 / 9, "16:10": 16 / 10, "4:3": 4 / 3}
_TABLE, _CHART = "http://schemas.openxmlformats.org/drawingml/2006/table", "http://schemas.openxmlformats.org/drawingml/2006/chart"


def read_seen_deck(package: TemplatePackage) -> SeenDeck:
    """Read the presentation in an opened package. Raises Damaged, KeyError, ValueError or etree.XMLSyntaxError when it is damaged inside."""
    main = package.main_part()
    presentation = package.xml(main)
    size = presentation.find("p:sldSz", NS)
    if size is None:
        raise Damaged(f"{main}: p:sldSz")
    page = Size(Length(int(size.get("cx", "0"))), Length(int(size.get("cy", "0"))))
    readers = [
        _MasterReader(package, presentation, part) for part in _listed(package, main, presentation, "p:sldMasterIdLst/p:sldMasterId")
    ]
    if not readers:
        raise Damaged(f"{main}: p:sldMasterIdLst")
    ids = [int(node.get("id", "0")) for node in presentation.iterfind("p:sldIdLst/p:sldId", NS)]
    parts = _listed(package, main, presentation, "p:sldIdLst/p:sldId")
    layout_of = {part: next(iter(package.related(part, "slideLayout")), "") for part in parts}
    used = {layout: tuple(at for at, part in enumerate(parts, 1) if layout_of[part] == layout) for layout in layout_of.values()}
    masters = tuple(reader.master(number, used) for number, reader in enumerate(readers, 1))
    numbers = {layout.part: layout.number for master in masters for layout in master.layouts}
    owners = {layout.part: reader for master, reader in zip(masters, readers, strict=True) for layout in master.layouts}
    slides = tuple(
        _slide(number, part, package.xml(part), owners.get(layout_of[part]), (layout_of[part], numbers.get(layout_of[part], "")))
        for number, part in enumerate(parts, 1)
    )
    embedded = (node.get("typeface", "") for node in presentation.iterfind("p:embeddedFontLst/p:embeddedFont/p:font", NS))
    return SeenDeck(
        form=_FORMS.get(package.content_type(main).split(".")[-2], "presentation"),
        size=page,
        page=page_name(page),
        masters=masters,
        slides=slides,
        sections=tuple(_sections(presentation, ids)),
        fonts=fonts_of([master.theme for master in masters], _spoken(package, readers, parts)),
        embedded_fonts=tuple(dict.fromkeys(embedded)),
        macros=tuple(relation.part for relation in package.relations(main) if relation.type == "vbaProject"),
    )


def page_name(size: Size) -> str:
    """Return what people call a page of this size, lying or standing: a paper by its measures (within 2 mm), a screen by its ratio (1 %)."""
    wide, high = max(size.width, size.height), min(size.width, size.height)
    for name, paper in _PAPERS.items():
        if abs(wide - paper.width) < mm(2) and abs(high - paper.height) < mm(2):
            return name
    ratio = wide / high if high else 0.0
    return next((name for name, wanted in _RATIOS.items() if abs(ratio / wanted - 1) < 0.01), "other")


def _listed(package: TemplatePackage, part: str, root: etree._Element, path: str) -> list[str]:
    targets = {relation.id: relation.part for relation in package.relations(part)}
    return [targets[node.get(f"{R}id", "")] for node in root.iterfind(path, NS)]


def _spoken(package: TemplatePackage, readers: Sequence[_MasterReader], slides: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield (face, script, place) of every typeface that masters, layouts and slides name themselves."""
    for reader in readers:
        for root in (reader.root, *(root for _, root in reader.layouts)):
            yield from ((name, script, "layouts") for name, script in typefaces(root))
    for part in slides:
        yield from ((name, script, "slides") for name, script in typefaces(package.xml(part)))


def _sections(presentation: etree._Element, ids: Sequence[int]) -> Iterator[SeenSection]:
    for section in presentation.iter(f"{_SECTIONS}section"):
        listed = [int(node.get("id", "0")) for node in section.iter(f"{_SECTIONS}sldId")]
        known = tuple(ids.index(one) + 1 for one in listed if one in ids)
        yield SeenSection(section.get("name", ""), known, tuple(one for one in listed if one not in ids))


@dataclass(frozen=True, slots=True)
class _Page:
    """What the text on a page stands on, and the colours it may name."""

    colors: Mapping[str, str]
    ground: Ground
    covers: tuple[Cover, ...]


class _MasterReader:
    """Reads one master and its layouts, each part once."""

    def __init__(self, package: TemplatePackage, presentation: etree._Element, part: str) -> None:
        self.part = part
        self.root = package.xml(part)
        theme = next(iter(package.related(part, "theme")), "")
        if not theme or self.root.find("p:cSld/p:spTree", NS) is None:
            raise Damaged(part)
        self.theme_root = package.xml(theme)
        self.theme = read_seen_theme(self.theme_root, self.root.find("p:clrMap", NS))
        self.marks = tuple(marked(self.root))
        self.styles = TextStyles(self.root, presentation)
        listed = _listed(package, part, self.root, "p:sldLayoutIdLst/p:sldLayoutId")
        self.layouts = tuple((layout, package.xml(layout)) for layout in listed)
        self.marks_of = {layout: tuple(marked(root)) for layout, root in self.layouts}
        self.ground = background(self.root, self.theme_root, self.theme.values) or Ground(GroundKind.FLAT, self._white())

    def _white(self) -> tuple[str, ...]:
        return (self.theme.values["bg1"],) if "bg1" in self.theme.values else ()

    def master(self, number: int, used: Mapping[str, tuple[int, ...]]) -> SeenMaster:
        page = _Page(self.theme.values, self.ground, covers(self.root, self.theme.values))
        own = tuple(self._seen(mark, (("master", mark),), page) for mark in self.marks)
        layouts = tuple(self._layout(f"{number}.{at}", part, root, used.get(part, ())) for at, (part, root) in enumerate(self.layouts, 1))
        return SeenMaster(number, self.part, self.theme, self.ground, own, layouts)

    def _layout(self, number: str, part: str, root: etree._Element, slides: tuple[int, ...]) -> SeenLayout:
        page = self.page(root)
        chains = [(mark, (("layout", mark), ("master", on_master(mark, self.marks)))) for mark in self.marks_of[part]]
        shapes = [node for node in root.iterfind("p:cSld/p:spTree/*", NS) if node.find("*/p:cNvPr", NS) is not None]
        slide = root.find("p:cSld", NS)
        return SeenLayout(
            number=number,
            name=slide.get("name", "") if slide is not None else "",
            part=part,
            type=root.get("type", ""),
            shows_master=_shows_master(root),
            ground=page.ground,
            shapes=len(shapes) - len(chains),
            pictures=sum(1 for node in shapes for _ in node.iter(f"{P}pic")),
            placeholders=tuple(self._seen(mark, chain, page) for mark, chain in chains),
            slides=slides,
        )

    def page(self, root: etree._Element) -> _Page:
        override = root.find("p:clrMapOvr/a:overrideClrMapping", NS)
        colors = self.theme.values if override is None else read_seen_theme(self.theme_root, override).values
        ground = background(root, self.theme_root, colors) or background(self.root, self.theme_root, colors) or self.ground
        below = covers(self.root, colors) if _shows_master(root) else ()
        return _Page(colors, ground, (*below, *covers(root, colors)))

    def _seen(self, mark: Marked, chain: Sequence[tuple[str, Marked | None]], page: _Page) -> SeenPlaceholder:
        frame, owner = inherited_frame(chain)
        fills = (fill_of(one.node.find("p:spPr", NS), page.colors) for _, one in chain if one is not None)
        ground = next((fill for fill in fills if fill is not None), None) or ground_under(frame, page.ground, page.covers)
        look = self.styles.look([one for _, one in chain], self.theme, page.colors)
        return SeenPlaceholder(mark.name, mark.idx, mark.type, frame, owner, look, ground)

    def on_slide(self, mark: Marked, layout: str, page: _Page) -> SeenPlaceholder:
        """Return a placeholder of a slide, of the kind that its layout says."""
        above = on_layout(mark, self.marks_of[layout])
        kind = replace(mark, type=above.type) if above is not None and mark.type == "obj" else mark
        return self._seen(kind, (("slide", kind), ("layout", above), ("master", on_master(above or kind, self.marks))), page)


def _shows_master(root: etree._Element) -> bool:
    return root.get("showMasterSp", "1") not in {"0", "false"}


def _slide(number: int, part: str, root: etree._Element, owner: _MasterReader | None, layout: tuple[str, str]) -> SeenSlide:
    seen: list[SeenPlaceholder] = []
    title = ""
    for mark in marked(root):
        if owner is not None:
            seen.append(owner.on_slide(mark, layout[0], owner.page(root)))
        if mark.type in {"title", "ctrTitle"}:
            title = _text(mark.node)
    kinds = [node.get("uri", "") for node in root.iter(f"{A}graphicData")]
    return SeenSlide(
        number=number,
        part=part,
        layout=layout[1],
        hidden=root.get("show", "1") in {"0", "false"},
        title=title,
        shapes=sum(1 for node in root.iterfind("p:cSld/p:spTree/*", NS) if node.find("*/p:cNvPr", NS) is not None),
        pictures=sum(1 for _ in root.iter(f"{P}pic")),
        charts=kinds.count(_CHART),
        tables=kinds.count(_TABLE),
        placeholders=tuple(seen),
    )


def _text(shape: etree._Element) -> str:
    """Return the text of a shape in one line; line breaks and ends of paragraphs become spaces."""
    pieces = (" " if node.tag != f"{A}t" else node.text or "" for node in shape.iter(f"{A}t", f"{A}br", f"{A}p"))
    return " ".join("".join(pieces).split())
