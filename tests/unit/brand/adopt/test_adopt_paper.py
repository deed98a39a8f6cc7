from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from engine.brand.adopt.adopt_paper import adopt_paper
from engine.brand.paper_brand import load_paper_brand
from engine.brand.paper_style import STYLE_ROLES
from tests.support.company_papers import adopted, company_paper, installed, put_adopted, workspace_at
from tests.support.templates import TYPES, Change, changed, swap

SAMPLES = Path(__file__).parents[5] / "shared" / "samples" / "docx"


def test_an_adopted_template_is_a_brand(tmp_path: Path) -> None:
    made = adopted(company_paper(tmp_path / "Acme Report.docx", header="Globex", footer="Lane 1"))
    home = workspace_at(tmp_path / "home")
    put_adopted(home, made)
    brand = load_paper_brand(home, "acme").expect_clean()
    assert set(brand.styles) == set(STYLE_ROLES)
    assert brand.light_cover  # its header stands on the first page, too
    assert brand.style("heading_1").color == "C01020"
    assert [art.tag for art in brand.section("body").art] == ["header", "footer"]
    assert brand.theme.color("primary").hex == "C01020"


def test_what_was_done_is_told(tmp_path: Path) -> None:
    made = adopted(company_paper(tmp_path / "a.docx", header="Annual report of Acme"))
    contract = made.contract
    assert "the sample's title in the header gives way to the report's" in contract
    assert "the template holds sample content (7 blocks)" in contract
    assert "body: Body Text  # Word 内置样式" in contract
    assert {choice.role for choice in made.choices} == set(STYLE_ROLES)
    assert made.template_path == "templates/docx/acme.docx"


def test_pages_without_a_number_are_told(tmp_path: Path) -> None:
    outcome = adopt_paper(company_paper(tmp_path / "a.docx", header="Globex", footer="Lane 1"), "a.docx", "acme", installed)
    assert "TMPL026" in {item.code for item in outcome.diagnostics}


def test_a_dotx_becomes_a_docx(tmp_path: Path) -> None:
    path = changed(company_paper(tmp_path / "a.docx"), {TYPES: swap("document.main+xml", "template.main+xml")}, "a.dotx")
    made = adopted(path)
    assert made.template is not None
    target = tmp_path / made.template_file
    target.write_bytes(made.template)
    with zipfile.ZipFile(target) as package:
        assert b"document.main+xml" in package.read(TYPES)


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    path = company_paper(tmp_path / "a.docx", header="Globex", with_logo=True)
    assert adopted(path) == adopted(path)


def test_what_is_no_document_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no zip")
    outcome = adopt_paper(path, "a.docx", "acme", installed)
    assert (outcome.value, [item.code for item in outcome.diagnostics]) == (None, ["TMPL005"])


NORMAL = b'<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>'
NAMED = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 1"/><w:basedOn w:val="1"/></w:style>'.encode()


def styles_alone(*styles: bytes) -> Change:
    return lambda _: b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:styles>' % b"".join(styles)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("word/_rels/document.xml.rels", swap("relationships/theme", "relationships/x")),
        ("word/_rels/document.xml.rels", swap("relationships/numbering", "relationships/x")),
        ("word/_rels/document.xml.rels", swap("relationships/settings", "relationships/x")),
        ("word/document.xml", lambda blob: re.sub(rb"<w:sectPr.*?</w:sectPr>", b"", blob, flags=re.DOTALL)),
        ("word/document.xml", lambda blob: re.sub(rb"<w:sectPr.*?</w:sectPr>", b"<w:sectPr/>", blob, flags=re.DOTALL)),
        ("word/styles.xml", styles_alone(NORMAL)),
        ("word/styles.xml", styles_alone(NORMAL, NAMED)),
        ("word/styles.xml", swap('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="BodyText"/>')),
    ],
    ids=["no theme", "no lists", "no settings", "no section", "empty section", "Normal alone", "names of WPS", "a ring of styles"],
)
def test_files_that_lack_much_are_adopted(part: str, change: Change, tmp_path: Path) -> None:
    made = adopted(changed(company_paper(tmp_path / "a.docx", header="Globex"), {part: change}, "b.docx"))
    home = workspace_at(tmp_path / "home")
    put_adopted(home, made)
    assert load_paper_brand(home, "acme").value is not None


def test_a_file_without_styles_is_told(tmp_path: Path) -> None:
    path = changed(company_paper(tmp_path / "a.docx"), {"word/styles.xml": styles_alone()}, "b.docx")
    outcome = adopt_paper(path, "b.docx", "acme", installed)
    assert outcome.value is None
    assert outcome.diagnostics[-1].message.en == "the template has no paragraph style at all"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the project")
@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.do[ct]x")) if SAMPLES.is_dir() else [], ids=lambda path: path.name[:3])
def test_templates_of_others_are_adopted(file: Path, tmp_path: Path) -> None:
    made = adopted(file)
    home = workspace_at(tmp_path)
    put_adopted(home, made)
    brand = load_paper_brand(home, "acme").value
    assert brand is not None
    assert set(brand.styles) == set(STYLE_ROLES)
    assert len(made.guesses) <= 3
