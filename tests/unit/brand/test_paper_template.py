from __future__ import annotations

import pytest
from lxml import etree

from engine.base.units import Size, inch, mm
from engine.base.workspace import Workspace
from engine.brand.paper_lists import ListLevel
from engine.brand.paper_style import PaperStyle, Running
from engine.brand.paper_template import W_URI, PaperTemplate, plain_xml, read_paper_template
from tests.support.paper_files import Rewrite, copy_harbor, rewrite, template_of


@pytest.fixture
def template(workspace: Workspace) -> PaperTemplate:
    return read_paper_template(template_of(copy_harbor(workspace)), file="t.docx").expect_clean()


def style(template: PaperTemplate, name: str) -> PaperStyle:
    return next(style for style in template.styles if style.name == name)


def changed(workspace: Workspace, part: str, change: Rewrite) -> PaperTemplate:
    return read_paper_template(rewrite(template_of(copy_harbor(workspace)), {part: change}), file="t.docx").expect_clean()


def test_pages_have_the_margins_of_the_design(template: PaperTemplate) -> None:
    cover, contents, body, landscape = template.sections
    assert abs(body.size.width - mm(210)) < mm(0.1)
    assert abs(body.size.height - mm(297)) < mm(0.1)
    assert round(body.text_width.inches, 2) == 6.27
    assert (body.left, body.header) == (inch(1), inch(749 / 1440))
    assert landscape.size == Size(body.size.height, body.size.width)
    assert cover.running == ()
    assert contents.running == (Running("header", "default", "word/header1.xml"), Running("footer", "default", "word/footer1.xml"))


def test_properties_of_a_section_are_kept_without_headers_and_declarations(template: PaperTemplate) -> None:
    assert template.sections[2].properties == (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1642" w:right="1440" w:bottom="1430" w:left="1440" w:header="749" w:footer="772" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="720"/>'
    )


def test_a_style_is_read_with_what_it_inherits(template: PaperTemplate) -> None:
    body, heading = style(template, "Body Text"), style(template, "heading 2")
    assert (body.size, body.pitch, body.after, body.first, body.align) == (10.5, 18.5, 4, 21, "both")
    assert (body.font, body.color, body.bold, body.numbering) == ("SimSun", "14232F", False, None)
    assert (heading.before, heading.after, heading.left, heading.keep_next, heading.numbering) == (13, 5, -5.5, True, (1, 1))
    assert (style(template, "图题").align, style(template, "List Number").first) == ("center", -26.25)


def test_lists_and_other_styles_are_known(template: PaperTemplate) -> None:
    assert set(template.lists) == {1, 2, 3, 4}
    assert template.lists[1][0] == ListLevel("chineseCountingThousand", "%1、", "nothing", 0, 0)
    assert [level.bullet for level in template.lists[2]] == ["■", "–"]
    assert template.others["报告表格"] == "ReportTable"
    assert template.office.colors["accent1"] == "1A6585"


def test_an_indent_of_a_style_hides_the_one_it_is_based_on(workspace: Workspace) -> None:
    def hang(blob: bytes) -> bytes:
        own = '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="own"/><w:basedOn w:val="BodyText"/><w:pPr><w:ind w:hanging="200"/></w:pPr>'
        return blob.replace(b"</w:styles>", f'{own}<w:rPr><w:b w:val="0"/></w:rPr></w:style></w:styles>'.encode())

    own = style(changed(workspace, "word/styles.xml", hang), "own")
    assert (own.first, own.pitch, own.bold) == (-10, 18.5, False)


def test_styles_based_on_each_other_do_not_turn_for_ever(workspace: Workspace) -> None:
    ring = changed(
        workspace,
        "word/styles.xml",
        lambda blob: blob.replace(b'<w:name w:val="Normal"/>', b'<w:name w:val="Normal"/><w:basedOn w:val="BodyText"/>'),
    )
    assert style(ring, "Body Text").size == 10.5


@pytest.mark.parametrize(
    ("part", "old", "new", "message"),
    [
        ("word/document.xml", b"w:sectPr", b"w:noSect", "TMPL007 the template is damaged inside: word/document.xml"),
        ("word/_rels/document.xml.rels", b"relationships/styles", b"relationships/x", "TMPL007 the template is damaged inside: styles"),
    ],
)
def test_damage_is_told(workspace: Workspace, part: str, old: bytes, new: bytes, message: str) -> None:
    path = rewrite(template_of(copy_harbor(workspace)), {part: lambda blob: blob.replace(old, new)})
    outcome = read_paper_template(path, file="t.docx")
    assert [f"{item.code} {item.message.en}" for item in outcome.diagnostics] == [message]


def test_plain_xml_has_no_declarations() -> None:
    node = etree.fromstring(f'<w:a xmlns:w="{W_URI}"><w:b w:val="1"/></w:a>')
    assert plain_xml(node[0]) == '<w:b w:val="1"/>'
