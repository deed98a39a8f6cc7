"""A company's own styles made fit for the planner: what Word and the PDF must agree on is said, what can't be read is mended."""

from __future__ import annotations

from lxml import etree

from engine.brand.adopt.paper_specs import RUNNING_TEXT
from engine.brand.adopt.paper_styles import LOOSE, Styles, exact_pitch, indent, is_automatic, no_number, spacing, tabs
from engine.brand.adopt.shades import READABLE, WHITE, ratio, readable
from engine.brand.adopt.word_xml import PARAGRAPH, RUN, STYLE, node, part_of, put
from engine.brand.inspect.faces import has_chinese
from engine.brand.paper_style import PaperStyle
from engine.brand.paper_template import W

_LARGE, _LARGE_BOLD = 18.0, 14.0
OUTSIDE = 24.0
"""Points that a text may stand out into the margin."""
AS_THEY_ARE = frozenset({"caption", "header", "footer"})
"""Styles that others stand on, or the company's own lines: a picture in an exact line would be cut."""
LISTED = frozenset({"bullet", "bullet_2", "numbered", "quote"})
"""Roles that are set as large as running text."""


def fit(styles: Styles, role: str) -> None:
    """Make a style of the company say what Word and the PDF must agree on: line distance, white, indents, and a Chinese face."""
    made = styles.node(styles.ids[role])
    style = styles.style(role)
    paragraph, run = part_of(made, "pPr", STYLE), part_of(made, "rPr", STYLE)
    if role in AS_THEY_ARE:
        return
    exact = exact_pitch(style, LOOSE if role in RUNNING_TEXT else 1.4)
    if role in LISTED:
        exact = _like_body(styles, role, style, run, exact)
    if style.pitch != exact:
        was = f"{style.lines:g}" if style.lines is not None else "1"
        styles.told(
            role,
            f"行距由 {was} 倍改为固定 {exact:g} 磅，PDF 与 Word 才一致",
            f"its lines, {was} × single, are exactly {exact:g} pt apart: PDF and Word agree",
        )
    before, after = style.before, style.after
    if _is_on(styles, made, "contextualSpacing"):
        before, after = 0.0, min(after, 3.0)
        put(paragraph, node("contextualSpacing", val=0), PARAGRAPH)
    put(paragraph, spacing(before, after, exact, automatic=is_automatic(styles, made)), PARAGRAPH)
    left, first = _on_page(*_numbered_indent(styles, made, style), styles.look.width)
    indent(paragraph, left, style.right, first)
    _mend_face(styles, role, style, run)
    _mend_color(styles, role, style, run)
    if role.startswith("contents_") and role != "contents_title":
        put(paragraph, tabs("leader", styles.look.width), PARAGRAPH)
    if role == "contents_title":  # one that is based on a heading would be numbered, and stand in the contents itself
        put(paragraph, no_number(), PARAGRAPH)
        put(paragraph, node("outlineLvl", val=9), PARAGRAPH)
        put(paragraph, node("pageBreakBefore", val=0), PARAGRAPH)
    if role in {"contents_title", "contents_figure"}:  # the indents of a number, and of a third level
        indent(paragraph, 0.0, 0.0, 0.0)


def _like_body(styles: Styles, role: str, style: PaperStyle, run: etree._Element, exact: float) -> float:
    """Set items and quotations as large as running text, and return how far their lines are apart then."""
    body = styles.style("body")
    if abs(style.size - body.size) < 0.25:
        return exact if style.pitch is not None else exact_pitch(body, LOOSE)
    for name in ("sz", "szCs"):
        put(run, node(name, val=round(body.size * 2)), RUN)
    styles.told(
        role,
        f"字号由 {style.size:g} 磅改为正文的 {body.size:g} 磅",
        f"its size, {style.size:g} pt, is that of running text: {body.size:g} pt",
    )
    return exact_pitch(body, LOOSE)


def _numbered_indent(styles: Styles, made: etree._Element, style: PaperStyle) -> tuple[float, float]:
    """Return the indents of a style: its list's, unless the style that is in the list, or one that is based on it, has indents of its own."""
    levels = styles.lists.get(style.numbering[0], ()) if style.numbering is not None else ()
    if style.numbering is None or style.numbering[1] >= len(levels):
        return style.left, style.first
    for each in reversed(styles.reader.chain(made)):
        if each.find(f"{W}pPr/{W}ind") is not None:
            return style.left, style.first
        if each.find(f"{W}pPr/{W}numPr/{W}numId") is not None:
            break
    level = levels[style.numbering[1]]
    return level.left or 0.0, -(level.hanging or 0.0)


def _on_page(left: float, first: float, width: float) -> tuple[float, float]:
    """Return indents that leave a text on its page: none where they lead into the margin or past the middle."""
    if left + min(first, 0.0) >= -OUTSIDE and left <= width / 2:
        return left, first
    return max(0.0, -first), first


def _is_on(styles: Styles, made: etree._Element, name: str) -> bool:
    for each in reversed(styles.reader.chain(made)):
        found = each.find(f"{W}pPr/{W}{name}")
        if found is not None:
            return found.get(f"{W}val", "1") not in {"0", "false", "off"}
    return False


def _mend_face(styles: Styles, role: str, style: PaperStyle, run: etree._Element) -> None:
    """Name a face with Chinese signs: a reference to the theme hides it from LibreOffice and WPS, and some faces have none."""
    heading = role.startswith(("heading", "cover", "contents_title"))
    face = style.font if has_chinese(style.font) else styles.look.faces.heading if heading else styles.look.faces.body
    fonts = part_of(run, "rFonts", RUN)
    if fonts.get(f"{W}eastAsia") == face and not fonts.get(f"{W}eastAsiaTheme"):
        return
    fonts.attrib.pop(f"{W}eastAsiaTheme", "")
    fonts.set(f"{W}eastAsia", face)
    if style.font and style.font != face:
        styles.told(role, f"中文字体“{style.font}”没有汉字，改用“{face}”", f"{style.font!r} has no Chinese signs: {face!r}")


def _mend_color(styles: Styles, role: str, style: PaperStyle, run: etree._Element) -> None:
    """Darken, or on a dark ground lighten, a colour that can't be read."""
    ground = style.ground or WHITE
    large = style.size >= _LARGE or (style.bold and style.size >= _LARGE_BOLD)
    wanted = 3.0 if large else READABLE
    if not style.color or ratio(style.color, ground) >= wanted:
        return
    found = readable(style.color, (ground,), wanted)
    put(run, node("color", val=found), RUN)
    styles.told(
        role,
        f"颜色 #{style.color} 在底色上只有 {ratio(style.color, ground):.1f}:1，调成 #{found}（{wanted:g}:1）",
        f"its colour #{style.color} has a contrast of {ratio(style.color, ground):.1f}:1: made #{found} ({wanted:g}:1)",
    )
