from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.base.diagnostics import Severity
from engine.checks.deep import MOST_TOLD, deep_findings
from engine.checks.package.definition import Author
from engine.probe.judges import Programs
from tests.support.ledger_report import finished
from tests.support.package_seeds import TABLE, at, inside, put, sound

NONE = Programs(None, None)
SHEET = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"


def said(blob: bytes, author: Author = Author.DEBRIEF, programs: Programs = NONE, format_name: str = "pptx") -> list[str]:
    found = deep_findings(format_name, blob, f"review.{format_name}", author, programs)
    return [f"{item.where} {item.code} {item.severity.value} {item.message.en}" for item in found]


def test_a_judge_that_is_absent_is_said_once_with_the_mend() -> None:
    assert said(sound("deck")) == ["review.pptx FILE055 info Open XML SDK is not installed and was not asked"]
    (note,) = deep_findings("pptx", sound("deck"), "review.pptx", Author.OTHER, NONE)
    assert note.hint is not None and "--validator" in note.hint.en
    assert said(finished().blobs["pdf"], format_name="pdf") == ["review.pdf FILE055 info qpdf is not installed and was not asked"]


def test_a_library_that_is_absent_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openxml_audit", None)
    assert said(sound("deck"))[0] == "review.pptx FILE055 info openxml-audit is not installed and was not asked"


def test_a_defect_is_an_error_in_ours_and_a_warning_in_others() -> None:
    blob = at(TABLE, "//a:rPr[@sz]", put("sz", "50"))(sound("deck"))
    assert "review.pptx FILE052 error openxml-audit: /ppt/slides/slide5.xml: " in said(blob)[0]
    assert said(blob, Author.OTHER)[0].startswith("review.pptx FILE052 warning ")


def test_workbooks_inside_are_asked_about() -> None:
    blob = inside(SHEET, at("xl/worksheets/sheet1.xml", "//x:c", put("t", "text")))(sound("deck"))
    assert any(line.startswith(f"review.pptx!{SHEET} FILE052 error") for line in said(blob))


def test_long_lists_are_cut(tmp_path: Path) -> None:
    qpdf = tmp_path / "qpdf"
    qpdf.write_text(f"#!{sys.executable}\nprint('WARNING: x\\n' * {MOST_TOLD + 5})\nraise SystemExit(3)\n", "utf-8")
    qpdf.chmod(0o755)
    found = list(deep_findings("pdf", finished().blobs["pdf"], "a.pdf", Author.OTHER, Programs(None, str(qpdf))))
    assert [item.code for item in found] == ["FILE053"] * (MOST_TOLD + 1)
    assert (found[-1].message.en, found[-1].severity) == ("qpdf: 5 more", Severity.WARNING)
