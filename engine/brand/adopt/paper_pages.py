"""The pages of an adopted Word template: its sections become those of cover, contents, body and landscape pages, with their headers and footers."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.paper_template import W, plain_xml
from engine.brand.template_package import R

A4 = (11906, 16838)
USUAL_MARGIN, USUAL_RUNNING = 1440, 720
LEAST_TOP = 1325
"""Twips that the words of a cover keep from the upper edge of the page: 0.92 in."""
SIDE = 1000
"""Twips: margins that differ more leave room for something beside the text."""
LEAST_WIDTH = 5103
"""Twips: a narrower column of text (9 cm) has no room for tables."""


@dataclass(frozen=True, slots=True)
class Margins:
    """In twips; `left` is with the gutter."""

    left: int
    right: int
    top: int
    bottom: int
    header: int
    footer: int


@dataclass(frozen=True, slots=True)
class Found:
    """A section of the template. `size` is None where it names none; `running` are its parts by (tag, kind), those inherited too; `letters`
    and `blocks` are what stands in it; `others` further properties that pages keep.
    """

    number: int
    size: tuple[int, int] | None
    margins: Margins
    first_differs: bool
    columns: int
    running: dict[tuple[str, str], str]
    blocks: int
    others: tuple[str, ...]

    @property
    def is_landscape(self) -> bool:
        return self.size is not None and self.size[0] > self.size[1]


@dataclass(frozen=True, slots=True)
class Page:
    """A section of the adopted template: `running` are (tag, kind, part name)."""

    role: str
    size: tuple[int, int]
    margins: Margins
    running: tuple[tuple[str, str, str], ...]
    numbers: str
    others: tuple[str, ...]

    @property
    def text_width(self) -> int:
        return self.size[0] - self.margins.left - self.margins.right


def found_sections(document: etree._Element, links: dict[str, str]) -> tuple[Found, ...]:
    """Read the sections; `links` are part names by relationship id."""
    body = document.find(f"{W}body")
    made: list[Found] = []
    running: dict[tuple[str, str], str] = {}
    blocks = 0
    for child in body if body is not None else ():
        ends = [child] if child.tag == f"{W}sectPr" else list(child.iterfind(f"{W}pPr/{W}sectPr"))
        blocks += child.tag in {f"{W}p", f"{W}tbl", f"{W}sdt"}
        for node in ends:
            running = running | _references(node, links)
            made.append(_found(node, len(made) + 1, running, blocks))
            blocks = 0
    return tuple(made)


def _references(node: etree._Element, links: dict[str, str]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for child in node:
        tag = etree.QName(child).localname
        part = links.get(child.get(f"{R}id", ""), "")
        if tag.endswith("Reference") and part:
            found[tag.removesuffix("Reference"), child.get(f"{W}type", "default")] = part
    return found


def _found(node: etree._Element, number: int, running: dict[tuple[str, str], str], blocks: int) -> Found:
    page, margins, columns = node.find(f"{W}pgSz"), node.find(f"{W}pgMar"), node.find(f"{W}cols")

    def twips(holder: etree._Element | None, name: str, usual: int) -> int:
        said = None if holder is None else holder.get(f"{W}{name}")
        return usual if said is None else abs(round(float(said)))

    size = None if page is None else (twips(page, "w", A4[0]), twips(page, "h", A4[1]))
    around = Margins(
        twips(margins, "left", USUAL_MARGIN) + twips(margins, "gutter", 0), twips(margins, "right", USUAL_MARGIN),
        twips(margins, "top", USUAL_MARGIN), twips(margins, "bottom", USUAL_MARGIN),
        twips(margins, "header", USUAL_RUNNING), twips(margins, "footer", USUAL_RUNNING),
    )  # fmt: skip
    title = node.find(f"{W}titlePg")
    first = title is not None and title.get(f"{W}val", "1") not in {"0", "false", "off"}
    kept = tuple(plain_xml(child) for child in node if etree.QName(child).localname == "pgBorders")
    return Found(number, size, around, first, twips(columns, "num", 1), dict(running), blocks, kept)


def chosen_pages(sections: Sequence[Found], visible: frozenset[str]) -> tuple[tuple[Page, ...], tuple[Phrase, ...]]:
    """Return the four pages and what was done; `visible` are the headers and footers in which anything is seen."""
    told: list[Phrase] = []
    upright = [each for each in sections if not each.is_landscape] or list(sections)
    opening, main = upright[0], max(upright, key=lambda each: each.blocks)
    size = main.size or A4
    if main.size is None:
        told.append(Phrase("模板没写纸张大小，用 A4", "the template names no paper: A4"))
    if size[0] > size[1]:
        size = (size[1], size[0])
        told.append(Phrase("模板只有横向页，正文改为纵向", "the template has landscape pages only: the body is upright"))
    if main.columns > 1:
        told.append(
            Phrase(
                f"模板正文分 {main.columns} 栏，报告只用一栏", f"the template's text stands in {main.columns} columns, the report's in one"
            )
        )
    margins = _roomy(main.margins, size, told)
    body = Page("body", size, margins, _running(main, "default", visible), "start", main.others)
    contents = Page("contents", size, margins, body.running, "roman", main.others)
    kind = "first" if opening.first_differs else "default"
    cover = Page("cover", size, margins, _running(opening, kind, visible), "roman", opening.others)
    wide = next((each for each in sections if each.is_landscape), None)
    if wide is not None and wide.size is not None and wide.size[0] == size[1]:
        landscape = Page("landscape", wide.size, wide.margins, _running(wide, "default", visible), "", wide.others)
    else:
        side = min(margins.left, margins.right)
        turned = Margins(side, side, margins.top, margins.bottom, margins.header, margins.footer)
        landscape = Page("landscape", (size[1], size[0]), turned, body.running, "", main.others)
        told.append(Phrase("没有横向节，由正文节转成", "no landscape section: that of the body, turned"))
    taken = Phrase(
        f"封面取自模板第 {opening.number} 节，正文取自第 {main.number} 节",
        f"cover from section {opening.number}, body from section {main.number}",
    )
    told.insert(0, taken)
    return (cover, contents, body, landscape), tuple(told)


def _roomy(margins: Margins, size: tuple[int, int], told: list[Phrase]) -> Margins:
    """Return margins that leave room for tables: narrower ones where the template's column is too narrow."""
    lacking = LEAST_WIDTH - (size[0] - margins.left - margins.right)
    if lacking <= 0:
        return margins
    told.append(Phrase("版心太窄，左右页边距改小到能放 9 厘米", "the column of text is too narrow: margins leave 9 cm"))
    left = max(720, margins.left - lacking)
    return Margins(left, max(720, size[0] - left - LEAST_WIDTH), margins.top, margins.bottom, margins.header, margins.footer)


