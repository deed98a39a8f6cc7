from __future__ import annotations

import json
from pathlib import Path

from engine.base.workspace import Workspace
from engine.brand.theme import load_theme
from tests.support.company_papers import company_paper
from tests.support.templates import put_deck
from tests.unit.cli.conftest import Debrief


def test_a_deck_becomes_a_theme_with_a_sample(debrief: Debrief, workspace: Workspace, tmp_path: Path) -> None:
    put_deck(workspace.root / "Acme 模板.pptx", wide=True)
    said = debrief("template", "adopt", "Acme 模板.pptx")
    assert (said.code, said.err) == (0, ""), said.out
    assert said.out.startswith(
        "Adopted Acme 模板.pptx as theme acme\n\nWritten\n  templates/pptx/acme.pptx\n  templates/pptx/acme.yaml\n"
        "  assets/themes/acme.yaml\n  templates/pptx/acme-deck-sample/report.yaml\n"
    )
    assert "  1. Open out/acme-deck-sample/acme-sample.pptx in PowerPoint and look at each page\n" in said.out
    assert (workspace.root / "out/acme-deck-sample/acme-sample.pptx").is_file()
    assert (workspace.root / "templates/pptx/acme.pptx").read_bytes() == (workspace.root / "Acme 模板.pptx").read_bytes()


def test_nothing_is_overwritten_without_force(debrief: Debrief, workspace: Workspace) -> None:
    put_deck(workspace.root / "acme.pptx", wide=True)
    contract = workspace.root / "templates/pptx/acme.yaml"
    contract.parent.mkdir(parents=True, exist_ok=True)
    contract.write_text("mine", encoding="utf-8")
    said = debrief("template", "adopt", "acme.pptx")
    assert (said.code, said.err) == (
        2,
        "error: templates/pptx/acme.yaml is there already; nothing was touched\n  = hint: choose another --name, or write over it with --force\n",
    )
    assert contract.read_text(encoding="utf-8") == "mine" and not (workspace.root / "assets/themes/acme.yaml").exists()
    assert debrief("template", "adopt", "acme.pptx", "--force").code == 0
    lines = contract.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["# yaml-language-server: $schema=../../.vscode/deck-contract.schema.json", "# acme.pptx → acme.pptx"]
    schema = contract.parent / "../../.vscode/deck-contract.schema.json"
    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == "debrief: templates/pptx/*.yaml"


def test_a_theme_that_is_there_stays(debrief: Debrief, workspace: Workspace) -> None:
    put_deck(workspace.root / "acme.pptx", wide=True)
    theme = workspace.root / "assets/themes/acme.yaml"
    theme.parent.mkdir(parents=True, exist_ok=True)
    mine = "name: acme\nlabel: {zh: 我, en: Mine}\nbase: harbor\nscale: 0.9\ntype: {page_title: {size: 26, pitch: 35}}\n"
    theme.write_text(mine, encoding="utf-8")
    said = debrief("template", "adopt", "acme.pptx")
    assert said.code == 0 and "  assets/themes/acme.yaml was there and stays (--force writes it anew)\n" in said.out
    assert theme.read_text(encoding="utf-8") == mine


def test_as_json(debrief: Debrief, workspace: Workspace) -> None:
    put_deck(workspace.root / "acme.pptx", wide=True)
    told = json.loads(debrief("template", "adopt", "acme.pptx", "--name", "company", "--json").out)
    assert list(told) == ["file", "name", "form", "written", "theme_kept", "theme_added", "sample", "choices", "problems"]
    assert (told["name"], told["form"], told["sample"]) == ("company", "deck", "out/company-deck-sample/company-sample.pptx")
    assert told["choices"][0] == {
        "role": "cover",
        "slot": None,
        "taken": "layout 1.1 Title Slide",
        "sure": True,
        "reasons": told["choices"][0]["reasons"],
    }
    assert "TMPL023" in {item["code"] for item in told["problems"]}


def test_what_cannot_be_adopted(debrief: Debrief, workspace: Workspace) -> None:
    (workspace.root / "x.pptx").write_bytes(b"no package")
    said = debrief("template", "adopt", "x.pptx")
    assert said.code == 1 and said.out.startswith("x.pptx: TMPL005 unusable template:")
    assert debrief("template", "adopt", "nowhere.pptx").code == 2
    put_deck(workspace.root / "y.pptx")
    assert debrief("template", "adopt", "y.pptx", "--name", "Ünknown").err.startswith("error: 'Ünknown' is no name for a theme\n")
    assert debrief("template", "adopt", "y.pptx", "--name", "harbor").err.startswith("error: harbor is a theme of debrief itself\n")


def test_a_deck_after_a_paper_of_that_name_adds_the_sizes_of_decks(debrief: Debrief, workspace: Workspace) -> None:
    put_deck(workspace.root / "acme.pptx")
    theme = workspace.root / "assets/themes/acme.yaml"
    theme.parent.mkdir(parents=True, exist_ok=True)
    theme.write_text("name: acme\nlabel: {zh: a, en: a}\nbase: harbor\ncolors:\n  primary: AA0011  # ours\n", encoding="utf-8")
    said = debrief("template", "adopt", "acme.pptx")
    assert said.code == 0 and "assets/themes/acme.yaml was there: scale" in said.out, said.out
    text = theme.read_text(encoding="utf-8")
    assert "primary: AA0011  # ours" in text and "\nscale: " in text


def test_a_role_of_another_layout_is_adopted_again_and_the_theme_stays(debrief: Debrief, workspace: Workspace) -> None:
    put_deck(workspace.root / "acme.pptx")
    assert debrief("template", "adopt", "acme.pptx").code == 0
    theme, contract = workspace.root / "assets/themes/acme.yaml", workspace.root / "templates/pptx/acme.yaml"
    mine = theme.read_text(encoding="utf-8").replace("label: {zh: acme", "label: {zh: 我们")
    theme.write_text(mine, encoding="utf-8")
    said = debrief("template", "adopt", "templates/pptx/acme.pptx", "--name", "acme", "--role", "closing=1.6")
    assert said.code == 0 and "chosen with --role" in said.out
    assert "# Layout 1.6: chosen with --role\n    layout: Title Only\n" in contract.read_text(encoding="utf-8")
    assert theme.read_text(encoding="utf-8") == mine


def test_roles_that_cannot_be_meant(debrief: Debrief, workspace: Workspace) -> None:
    put_deck(workspace.root / "acme.pptx")
    said = debrief("template", "adopt", "acme.pptx", "--role", "ending=1.6")
    assert (said.code, said.err.splitlines()[0]) == (2, "error: --role ending=1.6 cannot be meant")
    said = debrief("template", "adopt", "acme.pptx", "--role", "closing=1.77")
    assert said.code == 1 and "TMPL008 the template has no layout '1.77'" in said.out


def test_a_paper_adopted_anew_leaves_the_sizes_of_the_deck(debrief: Debrief, workspace: Workspace) -> None:
    put_deck(workspace.root / "acme.pptx")
    company_paper(workspace.root / "acme.docx", header="Globex")
    assert debrief("template", "adopt", "acme.pptx").code == 0
    theme = workspace.root / "assets/themes/acme.yaml"
    scale = next(line for line in theme.read_text(encoding="utf-8").splitlines() if line.startswith("scale: "))
    assert debrief("template", "adopt", "acme.docx", "--force").code == 0
    text = theme.read_text(encoding="utf-8")
    assert "acme.docx" in text.splitlines()[1] and f"\n{scale}\n" in text and "\n  serif: " in text
    assert load_theme(workspace, "acme").expect_clean().scale == float(scale.removeprefix("scale: "))
