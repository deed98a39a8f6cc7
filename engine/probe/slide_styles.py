"""How large the text of a slide is and whether it names a font for Han: asked of the run, then of everything that it inherits from.

The order is that of PowerPoint: run, list style of the shape, placeholder of the layout, of the master, text styles of the master, defaults of
the presentation. A theme's collection counts as a font for Han when it names one, for East Asian text or for the script Hans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from engine.probe.package_parts import Parts

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DEFAULT_SIZE = 18.0
_TITLES = frozenset({"title", "ctrTitle"})
_MINOR, _MAJOR, _LATIN = "+mn-ea", "+mj-ea", "+mn-lt"
_FACES = (f"{A}latin", f"{A}ea")
_FILLS = tuple(f"{A}{name}Fill" for name in ("solid", "grad", "no", "blip", "patt"))
_ON = frozenset({"1", "true"})


class ThemeFonts:
    """The fonts that the two collections of a theme name, and which of them name one for Han."""

    def __init__(self, theme: etree._Element | None) -> None:
        self._named = {
            f"+{short}-{tag}": theme_font(theme, f"{name}Font", script)
            for short, name in (("mn", "minor"), ("mj", "major"))
            for tag, script in (("lt", "latin"), ("ea", "ea"))
        }
        self.minor, self.major = bool(self._named[_MINOR]), bool(self._named[_MAJOR])

    def has(self, typeface: str) -> bool:
        return bool(self.name(typeface))

    def name(self, typeface: str) -> str:
        """Return the font that a typeface stands for: itself, or one of the theme's."""
        return self._named.get(typeface, typeface)


def theme_font(theme: etree._Element | None, collection: str, script: str) -> str:
    """Return the font of a theme's `minorFont` or `majorFont` for `latin` or `ea`, there also the one for the script Hans; or nothing."""
    fonts = None if theme is None else theme.find(f"{A}themeElements/{A}fontScheme/{A}{collection}")
    if fonts is None:
        return ""
    own = fonts.find(f"{A}{script}")
    if own is not None and own.get("typeface"):
        return own.get("typeface", "")
    hans = (font.get("typeface", "") or "Hans" for font in fonts.iterfind(f"{A}font") if font.get("script") == "Hans")
    return next(hans, "") if script == "ea" else ""


class Layout:
    """A layout and its master, with what a slide inherits from them."""

    def __init__(self, parts: Parts, name: str, defaults: etree._Element | None) -> None:
        self.defaults = defaults
        self.root = parts.xml(name) if name in parts else None
        master = _first(parts, name, "slideMaster") if self.root is not None else ""
        self.master = parts.xml(master) if master else None
        self._own, self._above = tuple(_placeholders(self.root)), tuple(_placeholders(self.master))
        theme = _first(parts, master, "theme/") if master else ""
        self.theme = parts.xml(theme) if theme else None
        self.fonts = ThemeFonts(self.theme)

    @property
    def kind(self) -> str:
        """Return the layout's type, such as `secHead`; empty when it has none."""
        return "" if self.root is None else self.root.get("type", "")

    @property
    def name(self) -> str:
        slide = None if self.root is None else self.root.find(f"{P}cSld")
        return "" if slide is None else slide.get("name", "")

    def inherited(self, placeholder: etree._Element | None) -> Iterator[etree._Element]:
        """Yield the shapes that a placeholder of a slide takes after, the layout's first."""
        if placeholder is None:
            return
        index, kind = placeholder.get("idx", "0"), placeholder.get("type", "body")
        for shape in self._own:
            if _mark(shape).get("idx", "0") == index:
                yield shape
                kind = _mark(shape).get("type", kind)
                break
        wanted = "title" if kind in _TITLES else kind if kind in {"dt", "ftr", "sldNum"} else "body"
        yield from (shape for shape in self._above if _mark(shape).get("type", "body") == wanted)

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


def own_color(run: etree._Element | None) -> str:
    """Return the RRGGBB that a run names itself, empty for none or one of the theme."""
    color = None if run is None else run.find(f"{A}solidFill/{A}srgbClr")
    return "" if color is None else color.get("val", "").upper()


def own_faces(run: etree._Element | None) -> tuple[str, ...]:
    """Return the fonts that a run names itself, without those of the theme."""
    named = (node.get("typeface", "") for node in (() if run is None else run) if node.tag in _FACES)
    return tuple(dict.fromkeys(name for name in named if name and not name.startswith("+")))


class TextStyle:
    """What the runs of one shape inherit, level by level, looked up once."""

    def __init__(self, layout: Layout, body: etree._Element, placeholder: etree._Element | None, *, in_table: bool = False) -> None:
        self._layout, self._in_table = layout, in_table
        own = body.find(f"{A}lstStyle")
        self._own = [] if own is None else [own]
        self._lists = [*self._own, *([] if in_table else layout.styles(placeholder))]
        fit = body.find(f"{A}bodyPr/{A}normAutofit")
        scale = "" if fit is None else fit.get("fontScale", "").rstrip("%")
        self._scale = float(scale) / 100_000 if scale.isdecimal() else 1.0
        self._sizes: dict[int, float] = {}
        self._fonts: dict[tuple[str, int], str] = {}

    def size(self, run: etree._Element | None, level: int) -> float:
        """Return the size of a run in points, as PowerPoint shrank it."""
        own = "" if run is None else run.get("sz", "")
        if own.isdecimal():
            return int(own) / 100 * self._scale
        if level not in self._sizes:
            sizes = (properties.get("sz", "") for properties in self._of_level(level))
            self._sizes[level] = next((int(size) / 100 for size in sizes if size.isdecimal()), DEFAULT_SIZE)
        return self._sizes[level] * self._scale

    def latin(self, run: etree._Element | None, level: int) -> str:
        """Return the font of a run for Latin text, empty where none is named."""
        return self._font(run, level, "latin", _LATIN)

    def ea(self, run: etree._Element | None, level: int) -> str:
        """Return the font of a run for East Asian text, empty where none is named."""
        return self._font(run, level, "ea", _MINOR)

    def fill(self, run: etree._Element | None, level: int, otherwise: etree._Element | None) -> etree._Element | None:
        """Return what fills the letters of a run, as an element such as `a:solidFill`, None where nobody says.

        `otherwise` is the font reference of the shape's own style, which goes before the styles of the master.
        """
        named = (() if run is None else (run,), self._of_level(level, self._own))
        near = next((node for each in named for properties in each for node in properties if node.tag in _FILLS), None)
        if near is not None or otherwise is not None:
            return otherwise if near is None else near
        return next((node for properties in self._of_level(level) for node in properties if node.tag in _FILLS), None)

    def is_bold(self, run: etree._Element | None, level: int) -> bool:
        said = (properties.get("b") for properties in (*(() if run is None else (run,)), *self._of_level(level)))
        return next((each in _ON for each in said if each is not None), False)

    def _font(self, run: etree._Element | None, level: int, script: str, in_table: str) -> str:
        own = None if run is None else run.find(f"{A}{script}")
        if own is not None:
            return self._layout.fonts.name(own.get("typeface", ""))
        if (script, level) not in self._fonts:
            named = (node.get("typeface", "") for properties in self._of_level(level) for node in properties.iterfind(f"{A}{script}"))
            self._fonts[script, level] = self._layout.fonts.name(next(named, in_table if self._in_table else ""))
        return self._fonts[script, level]

    def _of_level(self, level: int, lists: Sequence[etree._Element] | None = None) -> Iterator[etree._Element]:
        for levels in self._lists if lists is None else lists:
            yield from levels.iterfind(f"{A}lvl{level + 1}pPr/{A}defRPr")
