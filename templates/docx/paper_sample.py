"""The text inside a Word template: running headers and footers, and a sample of every style in four sections."""

from __future__ import annotations

from collections.abc import Iterable

from paper_styles import (
    BOTTOM,
    FOOTER,
    HEADER,
    LANDSCAPE_WIDTH,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE,
    TEXT_WIDTH,
    TOP,
    Style,
)
from paper_words import NAMESPACES

MARGINS = f'w:right="{SIDE}" w:bottom="{BOTTOM}" w:left="{SIDE}" w:header="{HEADER}" w:footer="{FOOTER}" w:gutter="0"'
PORTRAIT_PAGE = f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
LANDSCAPE_PAGE = f'<w:pgSz w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"/>'
TAB = "<w:r><w:tab/></w:r>"


def control(tag: str, prompt: str) -> str:
    """Return a content control: what it holds is replaced by the report's own."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{prompt}"/><w:tag w:val="{tag}"/><w:text/></w:sdtPr><w:sdtContent>'
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{prompt}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def field(code: str, shown: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>{shown}</w:t></w:r><w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def running(tag: str, style: str, content: str, *, landscape: bool) -> str:
    tabs = ""
    if landscape:
        tabs = f'<w:tabs><w:tab w:val="clear" w:pos="{TEXT_WIDTH}"/><w:tab w:val="right" w:pos="{LANDSCAPE_WIDTH}"/></w:tabs>'
    return f'<w:{tag} {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{content}</w:p></w:{tag}>'


def header_part(*, contents: bool = False, landscape: bool = False) -> str:
    """Return title at the left, at the right the chapter: STYLEREF by level, for the style's name differs from language to language."""
    chapter = control("contents", "目录") if contents else field(r"STYLEREF 1 \n", "一、") + field("STYLEREF 1", "章名")
    return running("hdr", "Header", control("title", "报告标题") + TAB + chapter, landscape=landscape)


def footer_part(*, landscape: bool) -> str:
    return running("ftr", "Footer", control("footer", "单位 ｜ 密级") + TAB + field("PAGE", "1", "PageNumber"), landscape=landscape)


def section(page: str, top: int, header: int, footer: int, numbers: str) -> str:
    references = ""
    if header:
        references = f'<w:headerReference w:type="default" r:id="rId{header}"/><w:footerReference w:type="default" r:id="rId{footer}"/>'
    return f'<w:sectPr>{references}{page}<w:pgMar w:top="{top}" {MARGINS}/>{numbers}<w:cols w:space="720"/></w:sectPr>'


CONTENTS = section(PORTRAIT_PAGE, TOP, 1, 4, '<w:pgNumType w:fmt="lowerRoman"/>')
BODY = section(PORTRAIT_PAGE, TOP, 2, 4, '<w:pgNumType w:start="1"/>')
LANDSCAPE = section(LANDSCAPE_PAGE, TOP, 3, 5, "")


def body_part(styles: Iterable[Style], dark: str, cover_top: int) -> str:
    """Return the document: a line in each style, cover styles first, then contents, then the body; one line on a landscape page.

    `dark` is RRGGBB of the ground behind white words, `cover_top` the upper margin of the cover.
    """
    first = section(PORTRAIT_PAGE, cover_top, 0, 0, '<w:pgNumType w:fmt="lowerRoman"/>')
    cover, contents, body = [], [], []
    for style in styles:
        if style.id in {"Header", "Footer", "Gap"}:
            continue
        where = cover if style.role.startswith("paper_cover") else contents if style.role.startswith("paper_contents") else body
        where.append(style)
    lines = [sample(style, dark) for style in cover[:-1]] + [sample(cover[-1], dark, first)]
    lines += [sample(style, dark) for style in contents[:-1]] + [sample(contents[-1], dark, CONTENTS)]
    lines += [sample(style, dark) for style in body[:-1]] + [sample(body[-1], dark, BODY)]
    last = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>横向页</w:t></w:r></w:p>'
    return f"<w:document {NAMESPACES}><w:body>{''.join(lines)}{last}{LANDSCAPE}</w:body></w:document>"


def sample(style: Style, dark: str, end: str = "") -> str:
    words = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{style.name}</w:t></w:r>'
    # White words on white paper would be lost: the cover's styles stand on a dark ground here.
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{dark}"/>' if style.color.startswith(("ondeep", "accent")) else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{ground}{end}</w:pPr>{words}</w:p>'
