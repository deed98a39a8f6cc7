from __future__ import annotations

from engine.sources import SOURCES
from engine.sources.definition import Around, Request
from engine.sources.spec import TableSpec
from tests.unit.sources.conftest import HERE, place


def test_a_request_knows_the_bare_name_of_its_file() -> None:
    assert Request("t", TableSpec(file="x"), HERE, file="content/a/data/weekly.csv").file_name == "weekly.csv"


def test_every_kind_of_file_has_one_source() -> None:
    suffixes = [suffix for source in SOURCES for suffix in source.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert SOURCES.names == ("csv", "excel", "parquet", "sqlite", "facts", "sql", "inline")


def test_settings_are_keys_of_an_entry() -> None:
    assert all(source.settings <= TableSpec.model_fields.keys() for source in SOURCES)


def test_a_part_of_the_entry_stands_where_the_report_says_or_at_the_entry() -> None:
    spec = TableSpec(file="x")
    assert Request("t", spec, HERE).place("query") == HERE
    assert str(Request("t", spec, HERE, around=Around(place)).place("params", "team")) == "report.yaml:params.team"
