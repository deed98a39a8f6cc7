"""The backdrops of a deck's layouts and sample slides, each painted once."""

from __future__ import annotations

from lxml import etree

from engine.brand.adopt.backdrop import Backdrop, PartOfPage, backdrop
from engine.brand.adopt.role_layouts import RoleLayout
from engine.brand.inspect.seen_deck import SeenDeck, SeenMaster
from engine.brand.inspect.seen_theme import read_seen_theme
from engine.brand.placeholders import marked
from engine.brand.template_package import NS, A, TemplatePackage


class DeckPages:
    """Paints what a role stands on: its master, layout and sample slide."""

    def __init__(self, package: TemplatePackage, deck: SeenDeck) -> None:
        self._package, self._deck = package, deck
        self._roots: dict[str, etree._Element] = {}
        self._drops: dict[tuple[str, int | None], Backdrop] = {}

    def drop(self, role: RoleLayout) -> Backdrop:
        key = (role.layout.part, role.slide)
        if key not in self._drops:
            self._drops[key] = self._painted(role)
        return self._drops[key]

    def spoken(self, role: RoleLayout) -> frozenset[int]:
        """Return the idx of the placeholders that carry words on the first sample slide of a layout; none when no slide uses it."""
        if not role.layout.slides:
            return frozenset()
        root = self._root(self._deck.slides[role.layout.slides[0] - 1].part)
        return frozenset(mark.idx for mark in marked(root) if any((text.text or "").strip() for text in mark.node.iter(f"{A}t")))

    def numbered(self, role: RoleLayout) -> bool:
        """Tell whether the template prints the number of the page itself, in a text box of the layout or its master."""
        master = next(each for each in self._deck.masters if role.layout in each.layouts)
        parts = (master.part, role.layout.part) if role.layout.shows_master else (role.layout.part,)
        shapes = (node for part in parts for node in self._root(part).iterfind("p:cSld/p:spTree/*", NS))
        static = (node for node in shapes if node.find("*/p:nvPr/p:ph", NS) is None)
        return any(field.get("type") == "slidenum" for node in static for field in node.iter(f"{A}fld"))

    def _painted(self, role: RoleLayout) -> Backdrop:
        master = next(each for each in self._deck.masters if role.layout in each.layouts)
        theme = self._root(next(iter(self._package.related(master.part, "theme")), ""))
        below, above = self._part(master.part, master, theme), self._part(role.layout.part, master, theme)
        parts = [below, above] if role.layout.shows_master else [above]
        grounds = [above, below]
        if role.slide is not None:
            slide = self._part(self._deck.slides[role.slide - 1].part, master, theme)
            parts = [*parts, slide] if slide.root.get("showMasterSp", "1") not in {"0", "false"} else [slide]
            grounds = [slide, *grounds]
        return backdrop(self._package, theme, grounds, parts, self._deck.size)

    def _part(self, part: str, master: SeenMaster, theme: etree._Element) -> PartOfPage:
        root = self._root(part)
        override = root.find("p:clrMapOvr/a:overrideClrMapping", NS)
        values = master.theme.values if override is None else read_seen_theme(theme, override).values
        return PartOfPage(part, root, values)

    def _root(self, part: str) -> etree._Element:
        if part not in self._roots:
            self._roots[part] = self._package.xml(part)
        return self._roots[part]
