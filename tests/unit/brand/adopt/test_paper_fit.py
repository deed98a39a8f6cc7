from __future__ import annotations

from engine.brand.adopt.paper_fit import fit
from engine.brand.adopt.paper_styles import Styles
from engine.brand.paper_style import PaperStyle
from engine.brand.paper_template import W
from tests.support.company_papers import styles_of


def fitted(properties: str, run: str = "", role: str = "heading_1", name: str = "heading 1") -> tuple[PaperStyle, Styles]:
    styles = styles_of(
        f'<w:style w:type="paragraph" w:styleId="s"><w:name w:val="{name}"/><w:basedOn w:val="a"/><w:pPr>{properties}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Body Text"/><w:basedOn w:val="a"/></w:style>'
    )
    styles.ids |= {role: "s", "body": styles.ids.get("body", "t")} if role != "body" else {role: "s"}
    fit(styles, role)
    return styles.style(role), styles


def test_lines_are_exact_and_said_to_be() -> None:
    style, styles = fitted('<w:spacing w:before="120" w:line="276" w:lineRule="auto"/>', '<w:sz w:val="32"/>')
    assert (style.pitch, style.before, style.after) == (24.0, 6.0, 8.0)
    assert styles.changed["heading_1"][0].en == "its lines, 1.15 × single, are exactly 24 pt apart: PDF and Word agree"


def test_the_indents_of_a_list_become_those_of_the_style() -> None:
    style, _ = fitted('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert (style.left, style.first, style.numbering) == (21.6, -21.6, (1, 0))
    own, _ = fitted('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/>')
    assert (own.left, own.first) == (5.0, 0.0)


def test_a_text_stays_on_its_page() -> None:
    style, _ = fitted('<w:ind w:left="-1800" w:hanging="500"/>')
    assert (style.left, style.first) == (25.0, -25.0)


def test_a_face_without_chinese_gives_way() -> None:
    style, styles = fitted("")
    assert (style.font, style.latin) == ("黑体", "Calibri")
    assert "'Calibri' has no Chinese signs: '黑体'" in styles.changed["heading_1"][-1].en


def test_a_colour_that_cannot_be_read_is_darkened() -> None:
    style, styles = fitted("", '<w:color w:val="DDDDDD"/>')
    assert style.color != "DDDDDD"
    assert styles.changed["heading_1"][-1].en.startswith("its colour #DDDDDD has a contrast of 1.4:1")
    white, _ = fitted('<w:shd w:val="clear" w:fill="123456"/>', '<w:color w:val="FFFFFF"/>')
    assert (white.color, white.ground) == ("FFFFFF", "123456")


def test_items_are_as_large_as_running_text() -> None:
    style, styles = fitted("", '<w:sz w:val="18"/>', role="bullet", name="List Bullet")
    assert style.size == 11.0
    assert styles.changed["bullet"][0].en == "its size, 9 pt, is that of running text: 11 pt"


def test_white_between_paragraphs_of_one_style_is_said() -> None:
    style, _ = fitted('<w:spacing w:after="200"/><w:contextualSpacing/>')
    assert (style.before, style.after) == (0.0, 3.0)


def test_contents_have_a_leader_and_their_title_no_number() -> None:
    style, _ = fitted("", role="contents_title", name="TOC Heading")
    assert style.numbering is None
    _, contents = fitted("", role="contents_1", name="toc 1")
    (tab,) = contents.node("s").iter(f"{W}tab")
    assert (tab.get(f"{W}leader"), tab.get(f"{W}pos")) == ("dot", "9000")


def test_the_company_s_own_header_stays_as_it_is() -> None:
    style, _ = fitted('<w:spacing w:line="276" w:lineRule="auto"/>', role="header", name="header")
    assert style.pitch is None
