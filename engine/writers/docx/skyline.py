"""The ground of the cover: a dark block, the bars of the skyline standing on its lower edge, their reflection on white.

One group of native shapes behind the text, anchored to the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.records import dataclass
from engine.base.units import ZERO, Rect
from engine.brand.paper_style import PaperBrand
from engine.model.report import Skyline
from engine.model.theme import Color
from engine.plan.paper.cover import DEFAULT_HEIGHTS, sky_colors
from engine.plan.paper.cover_places import CoverPlaces
from engine.writers.docx.ink import solid
from engine.writers.docx.marks import Marks
from engine.writers.ooxml.xml import attrs

GROUP_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True, slots=True)
class Block:
    """A flat rectangle of the picture."""

    name: str
    frame: Rect
    color: Color


def blocks(skyline: Skyline | None, places: CoverPlaces, brand: PaperBrand) -> Iterator[Block]:
    """Yield the rectangles from back to front; a report without a series has the built-in skyline of the PDF, which labels nothing."""
    color = brand.theme.color
    if not places.light:
        yield Block("ground", Rect(ZERO, ZERO, places.page.width, places.horizon), color("deep"))
    yield Block("dash", places.dash, color("primary" if places.light else "accent"))
    values = skyline.values if skyline else DEFAULT_HEIGHTS
    top = max(values, default=0.0)
    if top <= 0:
        return
    pale = Color(mixed(color("accent").hex, 0.28))
    for index, value in enumerate(values):
        bar = places.bar(index, len(values), value / top)
        if bar.height <= 0:
            continue
        above, below = sky_colors(index, skyline, light=places.light)
        yield Block(f"sky-{index + 1}", bar, color(above))
        yield Block(f"reflection-{index + 1}", places.reflection(bar), pale if below == "peak" else color(below))


def mixed(code: str, share: float) -> str:
    """Return a colour laid over white, as RRGGBB; `share` is how much of it is left."""
    parts = (int(code[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 + (part - 255) * share):02X}" for part in parts)


def skyline_run(skyline: Skyline | None, places: CoverPlaces, brand: PaperBrand, marks: Marks) -> str:
    """Return the run that anchors the group behind the text of the page."""
    drawn = tuple(blocks(skyline, places, brand))
    # Programs disagree on a group that is larger than what stands in it: this one is exactly as large.
    left, top = (min(edges) for edges in zip(*((block.frame.x, block.frame.y) for block in drawn), strict=True))
    right, bottom = (max(edges) for edges in zip(*((block.frame.right, block.frame.bottom) for block in drawn), strict=True))
    number = marks.drawing()
    shapes = "".join(_shape(block, marks.drawing(), brand) for block in drawn)
    extent = f'cx="{int(right - left)}" cy="{int(bottom - top)}"'
    group = (
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/><a:chOff x="{int(left)}" y="{int(top)}"/>'
        f"<a:chExt {extent}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>"
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{int(left)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{int(top)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"<wp:docPr{attrs({'id': number, 'name': 'cover/skyline'})}>{DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{GROUP_URI}">{group}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
        "</mc:AlternateContent></w:r>"
    )


def _shape(block: Block, number: int, brand: PaperBrand) -> str:
    frame = block.frame
    return (
        f"<wps:wsp><wps:cNvPr{attrs({'id': number, 'name': block.name})}/><wps:cNvSpPr/><wps:spPr><a:xfrm>"
        f'<a:off x="{int(frame.x)}" y="{int(frame.y)}"/><a:ext cx="{int(frame.width)}" cy="{int(frame.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(block.color, brand.office)}<a:ln><a:noFill/></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )
