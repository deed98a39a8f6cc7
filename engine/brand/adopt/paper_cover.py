"""The cover page of a Word template: its design goes into the header of the cover's section, its words give way to those of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.base.units import Length, Rect, Size, pt
from engine.brand.adopt.paper_pages import Margins, Page
from engine.brand.adopt.word_xml import DECLARED
from engine.brand.paper_art import drawing_frame
from engine.brand.paper_running_text import text_lines
from engine.brand.paper_style import PaperSection, PaperStyle
from engine.brand.paper_template import W
from engine.brand.template_package import NS

_A, _R = f"{{{NS['a']}}}", f"{{{NS['r']}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP_URI = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_WP = f"{{{_WP_URI}}}"
_WPS_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_WPG_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WPS, _WPG = f"{{{_WPS_URI}}}", f"{{{_WPG_URI}}}"
_TWIP = 635
_FIRST_BLOCKS, _MOST_WORDS = 40, 600
"""A first page of more paragraphs and tables, or more characters, is no cover but text."""
_LEAST_WORDS = 5000
"""Twips that the words of a cover need: about 9 cm."""
_UNIT_LINE, _WHITE, _SMALL = 360, 100, 0.25
"""Twips: height of the line of the unit, white above it; what is higher than this part of the page is ground, not in the way."""
_ABOVE_TITLE, _LEAST_TOP, _EDGE = 864, 1325, 850
"""Twips: the unit stands above the title; what words keep from the upper edge and from the sides of the page."""


@dataclass(frozen=True, slots=True)
class KeptCover:
    """`drawings` are XML of `w:r`, each with the relationship ids of the document, which are `pictures`; `margins` leave the words where the
    template has its title.
    """

    drawings: tuple[str, ...]
    pictures: tuple[str, ...]
    margins: Margins

    @property
    def told(self) -> Phrase:
        count = len(self.drawings)
        return Phrase(
            f"模板的封面留着：{count} 个图形和图片放进封面的页眉；单位、标题、副标题、编制人和日期由报告填，从模板标题的位置写起",
            f"the template's cover is kept: {count} drawings stand in the header of the cover; unit, title, subtitle, author and date are the "
            "report's, from where the template has its title",
        )


def kept_cover(document: etree._Element, page: Page, styles: Mapping[str, PaperStyle]) -> KeptCover | None:
    """Return the design of the template's first page, None when that is no cover or nothing is drawn on it.

    A cover is what Word's gallery of cover pages put there, or a first page that ends (with a page or section break) before any heading.
    """
    blocks = _cover_blocks(document)
    if not blocks:
        return None
    section = _section(page)
    made: list[str] = []
    pictures: list[str] = []
    title: Rect | None = None
    title_size = -1.0
    frames: list[Rect] = []
    y = section.top
    for block in blocks:
        holder = etree.Element(f"{W}hdr")
        holder.append(deepcopy(block))
        lines = list(text_lines(holder, styles, section.text_width.points))
        height = pt(sum(line.height for line in lines))
        for drawing in _drawings(block):
            frame = drawing_frame(drawing, Rect(section.left, y, section.text_width, height), section, "left")
            if frame is None:
                continue
            words = _words(drawing)
            if words and _largest(drawing) > title_size:
                title, title_size = frame, _largest(drawing)
            graphic = _silent(drawing)
            if graphic is not None:
                frames.append(frame)
                made.append(_run(graphic, frame, len(made) + 1, drawing))
                pictures += [each.get(f"{_R}embed", "") for each in graphic.iter(f"{_A}blip") if each.get(f"{_R}embed")]
        y += height
    if not made:
        return None
    return KeptCover(tuple(made), tuple(dict.fromkeys(pictures)), _margins(page, title, frames))


def lent_ids(cover: KeptCover) -> Mapping[str, str]:
    """Return the ids of the cover's pictures in the header, which are no other part's."""
    return {old: f"rIdCover{number}" for number, old in enumerate(cover.pictures, 1)}


def header_with(cover: KeptCover, standing: etree._Element | None) -> str:
    """Return a header that shows the drawings of a cover, each in its place on the page, below what stood above the page before."""
    ids = lent_ids(cover)
    root = etree.fromstring(_header_xml(cover.drawings))
    for blip in root.iter(f"{_A}blip"):
        if blip.get(f"{_R}embed") in ids:
            blip.set(f"{_R}embed", ids[blip.get(f"{_R}embed", "")])
    if standing is not None:
        kept = deepcopy(standing)
        first = next(kept.iter(f"{W}p"), None)
        if first is None or first.getparent() is not kept:
            kept.insert(0, root[0])
        else:
            first.extend(root[0])
        root = kept
    return etree.tostring(root, encoding="unicode")


def _header_xml(drawings: Sequence[str]) -> str:
    declared = f'{DECLARED} xmlns:mc="{_MC[1:-1]}" xmlns:wp="{_WP_URI}" xmlns:a="{NS["a"]}" xmlns:wps="{_WPS_URI}" xmlns:wpg="{_WPG_URI}"'
    return f"<w:hdr {declared}><w:p>{''.join(drawings)}</w:p></w:hdr>"


def _cover_blocks(document: etree._Element) -> tuple[etree._Element, ...]:
    body = document.find(f"{W}body")
    if body is None or not len(body):
        return ()
    gallery = next((each for each in list(body)[:3] if _is_gallery(each)), None)
    if gallery is not None:
        content = gallery.find(f"{W}sdtContent")
        return () if content is None else tuple(content)
    found: list[etree._Element] = []
    for block in list(body)[:_FIRST_BLOCKS]:
        if block.tag == f"{W}sectPr" or _is_heading(block):
            return ()
        found.append(block)
        if _ends_page(block):
            written = sum(len(text.text or "") for each in found for text in each.iter(f"{W}t"))
            return tuple(found) if written <= _MOST_WORDS else ()
    return ()


def _is_gallery(block: etree._Element) -> bool:
    return block.tag == f"{W}sdt" and any(each.get(f"{W}val") == "Cover Pages" for each in block.iter(f"{W}docPartGallery"))


def _is_heading(block: etree._Element) -> bool:
    """Tell whether the text begins here: a heading by outline level or by the id of Word's own style, or a table of contents."""
    named = block.find(f"{W}pPr/{W}pStyle")
    identity = "" if named is None else named.get(f"{W}val", "").casefold()
    contents = any("TOC" in (each.text or "") for each in block.iter(f"{W}instrText")) or block.find(f".//{W}docPartGallery") is not None
    return block.find(f"{W}pPr/{W}outlineLvl") is not None or identity.startswith(("heading", "toc")) or contents


