from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown_blocks


def test_inline_rows(tmp_path: Path) -> None:
    content = """
    - table: {header: [人群, 目标], rows: [[新客, "2,000"], [老客, —]], caption: 题, note: 注}
    """
    assert shown_blocks(tmp_path, content) == [
        ("Table(columns=[TableColumn(header='人群'), TableColumn(header='目标', align=right, numeric=True)], "
        "rows=[TableRow(cells=[TableCell(text='新客'), TableCell(text='2,000')]), "
        "TableRow(cells=[TableCell(text='老客'), TableCell(text='—')])], caption='题', note='注')"),
    ]


def test_ragged_rows(tmp_path: Path) -> None:
    content = """
    - table: {header: [人群, 目标], rows: [[新客]]}
    """
    _, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:21: YAML025 row 1 has 1 cells, the header 2",
    ]
