"""Headers and footers of an adopted Word template: the company's are kept, with the report's title in place of the sample's; missing ones are made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from engine.brand.adopt.word_xml import DECLARED, node
from engine.brand.paper_template import StyleReader, W

_EMU = 12_700
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LIKE = 0.5
"""A header is the title of the sample when this part of its pairs of letters stands on the sample's first page."""


def is_visible(root: etree._Element) -> bool:
    """Tell whether anything is seen in a header or footer."""
    words = any((text.text or "").strip() for text in root.iter(f"{W}t"))
    return words or any(True for _ in root.iter(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}fldSimple", f"{W}instrText"))


def has_page_number(root: etree._Element) -> bool:
    codes = [text.text or "" for text in root.iter(f"{W}instrText")] + [each.get(f"{W}instr", "") for each in root.iter(f"{W}fldSimple")]
    return any(re.search(r"\bPAGE\b", code) for code in codes) or any(True for _ in root.iter(f"{W}pgNum"))


def height(root: etree._Element, reader: StyleReader) -> float:
    """Return about how high a header or footer is, in points: its paragraphs and rows; drawings in their own place count only if text makes way."""
    return sum(_height(each, reader) for each in root)


def _height(block: etree._Element, reader: StyleReader) -> float:
    name = etree.QName(block).localname
    if name == "p":
        return _line(block, reader)
    if name == "tbl":
        return sum(_row(row, reader) for row in block.iterfind(f"{W}tr"))
    if name == "sdt":
        return sum(_height(each, reader) for each in block.iterfind(f"{W}sdtContent/*"))
    return 0.0


def _row(row: etree._Element, reader: StyleReader) -> float:
    said = row.find(f"{W}trPr/{W}trHeight")
    least = 0.0 if said is None else float(said.get(f"{W}val", "0")) / 20
    return max([least, *(sum(_height(each, reader) for each in cell) for cell in row.iterfind(f"{W}tc"))])


def _line(paragraph: etree._Element, reader: StyleReader) -> float:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    identity = "" if named is None else named.get(f"{W}val", "")
    found = next((each for each in reader.nodes if reader.id(each) == identity), None)
    style = None if found is None else reader.style(found)
    sizes = [float(each.get(f"{W}val", "20")) / 2 for each in paragraph.iterfind(f"{W}r/{W}rPr/{W}sz")]
    size = max(sizes, default=10.5 if style is None else style.size)
    spacing = paragraph.find(f"{W}pPr/{W}spacing")
    lines = 1.0 if style is None or style.lines is None else style.lines
    pitch = size * 1.3 * lines if style is None or style.pitch is None else style.pitch
    around = 0.0 if style is None else style.before + style.after
    if spacing is not None:
        if spacing.get(f"{W}lineRule") == "exact":
            pitch = float(spacing.get(f"{W}line", "240")) / 20
        before, after = spacing.get(f"{W}before"), spacing.get(f"{W}after")
        around = (float(before) if before else 0.0) / 20 + (float(after) if after else 0.0) / 20 if before or after else around
    rules = sum(rule.space + rule.width for rule in style.rules if rule.side in {"top", "bottom"}) if style is not None else 0.0
    breaks = sum(1 for each in paragraph.iter(f"{W}br") if each.get(f"{W}type", "") in {"", "textWrapping"})
    return max([pitch * (1 + breaks), *_inline(paragraph)]) + around + rules + _in_the_way(paragraph)


def _inline(paragraph: etree._Element) -> list[float]:
    inline = [each for each in paragraph.iter(f"{_WP}inline") if next(each.iterancestors(_FALLBACK), None) is None]
    return [float(extent.get("cy", "0")) / _EMU for each in inline if (extent := each.find(f"{_WP}extent")) is not None]


def _in_the_way(paragraph: etree._Element) -> float:
    """Return the height of drawings that text makes way for above and below."""
    anchors = (each for each in paragraph.iter(f"{_WP}anchor") if each.find(f"{_WP}wrapTopAndBottom") is not None)
    return max((float(extent.get("cy", "0")) / _EMU for each in anchors if (extent := each.find(f"{_WP}extent")) is not None), default=0.0)


def says_the_title(root: etree._Element, opening: str) -> bool:
    """Tell whether the words of a header are those of the sample's first page: its title, not the company's."""
    paragraph = _worded(root)
    words = "" if paragraph is None else _words(paragraph)
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    known = "".join(opening.split())
    return len(pairs) > 2 and sum(pair in known for pair in pairs) / len(pairs) >= LIKE


def _worded(root: etree._Element) -> etree._Element | None:
    """Return the only paragraph with words, None when there are several or the words are in a table."""
    found = [each for each in root.iter(f"{W}p") if _words(each)]
    return found[0] if len(found) == 1 and next(found[0].iterancestors(f"{W}tbl"), None) is None else None


def _words(paragraph: etree._Element) -> str:
    outside = (each for each in paragraph.iter(f"{W}t") if next(each.iterancestors(f"{W}drawing", f"{W}pict"), None) is None)
    return "".join("".join(each.text or "" for each in outside).split())


def put_title(root: etree._Element) -> None:
    """Put a content control for the report's title in place of the words of a header; pictures and tabs stay."""
    paragraph = _worded(root)
    assert paragraph is not None, "asked for by says_the_title"
    runs = [
        each for each in paragraph.iter(f"{W}r") if each.find(f"{W}t") is not None and next(each.iterancestors(f"{W}drawing"), None) is None
    ]
    look = deepcopy(runs[0].find(f"{W}rPr"))
    at, place = runs[0].getparent(), runs[0]
    while at is not None and at is not paragraph:
        place, at = at, at.getparent()
    control = title_control("title", "报告标题", look)
    place.addprevious(control)
    for run in runs:
        for text in run.findall(f"{W}t"):
            run.remove(text)
    for each in list(paragraph.iter(f"{W}fldSimple", f"{W}sdt")):
        if each is not control and each.getparent() is not None and not any(True for _ in each.iter(f"{W}drawing", f"{W}pict", f"{W}t")):
            each.getparent().remove(each)  # type: ignore[union-attr]
    for each in list(paragraph.iter(f"{W}fldChar", f"{W}instrText")):
        if (holder := each.getparent()) is not None:
            holder.remove(each)


def title_control(tag: str, prompt: str, look: etree._Element | None = None) -> etree._Element:
    made = node("sdt")
    properties, content = node("sdtPr"), node("sdtContent")
    properties.append(node("alias", val=prompt))
    properties.append(node("tag", val=tag))
    properties.append(node("text"))
    run, text = node("r"), node("t")
    text.text = prompt
    if look is not None:
        run.append(look)
    run.append(text)
    content.append(run)
    made.append(properties)
    made.append(content)
    return made


def made_header(style: str, width: int, stops: Iterable[int], *, contents: bool) -> str:
    """Return a header of ours: title at the left, chapter at the right; `width` of the text in twips, `stops` are the tabs of the style."""
    chapter = _control("contents", "目录") if contents else _field(r"STYLEREF 1 \n", "一、") + _field("STYLEREF 1", "章名")
    return _running("hdr", style, (width, stops), f"{_control('title', '报告标题')}<w:r><w:tab/></w:r>{chapter}")


def made_footer(style: str, width: int, stops: Iterable[int]) -> str:
    return _running("ftr", style, (width, stops), f"{_control('footer', '单位 ｜ 密级')}<w:r><w:tab/></w:r>{_field('PAGE', '1')}")


def _running(tag: str, style: str, tabs: tuple[int, Iterable[int]], content: str) -> str:
    width, stops = tabs
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{stop}"/>' for stop in sorted(set(stops) - {width}))
    own = f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{width}"/></w:tabs><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>'
    return f'<w:{tag} {DECLARED}><w:p><w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr>{content}</w:p></w:{tag}>'


def _control(tag: str, prompt: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{prompt}"/><w:tag w:val="{tag}"/><w:text/></w:sdtPr><w:sdtContent>'
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{prompt}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def _field(code: str, shown: str) -> str:
    look = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>{shown}</w:t></w:r><w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )
