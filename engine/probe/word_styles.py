"""What the paragraphs and runs of a Word document take from their styles: size, a font for Han, level, and how they keep to the next page.

The order is that of Word: run, character style, paragraph, paragraph style and those it is based on, table style, defaults of the document.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.probe.slide_styles import theme_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DEFAULT_SIZE = 10.0
_OFF = frozenset({"0", "false", "off"})
_DEEPEST = 20  # styles based on styles; a ring of them would never end


class WordStyles:
    """The styles of a document; both roots may be None, for a document without that part."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self._default = ""
        self._defaults: list[etree._Element] = []
        self._chains: dict[str, tuple[etree._Element, ...]] = {}
        self._known: dict[tuple[str, str], object] = {}
        self._named_by: dict[etree._Element, str] = {}
        self._sayings: dict[tuple[str, ...], tuple[etree._Element, ...]] = {}
        self._theme = {
            (name, script): theme_font(theme, f"{name}Font", script) for name in ("minor", "major") for script in ("latin", "ea")
        }
        if styles is not None:
            for style in styles.iterfind(f"{W}style"):
                identity = style.get(f"{W}styleId", "")
                self._by_id[identity] = style
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") not in {None, *_OFF}:
                    self._default = identity
            self._defaults = list(styles.iterfind(f"{W}docDefaults"))

    def level(self, paragraph: etree._Element) -> int:
        """Return the level of a heading from 1, 0 for a paragraph that is none."""
        found = next(self._paragraph(paragraph, "outlineLvl"), None)
        value = "" if found is None else found.get(f"{W}val", "")
        return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0

    def is_on(self, paragraph: etree._Element, name: str, *, otherwise: bool) -> bool:
        """Tell whether a switch of a paragraph, such as `keepNext`, is on."""
        found = next(self._paragraph(paragraph, name), None)
        return otherwise if found is None else found.get(f"{W}val", "1") not in _OFF

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is a line of a table of contents."""
        names = (style.find(f"{W}name") for style in self._chain(self._style(paragraph)))
        return any(name is not None and name.get(f"{W}val", "").lower().startswith("toc") for name in names)

    def size(self, run: etree._Element, paragraph: etree._Element) -> float:
        """Return the size of a run in points."""
        own = run.find(f"{W}rPr/{W}sz")
        if own is not None:
            return _half_points(own)
        style = self._style(run)
        key = (f"size {style}", self._style(paragraph))
        if key not in self._known:
            found = next(self._run(style, paragraph, "sz"), None)
            self._known[key] = DEFAULT_SIZE if found is None else _half_points(found)
        return float(str(self._known[key]))

    def of_run(self, run: etree._Element, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        """Yield what is said of a run, such as its `color`, nearest first."""
        yield from run.iterfind(f"{W}rPr/{W}{name}")
        yield from self._run(self._style(run), paragraph, name)

    def of_paragraph(self, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        """Yield what is said of a paragraph, such as its `shd`, nearest first."""
        return self._paragraph(paragraph, name)

    def is_bold(self, run: etree._Element, paragraph: etree._Element) -> bool:
        found = next(self.of_run(run, paragraph, "b"), None)
        return found is not None and found.get(f"{W}val", "1") not in _OFF

    def shades(self, table: etree._Element) -> bool:
        """Tell whether the style of a table shades some of its cells."""
        named = table.find(f"{W}tblPr/{W}tblStyle")
        chain = () if named is None else self._chain(named.get(f"{W}val", ""))
        return any(shading.get(f"{W}fill", "auto") != "auto" for style in chain for shading in style.iter(f"{W}shd"))

    def latin(self, run: etree._Element, paragraph: etree._Element) -> str:
        """Return the font of a run for Latin text, empty where none is named."""
        return self._font(run, paragraph, "ascii", "latin")

    def ea(self, run: etree._Element, paragraph: etree._Element) -> str:
        """Return the font of a run for East Asian text, empty where none is named."""
        return self._font(run, paragraph, "eastAsia", "ea")

    def _font(self, run: etree._Element, paragraph: etree._Element, name: str, script: str) -> str:
        own = run.find(f"{W}rPr/{W}rFonts")
        if own is not None and (named := self._named(own, name, script)) is not None:
            return named
        style = self._style(run)
        key = (f"{name} {style}", self._style(paragraph))
        if key not in self._known:
            named_by = (self._named(fonts, name, script) for fonts in self._run(style, paragraph, "rFonts"))
            self._known[key] = next((named for named in named_by if named is not None), "")
        return str(self._known[key])

    def _named(self, fonts: etree._Element, name: str, script: str) -> str | None:
        """Return the font that a run or a style names for a script, perhaps none; None when it says nothing of it."""
        theme = fonts.get(f"{W}{name}Theme", "")
        if theme:
            return self._theme["major" if theme.startswith("major") else "minor", script]
        return fonts.get(f"{W}{name}")

    def _style(self, node: etree._Element) -> str:
        """Return the style that a paragraph or run names, looked up once for all that is asked of it."""
        known = self._named_by.get(node)
        if known is None:
            path, otherwise = (f"{W}rPr/{W}rStyle", "") if node.tag == f"{W}r" else (f"{W}pPr/{W}pStyle", self._default)
            found = node.find(path)
            known = self._named_by[node] = otherwise if found is None else found.get(f"{W}val", "")
        return known

    def _chain(self, identity: str) -> tuple[etree._Element, ...]:
        """Return a style and those that it is based on, nearest first."""
        if identity not in self._chains:
            chain: list[etree._Element] = []
            name = identity
            while (style := self._by_id.get(name)) is not None and len(chain) < _DEEPEST:
                chain.append(style)
                based = style.find(f"{W}basedOn")
                name = "" if based is None else based.get(f"{W}val", "")
            self._chains[identity] = tuple(chain)
        return self._chains[identity]

    def _paragraph(self, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        yield from paragraph.iterfind(f"{W}pPr/{W}{name}")
        yield from self._said(name, self._style(paragraph))

    def _run(self, style: str, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        return self._said(name, style, self._style(paragraph), kind="rPr")

    def _said(self, name: str, *styles: str, kind: str = "pPr") -> Iterator[etree._Element]:
        """Yield what styles and the defaults say of paragraphs (`pPr`) or runs (`rPr`), gathered once for each pair of styles."""
        key = (kind, name, *styles)
        if key not in self._sayings:
            places = [each for style in styles for each in self._chain(style)]
            found = [node for place in places for node in place.iterfind(f"{W}{kind}/{W}{name}")]
            found += [node for place in self._defaults for node in place.iterfind(f"{W}{kind}Default/{W}{kind}/{W}{name}")]
            self._sayings[key] = tuple(found)
        return iter(self._sayings[key])


def _half_points(node: etree._Element) -> float:
    value = node.get(f"{W}val", "")
    return int(value) / 2 if value.isdecimal() else DEFAULT_SIZE
