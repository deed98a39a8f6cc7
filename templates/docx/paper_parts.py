"""The parts of a Word template: A4, styles, real numbering, headers and footers, the Office theme. Scripts make_<name>.py call `main`.

The templates are ordinary Word files: open them, change them, save them. The scripts only say how the delivered ones came about. Their four
sections (cover, contents, body, landscape) are samples: the writer takes page geometry, headers and footers from them, and leaves their text
behind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent / "pptx")]  # `engine` of a plain checkout, and what the deck's script imports

from deck_theme import theme_part  # noqa: E402
from paper_sample import body_part, footer_part, header_part  # noqa: E402
from paper_styles import FACES, LISTS, SANS, SERIF, Level, PaperDesign, Rule, Style  # noqa: E402
from paper_words import EMPTY_STYLES, NAMESPACES, Look, table_style, twips  # noqa: E402
from template_package import OFFICE, OFFICE_XML, OPC, packed, relationships  # noqa: E402

from engine.base.workspace import Workspace  # noqa: E402
from engine.brand.theme import load_theme  # noqa: E402
from engine.model.theme import Theme  # noqa: E402
from engine.writers.ooxml.xml import escape  # noqa: E402

WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def styles_part(look: Look, styles: tuple[Style, ...]) -> str:
    serif = look.face(SERIF)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{look.fonts(serif)}<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>'
        '<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>'
        '<w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr>{look.fonts(serif)}{look.color("ink")}<w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
    )
    paragraphs = "".join(paragraph_style(style, look, n) for n, style in enumerate(styles, 1))
    return f"<w:styles {NAMESPACES}>{defaults}{EMPTY_STYLES}{normal}{paragraphs}{look.character_styles()}{table_style(look)}</w:styles>"


def paragraph_style(style: Style, look: Look, priority: int) -> str:
    role = look.theme.role(style.role)
    custom = "" if style.builtin else ' w:customStyle="1"'
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    quick = "<w:qFormat/>" if style.quick else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    numbering = ""
    if style.numbering:
        number, level = style.numbering
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    line = f' w:line="{twips(role.pitch)}" w:lineRule="exact"' if style.pitched else ' w:line="240" w:lineRule="auto"'
    spacing = f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}"{line}/>'
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_next else ""
    align = f'<w:jc w:val="{style.align}"/>' if style.align else ""
    properties = f"{keep}{numbering}{borders(style.rules, look)}{tabs(style)}{spacing}{indents(style)}{align}{outline}"
    bold = "<w:b/><w:bCs/>" if role.bold else ""
    size = f'<w:sz w:val="{round(role.size * 2)}"/><w:szCs w:val="{round(role.size * 2)}"/>'
    fonts = look.fonts(look.face(style.face))
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/><w:basedOn w:val="{style.based}"/>'
        f'{following}<w:uiPriority w:val="{priority}"/>{quick}<w:pPr>{properties}</w:pPr>'
        f"<w:rPr>{fonts}{bold}{look.color(style.color)}{size}</w:rPr></w:style>"
    )


def borders(rules: tuple[Rule, ...], look: Look) -> str:
    made = "".join(
        f'<w:{rule.side} w:val="single" w:sz="{round(rule.width * 8)}" w:space="{rule.space}" w:color="{look.theme.color(rule.color).hex}"/>'
        for rule in rules
    )
    return f"<w:pBdr>{made}</w:pBdr>" if made else ""


def tabs(style: Style) -> str:
    made = "".join(
        f'<w:tab w:val="{kind}"{f" w:leader={chr(34)}{leader}{chr(34)}" if leader else ""} w:pos="{at}"/>'
        for kind, at, leader in style.tabs
    )
    return f"<w:tabs>{made}</w:tabs>" if made else ""


def indents(style: Style) -> str:
    if not (style.left or style.right or style.first):
        return ""
    parts = [f'w:left="{twips(style.left)}"', f'w:right="{twips(style.right)}"']
    if style.first_chars:
        parts.append(f'w:firstLineChars="{round(style.first_chars * 100)}"')
    if style.first:
        parts.append(f'w:hanging="{twips(-style.first)}"' if style.first < 0 else f'w:firstLine="{twips(style.first)}"')
    return f"<w:ind {' '.join(parts)}/>"


def numbering_part(look: Look) -> str:
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5D0A53{number:02X}"/><w:multiLevelType w:val="multilevel"/>'
        + "".join(list_level(level, depth, look) for depth, level in enumerate(levels))
        + "</w:abstractNum>"
        for number, levels in LISTS.items()
    )
    numbers = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in LISTS)
    return f"<w:numbering {NAMESPACES}>{lists}{numbers}</w:numbering>"


def list_level(level: Level, depth: int, look: Look) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    suffix = "" if level.suffix == "tab" else f'<w:suff w:val="{level.suffix}"/>'
    look_of_number = ""
    if level.color:
        raised = f'<w:position w:val="4"/><w:sz w:val="{round(level.size * 2)}"/>' if level.size else ""
        look_of_number = f"<w:rPr>{look.fonts(look.face(SANS))}{look.color(level.color)}{raised}</w:rPr>"
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>{style}{suffix}<w:lvlText w:val="{level.text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(level.left)}" w:hanging="{twips(level.hanging)}"/></w:pPr>{look_of_number}</w:lvl>'
    )


SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>'
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),  # without it Word opens the file in compatibility mode, and tables stand out into the margin
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    + '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
    'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
    'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
APP = f'<Properties xmlns="{OFFICE.replace("relationships", "extended-properties")}"><Application>debrief</Application></Properties>'


def core_part(name: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{OPC}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{name}</dc:title>'
        "<dc:creator>debrief</dc:creator><cp:lastModifiedBy>debrief</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2025-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2025-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )


def font_table(look: Look) -> str:
    faces = [look.face(name) for name in FACES]
    names = dict.fromkeys(name for face in faces for name in (face.latin, face.ea))
    return f"<w:fonts {NAMESPACES}>{''.join(f'<w:font w:name={chr(34)}{escape(name)}{chr(34)}/>' for name in names)}</w:fonts>"


def parts(design: PaperDesign, theme: Theme) -> Iterator[tuple[str, str, str]]:
    """Yield the name, content type and XML of each part; relationship parts have no content type of their own."""
    look, styles = Look(theme), design.styles()
    yield (
        "_rels/.rels",
        "",
        relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{OPC}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
    )
    yield "docProps/app.xml", f"{OFFICE_XML}.extended-properties+xml", APP
    yield "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core_part(theme.name)
    # paper_sample names the headers and footers by these relationship ids: rId1 to rId4
    running = (("header", "header1"), ("header", "header2"), ("header", "header3"), ("footer", "footer1"), ("footer", "footer2"))
    others = ("styles", "numbering", "settings", "fontTable")
    yield (
        "word/_rels/document.xml.rels",
        "",
        relationships(
            *((f"{OFFICE}/{kind}", f"{name}.xml") for kind, name in running),
            *((f"{OFFICE}/{name}", f"{name}.xml") for name in others),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
        ),
    )
    yield "word/document.xml", f"{WML}.document.main+xml", body_part(styles, theme.color("deep").hex, design.cover_top)
    yield "word/fontTable.xml", f"{WML}.fontTable+xml", font_table(look)
    yield "word/footer1.xml", f"{WML}.footer+xml", footer_part(landscape=False)
    yield "word/footer2.xml", f"{WML}.footer+xml", footer_part(landscape=True)
    yield "word/header1.xml", f"{WML}.header+xml", header_part(contents=True)
    yield "word/header2.xml", f"{WML}.header+xml", header_part()
    yield "word/header3.xml", f"{WML}.header+xml", header_part(landscape=True)
    yield "word/numbering.xml", f"{WML}.numbering+xml", numbering_part(look)
    yield "word/settings.xml", f"{WML}.settings+xml", SETTINGS
    yield "word/styles.xml", f"{WML}.styles+xml", styles_part(look, styles)
    yield "word/theme/theme1.xml", f"{OFFICE_XML}.theme+xml", theme_part(theme)


def build(design: PaperDesign, theme: Theme) -> bytes:
    return packed(parts(design, theme))


def main(design: PaperDesign) -> None:
    """Write `<name>.docx` beside this file, or to the file that is named on the command line."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / f"{design.name}.docx"
    theme = load_theme(Workspace.open(HERE), design.name).expect_clean()
    target.write_bytes(build(design, theme))
