"""Small edits of WordprocessingML that keep the order of the schema."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from engine.brand.paper_template import W_URI, W
from engine.brand.template_package import NS

PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs",
    "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
RUN = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof",
    "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
STYLE = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "locked",
    "personal", "personalCompose", "personalReply", "rsid", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr",
)  # fmt: skip
DECLARED = f'xmlns:w="{W_URI}" xmlns:r="{NS["r"]}"'


def node(name: str, /, **attributes: str | int) -> etree._Element:
    """Return `w:name` with attributes of the same namespace."""
    made = etree.Element(f"{W}{name}")
    for key, value in attributes.items():
        made.set(f"{W}{key}", str(value))
    return made


def parsed(xml: str) -> etree._Element:
    """Return an element written with the prefixes `w` and `r`."""
    at = next(index for index, char in enumerate(xml) if char in " />")
    return etree.fromstring(f"{xml[:at]} {DECLARED}{xml[at:]}")


def put(parent: etree._Element, child: etree._Element, order: Sequence[str]) -> None:
    """Put a child in its place in the schema, instead of the one of its name that may be there."""
    name = etree.QName(child).localname
    for old in parent.findall(child.tag):
        parent.remove(old)
    place = order.index(name)
    following = frozenset(order[place + 1 :])
    before = next((each for each in parent if etree.QName(each).localname in following), None)
    if before is None:
        parent.append(child)
    else:
        before.addprevious(child)


def part_of(parent: etree._Element, name: str, order: Sequence[str]) -> etree._Element:
    """Return the child of a name, made in its place when there is none."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = node(name)
        put(parent, found, order)
    return found


def drop(parent: etree._Element, *names: str) -> None:
    for name in names:
        for child in parent.findall(f"{W}{name}"):
            parent.remove(child)


def value(parent: etree._Element, name: str, otherwise: str = "") -> str:
    """Return `w:val` of a child, `otherwise` when there is no such child."""
    found = parent.find(f"{W}{name}")
    return otherwise if found is None else found.get(f"{W}val", otherwise)


def twips(points: float) -> int:
    return round(points * 20)
