"""A long file read at once says the same as one read record by record: values, types, cells and findings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.diagnostics import Diagnostic, Location
from engine.base.workspace import Workspace
from engine.model.packed import Figures, Words
from engine.model.tables import DataTable
from engine.sources import csv_file, limits, long_column, long_split
from engine.sources.definition import Request
from engine.sources.long_cells import LongCells
from engine.sources.long_csv import open_long
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

HERE = Location("report.yaml", 3, 5)
NEVER = 1 << 62

FIGURES = st.one_of(
    st.integers(-(10**16), 10**16).map(str),
    st.integers(-(10**9), 10**9).map("{:,}".format),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9).map(str),
    st.floats(allow_nan=False, allow_infinity=False, width=64, min_value=-1e6, max_value=1e6).map(repr),
    st.sampled_from(
        ["0", "-0", "0.10", "12", "-3.5", "", "007", "1.", ".5", "-", "--5", "1.2.3", "12345678901234567", "0.30000000000000004"]
    ),
)
DIRTY = st.sampled_from(
    ["1,234.50", "85%", "12%", "1.2万", "￥5", "—", "N/A", "暂无", " 7 ", "１２", "3元", "待核", "#N/A", "nan", "1e5", "无", "②"]
)
WORDS = st.sampled_from(
    ["抖音", "小红书", "合计", "渠道小计", "注：不含退货", "a b", "", " ", "2025/7/1", "x" * 40, "长" * 60, "\u200b空", "total"]
)
DAYS = st.sampled_from(["2025-07-01", "2025/7/2", "2025年7月3日", "2025-W27", "03/04/2025", "2025-02-30", "", "暂无", "20250701"])
KINDS = (FIGURES, st.one_of(FIGURES, FIGURES, FIGURES, FIGURES, FIGURES, DIRTY), DIRTY, WORDS, DAYS, st.one_of(FIGURES, WORDS, DAYS, DIRTY))


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a CSV: mostly regular, sometimes with a title, blank lines, quotes, a total, a remark or a ragged record."""
    width = draw(st.integers(1, 4))
    kinds = [draw(st.sampled_from(KINDS)) for _ in range(width)]
    rows = draw(st.lists(st.tuples(*kinds), min_size=1, max_size=30))
    quote = draw(st.sampled_from(["", "", "all", "some"]))
    lines = [_line([f"列{index}" for index in range(width)], quote)] + [_line(row, quote) for row in rows]
    for extra in draw(
        st.lists(
            st.sampled_from(["", "标题", "注：口径", "合计,1", ",", "a,b,c,d,e,f", '"', 'a"b', ",,,,,,", '"a""b"', "x\ry"]), max_size=2
        )
    ):
        lines.insert(draw(st.integers(0, len(lines))), extra)
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from([end, "", end + end]))


def _line(cells: object, quote: str) -> str:
    assert isinstance(cells, (list, tuple))
    quoted = [f'"{cell}"' if quote == "all" or "," in cell or (quote == "some" and len(cell) % 2) else cell for cell in cells]
    return ",".join(quoted)


def read(folder: Path, text: bytes, long_from: int, spec: dict[str, object]) -> tuple[DataTable | None, tuple[Diagnostic, ...]]:
    folder.mkdir(exist_ok=True)
    (folder / "t.csv").write_bytes(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "LONG_BYTES", long_from)
        patch.setattr(long_split, "_PIECE", len(text) % 50 + 7)  # so that pieces end anywhere in a small file
        patch.setattr(long_column, "_PIECE", len(text) % 5 + 1)
        workspace = Workspace(folder, folder / "out", dt.date(2025, 7, 8))
        outcome = read_table(workspace, folder, "t", TableSpec.model_validate({"file": "t.csv", **spec}), HERE)
    return outcome.value, outcome.diagnostics


def told(table: DataTable | None) -> object:
    """Return all that a table says, exactly: 0.0 is not -0.0, and 1 is not 1.0."""
    if table is None:
        return None
    columns = [(one.name, one.type, [repr(value) for value in one.values], one.letter, one.percent, one.stray) for one in table.columns]
    return columns, list(table.rows), table.encoding, table.notes, table.header, table.file


SPECS: tuple[dict[str, object], ...] = (
    {},
    {"drop_total": True},
    {"drop_total": False, "types": {"列0": "text"}},
    {"fill_down": ["列0"], "missing": ["待核", "12"]},
    {"types": {"列0": "number"}},
    {"types": {"列0": "date"}},
    {"types": {"列0": "percent"}, "decimal_comma": True},
    {"contract": {"columns": {"列0": {"min": 0}}, "required": ["列0"], "unique": ["列0"]}},
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=files(), spec=st.sampled_from(SPECS), encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
def test_a_file_read_at_once_says_the_same(tmp_path: Path, text: str, spec: dict[str, object], encoding: str) -> None:
    blob = text.encode(encoding)
    quick, slow = read(tmp_path, blob, 0, spec), read(tmp_path, blob, NEVER, spec)
    assert quick[1] == slow[1]
    assert told(quick[0]) == told(slow[0])


def grid_columns(tmp_path: Path, text: str) -> list[type]:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8", newline="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "LONG_BYTES", 0)
        grid = csv_file.read(Request("t", TableSpec(file="t.csv"), HERE, tmp_path / "t.csv", "t.csv")).value
    assert grid is not None
    return [type(column) for column in grid.columns]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", 'a,b\r\n"1","x\ny"\r\n', "标题\n\na,b\n1,2\n注：口径\n", "a,b\n1,2"])
def test_plain_files_are_taken_at_once(tmp_path: Path, text: str) -> None:
    assert all(issubclass(kind, LongCells) for kind in grid_columns(tmp_path, text))


@pytest.mark.parametrize("text", ['a,b\n"1""2",3\n', "a,b\n1,2,\n", "a,b\rc,d\n"])
def test_others_are_read_record_by_record(tmp_path: Path, text: str) -> None:
    assert set(grid_columns(tmp_path, text)) == {list}


def test_columns_of_a_long_file_are_packed(tmp_path: Path) -> None:
    table, findings = read(tmp_path, ("周,渠道,曝光\n" + "2025-06-02,抖音,12.5\n2025-06-09,,\n" * 20_000).encode(), 0, {})
    assert table is not None and findings == ()
    assert [type(column.values) for column in table.columns] == [Words, Words, Figures]
    assert table.rows == range(2, 40_002)
    assert table.record(0) == {"周": dt.date(2025, 6, 2), "渠道": "抖音", "曝光": 12.5}
    assert table.record(39_999) == {"周": dt.date(2025, 6, 9), "渠道": None, "曝光": None}
    assert table.cell_address(table.columns[2], 39_999) == "t.csv!C40001"


def test_more_rows_than_the_limit_are_refused_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 3)
    text = "a,b\n" + "1,2\n" * 4
    assert read(tmp_path, text.encode(), 0, {}) == read(tmp_path, text.encode(), NEVER, {})


def test_delimiters_that_are_part_of_other_characters_are_not_taken() -> None:
    assert open_long("a|b\n1|2\n".encode("gb18030"), "gb18030", "|") is None
    assert open_long("a，b\n1，2\n".encode(), "utf-8", "，") is None
