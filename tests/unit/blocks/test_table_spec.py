from __future__ import annotations

import pytest

from tests.support.review import build


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{}", "YAML025 表格要么来自 data，要么写出 header 和 rows"),
        ("{data: sales, header: [a], rows: [[1]]}", "YAML025 表格要么来自 data，要么写出 header 和 rows"),
        ("{header: [a]}", "YAML025 表格要有 header 和 rows"),
        ("{header: [a, b], rows: [[1, 2]], align: [left]}", "YAML025 align 有 1 项，表头有 2 格"),
        ("{header: [a, b], rows: [[1, 2], [3]]}", "YAML025 第 2 行有 1 格，表头有 2 格"),
        (
            "{data: sales, columns: [{field: GMV, format: wn}]}",
            "YAML023 format 不能是“wn”，可选：wan、yi、pct、money、number、text、date、status",
        ),
    ],
)
def test_mistakes(content: str, expected: str) -> None:
    (found, *_) = build(f"- table: {content}").findings
    assert found.endswith(expected)
