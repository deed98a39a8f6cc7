"""Which children an element may have, in which order (ECMA-376 part 1): those of one step in any order, the steps one after the other, most once."""

from __future__ import annotations

from collections.abc import Mapping

from engine.checks.package.places import PREFIXES

_NAMESPACES = {prefix: namespace for namespace, prefix in PREFIXES.items()}
_FILLS = "noFill solidFill gradFill blipFill pattFill grpFill"
_AXIS = (
    "c:axId; c:scaling; c:delete; c:axPos; c:majorGridlines; c:minorGridlines; c:title; c:numFmt; c:majorTickMark; c:minorTickMark; "
    "c:tickLblPos; c:spPr; c:txPr; c:crossAx; c:crosses c:crossesAt; "
)

MANY = "*"
# Parents: steps. A name without a prefix is DrawingML; of a step there is one child at most, several where it ends in MANY.
_DRAWING = {
    "a:rPr a:defRPr a:endParaRPr": f"ln; {_FILLS}; effectLst effectDag; highlight; uLnTx uLn; uFillTx uFill; latin; ea; cs; sym; hlinkClick; "
    "hlinkMouseOver; rtl; extLst",
    "a:pPr a:lvl1pPr a:lvl2pPr a:lvl3pPr a:lvl4pPr a:lvl5pPr a:lvl6pPr a:lvl7pPr a:lvl8pPr a:lvl9pPr a:defPPr": "lnSpc; spcBef; spcAft; "
    "buClrTx buClr; buSzTx buSzPct buSzPts; buFontTx buFont; buNone buAutoNum buChar buBlip; tabLst; defRPr; extLst",
    "a:bodyPr": "prstTxWarp; noAutofit normAutofit spAutoFit; scene3d; sp3d flatTx; extLst",
    "a:p": "pPr; r br fld *; endParaRPr",
    "a:r": "rPr; t",
    "p:txBody a:txBody c:rich c:txPr": "bodyPr; lstStyle; p *",
    "a:tbl": "tblPr; tblGrid; tr *",
    "a:tc": "txBody; tcPr; extLst",
    "a:tcPr": f"lnL; lnR; lnT; lnB; lnTlToBr; lnBlToTr; cell3D; {_FILLS}; headers; extLst",
    "a:ln": f"{_FILLS}; prstDash custDash; round bevel miter; headEnd; tailEnd; extLst",
    "p:spPr c:spPr": f"xfrm; custGeom prstGeom; {_FILLS}; ln; effectLst effectDag; scene3d; sp3d; extLst",
    "a:xfrm": "off; ext; chOff; chExt",
}
_SLIDES = {
    "p:sp": "p:nvSpPr; p:spPr; p:style; p:txBody; p:extLst",
    "p:pic": "p:nvPicPr; p:blipFill; p:spPr; p:style; p:extLst",
    "p:cxnSp": "p:nvCxnSpPr; p:spPr; p:style; p:extLst",
    "p:graphicFrame": "p:nvGraphicFramePr; p:xfrm; a:graphic; p:extLst",
    "p:spTree p:grpSp": "p:nvGrpSpPr; p:grpSpPr; p:sp p:grpSp p:graphicFrame p:cxnSp p:pic p:contentPart *; p:extLst",
    "p:cSld": "p:bg; p:spTree; p:custDataLst; p:controls; p:extLst",
    "p:sld": "p:cSld; p:clrMapOvr; p:transition; p:timing; p:extLst",
    "p:sldLayout": "p:cSld; p:clrMapOvr; p:transition; p:timing; p:hf; p:extLst",
    "p:sldMaster": "p:cSld; p:clrMap; p:sldLayoutIdLst; p:transition; p:timing; p:hf; p:txStyles; p:extLst",
    "p:notes": "p:cSld; p:clrMapOvr; p:extLst",
    "p:notesMaster": "p:cSld; p:clrMap; p:hf; p:notesStyle; p:extLst",
    "p:presentation": "p:sldMasterIdLst; p:notesMasterIdLst; p:handoutMasterIdLst; p:sldIdLst; p:sldSz; p:notesSz; p:smartTags; "
    "p:embeddedFontLst; p:custShowLst; p:photoAlbum; p:custDataLst; p:kinsoku; p:defaultTextStyle; p:modifyVerifier; p:extLst",
}
_CHARTS = {
    "c:chartSpace": "c:date1904; c:lang; c:roundedCorners; c:style; c:clrMapOvr; c:pivotSource; c:protection; c:chart; c:spPr; c:txPr; "
    "c:externalData; c:printSettings; c:userShapes; c:extLst",
    "c:chart": "c:title; c:autoTitleDeleted; c:pivotFmts; c:view3D; c:floor; c:sideWall; c:backWall; c:plotArea; c:legend; c:plotVisOnly; "
    "c:dispBlanksAs; c:showDLblsOverMax; c:extLst",
    "c:ser": "c:idx; c:order; c:tx; c:spPr; c:invertIfNegative; c:pictureOptions; c:explosion; c:marker; c:dPt *; c:dLbls; c:trendline *; "
    "c:errBars *; c:cat c:xVal; c:val c:yVal; c:bubbleSize; c:bubble3D; c:smooth; c:shape; c:extLst",
    "c:catAx": f"{_AXIS}c:auto; c:lblAlgn; c:lblOffset; c:tickLblSkip; c:tickMarkSkip; c:noMultiLvlLbl; c:extLst",
    "c:valAx": f"{_AXIS}c:crossBetween; c:majorUnit; c:minorUnit; c:dispUnits; c:extLst",
    "c:dateAx": f"{_AXIS}c:auto; c:lblOffset; c:baseTimeUnit; c:majorUnit; c:majorTimeUnit; c:minorUnit; c:minorTimeUnit; c:extLst",
}
_WORD = {
    "w:pPr": "w:pStyle; w:keepNext; w:keepLines; w:pageBreakBefore; w:framePr; w:widowControl; w:numPr; w:suppressLineNumbers; w:pBdr; "
    "w:shd; w:tabs; w:suppressAutoHyphens; w:kinsoku; w:wordWrap; w:overflowPunct; w:topLinePunct; w:autoSpaceDE; w:autoSpaceDN; w:bidi; "
    "w:adjustRightInd; w:snapToGrid; w:spacing; w:ind; w:contextualSpacing; w:mirrorIndents; w:suppressOverlap; w:jc; w:textDirection; "
    "w:textAlignment; w:textboxTightWrap; w:outlineLvl; w:divId; w:cnfStyle; w:rPr; w:sectPr; w:pPrChange",
    "w:tblPr": "w:tblStyle; w:tblpPr; w:tblOverlap; w:bidiVisual; w:tblStyleRowBandSize; w:tblStyleColBandSize; w:tblW; w:jc; "
    "w:tblCellSpacing; w:tblInd; w:tblBorders; w:shd; w:tblLayout; w:tblCellMar; w:tblLook; w:tblCaption; w:tblDescription; w:tblPrChange",
    "w:tcPr": "w:cnfStyle; w:tcW; w:gridSpan; w:hMerge; w:vMerge; w:tcBorders; w:shd; w:noWrap; w:tcMar; w:textDirection; w:tcFitText; "
    "w:vAlign; w:hideMark; w:headers; w:cellIns w:cellDel w:cellMerge; w:tcPrChange",
    "w:sectPr": "w:headerReference w:footerReference *; w:footnotePr; w:endnotePr; w:type; w:pgSz; w:pgMar; w:paperSrc; w:pgBorders; "
    "w:lnNumType; w:pgNumType; w:cols; w:formProt; w:vAlign; w:noEndnote; w:titlePg; w:textDirection; w:bidi; w:rtlGutter; w:docGrid; "
    "w:printerSettings; w:sectPrChange",
}

Steps = Mapping[str, tuple[int, bool]]
"""The step of each child that an element may have, by tag, and whether several may stand there."""


def _full(name: str) -> str:
    prefix, colon, local = name.rpartition(":")
    return f"{{{_NAMESPACES[prefix if colon else 'a']}}}{local}"


def _read(table: Mapping[str, str]) -> dict[str, Steps]:
    return {
        _full(parent): {
            _full(name): (step, names.endswith(MANY))
            for step, names in enumerate(steps.split(";"))
            for name in names.removesuffix(MANY).split()
        }
        for parents, steps in table.items()
        for parent in parents.split()
    }


ORDERS: Mapping[str, Steps] = _read(_DRAWING | _SLIDES | _CHARTS | _WORD)
