"""The style part of a Word template while it is changed, and the properties that styles are given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.word_xml import PARAGRAPH, node, put, twips
from engine.brand.paper_lists import ListLevel
from engine.brand.paper_style import PaperStyle
from engine.brand.paper_template import StyleReader, W

SINGLE, LOOSE, LEAST = 1.3, 1.5, 1.15
"""A single line of Chinese in parts of its size, the distance of running text whose template says none, and the least."""
HEADINGS = ("heading_1", "heading_2", "heading_3", "heading_4")


@dataclass(frozen=True, slots=True)
class PaperFaces:
    """`body` and `heading` are the Chinese faces that styles get which name none, or one without Chinese."""

    body: str
    heading: str


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What made styles follow: `colors` by token, `width` of the text and whether the cover is `light`; `chinese` picks their names."""

    colors: Mapping[str, str]
    faces: PaperFaces
    width: float
    light: bool
    chinese: bool


@dataclass(slots=True)
class Styles:
    """The style part while it is changed. `made` and `changed` say what was done, by role."""

    root: etree._Element
    faces_of_theme: Mapping[str, str]
    look: SheetLook
    lists: Mapping[int, tuple[ListLevel, ...]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    made: dict[str, Phrase] = field(default_factory=dict)
    changed: dict[str, list[Phrase]] = field(default_factory=dict)

    @property
    def reader(self) -> StyleReader:
        return StyleReader(self.root, self.faces_of_theme)

    def node(self, identity: str) -> etree._Element:
        return next(each for each in self.root.iterfind(f"{W}style") if each.get(f"{W}styleId") == identity)

    def style(self, role: str) -> PaperStyle:
        """Return what the style of a role says by now, with what it inherits."""
        return self.reader.style(self.node(self.ids[role]))

    def name(self, role: str) -> str:
        return StyleReader.name(self.node(self.ids[role]))

    @property
    def normal(self) -> etree._Element:
        return next(
            (each for each in self._paragraphs() if each.get(f"{W}default") in {"1", "true", "on"}),
            next(iter(self._paragraphs())),
        )

    def _paragraphs(self) -> Iterator[etree._Element]:
        return (each for each in self.root.iterfind(f"{W}style") if each.get(f"{W}type") == "paragraph")

    def id_of(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of the style of a name, empty when there is none."""
        found = (each for each in self.root.iterfind(f"{W}style") if each.get(f"{W}type") == kind)
        return next((StyleReader.id(each) for each in found if StyleReader.name(each).casefold() == name.casefold()), "")

    def free_id(self, wished: str) -> str:
        known = {StyleReader.id(each).casefold() for each in self.root.iterfind(f"{W}style")}
        tail = 0
        while f"{wished}{tail or ''}".casefold() in known:
            tail += 1
        return f"{wished}{tail or ''}"

    def tab_stops(self, role: str) -> tuple[int, ...]:
        """Return the tab stops of a role's style, in twips."""
        chain = self.reader.chain(self.node(self.ids[role]))
        return tuple(int(tab.get(f"{W}pos", "0")) for each in chain for tab in each.iterfind(f"{W}pPr/{W}tabs/{W}tab"))

    def told(self, role: str, zh: str, en: str) -> None:
        self.changed.setdefault(role, []).append(Phrase(zh, en))


def exact_pitch(style: PaperStyle, otherwise: float) -> float:
    """Return the distance of a style's lines in points, `otherwise` in parts of its size when it says none."""
    if style.pitch is not None:
        return max(style.pitch, round(style.size * LEAST, 1))
    share = otherwise if style.lines is None else SINGLE * style.lines
    return round(max(share, LEAST) * style.size * 2) / 2


def no_number() -> etree._Element:
    made = node("numPr")
    made.append(node("numId", val=0))
    return made


def is_automatic(styles: Styles, made: etree._Element) -> bool:
    """Tell whether Word chooses the white around a style, or around one that it is based on, as web pages do."""
    said = [each for style in styles.reader.chain(made) for each in style.iterfind(f"{W}pPr/{W}spacing")]
    return any(each.get(f"{W}{name}Autospacing", "0") in {"1", "true", "on"} for each in said for name in ("before", "after"))


def spacing(before: float, after: float, exact: float | None, *, automatic: bool) -> etree._Element:
    made = node("spacing", before=twips(before))
    if automatic:  # said only where it must be: LibreOffice drops the white between items that say it
        made.set(f"{W}beforeAutospacing", "0")
    made.set(f"{W}after", str(twips(after)))
    if automatic:
        made.set(f"{W}afterAutospacing", "0")
    made.set(f"{W}line", str(240 if exact is None else twips(exact)))
    made.set(f"{W}lineRule", "auto" if exact is None else "exact")
    return made


def indent(paragraph: etree._Element, left: float, right: float, first: float) -> None:
    made = node("ind", leftChars=0, left=twips(left), rightChars=0, right=twips(right))
    if first < 0:
        made.set(f"{W}hangingChars", "0")
        made.set(f"{W}hanging", str(twips(-first)))
    else:
        made.set(f"{W}firstLineChars", "0")
        made.set(f"{W}firstLine", str(twips(first)))
    put(paragraph, made, PARAGRAPH)


def tabs(kind: str, width: float) -> etree._Element:
    made = node("tabs")
    tab = node("tab", val="right", pos=twips(width))
    if kind == "leader":
        tab = node("tab", val="right", leader="dot", pos=twips(width))
    made.append(tab)
    return made
