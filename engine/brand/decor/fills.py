"""What a shape or page is filled with: a colour, a gradient, a picture; said by itself or by a style of the theme."""

from __future__ import annotations

from lxml import etree

from engine.base.records import dataclass, replace
from engine.brand.decor.picture_kinds import PictureKind, kind_of
from engine.brand.decor.sheet import Sheet
from engine.brand.decor.svg_drawing import SvgShape, svg_shapes
from engine.brand.drawing_colors import DrawnColor, drawn_color, share
from engine.brand.office_theme import child
from engine.brand.template_package import NS
from engine.model.decor import Flat, Stop
from engine.model.theme import Color

Edges = tuple[float, float, float, float]
"""How far in from the left, top, right and bottom, as parts of width and height."""

_WHOLE = 100_000
_SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
_STYLES_OF_GROUNDS = 1000
_DENSE = {"lt": 0.25, "dk": 0.6, "wd": 0.4, "na": 0.3, "sm": 0.4, "lg": 0.2}
_EFFECTS = {
    "duotone": ("双色调", "duotone"),
    "clrChange": ("透明色", "a transparent colour"),
    "grayscl": ("灰度", "greyscale"),
    "biLevel": ("黑白", "black and white"),
    "lum": ("亮度与对比度", "brightness and contrast"),
    "hsl": ("色相与饱和度", "hue and saturation"),
    "tint": ("着色", "tint"),
}


@dataclass(frozen=True, slots=True)
class Blend:
    """A gradient as it is written: `path` is circle, rect or shape, None for one along `angle` degrees.

    `to` is where the first colour lies, as edges of the shape; `tile` the edges that the last colour reaches. `upright` stays when the shape is turned.
    """

    stops: tuple[Stop, ...]
    angle: float = 0.0
    scaled: bool = False
    path: str | None = None
    to: Edges = (0.0, 0.0, 0.0, 0.0)
    tile: Edges = (0.0, 0.0, 0.0, 0.0)
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture repeated: offset in points, scale, and the corner or side of the shape it is counted from (`tl`, `ctr` …)."""

    x: float
    y: float
    across: float
    down: float
    align: str


@dataclass(frozen=True, slots=True)
class PictureFill:
    """`crop` are the edges of the picture that are not seen, `inset` those of the shape that it leaves free; `shapes` are those of a drawing."""

    part: str
    blob: bytes
    crop: Edges
    inset: Edges = (0.0, 0.0, 0.0, 0.0)
    opacity: float = 1.0
    tile: Tile | None = None
    shapes: tuple[SvgShape, ...] = ()


Fill = Flat | Blend | PictureFill
NONE, UNSAID = "none", "unsaid"
"""A shape says that it has no fill; or it says nothing."""


def shape_fill(node: etree._Element, properties: etree._Element, sheet: Sheet, group: Fill | None) -> Fill | None:
    """Return the fill of a shape in a group: its own, else that of its style. None for none."""
    own = fill_among(properties, sheet, name_of(node), group)
    if own != UNSAID:
        return own if not isinstance(own, str) else None
    reference = node.find("p:style/a:fillRef", NS)
    return None if reference is None else style_fill(reference, sheet, name_of(node))


def style_fill(reference: etree._Element, sheet: Sheet, name: str) -> Fill | None:
    """Return the fill that a `fillRef` or `bgRef` leads to, None for none. One whose style is not there is its colour."""
    number, color = int(reference.get("idx", "0")), drawn_color(reference, sheet.colors)
    if number in {0, _STYLES_OF_GROUNDS}:
        return None
    listed = ("bgFillStyleLst", number - _STYLES_OF_GROUNDS) if number > _STYLES_OF_GROUNDS else ("fillStyleLst", number)
    style = sheet.style(*listed)
    if style is None:
        return flat(color)
    found = _fill(style, sheet.styled(color.hex if color else None), name, None)
    if isinstance(found, Flat) and color is not None and found.color.hex == color.hex:
        return flat(color)  # it is the scheme's colour itself, and keeps its name
    return None if isinstance(found, str) else found


def fill_among(properties: etree._Element | None, sheet: Sheet, name: str, group: Fill | None = None) -> Fill | str | None:
    """Return the fill among the children of properties, NONE or UNSAID; None where it cannot be drawn, which is noted."""
    for node in properties if properties is not None else ():
        found = _fill(node, sheet, name, group)
        if found != UNSAID:
            return found
    return UNSAID


def _fill(node: etree._Element, sheet: Sheet, name: str, group: Fill | None) -> Fill | str | None:
    match etree.QName(node).localname:
        case "noFill":
            return NONE
        case "solidFill":
            found = flat(drawn_color(node, sheet.colors))
            if found is None:
                sheet.skip(name, "颜色无法确定", "its colour cannot be told")
            return found
        case "gradFill":
            return _blend(node, sheet, name)
        case "blipFill":
            return picture_fill(node, sheet, name)
        case "pattFill":
            return _pattern(node, sheet, name)
        case "grpFill":
            return group if group is not None else NONE
    return UNSAID


def flat(color: DrawnColor | None) -> Flat | None:
    return None if color is None else Flat(Color(color.hex, color.slot), color.opacity)


def _blend(node: etree._Element, sheet: Sheet, name: str) -> Flat | Blend | None:
    marked = [(share(stop.get("pos", "0")), drawn_color(stop, sheet.colors)) for stop in node.iterfind("a:gsLst/a:gs", NS)]
    found = sorted(((at, color) for at, color in marked if color is not None), key=lambda each: each[0])
    if len(found) < 2:
        if not found:
            sheet.skip(name, "渐变没有可用的颜色", "its gradient has no colours")
        return flat(found[0][1]) if found else None
    stops = tuple(Stop(min(max(at, 0.0), 1.0), Color(color.hex), color.opacity) for at, color in found)
    upright = node.get("rotWithShape", "1") in {"0", "false"}
    along, path, tile = child(node, "lin"), child(node, "path"), edges(child(node, "tileRect"))
    if path is not None:
        return Blend(stops, path=path.get("path", "circle"), to=edges(child(path, "fillToRect")), tile=tile, upright=upright)
    angle = int(along.get("ang", "0")) / 60_000 if along is not None else 0.0
    return Blend(stops, angle, along is not None and along.get("scaled") in {"1", "true"}, upright=upright)


def edges(node: etree._Element | None) -> Edges:
    if node is None:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = (share(node.get(name, "0")) for name in "ltrb")
    return left, top, right, bottom


def _pattern(node: etree._Element, sheet: Sheet, name: str) -> Flat | None:
    """Return the mean colour of a pattern, which is noted."""
    fore, back = (drawn_color(child(node, which), sheet.colors) for which in ("fgClr", "bgClr"))
    kind = node.get("prst", "pct50")
    sheet.skip(name, f"图案填充 {kind}（画成平均色）", f"the pattern {kind} (its mean colour is drawn)", partly=True)
    if fore is None or back is None:
        return flat(fore or back)
    part = int(kind[3:]) / 100 if kind.startswith("pct") and kind[3:].isdecimal() else _DENSE.get(kind[:2], 0.3)
    pairs = ((int(fore.hex[at : at + 2], 16), int(back.hex[at : at + 2], 16)) for at in (0, 2, 4))
    return Flat(Color("".join(f"{round(one * part + other * (1 - part)):02X}" for one, other in pairs)))


def picture_fill(node: etree._Element, sheet: Sheet, name: str) -> PictureFill | None:
    """Return the picture of a `blipFill`, None where it cannot be drawn, which is noted."""
    blip = child(node, "blip")
    part, blob = ("", b"") if blip is None else sheet.picture(blip)
    if blip is None or not blob:
        sheet.skip(name, "图片不在文件里", "its picture is not in the file")
        return None
    for each in blip:
        kind = etree.QName(each).localname
        if kind in _EFFECTS and (len(each) or each.attrib or kind in {"grayscl", "biLevel"}):
            sheet.skip(name, f"图片效果：{_EFFECTS[kind][0]}", f"the effect on its picture: {_EFFECTS[kind][1]}", partly=True)
    faint = child(blip, "alphaModFix")
    opacity = min(share(faint.get("amt", "100000")), 1.0) if faint is not None else 1.0
    found = PictureFill(part, blob, edges(child(node, "srcRect")), opacity=opacity, shapes=_drawing(blip, blob, sheet))
    tile, stretch = child(node, "tile"), child(node, "stretch")
    if tile is not None:
        x, y, across, down = (
            float(tile.get(key, default)) for key, default in (("tx", "0"), ("ty", "0"), ("sx", "100000"), ("sy", "100000"))
        )
        placed = Tile(x / 12_700, y / 12_700, across / _WHOLE, down / _WHOLE, tile.get("algn", "tl"))
        return replace(found, tile=placed)
    return replace(found, inset=edges(child(stretch, "fillRect")))


def _drawing(blip: etree._Element, blob: bytes, sheet: Sheet) -> tuple[SvgShape, ...]:
    """Return the outlines of the drawing that a picture stands for, none where it is a picture of pixels or more than outlines."""
    drawing = next(blip.iter(f"{_SVG_BLIP}svgBlip"), None)
    vectors = sheet.picture(drawing)[1] if drawing is not None else blob if kind_of(blob) is PictureKind.SVG else b""
    return (svg_shapes(vectors) or ()) if vectors else ()


def name_of(node: etree._Element) -> str:
    """Return the name of a shape in the selection pane."""
    properties = node.find("*/p:cNvPr", NS)
    return properties.get("name", "") if properties is not None else ""