def _running(section: Found, kind: str, visible: frozenset[str]) -> tuple[tuple[str, str, str], ...]:
    """Return what stands above and below the pages of a section: parts of a kind, for odd and even pages where they differ."""
    found: list[tuple[str, str, str]] = []
    for tag in ("header", "footer"):
        part = section.running.get((tag, kind), "")
        if part in visible:
            found.append((tag, "default", part))
            even = section.running.get((tag, "even"), "")
            if kind == "default" and even in visible:
                found.append((tag, "even", even))
    return tuple(found)


def has_side(margins: Margins) -> bool:
    """Tell whether the text leaves a column free at one side, for what stands beside it."""
    return abs(margins.left - margins.right) > SIDE


def section_xml(page: Page, ids: dict[str, str]) -> str:
    """Return `w:sectPr` of a page; `ids` are relationship ids by part name."""
    references = "".join(f'<w:{tag}Reference w:type="{kind}" r:id="{ids[part]}"/>' for tag, kind, part in page.running)
    width, height = page.size
    turned = ' w:orient="landscape"' if width > height else ""
    margins = page.margins
    numbers = {"start": '<w:pgNumType w:start="1"/>', "roman": '<w:pgNumType w:fmt="lowerRoman"/>'}.get(page.numbers, "")
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{margins.top}" w:right="{margins.right}" w:bottom="{margins.bottom}" w:left="{margins.left}" '
        f'w:header="{margins.header}" w:footer="{margins.footer}" w:gutter="0"/>{"".join(page.others)}{numbers}<w:cols w:space="720"/></w:sectPr>'
    )
