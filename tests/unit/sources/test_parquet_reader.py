from __future__ import annotations

import duckdb
import pytest

from engine.base.diagnostics import Severity
from engine.sources import limits
from tests.unit.sources.conftest import Bench, picture, told

WEEKLY = """
SELECT * FROM (VALUES
  (DATE '2025-06-02', '抖音', 1200::BIGINT, 0.1::FLOAT, 12.50::DECIMAL(10, 2), TIMESTAMP '2025-06-02 23:30:00', true, '1.2万'),
  (DATE '2025-06-09', '小红书', NULL, NULL, 7.00, NULL, false, '3,400')
) AS t(周, 渠道, 曝光, 率, 花费, 时刻, 投放, 文字)
"""


def test_typed_columns_read_as_their_cells_in_a_csv_would(bench: Bench) -> None:
    outcome = bench.parquet(WEEKLY)
    assert picture(outcome) == (
        "周:date | 渠道:text | 曝光:number | 率:number | 花费:number | 时刻:date | 投放:text | 文字:number\n"
        "1: 2025-06-02 | 抖音 | 1200.0 | 0.1 | 12.5 | 2025-06-02 | TRUE | 12000.0\n"
        "2: 2025-06-09 | 小红书 | None | None | 7.0 | None | FALSE | 3400.0"
    )
    table = outcome.expect_clean()
    assert (table.file, table.sheet, table.cell_address(table.columns[2], 1)) == ("weekly.parquet", "", "weekly.parquet!曝光#2")


def test_order_numbers_stay_texts(bench: Bench) -> None:
    assert picture(bench.parquet("SELECT 1234567890123456789::BIGINT AS 订单, 7::INTEGER AS 件")) == (
        "订单:text | 件:number\n1: 1234567890123456789 | 7.0"
    )


def test_rows_keep_their_order_across_row_groups(bench: Bench) -> None:
    path = bench.root / "long.parquet"
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"COPY (SELECT range AS n FROM range(300_000)) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)")
    table = bench.table(file="long.parquet").expect_clean()
    assert table.columns[0].values == tuple(map(float, range(300_000)))


def test_figures_that_are_none_are_named(bench: Bench) -> None:
    select = "SELECT unnest([1.0, 'nan'::DOUBLE, 3, 4, 5, 'inf'::DOUBLE]) AS 率"
    assert told(bench.parquet(select)) == [
        "weekly.parquet!率#2: DATA041 单元格是错误值 NaN",
        "weekly.parquet!率#6: DATA041 单元格是错误值 Infinity",
    ]
    assert picture(bench.parquet(select, missing=["NaN", "Infinity"])).endswith("5: 5.0\n6: None")


def test_columns_that_no_table_has_are_left_out_with_a_note(bench: Bench) -> None:
    outcome = bench.parquet("SELECT 1 AS 件, [1, 2] AS 列表, {'a': 1} AS 结构, 'x'::BLOB AS 图")
    assert picture(outcome) == "件:number\n1: 1.0"
    assert told(outcome, Severity.INFO) == ["weekly.parquet: DATA052 列表、结构或二进制的列没有读入：列表、结构、图"]
    assert told(bench.parquet("SELECT [1] AS 列表")) == ["weekly.parquet: DATA012 没有任何单元格有内容"]


def test_times_with_a_zone_are_said_to_be_utc(bench: Bench) -> None:
    outcome = bench.parquet("SELECT TIMESTAMPTZ '2025-07-01 02:00:00+08' AS 时刻, 1 AS 件")
    assert picture(outcome) == "时刻:date | 件:number\n1: 2025-06-30 | 1.0"
    assert told(outcome, Severity.WARNING) == ["weekly.parquet: DATA053 带时区的时间按 UTC 取日期，可能差一天：时刻"]


def test_an_empty_table(bench: Bench) -> None:
    assert told(bench.parquet("SELECT 1 AS a WHERE false")) == ["weekly.parquet: DATA012 表头以下没有数据行"]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda blob: b"", "不是 Parquet 文件"),
        (lambda blob: b"a,b\n1,2\n", "不是 Parquet 文件"),
        (lambda blob: blob[:-100], "文件不完整，结尾缺失"),
        (lambda blob: b"PAR1", "文件不完整，结尾缺失"),
        (lambda blob: blob[:-4] + b"PARE", "文件已加密"),
        (lambda blob: b"PAR1" + b"\xff" * 200 + b"PAR1", "内容损坏或已加密"),
        (lambda blob: blob[:4] + b"\xff" * (len(blob) // 2) + blob[4 + len(blob) // 2 :], "内容损坏或已加密"),
    ],
)
def test_files_that_cannot_be_read(bench: Bench, damage: object, message: str) -> None:
    bench.parquet(WEEKLY)
    path = bench.root / "weekly.parquet"
    assert callable(damage)
    path.write_bytes(damage(path.read_bytes()))
    outcome = bench.table(file="weekly.parquet")
    assert told(outcome) == [f"weekly.parquet: DATA051 不是可用的 Parquet 文件：{message}"]
    assert str(bench.root) not in outcome.diagnostics[0].message.en


def test_a_file_sealed_with_a_key(bench: Bench) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET force_mbedtls_unsafe = 'true'")  # a seal good enough for a test
        connection.execute("PRAGMA add_parquet_key('k', '0123456789112345')")
        target = bench.root / "weekly.parquet"
        connection.execute(f"COPY (SELECT 1 AS a) TO '{target}' (FORMAT parquet, ENCRYPTION_CONFIG {{footer_key: 'k'}})")
    assert told(bench.table(file="weekly.parquet")) == ["weekly.parquet: DATA051 不是可用的 Parquet 文件：文件已加密"]


def test_a_name_with_stars_is_no_pattern(bench: Bench) -> None:
    bench.parquet("SELECT 1 AS a")
    (bench.root / "weekly.parquet").rename(bench.root / "week*[1]?'.parquet")
    bench.parquet("SELECT 2 AS a")
    assert picture(bench.table(file="week*[1]?'.parquet")) == "a:number\n1: 1.0"


def test_a_folder_called_like_a_partition_adds_no_column(bench: Bench) -> None:
    bench.parquet("SELECT 1 AS a")
    (bench.root / "year=2025").mkdir()
    (bench.root / "weekly.parquet").rename(bench.root / "year=2025" / "w.parquet")
    assert picture(bench.table(file="year=2025/w.parquet")) == "a:number\n1: 1.0"


def test_limits(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FIELD_CHARACTERS", 3)
    assert told(bench.parquet("SELECT 'abcd' AS a"))[0].startswith("weekly.parquet: DATA004 有超过 3 字的值")
    monkeypatch.setattr(limits, "MAX_COLUMNS", 1)
    assert told(bench.parquet("SELECT 1 AS a, 2 AS b")) == ["weekly.parquet: DATA004 有 2 列，上限 1"]


def test_columns_that_need_no_second_look(bench: Bench) -> None:
    select = "SELECT unnest([3, 4]) AS 件, 'x' AS 渠道"
    assert picture(bench.parquet(select)) == "件:number | 渠道:text\n1: 3.0 | x\n2: 4.0 | x"


def test_columns_without_any_value(bench: Bench) -> None:
    select = "SELECT unnest([1, 2]) AS 件, NULL::BIGINT AS 长, NULL::DOUBLE AS 率, NULL::DECIMAL(9, 2) AS 费, NULL::DATE AS 日"
    assert picture(bench.parquet(select)).endswith("1: 1.0 | None | None | None | None\n2: 2.0 | None | None | None | None")
