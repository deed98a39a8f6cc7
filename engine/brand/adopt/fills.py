"""What a fill paints, as far as a coarse picture needs it: one colour with its opacity, the stops of a gradient, or a picture."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from lxml import etree

from engine.base.records import dataclass
from engine.brand.office_theme import child, solid_color
from engine.brand.template_package import NS, A, R

Rgba = tuple[int, int, int, int]

_KNOWN = {f"{A}{name}" for name in ("lumMod", "lumOff", "tint", "shade")}
_WHOLE = 100_000
_QUARTER_TURN = 5_400_000
_BACKGROUND_FILLS = 1001


@dataclass(frozen=True, slots=True)
class Paint:
    """`colors` along the gradient, one when it is flat; none when a picture (its relationship id) or nothing that can be told is painted.

    `crop` is what is cut from the left, top, right and bottom of the picture, in parts of it.
    """

    colors: tuple[Rgba, ...] = ()
    upright: bool = True
    picture: str = ""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def paint_of(properties: etree._Element | None, colors: Mapping[str, str]) -> Paint | None:
    """Return the fill among the children of shape or background properties; None: there is none, or it says `noFill`."""
    for node in properties if properties is not None else ():
        found = fill_paint(node, colors)
        if found is not None:
            return found
    return None


def fill_paint(node: etree._Element, colors: Mapping[str, str]) -> Paint | None:
    """Return what one fill element paints, None for an element that is no fill."""
    match etree.QName(node).localname:
        case "solidFill":
            return Paint(_known(rgba(node, colors)))
        case "gradFill":
            stops = sorted(node.iterfind("a:gsLst/a:gs", NS), key=lambda stop: int(stop.get("pos", "0")))
            line = child(node, "lin")
            turned = int(line.get("ang", "0")) if line is not None else _QUARTER_TURN
            painted = tuple(color for stop in stops if (color := rgba(stop, colors)) is not None)
            return Paint(painted, upright=_QUARTER_TURN // 2 <= turned % (2 * _QUARTER_TURN) <= _QUARTER_TURN * 3 // 2)
        case "blipFill":
            return picture_paint(node)
        case "pattFill":
            return Paint(_known(rgba(child(node, "bgClr"), colors)))
        case _:
            return None


def picture_paint(fill: etree._Element | None) -> Paint:
    """Return what a `blipFill` paints; a picture that is linked, or none, paints nothing that can be told."""
    blip, cut = child(fill, "blip"), child(fill, "srcRect")
    left, top, right, bottom = (int(cut.get(side, "0")) / _WHOLE if cut is not None else 0.0 for side in ("l", "t", "r", "b"))
    return Paint(picture="" if blip is None else blip.get(f"{R}embed", ""), crop=(left, top, right, bottom))


def background_paint(root: etree._Element, theme: etree._Element, colors: Mapping[str, str]) -> Paint | None:
    """Return what `p:bg` of a part paints, None when it has none. A reference leads to the fills of the theme, at worst to its own colour."""
    said = root.find("p:cSld/p:bg", NS)
    if said is None:
        return None
    reference = said.find("p:bgRef", NS)
    if reference is None:
        return paint_of(said.find("p:bgPr", NS), colors)
    own = rgba(reference, colors)
    base = _hex(own)
    fills = theme.find("a:themeElements/a:fmtScheme/a:bgFillStyleLst", NS)
    at = int(reference.get("idx", "0")) - _BACKGROUND_FILLS
    if fills is not None and 0 <= at < len(fills):
        found = fill_paint(fills[at], {**colors, "phClr": base} if base else colors)
        if found is not None and found.colors:
            return found
    return Paint(_known(own))


def rgba(holder: etree._Element | None, colors: Mapping[str, str]) -> Rgba | None:
    """Return the colour that an element holds with its opacity; changes of hue and saturation are left out of account."""
    if holder is None or not len(holder):
        return None
    plain = copy.deepcopy(holder)
    alpha = _WHOLE
    for change in list(plain[0]):
        if change.tag == f"{A}alpha":
            alpha = int(change.get("val", str(_WHOLE)))
        if change.tag not in _KNOWN:
            plain[0].remove(change)
    color = solid_color(plain, colors)
    if color is None:
        return None
    red, green, blue = (int(color.hex[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue, round(alpha / _WHOLE * 255)


def _known(color: Rgba | None) -> tuple[Rgba, ...]:
    return () if color is None else (color,)


def _hex(color: Rgba | None) -> str:
    return "" if color is None else "".join(f"{part:02X}" for part in color[:3])
