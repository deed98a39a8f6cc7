"""One small example of every kernel block in every look, with every part of it filled: what property tests stretch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from engine.model.blocks import (
    Block,
    BulletItem,
    Bullets,
    Card,
    Cards,
    CardStyle,
    ColumnItem,
    Columns,
    FigureItem,
    Figures,
    FiguresStyle,
    Gantt,
    GanttBar,
    GanttLane,
    GanttPeriod,
    Heading,
    Image,
    Milestone,
    Panel,
    PanelEntry,
    Paragraph,
    Shares,
    Stat,
    Step,
    Steps,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from engine.model.inlines import Tone
from tests.support import gallery
from tests.support.planning import AT, t


def _bullets(*, ordered: bool) -> Bullets:
    return Bullets((BulletItem(t("先看结论，再看证据"), (t("数字可追溯"), t("口径一致"))), BulletItem(t("最后看动作"))), ordered, AT)


def _table() -> Table:
    columns = (TableColumn(t("事项"), "类"), TableColumn(t("说明")), TableColumn(t("责任人")))
    rows = tuple(
        TableRow((TableCell(t(f"事项{n}")), TableCell(t("按成交结算，费用压降 25%"), t("九月底前")), TableCell(t("周岚"))))
        for n in range(1, 4)
    )
    return Table(columns, rows, t("动作清单"), t("注：时限为自然日"), where=AT)


def _card(n: int) -> Card:
    return Card(t(f"动作{n}"), t("提前三周分层预热，付定人数增加。"), (t("要点甲"), t("要点乙")), where=AT)


def _wide() -> Cards:
    cards = (
        replace(_card(n), figure=t("4.6 万人"), caption=t("预售付定"), tag=t("已固化"), footer=Stat(t("下一步"), t("沿用到双 11")))
        for n in (1, 2)
    )
    return Cards(tuple(cards), where=AT)


def _narrow() -> Cards:
    cards = (
        replace(
            _card(n),
            subtitle=t("年货节"),
            figure=t("114.6%"),
            caption=t("完成率"),
            tag=t("▲ 超额"),
            tone=Tone.EXCEED,
            stats=(Stat(t("实际"), t("4,126 万元")), Stat(t("目标"), t("3,600 万元"))),
            share=0.5,
            share_note=t("占一半"),
            footer=Stat(t("下一步"), t("沿用到双 11")),
        )
        for n in (1, 2, 3)
    )
    return Cards(tuple(cards), where=AT)


def _numbered() -> Cards:
    stats = tuple(Stat(t(f"同比 {n}"), t(f"{n}.5%")) for n in (1, 2, 3))
    return Cards((_card(1), Card(t("结果"), stats=stats, where=AT), _card(3)), CardStyle.NUMBERED, AT)


def _quotes() -> Cards:
    voice = Card(
        t(""), t("到手价一目了然。"), caption=t("钱女士"), tag=t("肯定"), tone=Tone.EXCEED, footer=Stat(t("动作"), t("延续")), where=AT
    )
    return Cards((voice, voice), CardStyle.QUOTE, AT)


def _panel() -> Panel:
    return Panel(
        t("满意度"),
        t("一句说明"),
        t("4.58 分"),
        t("目标 4.56"),
        t("● 达成"),
        Tone.MET,
        (Stat(t("提交订单"), t("55 万单")), Stat(t("客单价"), t("200 元"))),
        t("原因"),
        (t("规则复杂"), t("跳转太多")),
        t("一段话。"),
        where=AT,
    )


def _entries() -> Panel:
    entries = tuple(PanelEntry(t("76%"), t("来自大促"), t("单场占上半年三成。")) for _ in range(2))
    return Panel(t("差距"), entries=entries, dark=True, where=AT)


def _strip() -> Figures:
    item = FigureItem(t("51%"), t("占比"), t("保持总量"), t("36%"), t("A"), t("加码"))
    return Figures((item, item, item), title=t("分级汇总"), note=t("注：按成交"), where=AT)


def _full_card(n: int) -> Card:
    """Return a card with every part there is."""
    return replace(_narrow().items[0], title=t(f"动作{n}"), stats=tuple(Stat(t(f"比 {m}"), t(f"{m}.5%")) for m in (1, 2, 3, 4)))


def _line() -> Figures:
    items = (FigureItem(t("95.5%"), t("执行率"), before=t("90%")), FigureItem(t("4.12"), t("产出比")))
    return Figures(items, FiguresStyle.LINE, title=t("执行"), note=t("单位：万元"), where=AT)


def _equation() -> Figures:
    names = (("8,260", "上半年"), ("10,920", "下半年"), ("19,180", "全年"))
    items = tuple(FigureItem(t(value), t(name), t("含税"), t("7,100"), t("A"), t("加码")) for value, name in names)
    return Figures(items, FiguresStyle.EQUATION, ("+", "="), t("全年"), t("单位：万元"), AT)


def _gantt() -> Gantt:
    day = dt.date
    lanes = (
        GanttLane(
            t("活动"),
            (
                GanttBar(t("预热"), day(2025, 1, 1), day(2025, 2, 28), value=t("120")),
                GanttBar(t("爆发"), day(2025, 4, 1), day(2025, 4, 30)),
            ),
        ),
        GanttLane(t("能力"), (GanttBar(t("看板"), day(2025, 2, 1), day(2025, 5, 31)),)),
    )
    return Gantt(
        day(2025, 1, 1),
        day(2025, 6, 30),
        lanes,
        (Milestone(day(2025, 3, 10), t("上线")),),
        (GanttPeriod(t("一季度"), day(2025, 1, 1), day(2025, 3, 31), t("目标 1,200")),),
        day(2025, 3, 20),
        t("今天"),
        where=AT,
    )


def _shares() -> Shares:
    columns = gallery.budget()
    (shares,) = (block for item in columns.items for block in item.blocks if isinstance(block, Shares))
    return replace(shares, where=AT)


def _steps() -> Steps:
    return Steps(tuple(Step(t(f"第{n}步"), t("对齐标准再谈成绩。"), t(f"0{n}"), (t("口径"), t("来源"))) for n in (1, 2, 3)), AT)


def _two_columns() -> Columns:
    return Columns((ColumnItem(7, (Heading(t("左边"), where=AT), Paragraph(t("一段话。"), AT))), ColumnItem(5, (_panel(),))), AT)


EVERY_BLOCK: Mapping[str, Block] = {
    "heading": Heading(t("小标题"), where=AT),
    "paragraph": Paragraph(t("一段话，说明口径。"), AT),
    "bullets": _bullets(ordered=False),
    "ordered": _bullets(ordered=True),
    "steps": _steps(),
    "table": _table(),
    "problem table": gallery.diagnosis(),
    "risk matrix": gallery.risks(),
    "target chart": gallery.target_actual(),
    "trend chart": gallery.trend()[0],
    "funnel chart": gallery.funnel(),
    "waterfall": gallery.budget().items[0].blocks[0],
    "channel chart": gallery.channels()[0],
    "gantt": _gantt(),
    "year plan": gallery.gantt(),
    "image": Image("content/h1/photo.png", "现场照片", t("图：现场"), where=AT),
    "tiles": gallery.tiles(),
    "wide cards": _wide(),
    "narrow cards": _narrow(),
    "topped cards": Cards((_card(1), _card(2), _card(3)), CardStyle.TOPPED, AT),
    "numbered cards": _numbered(),
    "full topped cards": Cards((_full_card(1), _full_card(2)), CardStyle.TOPPED, AT),
    "full numbered cards": Cards((_full_card(1), _full_card(2)), CardStyle.NUMBERED, AT),
    "quotes": _quotes(),
    "panel": _panel(),
    "dark panel": _entries(),
    "panel with charts": gallery.case().items[0].blocks[0],
    "strip": _strip(),
    "line": _line(),
    "full line": replace(_strip(), style=FiguresStyle.LINE),
    "equation": _equation(),
    "shares": _shares(),
    "columns": _two_columns(),
}
