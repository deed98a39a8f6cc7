"""The colour that an element of DrawingML means, with everything that changes it (ECMA-376-1, 20.1.2.3).

`tint` and `shade` work on linear light, as PowerPoint and LibreOffice do; the changes of hue, saturation and luminance on HSL.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from lxml import etree

from engine.base.records import dataclass

_NAMED = dict(
    each.split("=")
    for each in [
        "black=000000",
        "white=FFFFFF",
        "red=FF0000",
        "lime=00FF00",
        "green=008000",
        "blue=0000FF",
        "yellow=FFFF00",
        "aqua=00FFFF",
        "cyan=00FFFF",
        "fuchsia=FF00FF",
        "magenta=FF00FF",
        "gray=808080",
        "grey=808080",
        "silver=C0C0C0",
        "maroon=800000",
        "olive=808000",
        "navy=000080",
        "purple=800080",
        "teal=008080",
        "orange=FFA500",
        "gold=FFD700",
        "dkGray=A9A9A9",
        "dkGrey=A9A9A9",
        "ltGray=D3D3D3",
        "ltGrey=D3D3D3",
        "dkRed=8B0000",
        "dkGreen=006400",
        "dkBlue=00008B",
        "ltBlue=ADD8E6",
        "ltGreen=90EE90",
        "ltYellow=FFFFE0",
        "tomato=FF6347",
        "indigo=4B0082",
        "brown=A52A2A",
        "crimson=DC143C",
        "pink=FFC0CB",
        "violet=EE82EE",
        "whiteSmoke=F5F5F5",
        "skyBlue=87CEEB",
    ]
)
_WHOLE = 100_000
_DEGREE = 60_000
_CHANNELS = ("red", "green", "blue")
Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class DrawnColor:
    """`hex` is RRGGBB; `slot` the scheme colour it is, empty when it is changed or none; `opacity` between 0 and 1."""

    hex: str
    slot: str = ""
    opacity: float = 1.0


def drawn_color(holder: etree._Element | None, colors: Mapping[str, str]) -> DrawnColor | None:
    """Return the colour inside a fill, line, stop or reference, None where it has none or one that nobody can tell.

    `colors` are values by scheme name; `phClr` is among them inside a style.
    """
    for node in holder if holder is not None else ():
        name = etree.QName(node).localname
        base = _base(name, node, colors)
        if base is None:
            return None
        rgb, opacity = base, 1.0
        for change in node:
            kind, value = etree.QName(change).localname, change.get("val", "100000")
            if kind.startswith("alpha"):
                opacity = _changed(opacity, kind.removeprefix("alpha"), share(value))
            elif kind in {"hue", "hueOff"}:
                rgb = _change(rgb, kind, int(value) / (360 * _DEGREE))
            else:
                rgb = _change(rgb, kind, share(value))
        slot = node.get("val", "") if name == "schemeClr" and not len(node) and node.get("val") != "phClr" else ""
        return DrawnColor("".join(f"{round(_within(part) * 255):02X}" for part in rgb), slot, _within(opacity))
    return None


def _base(name: str, node: etree._Element, colors: Mapping[str, str]) -> Rgb | None:
    value = node.get("val", "")
    match name:
        case "srgbClr":
            return _rgb(value)
        case "sysClr":
            return _rgb(node.get("lastClr", "")) or _rgb("FFFFFF" if value == "window" else "000000")
        case "schemeClr":
            return _rgb(colors.get(value, ""))
        case "prstClr":
            return _rgb(_NAMED.get(value, ""))
        case "scrgbClr":
            red, green, blue = (_from_linear(share(node.get(part, "0"))) for part in "rgb")
            return red, green, blue
        case "hslClr":
            hue, full, light = int(node.get("hue", "0")) / (360 * _DEGREE), share(node.get("sat", "0")), share(node.get("lum", "0"))
            return colorsys.hls_to_rgb(hue, light, full)
    return None


def _rgb(hexadecimal: str) -> Rgb | None:
    try:
        red, green, blue = bytes.fromhex(hexadecimal)
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255


def share(text: str) -> float:
    """Return a percentage as a part of one: in thousandths (`50000`), or as strict files write it (`50%`). Raises ValueError for neither."""
    return float(text.rstrip("%")) / 100 if text.endswith("%") else int(text) / _WHOLE


def _change(rgb: Rgb, kind: str, value: float) -> Rgb:
    """Return a colour changed by a part of one; of hues it is a part of the circle."""
    if kind in {"tint", "shade"}:
        ground = 1.0 if kind == "tint" else 0.0
        red, green, blue = (_from_linear(ground + (_to_linear(part) - ground) * value) for part in rgb)
        return red, green, blue
    if kind[:3] in {"lum", "sat", "hue"}:
        hue, light, full = colorsys.rgb_to_hls(*rgb)
        how = kind[3:]
        if kind.startswith("lum"):
            light = _within(_changed(light, how, value))
        elif kind.startswith("sat"):
            full = _within(_changed(full, how, value))
        else:
            hue = _changed(hue, how, value) % 1
        return colorsys.hls_to_rgb(hue, light, full)
    channel = next((number for number, name in enumerate(_CHANNELS) if kind.startswith(name)), None)
    if channel is not None:
        parts = list(rgb)
        parts[channel] = _from_linear(_within(_changed(_to_linear(parts[channel]), kind.removeprefix(_CHANNELS[channel]), value)))
        return parts[0], parts[1], parts[2]
    return _turned(rgb, kind)


def _turned(rgb: Rgb, kind: str) -> Rgb:
    """Apply a change that has no measure; one nobody knows changes nothing."""
    if kind == "inv":
        red, green, blue = (1 - part for part in rgb)
        return red, green, blue
    if kind == "gray":
        grey = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
        return grey, grey, grey
    if kind == "comp":
        hue, light, full = colorsys.rgb_to_hls(*rgb)
        return colorsys.hls_to_rgb((hue + 0.5) % 1, light, full)
    return rgb


def _changed(value: float, how: str, share: float) -> float:
    return value * share if how == "Mod" else value + share if how == "Off" else share


def _within(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _from_linear(light: float) -> float:
    light = _within(light)
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
