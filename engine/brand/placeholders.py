"""Placeholders of slides, layouts and masters, as their part has them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.base.records import dataclass
from engine.base.units import Length, Rect
from engine.brand.office_theme import child
from engine.brand.template_package import NS
from engine.model.blocks import Align
from engine.model.deck import Anchor

TITLES = frozenset({"title", "ctrTitle"})
RUNNING = frozenset({"dt", "ftr", "sldNum"})
_MASTER_TYPE = {"ctrTitle": "title"} | dict.fromkeys(("subTitle", "obj", "tbl", "chart", "pic", "media", "clipArt", "dgm"), "body")


@dataclass(frozen=True, slots=True)
class Marked:
    """A placeholder as its part has it; `frame` is None when the part leaves that to its parent."""

    name: str
    idx: int
    type: str
    frame: Rect | None
    node: etree._Element

    @property
    def master_type(self) -> str:
        return _MASTER_TYPE.get(self.type, self.type)


def marked(root: etree._Element) -> Iterator[Marked]:
    """Yield the placeholders of a slide, layout or master in file order."""
    for shape in root.iterfind("p:cSld/p:spTree/*", NS):
        mark = shape.find("*/p:nvPr/p:ph", NS)
        properties = shape.find("*/p:cNvPr", NS)
        if mark is None or properties is None:
            continue
        transform = shape.find("p:spPr/a:xfrm", NS)
        if transform is None:
            transform = shape.find("p:xfrm", NS)  # of a table or chart that fills a placeholder
        frame = None if transform is None else _frame(transform)
        yield Marked(properties.get("name", ""), int(mark.get("idx", "0")), mark.get("type", "obj"), frame, shape)


def _frame(transform: etree._Element) -> Rect | None:
    at, size = child(transform, "off"), child(transform, "ext")
    if at is None or size is None:
        return None
    return Rect(*(Length(int(node.get(name, "0"))) for node, name in ((at, "x"), (at, "y"), (size, "cx"), (size, "cy"))))


_TEXT_STYLE = {"title": "titleStyle", "body": "bodyStyle"}
_PLAIN = {"i": ("0", "false"), "u": ("none",), "cap": ("none",), "spc": ("0",), "strike": ("noStrike",), "baseline": ("0",)}
_ANCHORS = {"t": Anchor.TOP, "ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
_ALIGNS = {"l": Align.LEFT, "ctr": Align.CENTER, "r": Align.RIGHT}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a placeholder sets its first-level text, with what it inherits.

    `styled`: in capitals, spaced, in italics or with lines. `anchor` and `align`: None where nobody says it, or it is said otherwise.
    """

    styled: bool
    anchor: Anchor | None
    align: Align | None


def manner(master: etree._Element, mark: Marked, above: Marked | None) -> Manner:
    """Return how a placeholder sets its text; `above` is that of the master that it follows."""
    nodes = [each.node for each in (mark, above) if each is not None]
    levels = [level for node in nodes for level in node.iterfind("p:txBody/a:lstStyle/a:lvl1pPr", NS)]
    levels += master.iterfind(f"p:txStyles/p:{_TEXT_STYLE.get(mark.master_type, 'otherStyle')}/a:lvl1pPr", NS)
    runs = [run for level in levels for run in level.iterfind("a:defRPr", NS)]
    said = {name: value for run in reversed(runs) for name in _PLAIN if (value := run.get(name)) is not None}
    anchor = next((value for node in nodes for body in node.iterfind("p:txBody/a:bodyPr", NS) if (value := body.get("anchor"))), "t")
    align = next((value for level in levels if (value := level.get("algn"))), "l")
    return Manner(any(value not in _PLAIN[name] for name, value in said.items()), _ANCHORS.get(anchor), _ALIGNS.get(align))
