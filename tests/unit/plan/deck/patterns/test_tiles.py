from __future__ import annotations

from engine.model.blocks import Stat, Tile, Tiles
from engine.model.inlines import Tone
from tests.support.planning import AT, assert_reads, drawn, pages, t

MISSED = Tile(
    t("次月留存率"),
    t("16.2%"),
    t("▼ 未达成"),
    Tone.MISSED,
    0.853,
    (Stat(t("目标"), t("19.0%")), Stat(t("完成率"), t("85.3%"), Tone.MISSED)),
)
PLAIN = Tile(t("活动订单量"), t("41.3 万单"))


def tiles(count: int) -> Tiles:
    return Tiles((MISSED,) * count, ((Tone.MISSED, t("未达成 <90%")),), AT)


def test_a_tile_has_name_verdict_value_progress_and_stats() -> None:
    assert_reads(
        drawn(Tiles((MISSED,)), 3.84, 2.28),
        """
        tile 0 0 3.84×2.28
        pill 2.48 0.19 1.12×0.28
        pill-text 2.54 0.19 1×0.28 11 ▼ 未达成
        name 0.24 0.18 2.14×0.3 14 次月留存率
        value 0.24 0.55 3.36×0.66 36 16.2%
        track 0.24 1.34 3.36×0.09
        bar 0.24 1.34 2.29×0.09
        target 2.92 1.28 0.02×0.21
        stat-label 0.24 1.62 1.62×0.21 11 目标
        stat 0.24 1.83 1.62×0.25 13 19.0%
        stat-label-2 1.98 1.62 1.62×0.21 11 完成率
        stat-2 1.98 1.83 1.62×0.25 13 85.3%
        """,
    )


def test_a_tile_of_name_and_value() -> None:
    assert_reads(
        drawn(Tiles((PLAIN,)), 3.84, 2.28),
        """
        tile 0 0 3.84×2.28
        name 0.24 0.18 3.36×0.3 14 活动订单量
        value 0.24 0.55 3.36×0.66 36 41.3 万单
        """,
    )


def test_the_legend_stands_below() -> None:
    assert (
        drawn(Tiles((PLAIN,), ((Tone.EXCEED, t("超额")), (Tone.MET, t("达成")))), 3.84, 2.58).splitlines()[-1]
        == "legend 0 2.34 3.84×0.21 11 ▲ 超额    ● 达成"
    )


WIDE = Tiles((Tile(t("指标"), t("1"), stats=tuple(Stat(t("目标"), t(f"1{n},000 万元")) for n in range(1, 4))),))


def test_stats_too_wide_together_are_squeezed_alike() -> None:
    """At 3.6 in they shrink from 13 pt."""
    assert [line for line in drawn(WIDE, 3.6, 2.28).splitlines() if line.startswith("stat-")] == [
        "stat-label 0.24 1.62 0.96×0.21 11 目标",
        "stat-label-2 1.32 1.62 0.96×0.21 11 目标",
        "stat-2 1.32 1.83 0.96×0.25 11.5 12,000 万元",
        "stat-label-3 2.4 1.62 0.96×0.21 11 目标",
        "stat-3 2.4 1.83 0.96×0.25 11.5 13,000 万元",
    ]


def test_six_a_page_at_most_and_all_pages_evenly() -> None:
    assert pages(tiles(6)) == "Tiles 6 @0"
    assert_reads(
        pages(tiles(13)),
        """
        Tiles 3 @0
        Tiles 5 @0
        Tiles 5 @0
        """,
    )


def test_narrow_places_have_fewer_side_by_side() -> None:
    assert_reads(
        pages(tiles(4), width=5.88),
        """
        Tiles 2 @0
        Tiles 2 @0
        """,
    )
