"""What a .docx shows in its body: texts, headings, pictures, charts and links. Word has no pages before it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from engine.base.records import dataclass
from engine.probe.carried import carries_ledger
from engine.probe.chart_labels import chart_labels
from engine.probe.drawn import DrawnChart, DrawnFile, DrawnHeading, DrawnLink, DrawnPicture, DrawnText
from engine.probe.drawn_chart import C, chart_facts
from engine.probe.drawn_pptx import DECORATIVE, R, seen_pixels
from engine.probe.package_parts import Parts, open_parts
from engine.probe.raster import pixels_of
from engine.probe.slide_place import EMU
from engine.probe.word_inks import WP, page_color, word_inks
from engine.probe.word_styles import A, W, WordStyles

PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
LONG = 80
"""Characters from which on a paragraph has several lines on any page."""
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_REFERENCE = re.compile(r"^\s*(?:REF|PAGEREF)\s+\"?([^\s\"\\]+)")
_LEAP = re.compile(r"^\s*HYPERLINK\s+\\l\s+\"([^\"]+)\"")


def drawn_in_docx(blob: bytes) -> DrawnFile:
    """Read the body of a document. Raises ValueError when the bytes are no Word document."""
    with open_parts(blob) as parts:
        main = parts.main(_DOCUMENT)
        referred = parts.referred(main)
        theme = next((target for target in referred.values() if "/theme/" in target and target in parts), "")
        styles = WordStyles(parts.xml(_STYLES) if _STYLES in parts else None, parts.xml(theme) if theme else None)
        root = parts.xml(main)
        paragraphs = [_Paragraph.of(node, styles) for node in root.iter(f"{W}p") if not _is_fallback(node)]
        body = _Body(parts, referred, paragraphs)
        return DrawnFile(
            "docx",
            texts=tuple(text for paragraph in paragraphs for text in _texts(paragraph.node, styles)),
            pictures=tuple(body.pictures()),
            charts=tuple(body.charts()),
            headings=tuple(_headings(paragraphs, styles)),
            broken_links=tuple(dict.fromkeys(_broken(root, paragraphs))),
            loose=tuple(_loose(paragraphs, styles)),
            inks=word_inks(
                [(each.node, list(_runs(each.node))) for each in paragraphs], styles, page_color(root, _running(parts, referred))
            ),
            is_traced=carries_ledger(parts),
        )


def _running(parts: Parts, referred: dict[str, str]) -> list[etree._Element]:
    """Return the headers and footers of a document."""
    names = (name for name in dict.fromkeys(referred.values()) if re.search(r"/(?:header|footer)[^/]*$", name) and name in parts)
    return [parts.xml(name) for name in names]


_TEXT, _TIED_HYPHEN = f"{W}t", f"{W}noBreakHyphen"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with its words, and the level of its heading."""

    node: etree._Element
    words: str
    level: int

    @classmethod
    def of(cls, node: etree._Element, styles: WordStyles) -> _Paragraph:
        inside = (item for run in _runs(node) for item in run.iterchildren(_TEXT, _TIED_HYPHEN))
        words = "".join(item.text or "" if item.tag == _TEXT else "-" for item in inside)
        return cls(node, words, 0 if styles.is_contents(node) else styles.level(node))


def _is_fallback(node: etree._Element) -> bool:
    """Tell whether a paragraph is a copy of another one for older programs."""
    return next(node.iterancestors(_FALLBACK), None) is not None


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph, those in links and fields too, but none of a text box inside it."""
    for node in paragraph:
        if node.tag == f"{W}r":
            yield node
        elif node.tag in {f"{W}hyperlink", f"{W}ins", f"{W}smartTag", f"{W}fldSimple", f"{W}sdt", f"{W}sdtContent"}:
            yield from _runs(node)


def _texts(paragraph: etree._Element, styles: WordStyles) -> Iterator[DrawnText]:
    for run in _runs(paragraph):
        words = "".join(text.text or "" for text in run.iterfind(f"{W}t"))
        hidden = run.find(f"{W}rPr/{W}vanish") is not None
        if words.strip() and not hidden:
            ea, look = styles.ea(run, paragraph), (_color(run), _faces(run))
            yield DrawnText(0, "", words, styles.size(run, paragraph), bool(ea), styles.latin(run, paragraph), ea, *look)


def _color(run: etree._Element) -> str:
    """Return the RRGGBB that a run names itself, empty for none, an automatic one or one of the theme."""
    color = run.find(f"{W}rPr/{W}color")
    value = "" if color is None or color.get(f"{W}themeColor") else color.get(f"{W}val", "")
    return "" if value == "auto" else value.upper()


def _faces(run: etree._Element) -> tuple[str, ...]:
    """Return the fonts that a run names itself, without those of the theme."""
    fonts = run.find(f"{W}rPr/{W}rFonts")
    named = (fonts.get(f"{W}{script}", "") for script in ("ascii", "hAnsi", "eastAsia")) if fonts is not None else ()
    return tuple(dict.fromkeys(name for name in named if name))


def _headings(paragraphs: Sequence[_Paragraph], styles: WordStyles) -> Iterator[DrawnHeading]:
    last = max((index for index, each in enumerate(paragraphs) if each.words.strip()), default=-1)
    for index, each in enumerate(paragraphs):
        if each.level and each.words.strip():
            yield DrawnHeading(0, each.level, each.words, styles.is_on(each.node, "keepNext", otherwise=False), index == last)


def _loose(paragraphs: Sequence[_Paragraph], styles: WordStyles) -> Iterator[str]:
    for each in paragraphs:
        kept = styles.is_on(each.node, "widowControl", otherwise=True) or styles.is_on(each.node, "keepLines", otherwise=False)
        if len(each.words) >= LONG and not kept and next(each.node.iterancestors(f"{W}tc"), None) is None:
            yield each.words


def _broken(root: etree._Element, paragraphs: Sequence[_Paragraph]) -> Iterator[DrawnLink]:
    """Yield links and cross-references to bookmarks that are not there."""
    marks = {node.get(f"{W}name", "") for node in root.iter(f"{W}bookmarkStart")}
    for paragraph in paragraphs:
        for link in paragraph.node.iterfind(f".//{W}hyperlink"):
            anchor = link.get(f"{W}anchor")
            if anchor and anchor not in marks and link.get(f"{R}id") is None and anchor != "_top":
                yield DrawnLink(0, "".join(text.text or "" for text in link.iter(f"{W}t")) or paragraph.words, anchor)
        for code in _fields(paragraph.node):
            found = _REFERENCE.match(code) or _LEAP.match(code)
            if found is not None and found[1] not in marks:
                yield DrawnLink(0, paragraph.words, found[1])


def _fields(paragraph: etree._Element) -> Iterator[str]:
    """Yield the instructions of a paragraph's fields; one may be spread over several runs."""
    yield from (node.get(f"{W}instr", "") for node in paragraph.iterfind(f".//{W}fldSimple"))
    code = ""
    for node in paragraph.iter(f"{W}instrText", f"{W}fldChar"):
        if node.tag == f"{W}instrText":
            code += node.text or ""
        elif code:
            yield code
            code = ""
    if code:
        yield code


