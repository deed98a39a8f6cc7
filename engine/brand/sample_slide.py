"""A brand that stands on sample slides only: what every slide of a role takes from one of them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from engine.base.records import dataclass
from engine.base.units import Rect
from engine.brand.deck_layout import OfficeTheme, SampleShapes, Slot
from engine.brand.decor import SAME, DecorReader
from engine.brand.ground import Cover, Ground
from engine.brand.grounds import PictureFinder, background, covers, worded
from engine.brand.office_theme import child, read_office_theme, solid_color
from engine.brand.template_package import NS, A, P, R, TemplatePackage
from engine.model.deck import Element
from engine.model.theme import Color

_STATIC = ("sp", "cxnSp", "pic", "grpSp")
"""What a brand is made of; tables, charts and films are content."""
_NOT_CARRIED = ("audio", "video", "oleObject", "package", "chart", "diagramData", "slide", "comments", "tags", "control")
"""Kinds of relationships that would lead to content, or to other slides."""


@dataclass(frozen=True, slots=True)
class SampleSlide:
    """A sample slide as a ground for others. `ground`, `background` and `office` are None where those of the layout stay; `skipped`: see DecorReader."""

    shapes: SampleShapes
    decor: tuple[Element, ...]
    ground: Ground | None
    covers: tuple[Cover, ...]
    worded: tuple[Rect, ...]
    background: Color | None
    office: OfficeTheme | None
    skipped: tuple[str, ...]


def read_sample_slide(path: Path, part: str, slots: Sequence[Slot]) -> SampleSlide:
    """Read the slide `part` of a template that was read before.

    Words that would stand in one of the `slots`, and whatever lies within the largest of them, are the sample's own content and are left out.
    Raises what reading a template raises: KeyError, ValueError, etree.XMLSyntaxError.
    """
    package = TemplatePackage(zipfile.ZipFile(path))
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
    theme, color_map = _theme_of(package, part)
    override = root.find("p:clrMapOvr/a:overrideClrMapping", NS)
    office = read_office_theme(theme, override if override is not None else color_map)
    reader = DecorReader(package, office.colors)
    decor = reader.read(part, root)
    pictures = PictureFinder(package, part)
    own = background(root, theme, office.colors, pictures)
    flat = _flat(root, office)
    if own is not None and flat is None:
        reader.skipped.append("背景 background")
    named = _named(root, kept)
    return SampleSlide(
        SampleShapes(
            _text(root.find("p:cSld/p:bg", NS)),
            _text(root.find("p:clrMapOvr", NS)) if override is not None else "",
            tuple(_text(node) for node in kept),
            {key: relations[key].part for key in named if key in relations},
            root.get("showMasterSp", "1") not in {"0", "false"},
        ),
        decor,
        own,
        covers(root, office.colors, pictures),
        worded(root),
        flat,
        office if override is not None else None,
        tuple(reader.skipped),
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


def _theme_of(package: TemplatePackage, part: str) -> tuple[etree._Element, etree._Element | None]:
    layout = package.related(part, "slideLayout")[0]
    master = package.related(layout, "slideMaster")[0]
    return package.xml(package.related(master, "theme")[0]), package.xml(master).find("p:clrMap", NS)


def _flat(root: etree._Element, office: OfficeTheme) -> Color | None:
    fill = root.find("p:cSld/p:bg/p:bgPr/a:solidFill", NS)
    reference = root.find("p:cSld/p:bg/p:bgRef", NS)
    return solid_color(fill if fill is not None else reference, office.colors)


def _text(node: etree._Element | None) -> str:
    return "" if node is None else etree.tostring(node, encoding="unicode", with_tail=False)
