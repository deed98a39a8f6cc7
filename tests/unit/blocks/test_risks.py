from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown_blocks


def test_matrix_and_table(tmp_path: Path) -> None:
    content = """
    - risks: [{risk: 缺货, trigger: t, probability: 高, impact: 中, plan: p, owner: o}, {code: X, risk: r, trigger: t,
          probability: low, impact: low, plan: p, owner: o}]
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Columns(items=[ColumnItem(weight=5, blocks=[Matrix(title='**风险矩阵**，纵轴为影响、横轴为发生概率', columns=['低', '中', '高'], "
            "rows=['低', '中', '高'], zones=[MatrixZone(column=0, row=0, tone=normal, label='常规跟踪'), MatrixZone(column=0, "
            "row=1, tone=quiet), MatrixZone(column=0, row=2, tone=improve), MatrixZone(column=1, row=0, tone=quiet), "
            "MatrixZone(column=1, row=1, tone=improve, label='重点监控'), MatrixZone(column=1, row=2, tone=missed), "
            "MatrixZone(column=2, row=0, tone=improve), MatrixZone(column=2, row=1, tone=missed), MatrixZone(column=2, "
            "row=2, tone=missed, label='立即处置')], items=[MatrixItem(code='R1', column=2, row=1, tone=missed), "
            "MatrixItem(code='X', column=0, row=0, tone=quiet)])]), ColumnItem(weight=7, "
            "blocks=[Table(columns=[TableColumn(header='编号', align=center, weight=0.72), TableColumn(header='风险', "
            "weight=1.56), TableColumn(header='触发条件', weight=1.76), TableColumn(header='应对预案', weight=2.1), "
            "TableColumn(header='责任人', weight=0.76)], rows=[TableRow(cells=[TableCell(text='R1', tone=missed, "
            "badge=round), TableCell(text='缺货', bold=True), TableCell(text='t'), TableCell(text='p'), "
            "TableCell(text='o')]), TableRow(cells=[TableCell(text='X', tone=quiet, badge=round), TableCell(text='r', "
            "bold=True), TableCell(text='t'), TableCell(text='p'), TableCell(text='o')])])])])"
        ),
    ]


def test_unknown_level(tmp_path: Path) -> None:
    content = """
    - risks: {matrix: false, rows: [{risk: 缺货, trigger: t, probability: 极高, impact: 中, plan: p, owner: o}]}
    """
    _, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:79: YAML023 probability cannot be '极高'; choose 低, 中, 高, low, medium, high",
    ]
