"""Reads a Word template: page geometry, headers and footers of each section, styles with what they inherit, colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from engine.base.diagnostics import Location, Outcome, error
from engine.base.records import dataclass, replace
from engine.base.units import Length, Size
from engine.brand.deck_layout import OfficeFonts, OfficeTheme
from engine.brand.office_theme import read_office_theme
from engine.brand.paper_art import ArtReader
from engine.brand.paper_lists import ListLevel, read_lists
from engine.brand.paper_package import WORD_DOCUMENT
from engine.brand.paper_style import PaperSection, PaperStyle, Running, StyleRule
from engine.brand.template_package import NS, TemplatePackage, open_template

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_URI}}}"
_R_ID = f"{{{NS['r']}}}id"
_EMU_PER_TWIP = 635
_WORD_SIZE, _AUTO_LINE = 20, 240  # half-points that Word takes when a document names no size; a line of `auto` spacing
_A4, _MARGIN = {"w": "11906", "h": "16838"}, "1440"  # twips: what a section gets that names no size or margins
_SIDES, _RUNNING = frozenset({"left", "right", "top", "bottom"}), "720"
_HANS = "Hans"
_NO_THEME = OfficeTheme({}, OfficeFonts("", "", ""), OfficeFonts("", "", ""))
"""That of old files and of some other programs: no colours that a recoloured template could change."""


@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """`styles` are the paragraph styles; `others` the ids of table and character styles by name; `lists` the levels by numId."""

    sections: tuple[PaperSection, ...]
    styles: tuple[PaperStyle, ...]
    others: Mapping[str, str]
    lists: Mapping[int, tuple[ListLevel, ...]]
    office: OfficeTheme


class _Damaged(Exception):
    """A part lacks what every document has."""


def read_paper_template(path: Path, file: str) -> Outcome[PaperTemplate]:
    """Read the template at `path`; `file` is how diagnostics name it. TMPL005, TMPL006: see paper_package; TMPL007: damaged inside."""
    opened = open_template(path, file, WORD_DOCUMENT)
    if opened.value is None:
        return Outcome(None, opened.diagnostics)
    try:
        return Outcome(_read(opened.value))
    except (KeyError, ValueError, etree.XMLSyntaxError, _Damaged) as problem:
        return Outcome(
            None, (error("TMPL007", f"模板内部已损坏：{problem}", f"the template is damaged inside: {problem}", Location(file)),)
        )


def _read(package: TemplatePackage) -> PaperTemplate:
    main = package.main_part()
    document = package.xml(main)
    targets = {relation.id: relation.part for relation in package.relations(main)}
    sections = tuple(_section(node, targets) for node in document.iter(f"{W}sectPr"))
    if not sections:
        raise _Damaged(main)
    styles = package.xml(_one(package, main, "styles"))
    lists: dict[int, tuple[ListLevel, ...]] = {}
    for part in package.related(main, "numbering"):
        lists |= read_lists(package.xml(part))
    theme_part = next(iter(package.related(main, "theme")), "")
    theme = package.xml(theme_part) if theme_part else None
    reader = StyleReader(styles, {} if theme is None else theme_faces(theme))
    styles_by_id = {style.id: style for style in reader.paragraphs()}
    default = next((reader.id(node) for node in reader.nodes if node.get(f"{W}default") == "1" and node.get(f"{W}type") == "paragraph"), "")
    if default in styles_by_id:
        styles_by_id[""] = styles_by_id[default]
    office = _NO_THEME if theme is None else read_office_theme(theme, None)
    art = ArtReader(package, styles_by_id, office.colors, None if theme is None else (theme_part, theme))
    sections = tuple(replace(section, art=art.art(section)) for section in sections)
    others = {reader.name(node): reader.id(node) for node in reader.nodes if node.get(f"{W}type") != "paragraph"}
    return PaperTemplate(sections, tuple(reader.paragraphs()), others, lists, office)


def _one(package: TemplatePackage, main: str, kind: str) -> str:
    found = package.related(main, kind)
    if not found:
        raise _Damaged(kind)
    return found[0]


def _section(node: etree._Element, targets: Mapping[str, str]) -> PaperSection:
    page, margins = node.find(f"{W}pgSz"), node.find(f"{W}pgMar")

    def length(holder: etree._Element | None, name: str) -> Length:
        usual = _A4.get(name, "0" if name == "gutter" else _MARGIN if name in _SIDES else _RUNNING)
        said = usual if holder is None else holder.get(f"{W}{name}", _A4.get(name, "0"))
        return Length(round(abs(float(said)) * _EMU_PER_TWIP))  # a top below zero stands fast whatever the header needs

    running = tuple(
        Running(tag, reference.get(f"{W}type", "default"), targets[reference.get(_R_ID, "")])
        for reference in node
        if (tag := etree.QName(reference).localname.removesuffix("Reference")) in {"header", "footer"}
    )
    others = (child for child in node if not etree.QName(child).localname.endswith("Reference"))
    gutter = length(margins, "gutter")
    return PaperSection(
        size=Size(length(page, "w"), length(page, "h")),
        left=length(margins, "left") + gutter,
        right=length(margins, "right"),
        top=length(margins, "top"),
        bottom=length(margins, "bottom"),
        header=length(margins, "header"),
        footer=length(margins, "footer"),
        running=running,
        properties="".join(plain_xml(child) for child in others),
    )


def plain_xml(node: etree._Element) -> str:
    """Return an element without the declarations of `w` and `r`, which the document around it makes."""
    text = etree.tostring(node, encoding="unicode", with_tail=False)
    for uri in (W_URI, NS["r"]):
        for prefix in ("w", "r"):
            text = text.replace(f' xmlns:{prefix}="{uri}"', "")
    return text


class StyleReader:
    """Gathers what a style says and what it inherits: document defaults, then each style it is based on, then itself."""

    def __init__(self, root: etree._Element, faces: Mapping[str, str] | None = None) -> None:
        """`faces` are those that theme references such as `minorEastAsia` lead to."""
        self._faces = faces or {}
        self.nodes = tuple(root.iterfind(f"{W}style"))
        self._by_id = {self.id(node): node for node in self.nodes}
        self._defaults = root.find(f"{W}docDefaults")

    @staticmethod
    def id(node: etree._Element) -> str:
        return node.get(f"{W}styleId", "")

    @staticmethod
    def name(node: etree._Element) -> str:
        named = node.find(f"{W}name")
        return "" if named is None else named.get(f"{W}val", "")

    def paragraphs(self) -> Iterator[PaperStyle]:
        for node in self.nodes:
            if node.get(f"{W}type") == "paragraph":
                yield self.style(node)

    def style(self, node: etree._Element) -> PaperStyle:
        chain = self.chain(node)
        paragraph = gathered([*self._default("pPrDefault/w:pPr"), *(found for one in chain for found in one.iterfind(f"{W}pPr"))])
        run = gathered([*self._default("rPrDefault/w:rPr"), *(found for one in chain for found in one.iterfind(f"{W}rPr"))])
        spacing, indent = paragraph.get("spacing", {}), paragraph.get("ind", {})
        color = run.get("color", {}).get("val", "")
        numbers = paragraph.get("numPr", {})
        size = float(run.get("sz", {}).get("val", _WORD_SIZE)) / 2
        rule = spacing.get("lineRule", "auto")
        distance = float(spacing.get("line", _AUTO_LINE))
        return PaperStyle(
            id=self.id(node),
            name=self.name(node),
            size=size,
            pitch=distance / 20 if rule == "exact" else None,
            bold=_is_on(run.get("b")),
            color="" if color == "auto" else color,
            font=self._face(run.get("rFonts", {}), "eastAsia"),
            before=float(spacing.get("before", "0")) / 20,
            after=float(spacing.get("after", "0")) / 20,
            left=float(indent.get("left", indent.get("start", "0"))) / 20,
            right=float(indent.get("right", indent.get("end", "0"))) / 20,
            first=_first(indent, size),
            align=paragraph.get("jc", {}).get("val", "left"),
            keep_next=_is_on(paragraph.get("keepNext")),
            numbering=(int(numbers["numId"]), int(numbers.get("ilvl", "0"))) if int(numbers.get("numId", "0")) else None,
            lines=(distance / _AUTO_LINE if rule == "auto" else None) if "line" in spacing else None,
            latin=self._face(run.get("rFonts", {}), "ascii"),
            ground=_ground(run.get("shd", {})) or _ground(paragraph.get("shd", {})),
            rules=tuple(_rules(chain)),
            new_page=_is_on(paragraph.get("pageBreakBefore")),
        )

    def _face(self, fonts: Mapping[str, str], script: str) -> str:
        """Return the face named for a script, or that of the theme which is referred to: `asciiTheme` stands over `ascii`."""
        return self._faces.get(fonts.get(f"{script}Theme", ""), "") or fonts.get(script, "")

    def _default(self, path: str) -> list[etree._Element]:
        found = None if self._defaults is None else self._defaults.find(f"w:{path}", {"w": W_URI})
        return [] if found is None else [found]

    def chain(self, node: etree._Element) -> list[etree._Element]:
        """Return the style and those it is based on, the farthest first. A ring is cut where it closes."""
        chain = [node]
        while (based := chain[-1].find(f"{W}basedOn")) is not None:
            above = self._by_id.get(based.get(f"{W}val", ""))
            if above is None or above in chain:
                break
            chain.append(above)
        return chain[::-1]


def theme_faces(theme: etree._Element) -> dict[str, str]:
    """Return the faces of a theme by the names that Word refers to them by; Chinese takes the one listed for it where `ea` is empty."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        collection = theme.find(f"a:themeElements/a:fontScheme/a:{kind}Font", NS)
        faces = {} if collection is None else {_script(node): node.get("typeface", "") for node in collection}
        east = faces.get("ea", "") or faces.get(_HANS, "")
        latin = faces.get("latin", "")
        found |= {f"{kind}Ascii": latin, f"{kind}HAnsi": latin, f"{kind}EastAsia": east, f"{kind}Bidi": faces.get("cs", "")}
    return found


