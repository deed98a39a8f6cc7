"""Reads what a Word file offers as a template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from engine.base.units import Length, Size
from engine.brand.inspect.built_in_styles import built_in, shown_in_chinese
from engine.brand.inspect.damaged import Damaged
from engine.brand.inspect.read_deck import page_name
from engine.brand.inspect.seen_deck import FontUse
from engine.brand.inspect.seen_paper import SeenPage, SeenPaper, SeenPaperSection, SeenRunning, SeenStyle
from engine.brand.inspect.seen_theme import SeenTheme, read_seen_theme
from engine.brand.inspect.used_fonts import fonts_of
from engine.brand.inspect.word_fonts import FontReader
from engine.brand.paper_template import StyleReader, W, gathered
from engine.brand.template_package import R, TemplatePackage

_EMU_PER_TWIP = 635
_LETTER, _MARGIN = ("12240", "15840"), "1440"  # twips that Word takes when a section says nothing
_BODY_TEXT = 9
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_USERS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def read_seen_paper(package: TemplatePackage) -> SeenPaper:
    """Read the document in an opened package. Raises Damaged, KeyError, ValueError or etree.XMLSyntaxError when it is damaged inside."""
    main = package.main_part()
    document = package.xml(main)
    body = document.find(f"{W}body")
    if body is None:
        raise Damaged(main)
    settings = _part(package, main, "settings")
    theme_root = _part(package, main, "theme")
    theme = None if theme_root is None else read_seen_theme(theme_root, None if settings is None else _color_map(settings))
    styles_root = _part(package, main, "styles")
    if styles_root is None:
        raise Damaged(f"{main}: styles")
    fonts = FontReader(styles_root, theme, _east_asian_language(settings))
    styles = tuple(_styles(document, styles_root, _numbers(package, main), fonts))
    return SeenPaper(
        form="template" if "template" in package.content_type(main) else "document",
        sections=tuple(_sections(package, main, document)),
        different_even=settings is not None and _is_on(settings.find(f"{W}evenAndOddHeaders")),
        styles=styles,
        theme=theme,
        fonts=_fonts(theme, styles, document, fonts),
        embedded_fonts=tuple(_embedded(package, main)),
        macros=tuple(relation.part for relation in package.relations(main) if relation.type == "vbaProject"),
    )


def _part(package: TemplatePackage, main: str, kind: str) -> etree._Element | None:
    found = package.related(main, kind)
    return package.xml(found[0]) if found else None


def _is_on(node: etree._Element | None) -> bool:
    return node is not None and node.get(f"{W}val", "1") not in {"0", "false", "off"}


def _color_map(settings: etree._Element) -> etree._Element | None:
    """Return Word's colour map in the words of DrawingML: `w:t1="dark1"` becomes `tx1="dk1"`."""
    said = settings.find(f"{W}clrSchemeMapping")
    if said is None:
        return None
    made = etree.Element("clrMap")
    schemes = {"light": "lt", "dark": "dk", "hyperlink": "hlink", "followedHyperlink": "folHlink"}
    for key, value in said.attrib.items():
        slot = etree.QName(key).localname
        slot = {"t1": "tx1", "t2": "tx2"}.get(slot, schemes.get(slot, slot))
        text = str(value)
        made.set(slot, schemes.get(text) or schemes.get(text[:-1], text[:-1]) + text[-1:])
    return made


def _east_asian_language(settings: etree._Element | None) -> str:
    said = None if settings is None else settings.find(f"{W}themeFontLang")
    return "" if said is None else said.get(f"{W}eastAsia", "")


def _sections(package: TemplatePackage, main: str, document: etree._Element) -> Iterator[SeenPaperSection]:
    """Yield the sections in order; a header or footer that one does not name is that of the section before."""
    parts = {relation.id: relation.part for relation in package.relations(main)}
    inherited: dict[tuple[str, str], SeenRunning] = {}
    current = (node for node in document.iter(f"{W}sectPr") if (holder := node.getparent()) is None or holder.tag != f"{W}sectPrChange")
    for number, node in enumerate(current, 1):
        own: dict[tuple[str, str], SeenRunning] = {}
        for reference in node:
            tag = etree.QName(reference).localname
            if tag in {"headerReference", "footerReference"}:
                tag = tag.removesuffix("Reference")
                kind = reference.get(f"{W}type", "default")
                part = parts[reference.get(f"{R}id", "")]
                own[tag, kind] = _running(package.xml(part), tag, kind, part)
        kept = {key: _as_inherited(one) for key, one in inherited.items() if key not in own}
        inherited = {**kept, **own}
        running = tuple(inherited[key] for key in sorted(inherited, key=lambda key: (key[0] != "header", key[1])))
        yield SeenPaperSection(number, _page(node), _is_on(node.find(f"{W}titlePg")), running)


def _running(root: etree._Element, tag: str, kind: str, part: str) -> SeenRunning:
    text = " ".join("".join(node.text or "" for node in root.iter(f"{W}t") if not _is_fallback(node)).split())
    pictures = sum(1 for name in ("drawing", "pict") for node in root.iter(f"{W}{name}") if not _is_fallback(node))
    return SeenRunning(tag, kind, part, text, pictures, own=True)


def _is_fallback(node: etree._Element) -> bool:
    """Tell whether a node is the second writing of a drawing, for old versions of Word."""
    return next(node.iterancestors(_FALLBACK), None) is not None


def _as_inherited(one: SeenRunning) -> SeenRunning:
    return SeenRunning(one.tag, one.kind, one.part, one.text, one.pictures, own=False)


