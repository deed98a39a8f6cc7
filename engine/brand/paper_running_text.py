"""The lines of text of a header or footer: what is typed there, and the fields and controls that the report fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from engine.brand.paper_style import PaperStyle, RunningPiece, RunningSegment, TextLine

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_EMU = 12_700
_SINGLE, _USUAL = 1.3, 10.0
_LAST_NARROW, _NARROW = 0x2E7F, 0.55
CONTROLS = frozenset({"title", "footer", "contents"})
FIELDS = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "pages", "STYLEREF": "chapter", "TITLE": "title"}
"""Fields that the PDF prints, by their first word."""
_ALIGN = {"center": "center", "right": "right", "end": "right"}


def is_plain(root: etree._Element) -> bool:
    """Tell whether a part holds nothing of the company's: no drawing, and no words but the report's at the left and at the right."""
    if any(True for _ in root.iter(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}tbl")):
        return False
    pieces = [piece for paragraph in root.iter(f"{W}p") for piece in _pieces(paragraph, _USUAL_STYLE)]
    kinds = {piece.kind for piece in pieces if piece is not None}
    typed = any(piece is not None and piece.kind == "text" and piece.text.strip() for piece in pieces)
    return not typed and None in pieces and bool(kinds & CONTROLS)


def text_lines(root: etree._Element, styles: Mapping[str, PaperStyle], width: float) -> Iterator[TextLine]:
    """Yield the lines from above; a table's cells stand side by side in one line a row."""
    for block in _blocks(root):
        if block.tag == f"{W}p":
            yield from _paragraph(block, styles, width)
        else:
            for row in block.iterfind(f"{W}tr"):
                yield _row(row, styles, width)


def _blocks(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            yield from _blocks(content) if content is not None else ()


def _row(row: etree._Element, styles: Mapping[str, PaperStyle], width: float) -> TextLine:
    """Return a row as one line: the first paragraph with words of each cell at the cell's edge, or centred or flush right in it."""
    segments: list[RunningSegment] = []
    found: list[etree._Element] = []
    least, x, tall = 0.0, 0.0, 0.0
    said = row.find(f"{W}trPr/{W}trHeight")
    least = 0.0 if said is None else float(said.get(f"{W}val", "0")) / 20
    for cell in row.iterfind(f"{W}tc"):
        wide = cell.find(f"{W}tcPr/{W}tcW")
        room = float(wide.get(f"{W}w", "0")) / 20 if wide is not None and wide.get(f"{W}type", "dxa") == "dxa" else width / 2
        height = 0.0
        for paragraph in cell.iter(f"{W}p"):
            for line in _paragraph(paragraph, styles, room):
                height += line.height
                found += line.drawings
                shift = x + 5.4
                worded = (each for each in line.segments if any(piece.text or piece.kind != "text" for piece in each.pieces))
                segments += [RunningSegment(each.align, each.at + shift, each.pieces) for each in worded]
        tall = max(tall, height)
        x += room
    return TextLine(0.0, max(least, tall), max(least, tall), 0.0, tuple(segments), (), tuple(found))


def _paragraph(paragraph: etree._Element, styles: Mapping[str, PaperStyle], width: float) -> Iterator[TextLine]:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    style = styles.get("" if named is None else named.get(f"{W}val", ""), styles.get("", _USUAL_STYLE))
    own = paragraph.find(f"{W}pPr/{W}jc")
    align = _ALIGN.get(style.align if own is None else own.get(f"{W}val", ""), "left")
    pieces = list(_pieces(paragraph, style))
    sizes = [piece.size for piece in pieces if piece is not None and piece.text.strip()] or [style.size]
    pitch = style.pitch or max(sizes) * _SINGLE * (style.lines or 1.0)
    before, after = style.before, style.after
    spacing = paragraph.find(f"{W}pPr/{W}spacing")
    if spacing is not None:
        before = float(spacing.get(f"{W}before", str(before * 20))) / 20
        after = float(spacing.get(f"{W}after", str(after * 20))) / 20
        if spacing.get(f"{W}lineRule") == "exact":
            pitch = float(spacing.get(f"{W}line", "240")) / 20
    found = tuple(_drawings(paragraph))
    tall = max([pitch, *(_inline_height(each) for each in found)])
    broken: list[list[RunningPiece | None]] = [[]]
    for piece in pieces:
        if piece is not None and piece.kind == "break":
            broken.append([])
        else:
            broken[-1].append(piece)
    for index, line in enumerate(broken):
        last = index == len(broken) - 1
        segments = tuple(_segments(line, paragraph, style, width, align))
        white = (before if index == 0 else 0.0) + (after if last else 0.0)
        high = tall if index == 0 else pitch
        rules = style.rules if last else ()
        yield TextLine(0.0, high + white, high, before if index == 0 else 0.0, segments, rules, found if index == 0 else (), style.left)


def _segments(
    pieces: list[RunningPiece | None], paragraph: etree._Element, style: PaperStyle, width: float, align: str
) -> Iterator[RunningSegment]:
    """Yield what stands between tabs; a None is a tab, which leads to the next stop of the paragraph."""
    stops = sorted(_stops(paragraph))
    parts: list[list[RunningPiece]] = [[]]
    for piece in pieces:
        if piece is None:
            parts.append([])
        else:
            parts[-1].append(piece)
    if len(parts) == 1:
        at = {"left": style.left, "center": width / 2, "right": width}[align]
        yield RunningSegment(align, at, tuple(parts[0]))
        return
    usual = [(width / 2, "center"), (width, "right")]
    for index, part in enumerate(parts):
        if index == 0:
            yield RunningSegment("left", style.left, tuple(part))
            continue
        left = stops or usual
        at, kind = left[min(index, len(left)) - 1]
        yield RunningSegment(kind, min(at, width), tuple(part))


def _stops(paragraph: etree._Element) -> Iterator[tuple[float, str]]:
    for tab in paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab"):
        kind = tab.get(f"{W}val", "left")
        if kind != "clear":
            yield float(tab.get(f"{W}pos", "0")) / 20, _ALIGN.get(kind, "left")


def _pieces(paragraph: etree._Element, style: PaperStyle) -> Iterator[RunningPiece | None]:
    """Yield words, fields and controls in order; None for a tab."""
    state, code = "", ""
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
        boxed = next(node.iterancestors(_FALLBACK, f"{W}txbxContent", f"{W}pict"), None)
        if (boxed is not None and paragraph in boxed.iterancestors()) or node.getparent() is None:
            continue  # a text box in this paragraph, not the one that it stands in
        name = etree.QName(node).localname
        if name == "tab" and etree.QName(node.getparent()).localname != "r":
            continue
        look = _look(node, style)
        if name == "fldChar":
            state = node.get(f"{W}fldCharType", "")
            if state == "end":
                yield from _field(code, look)
                code, state = "", ""
            elif state == "begin":
                code = ""
        elif name == "instrText":
            code += node.text or ""
        elif name == "fldSimple":
            yield from _field(node.get(f"{W}instr", ""), look)
        elif state == "separate" or next(node.iterancestors(f"{W}fldSimple"), None) is not None:
            continue
        elif name == "tab":
            yield None
        elif name == "br":
            yield RunningPiece("", "break", *look)
        else:
            kind = _control(node)
            yield RunningPiece("" if kind else node.text or "", kind or "text", *look)


def _field(code: str, look: tuple[float, bool, str]) -> Iterator[RunningPiece]:
    words = code.split()
    kind = FIELDS.get(words[0].upper(), "") if words else ""
    if kind == "chapter" and {r"\n", r"\r", r"\w"} & set(words):
        return  # the number is printed with the name
    if kind:
        yield RunningPiece("", kind, *look)


def _control(node: etree._Element) -> str:
    for control in node.iterancestors(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None and tag.get(f"{W}val", "") in CONTROLS:
            return str(tag.get(f"{W}val"))
    return ""


def _look(node: etree._Element, style: PaperStyle) -> tuple[float, bool, str]:
    run = next((each for each in node.iterancestors(f"{W}r")), None)
    properties = None if run is None else run.find(f"{W}rPr")
    if properties is None:
        return style.size, style.bold, style.color
    size, bold, color = (properties.find(f"{W}{name}") for name in ("sz", "b", "color"))
    said = "" if color is None else color.get(f"{W}val", "")
    return (
        style.size if size is None else float(size.get(f"{W}val", "20")) / 2,
        style.bold if bold is None else bold.get(f"{W}val", "1") not in {"0", "false"},
        style.color if color is None or said == "auto" else said.upper(),
    )


def _drawings(paragraph: etree._Element) -> Iterator[etree._Element]:
    for node in paragraph.iter(f"{W}drawing"):
        if next(node.iterancestors(_FALLBACK), None) is None and next(node.iterancestors(f"{W}drawing"), None) is None:
            yield node


def _inline_height(drawing: etree._Element) -> float:
    extent = drawing.find(f"{_WP}inline/{_WP}extent")
    return 0.0 if extent is None else float(extent.get("cy", "0")) / _EMU


def inline_left(drawing: etree._Element, width: float, room: float, align: str) -> float:
    """Return about where a picture in a line begins, in points: at the stop of the tab before it, and after the words since."""
    paragraph = next((each for each in drawing.iterancestors(f"{W}p")), None)
    if paragraph is None:
        return 0.0
    tabs, before = 0, 0.0
    for node in paragraph.iter(f"{W}tab", f"{W}t", f"{W}drawing"):
        if node is drawing:
            break
        if node.tag == f"{W}tab":
            holder = node.getparent()
            tabs, before = (tabs + 1, 0.0) if holder is not None and holder.tag == f"{W}r" else (tabs, before)
        elif node.tag == f"{W}t" and next(node.iterancestors(f"{W}drawing", f"{W}pict"), None) is None:
            before += sum(_USUAL if ord(char) > _LAST_NARROW else _USUAL * _NARROW for char in node.text or "")
    stops = sorted(_stops(paragraph)) or [(room / 2, "center"), (room, "right")]
    at, side = stops[min(tabs, len(stops)) - 1] if tabs else ({"left": 0.0, "center": room / 2, "right": room}[align], align)
    whole = width + before
    return max(0.0, at + before - {"left": 0.0, "center": whole / 2, "right": whole}[side])


def line_height(line: TextLine) -> float:
    return line.before + line.pitch


_USUAL_STYLE = PaperStyle("", "", _USUAL, None, False, "", "", 0, 0, 0, 0, 0, "left", False, None)
