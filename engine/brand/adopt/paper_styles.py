"""The styles of an adopted Word template: those of the company made fit for the planner, missing ones made in its look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass, replace
from engine.brand.adopt.paper_roles import Taken
from engine.brand.adopt.paper_specs import COVER_COLORS, RUNNING_TEXT, SPECS, Edge, StyleSpec
from engine.brand.adopt.shades import READABLE, WHITE, ratio, readable
from engine.brand.adopt.word_xml import PARAGRAPH, RUN, STYLE, drop, node, part_of, put, twips
from engine.brand.inspect.faces import has_chinese
from engine.brand.paper_lists import ListLevel
from engine.brand.paper_style import PaperStyle
from engine.brand.paper_template import StyleReader, W

_LARGE, _LARGE_BOLD = 18.0, 14.0
SINGLE, LOOSE, LEAST = 1.3, 1.5, 1.15
"""A single line of Chinese in parts of its size, the distance of running text whose template says none, and the least."""
LARGEST_TITLE = 34.0
OUTSIDE = 24.0
"""Points that a text may stand out into the margin."""
AS_THEY_ARE = frozenset({"caption", "header", "footer"})
"""Styles that others stand on, or the company's own lines: a picture in an exact line would be cut."""
LISTED = frozenset({"bullet", "bullet_2", "numbered", "quote"})
"""Roles that are set as large as running text."""
HEADINGS = ("heading_1", "heading_2", "heading_3", "heading_4")


@dataclass(frozen=True, slots=True)
class PaperFaces:
    """`body` and `heading` are the Chinese faces that styles get which name none, or one without Chinese."""

    body: str
    heading: str


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What made styles follow: `colors` by token, `width` of the text and whether the cover is `light`; `chinese` picks their names."""

    colors: Mapping[str, str]
    faces: PaperFaces
    width: float
    light: bool
    chinese: bool


@dataclass(slots=True)
class Styles:
    """The style part while it is changed. `made` and `changed` say what was done, by role."""

    root: etree._Element
    faces_of_theme: Mapping[str, str]
    look: SheetLook
    lists: Mapping[int, tuple[ListLevel, ...]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    made: dict[str, Phrase] = field(default_factory=dict)
    changed: dict[str, list[Phrase]] = field(default_factory=dict)

    @property
    def reader(self) -> StyleReader:
        return StyleReader(self.root, self.faces_of_theme)

    def node(self, identity: str) -> etree._Element:
        return next(each for each in self.root.iterfind(f"{W}style") if each.get(f"{W}styleId") == identity)

    def style(self, role: str) -> PaperStyle:
        """Return what the style of a role says by now, with what it inherits."""
        return self.reader.style(self.node(self.ids[role]))

    def name(self, role: str) -> str:
        return StyleReader.name(self.node(self.ids[role]))

    @property
    def normal(self) -> etree._Element:
        return next(
            (each for each in self._paragraphs() if each.get(f"{W}default") in {"1", "true", "on"}),
            next(iter(self._paragraphs())),
        )

    def _paragraphs(self) -> Iterator[etree._Element]:
        return (each for each in self.root.iterfind(f"{W}style") if each.get(f"{W}type") == "paragraph")

    def id_of(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of the style of a name, empty when there is none."""
        found = (each for each in self.root.iterfind(f"{W}style") if each.get(f"{W}type") == kind)
        return next((StyleReader.id(each) for each in found if StyleReader.name(each).casefold() == name.casefold()), "")

    def free_id(self, wished: str) -> str:
        known = {StyleReader.id(each).casefold() for each in self.root.iterfind(f"{W}style")}
        tail = 0
        while f"{wished}{tail or ''}".casefold() in known:
            tail += 1
        return f"{wished}{tail or ''}"

    def told(self, role: str, zh: str, en: str) -> None:
        self.changed.setdefault(role, []).append(Phrase(zh, en))


def fill_roles(styles: Styles, taken: Mapping[str, Taken], running: frozenset[str]) -> None:
    """Give every role a style. `running` are those of `header` and `footer` that are made anew: they don't take the template's."""
    for role, found in taken.items():
        if role not in running:
            styles.ids[role] = found.style.id
    base = styles.style("body") if "body" in styles.ids else styles.reader.style(styles.normal)
    size, pitch = base.size, exact_pitch(base, LOOSE)
    heads = {role: styles.style(role) for role in HEADINGS if role in styles.ids}
    for spec in SPECS:
        if spec.role in styles.ids:
            _fit(styles, spec.role)
        else:
            _make(styles, spec, size, pitch, heads)


def exact_pitch(style: PaperStyle, otherwise: float) -> float:
    """Return the distance of a style's lines in points, `otherwise` in parts of its size when it says none."""
    if style.pitch is not None:
        return max(style.pitch, round(style.size * LEAST, 1))
    share = otherwise if style.lines is None else SINGLE * style.lines
    return round(max(share, LEAST) * style.size * 2) / 2


def _fit(styles: Styles, role: str) -> None:
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
    put(paragraph, _spacing(before, after, exact, automatic=_is_automatic(styles, made)), PARAGRAPH)
    left, first = _on_page(*_numbered_indent(styles, made, style), styles.look.width)
    _indent(paragraph, left, style.right, first)
    _mend_face(styles, role, style, run)
    _mend_color(styles, role, style, run)
    if role.startswith("contents_") and role != "contents_title":
        put(paragraph, _tabs("leader", styles.look.width), PARAGRAPH)
    if role == "contents_title":  # one that is based on a heading would be numbered, and stand in the contents itself
        put(paragraph, _no_number(), PARAGRAPH)
        put(paragraph, node("outlineLvl", val=9), PARAGRAPH)
        put(paragraph, node("pageBreakBefore", val=0), PARAGRAPH)
    if role in {"contents_title", "contents_figure"}:  # the indents of a number, and of a third level
        _indent(paragraph, 0.0, 0.0, 0.0)


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


def _no_number() -> etree._Element:
    made = node("numPr")
    made.append(node("numId", val=0))
    return made


def _mend_face(styles: Styles, role: str, style: PaperStyle, run: etree._Element) -> None:
    """Name a face with Chinese signs: a reference to the theme hides it from LibreOffice and WPS, and some faces have none."""
    heading = role.startswith(("heading", "cover", "contents_title"))
    face = style.font if has_chinese(style.font) else styles.look.faces.heading if heading else styles.look.faces.body
    fonts = part_of(run, "rFonts", RUN)
    if fonts.get(f"{W}eastAsia") == face and not fonts.get(f"{W}eastAsiaTheme"):
        return
    fonts.attrib.pop(f"{W}eastAsiaTheme", None)
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


def _is_automatic(styles: Styles, made: etree._Element) -> bool:
    """Tell whether Word chooses the white around a style, or around one that it is based on, as web pages do."""
    said = [each for style in styles.reader.chain(made) for each in style.iterfind(f"{W}pPr/{W}spacing")]
    return any(each.get(f"{W}{name}Autospacing", "0") in {"1", "true", "on"} for each in said for name in ("before", "after"))


def _spacing(before: float, after: float, exact: float | None, *, automatic: bool) -> etree._Element:
    made = node("spacing", before=twips(before))
    if automatic:  # said only where it must be: LibreOffice drops the white between items that say it
        made.set(f"{W}beforeAutospacing", "0")
    made.set(f"{W}after", str(twips(after)))
    if automatic:
        made.set(f"{W}afterAutospacing", "0")
    made.set(f"{W}line", str(240 if exact is None else twips(exact)))
    made.set(f"{W}lineRule", "auto" if exact is None else "exact")
    return made


def _indent(paragraph: etree._Element, left: float, right: float, first: float) -> None:
    made = node("ind", leftChars=0, left=twips(left), rightChars=0, right=twips(right))
    if first < 0:
        made.set(f"{W}hangingChars", "0")
        made.set(f"{W}hanging", str(twips(-first)))
    else:
        made.set(f"{W}firstLineChars", "0")
        made.set(f"{W}firstLine", str(twips(first)))
    put(paragraph, made, PARAGRAPH)


def _tabs(kind: str, width: float) -> etree._Element:
    made = node("tabs")
    tab = node("tab", val="right", pos=twips(width))
    if kind == "leader":
        tab = node("tab", val="right", leader="dot", pos=twips(width))
    made.append(tab)
    return made


def _make(styles: Styles, spec: StyleSpec, body_size: float, body_pitch: float, heads: Mapping[str, PaperStyle]) -> None:
    """Make the style of a role that the template has none for."""
    known = styles.id_of(spec.zh if styles.look.chinese else spec.en)
    if known:  # a name that is taken, by a style that plays another role
        spec = _renamed(spec, styles)
    identity = styles.free_id(
        "".join(part.capitalize() for part in spec.role.split("_")) if spec.custom else spec.en.title().replace(" ", "")
    )
    made = node("style", type="paragraph", styleId=identity)
    if spec.custom:
        made.set(f"{W}customStyle", "1")
    styles.root.append(made)
    based = styles.ids.get(spec.based) or _title(spec, styles) or StyleReader.id(styles.normal)
    put(made, node("name", val=spec.zh if styles.look.chinese else spec.en), STYLE)
    put(made, node("basedOn", val=based), STYLE)
    if not spec.custom:
        put(made, node("uiPriority", val=39 if spec.role.startswith("contents") else 9), STYLE)
    put(made, node("qFormat"), STYLE)
    paragraph, run = part_of(made, "pPr", STYLE), part_of(made, "rPr", STYLE)
    size = _size(spec, styles, body_size, heads)
    exact = None if spec.pitch is None else body_pitch if spec.pitch == 0 else round(size * spec.pitch * 2) / 2
    _put_paragraph(paragraph, spec, styles, size, exact)
    _put_run(run, spec, styles, size, heads)
    styles.ids[spec.role] = identity
    basis = StyleReader.name(styles.node(based))
    styles.made[spec.role] = Phrase(f"模板没有，按“{basis}”新建", f"missing, made on the basis of {basis!r}")


