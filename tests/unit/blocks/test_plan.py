from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_plan(tmp_path: Path) -> None:
    content = """
    - plan: [{action: 甲, owner: 陈, due: 8/31, status: doing, target: 81%}, {action: 乙, owner: 李, due: 9/1}]
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Table(columns=[TableColumn(header='措施', weight=5.0), TableColumn(header='目标', weight=3.0), "
            "TableColumn(header='负责人', weight=1.4), TableColumn(header='时间', weight=1.6), TableColumn(header='进展', "
            "align=center, weight=1.4)], rows=[TableRow(cells=[TableCell(text='甲', bold=True), TableCell(text='[promised(81%): 81%]'), "
            "TableCell(text='陈'), TableCell(text='8/31', tone=quiet), TableCell(text='进行中', tone=strong, bold=True)]), "
            "TableRow(cells=[TableCell(text='乙', bold=True), TableCell(), TableCell(text='李'), TableCell(text='9/1', "
            "tone=quiet), TableCell(bold=True)])])"
        ),
    ]


def test_columns_that_nobody_fills_are_left_out(tmp_path: Path) -> None:
    content = """
    - plan: [{action: 甲, owner: 陈, due: 8/31}]
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Table(columns=[TableColumn(header='措施', weight=5.0), TableColumn(header='负责人', weight=1.4), "
            "TableColumn(header='时间', weight=1.6)], rows=[TableRow(cells=[TableCell(text='甲', bold=True), "
            "TableCell(text='陈'), TableCell(text='8/31', tone=quiet)])])"
        ),
    ]
