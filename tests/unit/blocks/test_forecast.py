from __future__ import annotations

from engine.base.diagnostics import Language
from engine.model.blocks import Table
from engine.model.inlines import Tone
from tests.support.review import FULL, grid, one


def test_both_methods_against_the_year() -> None:
    block = one("- forecast: [gmv, year_gmv, roi]", definitions=FULL)
    assert isinstance(block, Table)
    assert grid(block) == (
        "指标 | 年初至今 | 时间进度 | 线性预测 | 去年同期占比法 | 全年目标 | 预计完成率\n"
        "活动 GMV | 12,840 万元 | 49.6% | 25,893 万元 | — |  | \n"
        "年度 GMV | 12,840 万元 | 49.6% | 25,893 万元 | 28,533 万元 | 25,000 万元 | 114.1%[exceed]\n"
        "投入产出比 | 4.46 | 49.6% | 4.46 | — |  | "
    )
    assert [cell.bold for cell in block.rows[1].cells] == [False, False, False, False, True, False, False]
    assert block.note.plain == "线性预测＝年初至今÷时间进度；去年同期占比法＝年初至今÷（去年同期÷去年全年）"
    assert block.source.plain == "交易中台"


def test_one_method_without_targets() -> None:
    block = one("- forecast: {metrics: [gmv], methods: [linear], note: 口径见附录}", language=Language.EN)
    assert isinstance(block, Table)
    assert grid(block) == "Metric | Year to date | Time elapsed | Linear\n活动 GMV | 128.4M 元 | 49.6% | 258.9M 元"
    assert block.note.plain == "口径见附录"
    assert block.rows[0].cells[3].tone is Tone.NORMAL
