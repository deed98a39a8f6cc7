"""Placeholders with what they inherit: frames from layout and master, text looks down to the text styles of the master."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from engine.base.records import dataclass
from engine.base.units import Length, Rect
from engine.brand.inspect.seen_deck import TextLook
from engine.brand.inspect.seen_theme import SeenTheme
from engine.brand.office_theme import child, solid_color
from engine.brand.template_package import NS

TITLES = frozenset({"title", "ctrTitle"})
RUNNING = frozenset({"dt", "ftr", "sldNum"})
_MASTER_TYPE = {"ctrTitle": "title"} | dict.fromkeys(("subTitle", "obj", "tbl", "chart", "pic", "media", "clipArt", "dgm"), "body")
_TEXT_STYLE = {"title": "titleStyle", "body": "bodyStyle"}


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


def on_master(mark: Marked, master: Sequence[Marked]) -> Marked | None:
    """Return the master's placeholder that one of a layout follows: the one of its kind."""
    return next((each for each in master if each.type == mark.master_type), None)


def on_layout(mark: Marked, layout: Sequence[Marked]) -> Marked | None:
    """Return the layout's placeholder that one of a slide follows: the same idx, for a title any title."""
    if mark.type in TITLES:
        return next((each for each in layout if each.type in TITLES), None)
    same = [each for each in layout if each.idx == mark.idx and each.type not in TITLES]
    return next((each for each in same if each.type == mark.type), same[0] if same else None)


def inherited_frame(chain: Sequence[tuple[str, Marked | None]]) -> tuple[Rect | None, str]:
    """Return the first frame along a chain such as slide, layout, master, and who gives it."""
    for owner, mark in chain:
        if mark is not None and mark.frame is not None:
            return mark.frame, owner
    return None, ""


@dataclass(frozen=True, slots=True)
class TextStyles:
    """Where text looks come from below the placeholders: the master, and what the presentation says of all text."""

    master: etree._Element
    presentation: etree._Element

    def look(self, chain: Sequence[Marked | None], theme: SeenTheme, colors: Mapping[str, str]) -> TextLook:
        """Return the look of first-level text; `chain` is the placeholder and those it follows, nearest first."""
        runs = [run for mark in chain if mark is not None for run in mark.node.iterfind("p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr", NS)]
        kind = next((mark.master_type for mark in chain if mark is not None), "")
        runs += self.master.iterfind(f"p:txStyles/p:{_TEXT_STYLE.get(kind, 'otherStyle')}/a:lvl1pPr/a:defRPr", NS)
        runs += self.presentation.iterfind("p:defaultTextStyle/a:lvl1pPr/a:defRPr", NS)
        size = next((run.get("sz") for run in runs if run.get("sz")), None)
        bold = next((run.get("b") for run in runs if run.get("b")), "0") in {"1", "true"}
        fill = next((run for run in runs if any(etree.QName(node).localname.endswith("Fill") for node in run)), None)
        color = solid_color(child(fill, "solidFill"), colors) if fill is not None else None
        hex_color = color.hex if color is not None else colors.get("tx1", "") if fill is None else ""
        faces = (theme.face(_face(runs, script)) for script in ("latin", "ea"))
        return TextLook(int(size) / 100 if size else None, bold, hex_color, *faces)


def _face(runs: Sequence[etree._Element], script: str) -> str:
    return next((node.get("typeface", "") for run in runs if (node := child(run, script)) is not None), "")
