"""Reads a PowerPoint template: slide size, layouts, placeholder geometry (inherited), colours, fonts and static shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from engine.base.diagnostics import Location, Outcome, error
from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Rect, Size
from engine.brand.deck_layout import OfficeTheme, Slot
from engine.brand.decor.backdrop import Backdrop, PageParts
from engine.brand.decor.sheet import Skipped
from engine.brand.ground import Beneath, Ground, GroundKind, beneath
from engine.brand.grounds import PictureFinder, background, covers, fill_of, worded
from engine.brand.office_theme import read_office_theme
from engine.brand.placeholders import Marked, manner, marked
from engine.brand.template_package import NS, PRESENTATION, TemplatePackage, open_template
from engine.model.decor import Decor
from engine.model.theme import Color


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """A layout as the file has it. `master` counts from 1. What lies below its slides is read when somebody asks for it.

    `office` are the colours and fonts of its master, which slides follow; `beneath` is what its text stands on.
    """

    name: str
    part: str
    placeholders: tuple[Slot, ...]
    backdrop: Backdrop
    master: int
    office: OfficeTheme
    beneath: Beneath
    number: int = 1

    @property
    def decor(self) -> tuple[Decor, ...]:
        """The ground where it is no flat colour, and the static shapes, in drawing order."""
        return self.backdrop.drawn.decor

    @property
    def background(self) -> Color:
        return self.backdrop.drawn.background

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What a PDF cannot show of it."""
        return self.backdrop.drawn.skipped


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """`layouts` of all masters in file order; `slides` are the parts of the sample slides."""

    size: Size
    layouts: tuple[TemplateLayout, ...]
    slides: tuple[str, ...]


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
    page = Size(Length(int(size.get("cx", "0"))), Length(int(size.get("cy", "0"))))
    layouts: list[TemplateLayout] = []
    for number, master in enumerate(masters, 1):
        layouts += _MasterReader(package, master, number, (page, presentation.find("p:defaultTextStyle", NS))).layouts()
    slides = _listed(package, main, presentation, "p:sldIdLst/p:sldId")
    return DeckTemplate(page, tuple(layouts), tuple(slides))


def _listed(package: TemplatePackage, part: str, root: etree._Element, path: str) -> list[str]:
    targets = {relation.id: relation.part for relation in package.relations(part)}
    return [targets[node.get(f"{{{NS['r']}}}id", "")] for node in root.iterfind(path, NS)]


class _MasterReader:
    def __init__(self, package: TemplatePackage, part: str, number: int, page: tuple[Size, etree._Element | None]) -> None:
        self.package = package
        self.page = Rect(ZERO, ZERO, page[0].width, page[0].height)
        self.part = part
        self.number = number
        self.root = package.xml(part)
        themes = package.related(part, "theme")
        if not themes or self.root.find("p:cSld/p:spTree", NS) is None:
            raise _Damaged(part)
        self.theme = package.xml(themes[0])
        self.office = read_office_theme(self.theme, self.root.find("p:clrMap", NS))
        self.parts = PageParts(package, page[0], (themes[0], self.theme), ((part, self.root),), page[1])
        self.marks = {mark.type: mark for mark in marked(self.root)}

    def layouts(self) -> Iterator[TemplateLayout]:
        for number, part in enumerate(_listed(self.package, self.part, self.root, "p:sldLayoutIdLst/p:sldLayoutId"), 1):
            yield self._layout(part, number, self.package.xml(part))

    def _layout(self, part: str, number: int, root: etree._Element) -> TemplateLayout:
        slide = root.find("p:cSld", NS)
        if slide is None or slide.find("p:spTree", NS) is None:
            raise _Damaged(part)
        override = root.find("p:clrMapOvr/a:overrideClrMapping", NS)
        colors = (read_office_theme(self.theme, override) if override is not None else self.office).colors
        shown = root.get("showMasterSp", "1") not in {"0", "false"}
        return TemplateLayout(
            slide.get("name", ""),
            part,
            tuple(self._slot(mark, colors) for mark in marked(root)),
            Backdrop(self.parts.above(part, root)),
            self.number,
            self.office,
            self._beneath(part, root, colors, shown=shown),
            number,
        )

    def _beneath(self, part: str, root: etree._Element, colors: Mapping[str, str], *, shown: bool) -> Beneath:
        own, master = PictureFinder(self.package, part), PictureFinder(self.package, self.part)
        base = background(root, self.theme, colors, own) or background(self.root, self.theme, colors, master)
        below = covers(self.root, colors, master) if shown else ()
        words = (*(worded(self.root) if shown else ()), *worded(root))
        return beneath(
            base or Ground(GroundKind.FLAT, (colors.get("bg1", "FFFFFF"),)), (*below, *covers(root, colors, own)), self.page, words
        )

    def _slot(self, mark: Marked, colors: Mapping[str, str]) -> Slot:
        """Return a placeholder; what it does not say itself is that of its kind on the master."""
        above = self.marks.get(mark.master_type)
        frame = mark.frame or (above.frame if above is not None else None) or Rect(ZERO, ZERO, ZERO, ZERO)
        fills = (fill_of(each.node.find("p:spPr", NS), colors) for each in (mark, above) if each is not None)
        own = next((fill for fill in fills if fill is not None), None)
        set_so = manner(self.root, mark, above)
        return Slot(mark.name, mark.idx, mark.type, frame, own, set_so.styled, set_so.anchor, set_so.align)
