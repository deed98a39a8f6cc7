"""Placeholders with what they inherit: frames from layout and master, text looks down to the text styles of the master."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from engine.base.records import dataclass
from engine.base.units import Rect
from engine.brand.inspect.seen_deck import TextLook
from engine.brand.inspect.seen_theme import SeenTheme
from engine.brand.office_theme import child, solid_color
from engine.brand.placeholders import TITLES, Marked
from engine.brand.template_package import NS

_TEXT_STYLE = {"title": "titleStyle", "body": "bodyStyle"}


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
