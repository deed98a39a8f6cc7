"""The colours of the words in a Word document and of what they stand on, where both are certain.

Letters of the automatic colour are left out: Word itself sets them black or white. Of a colour of the theme the value counts that the file
remembers beside it. The ground is the shading of the run, of the paragraph, of the cell, of the text box, or the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from engine.probe.drawn import DrawnInk
from engine.probe.word_styles import A, W, WordStyles

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_EFFECTS = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_HEX = re.compile("[0-9A-Fa-f]{6}")
_WHITE, _UNKNOWN = "FFFFFF", "?"
_PENS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00",
    "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""The colours of Word's text marker (ECMA-376 part 1, §17.18.40)."""


def word_inks(paragraphs: Sequence[tuple[etree._Element, Sequence[etree._Element]]], styles: WordStyles, page: str) -> tuple[DrawnInk, ...]:
    """Return the words of paragraphs, each given with its runs. `page` is the colour of the page, empty where nobody knows it."""
    return tuple(dict.fromkeys(ink for paragraph, runs in paragraphs for ink in _of_paragraph(paragraph, runs, styles, page)))


def page_color(root: etree._Element, others: Sequence[etree._Element]) -> str:
    """Return the colour of a document's pages, empty where pictures or shapes lie behind the text. `others` are its headers and footers."""
    for part in (root, *others):
        if any(anchor.get("behindDoc") in {"1", "true"} for anchor in part.iter(f"{WP}anchor")):
            return ""
        if any("z-index:-" in (node.get("style") or "") and not _is_watermark(node) for node in part.iter() if node.get("style")):
            return ""
    ground = root.find(f"{W}background")
    color = _WHITE if ground is None else ground.get(f"{W}color", _WHITE)
    return color.upper() if _HEX.fullmatch(color) else _WHITE


def _is_watermark(node: etree._Element) -> bool:
    """Tell whether an old drawing is letters, which hide nothing."""
    return any(child.tag.endswith("}textpath") for child in node.iter("*"))


def _of_paragraph(paragraph: etree._Element, runs: Sequence[etree._Element], styles: WordStyles, page: str) -> Iterator[DrawnInk]:
    below: str | None = None
    for run in runs:
        words = "".join(text.text or "" for text in run.iterfind(f"{W}t")).strip()
        color = _ink(run, paragraph, styles) if words else ""
        if not color:
            continue
        below = _below(paragraph, styles, page) if below is None else below
        ground = _marked(run, paragraph, styles) or below
        if ground and ground != _UNKNOWN:
            yield DrawnInk(0, words, color, ground, styles.size(run, paragraph), styles.is_bold(run, paragraph))


def _ink(run: etree._Element, paragraph: etree._Element, styles: WordStyles) -> str:
    """Return the colour of some letters, empty where Word chooses it, or an effect changes it."""
    properties = run.find(f"{W}rPr")
    if properties is not None:
        hidden = properties.find(f"{W}vanish") is not None
        if hidden or any(node.tag.startswith(_EFFECTS) for node in properties.iterchildren("*")):
            return ""
    found = next(styles.of_run(run, paragraph, "color"), None)
    value = "" if found is None else found.get(f"{W}val", "")
    return value.upper() if _HEX.fullmatch(value) else ""


def _marked(run: etree._Element, paragraph: etree._Element, styles: WordStyles) -> str:
    """Return the colour of the marker or shading of a run, empty for none."""
    pen = next(styles.of_run(run, paragraph, "highlight"), None)
    if pen is not None and pen.get(f"{W}val") in _PENS:
        return _PENS[pen.get(f"{W}val", "")]
    return _shade(next(styles.of_run(run, paragraph, "shd"), None))


def _below(paragraph: etree._Element, styles: WordStyles, page: str) -> str:
    """Return what a paragraph stands on."""
    own = _shade(next(styles.of_paragraph(paragraph, "shd"), None))
    if own:
        return own
    for node in paragraph.iterancestors(f"{W}tc", f"{W}txbxContent"):
        if node.tag == f"{W}txbxContent":
            return _box_color(node)
        shading = node.find(f"{W}tcPr/{W}shd")
        if shading is None:
            table = next(node.iterancestors(f"{W}tbl"), None)
            found = _UNKNOWN if table is not None and styles.shades(table) else ""
        else:
            found = _shade(shading)
        if found:
            return found
    return page or _UNKNOWN


def _shade(shading: etree._Element | None) -> str:
    """Return the colour of a shading, empty for none, `?` for a pattern."""
    kind = "nil" if shading is None else shading.get(f"{W}val", "clear")
    if shading is None or kind == "nil":
        return ""
    if kind not in {"clear", "solid"}:
        return _UNKNOWN
    value = shading.get(f"{W}fill" if kind == "clear" else f"{W}color", "auto")
    if _HEX.fullmatch(value):
        return value.upper()
    return "" if kind == "clear" else _UNKNOWN


def _box_color(content: etree._Element) -> str:
    """Return what the text box around some paragraphs is filled with, `?` where it does not name a plain colour."""
    shape = next(content.iterancestors(f"{_SHAPE}wsp"), None)
    fill = None if shape is None else shape.find(f"{_SHAPE}spPr/{A}solidFill/{A}srgbClr")
    value = "" if fill is None or len(fill) else fill.get("val", "")
    return value.upper() if _HEX.fullmatch(value) else _UNKNOWN
