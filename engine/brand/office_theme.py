"""Theme colours and fonts of a template, and the colour that an element means once colour map and modifiers are applied."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from engine.brand.deck_layout import OfficeFonts, OfficeTheme
from engine.brand.drawing_colors import drawn_color
from engine.brand.template_package import NS, A
from engine.model.theme import Color

SLOTS = ("bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
_OWN_NAMES = {name: name for name in ("dk1", "lt1", "dk2", "lt2")}
"""What a shape may call a colour past the colour map."""


def read_office_theme(theme: etree._Element, color_map: etree._Element | None) -> OfficeTheme:
    """Read theme1.xml through a `p:clrMap` (or `a:overrideClrMapping`); None maps bg1 to lt1, tx1 to dk1 and so on."""
    scheme = scheme_colors(theme)
    default = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    mapping = {slot: (color_map.get(slot) if color_map is not None else None) or default.get(slot, slot) for slot in SLOTS}
    colors = {slot: scheme[name] for slot, name in (mapping | _OWN_NAMES).items() if name in scheme}
    return OfficeTheme(colors, _fonts(theme, "majorFont"), _fonts(theme, "minorFont"))


def scheme_colors(theme: etree._Element) -> dict[str, str]:
    """Return the colours of theme1.xml by their own names (`dk1`, `lt1` …), as no colour map changes them."""
    return {etree.QName(node).localname: _value(node) for node in theme.iterfind("a:themeElements/a:clrScheme/*", NS)}


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
    found = drawn_color(holder, colors)
    return None if found is None or found.opacity < 1 else Color(found.hex, found.slot)


def child(node: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child `a:name`, None when there is none."""
    return None if node is None else node.find(f"{A}{name}")
