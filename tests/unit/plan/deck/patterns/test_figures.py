from __future__ import annotations

from dataclasses import replace

from engine.model.blocks import FigureItem, Figures, FiguresStyle
from tests.support.planning import AT, assert_reads, drawn, pages, t

ITEM = FigureItem(t("51%"), t("占比"))
STRIP = Figures((ITEM,) * 3, where=AT)


def many(style: FiguresStyle, count: int) -> Figures:
    return Figures((ITEM,) * count, style, ("+",) * (count - 1), t("汇总"), t("单位：万元"), AT)


def test_title_above_and_note_below_in_every_look() -> None:
    for style in FiguresStyle:
        lines = drawn(many(style, 2), 8, 2.4).splitlines()
        assert lines[0] == "strip-title 0 0 8×0.26 12 汇总"
        assert lines[-1].endswith("单位：万元")


def test_a_band_that_would_leave_out_a_note_becomes_strip_cards() -> None:
    noted = replace(STRIP, style=FiguresStyle.LINE, items=(replace(ITEM, note=t("保持总量")), ITEM))
    assert [line.split()[0] for line in drawn(noted, 8, 1.2).splitlines()] == [
        "strip",
        "figure",
        "title",
        "note",
        "strip-2",
        "figure-2",
        "title-2",
    ]


def test_many_figures_are_divided_and_the_note_stands_last() -> None:
    assert_reads(
        pages(many(FiguresStyle.STRIP, 40)),
        """
        Figures 20 @0
        Figures 20 @0
        """,
    )


def test_an_equation_is_not_divided() -> None:
    assert pages(many(FiguresStyle.EQUATION, 3)) == "Figures 3 @0"
    assert pages(many(FiguresStyle.EQUATION, 3), height=1.0) == "Figures 3 @3\nFIT002 content/h1/report.yaml:12:5"