def _renamed(spec: StyleSpec, styles: Styles) -> StyleSpec:
    tail = next(number for number in range(2, 99) if not styles.id_of(f"{spec.zh if styles.look.chinese else spec.en} {number}"))
    return replace(spec, zh=f"{spec.zh} {tail}", en=f"{spec.en} {tail}", custom=True)


def _title(spec: StyleSpec, styles: Styles) -> str:
    return styles.id_of("Title") if spec.role == "cover_title" else ""


def _size(spec: StyleSpec, styles: Styles, body: float, heads: Mapping[str, PaperStyle]) -> float:
    """Return a size in points, in halves: headings between those that the template has, the title as large as the template's."""
    if spec.role == "cover_title" and (title := styles.id_of("Title")):
        return min(LARGEST_TITLE, max(20.0, styles.reader.style(styles.node(title)).size))
    size = spec.size if spec.size > 5 else spec.size * body
    if spec.role in HEADINGS:
        level = HEADINGS.index(spec.role)
        above = [heads[role].size for role in HEADINGS[:level] if role in heads]
        below = [heads[role].size for role in HEADINGS[level + 1 :] if role in heads]
        size = max([min([size, *above]), *below])
    if spec.role == "contents_title" and "heading_1" in heads:
        size = max(size * 0.8, heads["heading_1"].size)
    return round(size * 2) / 2


def _put_paragraph(paragraph: etree._Element, spec: StyleSpec, styles: Styles, size: float, exact: float | None) -> None:
    if spec.keep_next:
        put(paragraph, node("keepNext"), PARAGRAPH)
    else:
        put(paragraph, node("keepNext", val=0), PARAGRAPH)
    put(paragraph, node("pageBreakBefore", val=0), PARAGRAPH)
    if spec.role not in HEADINGS:
        put(paragraph, _no_number(), PARAGRAPH)
    put(paragraph, _borders(spec.edges, styles.look.colors), PARAGRAPH)
    put(paragraph, node("shd", val="clear", color="auto", fill="auto"), PARAGRAPH)
    if spec.tabs:
        put(paragraph, _tabs(spec.tabs, styles.look.width), PARAGRAPH)
    automatic = _is_automatic(styles, styles.node(StyleReader.id(paragraph.getparent())))  # type: ignore[arg-type]
    put(paragraph, _spacing(spec.before, spec.after, exact, automatic=automatic), PARAGRAPH)
    _indent(paragraph, spec.left * size, spec.right * size, spec.first * size)
    put(paragraph, node("contextualSpacing", val=0), PARAGRAPH)
    put(paragraph, node("jc", val=spec.align or "left"), PARAGRAPH)
    put(paragraph, node("outlineLvl", val=9 if spec.outline is None else spec.outline), PARAGRAPH)


def _borders(edges: tuple[Edge, ...], colors: Mapping[str, str]) -> etree._Element:
    made = node("pBdr")
    given = {edge.side: edge for edge in edges}
    for side in ("top", "left", "bottom", "right"):
        edge = given.get(side)
        if edge is None:
            made.append(node(side, val="nil"))
        else:
            made.append(node(side, val="single", sz=round(edge.width * 8), space=edge.space, color=colors[edge.color]))
    return made


def _put_run(run: etree._Element, spec: StyleSpec, styles: Styles, size: float, heads: Mapping[str, PaperStyle]) -> None:
    faces = styles.look.faces
    fonts = node("rFonts", eastAsia=faces.heading if spec.heading else faces.body)
    head = next(iter(heads.values()), None)
    if spec.heading and head is not None and head.latin and not _title(spec, styles):
        for script in ("ascii", "hAnsi"):
            fonts.set(f"{W}{script}", head.latin)
    put(run, fonts, RUN)
    color = styles.look.colors[_token(spec, styles)]
    if spec.role in HEADINGS and head is not None and head.color and not head.ground:
        color = head.color
    if spec.role == "cover_title" and styles.look.light and (title := styles.id_of("Title")):
        color = styles.reader.style(styles.node(title)).color or color
    bold = spec.bold if spec.role not in HEADINGS or head is None else head.bold
    for name in ("b", "bCs"):
        put(run, node(name, val=int(bold)), RUN)
    for name in ("i", "iCs", "caps", "smallCaps"):
        put(run, node(name, val=0), RUN)
    put(run, node("color", val=color), RUN)
    for name in ("sz", "szCs"):
        put(run, node(name, val=round(size * 2)), RUN)
    drop(run, "spacing")


def _token(spec: StyleSpec, styles: Styles) -> str:
    if spec.role in COVER_COLORS:
        return COVER_COLORS[spec.role][styles.look.light]
    return spec.color
