"""How large the text of a slide is and whether it names a font for Han: asked of the run, then of everything that it inherits from.

The order is that of PowerPoint: run, list style of the shape, placeholder of the layout, of the master, text styles of the master, defaults of
the presentation. A theme's collection counts as a font for Han when it names one, for East Asian text or for the script Hans.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.probe.package_parts import Parts

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DEFAULT_SIZE = 18.0
_TITLES = frozenset({"title", "ctrTitle"})
_MINOR, _MAJOR = "+mn-ea", "+mj-ea"


class ThemeFonts:
    """Which of the two collections of a theme name a font for Han."""

    def __init__(self, theme: etree._Element | None) -> None:
        self.minor, self.major = (_names_han(theme, name) for name in ("minorFont", "majorFont"))

    def has(self, typeface: str) -> bool:
        return {_MINOR: self.minor, _MAJOR: self.major}.get(typeface, bool(typeface))


def _names_han(theme: etree._Element | None, collection: str) -> bool:
    fonts = None if theme is None else theme.find(f"{A}themeElements/{A}fontScheme/{A}{collection}")
    if fonts is None:
        return False
    ea = fonts.find(f"{A}ea")
    return bool(ea is not None and ea.get("typeface")) or any(font.get("script") == "Hans" for font in fonts.iterfind(f"{A}font"))


class Layout:
    """A layout and its master, with what a slide inherits from them."""

    def __init__(self, parts: Parts, name: str, defaults: etree._Element | None) -> None:
        self.defaults = defaults
        self.root = parts.xml(name) if name in parts else None
        master = _first(parts, name, "slideMaster") if self.root is not None else ""
        self.master = parts.xml(master) if master else None
        theme = _first(parts, master, "theme/") if master else ""
        self.fonts = ThemeFonts(parts.xml(theme) if theme else None)

    @property
    def kind(self) -> str:
        """Return the layout's type, such as `secHead`; empty when it has none."""
        return "" if self.root is None else self.root.get("type", "")

    def inherited(self, placeholder: etree._Element | None) -> Iterator[etree._Element]:
        """Yield the shapes that a placeholder of a slide takes after, the layout's first."""
        if placeholder is None:
            return
        index, kind = placeholder.get("idx", "0"), placeholder.get("type", "body")
        for shape in _placeholders(self.root):
            if _mark(shape).get("idx", "0") == index:
                yield shape
                kind = _mark(shape).get("type", kind)
                break
        wanted = "title" if kind in _TITLES else kind if kind in {"dt", "ftr", "sldNum"} else "body"
        yield from (shape for shape in _placeholders(self.master) if _mark(shape).get("type", "body") == wanted)

    def styles(self, placeholder: etree._Element | None) -> Iterator[etree._Element]:
        """Yield the lists of levels that text inherits from, nearest first, without those of its own shape."""
        for shape in self.inherited(placeholder):
            yield from shape.iterfind(f"{P}txBody/{A}lstStyle")
        if self.master is not None:
            kind = "other" if placeholder is None else "title" if placeholder.get("type") in _TITLES else "body"
            yield from self.master.iterfind(f"{P}txStyles/{P}{kind}Style")
        if self.defaults is not None:
            yield self.defaults


def _placeholders(root: etree._Element | None) -> Iterator[etree._Element]:
    if root is not None:
        yield from (shape for shape in root.iter(f"{P}sp") if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None)


def _mark(shape: etree._Element) -> etree._Element:
    """Return the mark of a shape that is a placeholder."""
    mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    assert mark is not None, "only placeholders are asked"
    return mark


def _first(parts: Parts, part: str, folder: str) -> str:
    return next((target for target in parts.referred(part).values() if folder in target and target in parts), "")


class TextStyle:
    """What the runs of one shape inherit, level by level, looked up once."""

    def __init__(self, layout: Layout, body: etree._Element, placeholder: etree._Element | None, *, in_table: bool = False) -> None:
        self._layout, self._in_table = layout, in_table
        own = body.find(f"{A}lstStyle")
        self._lists = [*([] if own is None else [own]), *([] if in_table else layout.styles(placeholder))]
        fit = body.find(f"{A}bodyPr/{A}normAutofit")
        scale = "" if fit is None else fit.get("fontScale", "").rstrip("%")
        self._scale = float(scale) / 100_000 if scale.isdecimal() else 1.0
        self._sizes: dict[int, float] = {}
        self._ea: dict[int, bool] = {}

    def size(self, run: etree._Element | None, level: int) -> float:
        """Return the size of a run in points, as PowerPoint shrank it."""
        own = "" if run is None else run.get("sz", "")
        if own.isdecimal():
            return int(own) / 100 * self._scale
        if level not in self._sizes:
            sizes = (properties.get("sz", "") for properties in self._of_level(level))
            self._sizes[level] = next((int(size) / 100 for size in sizes if size.isdecimal()), DEFAULT_SIZE)
        return self._sizes[level] * self._scale

    def has_ea(self, run: etree._Element | None, level: int) -> bool:
        """Tell whether a run has a font for Han."""
        own = None if run is None else run.find(f"{A}ea")
        if own is not None:
            return self._layout.fonts.has(own.get("typeface", ""))
        if level not in self._ea:
            named = (node.get("typeface", "") for properties in self._of_level(level) for node in properties.iterfind(f"{A}ea"))
            self._ea[level] = self._layout.fonts.has(next(named, _MINOR if self._in_table else ""))
        return self._ea[level]

    def _of_level(self, level: int) -> Iterator[etree._Element]:
        for levels in self._lists:
            yield from levels.iterfind(f"{A}lvl{level + 1}pPr/{A}defRPr")
