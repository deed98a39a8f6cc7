from __future__ import annotations

import pytest

from engine.base.diagnostics import Diagnostic
from engine.base.workspace import BUILTIN_ROOT
from engine.brand.paper_contract import PaperContract, match_paper, parse_paper_contract
from engine.brand.paper_template import PaperTemplate, read_paper_template
from engine.brand.yaml_file import YamlFile, read_yaml

TEXT = (BUILTIN_ROOT / "templates/docx/harbor.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def template() -> PaperTemplate:
    return read_paper_template(BUILTIN_ROOT / "templates/docx/harbor.docx", file="harbor.docx").expect_clean()


def document(old: str = "", new: str = "") -> YamlFile:
    assert old in TEXT
    text = TEXT.replace(old, new, 1) if old else TEXT
    return read_yaml(text.encode(), file="harbor.yaml", code="TMPL004").expect_clean()


def contract() -> PaperContract:
    return parse_paper_contract(document()).expect_clean()


def told(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{item.code} {item.message.en}{'; ' + item.hint.en if item.hint else ''}" for item in diagnostics]


def test_harbor_is_complete() -> None:
    assert contract().sections == {"cover": 1, "contents": 2, "body": 3, "landscape": 4}


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("  lead: 结论\n", "", ["TMPL004 'styles' lacks the role 'lead'"]),
        ("  lead: 结论", "  leed: 结论", ["TMPL004 'styles' lacks the role 'lead'", "TMPL004 'styles' knows no role 'leed'; did you mean 'lead'?"]),
        (", landscape: 4", "", ["TMPL004 'sections' lacks the role 'landscape'"]),
        ("harbor.docx\n", "harbor.pptx\n", ["TMPL004 'template' cannot be 'harbor.pptx': a template is a .docx or .dotx file"]),
        ("cover: 1", "cover: 0", ["TMPL004 'sections.cover' cannot be '0': 1 is the least"]),
    ],
)  # fmt: skip
def test_mistakes_of_the_contract_alone(old: str, new: str, messages: list[str]) -> None:
    assert told(parse_paper_contract(document(old, new)).diagnostics) == messages


def test_styles_are_found_whatever_their_case(template: PaperTemplate) -> None:
    found = match_paper(contract(), document(), template).expect_clean()
    assert (found.styles["heading_1"].id, found.table_style, found.hyperlink_style) == ("Heading1", "ReportTable", "Hyperlink")
    changed = document("heading_1: heading 1", "heading_1: Heading 1")
    again = match_paper(parse_paper_contract(changed).expect_clean(), changed, template).expect_clean()
    assert again.styles["heading_1"].id == "Heading1"


def test_what_the_template_does_not_have(template: PaperTemplate) -> None:
    text = (
        TEXT.replace("lead: 结论", "lead: List Bulet")
        .replace("landscape: 4", "landscape: 5")
        .replace("table: 报告表格", "table: Table Gird")
    )
    file = read_yaml(text.replace("english_headings: 4", "english_headings: 9").encode(), file="harbor.yaml", code="TMPL004").expect_clean()
    outcome = match_paper(parse_paper_contract(file).expect_clean(), file, template)
    assert outcome.value is None
    assert told(outcome.diagnostics) == [
        "TMPL012 the template has no style 'List Bulet'; did you mean 'List Bullet'?",
        "TMPL012 the template has no style 'Table Gird'; did you mean 'Table Grid'?",
        "TMPL013 the template has 4 sections, no number 5",
        "TMPL013 the template has no list 9",
    ]
