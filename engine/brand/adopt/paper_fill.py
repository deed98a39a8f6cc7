"""Styles that a Word template lacks, made in its look; every role gets a style."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.records import replace
from engine.brand.adopt.paper_fit import fit
from engine.brand.adopt.paper_roles import Taken
from engine.brand.adopt.paper_specs import COVER_COLORS, SPECS, Edge, StyleSpec
from engine.brand.adopt.paper_styles import HEADINGS, LOOSE, Styles, exact_pitch, indent, is_automatic, no_number, spacing, tabs
from engine.brand.adopt.shades import WHITE, readable
from engine.brand.adopt.word_xml import PARAGRAPH, RUN, STYLE, drop, node, part_of, put
from engine.brand.paper_style import PaperStyle
from engine.brand.paper_template import StyleReader, W

LARGEST_TITLE = 34.0


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
            fit(styles, spec.role)
        else:
            make(styles, spec, size, pitch, heads)


def make(styles: Styles, spec: StyleSpec, body_size: float, body_pitch: float, heads: Mapping[str, PaperStyle]) -> None:
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
        put(paragraph, no_number(), PARAGRAPH)
    put(paragraph, _borders(spec.edges, styles.look.colors), PARAGRAPH)
    put(paragraph, node("shd", val="clear", color="auto", fill="auto"), PARAGRAPH)
    if spec.tabs:
        put(paragraph, tabs(spec.tabs, styles.look.width), PARAGRAPH)
    automatic = is_automatic(styles, styles.node(StyleReader.id(paragraph.getparent())))  # type: ignore[arg-type]
    put(paragraph, spacing(spec.before, spec.after, exact, automatic=automatic), PARAGRAPH)
    indent(paragraph, spec.left * size, spec.right * size, spec.first * size)
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
        color = readable(head.color, (WHITE,))
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
