"""A brand that stands on sample slides only: what every slide of a role takes from one of them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from engine.base.records import dataclass
from engine.base.units import Rect, Size
from engine.brand.deck_layout import OfficeTheme, SampleShapes, Slot
from engine.brand.decor.backdrop import flat_ground
from engine.brand.decor.placement import SAME
from engine.brand.decor.reader import read_background, read_shapes
from engine.brand.decor.sheet import Sheet, Skipped
from engine.brand.ground import Cover, Ground
from engine.brand.grounds import PictureFinder, background, covers, worded
from engine.brand.office_theme import child, read_office_theme, scheme_colors
from engine.brand.template_package import NS, A, P, R, TemplatePackage
from engine.model.decor import Decor
from engine.model.theme import Color

_STATIC = ("sp", "cxnSp", "pic", "grpSp")
"""What a brand is made of; tables, charts and films are content."""
_NOT_CARRIED = ("audio", "video", "oleObject", "package", "chart", "diagramData", "slide", "comments", "tags", "control")
"""Kinds of relationships that would lead to content, or to other slides."""


@dataclass(frozen=True, slots=True)
class SampleSlide:
    """A sample slide as a ground for others. `office`, `background` and `ground` are None where those of the layout stay.

    `ground` is what is drawn below all shapes where that is no flat colour, `decor` the shapes of the slide itself. Text stands on `below`,
    None for the layout's ground, and on `covers`; `worded` are the frames of the slide's own words.
    """

    shapes: SampleShapes
    ground: tuple[Decor, ...] | None
    decor: tuple[Decor, ...]
    below: Ground | None
    covers: tuple[Cover, ...]
    worded: tuple[Rect, ...]
    background: Color | None
    office: OfficeTheme | None
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class SamplePage:
    """Which slide is meant, and how large slides are."""

    part: str
    size: Size


def read_sample_slide(path: Path, page: SamplePage, slots: Sequence[Slot]) -> SampleSlide:
    """Read a slide of a template that was read before.

    Words that would stand in one of the `slots`, and whatever lies within the largest of them, are the sample's own content and are left out.
    Raises what reading a template raises: KeyError, ValueError, etree.XMLSyntaxError.
    """
    package, part = TemplatePackage(zipfile.ZipFile(path)), page.part
    root = package.xml(part)
    tree = root.find("p:cSld/p:spTree", NS)
    if tree is None:
        raise ValueError(part)
    relations = {relation.id: relation for relation in package.relations(part)}
    loose = {key for key, relation in relations.items() if relation.type in _NOT_CARRIED or not relation.part}
    frames = [slot.frame for slot in slots if slot.frame.width > 0]
    for node in [node for node in tree if node.tag.startswith(P) and not node.tag.endswith("grpSpPr")]:
        if not _is_kept(node, frames, loose):
            tree.remove(node)
    kept = [node for node in tree if etree.QName(node).localname in _STATIC]
    theme_part, theme, color_map = _theme_of(package, part)
    override = root.find("p:clrMapOvr/a:overrideClrMapping", NS)
    office = read_office_theme(theme, override if override is not None else color_map)
    presentation = package.xml(package.main_part())
    colors = {**scheme_colors(theme), **office.colors}
    sheet = Sheet(package, part, colors, theme, theme_part, presentation.find("p:defaultTextStyle", NS))
    ground, decor = read_background(root, sheet, page.size), read_shapes(root, sheet)
    flat, ground = (None, None) if ground is None else flat_ground(ground)
    named, pictures = _named(root, kept), PictureFinder(package, part)
    return SampleSlide(
        SampleShapes(
            _text(root.find("p:cSld/p:bg", NS)),
            _text(root.find("p:clrMapOvr", NS)) if override is not None else "",
            tuple(_text(node) for node in kept),
            {key: relations[key].part for key in named if key in relations},
            root.get("showMasterSp", "1") not in {"0", "false"},
        ),
        ground,
        decor,
        background(root, theme, office.colors, pictures),
        covers(root, office.colors, pictures),
        worded(root),
        flat,
        office if override is not None else None,
        tuple(sheet.skipped),
    )


def _is_kept(node: etree._Element, frames: Sequence[Rect], loose: set[str]) -> bool:
    """Tell whether an element of the sample belongs to the brand."""
    if etree.QName(node).localname not in _STATIC:
        return False
    if node.find("*/p:nvPr/p:ph", NS) is not None or _references(node) & loose:
        return False
    transform = child(node.find(f"{P}spPr"), "xfrm")
    if transform is None:
        transform = node.find("p:grpSpPr/a:xfrm", NS)
    if transform is None:
        return False
    frame = SAME.frame(transform)
    largest = max(frames, key=lambda each: float(each.width) * float(each.height), default=None)
    if largest is not None and largest.contains(frame):
        return False
    worded = any((text.text or "").strip() for text in node.iter(f"{A}t"))
    return not (worded and any(frame.overlaps(slot) for slot in frames))


def _references(node: etree._Element) -> set[str]:
    return {str(value) for each in node.iter() for name, value in each.attrib.items() if str(name).startswith(R)}


def _named(root: etree._Element, kept: Sequence[etree._Element]) -> Iterator[str]:
    """Yield the relationship ids that what is kept names, in their order."""
    ground = root.find("p:cSld/p:bg", NS)
    nodes = [*([ground] if ground is not None else []), *kept]
    yield from dict.fromkeys(key for node in nodes for key in sorted(_references(node)))


def _theme_of(package: TemplatePackage, part: str) -> tuple[str, etree._Element, etree._Element | None]:
    layout = package.related(part, "slideLayout")[0]
    master = package.related(layout, "slideMaster")[0]
    theme = package.related(master, "theme")[0]
    return theme, package.xml(theme), package.xml(master).find("p:clrMap", NS)


def _text(node: etree._Element | None) -> str:
    return "" if node is None else etree.tostring(node, encoding="unicode", with_tail=False)
