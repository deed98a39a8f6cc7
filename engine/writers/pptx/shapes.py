"""Text boxes, shapes, freeforms, lines and pictures as elements of a slide's shape tree."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Length, Rect
from engine.brand.deck_layout import Slot
from engine.model.deck import Geometry, Line, Picture, Polygon, Shape, TextBox
from engine.writers.ooxml.xml import attrs
from engine.writers.pptx.ink import NO_LINE, Ink
from engine.writers.pptx.text import Relate, TextWriter, body_properties

# Tells screen readers and PowerPoint's accessibility check that a shape says nothing the text does not say.
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_POINTED = (Geometry.CHEVRON, Geometry.HOME_PLATE, Geometry.PARALLELOGRAM)
_TITLES = frozenset({"title", "ctrTitle"})
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def head(number: int, name: str, alt: str = "") -> str:
    """Return `p:cNvPr`; `number` is unique on its slide and positive."""
    return f"<p:cNvPr{attrs({'id': number, 'name': name, 'descr': alt} if alt else {'id': number, 'name': name})}/>"


def decorative_head(number: int, name: str) -> str:
    return f"<p:cNvPr{attrs({'id': number, 'name': name})}>{DECORATIVE}</p:cNvPr>"


def transform(frame: Rect, flip: str = "", tag: str = "a:xfrm") -> str:
    x, y, width, height = int(frame.x), int(frame.y), int(frame.width), int(frame.height)
    return f'<{tag}{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></{tag}>'


def text_box(box: TextBox, head: str, slot: Slot | None, text: TextWriter, relate: Relate) -> str:
    """Return a placeholder when `slot` is one that takes words, else a free text box; a title is a placeholder on every slide.

    A placeholder in its place inherits the layout's geometry.
    """
    if box.slot == "page_number" and box.paragraphs and box.paragraphs[0].runs:
        paragraphs = text.page_number(box.paragraphs[0])
    else:
        paragraphs = text.paragraphs(box.paragraphs, relate, title=box.slot == "title")
    place = f"<p:spPr>{transform(box.frame)}</p:spPr>"
    if slot is not None and not slot.is_placeholder and box.slot == "title":  # a layout without a title: outlines know the slide's own
        slot = replace(slot, type="title")
    elif slot is not None and slot.type in _TITLES and box.slot != "title":  # a slide has one title
        slot = None
    elif slot is not None and slot.takes_words:
        place = "<p:spPr/>" if box.frame == slot.frame and not slot.moved else place
    body = f"<p:txBody>{body_properties(box.anchor, plain=slot is not None and slot.styled, one_line=box.one_line)}{paragraphs}</p:txBody>"
    if slot is None or not slot.takes_words:
        place = f"<p:spPr>{transform(box.frame)}{_RECTANGLE}<a:noFill/></p:spPr>"
        return f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>{place}{body}</p:sp>'
    return f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>{placeholder(slot)}</p:nvSpPr>{place}{body}</p:sp>'


def placeholder(slot: Slot) -> str:
    kind = f' type="{slot.type}"' if slot.type != "obj" else ""
    index = f' idx="{slot.idx}"' if slot.idx else ""
    return f"<p:nvPr><p:ph{kind}{index}/></p:nvPr>"


def shape(item: Shape, head: str, ink: Ink) -> str:
    guide = _guide(item)
    geometry = f'<a:prstGeom prst="{item.geometry.value}"><a:avLst>{guide}</a:avLst></a:prstGeom>'
    line = ink.line(item.stroke)
    return (
        f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(item.frame)}{geometry}{ink.fill(item.fill)}{line}</p:spPr></p:sp>"
    )


def _guide(item: Shape) -> str:
    """Return the one adjustment of round corners and arrow points: 1/100 000 of the shorter side."""
    shorter = min(item.frame.width, item.frame.height)
    if shorter <= 0:
        return ""
    value = round(item.radius / shorter * 100_000)
    if item.geometry is Geometry.ROUND_RECT:
        value = min(value, 50_000)
    elif item.geometry in _POINTED:
        value = min(value, round(item.frame.width / shorter * 100_000))
    else:
        return ""
    return f'<a:gd name="adj" fmla="val {value}"/>'


def polygon(item: Polygon, head: str, ink: Ink) -> str:
    left, top = min(point.x for point in item.points), min(point.y for point in item.points)
    width, height = max(point.x for point in item.points) - left, max(point.y for point in item.points) - top
    first, *others = (f'<a:pt x="{point.x - left:d}" y="{point.y - top:d}"/>' for point in item.points)
    path = f"<a:moveTo>{first}</a:moveTo>{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in others)}<a:close/>"
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width:d}" h="{height:d}">{path}</a:path></a:pathLst></a:custGeom>'
    )
    place = transform(Rect(left, top, width, height))
    return f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{place}{geometry}{ink.fill(item.fill)}{NO_LINE}</p:spPr></p:sp>"


def line(item: Line, head: str, ink: Ink) -> str:
    left, right = sorted((item.start.x, item.end.x))
    top, bottom = sorted((item.start.y, item.end.y))
    flip = (' flipH="1"' if item.end.x < item.start.x else "") + (' flipV="1"' if item.end.y < item.start.y else "")
    place = transform(Rect(left, top, right - left, bottom - top), flip)
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{place}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{ink.line(item.stroke)}</p:spPr></p:cxnSp>'
    )


def picture(item: Picture, head: str, relation: str) -> str:
    return (
        f'<p:pic><p:nvPicPr>{head}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(item.frame)}{_RECTANGLE}</p:spPr></p:pic>"
    )


def graphic_frame(frame: Rect, head: str, uri: str, content: str) -> str:
    """Return the frame around a table or a chart."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{head}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr>{transform(frame, tag="p:xfrm")}<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def above_the_slide(height: Length) -> Length:
    """Return the y of a title that is there for outlines and screen readers alone, as PowerPoint's own “hidden title” is placed."""
    return -height - Length(91_440)
