from __future__ import annotations

import os

import pytest

from engine.base.diagnostics import Location
from engine.sources.read import read_table
from engine.sources.spec import TableSpec
from tests.unit.sources.conftest import HERE, Bench, picture, told


def test_a_table_remembers_where_it_came_from(bench: Bench) -> None:
    folder = bench.root / "content" / "midyear"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "weekly.csv").write_text("渠道,消耗\n抖音,1\n", encoding="gb18030")
    table = read_table(bench.workspace, folder, "weekly", TableSpec(file="data/weekly.csv"), HERE).expect_clean()
    assert (table.name, table.file, table.sheet, table.encoding) == ("weekly", "content/midyear/data/weekly.csv", "", "gb18030")
    assert table.cell_address(table.columns[1], 0) == "weekly.csv!B2"


def test_a_missing_file_with_its_neighbour(bench: Bench) -> None:
    (bench.root / "data").mkdir()
    (bench.root / "data" / "weekly.csv").touch()
    outcome = bench.table(file="data/wekly.csv")
    assert told(outcome) == ["report.yaml:7:3: DATA001 找不到数据文件“data/wekly.csv”"]
    hint = outcome.diagnostics[0].hint
    assert hint is not None
    assert hint.en == "did you mean 'data/weekly.csv'?"
    assert told(bench.table(file="nowhere/a.csv")) == ["report.yaml:7:3: DATA001 找不到数据文件“nowhere/a.csv”"]


def test_a_name_that_no_file_can_have(bench: Bench) -> None:
    assert told(bench.table(file=f"{'字' * 86}.csv")) == ["report.yaml:7:3: DATA001 数据文件的名字太长，不会有这样的文件"]


@pytest.mark.parametrize("path", ["../secret.csv", "/etc/passwd.csv", "link.csv", "a\0.csv"])
def test_paths_that_lead_out_are_refused(bench: Bench, path: str) -> None:
    (bench.root / "link.csv").symlink_to("/etc/passwd")
    (message,) = told(bench.table(file=path))
    assert message == f"report.yaml:7:3: DATA002 路径“{path}”指向工作区之外"


@pytest.mark.parametrize("name", ["a.yaml", "a.ods", "a", "a.numbers"])
def test_other_kinds_of_file(bench: Bench, name: str) -> None:
    (bench.root / name).write_text("x")
    assert told(bench.table(file=name)) == [
        f"report.yaml:7:3: DATA003 “{name}”的类型不能读取，可读的有 .csv、.tsv、.txt、.xlsx、.xlsm、.xls、.parquet、.sqlite、.sqlite3、.db、.json"
    ]


def test_a_folder_and_a_pipe_are_no_files(bench: Bench) -> None:
    (bench.root / "folder.csv").mkdir()
    os.mkfifo(bench.root / "pipe.csv")
    assert told(bench.table(file="folder.csv"))[0].startswith("report.yaml:7:3: DATA001")
    assert told(bench.table(file="pipe.csv"))[0].startswith("report.yaml:7:3: DATA001")


def test_a_file_that_cannot_be_opened(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert told(bench.csv("a,b\n1,2\n")) == ["report.yaml:7:3: DATA001 数据文件“weekly.csv”无法读取：Permission denied"]


def test_all_mistakes_are_reported_not_the_first(bench: Bench) -> None:
    outcome = bench.csv("a,b,c\n1,2,x\n1,2,x\n1,2,x\n1,2,x\nq,2,x\n#N/A,r,x\n", fill_down=["d"], types={"e": "text"})
    assert sorted(message.split()[1] for message in told(outcome)) == ["DATA033", "DATA033", "DATA041", "DATA042", "DATA042"]


def test_warnings_and_notes_come_with_the_table(bench: Bench) -> None:
    outcome = bench.csv("标题\n渠道,消耗\n抖音,1\n合计,1\n")
    assert picture(outcome) == "渠道:text | 消耗:number\n3: 抖音 | 1.0"
    assert outcome.value is not None
    assert [note.zh for note in outcome.value.notes] == ["跳过标题行，以第 2 行为表头", "合计行未计入：4"]


def test_places_in_inline_rows_and_files_differ(bench: Bench) -> None:
    outcome = read_table(bench.workspace, bench.root, "t", TableSpec(rows=[{"a": 1}]), Location("content/x/report.yaml", 3, 1))
    assert outcome.expect_clean().file == "content/x/report.yaml"


def test_settings_that_do_nothing_are_refused(bench: Bench) -> None:
    outcome = bench.csv("a,b\n1,2\n", sheet="目标", table="weekly")
    assert told(outcome) == [
        "report.yaml:sheet: DATA005 sheet 对“weekly.csv”没有作用",
        "report.yaml:table: DATA005 table 对“weekly.csv”没有作用",
    ]
    assert told(bench.table(rows=[{"a": 1}], delimiter="tab")) == ["report.yaml:delimiter: DATA005 delimiter 对“t”没有作用"]


def test_a_table_knows_its_header_row(bench: Bench) -> None:
    table = bench.csv("标题\n渠道,消耗\n抖音,1\n").value
    assert table is not None and table.header == 2
    inline = bench.table(rows=[{"a": 1}]).value
    assert inline is not None and inline.header == 0
