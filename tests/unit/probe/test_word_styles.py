from __future__ import annotations

import pytest
from lxml import etree

from engine.probe.word_styles import W, WordStyles

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {SPACE}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="SimHei"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H1Loose"><w:name w:val="own"/><w:basedOn w:val="H1"/><w:pPr><w:keepNext w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Small"><w:name w:val="Small"/><w:rPr><w:sz w:val="12"/></w:rPr></w:style>
</w:styles>"""


def paragraph(style: str = "", own: str = "", run: str = "") -> etree._Element:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return etree.fromstring(f"<w:p {SPACE}><w:pPr>{named}{own}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>字</w:t></w:r></w:p>")


@pytest.fixture
def styles() -> WordStyles:
    return WordStyles(etree.fromstring(STYLES), None)


def run_of(node: etree._Element) -> etree._Element:
    return next(node.iter(f"{W}r"))


def test_sizes_come_from_run_styles_and_defaults(styles: WordStyles) -> None:
    nodes = [paragraph(), paragraph("H1Loose"), paragraph("H1", run='<w:rStyle w:val="Small"/>'), paragraph(run='<w:sz w:val="15"/>')]
    assert [styles.size(run_of(node), node) for node in nodes] == [10.5, 16.0, 6.0, 7.5]


def test_fonts_for_han_come_the_same_way(styles: WordStyles) -> None:
    nodes = [
        paragraph(),
        paragraph("H1Loose"),
        paragraph(run='<w:rFonts w:eastAsia="SimSun"/>'),
        paragraph("H1", run='<w:rFonts w:eastAsia=""/>'),
    ]
    assert [bool(styles.ea(run_of(node), node)) for node in nodes] == [False, True, True, False]


def test_a_font_of_the_theme_is_looked_up_there() -> None:
    theme = etree.fromstring(
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:majorFont><a:ea typeface=""/></a:majorFont><a:minorFont><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    styles = WordStyles(None, theme)
    nodes = [paragraph(run=f'<w:rFonts w:eastAsiaTheme="{name}EastAsia"/>') for name in ("minor", "major")]
    assert [bool(styles.ea(run_of(node), node)) for node in nodes] == [True, False]


def test_levels_and_switches_are_inherited(styles: WordStyles) -> None:
    nodes = [
        paragraph("H1"),
        paragraph("H1Loose"),
        paragraph(own='<w:outlineLvl w:val="2"/>'),
        paragraph(own='<w:outlineLvl w:val="9"/>'),
        paragraph("Ring"),
    ]
    assert [styles.level(node) for node in nodes] == [1, 1, 3, 0, 0]
    assert [styles.is_on(node, "keepNext", otherwise=False) for node in nodes[:3]] == [True, False, False]
    assert styles.is_on(paragraph(), "widowControl", otherwise=False)


def test_contents_are_known_by_name(styles: WordStyles) -> None:
    assert [styles.is_contents(paragraph(name)) for name in ("TOC1", "H1")] == [True, False]
