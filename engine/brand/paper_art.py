"""What stands in the headers and footers of a Word template, in its places on the page: lines of text, pictures, plain shapes and rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from engine.base.records import dataclass, replace
from engine.base.units import Length, Rect, pt
from engine.brand.decor.sheet import Sheet
from engine.brand.office_theme import scheme_colors, solid_color
from engine.brand.paper_decor import read_drawing
from engine.brand.paper_running_text import inline_left, is_plain, line_height, text_lines
from engine.brand.paper_style import (
    PaperSection,
    PaperStyle,
    Running,
    RunningArt,
    RunningPicture,
    RunningRule,
    RunningSegment,
    RunningShape,
    TextLine,
)
from engine.brand.template_package import NS, TemplatePackage
from engine.model.decor import Decor
from engine.model.theme import Color

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A, _R = f"{{{NS['a']}}}", f"{{{NS['r']}}}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWABLE = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_WHOLE = 100_000
_VML = "{urn:schemas-microsoft-com:vml}"
_UNSEEN = frozenset({"shapetype", "stroke", "fill", "path", "formulas", "f", "handles", "h", "textbox", "shadow"})
"""Elements of VML that draw nothing by themselves."""
_PLAIN_SHAPES = frozenset({"rect", "line", "straightConnector1"})


@dataclass(frozen=True, slots=True)
class ArtReader:
    """`styles` by id, `colors` of the theme by slot; `theme` is the name and the root of its part, None where the document has none."""

    package: TemplatePackage
    styles: Mapping[str, PaperStyle]
    colors: Mapping[str, str]
    theme: tuple[str, etree._Element] | None = None

    def art(self, section: PaperSection) -> tuple[RunningArt, ...]:
        """Return the art of a section's default header and footer; parts that hold nothing but the report's own words have none."""
        found = []
        for running in section.running:
            if running.kind == "default":
                root = self.package.xml(running.part)
                if not is_plain(root):
                    links = {link.id: link.part for link in self.package.relations(running.part)}
                    found.append(self._art(running, root, section, links))
        return tuple(found)

    def _art(self, running: Running, root: etree._Element, section: PaperSection, links: Mapping[str, str]) -> RunningArt:
        tag, sheet = running.tag, self._sheet(running.part)
        lines = list(text_lines(root, self.styles, section.text_width.points))
        height = sum(line.height for line in lines)
        y = section.header.points if tag == "header" else section.size.height.points - section.footer.points - height
        texts: list[TextLine] = []
        pictures: list[RunningPicture] = []
        shapes: list[RunningShape] = []
        rules: list[RunningRule] = []
        skipped: list[str] = [_old_name(node) for node in root.iter(f"{W}pict", f"{W}object") if _is_old(node)]
        decor: list[Decor] = []
        for line in lines:
            place = Rect(section.left, pt(y), section.text_width, pt(line.height))
            align = line.segments[0].align if line.segments else "left"
            for drawing in line.drawings:
                frame = drawing_frame(drawing, place, section, align)
                if frame is not None:
                    texts += self._boxed(drawing, frame, section)
                    if _is_plain_drawing(drawing[0]):
                        self._draw(drawing[0], frame, links, (pictures, shapes, skipped))
                    else:
                        decor += read_drawing(drawing[0], frame, sheet)
            texts.append(replace(line, y=y, drawings=()))
            for rule in line.rules:
                at = y - rule.space if rule.side == "top" else y + line_height(line) + rule.space
                rules.append(
                    RunningRule(pt(at), section.left + pt(line.left), section.text_width - pt(line.left), Color(rule.color), rule.width)
                )
            y += line.height
        skipped += [each.name for each in sheet.skipped if not each.partly]
        return RunningArt(tag, tuple(texts), tuple(pictures), tuple(shapes), tuple(rules), tuple(skipped), tuple(decor))

    def _sheet(self, part: str) -> Sheet:
        """Return what the drawings of a part refer to."""
        theme_part, theme = self.theme or ("", etree.Element(f"{_A}theme"))
        return Sheet(self.package, part, {**scheme_colors(theme), **self.colors}, theme, theme_part)

    def _boxed(self, drawing: etree._Element, frame: Rect, section: PaperSection) -> Iterator[TextLine]:
        """Yield the lines of text boxes, in their places on the page; their segments count from the left margin as those of the part do."""
        for shape in drawing.iter(f"{_WPS}wsp"):
            content = shape.find(f".//{W}txbxContent")
            if content is None:
                continue
            place = frame if _alone(drawing[0]) else _inside(shape, drawing[0], frame)
            inset, top = _insets(shape)
            y, shift = place.y.points + top, (place.x - section.left).points + inset
            for line in text_lines(content, self.styles, place.width.points - inset * 2):
                moved = tuple(RunningSegment(each.align, each.at + shift, each.pieces) for each in line.segments)
                yield replace(line, y=y, segments=moved, drawings=(), rules=())
                y += line.height

    def _draw(
        self,
        holder: etree._Element,
        frame: Rect,
        links: Mapping[str, str],
        found: tuple[list[RunningPicture], list[RunningShape], list[str]],
    ) -> None:
        """Add the pictures and shapes of a drawing that can be drawn, or its name."""
        pictures, shapes, skipped = found
        named = holder.find(f"{_WP}docPr")
        name = "" if named is None else named.get("name", "")
        found_any = False
        for picture in holder.iter(f"{_PIC}pic"):
            blip = picture.find(f".//{_A}blip")
            part = links.get("" if blip is None else blip.get(f"{_R}embed", ""), "")
            blob = self.package.blob(part) if part else b""
            cropped = picture.find(f"{_PIC}blipFill/{_A}srcRect")
            if blob.startswith(_DRAWABLE) and (cropped is None or not cropped.attrib):
                pictures.append(RunningPicture(frame if _alone(holder) else _inside(picture, holder, frame), blob, name))
                found_any = True
        for shape in holder.iter(f"{_WPS}wsp"):
            made = self._shape(shape, frame if _alone(holder) else _inside(shape, holder, frame))
            if made is not None:
                shapes.append(made)
                found_any = True
        worded = any((text.text or "").strip() for text in holder.iter(f"{W}t"))
        if not found_any and not worded:
            skipped.append(name)

    def _shape(self, shape: etree._Element, frame: Rect) -> RunningShape | None:
        """Return a rectangle or a line in flat colours, None for any other shape, and for one without colours."""
        properties = shape.find(f"{_WPS}spPr")
        if properties is None:
            return None
        geometry = properties.find(f"{_A}prstGeom")
        kind = "" if geometry is None else geometry.get("prst", "")
        line = properties.find(f"{_A}ln")
        stroke = None if line is None else solid_color(line.find(f"{_A}solidFill"), self.colors)
        fill = solid_color(properties.find(f"{_A}solidFill"), self.colors)
        width = 0.75 if line is None else int(line.get("w", "9525")) / 12_700
        if kind in {"line", "straightConnector1"}:
            return RunningShape(frame, None, stroke or Color("808080"), width, is_line=True)
        if kind == "rect" and (fill or stroke):
            return RunningShape(frame, fill, stroke, width, is_line=False)
        return None


def _is_old(node: etree._Element) -> bool:
    """Tell whether a drawing of Word 2007 and before is seen: it stands for no newer one, and draws anything."""
    if next(node.iterancestors(_FALLBACK), None) is not None:
        return False
    return any(each.tag.startswith(_VML) and etree.QName(each).localname not in _UNSEEN for each in node.iter("*"))


def _old_name(node: etree._Element) -> str:
    names = (each.get("alt") or each.get("id") or "" for each in node.iter("*") if each.tag.startswith(_VML))
    return f"{next((name for name in names if name), '')} (VML)".strip()


def _is_plain_drawing(holder: etree._Element) -> bool:
    """Tell whether a drawing is made of whole pictures, not behind the text, and of shapes that are rectangles or lines in flat colours."""
    for shape in holder.iter(f"{_WPS}wsp"):
        properties = shape.find(f"{_WPS}spPr")
        geometry = None if properties is None else properties.find(f"{_A}prstGeom")
        kind = "" if geometry is None else geometry.get("prst", "")
        transform = None if properties is None else properties.find(f"{_A}xfrm")
        turned = transform is not None and bool(
            {"rot", "flipH", "flipV"} & {key for key, value in transform.attrib.items() if value != "0"}
        )
        styled = shape.find(f"{_WPS}style") is not None
        fills = () if properties is None else properties.iterfind("*")
        rich = any(etree.QName(each).localname in {"gradFill", "blipFill", "pattFill", "custGeom"} for each in fills)
        if kind not in _PLAIN_SHAPES or turned or rich or (styled and kind == "rect"):
            return False
    pictures = list(holder.iter(f"{_PIC}pic"))
    cropped = (each.find(f"{_PIC}blipFill/{_A}srcRect") for each in pictures)
    behind = bool(pictures) and holder.get("behindDoc", "0") not in {"0", "false"}
    return not behind and not any(each is not None and each.attrib for each in cropped)


def _insets(shape: etree._Element) -> tuple[float, float]:
    """Return the white at the left and above inside a text box, in points."""
    body = shape.find(f"{_WPS}bodyPr")
    left, top = ("91440", "45720") if body is None else (body.get("lIns", "91440"), body.get("tIns", "45720"))
    return int(left) / 12_700, int(top) / 12_700


def drawing_frame(drawing: etree._Element, place: Rect, section: PaperSection, align: str) -> Rect | None:
    """Return where a drawing stands: in the line at `place`, or in a place of its own."""
    anchor, inline = drawing.find(f"{_WP}anchor"), drawing.find(f"{_WP}inline")
    if anchor is not None:
        return _anchored(anchor, place, section)
    if inline is None:
        return None
    own = _extent(inline)
    return replace(own, x=place.x + pt(inline_left(drawing, own.width.points, place.width.points, align)), y=place.y)


def _alone(holder: etree._Element) -> bool:
    """Tell whether a drawing is one thing, not a group."""
    return sum(1 for _ in holder.iter(f"{_PIC}pic", f"{_WPS}wsp")) == 1


def _inside(part: etree._Element, holder: etree._Element, frame: Rect) -> Rect:
    """Return where a part of a group stands: the group's own coordinates laid over its frame."""
    group = next((node for node in holder.iter(f"{_A}xfrm") if node.find(f"{_A}chExt") is not None), None)
    own = part.find(f".//{_A}xfrm")
    if group is None or own is None:
        return frame
    start, size = group.find(f"{_A}chOff"), group.find(f"{_A}chExt")
    off, ext = own.find(f"{_A}off"), own.find(f"{_A}ext")
    if start is None or size is None or off is None or ext is None:
        return frame

    def of(node: etree._Element, name: str) -> int:
        return int(node.get(name, "0"))

    across, down = int(frame.width) / max(1, of(size, "cx")), int(frame.height) / max(1, of(size, "cy"))
    return Rect(
        frame.x + Length(round((of(off, "x") - of(start, "x")) * across)), frame.y + Length(round((of(off, "y") - of(start, "y")) * down)),
        Length(round(of(ext, "cx") * across)), Length(round(of(ext, "cy") * down)),
    )  # fmt: skip


