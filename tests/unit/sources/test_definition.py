from __future__ import annotations

from engine.sources import SOURCES
from engine.sources.definition import Request
from engine.sources.spec import TableSpec
from tests.unit.sources.conftest import HERE


def test_a_request_knows_the_bare_name_of_its_file() -> None:
    assert Request("t", TableSpec(file="x"), HERE, file="content/a/data/weekly.csv").file_name == "weekly.csv"


def test_every_kind_of_file_has_one_source() -> None:
    suffixes = [suffix for source in SOURCES for suffix in source.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert SOURCES.names == ("csv", "excel", "inline")