@dataclass(frozen=True, slots=True)
class _Body:
    """A body with what it refers to."""

    parts: Parts
    referred: dict[str, str]
    paragraphs: Sequence[_Paragraph]

    def pictures(self) -> Iterator[DrawnPicture]:
        for _, drawing in self._drawings():
            shown = list(drawing.iter(f"{PIC}pic"))
            own, extent = drawing.find(f"{WP}docPr"), drawing.find(f"{WP}extent")
            if own is None or extent is None or not shown:
                continue
            alt, decorative = _alt(own)
            size = (int(extent.get("cx", "0")) / EMU, int(extent.get("cy", "0")) / EMU)
            for picture in shown:
                inner = picture.find(f"{PIC}spPr/{A}xfrm/{A}ext") if len(shown) > 1 else None
                width, height = size if inner is None else (int(inner.get("cx", "0")) / EMU, int(inner.get("cy", "0")) / EMU)
                blip = picture.find(f"{PIC}blipFill/{A}blip")
                part = "" if blip is None else self.referred.get(blip.get(f"{R}embed", ""), "")
                pixels = seen_pixels(pixels_of(self.parts.blob(part)), picture.find(f"{PIC}blipFill/{A}srcRect"))
                inside = next((_alt(each)[0] for each in picture.iter(f"{PIC}cNvPr")), "")
                yield DrawnPicture(0, own.get("name", ""), width, height, pixels, alt or inside, decorative)

    def charts(self) -> Iterator[DrawnChart]:
        words = "\n".join(paragraph.words for paragraph in self.paragraphs if paragraph.words)
        for index, drawing in self._drawings():
            own = drawing.find(f"{WP}docPr")
            for chart in drawing.iter(f"{C}chart"):
                part = self.referred.get(chart.get(f"{R}id", ""), "")
                if part in self.parts and own is not None:
                    root, extent = self.parts.xml(part), drawing.find(f"{WP}extent")
                    facts = chart_facts(root)
                    size = (0.0, 0.0) if extent is None else (int(extent.get("cx", "0")) / EMU, int(extent.get("cy", "0")) / EMU)
                    near = self._near(index)
                    name, alt = own.get("name", ""), _alt(own)[0]
                    yield DrawnChart(
                        0,
                        name,
                        facts.kinds,
                        facts.categories,
                        facts.series,
                        facts.title,
                        near,
                        facts.has_unit,
                        words,
                        alt,
                        chart_labels(root, *size),
                    )

    def _drawings(self) -> Iterator[tuple[int, etree._Element]]:
        """Yield inline and anchored drawings with the number of their paragraph."""
        for index, paragraph in enumerate(self.paragraphs):
            for drawing in paragraph.node.iter(f"{WP}inline", f"{WP}anchor"):
                if next(drawing.iterancestors(f"{W}p"), None) is paragraph.node and next(drawing.iterancestors(_FALLBACK), None) is None:
                    yield index, drawing

    def _near(self, index: int) -> str:
        """Return the words of the two paragraphs before and after a drawing that say something, where its title, unit and caption stand."""
        before = [each.words for each in self.paragraphs[max(0, index - 6) : index] if each.words.strip()][-2:]
        after = [each.words for each in self.paragraphs[index : index + 6] if each.words.strip()][:2]
        return "\n".join((*before, *after))


def _alt(node: etree._Element) -> tuple[str, bool]:
    decorative = any(each.get("val") not in {"0", "false"} for each in node.iter(DECORATIVE))
    return (node.get("descr") or node.get("title") or "").strip(), decorative