def _script(node: etree._Element) -> str:
    name = etree.QName(node).localname
    return node.get("script", "") if name == "font" else name


def _first(indent: Mapping[str, str], size: float) -> float:
    """Return the indent of the first line in points, below zero for a hanging one; Word prefers what is said in characters."""
    for sign, name in ((1, "firstLine"), (-1, "hanging")):
        if characters := float(indent.get(f"{name}Chars", "0")):
            return sign * characters / 100 * size
    return float(indent["firstLine"]) / 20 if "firstLine" in indent else -float(indent.get("hanging", "0")) / 20


def _ground(shading: Mapping[str, str]) -> str:
    said = shading.get("fill", "auto")
    return "" if said == "auto" else said.upper()


def _rules(chain: list[etree._Element]) -> Iterator[StyleRule]:
    """Yield the borders of the nearest style that has any."""
    found = next((node for style in reversed(chain) if (node := style.find(f"{W}pPr/{W}pBdr")) is not None), None)
    for node in found if found is not None else ():
        if node.get(f"{W}val", "nil") not in {"nil", "none"}:
            color = node.get(f"{W}color", "auto")
            width, space = float(node.get(f"{W}sz", "4")) / 8, float(node.get(f"{W}space", "0"))
            yield StyleRule(etree.QName(node).localname, width, space, "000000" if color == "auto" else color.upper())


def gathered(holders: list[etree._Element]) -> dict[str, dict[str, str]]:
    """Return attributes by element name, later ones over earlier ones; the children of `w:numPr` count as its attributes."""
    found: dict[str, dict[str, str]] = {}
    for holder in holders:
        for node in holder:
            name = etree.QName(node).localname
            attributes = {etree.QName(key).localname: str(value) for key, value in node.attrib.items()}
            attributes |= {etree.QName(child).localname: child.get(f"{W}val", "0") for child in node if name == "numPr"}
            if {"firstLine", "hanging"} & attributes.keys():
                for other in ("firstLine", "hanging", "firstLineChars", "hangingChars"):
                    found.get(name, {}).pop(other, None)
            for script in ("ascii", "hAnsi", "eastAsia") if name == "rFonts" else ():
                if script in attributes:  # a face named here hides a reference to the theme above
                    found.get(name, {}).pop(f"{script}Theme", None)
            found[name] = found.get(name, {}) | attributes
    return found


def _is_on(attributes: Mapping[str, str] | None) -> bool:
    return attributes is not None and attributes.get("val", "1") not in {"0", "false", "off"}
