"""The table style and the character style of links of an adopted Word template."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.brand.adopt.paper_styles import Styles
from engine.brand.adopt.word_xml import parsed
from engine.brand.paper_template import W


@dataclass(frozen=True, slots=True)
class Others:
    """The names of the table style and of that of links, and which of both were made."""

    table: str
    hyperlink: str
    made: frozenset[str]


def complete_others(styles: Styles) -> Others:
    """Give the template a table style for reports and one for links; what its own tables stand on is made where it is missing."""
    colors, made = styles.look.colors, set()
    _foundation(styles, "table", "Normal Table", "TableNormal", _NORMAL_TABLE)
    _foundation(styles, "character", "Default Paragraph Font", "DefaultParagraphFont", "")
    table = "报告表格" if styles.look.chinese else "Report Table"
    if not styles.id_of(table, "table"):
        made.add("table")
        normal = styles.id_of("Normal Table", "table")
        ink, line, surface = colors["ink"], colors["line"], colors["surface"]
        styles.root.append(parsed(
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{styles.free_id("ReportTable")}"><w:name w:val="{table}"/>'
            f'<w:basedOn w:val="{normal}"/><w:uiPriority w:val="60"/><w:qFormat/><w:tblPr><w:tblBorders>'
            f'<w:top w:val="single" w:sz="12" w:space="0" w:color="{ink}"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{ink}"/>'
            f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{line}"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr>'
            f'<w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="{ink}"/></w:tcBorders>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{surface}"/></w:tcPr></w:tblStylePr></w:style>'
        ))  # fmt: skip
    if not styles.id_of("Hyperlink", "character"):
        made.add("hyperlink")
        base = styles.id_of("Default Paragraph Font", "character")
        styles.root.append(parsed(
            f'<w:style w:type="character" w:styleId="{styles.free_id("Hyperlink")}"><w:name w:val="Hyperlink"/><w:basedOn w:val="{base}"/>'
            f'<w:uiPriority w:val="99"/><w:rPr><w:color w:val="{colors["primary"]}"/><w:u w:val="single"/></w:rPr></w:style>'
        ))  # fmt: skip
    return Others(table, "Hyperlink", frozenset(made))


_NORMAL_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def _foundation(styles: Styles, kind: str, name: str, identity: str, inside: str) -> None:
    """Make what the styles of a kind stand on where it is missing; it is the default one unless another is."""
    if styles.id_of(name, kind):
        return
    others = (each for each in styles.root.iterfind(f"{W}style") if each.get(f"{W}type") == kind)
    default = "" if any(each.get(f"{W}default") in {"1", "true", "on"} for each in others) else ' w:default="1"'
    made = parsed(
        f'<w:style w:type="{kind}"{default} w:styleId="{styles.free_id(identity)}"><w:name w:val="{name}"/><w:uiPriority w:val="99"/>'
        f"<w:semiHidden/><w:unhideWhenUsed/>{inside}</w:style>"
    )
    first = styles.root.find(f"{W}style")
    styles.root.append(made) if first is None else first.addprevious(made)
