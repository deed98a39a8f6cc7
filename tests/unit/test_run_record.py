from __future__ import annotations

import json

import pytest

from engine.base.diagnostics import Location, Phrase, error
from engine.run_record import FileRecord, ReportRecord, RunRecord, Status, stays_inside

DECK = FileRecord.of("h1/述职.pptx", b"deck")
FACTS = FileRecord.of("h1/facts.json", b"{}")
FINDING = error("YAML021", "没有这个键", "no such key", Location("content/h1/report.yaml", 3, 1), Phrase("删掉它", "remove it"))


def report(name: str, *files: FileRecord) -> ReportRecord:
    return ReportRecord(name, f"{name} 述职", f"content/{name}", Status.BUILT, {"load": 0.12345}, 27, 140, ("pptx",), files)


def test_a_file_is_known_by_its_sum_and_size() -> None:
    assert FileRecord.of("a.txt", b"abc") == FileRecord("a.txt", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3)


def test_reports_stand_by_name_and_files_by_path() -> None:
    record = json.loads(RunRecord((report("h2"), report("h1", DECK, FACTS)), {"b": (), "a": (FACTS,)}).to_json())
    assert [entry["name"] for entry in record["reports"]] == ["h1", "h2"]
    assert [file["path"] for file in record["reports"][0]["files"]] == ["h1/facts.json", "h1/述职.pptx"]
    assert [entry["name"] for entry in record["earlier"]] == ["a", "b"]
    assert (record["version"], record["built"], record["unchanged"], record["failed"]) == (2, 2, 0, 0)


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
            "end_column": 0,
            "cell": "",
        }
    ]


def test_seconds_are_in_milliseconds_and_the_rest_is_the_same_every_time() -> None:
    record = RunRecord((report("h1", DECK),))
    assert json.loads(record.to_json())["reports"][0]["seconds"] == {"load": 0.123}
    assert record.to_json() == RunRecord((report("h1", DECK),)).to_json()


def test_a_record_is_read_back_as_it_was() -> None:
    failed = ReportRecord(
        "h1", "述职", "content/h1", Status.FAILED, {"load": 0.5}, 2, 3, ("pdf",), (DECK,), (FINDING,), Phrase("缺字体", "no font")
    )
    assert ReportRecord.read(json.loads(json.dumps(failed.entry()))) == failed


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../a", "h1/../../a", "h1/a\0", "C:\\a"])
def test_a_recorded_path_that_leads_elsewhere_is_refused(path: str) -> None:
    assert not stays_inside(path)
    with pytest.raises(ValueError, match="outside"):
        ReportRecord.read(report("h1", FileRecord(path, "0" * 64, 1)).entry())
