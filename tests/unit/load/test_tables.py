from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.base.workspace import Workspace
from engine.load import tables
from engine.load.member import Member
from engine.load.source import Loader
from engine.load.tables import place, report_names
from engine.model.packed import Words
from engine.model.tables import Column, ColumnType, DataTable
from tests.support.content import HEAD, TABLES, load_report, told
from tests.support.tiny_batch import put_batch

REST = """\
metrics: metrics.yaml
sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]
"""


def test_a_contract_is_held_and_its_mistakes_stand_in_the_yaml(tmp_path: Path) -> None:
    data = """\
data:
  weekly:
    file: data/weekly.csv
    contract:
      columns:
        渠道: {type: text, one_of: [直播, 私域]}
        费用: {type: number, min: 0, max: 35}
      required: [周, GVM]
"""
    outcome = load_report(tmp_path, HEAD + data + REST, TABLES)
    assert told(outcome.diagnostics) == [
        "12:21: DATA060 the contract names column 'GVM', which does not exist; there are 周, 渠道, GMV, 费用"
    ]
    outcome = load_report(tmp_path, HEAD + data.replace(", GVM", "") + REST, TABLES)
    assert [f"{item.where}: {item.code}" for item in outcome.diagnostics] == ["weekly.csv!D3: DATA063"]
    assert outcome.value is not None and not outcome.value.complete


def test_freshness_follows_the_period_of_the_report(tmp_path: Path) -> None:
    data = "data: {weekly: {file: data/weekly.csv, contract: {fresh_until: period_end}}}\n"
    weekly = {"data/weekly.csv": "日,渠道,GMV,费用\n2025-06-29,直播,100,20\n"}
    outcome = load_report(tmp_path, HEAD + data + REST, TABLES | weekly)
    assert [f"{item.where}: {item.message.zh}" for item in outcome.diagnostics] == [
        "weekly.csv!A2: 「日」最新是 2025-06-29，应到 2025-06-30"
    ]


def test_where_keeps_some_rows_and_may_name_what_the_report_says(tmp_path: Path) -> None:
    data = "department: 直播\ndata: {weekly: {file: data/weekly.csv, where: \"渠道 = '{{ department }}'\"}}\n"
    source = load_report(tmp_path, HEAD + data + REST, TABLES).expect_clean()
    assert source.tables["weekly"].rows == (2, 3)
    outcome = load_report(tmp_path, HEAD + data.replace("渠道 =", "频道 =") + REST, TABLES)
    assert told(outcome.diagnostics) == ["6:47: FACT003 table 'weekly' has no column '频道'"]


def test_a_query_is_given_what_the_report_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAREHOUSE_URL", "sqlite://")
    data = """\
data:
  weekly:
    url_env: WAREHOUSE_URL
    query: "SELECT '直播' AS 渠道, :start AS 日, 5 AS GMV, 1 AS 费用"
    params: {start: "{{ period_start }}"}
"""
    outcome = load_report(tmp_path, HEAD + data + REST, TABLES)
    assert outcome.value is not None
    assert outcome.value.tables["weekly"].record(0) == {"渠道": "直播", "日": dt.date(2025, 1, 1), "GMV": 5.0, "费用": 1.0}
    outcome = load_report(tmp_path, HEAD + data.replace("period_start", "perid_start") + REST, TABLES)
    assert told(outcome.diagnostics) == ["9:21: DATA057 there is no name 'perid_start'; only {{ name }} can stand here"]


def test_names_and_places(tmp_path: Path) -> None:
    source = load_report(tmp_path, HEAD + "data: {weekly: {file: data/weekly.csv}}\n" + REST, TABLES).expect_clean()
    names = report_names(source.report, source.period)
    assert (names["period"], names["period_end"], names["title"], names["year"]) == ("2025H1", dt.date(2025, 6, 30), "上半年述职", 2025)
    data = source.tree.get("data")
    assert data is not None
    assert str(place(data, ("weekly", "file"))) == "content/r/report.yaml:5:23"
    assert str(place(data, ("weekly",))) == "content/r/report.yaml:5:8"


@pytest.mark.parametrize("data", ["data: {weekly: {file: 'data/{{ period }}.csv'}}\n", "data: {weekly: 'data/{{ period }}.csv'}\n"])
def test_a_file_may_be_named_after_what_the_report_is_about(data: str, tmp_path: Path) -> None:
    files = {"data/2025H1.csv": "日,渠道,GMV,费用\n2025-06-29,直播,100,20\n"}
    source = load_report(tmp_path, HEAD + data + REST, TABLES | files).expect_clean()
    assert (source.tables["weekly"].file, len(source.tables["weekly"])) == ("content/r/data/2025H1.csv", 1)
    wrong = load_report(tmp_path, HEAD + data.replace("{{ period }}", "{{ team.code }}") + REST, TABLES)
    (finding,) = told(wrong.diagnostics)
    assert finding.endswith("DATA057 there is no name 'team.code'; only {{ name }} can stand here")


def test_a_file_named_by_a_value_stays_inside_the_workspace(tmp_path: Path) -> None:
    head = HEAD.replace("title: 上半年述职", "title: ../../../../etc/passwd")
    assert head != HEAD
    outcome = load_report(tmp_path, head + "data: {weekly: {file: 'data/{{ title }}'}}\n" + REST, TABLES)
    assert [item.code for item in outcome.diagnostics] == ["DATA002"]


def test_a_table_with_errors_stops_every_report_unless_it_is_each_report_s_own(tmp_path: Path) -> None:
    data = """\
data:
  weekly: data/weekly.csv
  gone: data/gone.csv
  own: {file: "data/{{ period }}.csv"}
"""
    for name, text in {"report.yaml": HEAD + data + REST, **TABLES}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shelf = Loader(Workspace(tmp_path, tmp_path / "out", dt.date(2025, 7, 8)), tmp_path).shelf
    assert shelf is not None
    assert shelf.unreadable() == "gone"
    assert shelf.unreadable(besides={"gone"}) is None


def test_the_reports_of_a_batch_find_their_records_in_a_long_table_by_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MANY", 4)
    workspace = Workspace(tmp_path, tmp_path / "out", dt.date(2025, 7, 8))
    shelf = Loader(workspace, put_batch(tmp_path, 3)).shelf
    plain = Loader(workspace, put_batch(tmp_path, 1, folder="few")).shelf
    assert shelf is not None and plain is not None
    weekly, few = shelf.table("weekly", member("华南2组")), plain.table("weekly", member("华东1组"))
    assert weekly is not None and weekly.value is not None and few is not None and few.value is not None
    assert [weekly.value.record(row) for row in range(2)] == [
        {"团队": "华南2组", "周": "W1", "GMV": 501_001.0},
        {"团队": "华南2组", "周": "W2", "GMV": 501_002.0},
    ]
    assert weekly.value.rows == (4, 5)
    teams = shelf.table("teams")
    assert teams is not None and teams.value is not None and not isinstance(teams.value.columns[0].values, Words)


def member(name: str) -> Member:
    return Member("team", name, DataTable("teams", "", "", (Column("name", ColumnType.TEXT, (name,), "A"),), (2,)))
