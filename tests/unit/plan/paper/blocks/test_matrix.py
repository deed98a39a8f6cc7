from __future__ import annotations

from engine.model.blocks import Matrix, MatrixItem, MatrixZone
from engine.model.inlines import Tone
from engine.model.paper import PaperTable
from engine.plan.paper.blocks.matrix import write_matrix
from tests.support.papers import flow, told
from tests.support.planning import t


def test_rows_run_from_high_to_low_with_their_codes() -> None:
    made = flow()
    zones = (
        MatrixZone(0, 0, Tone.NORMAL, t("跟踪")),
        MatrixZone(1, 0, Tone.QUIET),
        MatrixZone(0, 1, Tone.IMPROVE),
        MatrixZone(1, 1, Tone.MISSED, t("立即")),
    )
    items = (MatrixItem(t("R1"), 1, 1, Tone.MISSED), MatrixItem(t("R2"), 1, 1))
    write_matrix(Matrix(t("风险"), (t("低"), t("高")), (t("小"), t("大")), zones, items), made)
    assert told(made.blocks).splitlines() == [
        "table [表 1-1] 风险",
        "  #  ; 低 ; 高",
        "  | 大 ;  ; 立即 / R1、R2",
        "  | 小 ; 跟踪 (surface) ;  (surface2)",
    ]
    (table,) = made.blocks
    assert isinstance(table, PaperTable)
    high = table.rows[1].cells[2]
    assert high is not None
    assert (high.tinted, high.tone) == (True, Tone.MISSED)
