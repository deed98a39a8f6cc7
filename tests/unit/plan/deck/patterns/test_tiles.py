from __future__ import annotations

from engine.model.blocks import Stat, Tile, Tiles
from engine.model.inlines import Tone
from tests.support.planning import AT, drawn, pages, t

MISSED = Tile(t("次月留存率"), t("16.2%"), t("▼ 未达成"), Tone.MISSED, 0.853, (Stat(t("目标"), t("19.0%")), Stat(t("完成率"), t("85.3%"), Tone.MISSED)))
PLAIN = Tile(t("活动订单量"), t("41.3 万单"))


def tiles(count: int) -> Tiles:
    return Tiles((MISSED,) * count, ((Tone.MISSED, t("未达成 <90%")),), AT)


def test_a_tile_has_name_verdict_value_progress_and_stats() -> None:
    assert drawn(Tiles((MISSED,)), 3.84, 2.28) == """\
@@drawn(Tiles((MISSED,)), 3.84, 2.28)@@"""


def test_a_tile_of_name_and_value() -> None:
    assert drawn(Tiles((PLAIN,)), 3.84, 2.28) == """\
@@drawn(Tiles((PLAIN,)), 3.84, 2.28)@@"""


def test_the_legend_stands_below() -> None:
    assert drawn(Tiles((PLAIN,), ((Tone.EXCEED, t("超额")), (Tone.MET, t("达成")))), 3.84, 2.58).splitlines()[-1] == (
        '''@@drawn(Tiles((PLAIN,), ((Tone.EXCEED, t("超额")), (Tone.MET, t("达成")))), 3.84, 2.58).splitlines()[-1]@@'''
    )


WIDE = Tiles((Tile(t("指标"), t("1"), stats=tuple(Stat(t("目标"), t(f"1{n},000 万元")) for n in range(1, 4))),))


def test_stats_too_wide_together_are_squeezed_alike() -> None:
    """At 3.2 in they shrink from 13 pt."""
    assert [line for line in drawn(WIDE, 3.2, 2.28).splitlines() if line.startswith("stat-")] == [
@@"\n".join(f'        "{line}",' for line in drawn(WIDE, 3.2, 2.28).splitlines() if line.startswith("stat-"))@@
    ]


def test_six_a_page_and_the_rest_evenly() -> None:
    assert pages(tiles(6)) == "@@pages(tiles(6))@@"
    assert pages(tiles(13)) == """\
@@pages(tiles(13))@@"""


def test_narrow_places_have_fewer_side_by_side() -> None:
    assert pages(tiles(4), width=5.88) == """\
@@pages(tiles(4), width=5.88)@@"""
