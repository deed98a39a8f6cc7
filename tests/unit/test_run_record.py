from __future__ import annotations

import json

import pytest

from engine.base.diagnostics import Location, Phrase, error
from engine.base.workspace import Workspace
from engine.run_record import RUN_FILE, FileRecord, ReportRecord, RunRecord, Status, files_of_earlier_runs

DECK = FileRecord.of("h1/述职.pptx", b"deck")
FACTS = FileRecord.of("h1/facts.json", b"{}")
FINDING = error("YAML021", "没有这个键", "no such key", Location("content/h1/report.yaml", 3, 1), Phrase("删掉它", "remove it"))


def report(name: str, *files: FileRecord) -> ReportRecord:
    return ReportRecord(name, f"{name} 述职", f"content/{name}", Status.BUILT, {"load": 0.12345}, 27, 140, files)


def kept(workspace: Workspace, content: str) -> dict[str, tuple[FileRecord, ...]]:
    workspace.write_atomically(workspace.out / RUN_FILE, content.encode())
    return files_of_earlier_runs(workspace)


def test_a_file_is_known_by_its_sum_and_size() -> None:
    assert FileRecord.of("a.txt", b"abc") == FileRecord("a.txt", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3)


def test_reports_stand_by_name_and_files_by_path() -> None:
    record = json.loads(RunRecord((report("h2"), report("h1", DECK, FACTS)), {"b": (), "a": (FACTS,)}).to_json())
    assert [entry["name"] for entry in record["reports"]] == ["h1", "h2"]
    assert [file["path"] for file in record["reports"][0]["files"]] == ["h1/facts.json", "h1/述职.pptx"]
    assert [entry["name"] for entry in record["earlier"]] == ["a", "b"]
    assert (record["version"], record["built"], record["failed"]) == (1, 2, 0)


def test_a_report_that_failed_tells_why_in_both_languages() -> None:
    failed = ReportRecord("h1", "述职", "content/h1", Status.FAILED, findings=(FINDING,), fault=Phrase("缺字体", "no font"))
    (entry,) = json.loads(RunRecord((failed,)).to_json())["reports"]
    assert entry["status"] == "failed"
    assert entry["fault"] == {"zh": "缺字体", "en": "no font"}
    assert entry["findings"] == [
        {
            "code": "YAML021",
            "severity": "error",
            "message": {"zh": "没有这个键", "en": "no such key"},
            "hint": {"zh": "删掉它", "en": "remove it"},
            "file": "content/h1/report.yaml",
            "line": 3,
            "column": 1,
            "cell": "",
        }
    ]


def test_seconds_are_in_milliseconds_and_the_rest_is_the_same_every_time() -> None:
    record = RunRecord((report("h1", DECK),))
    assert json.loads(record.to_json())["reports"][0]["seconds"] == {"load": 0.123}
    assert record.to_json() == RunRecord((report("h1", DECK),)).to_json()


def test_the_files_of_every_run_are_read_back(workspace: Workspace) -> None:
    written = RunRecord((report("h1", DECK),), {"h2": (FileRecord.of("h2/a.pdf", b"x"),)}).to_json().decode()
    assert kept(workspace, written) == {"h1": (DECK,), "h2": (FileRecord.of("h2/a.pdf", b"x"),)}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 2, "reports": []}',
        '{"version": 1, "reports": 7}',
        '{"version": 1, "reports": [7, {"name": 3}]}',
        "[" * 9999,
    ],
)
def test_a_record_that_cannot_be_read_counts_as_none(content: str, workspace: Workspace) -> None:
    assert kept(workspace, content) == {}


def test_without_a_record_nothing_is_ours(workspace: Workspace) -> None:
    assert files_of_earlier_runs(workspace) == {}


@pytest.mark.parametrize("path", ["../content/h1/report.yaml", "/etc/passwd", "", "h1/../../x", "h1/\0"])
def test_a_record_cannot_claim_what_is_outside_the_out_folder(path: str, workspace: Workspace) -> None:
    claimed = {"version": 1, "reports": [{"name": "h1", "files": [{"path": path, "sha256": "0", "size": 1}]}]}
    assert kept(workspace, json.dumps(claimed)) == {"h1": ()}


def test_a_link_does_not_lead_out_either(workspace: Workspace) -> None:
    workspace.out.mkdir()
    (workspace.out / "h1").symlink_to(workspace.root)
    claimed = {"version": 1, "reports": [{"name": "h1", "files": [{"path": "h1/report.yaml", "sha256": "0", "size": 1}]}]}
    assert kept(workspace, json.dumps(claimed)) == {"h1": ()}