def _ends_page(block: etree._Element) -> bool:
    breaks = (each for each in block.iter(f"{W}br") if each.get(f"{W}type") == "page")
    return block.find(f"{W}pPr/{W}sectPr") is not None or any(_is_plain(each) for each in breaks)


def _is_plain(node: etree._Element) -> bool:
    """Tell whether a node is no copy for old programs and stands in no text box."""
    return all(each.tag not in {f"{_MC}Fallback", f"{W}txbxContent"} for each in node.iterancestors())


def _drawings(block: etree._Element) -> Iterator[etree._Element]:
    return (each for each in block.iter(f"{W}drawing") if _is_plain(each))


def _words(drawing: etree._Element) -> str:
    return "".join(text.text or "" for text in drawing.iter(f"{W}t")).strip()


def _largest(drawing: etree._Element) -> float:
    """Return the largest size of words that are set in a drawing, in points; 0 where its styles say it."""
    runs = (run for run in drawing.iter(f"{W}r") if any((text.text or "").strip() for text in run.iter(f"{W}t")))
    return max((float(size.get(f"{W}val", "0")) / 2 for run in runs if (size := run.find(f"{W}rPr/{W}sz")) is not None), default=0.0)


def _silent(drawing: etree._Element) -> etree._Element | None:
    """Return the graphic of a drawing without its words, None when nothing else is seen."""
    found = drawing.find(f".//{_A}graphic")
    if found is None:
        return None
    graphic = deepcopy(found)
    for box in [*graphic.iter(f"{_WPS}txbx", f"{_WPS}linkedTxbx")]:
        parent = box.getparent()
        if parent is not None:
            parent.remove(box)
    seen = any(True for _ in graphic.iter(f"{_A}blip", f"{_WPG}wgp")) or any(map(_is_painted, graphic.iter(f"{_WPS}spPr")))
    return graphic if seen else None