def _extent(holder: etree._Element) -> Rect:
    extent = holder.find(f"{_WP}extent")
    across, down = ("0", "0") if extent is None else (extent.get("cx", "0"), extent.get("cy", "0"))
    return Rect(Length(0), Length(0), Length(int(across)), Length(int(down)))


def _anchored(anchor: etree._Element, place: Rect, section: PaperSection) -> Rect:
    """Return the frame of a drawing that has a place of its own: from page, margin, column or paragraph, by offset, share or alignment."""
    size = section.size
    own = _sized(anchor, _extent(anchor), section)
    across = {
        "page": (Length(0), size.width),
        "leftMargin": (Length(0), section.left),
        "rightMargin": (size.width - section.right, section.right),
    }
    down = {
        "page": (Length(0), size.height), "paragraph": (place.y, place.height), "line": (place.y, place.height),
        "topMargin": (Length(0), section.top), "bottomMargin": (size.height - section.bottom, section.bottom),
    }  # fmt: skip
    x = _position(anchor, "positionH", across, (section.left, section.text_width), own.width)
    y = _position(anchor, "positionV", down, (section.top, section.text_height), own.height)
    return replace(own, x=x, y=y)


def _sized(anchor: etree._Element, own: Rect, section: PaperSection) -> Rect:
    """Return a frame whose sides are shares of page or margins where the drawing says so."""
    wholes = {"page": (section.size.width, section.size.height), "margin": (section.text_width, section.text_height)}
    for name, child, index in (("sizeRelH", "pctWidth", 0), ("sizeRelV", "pctHeight", 1)):
        node = anchor.find(f"{_WP14}{name}")
        share = None if node is None else node.find(f"{_WP14}{child}")
        if node is None or share is None or not int(share.text or "0"):
            continue
        whole = wholes.get(node.get("relativeFrom", "page"), wholes["page"])[index] * (int(share.text or "0") / _WHOLE)
        own = replace(own, width=whole) if index == 0 else replace(own, height=whole)
    return own


def _position(
    anchor: etree._Element, name: str, known: Mapping[str, tuple[Length, Length]], usual: tuple[Length, Length], size: Length
) -> Length:
    node = next((each for each in anchor.iter(f"{_WP}{name}") if next(each.iterancestors(_FALLBACK), None) is None), None)
    if node is None:
        return usual[0]
    start, whole = known.get(node.get("relativeFrom", ""), usual)
    share = next((each for each in node if etree.QName(each).localname.startswith("pctPos")), None)
    if share is not None:
        return start + whole * (int(share.text or "0") / _WHOLE)
    offset, align = node.find(f"{_WP}posOffset"), node.find(f"{_WP}align")
    if offset is not None:
        return start + Length(int(offset.text or "0"))
    free = whole - size
    return start + free * {"right": 1.0, "bottom": 1.0, "center": 0.5, "outside": 1.0}.get("" if align is None else align.text or "", 0.0)
