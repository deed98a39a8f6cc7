"""Reads the grounds of a part: the background of the page, and its filled static shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from engine.base.records import dataclass
from engine.base.units import Rect
from engine.brand.decor.placement import SAME, Placement
from engine.brand.drawing_colors import drawn_color
from engine.brand.ground import UNCLEAR, Cover, Ground, GroundKind
from engine.brand.office_theme import child, solid_color
from engine.brand.picture_ground import PictureFill
from engine.brand.template_package import NS, A, P, R, TemplatePackage

_PIXELS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
_BACKGROUND_FILLS = 1001
_FILL_KINDS = {
    "gradFill": GroundKind.GRADIENT,
    "blipFill": GroundKind.PICTURE,
    "pattFill": GroundKind.PATTERN,
    "grpFill": GroundKind.UNCLEAR,
}


@dataclass(frozen=True, slots=True)
class PictureFinder:
    """Finds the pictures that the shapes of one part show."""

    package: TemplatePackage
    part: str

    def in_(self, node: etree._Element) -> PictureFill | None:
        """Return the picture of a `blipFill`, None when it is missing or of a kind that has no pixels."""
        blip = child(node, "blip")
        key = "" if blip is None else blip.get(f"{R}embed", "")
        parts = {relation.id: relation.part for relation in self.package.relations(self.part) if relation.type == "image"}
        name = parts.get(key, "")
        if not name.lower().endswith(_PIXELS):
            return None
        cut = child(node, "srcRect")
        shares = [int(cut.get(side, "0")) / 100_000 if cut is not None else 0.0 for side in "ltrb"]
        return PictureFill(self.package.blob(name), (shares[0], shares[1], shares[2], shares[3]))


def background(
    root: etree._Element, theme: etree._Element, colors: Mapping[str, str], pictures: PictureFinder | None = None
) -> Ground | None:
    """Return what `p:bg` of a part says, None when the part says nothing. A reference leads to the fills of the theme.

    `pictures` are those of the part; None leaves them unread.
    """
    said = root.find("p:cSld/p:bg", NS)
    if said is None:
        return None
    reference = said.find("p:bgRef", NS)
    if reference is None:
        return fill_of(said.find("p:bgPr", NS), colors, pictures) or UNCLEAR
    base = solid_color(reference, colors)
    fills = theme.find("a:themeElements/a:fmtScheme/a:bgFillStyleLst", NS)
    at = int(reference.get("idx", "0")) - _BACKGROUND_FILLS
    if base is None or fills is None or not 0 <= at < len(fills):
        return Ground(GroundKind.FLAT, (base.hex,)) if base is not None else UNCLEAR
    return _fill(fills[at], {**colors, "phClr": base.hex}) or UNCLEAR


def fill_of(properties: etree._Element | None, colors: Mapping[str, str], pictures: PictureFinder | None = None) -> Ground | None:
    """Return the fill among the children of shape or background properties, None when there is none."""
    for node in properties if properties is not None else ():
        found = _fill(node, colors, pictures)
        if found is not None:
            return found
    return None


def styled_fill(reference: etree._Element, theme: etree._Element, colors: Mapping[str, str]) -> Ground | None:
    """Return the fill that the style of a shape refers to (`a:fillRef`), None for none. The first fill of a theme has the number 1."""
    at = int(reference.get("idx", "0")) - 1
    base = solid_color(reference, colors)
    fills = theme.find("a:themeElements/a:fmtScheme/a:fillStyleLst", NS)
    if at < 0:
        return None
    if base is None or fills is None or at >= len(fills):
        return UNCLEAR
    return _fill(fills[at], {**colors, "phClr": base.hex})


def _fill(node: etree._Element, colors: Mapping[str, str], pictures: PictureFinder | None = None) -> Ground | None:
    name = etree.QName(node).localname
    if name == "solidFill":
        color = drawn_color(node, colors)
        if color is None or color.opacity <= 0:
            return UNCLEAR
        seen_through = color.opacity < 1
        return Ground(GroundKind.UNCLEAR, veil=(color.hex, color.opacity)) if seen_through else Ground(GroundKind.FLAT, (color.hex,))
    if name == "gradFill":
        stops = [solid_color(stop, colors) for stop in node.iterfind("a:gsLst/a:gs", NS)]
        known = tuple(dict.fromkeys(stop.hex for stop in stops if stop is not None))
        return Ground(GroundKind.GRADIENT, known if None not in stops else ())
    if name == "blipFill" and pictures is not None:
        return Ground(GroundKind.PICTURE, (), pictures.in_(node))
    return Ground(_FILL_KINDS[name]) if name in _FILL_KINDS else None


def covers(root: etree._Element, colors: Mapping[str, str], pictures: PictureFinder | None = None) -> tuple[Cover, ...]:
    """Return the filled static shapes and the pictures of a part, in drawing order; `pictures` None leaves unread what they show."""
    tree = root.find("p:cSld/p:spTree", NS)
    return () if tree is None else tuple(_covers(tree, SAME, colors, pictures))


def worded(root: etree._Element) -> tuple[Rect, ...]:
    """Return the frames of the static shapes of a part that hold words."""
    tree = root.find("p:cSld/p:spTree", NS)
    return () if tree is None else tuple(_worded(tree, SAME))


def _worded(tree: etree._Element, place: Placement) -> Iterator[Rect]:
    for node in tree:
        if node.tag == f"{P}grpSp":
            yield from _worded(node, place.inside(node.find("p:grpSpPr/a:xfrm", NS)))
        elif (
            node.tag == f"{P}sp"
            and node.find("*/p:nvPr/p:ph", NS) is None
            and any((text.text or "").strip() for text in node.iter(f"{A}t"))
        ):
            transform = child(node.find(f"{P}spPr"), "xfrm")
            if transform is not None:
                yield place.frame(transform)


def _covers(tree: etree._Element, place: Placement, colors: Mapping[str, str], pictures: PictureFinder | None) -> Iterator[Cover]:
    for node in tree:
        kind = node.tag.removeprefix(P)
        if kind == "grpSp":
            yield from _covers(node, place.inside(node.find("p:grpSpPr/a:xfrm", NS)), colors, pictures)
        elif kind in {"sp", "pic"} and node.find("*/p:nvPr/p:ph", NS) is None:
            properties = node.find(f"{P}spPr")
            transform = child(properties, "xfrm")
            ground = _shape_ground(kind, node, properties, _Palette(colors, pictures))
            if transform is not None and ground is not None:
                if _is_boxy(properties, transform):
                    yield Cover(place.frame(transform), ground)
                else:
                    yield Cover(place.frame(transform), UNCLEAR, ground.colors)


@dataclass(frozen=True, slots=True)
class _Palette:
    """Where the colours and pictures of a part come from."""

    colors: Mapping[str, str]
    pictures: PictureFinder | None


def _shape_ground(kind: str, node: etree._Element, properties: etree._Element | None, palette: _Palette) -> Ground | None:
    colors, pictures = palette.colors, palette.pictures
    if kind == "pic":
        fill = node.find(f"{P}blipFill")
        return Ground(GroundKind.PICTURE, (), None if pictures is None or fill is None else pictures.in_(fill))
    if child(properties, "noFill") is not None:
        return None
    found = fill_of(properties, colors, pictures)
    reference = node.find("p:style/a:fillRef", NS)
    if found is None and reference is not None and reference.get("idx") != "0":
        color = solid_color(reference, colors)
        found = UNCLEAR if color is None else Ground(GroundKind.FLAT, (color.hex,))
    return found


def _is_boxy(properties: etree._Element | None, transform: etree._Element) -> bool:
    """Tell whether a shape fills its frame."""
    preset = child(properties, "prstGeom")
    return preset is not None and preset.get("prst") in {"rect", "roundRect"} and transform.get("rot", "0") == "0"
