"""What is drawn behind the words of the cover: the motif of the theme.

One group of native shapes behind the text, anchored to the page.
"""

from __future__ import annotations

from engine.brand.paper_style import PaperBrand
from engine.plan.paper.art.definition import CoverArt, Patch
from engine.writers.docx.ink import solid
from engine.writers.docx.marks import Marks
from engine.writers.ooxml.xml import attrs

GROUP_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def art_run(art: CoverArt, brand: PaperBrand, marks: Marks) -> str:
    """Return the run that anchors the group behind the text of the page; empty where nothing is drawn."""
    if not art.patches:
        return ""
    # The group is as large as what is in it: LibreOffice would stretch smaller contents to its size.
    left, top = min(patch.frame.x for patch in art.patches), min(patch.frame.y for patch in art.patches)
    right, bottom = max(patch.frame.right for patch in art.patches), max(patch.frame.bottom for patch in art.patches)
    number = marks.drawing()
    shapes = "".join(_shape(patch, marks.drawing(), brand) for patch in art.patches)
    place, extent = f'x="{int(left)}" y="{int(top)}"', f'cx="{int(right - left)}" cy="{int(bottom - top)}"'
    group = (
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off {place}/><a:ext {extent}/><a:chOff {place}/>"
        f"<a:chExt {extent}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>"
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{int(left)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{int(top)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"<wp:docPr{attrs({'id': number, 'name': 'cover/art'})}>{DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{GROUP_URI}">{group}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
        "</mc:AlternateContent></w:r>"
    )


def _shape(patch: Patch, number: int, brand: PaperBrand) -> str:
    frame = patch.frame
    return (
        f"<wps:wsp><wps:cNvPr{attrs({'id': number, 'name': patch.name})}/><wps:cNvSpPr/><wps:spPr><a:xfrm>"
        f'<a:off x="{int(frame.x)}" y="{int(frame.y)}"/><a:ext cx="{int(frame.width)}" cy="{int(frame.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(patch.color, brand.office)}<a:ln><a:noFill/></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )
