"""The parts of a deck template: one master, six layouts, the Office theme of `assets/themes/<name>.yaml`. Scripts make_<name>.py call `main`.

The templates are ordinary PowerPoint files: open them, change them, save them. The scripts only say how the delivered ones came about.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from deck_layouts import MASTER_HOLDERS, Decor, Design, Holder, Layout, Look
from deck_theme import DRAWING, theme_part
from template_package import OFFICE, OFFICE_XML, OPC, packed, relationships

from engine.base.units import Rect, inch
from engine.base.workspace import Workspace
from engine.brand.theme import load_theme
from engine.model.theme import Theme
from engine.writers.ooxml.xml import escape

HERE = Path(__file__).resolve().parent
NAMESPACES = (
    f"{DRAWING} "
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
PML = "application/vnd.openxmlformats-officedocument.presentationml"
WIDTH, HEIGHT = 12_192_000, 6_858_000
FIRST_LAYOUT_ID = 2_147_483_649
COLOR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


class Drawing:
    """Writes shapes in the colours, sizes and fonts of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def color(self, token: str) -> str:
        color = self.theme.color(token)
        return f'<a:schemeClr val="{color.slot}"/>' if color.slot else f'<a:srgbClr val="{color.hex}"/>'

    def fill(self, token: str) -> str:
        return f"<a:solidFill>{self.color(token)}</a:solidFill>"

    def run_style(self, role: str, color: str, *, heading: bool, tag: str = "a:defRPr") -> str:
        style = self.theme.role(role)
        family = "+mj" if heading else "+mn"
        fonts = f'<a:latin typeface="{family}-lt"/><a:ea typeface="{family}-ea"/><a:cs typeface="{family}-cs"/>'
        return f'<{tag} lang="zh-CN" altLang="en-US" sz="{hundredths(style.size)}" b="{int(style.bold)}">{self.fill(color)}{fonts}</{tag}>'

    def level(self, look: Look) -> str:
        """Return paragraph properties without a bullet: `<a:lvl1pPr>`."""
        return (
            f'<a:lvl1pPr marL="0" indent="0" algn="{look.align}" hangingPunct="0">{spacing(self.theme.role(look.role).pitch)}<a:buNone/>'
            f"{self.run_style(look.role, look.color, heading=look.heading)}</a:lvl1pPr>"
        )

    def bullet_levels(self) -> str:
        """Return the body levels: square bullets in the message colour, hanging by 0.19 in, one type step down from the third."""
        levels = []
        for number in range(1, 6):
            role = "body" if number < 3 else "body_small"
            bullet = f'<a:buClr>{self.color("primary")}</a:buClr><a:buSzPct val="60000"/><a:buFont typeface="Arial"/><a:buChar char="■"/>'
            indent = int(inch(0.19))  # a Length would print itself in inches
            levels.append(
                f'<a:lvl{number}pPr marL="{indent * number}" indent="-{indent}" algn="l" hangingPunct="0">'
                f"{spacing(self.theme.role(role).pitch, after=4)}{bullet}{self.run_style(role, 'ink2', heading=False)}</a:lvl{number}pPr>"
            )
        return "".join(levels)

    def shapes(self, decor: Iterable[Decor], holders: Iterable[Holder], *, custom: bool = True) -> str:
        """Return the shape tree; `custom` prompts are those of layouts, which PowerPoint shows in the empty placeholders of a slide."""
        drawn = [*(self.decor(item, n) for n, item in enumerate(decor, 2))]
        drawn += [self.holder(item, n, custom=custom) for n, item in enumerate(holders, 2 + len(drawn))]
        return (
            '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>' + "".join(drawn) + "</p:spTree>"
        )

    def decor(self, item: Decor, number: int) -> str:
        head = f'<p:cNvPr id="{number}" name="{item.name}">{DECORATIVE}</p:cNvPr>'
        if not item.box.height:
            return (
                f'<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>{transform(item.box)}'
                f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525">{self.fill(item.color)}</a:ln></p:spPr></p:cxnSp>'
            )
        return (
            f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(item.box)}'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{self.fill(item.color)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        )

    def holder(self, item: Holder, number: int, *, custom: bool) -> str:
        kind = f' type="{item.kind}"' if item.kind else ""
        index = f' idx="{item.index}"' if item.index else ""
        size = ' sz="quarter"' if item.kind in {"body", "sldNum"} and item.index > 1 else ""
        anchor = item.look.anchor if item.look else "t"
        style = f"<a:lstStyle>{self.level(item.look)}</a:lstStyle>" if item.look else "<a:lstStyle/>"
        prompt = ' hasCustomPrompt="1"' if custom and item.kind != "sldNum" else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{item.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph{kind}{size}{index}{prompt}/></p:nvPr></p:nvSpPr>"
            f'<p:spPr>{transform(item.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}">'
            f"<a:noAutofit/></a:bodyPr>{style}{prompt_text(item)}</p:txBody></p:sp>"
        )


def prompt_text(item: Holder) -> str:
    if item.kind == "sldNum":
        field_id = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
        number = f'<a:fld id="{field_id}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>{item.prompt}</a:t></a:fld>'
        return f'<a:p>{number}<a:endParaRPr lang="zh-CN"/></a:p>'
    lines = '<a:br><a:rPr lang="zh-CN"/></a:br>'.join(
        f'<a:r><a:rPr lang="zh-CN"/><a:t>{escape(line)}</a:t></a:r>' for line in item.prompt.split("\n")
    )
    return f'<a:p><a:pPr lvl="0"/>{lines}<a:endParaRPr lang="zh-CN"/></a:p>'


def hundredths(points: float) -> int:
    return round(points * 100)


def spacing(pitch: float, after: float = 0) -> str:
    return (
        f'<a:lnSpc><a:spcPts val="{hundredths(pitch)}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{hundredths(after)}"/></a:spcAft>'
    )


def transform(area: Rect) -> str:
    return f'<a:xfrm><a:off x="{int(area.x)}" y="{int(area.y)}"/><a:ext cx="{int(area.width)}" cy="{int(area.height)}"/></a:xfrm>'


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def master_part(drawing: Drawing, design: Design) -> str:
    layouts = "".join(f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + n}" r:id="rId{n + 1}"/>' for n in range(len(design.layouts)))
    title = drawing.level(Look("page_title", "ink", heading=True))
    other = "".join(
        f'<a:lvl{n}pPr marL="0" indent="0" algn="l" hangingPunct="0">{drawing.run_style("body", "ink", heading=False)}</a:lvl{n}pPr>'
        for n in range(1, 6)
    )
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{ground(drawing, 'bg')}"
        f"{drawing.shapes(design.master_decor, MASTER_HOLDERS, custom=False)}</p:cSld>{COLOR_MAP}"
        f'<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0" ftr="0" dt="0"/>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{drawing.bullet_levels()}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout_part(drawing: Drawing, layout: Layout) -> str:
    background = ground(drawing, layout.ground) if layout.ground else ""
    shown = "" if layout.master_shapes else ' showMasterSp="0"'
    return (
        f'<p:sldLayout {NAMESPACES}{shown} type="{layout.kind}" preserve="1" userDrawn="1"><p:cSld name="{layout.name}">{background}'
        f"{drawing.shapes(layout.decor, layout.holders)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def ground(drawing: Drawing, token: str) -> str:
    return f"<p:bg><p:bgPr>{drawing.fill(token)}<a:effectLst/></p:bgPr></p:bg>"


def notes_master_part(drawing: Drawing) -> str:
    """Return the notes page: the slide above, the notes below, A4-like proportions."""
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="幻灯片 Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{transform(Rect.inches(0.5, 0.75, 6.5, 3.656))}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525">{drawing.fill("line")}</a:ln></p:spPr></p:sp>'
    )
    notes = Holder("备注 Notes", "body", 3, Rect.inches(0.5, 4.75, 6.5, 4.5), Look("body_small", "ink"), "备注")
    number = Holder("页码 Page number", "sldNum", 5, Rect.inches(6.0, 9.5, 1.0, 0.25), Look("page_number", "ink2", "r", "ctr"), "‹#›")
    tree = drawing.shapes((), (notes, number), custom=False).replace("</p:grpSpPr>", f"</p:grpSpPr>{picture}")
    style = drawing.level(Look("body_small", "ink"))
    return (
        f"<p:notesMaster {NAMESPACES}><p:cSld>{ground(drawing, 'bg')}{tree}</p:cSld>{COLOR_MAP}"
        f'<p:hf hdr="0" ftr="0" dt="0"/><p:notesStyle>{style}</p:notesStyle></p:notesMaster>'
    )


def presentation_part(drawing: Drawing) -> str:
    style = f"<p:defaultTextStyle>{drawing.level(Look('body', 'ink'))}</p:defaultTextStyle>"
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="{FIRST_LAYOUT_ID - 1}" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/><p:notesSz cx="6858000" cy="9144000"/>{style}</p:presentation>'
    )


TABLE_STYLES = (  # the built-in “no style, no grid”: each cell brings its own rules
    f'<a:tblStyleLst {DRAWING} def="{{2D5ABB26-0587-4C30-8999-92F81FD0307C}}"/>'
)
APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>debrief</Application></Properties>'


def core_part(name: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{OPC}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{name}</dc:title>'
        "<dc:creator>debrief</dc:creator><cp:lastModifiedBy>debrief</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2025-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2025-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )


def parts(design: Design, theme: Theme) -> Iterator[tuple[str, str, str]]:
    """Yield the name, content type and XML of each part; relationship parts have no content type of their own."""
    drawing = Drawing(theme)
    yield (
        "_rels/.rels",
        "",
        relationships(
            (f"{OFFICE}/officeDocument", "ppt/presentation.xml"),
            (f"{OPC}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
    )
    yield "docProps/app.xml", f"{OFFICE_XML}.extended-properties+xml", APP
    yield "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core_part(theme.name)
    yield "ppt/presentation.xml", f"{PML}.presentation.main+xml", presentation_part(drawing)
    names = ("slideMasters/slideMaster1", "notesMasters/notesMaster1", "presProps", "viewProps", "theme/theme1", "tableStyles")
    kinds = ("slideMaster", "notesMaster", "presProps", "viewProps", "theme", "tableStyles")
    yield (
        "ppt/_rels/presentation.xml.rels",
        "",
        relationships(*((f"{OFFICE}/{kind}", f"{name}.xml") for kind, name in zip(kinds, names, strict=True))),
    )
    yield "ppt/presProps.xml", f"{PML}.presProps+xml", f"<p:presentationPr {NAMESPACES}/>"
    yield "ppt/viewProps.xml", f"{PML}.viewProps+xml", f"<p:viewPr {NAMESPACES}/>"
    yield "ppt/tableStyles.xml", f"{PML}.tableStyles+xml", TABLE_STYLES
    for number in (1, 2):  # the master's theme, and that of the notes master, which may not share it
        yield f"ppt/theme/theme{number}.xml", f"{OFFICE_XML}.theme+xml", theme_part(theme)
    yield "ppt/slideMasters/slideMaster1.xml", f"{PML}.slideMaster+xml", master_part(drawing, design)
    yield (
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        "",
        relationships(
            *((f"{OFFICE}/slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(design.layouts) + 1)),
            (f"{OFFICE}/theme", "../theme/theme1.xml"),
        ),
    )
    for number, layout in enumerate(design.layouts, 1):
        yield f"ppt/slideLayouts/slideLayout{number}.xml", f"{PML}.slideLayout+xml", layout_part(drawing, layout)
        yield (
            f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels",
            "",
            relationships((f"{OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")),
        )
    yield "ppt/notesMasters/notesMaster1.xml", f"{PML}.notesMaster+xml", notes_master_part(drawing)
    yield "ppt/notesMasters/_rels/notesMaster1.xml.rels", "", relationships((f"{OFFICE}/theme", "../theme/theme2.xml"))


def build(design: Design, theme: Theme) -> bytes:
    return packed(parts(design, theme))


def main(design: Design) -> None:
    """Write `<name>.pptx` beside this file, or to the file that is named on the command line."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / f"{design.name}.pptx"
    theme = load_theme(Workspace.open(HERE), design.name).expect_clean()
    target.write_bytes(build(design, theme))
