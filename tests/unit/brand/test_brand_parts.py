from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import NOWHERE, Location, Outcome, error
from engine.base.workspace import Workspace
from engine.brand.brand_parts import BrandReader
from engine.brand.contract import ContractSchema, parse_contract
from engine.brand.paper_contract import parse_paper_contract
from tests.support.paper_files import copy_harbor

CHOSEN = Location("content/h1/report.yaml", 7, 8)


def unread(_path: Path, file: str) -> Outcome[str]:
    return Outcome(None, (error("TMPL005", "坏", "damaged", Location(file)),))


def name_of(path: Path, _file: str) -> Outcome[str]:
    return Outcome(path.name)


def told(reader: BrandReader[ContractSchema, str], workspace: Workspace, theme: str = "harbor", at: Location = CHOSEN) -> list[str]:
    return [f"{item.where}: {item.code}" for item in reader.parts(workspace, theme, at).diagnostics]


def test_theme_contract_and_template_come_together(workspace: Workspace) -> None:
    parts = BrandReader("templates/pptx", parse_contract, name_of).parts(workspace, "harbor", NOWHERE).expect_clean()
    assert (parts.contract.template, parts.template, parts.template_file) == ("harbor.pptx", "harbor.pptx", "templates/pptx/harbor.pptx")


def test_the_first_part_that_cannot_be_used_is_told(workspace: Workspace) -> None:
    assert told(BrandReader("templates/pptx", parse_contract, name_of), workspace, "harbour")[0].endswith("TMPL001")
    assert told(BrandReader("templates/xls", parse_contract, name_of), workspace) == [f"{CHOSEN}: TMPL003"]
    assert told(BrandReader("templates/xls", parse_contract, name_of), workspace, at=NOWHERE) == ["templates/xls/harbor.yaml: TMPL003"]
    assert told(BrandReader("templates/pptx", parse_contract, unread), workspace) == ["templates/pptx/harbor.pptx: TMPL005"]


def test_a_contract_that_names_no_file_is_told_at_its_line(workspace: Workspace) -> None:
    home = copy_harbor(workspace)
    contract = home.root / "templates" / "docx" / "harbor.yaml"
    contract.write_text(contract.read_text(encoding="utf-8").replace("template: harbor.docx", "template: gone.docx"), encoding="utf-8")
    reader = BrandReader("templates/docx", parse_paper_contract, name_of)
    (found,) = reader.parts(home, "harbor", CHOSEN).diagnostics
    assert (found.code, found.where.file, found.where.line > 0) == ("TMPL003", "templates/docx/harbor.yaml", True)
    assert found.message.en == "the file 'templates/docx/gone.docx' is not there"


def test_a_theme_without_a_template_of_a_form_looks_as_its_base_does(workspace: Workspace) -> None:
    theme = workspace.root / "assets" / "themes" / "acme.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text("name: acme\nlabel: {zh: 甲, en: Acme}\nbase: harbor\ncolors: {primary: AA0000}\n", encoding="utf-8")
    reader = BrandReader("templates/docx", parse_paper_contract, name_of)
    found = reader.parts(workspace, "acme", CHOSEN)
    assert found.value is not None
    assert (found.value.template, found.value.theme.name) == ("harbor.docx", "harbor")
    (told_,) = found.diagnostics
    assert (told_.code, told_.where, told_.is_error) == ("TMPL025", CHOSEN, False)
    assert told_.message.en == "the theme 'acme' has no Word template: this form looks as the theme 'harbor' does, colours and fonts too"
    assert told_.hint is not None
    assert told_.hint.en.startswith("adopt the company's: debrief template adopt FILE.docx --name acme")
