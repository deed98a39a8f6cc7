"""Reads a PowerPoint template: slide size, layouts, placeholder geometry (inherited), colours, fonts and static shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from engine.base.diagnostics import Location, Outcome, error
from engine.base.records import dataclass
from engine.base.units import Length, Rect, Size
from engine.brand.deck_layout import OfficeTheme, Slot
from engine.brand.decor import DecorReader
from engine.brand.office_theme import child, read_office_theme, solid_color
from engine.brand.template_package import NS, PRESENTATION, TemplatePackage, open_template
from engine.model.deck import Element
from engine.model.theme import Color

_MASTER_TYPES = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "tbl": "body", "chart": "body", "pic": "body", "media": "body"}


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """A layout as the file has it; `skipped` names static shapes that a PDF cannot show."""

    name: str
    part: str
    placeholders: tuple[Slot, ...]
    decor: tuple[Element, ...]
    background: Color
    skipped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """`layouts` of all masters in file order; `office` is the theme of the first master."""

    size: Size
    layouts: tuple[TemplateLayout, ...]
    office: OfficeTheme


def read_deck_template(path: Path, file: str) -> Outcome[DeckTemplate]:
    """Read the template at `path`; `file` is how diagnostics name it. TMPL005 to TMPL007: see template_package; TMPL007: damaged inside."""
    opened = open_template(path, file, PRESENTATION)
    if opened.value is None:
        return Outcome(None, opened.diagnostics)
    try:
        return Outcome(_read(opened.value))
    except (KeyError, ValueError, etree.XMLSyntaxError, _Damaged) as problem:
        return Outcome(
            None, (error("TMPL007", f"模板内部已损坏：{problem}", f"the template is damaged inside: {problem}", Location(file)),)
        )


class _Damaged(Exception):
    """A part lacks what every presentation has."""


def _read(package: TemplatePackage) -> DeckTemplate:
    main = package.main_part()
    presentation = package.xml(main)
    size = presentation.find("p:sldSz", NS)
    masters = _listed(package, main, presentation, "p:sldMasterIdLst/p:sldMasterId")
    if size is None or not masters:
        raise _Damaged(main)
    layouts: list[TemplateLayout] = []
    for master in masters:
        layouts += _MasterReader(package, master).layouts()
    office = _MasterReader(package, masters[0]).office
    return DeckTemplate(Size(Length(int(size.get("cx", "0"))), Length(int(size.get("cy", "0")))), tuple(layouts), office)


def _listed(package: TemplatePackage, part: str, root: etree._Element, path: str) -> list[str]:
    targets = {relation.id: relation.part for relation in package.relations(part)}
    return [targets[node.get(f"{{{NS['r']}}}id", "")] for node in root.iterfind(path, NS)]


class _MasterReader:
    def __init__(self, package: TemplatePackage, part: str) -> None:
        self.package = package
        self.part = part
        self.root = package.xml(part)
        themes = package.related(part, "theme")
        if not themes or self.root.find("p:cSld/p:spTree", NS) is None:
            raise _Damaged(part)
        self.theme = package.xml(themes[0])
        self.office = read_office_theme(self.theme, self.root.find("p:clrMap", NS))
        self.frames = {slot.type: slot.frame for slot in _placeholders(self.root, {})}

    def layouts(self) -> Iterator[TemplateLayout]:
        for part in _listed(self.package, self.part, self.root, "p:sldLayoutIdLst/p:sldLayoutId"):
            yield self._layout(part, self.package.xml(part))

    def _layout(self, part: str, root: etree._Element) -> TemplateLayout:
        slide = root.find("p:cSld", NS)
        if slide is None or slide.find("p:spTree", NS) is None:
            raise _Damaged(part)
        override = root.find("p:clrMapOvr/a:overrideClrMapping", NS)
        colors = (read_office_theme(self.theme, override) if override is not None else self.office).colors
        reader = DecorReader(self.package, colors)
        shown = root.get("showMasterSp", "1") not in {"0", "false"}
        decor = (*(reader.read(self.part, self.root) if shown else ()), *reader.read(part, root))
        owner = next((part for part in (root, self.root) if part.find("p:cSld/p:bg", NS) is not None), None)
        background = None if owner is None else _background(owner, colors)
        if owner is not None and background is None:
            reader.skipped.append("背景 background")
        name = slide.get("name", "")
        ground = background or Color(colors.get("bg1", "FFFFFF"), "bg1")
        return TemplateLayout(name, part, tuple(_placeholders(root, self.frames)), decor, ground, tuple(reader.skipped))


def _background(root: etree._Element, colors: Mapping[str, str]) -> Color | None:
    """Return the flat ground that this part sets, None when it is not a flat one."""
    fill = root.find("p:cSld/p:bg/p:bgPr/a:solidFill", NS)
    reference = root.find("p:cSld/p:bg/p:bgRef", NS)
    return solid_color(fill if fill is not None else reference, colors)


def _placeholders(root: etree._Element, inherited: Mapping[str, Rect]) -> Iterator[Slot]:
    """Yield each placeholder; one without a frame of its own takes that of its kind on the master."""
    for shape in root.iterfind("p:cSld/p:spTree/*", NS):
        mark = shape.find("*/p:nvPr/p:ph", NS)
        properties = shape.find("*/p:cNvPr", NS)
        if mark is None or properties is None:
            continue
        kind = mark.get("type", "obj")
        transform = shape.find("p:spPr/a:xfrm", NS)
        frame = _frame(transform) if transform is not None else inherited.get(_MASTER_TYPES.get(kind, kind))
        if frame is None:
            frame = Rect(Length(0), Length(0), Length(0), Length(0))
        yield Slot(properties.get("name", ""), int(mark.get("idx", "0")), kind, frame)


def _frame(transform: etree._Element) -> Rect | None:
    at, size = child(transform, "off"), child(transform, "ext")
    if at is None or size is None:
        return None
    return Rect(*(Length(int(node.get(name, "0"))) for node, name in ((at, "x"), (at, "y"), (size, "cx"), (size, "cy"))))
