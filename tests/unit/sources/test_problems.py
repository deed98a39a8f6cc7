from __future__ import annotations

import re

from engine.base.diagnostics import Location, Phrase, Severity
from engine.sources import codes, problems

FILE = Location("data/weekly.csv")


def test_every_code_is_used_once_and_in_order() -> None:
    numbers = [value for name, value in vars(codes).items() if name.isupper()]
    assert numbers == sorted(set(numbers))
    assert all(re.fullmatch(r"DATA0[0-7][0-9]", number) for number in numbers)


def test_a_missing_file_offers_the_nearest() -> None:
    found = problems.file_missing("data/wekly.csv", FILE, ["data/weekly.csv", "data/kpi.xlsx"])
    assert found.message == Phrase("找不到数据文件“data/wekly.csv”", "data file 'data/wekly.csv' does not exist")
    assert found.hint == Phrase("是不是“data/weekly.csv”？", "did you mean 'data/weekly.csv'?")
    assert problems.file_missing("x", FILE, []).hint is None


def test_what_does_not_spoil_the_numbers_is_a_warning() -> None:
    for found in (problems.macros(FILE), problems.hidden_rows(2, FILE), problems.stale_results(3, FILE)):
        assert found.severity is Severity.WARNING
    assert problems.empty(FILE).severity is Severity.ERROR


def test_a_tab_is_called_by_its_name() -> None:
    assert problems.delimiter("\t", FILE).hint == Phrase('在数据表里写 delimiter: "tab"', 'say delimiter: "tab" for this table')


def test_a_setting_without_use_names_those_with_one() -> None:
    found = problems.setting_unused("sheet", "weekly.csv", ["delimiter", "encoding"], FILE)
    assert found.message.zh == "sheet 对“weekly.csv”没有作用"
    assert found.hint == Phrase("删去它；这里可用：delimiter、encoding", "remove it; of use here: delimiter, encoding")
    assert problems.setting_unused("sheet", "t", [], FILE).hint is None
