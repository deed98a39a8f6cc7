"""The Office theme of a template as a person reads it: each colour slot with the scheme colour behind it, and fonts by script."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from engine.base.records import dataclass
from engine.brand.office_theme import SLOTS, read_office_theme
from engine.brand.template_package import NS

_HANS = "Hans"
_SLOT_OF = {"lt1": "bg1", "dk1": "tx1", "lt2": "bg2", "dk2": "tx2"}


@dataclass(frozen=True, slots=True)
class ThemeColor:
    """`slot` is what slides say (`tx1`), `scheme` what the colour map makes of it (`dk1`), `hex` its value."""

    slot: str
    scheme: str
    hex: str


@dataclass(frozen=True, slots=True)
class FontSet:
    """The faces of a collection; `hans` is the one listed for simplified Chinese when `ea` is empty. Empty: none is named."""

    latin: str
    ea: str
    cs: str
    hans: str

    def resolved(self, name: str) -> str:
        """Return the face that a reference such as `+mn-lt` means; any other name is its own."""
        if not name.startswith("+"):
            return name
        return {"lt": self.latin, "ea": self.ea, "cs": self.cs}.get(name[-2:], "")


@dataclass(frozen=True, slots=True)
class SeenTheme:
    """`colors` are those of the twelve slots; `values` the RRGGBB of slots and scheme names alike, for resolving what shapes say."""

    name: str
    colors: tuple[ThemeColor, ...]
    major: FontSet
    minor: FontSet
    values: Mapping[str, str]

    def face(self, name: str) -> str:
        """Return the face that a run's typeface means: `+mj-…` from the headings, `+mn-…` from the body."""
        return (self.major if name.startswith("+mj") else self.minor).resolved(name)


def read_seen_theme(theme: etree._Element, color_map: etree._Element | None) -> SeenTheme:
    """Read a theme part through a colour map (`p:clrMap`, `a:overrideClrMapping`, `w:clrSchemeMapping` made alike); None: the usual one."""
    office = read_office_theme(theme, color_map)
    scheme = {etree.QName(node).localname for node in theme.iterfind("a:themeElements/a:clrScheme/*", NS)}
    plain = read_office_theme(theme, _identity(scheme)).colors
    raw = {name: plain[_SLOT_OF.get(name, name)] for name in scheme if _SLOT_OF.get(name, name) in plain}
    colors = tuple(ThemeColor(slot, _mapped(slot, color_map), office.colors[slot]) for slot in SLOTS if slot in office.colors)
    major, minor = _collection(theme, "majorFont"), _collection(theme, "minorFont")
    return SeenTheme(theme.get("name", ""), colors, major, minor, {**raw, **office.colors})


def _identity(scheme: set[str]) -> etree._Element:
    """Return a map that leads each slot to the scheme colour it is named after."""
    node = etree.Element("clrMap")
    for name in scheme:
        node.set(_SLOT_OF.get(name, name), name)
    return node


def _mapped(slot: str, color_map: etree._Element | None) -> str:
    usual = {there: here for here, there in _SLOT_OF.items()}.get(slot, slot)
    return (color_map.get(slot) if color_map is not None else None) or usual


def _collection(theme: etree._Element, name: str) -> FontSet:
    found = theme.find(f"a:themeElements/a:fontScheme/a:{name}", NS)
    faces: dict[str, str] = {}
    for node in found if found is not None else ():
        key = node.get("script", "") if etree.QName(node).localname == "font" else etree.QName(node).localname
        faces[key] = node.get("typeface", "")
    return FontSet(faces.get("latin", ""), faces.get("ea", ""), faces.get("cs", ""), faces.get(_HANS, ""))
