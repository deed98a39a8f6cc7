"""Static shapes of masters and layouts as deck elements, so that a PDF page looks like the slide.

Flat shapes, lines and pictures are read; what cannot be drawn the same way (gradients, freeforms, rotated shapes, text) is listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from engine.base.records import dataclass
from engine.base.units import EMU_PER_POINT, Length, Point, Rect
from engine.brand.office_theme import child, solid_color
from engine.brand.template_package import NS, A, P, R, TemplatePackage
from engine.model.deck import Element, Geometry, Line, Picture, Shape, Stroke
from engine.model.theme import Color

_PRESETS = {geometry.value: geometry for geometry in Geometry}
_SYMMETRIC = (Geometry.RECT, Geometry.ROUND_RECT, Geometry.OVAL, Geometry.DIAMOND)
_PICTURES = (".png", ".jpg", ".jpeg")
_DEFAULT_CORNER = 16_667
_DEFAULT_LINE = 9_525


@dataclass(slots=True)
class DecorReader:
    """Reads the shapes of one part. `skipped` collects the names of those that cannot be drawn."""

    package: TemplatePackage
    colors: Mapping[str, str]
    skipped: list[str] = field(default_factory=list)

    def read(self, part: str, root: etree._Element) -> tuple[Element, ...]:
        tree = root.find("p:cSld/p:spTree", NS)
        assert tree is not None, "deck_template.py refuses a part without a shape tree"
        pictures = {relation.id: relation.part for relation in self.package.relations(part) if relation.type == "image"}
        return tuple(self._elements(tree, SAME, pictures))

    def _elements(self, tree: etree._Element, place: Placement, pictures: Mapping[str, str]) -> Iterator[Element]:
        for node in tree:
            kind = node.tag.removeprefix(P)
            if kind == "grpSp":
                yield from self._elements(node, place.inside(node.find("p:grpSpPr/a:xfrm", NS)), pictures)
            elif kind in {"sp", "cxnSp", "pic", "graphicFrame"} and node.find("*/p:nvPr/p:ph", NS) is None:
                element = self._element(kind, node, place, pictures)
                if element is None:
                    self.skipped.append(_name(node))
                else:
                    yield element

    def _element(self, kind: str, node: etree._Element, place: Placement, pictures: Mapping[str, str]) -> Element | None:
        properties = node.find(f"{P}spPr")
        transform = child(properties, "xfrm")
        if properties is None or transform is None or any(text.text for text in node.iter(f"{A}t")):
            return None
        frame = place.frame(transform)
        if kind == "pic":
            return self._picture(node, frame, pictures)
        preset = child(properties, "prstGeom")
        if preset is None:
            return None
        if preset.get("prst") in {"line", "straightConnector1"}:
            return self._line(node, properties, transform, frame)
        return self._shape(node, properties, preset, frame)

    def _picture(self, node: etree._Element, frame: Rect, pictures: Mapping[str, str]) -> Picture | None:
        blip = node.find("p:blipFill/a:blip", NS)
        part = pictures.get(blip.get(f"{R}embed", ""), "") if blip is not None else ""
        if not part.lower().endswith(_PICTURES) or node.find("p:blipFill/a:srcRect", NS) is not None:
            return None
        return Picture(_name(node), frame, part, self.package.blob(part), "")

    def _line(self, node: etree._Element, properties: etree._Element, transform: etree._Element, frame: Rect) -> Line | None:
        stroke = self._stroke(node, properties)
        if stroke is None or transform.get("rot", "0") != "0":
            return None
        left, right = (frame.right, frame.x) if transform.get("flipH") == "1" else (frame.x, frame.right)
        top, bottom = (frame.bottom, frame.y) if transform.get("flipV") == "1" else (frame.y, frame.bottom)
        return Line(_name(node), Point(left, top), Point(right, bottom), stroke)

    def _shape(self, node: etree._Element, properties: etree._Element, preset: etree._Element, frame: Rect) -> Shape | None:
        geometry = _PRESETS.get(preset.get("prst", ""))
        transform = child(properties, "xfrm")
        turned = transform is not None and (transform.get("rot", "0") != "0" or "1" in (transform.get("flipH"), transform.get("flipV")))
        fill = self._fill(node, properties)
        stroke = self._stroke(node, properties)
        flat = any(child(properties, name) is not None for name in ("gradFill", "blipFill", "pattFill", "grpFill"))
        if geometry is None or flat or (turned and geometry not in _SYMMETRIC) or (fill is None and stroke is None):
            return None
        return Shape(_name(node), frame, geometry, fill, stroke, _adjusted(preset, frame))

    def _fill(self, node: etree._Element, properties: etree._Element) -> Color | None:
        if child(properties, "noFill") is not None:
            return None
        return solid_color(child(properties, "solidFill"), self.colors) or self._referenced(node, "fillRef")

    def _stroke(self, node: etree._Element, properties: etree._Element) -> Stroke | None:
        line = child(properties, "ln")
        if child(line, "noFill") is not None:
            return None
        color = solid_color(child(line, "solidFill"), self.colors) or self._referenced(node, "lnRef")
        if color is None:
            return None
        width = int(line.get("w", _DEFAULT_LINE)) if line is not None else _DEFAULT_LINE
        dash = child(line, "prstDash")
        return Stroke(color, width / EMU_PER_POINT, dash is not None and dash.get("val") != "solid")

    def _referenced(self, node: etree._Element, name: str) -> Color | None:
        """Return the colour of the shape's style reference; index 0 means none."""
        reference = node.find(f"p:style/a:{name}", NS)
        return None if reference is None or reference.get("idx") == "0" else solid_color(reference, self.colors)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the coordinates of a group's children lie on the slide."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def frame(self, transform: etree._Element) -> Rect:
        x, y, width, height = _box(transform, "off", "ext")
        return Rect(
            Length(round(self.x + x * self.across)),
            Length(round(self.y + y * self.down)),
            Length(round(width * self.across)),
            Length(round(height * self.down)),
        )

    def inside(self, transform: etree._Element | None) -> Placement:
        if transform is None or child(transform, "chExt") is None:
            return self
        outer = self.frame(transform)
        x, y, width, height = _box(transform, "chOff", "chExt")
        across = outer.width / width if width else self.across
        down = outer.height / height if height else self.down
        return Placement(int(outer.x) - x * across, int(outer.y) - y * down, across, down)


SAME = Placement()


def _box(transform: etree._Element, offset: str, extent: str) -> tuple[int, int, int, int]:
    at, size = child(transform, offset), child(transform, extent)
    x, y = (int(at.get(name, "0")) for name in ("x", "y")) if at is not None else (0, 0)
    width, height = (int(size.get(name, "0")) for name in ("cx", "cy")) if size is not None else (0, 0)
    return x, y, width, height


def _adjusted(preset: etree._Element, frame: Rect) -> Length:
    """Return the corner radius or arrow depth: the first guide, as 1/100 000 of the shorter side."""
    if preset.get("prst") not in {"roundRect", "chevron", "homePlate", "parallelogram"}:
        return Length(0)
    guide = preset.find("a:avLst/a:gd", NS)
    default = _DEFAULT_CORNER if preset.get("prst") == "roundRect" else 50_000
    value = int(guide.get("fmla", f"val {default}").split()[-1]) if guide is not None else default
    return Length(round(value / 100_000 * min(frame.width, frame.height)))


def _name(node: etree._Element) -> str:
    properties = node.find("*/p:cNvPr", NS)
    return properties.get("name", "") if properties is not None else ""