def _is_painted(properties: etree._Element) -> bool:
    painted = {f"{_A}solidFill", f"{_A}gradFill", f"{_A}pattFill", f"{_A}blipFill"}
    line = properties.find(f"{_A}ln")
    return any(child.tag in painted for child in properties) or (line is not None and any(child.tag in painted for child in line))


def _run(graphic: etree._Element, frame: Rect, number: int, drawing: etree._Element) -> str:
    """Return a run that anchors a graphic behind the text at its place on the page."""
    named = drawing.find(f".//{_WP}docPr")
    made = etree.Element(f"{_WP}docPr", id=str(9000 + number), name="" if named is None else named.get("name", ""))
    if named is not None and named.get("descr"):
        made.set("descr", named.get("descr", ""))
    x, y, across, down = (int(length) for length in (frame.x, frame.y, frame.width, frame.height))
    anchor = (
        f'<w:drawing xmlns:w="{W[1:-1]}" xmlns:wp="{_WP_URI}" xmlns:a="{NS["a"]}"><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{max(1, across)}" cy="{max(1, down)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"{etree.tostring(made, encoding='unicode')}<wp:cNvGraphicFramePr/>{etree.tostring(graphic, encoding='unicode', with_tail=False)}"
        "</wp:anchor></w:drawing>"
    )
    needs = "wpg" if any(True for _ in graphic.iter(f"{_WPG}wgp")) else "wps" if any(True for _ in graphic.iter(f"{_WPS}wsp")) else ""
    if not needs:
        return f"<w:r>{anchor}</w:r>"
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="{needs}">{anchor}</mc:Choice></mc:AlternateContent></w:r>'


def _section(page: Page) -> PaperSection:
    margins = page.margins

    def emu(twips: int) -> Length:
        return Length(twips * _TWIP)

    return PaperSection(
        size=Size(emu(page.size[0]), emu(page.size[1])), left=emu(margins.left), right=emu(margins.right), top=emu(margins.top),
        bottom=emu(margins.bottom), header=emu(margins.header), footer=emu(margins.footer), running=(), properties="",
    )  # fmt: skip


def _margins(page: Page, title: Rect | None, frames: Sequence[Rect]) -> Margins:
    """Return the margins of the cover: around the words from the title's text box on, those of the section where it has none or is too narrow.

    The line of the unit, which comes first, stands below what is drawn in its way.
    """
    own = page.margins
    if title is None:
        return own
    left = max(_EDGE, int(title.x) // _TWIP)
    right = max(_EDGE, page.size[0] - int(title.right) // _TWIP)
    if page.size[0] - left - right < _LEAST_WORDS:
        right = _EDGE
    if page.size[0] - left - right < _LEAST_WORDS:
        return own
    top = max(_LEAST_TOP, int(title.y) // _TWIP - _ABOVE_TITLE)
    for frame in sorted(frames, key=lambda each: each.y):
        across = int(frame.x) // _TWIP < page.size[0] - right and int(frame.right) // _TWIP > left
        down = int(frame.y) // _TWIP < top + _UNIT_LINE and int(frame.bottom) // _TWIP > top
        if across and down and int(frame.height) // _TWIP < page.size[1] * _SMALL:
            top = int(frame.bottom) // _TWIP + _WHITE
    top = min(top, page.size[1] // 2)
    return Margins(left, right, top, own.bottom, own.header, own.footer)
