from __future__ import annotations

import codecs

import pytest

from engine.base.diagnostics import Severity
from engine.sources import limits
from tests.unit.sources.conftest import Bench, picture, told

PLAIN = "周,渠道,消耗\n2025-W01,抖音,1200\n2025-W02,微信,800\n"
PICTURE = "周:date | 渠道:text | 消耗:number\n2: 2024-12-30 | 抖音 | 1200.0\n3: 2025-01-06 | 微信 | 800.0"


@pytest.mark.parametrize(
    ("blob", "encoding"),
    [
        (PLAIN.encode(), "utf-8"),
        (PLAIN.encode("utf-8-sig"), "utf-8-sig"),
        (PLAIN.encode("gb18030"), "gb18030"),
        (PLAIN.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "utf-16"),
        (PLAIN.replace("\n", "\r\n").encode(), "utf-8"),
        (PLAIN.replace("\n", "\r").encode(), "utf-8"),
    ],
)
def test_one_table_in_every_encoding(bench: Bench, blob: bytes, encoding: str) -> None:
    outcome = bench.csv(blob)
    assert picture(outcome) == PICTURE
    assert outcome.expect_clean().encoding == encoding


def test_row_numbers_count_records_as_excel_does(bench: Bench) -> None:
    outcome = bench.csv('名称,备注,数\n甲,"一\n二\n三",1\n\n乙,四,2\n')
    assert outcome.expect_clean().rows == (2, 4)
    assert outcome.expect_clean().record(0)["备注"] == "一\n二\n三"


def test_a_title_row_may_be_shorter_than_the_header(bench: Bench) -> None:
    outcome = bench.csv("2025年上半年周报\n\n渠道,消耗\n抖音,1\n")
    assert picture(outcome) == "渠道:text | 消耗:number\n4: 抖音 | 1.0"
    assert told(outcome, Severity.INFO) == ["weekly.csv!3:3: DATA034 跳过标题行，以第 3 行为表头"]


def test_ragged_records_are_named_by_line_and_cell(bench: Bench) -> None:
    outcome = bench.csv('a,b,c\n1,2,3\n"x\ny",2\n4,1,234,5\n7,8,9,,\n')
    assert outcome.value is None
    assert told(outcome) == [
        "weekly.csv:3:1: DATA014 这一行有 2 个字段，表头有 3 个，从 weekly.csv!C3 起对不上",
        "weekly.csv:5:1: DATA014 这一行有 4 个字段，表头有 3 个，从 weekly.csv!D4 起对不上",
    ]


def test_many_ragged_records_end_in_one_line(bench: Bench) -> None:
    outcome = bench.csv("a,b\n" + "1\n" * 50)
    assert len(outcome.diagnostics) == limits.MAX_LISTED + 1
    assert told(outcome)[-1].endswith("DATA049 同类问题还有 30 处")


@pytest.mark.parametrize(("content", "name"), [("a;b\n1;2\n", ";"), ("a\tb\n1\t2\n", "tab"), ("a，b\n1，2\n", "，")])
def test_another_delimiter_is_suggested(bench: Bench, content: str, name: str) -> None:
    outcome = bench.csv(content)
    assert told(outcome) == [f"weekly.csv:1:1: DATA013 只找到一列，每行却都有“{name}”"]
    hint = outcome.diagnostics[0].hint
    assert hint is not None
    assert hint.en == f'say delimiter: "{name}" for this table'
    assert picture(bench.csv(content, delimiter=name)) == "a:number | b:number\n2: 1.0 | 2.0"


def test_an_open_quote_is_named_where_it_begins(bench: Bench) -> None:
    assert told(bench.csv('a,b\n1,2\n3,"four\n5,6\n7,8\n')) == ["weekly.csv:3:1: DATA015 第 3 行开始的引号没有闭合"]


def test_something_after_a_closing_quote(bench: Bench) -> None:
    assert told(bench.csv('a,b\n1,"x"y\n')) == ["weekly.csv:2:1: DATA015 第 2 行的右引号后面还有内容"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_nul_byte(bench: Bench, encoding: str) -> None:
    assert told(bench.csv("a,b\n1,\0\n".encode(encoding))) == ["weekly.csv:2:1: DATA011 第 2 行有 NUL 字节，文件可能已损坏"]


@pytest.mark.parametrize("content", ["", "\n\n", ",,\n,,\n", "\ufeff"])
def test_an_empty_file(bench: Bench, content: str) -> None:
    assert told(bench.csv(content)) == ["weekly.csv: DATA012 没有任何单元格有内容"]


def test_a_header_alone(bench: Bench) -> None:
    assert told(bench.csv("a,b\n")) == ["weekly.csv: DATA012 表头以下没有数据行"]


def test_named_limits(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(bench.csv("a,b\n1," + "x" * 140_000 + "\n")) == ["weekly.csv:2:1: DATA004 第 2 行有超过 131072 字的字段"]
    assert told(bench.csv(",".join(f"c{n}" for n in range(1001)) + "\n")) == ["weekly.csv: DATA004 有 1001 列，上限 1000"]
    monkeypatch.setattr(limits, "MAX_ROWS", 300)
    assert told(bench.csv("a,b\n" + "1,2\n" * 300)) == []
    assert told(bench.csv("a,b\n" + "1,2\n" * 301)) == ["weekly.csv: DATA004 超过 300 行"]
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 3)
    assert told(bench.csv("a,b\n")) == ["report.yaml:7:3: DATA004 文件 0 MiB，上限 0 MiB"]
