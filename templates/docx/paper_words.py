"""Fonts, colours, character styles and the table style of a Word template as WordprocessingML."""

from __future__ import annotations

from engine.model.theme import FontFace, Theme

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
THEME_COLORS = {"tx1": "text1", "bg1": "background1", "tx2": "text2", "bg2": "background2"}


def twips(points: float) -> int:
    return round(points * 20)


class Look:
    """Writes in the fonts and colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def face(self, name: str) -> FontFace:
        serif = self.theme.serif or self.theme.body
        return {"serif": serif, "sans": self.theme.body, "display": self.theme.heading}[name]

    def fonts(self, face: FontFace) -> str:
        # Names, not theme fonts: a theme reference would hide the East Asian name from LibreOffice and WPS.
        return f'<w:rFonts w:ascii="{face.latin}" w:eastAsia="{face.ea}" w:hAnsi="{face.latin}" w:cs="{face.latin}"/>'

    def color(self, token: str) -> str:
        color = self.theme.color(token)
        slot = f' w:themeColor="{THEME_COLORS.get(color.slot, color.slot)}"' if color.slot else ""
        return f'<w:color w:val="{color.hex}"{slot}/>'

    def character_styles(self) -> str:
        page = self.theme.role("paper_page_number")
        size = f'<w:sz w:val="{round(page.size * 2)}"/><w:szCs w:val="{round(page.size * 2)}"/>'
        return (
            '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/>'
            f'<w:uiPriority w:val="99"/><w:rPr>{self.color("primary")}<w:u w:val="single"/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="PageNumber"><w:name w:val="page number"/><w:basedOn w:val="DefaultParagraphFont"/>'
            f'<w:uiPriority w:val="99"/><w:rPr><w:b/><w:bCs/>{self.color("ink")}{size}</w:rPr></w:style>'
        )


EMPTY_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="115" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def table_style(look: Look) -> str:
    """Return the plain grid, which Word offers everywhere, and the report's own: strong rules at both ends, a tinted header row."""
    ink, line, surface = (look.theme.color(token).hex for token in ("ink", "line", "surface"))
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{line}"/>' for side in GRID_SIDES)
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="报告表格"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="60"/><w:qFormat/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{ink}"/>'
        f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{ink}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
        '</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{ink}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{surface}"/>'
        "</w:tcPr></w:tblStylePr></w:style>"
    )


GRID_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
