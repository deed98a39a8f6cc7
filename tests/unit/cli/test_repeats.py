from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity, error, warning
from engine.batch.finished import Finished
from engine.cli.repeats import Repeats

LINE, OTHER = Location("content/t/report.yaml", 7, 3), Location("content/t/report.yaml", 9, 3)


def report(name: str, *found: Diagnostic) -> Finished:
    return Finished(Path("content/t"), f"t/{name}", diagnostics=found)


def test_what_many_reports_share_is_told_once_and_counted() -> None:
    repeats = Repeats()
    heard = [
        [item.code for item in repeats.news(each).diagnostics]
        for each in (
            report("一组", warning("RULE002", "完成 80%", "80% reached", LINE), error("FACT014", "零", "zero", OTHER)),
            report("二组", warning("RULE002", "完成 70%", "70% reached", LINE)),
            report("三组", warning("RULE002", "完成 60%", "60% reached", LINE), warning("RULE002", "另一处", "elsewhere", OTHER)),
        )
    ]
    assert heard == [["RULE002", "FACT014"], [], ["RULE002"]]
    assert [line.zh for line in repeats.told()] == ["content/t/report.yaml:7:3: RULE002 另有 2 份报告同样，如 t/三组"]
    assert [line.en for line in repeats.told()] == ["content/t/report.yaml:7:3: RULE002 the same in 2 other reports, such as t/三组"]


def test_one_report_may_say_the_same_twice_and_notes_are_not_counted() -> None:
    repeats = Repeats()
    note = Diagnostic("DATA035", Severity.INFO, Phrase("说明", "note"), LINE)
    first = report("一组", warning("RULE002", "甲", "a", LINE), warning("RULE002", "乙", "b", LINE), note)
    assert repeats.news(first) == first
    assert repeats.news(report("二组", note)).diagnostics == ()
    assert list(repeats.told()) == []
