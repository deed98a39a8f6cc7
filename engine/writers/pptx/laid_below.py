"""The brand that a sample slide carries, written below what is drawn on a slide: background, colour map and static shapes."""

from __future__ import annotations

from itertools import count
from typing import Final

from lxml import etree

from engine.base.records import dataclass
from engine.brand.deck_layout import SampleShapes
from engine.writers.pptx.references import References, TemplatePart
from engine.writers.pptx.shapes import DECORATIVE

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FIRST: Final = 2
"""Shape ids of a slide begin here: 1 is that of its shape tree."""


@dataclass(frozen=True, slots=True)
class Below:
    """`attributes` stand in `p:sld`, `background` before the shape tree, `shapes` first in it; `count` ids are taken by them."""

    attributes: str = ""
    background: str = ""
    shapes: str = ""
    color_map: str = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    count: int = 0


PLAIN: Final = Below()


def laid_below(sample: SampleShapes, references: References) -> Below:
    """Return what of a sample slide goes on another one; the pictures in it are those of the template."""
    renamed = {key: references.shared(TemplatePart(part)) for key, part in sample.relations.items()}
    numbers = count(_FIRST)
    nodes = [etree.fromstring(shape) for shape in sample.shapes]
    ids: dict[str, str] = {}
    for node in nodes:
        for head in node.iter(f"{_P}cNvPr"):
            ids[head.get("id", "")] = str(number := next(numbers))
            head.set("id", str(number))
            _mark_decorative(head)
    background = etree.fromstring(sample.background) if sample.background else None
    for node in [*nodes, *([background] if background is not None else [])]:
        _reconnect(node, ids)
        for each in node.iter():
            for name, key in each.attrib.items():
                if str(name).startswith(_R):
                    each.set(name, renamed[str(key)])
    return Below(
        "" if sample.shows_master else ' showMasterSp="0"',
        "" if background is None else _text(background),
        "".join(map(_text, nodes)),
        sample.color_map or PLAIN.color_map,
        next(numbers) - _FIRST,
    )


def _mark_decorative(head: etree._Element) -> None:
    """Tell screen readers to pass over a shape that has no words for them."""
    if not head.get("descr") and head.find(f"{_A}extLst") is None:
        head.append(etree.fromstring(DECORATIVE.replace("<a:extLst>", f'<a:extLst xmlns:a="{_A[1:-1]}">', 1)))


def _reconnect(node: etree._Element, ids: dict[str, str]) -> None:
    """Let connectors name the shapes that they are glued to by their new ids; what is not on the slide is let go."""
    for each in [*node.iter(f"{_A}stCxn", f"{_A}endCxn")]:
        key = each.get("id", "")
        parent = each.getparent()
        if key in ids:
            each.set("id", ids[key])
        elif parent is not None:
            parent.remove(each)


def _text(node: etree._Element) -> str:
    return etree.tostring(node, encoding="unicode", with_tail=False)
