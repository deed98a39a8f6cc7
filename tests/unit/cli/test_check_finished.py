from __future__ import annotations

import io
import sys
from pathlib import Path

import pypdf
import pytest

from engine.checks.package.definition import Author
from engine.cli.check_finished import author_of, check_finished, programs_at
from tests.support.foreign import slides
from tests.support.ledger_report import FORMATS, finished, replaced
from tests.support.package_seeds import at, drop, put, saying, sound
from tests.support.pale import inked
from tests.unit.cli.conftest import Debrief


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_file_as_it_was_built_is_clean(format_name: str, tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / f"半年小结.{format_name}"
    file.write_bytes(finished().blobs[format_name])
    said = debrief("check", str(file))
    assert (said.code, said.out.splitlines()[-1][:43]) == (0, "1 report checked: 0 errors, 0 warnings in 0")


def test_an_edited_figure_is_an_error_with_its_place(tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / "edited.pptx"
    file.write_bytes(replaced(finished().blobs["pptx"], r"ppt/slides/slide\d+\.xml", "126.3%", "136.3%"))
    said = debrief("check", str(file), "--output-format", "concise")
    assert said.code == 1
    assert "edited.pptx" in said.out and "should say '126.3%' (gmv.attainment), and says '136.3%'" in said.out


def test_a_file_that_carries_nothing_or_is_none_says_so(tmp_path: Path, debrief: Debrief) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    said = debrief("check", str(tmp_path / "a.pdf"))
    assert (said.code, said.err.splitlines()[0]) == (2, "error: a.pdf cannot be read")


def test_the_title_comes_from_the_ledger(tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(finished().blobs["docx"])
    assert check_finished(file, strict=False).title == "半年小结"


@pytest.mark.parametrize(("base", "name"), [("raw deck", "foreign.pptx"), ("raw document", "foreign.docx")])
def test_a_file_of_another_program_is_checked_without_figures(base: str, name: str, tmp_path: Path, debrief: Debrief) -> None:
    (tmp_path / name).write_bytes(sound(base))
    said = debrief("check", str(tmp_path / name), "--output-format", "concise")
    assert said.code == 0  # what it shows may be warned of; nothing in it is damaged
    assert f"{name}: FILE050 the file carries no ledger: its figures cannot be compared" in said.out.splitlines()


def test_a_pdf_of_another_program_is_opened(tmp_path: Path, debrief: Debrief) -> None:
    out, writer = io.BytesIO(), pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(out)
    (tmp_path / "foreign.pdf").write_bytes(out.getvalue())
    said = debrief("check", str(tmp_path / "foreign.pdf"))
    assert said.code == 0 and "FILE050" in said.out


def test_a_damaged_file_is_told_with_its_part_and_the_mend(tmp_path: Path, debrief: Debrief) -> None:
    (tmp_path / "a.pptx").write_bytes(at("ppt/slides/slide3.xml", "//a:tr[3]/a:tc", drop)(sound("raw deck")))
    said = debrief("check", str(tmp_path / "a.pptx"))
    assert said.code == 1
    assert "a.pptx!ppt/slides/slide3.xml: FILE044 " in said.out
    assert "= hint: open and save it in PowerPoint" in said.out
    assert "FILE050 the file is damaged: its figures were not compared" in said.out


def test_ours_is_ours_until_another_program_saves_it() -> None:
    ledger = finished().ledger("pptx")
    saved = saying("docProps/app.xml", ">debrief<", ">Microsoft Office PowerPoint<")(sound("deck"))
    assert author_of("pptx", sound("deck"), ledger) is Author.DEBRIEF
    assert author_of("pptx", saved, ledger) is Author.OTHER
    assert author_of("pptx", sound("deck"), None) is Author.OTHER
    assert author_of("pdf", b"", ledger) is Author.DEBRIEF


def test_deep_asks_other_judges_or_says_that_they_are_absent(tmp_path: Path, debrief: Debrief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    file = tmp_path / "a.pptx"
    file.write_bytes(at("ppt/presentation.xml", "//p:sldSz", put("cx", "1"))(sound("deck")))
    said = debrief("check", "--deep", str(file), "--output-format", "concise")
    assert (said.code, "FILE052 openxml-audit: " in said.out) == (1, True)
    assert "a.pptx: FILE055 Open XML SDK is not installed and was not asked" in said.out


def test_the_validator_may_be_named(tmp_path: Path, debrief: Debrief) -> None:
    program = tmp_path / "validator"
    program.write_text(f'#!{sys.executable}\nprint(\'{{"ok": false, "errors": []}}\')\n', "utf-8")
    program.chmod(0o755)
    (tmp_path / "a.docx").write_bytes(sound("document"))
    said = debrief("check", "--validator", str(program), str(tmp_path / "a.docx"), "--output-format", "concise")
    assert (said.code, "FILE051 Open XML SDK: refused without a reason" in said.out) == (1, True)
    assert programs_at(tmp_path, program).validator == program


def test_deep_is_for_finished_files(debrief: Debrief) -> None:
    said = debrief("check", "--deep")
    assert (said.code, said.err.splitlines()[0]) == (2, "error: --deep is for finished files")


def test_a_damaged_file_is_judged_by_what_it_shows_all_the_same(tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / "a.pptx"
    pale = slides(inked("来源：交易中台", "C8C8C8"))
    file.write_bytes(at("ppt/theme/theme1.xml", "//a:srgbClr", put("val", "red"))(pale))
    said = debrief("check", str(file), "--output-format", "concise", "--lang", "en")
    assert "FILE043" in said.out and "a.pptx: A11Y004" in said.out and "the file is damaged: its figures were not compared" in said.out
