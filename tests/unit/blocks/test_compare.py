from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_changes_are_computed(tmp_path: Path) -> None:
    content = """
    - compare: {columns: [前, 后], rows: [{label: 参与率, before: 20.0%, after: 26.0%, note: x}, {label: 周期, before: 12 天,
          after: 8 天}, {label: 词, before: 无, after: 有, change: 新增}, {label: 零, before: 0, after: 3}]}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Table(columns=[TableColumn(header='指标', weight=2.2), TableColumn(header='前', align=right, weight=1.6), "
            "TableColumn(header='后', align=right, weight=1.6), TableColumn(header='变化', align=right, weight=1.8), "
            "TableColumn(header='说明', weight=3.6)], rows=[TableRow(cells=[TableCell(text='参与率', bold=True), "
            "TableCell(text='20.0%'), TableCell(text='26.0%', bold=True), "
            "TableCell(text='[change(typed(参与率=26.0%) − typed(参与率=20.0%)): +6.0\\xa0个百分点]', bold=True), "
            "TableCell(text='x')]), TableRow(cells=[TableCell(text='周期', bold=True), TableCell(text='12 天'), "
            "TableCell(text='8 天', bold=True), TableCell(text='[change(typed(周期=8 天) ÷ typed(周期=12 天) − 1): −33.3%]', "
            "bold=True), TableCell()]), TableRow(cells=[TableCell(text='词', bold=True), TableCell(text='无'), "
            "TableCell(text='有', bold=True), TableCell(text='新增', bold=True), TableCell()]), "
            "TableRow(cells=[TableCell(text='零', bold=True), TableCell(text='0'), TableCell(text='3', bold=True), "
            "TableCell(bold=True), TableCell()])])"
        ),
    ]


def test_change_between_facts(tmp_path: Path) -> None:
    content = """
    - compare: {columns: [前, 后], rows: [{label: 成交, before: "{{ m.gmv.target }}", after: "{{ m.gmv }}"}]}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Table(columns=[TableColumn(header='指标', weight=2.2), TableColumn(header='前', align=right, weight=1.6), "
            "TableColumn(header='后', align=right, weight=1.6), TableColumn(header='变化', align=right, weight=1.8)], "
            "rows=[TableRow(cells=[TableCell(text='成交', bold=True), TableCell(text='[gmv.target: 500\\xa0元]'), "
            "TableCell(text='[gmv.actual: 600\\xa0元]', bold=True), "
            "TableCell(text='[change(gmv.actual ÷ gmv.target − 1): +20.0%]', bold=True)])])"
        ),
    ]
