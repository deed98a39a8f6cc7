"""Word documents of other programs with each fault that a check of finished files finds, and documents without it: three of both at least."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docx.document import Document
from pptx.enum.chart import XL_LABEL_POSITION

from tests.support.foreign import Draw, boxed, document, exact_row, headings, illustrate, plot
from tests.support.pale import Write, colored, shaded_cell, styled
from tests.support.seed_parts import apart, charted, field, labelled, link, loose_style, no_theme_fonts, write
from tests.support.seeds_pptx import COLUMNS, DOUGHNUT, FAR, LINE, NEAR, PIE, WEEKS

Made = Callable[[], bytes]
LONG = "上半年围绕会员经营、内容种草与转化召回展开三项工作，成交额完成年度目标的一半，其余部分要靠下半年的四场活动。" * 2
CAPTION, SOURCE = "季度 GMV（万元）", "来源：交易中台"


def of(*parts: Callable[[Document], object]) -> Made:
    return lambda: document(*parts)


def told(draw: Draw, *, alt: str = "柱形图") -> Write:
    """Put a chart with caption and source."""
    return charted(draw, caption=CAPTION, source=SOURCE, alt=alt)


FAULTS: Mapping[str, tuple[Made, ...]] = {
    "A11Y002": (
        of(illustrate((1600, 900), 6, 3.375, alt="")),
        of(told(plot(), alt="")),
        of(headings(1), illustrate((900, 900), 3, 3, alt="")),
    ),
    "A11Y003": (of(headings(1, 3)), of(headings(1, 2, 4)), of(headings(2, 5))),
    "A11Y004": (
        of(colored("来源：交易中台", "C8C8C8")),
        of(colored("注意", "FFFFFF", shade="F2A93B")),
        of(colored("注意", "FFFFFF", mark="yellow")),
        of(shaded_cell("12%", "FFFFFF", "DDE6EE")),
        of(styled("引文", "Quote", "C0C0C0")),
    ),
    "CHART110": (
        of(charted(plot(), caption=CAPTION)),
        of(charted(plot(title=""), source=SOURCE)),
        of(charted(plot(title="回顾"), source=SOURCE)),
    ),
    "CHART111": (of(told(plot(PIE, 11))), of(told(plot(categories=60))), of(told(plot(LINE, 6, 12))), of(told(plot(DOUGHNUT, 9)))),
    "CHART112": (
        of(told(labelled(COLUMNS, WEEKS))),
        of(told(labelled(LINE, WEEKS[:8], NEAR))),
        of(told(labelled(PIE, (90, 1, 1, 1, 1, 1), code="0.0%", place=XL_LABEL_POSITION.OUTSIDE_END))),
    ),
    "FILE060": (of(link("table_3_1")), of(field(" REF figure_9 \\h ")), of(field(" PAGEREF _Toc123 \\h "))),
    "FIT020": (
        of(write("说明文字", size=6.5)),
        of(write("A note in small print", size=5)),
        of(write("注释", size=7), write("脚注说明", size=6)),
    ),
    "FIT021": (of(illustrate((300, 200), 6, 4)), of(illustrate((1600, 900), 6, 4.5)), of(illustrate((1600, 900), 3, 3))),
    "FIT023": (of(apart(2), headings(1, 2)), of(headings(1), lambda made: made.add_heading("附件", 1)), of(apart(1), headings(1))),
    "FIT024": (of(write(LONG, widow=False)), of(loose_style, write(LONG)), of(write("短"), write(LONG, widow=False), write(LONG))),
    "FONT010": (of(no_theme_fonts, write("年中述职")), of(write("年中述职", ea="")), of(no_theme_fonts, headings(1), write("Review"))),
    "FONT012": (
        of(write("面向 ตลาด 的计划", ea="Noto Serif CJK SC")),
        of(write("增长 🚀", ea="Noto Sans CJK SC")),
        of(write("正文"), write("ሰላም", ea="Noto Serif CJK SC")),
    ),
}
CLEAN: Mapping[str, tuple[Made, ...]] = {
    "A11Y002": (of(illustrate((1600, 900), 6, 3.375)), of(told(plot())), of(headings(1, 2))),
    "A11Y003": (of(headings(1, 2, 3, 1)), of(headings(2, 2)), of(write("没有标题的一页"))),
    "A11Y004": (
        of(colored("来源：交易中台", "63737F")),
        of(colored("注意", "FFFFFF", shade="1F3A5F")),
        of(shaded_cell("12%", "FFFFFF", "1F3A5F")),
        of(shaded_cell("12%", "FFFFFF", style="Medium Shading 1 Accent 1")),  # the style makes the head dark
        of(write(LONG)),
    ),
    "CHART110": (
        of(told(plot())),
        of(charted(plot(title="转化率"), source=SOURCE)),
        of(charted(plot(title=""), caption=CAPTION, source=SOURCE)),
    ),
    "CHART111": (of(told(plot(PIE, 5))), of(told(plot(categories=26))), of(told(plot(LINE, 100, 4)))),
    "CHART112": (
        of(told(labelled(COLUMNS, WEEKS[:8]))),
        of(told(labelled(LINE, WEEKS[:6], FAR))),
        of(told(labelled(PIE, (40, 30, 20, 10)))),
    ),
    "FILE060": (of(link("table_3_1", mark="table_3_1")), of(field(" PAGE "), field(" SEQ Table \\* ARABIC ")), of(headings(1))),
    "FIT020": (of(write("说明文字", size=8), write("12", size=5)), of(write("正文", size=10.5)), of(headings(1, 2))),
    "FIT021": (of(illustrate((900, 600), 6, 4)), of(illustrate((1600, 900), 6, 3.375)), of(told(plot()))),
    "FIT023": (of(headings(1, 2)), of(apart(3), headings(1, 2)), of(write(LONG))),
    "FIT024": (of(write(LONG)), of(write("短", widow=False)), of(loose_style, headings(1))),
    "FONT010": (of(write("年中述职")), of(no_theme_fonts, write("Review"), write("年中述职", ea="SimSun")), of(headings(1))),
    "FONT012": (of(write("年中述职，105.5%", ea="Noto Serif CJK SC")), of(write("Review")), of(write("上半年", ea="Wingdings"))),
}
CUT_OFF: tuple[Made, ...] = (of(boxed(LONG)), of(exact_row(LONG)), of(write("正文"), boxed(LONG, 1.5, 0.4)), of(exact_row(LONG, 16)))
WHOLE: tuple[Made, ...] = (
    of(boxed("一句话")),
    of(exact_row("短")),
    of(exact_row(LONG, exact=False)),
    of(boxed("一行字在框里", 3.0, 0.6)),
    of(write(LONG)),
)
"""What FIT033 finds, and what it does not, once LibreOffice has drawn it."""
