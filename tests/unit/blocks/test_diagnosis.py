from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_diagnosis(tmp_path: Path) -> None:
    content = """
    - diagnosis: [{problem: p, evidence: e, cause: c, measure: m, target: t, owner: o, due: d, tone: missed}]
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Table(columns=[TableColumn(header='问题', weight=1.62), TableColumn(header='数据表现', weight=2.44), "
            "TableColumn(header='根本原因', weight=2.56), TableColumn(header='应对措施', weight=2.66), TableColumn(header='目标', "
            "weight=1.46), TableColumn(header='责任／时限', weight=1.26)], rows=[TableRow(cells=[TableCell(text='▼ p', "
            "bold=True), TableCell(text='e'), TableCell(text='c'), TableCell(text='m'), TableCell(text='t', bold=True), "
            "TableCell(text='o', second='d', bold=True)])], groups=[ColumnGroup(label='问题：发生了什么', span=2), "
            "ColumnGroup(label='根因：为什么', span=1), ColumnGroup(label='措施：怎么改、谁负责', span=3, strong=True)], arrows=True)"
        ),
    ]


def test_without_groups(tmp_path: Path) -> None:
    content = """
    - diagnosis: {groups: false, rows: [{problem: p, evidence: e, cause: c, measure: m}]}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Table(columns=[TableColumn(header='问题', weight=1.62), TableColumn(header='数据表现', weight=2.44), "
            "TableColumn(header='根本原因', weight=2.56), TableColumn(header='应对措施', weight=2.66)], "
            "rows=[TableRow(cells=[TableCell(text='p', bold=True), TableCell(text='e'), TableCell(text='c'), "
            "TableCell(text='m')])])"
        ),
    ]
