from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

import pytest

from engine.base.diagnostics import Language
from engine.batch import building
from engine.cli import build as build_command
from engine.cli.progress import Reporting
from tests.support.mini_report import REPORT, put_report
from tests.unit.cli.conftest import Debrief

BROKEN = REPORT.replace("title: 业绩", "titel: 业绩")

AGREEMENT = ("h1/agreement.html", "h1/agreement.json")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def written(root: Path) -> list[str]:
    """Return what users see below out/: what we keep for the next run is hidden."""
    found = ((path.relative_to(root / "out"), path) for path in (root / "out").rglob("*"))
    return sorted(inner.as_posix() for inner, path in found if path.is_file() and inner.parts[0] != ".debrief")


def test_everything_is_built_and_told(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    said = debrief("build")
    assert said.code == 0
    assert said.out.startswith("1 built, 0 failed, 0 warnings in ")
    assert said.out.endswith("s → out/h1\n")
    assert said.err.startswith("[ 1/1] h1 pptx,pdf ")
    assert said.err.endswith("s ✓\n")
    pages = [f"h1/pages/{number:02}.png" for number in range(1, 5)]
    assert written(content.parent) == [
        *AGREEMENT,
        "h1/contact.png",
        "h1/facts.json",
        *pages,
        "h1/半年小结.pdf",
        "h1/半年小结.pptx",
        "index.html",
        "run.json",
    ]
    (entry,) = json.loads((content.parent / "out" / "run.json").read_bytes())["reports"]
    assert list(entry["seconds"]) == ["load", "compose", "resolve", "plan", "check", "emit pptx", "emit pdf", "pages"]
    assert len(entry["files"]) == 10


def test_formats_pages_and_folder_as_asked(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    said = debrief("build", "content/h1", "-f", "pptx", "--no-pages", "--out", "results", "-q")
    assert (said.code, said.out, said.err) == (0, "", "")
    files = sorted(path.name for path in (content.parent / "results").rglob("[!.]*.*") if path.is_file() and path.parent.name != ".debrief")
    assert files == ["agreement.html", "agreement.json", "facts.json", "index.html", "run.json", "半年小结.pptx"]


def test_an_unknown_format_is_told_before_anything_runs(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    said = debrief("build", "-f", "pptx,odp")
    assert (said.code, said.err.splitlines()) == (2, ["error: there is no output format 'odp'", "  = hint: there are pptx, docx, pdf"])
    assert not (content.parent / "out").exists()


def test_a_broken_report_keeps_its_old_files_while_the_others_go_on(content: Path, debrief: Debrief) -> None:
    put_report(content / "a")
    put_report(content / "b")
    debrief("build", "-f", "pptx", "-q")
    old = (content.parent / "out" / "a" / "半年小结.pptx").read_bytes()
    put_report(content / "a", report=BROKEN)
    said = debrief("build", "-f", "pptx", "--output-format", "concise")
    assert said.code == 1
    assert "content/a/report.yaml:9:5: YAML" in said.out
    assert "0 built, 1 unchanged, 1 failed" in said.out
    assert (content.parent / "out" / "a" / "半年小结.pptx").read_bytes() == old
    entries = json.loads((content.parent / "out" / "run.json").read_bytes())["reports"]
    assert [(entry["name"], entry["status"]) for entry in entries] == [("a", "failed"), ("b", "unchanged")]


def test_findings_of_a_report_are_told_before_the_next_one_is_done(
    content: Path, debrief: Debrief, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (put_report(content / name) / "report.yaml").write_text(BROKEN, encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(build_command, "print_findings", lambda reports, *_: told.extend(f"findings {each.name}" for each in reports))
    monkeypatch.setattr(Reporting, "finished", lambda _self, report: told.append(f"done {report.name}"))
    assert debrief("build", "-j", "0").code == 1
    assert told == ["done a", "findings a", "done b", "findings b"]
    told.clear()
    debrief("build", "-j", "0", "--output-format", "json")
    assert told == ["done a", "done b", "findings a", "findings b"]


def test_a_report_whose_pdf_engine_is_not_installed_is_trouble_of_the_machine(
    content: Path, debrief: Debrief, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("typst_engine", "typst_fonts"):
        monkeypatch.delitem(sys.modules, f"engine.writers.pdf.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)  # as Python marks what it did not find
    put_report(content / "h1")
    said = debrief("build", "-f", "pdf", "--no-pages", "-j", "0", "--set", "pdf.engine=typst", language=Language.ZH)
    assert said.code == 3
    assert said.err.splitlines()[1:] == [
        "错误：h1：没有安装 Typst，而报告要用它生成 PDF（pdf: {engine: typst}）",
        '  = 提示：运行 pip install "debrief[typst]"，或去掉这项设置',
    ]


def test_too_little_memory_is_trouble_of_the_machine(content: Path, debrief: Debrief, monkeypatch: pytest.MonkeyPatch) -> None:
    def starve(*_: object, **__: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    put_report(content / "h1")
    monkeypatch.setattr(building, "build_report", starve)
    said = debrief("build", "--no-pages", "-j", "0")
    assert said.code == 3
    assert "h1: there is not enough memory; files already written are fine" in said.err
    monkeypatch.setattr(build_command, "reporting", starve)
    assert debrief("build").code == 3


def test_a_renamed_report_leaves_no_file_of_its_old_name(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    debrief("build", "-f", "pptx", "-q")
    debrief("build", "-f", "pptx", "-q", "--set", "title=改名")
    assert written(content.parent) == [*AGREEMENT, "h1/facts.json", "h1/改名.pptx", "index.html", "run.json"]


def test_standard_output_is_pure_json_for_programs(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1", report=BROKEN)
    said = debrief("build", "--output-format", "json")
    assert {finding["severity"] for finding in json.loads(said.out)} == {"error"}
    assert "0 built, 1 failed" in said.err


def test_a_folder_that_cannot_be_made_is_told_before_rendering(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    (content.parent / "out").write_text("in the way", encoding="utf-8")
    said = debrief("build")
    assert said.code == 3
    assert said.err.splitlines()[-1] == "  = hint: something of that name is in the way: move it, or choose --out"
    assert (content.parent / "out").read_text(encoding="utf-8") == "in the way"


def test_a_full_disk_leaves_the_old_files(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    debrief("build", "-f", "pptx", "-q")
    old = {path: path.read_bytes() for path in (content.parent / "out" / "h1").iterdir()}
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
    try:
        said = debrief("build", "-f", "pptx", "-q", "--set", "author=林晓", language=Language.ZH)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert said.code == 3
    assert said.err.splitlines() == ["错误：h1：“out/h1”写不进去：File too large", "  = 提示：腾出磁盘空间后重试；原有文件未改动"]
    assert {path: path.read_bytes() for path in (content.parent / "out" / "h1").iterdir()} == old


def test_nothing_to_build_is_no_success(debrief: Debrief) -> None:
    said = debrief("build")
    assert (said.code, said.out) == (5, "")
    assert said.err.endswith("debrief new midyear-review DIR makes one\n")