def _page(node: etree._Element) -> SeenPage:
    page, margins, columns = node.find(f"{W}pgSz"), node.find(f"{W}pgMar"), node.find(f"{W}cols")

    def length(holder: etree._Element | None, name: str, usual: str) -> Length:
        return Length(round(float(usual if holder is None else holder.get(f"{W}{name}", usual)) * _EMU_PER_TWIP))

    size = Size(length(page, "w", _LETTER[0]), length(page, "h", _LETTER[1]))
    return SeenPage(
        size=size,
        page=page_name(size),
        landscape=size.width > size.height,
        states_size=page is not None,
        left=length(margins, "left", _MARGIN) + length(margins, "gutter", "0"),
        right=length(margins, "right", _MARGIN),
        top=length(margins, "top", _MARGIN),
        bottom=length(margins, "bottom", _MARGIN),
        columns=int(columns.get(f"{W}num", "1")) if columns is not None else 1,
    )


def _numbers(package: TemplatePackage, main: str) -> Mapping[tuple[int, int], str]:
    """Return the text of each number by list (`w:numId`) and level from 0: `%1.%2`, or the bullet."""
    root = _part(package, main, "numbering")
    if root is None:
        return {}
    texts: dict[tuple[str, int], str] = {}
    for abstract in root.iterfind(f"{W}abstractNum"):
        for level in abstract.iterfind(f"{W}lvl"):
            text = level.find(f"{W}lvlText")
            texts[abstract.get(f"{W}abstractNumId", ""), int(level.get(f"{W}ilvl", "0"))] = "" if text is None else text.get(f"{W}val", "")
    found: dict[tuple[int, int], str] = {}
    for number in root.iterfind(f"{W}num"):
        source = number.find(f"{W}abstractNumId")
        wanted = "" if source is None else source.get(f"{W}val", "")
        found |= {(int(number.get(f"{W}numId", "0")), level): text for (abstract, level), text in texts.items() if abstract == wanted}
    return found


def _styles(
    document: etree._Element, root: etree._Element, numbers: Mapping[tuple[int, int], str], fonts: FontReader
) -> Iterator[SeenStyle]:
    reader = StyleReader(root)
    used: Counter[tuple[str, str]] = Counter()
    for tag, kind in _USERS.items():
        used.update((kind, node.get(f"{W}val", "")) for node in document.iter(f"{W}{tag}"))
    default = next((reader.id(node) for node in reader.nodes if node.get(f"{W}type") == "paragraph" and _is_default(node)), "")
    used["paragraph", default] += sum(1 for node in document.iter(f"{W}p") if node.find(f"{W}pPr/{W}pStyle") is None)
    for node in reader.nodes:
        chain = reader.chain(node)
        style = reader.style(node)
        kind = node.get(f"{W}type", "paragraph")
        name, found_by = built_in(style.name)
        based = node.find(f"{W}basedOn")
        latin, ea = fonts.faces(chain)
        yield SeenStyle(
            id=style.id,
            kind=kind,
            name=style.name,
            built_in=name,
            shown=shown_in_chinese(style.name),
            found_by=found_by,
            based_on="" if based is None else based.get(f"{W}val", ""),
            outline=_outline(chain, name),
            size=style.size,
            bold=style.bold,
            color=style.color.upper(),
            ground=_shading(chain),
            latin=latin,
            ea=ea,
            numbering=numbers.get(style.numbering, "") if style.numbering is not None else "",
            used=used[kind, style.id],
        )


def _is_default(node: etree._Element) -> bool:
    return node.get(f"{W}default", "0") in {"1", "true", "on"}


def _outline(chain: Sequence[etree._Element], name: str) -> int | None:
    """Return the outline level from 1; Word's own headings have theirs even where the file does not say it."""
    said = gathered([found for one in chain for found in one.iterfind(f"{W}pPr")]).get("outlineLvl", {}).get("val", "")
    if not said and name.startswith("heading "):
        return int(name.removeprefix("heading "))
    return int(said) + 1 if said and int(said) < _BODY_TEXT else None


def _shading(chain: Sequence[etree._Element]) -> str:
    """Return the shading behind the text, of its run or its paragraph; empty for none, `auto` and patterns count as none."""
    for holder in ("rPr", "pPr"):
        said = gathered([found for one in chain for found in one.iterfind(f"{W}{holder}")]).get("shd", {}).get("fill", "auto")
        if said != "auto":
            return said.upper()
    return ""


def _fonts(theme: SeenTheme | None, styles: Sequence[SeenStyle], document: etree._Element, fonts: FontReader) -> tuple[FontUse, ...]:
    """Return the faces of the theme, of the styles that are headings or in use, and those that the text names itself."""
    spoken: list[tuple[str, str, str]] = []
    for style in styles:
        if style.used or style.outline or style.built_in == "Normal":
            spoken += [(name, script, "styles") for name, script in ((style.latin, "latin"), (style.ea, "ea")) if name]
    for node in document.iter(f"{W}rFonts"):
        spoken += [(name, script, "text") for script in ("latin", "ea") if (name := fonts.face(node, script))]
    return fonts_of([theme] if theme is not None else [], spoken)


def _embedded(package: TemplatePackage, main: str) -> Iterator[str]:
    table = _part(package, main, "fontTable")
    for font in table.iterfind(f"{W}font") if table is not None else ():
        if any(etree.QName(node).localname.startswith("embed") for node in font):
            yield font.get(f"{W}name", "")
