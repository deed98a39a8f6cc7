from __future__ import annotations

import json
from pathlib import Path

from tests.support.templates import TYPES, changed, put_deck, put_paper, swap
from tests.unit.cli.conftest import Debrief


def test_a_deck_with_its_problems(debrief: Debrief, tmp_path: Path) -> None:
    put_deck(tmp_path / "company.pptx")
    said = debrief("template", "inspect", "company.pptx")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("company.pptx  PowerPoint presentation · 4:3, 10 × 7.5 in · 1 master, 11 layouts, 0 sample slides\n")
    assert "company.pptx!1 Office Theme: TMPL015 the theme names no East Asian face" in said.out
    assert "= hint: " in said.out


def test_in_chinese(debrief: Debrief, tmp_path: Path) -> None:
    put_paper(tmp_path / "公司.docx")
    said = debrief("template", "inspect", "公司.docx", "--lang", "zh")
    assert said.out.startswith("公司.docx  Word 文档 · 1 节，")
    assert "公司.docx!1: TMPL014 第 1 节的纸张是 Letter，216 × 279 mm，不是 A4\n" in said.out


def test_as_json(debrief: Debrief, tmp_path: Path) -> None:
    put_deck(tmp_path / "company.pptx", slides=(1,))
    told = json.loads(debrief("template", "inspect", "company.pptx", "--json").out)
    assert list(told) == ["file", "kind", "template", "fonts", "roles", "problems"]
    assert told["kind"] == "deck"
    assert told["template"]["masters"][0]["layouts"][0]["placeholders"][0]["frame"] == {
        "x": 0.75,
        "y": 2.3299,
        "width": 8.5,
        "height": 1.6076,
    }
    assert told["roles"][0]["layout"] == "1.1" and told["roles"][0]["sure"]
    assert "TMPL015" in {item["code"] for item in told["problems"]}
    paper = put_paper(tmp_path / "company.docx")
    assert json.loads(debrief("template", "inspect", paper.name, "--json").out)["roles"] == []


def test_a_file_that_cannot_be_read_is_exit_1(debrief: Debrief, tmp_path: Path) -> None:
    kind = swap("openxmlformats-officedocument.presentationml.presentation.main", "ms-powerpoint.presentation.macroEnabled.main")
    changed(put_deck(tmp_path / "macro.pptx"), {TYPES: kind})
    said = debrief("template", "inspect", "macro.pptx")
    assert (said.code, said.out) == (1, "macro.pptx: TMPL006 the template has macros; save it as .pptx or .potx without macros\n")
    told = json.loads(debrief("template", "inspect", "macro.pptx", "--json").out)
    assert (told["kind"], told["template"], told["problems"][0]["code"]) == (None, None, "TMPL006")


def test_no_such_file_and_no_such_command(debrief: Debrief) -> None:
    said = debrief("template", "inspect", "nowhere.pptx")
    assert (said.code, said.err) == (2, "error: there is no file nowhere.pptx\n")
    assert debrief("template", "bless").code == 2
