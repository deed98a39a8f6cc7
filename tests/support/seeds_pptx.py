"""Decks of other programs with each fault that a check of finished files finds, and decks without it: three of both at least."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR

from tests.support.foreign import BLANK, CONTENT, SECTION, TITLE_ONLY, Draw, all_of, plot, say, show, slides
from tests.support.pale import cell, ground, inked, on_shape, panel, photo, themed
from tests.support.seed_parts import at, band, in_font, labelled, leap, rows, titled

Made = Callable[[], bytes]
SOURCE = at(1, 6.5, words="来源：交易中台")
PIE, LINE, COLUMNS = XL_CHART_TYPE.PIE, XL_CHART_TYPE.LINE_MARKERS, XL_CHART_TYPE.COLUMN_CLUSTERED
DOUGHNUT, BARS = XL_CHART_TYPE.DOUGHNUT, XL_CHART_TYPE.BAR_CLUSTERED
WEEKS = tuple(float(12_000 + 37 * n) for n in range(36))
NEAR = tuple(value + 60 for value in WEEKS[:8])
FAR = tuple(value / 3 for value in WEEKS[:6])


def on(*draw: Draw, layout: int = BLANK) -> Made:
    """Return what makes a deck with all of this on its second slide."""
    return lambda: slides(all_of(*draw), layout=layout)


FAULTS: Mapping[str, tuple[Made, ...]] = {
    "A11Y002": (on(show((1600, 900), 8, 4.5, alt="")), on(plot(alt=""), SOURCE), on(say("说明"), show((900, 900), 3, 3, alt=""))),
    "A11Y004": (
        on(inked("来源：交易中台", "C8C8C8")),
        on(on_shape("立即查看", "F2A93B")),
        on(themed("一句话", MSO_THEME_COLOR.BACKGROUND_1, -0.15)),
        on(ground("1F3A5F"), inked("一句话", "333333")),
        on(panel("1F3A5F"), inked("一句话", "444444")),
        on(cell("12%", "F5F5F5", "D0D0D0")),
    ),
    "CHART110": (on(plot()), on(plot(title=""), SOURCE), on(plot(title="回顾"), SOURCE)),
    "CHART111": (on(plot(PIE, 11), SOURCE), on(plot(categories=60), SOURCE), on(plot(LINE, 6, 12), SOURCE), on(plot(DOUGHNUT, 9), SOURCE)),
    "CHART112": (
        on(labelled(COLUMNS, WEEKS), SOURCE),
        on(labelled(LINE, WEEKS[:8], NEAR), SOURCE),
        on(labelled(PIE, (90, 1, 1, 1, 1, 1), code="0.0%", place=XL_LABEL_POSITION.OUTSIDE_END), SOURCE),
    ),
    "FILE060": (on(leap("rId99")), on(say("目录"), leap("rId98")), on(leap("gone"))),
    "FIT003": (on(at(9)), on(at(-4)), on(rows(7))),
    "FIT020": (on(say("说明文字", 6)), on(say("A note in small print", 5)), on(say("大字", 20), say("脚注说明", 4))),
    "FIT021": (on(show((480, 270), 8, 4.5)), on(show((1600, 900), 8, 5)), on(show((900, 900), 3, 2))),
    "FIT022": (on(), on(titled("回顾"), layout=TITLE_ONLY), on(panel("EEEEEE"))),
    "FIT025": (on(titled("回顾"), layout=CONTENT), on(say("一句话"), layout=TITLE_ONLY), on(say("一句话"), layout=SECTION)),
    "FONT010": (on(in_font("年中述职", "")), on(in_font("上半年回顾", "", "Arial")), on(say("Review"), in_font("来源", ""))),
    "FONT012": (
        on(in_font("面向 ตลาด 的计划", "Noto Sans CJK SC")),
        on(in_font("增长 🚀", "Noto Sans CJK SC", "Noto Sans CJK SC")),
        on(say("一句话"), in_font("ሰላም", "Noto Serif CJK SC", "Noto Serif CJK SC")),
    ),
}
CLEAN: Mapping[str, tuple[Made, ...]] = {
    "A11Y002": (on(show((1600, 900), 8, 4.5)), on(plot(), SOURCE), on(panel("EEEEEE"), say("一句话"))),
    "A11Y004": (
        on(inked("来源：交易中台", "63737F")),
        on(on_shape("立即查看", "1F3A5F")),
        on(panel("1F3A5F"), inked("一句话", "FFFFFF")),
        on(photo, inked("一句话", "FFFFFF")),
        on(panel("1F3A5F", 4, 4), inked("一句话", "FFFFFF")),  # an edge runs below the words: on one side they can be read
        on(inked("草稿", "EEEEEE", size=96)),
        on(cell("12%", "1F3A5F", "FFFFFF")),
    ),
    "CHART110": (on(plot(), SOURCE), on(plot(title="转化率"), SOURCE), on(plot(title=""), at(1, 1.2, words="季度 GMV，万元"), SOURCE)),
    "CHART111": (on(plot(PIE, 5), SOURCE), on(plot(categories=26), SOURCE), on(plot(LINE, 100, 4), SOURCE)),
    "CHART112": (
        on(labelled(COLUMNS, WEEKS[:8]), SOURCE),
        on(labelled(LINE, WEEKS[:6], FAR), SOURCE),
        on(labelled(PIE, (40, 30, 20, 10), place=XL_LABEL_POSITION.OUTSIDE_END), SOURCE),
        on(labelled(PIE, (90, 1, 1, 1, 1, 1), code="0.0%"), SOURCE),  # Office moves these apart
    ),
    "FILE060": (on(leap("self")), on(say("一句话")), on(titled("回顾", "要点"), layout=CONTENT)),
    "FIT003": (on(at(1)), on(band, at(1)), on(rows(1))),
    "FIT020": (on(say("来源：中台", 9)), on(say("12", 5)), on(say("正文", 14))),
    "FIT021": (on(show((1600, 900), 8, 4.5)), on(show((900, 900), 3, 3)), on(plot(), SOURCE)),
    "FIT022": (on(say("一句话就够了")), on(titled("第二章"), layout=SECTION), on(plot(), SOURCE)),
    "FIT025": (on(titled("回顾", "成交额完成一半"), layout=CONTENT), on(titled("回顾"), layout=TITLE_ONLY), on(say("一句话"))),
    "FONT010": (
        on(in_font("年中述职", None)),  # the theme names a font for the script Hans
        on(in_font("年中述职", "Microsoft YaHei")),
        on(in_font("Review", "")),
    ),
    "FONT012": (on(in_font("年中述职 Review", "Noto Sans CJK SC")), on(in_font("年中述职", "Wingdings")), on(say("105.5%"))),
}
