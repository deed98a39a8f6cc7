"""Theme colours and fonts of a template, and the colour that an element means once colour map and modifiers are applied."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from lxml import etree

from engine.brand.deck_layout import OfficeFonts, OfficeTheme
from engine.brand.template_package import NS, A
from engine.model.theme import Color

SLOTS = ("bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
_OWN_NAMES = {name: name for name in ("dk1", "lt1", "dk2", "lt2")}
"""What a shape may call a colour past the colour map."""
_MODIFIERS = ("lumMod", "lumOff", "tint", "shade")


def read_office_theme(theme: etree._Element, color_map: etree._Element | None) -> OfficeTheme:
    """Read theme1.xml through a `p:clrMap` (or `a:overrideClrMapping`); None maps bg1 to lt1, tx1 to dk1 and so on."""
    scheme = {etree.QName(node).localname: _value(node) for node in theme.iterfind("a:themeElements/a:clrScheme/*", NS)}
    default = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    mapping = {slot: (color_map.get(slot) if color_map is not None else None) or default.get(slot, slot) for slot in SLOTS}
    colors = {slot: scheme[name] for slot, name in (mapping | _OWN_NAMES).items() if name in scheme}
    return OfficeTheme(colors, _fonts(theme, "majorFont"), _fonts(theme, "minorFont"))


def _value(node: etree._Element) -> str:
    inner = node[0] if len(node) else node
    return (inner.get("lastClr") or inner.get("val") or "000000").upper()


def _fonts(theme: etree._Element, collection: str) -> OfficeFonts:
    found = theme.find(f"a:themeElements/a:fontScheme/a:{collection}", NS)
    if found is None:
        return OfficeFonts("", "", "")
    faces = {name: node.get("typeface", "") for name in ("latin", "ea", "cs") if (node := found.find(f"a:{name}", NS)) is not None}
    return OfficeFonts(faces.get("latin", ""), faces.get("ea", ""), faces.get("cs", ""))


def solid_color(holder: etree._Element | None, colors: Mapping[str, str]) -> Color | None:
    """Return the colour that a fill, line or reference element holds, None when it is not one flat opaque colour."""
    if holder is None:
        return None
    for node in holder:
        name = etree.QName(node).localname
        slot = node.get("val", "") if name == "schemeClr" else ""
        base = colors.get(slot) if slot else _value_of(name, node)
        changes = [(etree.QName(child).localname, int(child.get("val", "100000"))) for child in node]
        if base is None or any(change not in _MODIFIERS for change, _ in changes):
            return None
        return Color(_modified(base, changes), slot if not changes else "")
    return None


def _value_of(name: str, node: etree._Element) -> str | None:
    return _value_text(node) if name in {"srgbClr", "sysClr"} else None


def _value_text(node: etree._Element) -> str:
    return (node.get("lastClr") or node.get("val") or "000000").upper()


def _modified(base: str, changes: list[tuple[str, int]]) -> str:
    red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
    for change, value in changes:
        share = value / 100_000
        if change in {"lumMod", "lumOff"}:
            hue, light, full = colorsys.rgb_to_hls(red, green, blue)
            light = light * share if change == "lumMod" else light + share
            red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), full)
        else:
            ground = 1.0 if change == "tint" else 0.0
            red, green, blue = (ground + (part - ground) * share for part in (red, green, blue))
    return "".join(f"{round(part * 255):02X}" for part in (red, green, blue))


def child(node: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child `a:name`, None when there is none."""
    return None if node is None else node.find(f"{A}{name}")
