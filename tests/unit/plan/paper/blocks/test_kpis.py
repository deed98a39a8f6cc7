from __future__ import annotations

from engine.model.blocks import FigureItem, Figures, FiguresStyle, Stat, Tile, Tiles
from engine.model.inlines import EMPTY, Tone
from engine.plan.paper.blocks.kpis import write_figures, write_tiles
from tests.support.papers import flow, told
from tests.support.planning import t


def test_tiles_are_a_table_whose_columns_are_what_they_say() -> None:
    made = flow()
    tiles = (
        Tile(t("成交"), t("8,260"), t("▲ 超额"), Tone.EXCEED, 1.07, (Stat(t("目标"), t("7,710")),)),
        Tile(t("留存"), t("16.2%"), stats=(Stat(t("同比"), t("+1")),)),
    )
    write_tiles(Tiles(tiles, ((Tone.EXCEED, t("超额 ≥105%")),)), made)
    assert told(made.blocks).splitlines() == [
        "table [表 1-1] 要点",
        "  # 指标 ; 实际 ; 目标 ; 同比 ; 状态",
        "  | 成交 ; 8,260 ; 7,710 ; — ; ▲ 超额",
        "  | 留存 ; 16.2% ; — ; +1 ; ",
        "  评级：▲ 超额 ≥105%",
    ]


def test_plain_figures_stand_side_by_side() -> None:
    made = flow()
    write_figures(Figures((FigureItem(t("95.5%"), t("执行率")), FigureItem(t("4.12"), t("产出比"))), FiguresStyle.LINE), made)
    assert told(made.blocks).splitlines()[1:] == ["  # 执行率 ; 产出比", "  | 95.5% ; 4.12"]


def test_figures_with_more_to_say_take_a_row_each() -> None:
    made = flow()
    write_figures(Figures((FigureItem(t("51%"), t("占比"), t("保持"), t("36%"), t("A"), t("加码")),), title=t("分级")), made)
    assert told(made.blocks).splitlines() == [
        "table [表 1-1] 分级",
        "  # 等级 ; 指标 ; 此前 ; 数值 ; 动作 ; 说明",
        "  | A ; 占比 ; 36% ; 51% ; 加码 ; 保持",
    ]


def test_before_and_after_are_named_where_the_block_names_them() -> None:
    made = flow()
    item = FigureItem(t("51%"), EMPTY, before=t("36%"), badge=t("A"))
    write_figures(Figures((item,), title=t("分级"), names=("费用占比", "成交额占比")), made)
    assert told(made.blocks).splitlines()[1] == "  # 等级 ; 费用占比 ; 成交额占比"


def test_an_equation_reads_from_left_to_right() -> None:
    made = flow()
    items = tuple(FigureItem(t(value), t(name)) for value, name in (("8", "上"), ("10", "下"), ("18", "全年")))
    write_figures(Figures(items, FiguresStyle.EQUATION, ("+", "="), note=t("万元")), made)
    assert told(made.blocks).splitlines()[1:] == ["  # 上 ;  ; 下 ;  ; 全年", "  | 8 ; + ; 10 ; = ; 18 (p100)", "  万元"]
