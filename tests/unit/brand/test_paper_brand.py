from __future__ import annotations

from engine.base.units import Size, inch
from engine.base.workspace import Workspace
from engine.brand.paper_brand import load_paper_brand
from engine.brand.paper_style import SECTION_ROLES, STYLE_ROLES
from tests.support.paper_files import copy_harbor, edit_contract, rewrite, template_of


def complaints(workspace: Workspace) -> list[str]:
    outcome = load_paper_brand(workspace, "harbor")
    assert outcome.value is None
    return [f"{item.where} {item.code} {item.message.en}" for item in outcome.diagnostics]


def test_harbor_comes_from_the_built_in_files(workspace: Workspace) -> None:
    brand = load_paper_brand(workspace, "harbor").expect_clean()
    assert set(brand.styles) == set(STYLE_ROLES)
    assert tuple(brand.sections) == SECTION_ROLES
    assert brand.office.has(brand.theme.color("primary"))


def test_files_that_are_not_there(workspace: Workspace) -> None:
    copy_harbor(workspace)
    edit_contract(workspace, "template: harbor.docx", "template: acme.dotx")
    assert complaints(workspace) == ["templates/docx/harbor.yaml:4:11 TMPL003 the file 'templates/docx/acme.dotx' is not there"]
    assert [item.code for item in load_paper_brand(workspace, "acme").diagnostics] == ["TMPL001"]


def test_mistakes_of_each_file_stop_there(workspace: Workspace) -> None:
    copy_harbor(workspace)
    template_of(workspace).write_bytes(b"no zip")
    assert complaints(workspace) == ["templates/docx/harbor.docx TMPL005 unusable template: not an Office file (no zip package)"]
    edit_contract(workspace, "lead: 结论", "lead: 结论\n  led: 结论")
    assert complaints(workspace) == ["templates/docx/harbor.yaml:32:3 TMPL004 'styles' knows no role 'led'"]


def test_the_contract_names_what_the_template_has(workspace: Workspace) -> None:
    copy_harbor(workspace)
    edit_contract(workspace, "lead: 结论", "lead: 导语")
    assert complaints(workspace) == ["templates/docx/harbor.yaml:31:9 TMPL012 the template has no style '导语'"]


def test_a_page_without_room_for_text(workspace: Workspace) -> None:
    copy_harbor(workspace)
    rewrite(template_of(workspace), {"word/document.xml": lambda blob: blob.replace(b'w:w="11906" w:h="16838"', b'w:w="6000" w:h="15840"')})
    assert complaints(workspace) == [
        "templates/docx/harbor.docx TMPL014 the margins of the template's body leave 55 × 225 mm for text; 90 × 120 are needed"
    ]


def test_letter_is_a_page_like_any_other(workspace: Workspace) -> None:
    copy_harbor(workspace)
    edit_contract(workspace, "template: harbor.docx", "template: harbor.docx\ncover: light")
    rewrite(
        template_of(workspace), {"word/document.xml": lambda blob: blob.replace(b'w:w="11906" w:h="16838"', b'w:w="12240" w:h="15840"')}
    )
    brand = load_paper_brand(workspace, "harbor").expect_clean()
    assert brand.section("body").size == Size(inch(8.5), inch(11))
    assert brand.light_cover


def test_drawings_that_a_pdf_cannot_show_are_named(workspace: Workspace) -> None:
    copy_harbor(workspace)
    drawing = (
        '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:inline><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="1" name="Chart 7"/></wp:inline></w:drawing></w:r></w:p></w:hdr>'
    )
    rewrite(template_of(workspace), {"word/header2.xml": lambda blob: blob.replace(b"</w:p></w:hdr>", drawing.encode())})
    (found,) = load_paper_brand(workspace, "harbor").diagnostics
    assert (found.code, found.message.en) == ("TMPL011", "the PDF leaves out drawings of headers and footers: Chart 7")
