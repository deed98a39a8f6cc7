"""A document made by hand: every kind of paragraph, table, figure and section, so that each has been through the validators and been seen."""

# ruff: noqa: E501  a row of words is a row of the page: it stays on one line

from __future__ import annotations

import datetime as dt
import re
import struct
import zlib
from collections.abc import Sequence
from functools import cache

from engine.base.diagnostics import Language
from engine.base.units import Length, Size, inch
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.paper_brand import load_paper_brand
from engine.brand.paper_style import PaperBrand
from engine.charts import build_figure
from engine.charts.definition import ChartLook
from engine.model.blocks import Align, Stat
from engine.model.charts import ChartData, Emphasis, Series
from engine.model.deck import DeckMeta
from engine.model.inlines import EMPTY, Span, Text, Tone, text
from engine.model.numbers import NumberStyle
from engine.model.paper import (
    BreakKind,
    Caption,
    ContentsEntry,
    Paper,
    PaperBlock,
    PaperBreak,
    PaperCallout,
    PaperCell,
    PaperChart,
    PaperCover,
    PaperParagraph,
    PaperPicture,
    PaperRow,
    PaperTable,
    ParagraphRole,
    Reference,
)
from engine.model.report import Skyline
from engine.model.theme import STATUS_GLYPHS

WORKSPACE = Workspace(BUILTIN_ROOT, BUILTIN_ROOT / "out", dt.date(2025, 7, 8))
META = DeckMeta(
    title="2025 年 618 年中大促推广活动总结报告",
    author="林知远",
    organisation="澜屿生活",
    subject="推广活动总结",
    keywords="总结,复盘,618",
    language="zh-CN",
    created=dt.datetime(2025, 7, 8, 9, 0, tzinfo=dt.UTC),
)
WAN = NumberStyle(10_000, 0, "万元", "#,##0")
PERCENT = NumberStyle(0.01, 1, "%", "0.0")
NB = "\u00a0"
WORDS = {Tone.EXCEED: "超额完成", Tone.MET: "达成", Tone.IMPROVE: "待改进", Tone.MISSED: "未达成"}
WEEKS = (420, 560, 710, 585, 150, 245, 315, 332, 354, 625, 437, 350, 320, 317, 362, 410, 366, 655, 470, 372, 342, 566, 742, 918, 1426, 495)
R = ParagraphRole


@cache
def harbor() -> PaperBrand:
    return load_paper_brand(WORKSPACE, "harbor").expect_clean()


def para(
    role: ParagraphRole, words: str, number: str = "", bookmark: str = "", *, keep_next: bool = False, link: str = ""
) -> PaperParagraph:
    """Return a paragraph; `**bold**` is bold, and labels such as 图 3-1 are references."""
    words = re.sub(r"([图表]) (\d-\d)", rf"\1{NB}\2", words)
    spans = tuple(
        Span(piece, bold=index % 2 == 1, link=link or None if index % 2 else None) for index, piece in enumerate(words.split("**")) if piece
    )
    made = Text(spans)
    found = (
        tuple(Reference(m.start(), m.end(), bookmark_of(m.group())) for m in re.finditer(r"[图表]\u00a0\d-\d", made.plain))
        if role is R.BODY
        else ()
    )
    return PaperParagraph(role, made, number, bookmark, found, keep_next)


def bookmark_of(label: str) -> str:
    return "_" + label.replace(NB, " ").replace("图 ", "fig_").replace("表 ", "tab_").replace("-", "_")


def caption(label: str, title: str) -> Caption:
    kind, numbers = label.split()
    chapter, sequence = numbers.split("-")
    return Caption(kind, int(chapter), int(sequence), text(title), bookmark_of(label))


def chart(name: str, data: ChartData, height: float, label: str, title: str, source: str, *, width: float = 6.268) -> PaperChart:
    size = Size(inch(width), inch(height))
    figure = build_figure(data, ChartLook(harbor().theme, size, Language.ZH)).expect_clean()
    head = Text((Span(data.title.plain), Span(f"，{figure.unit}" if figure.unit else "")))
    return PaperChart(
        name, figure, size, head, data.alt or f"{data.title.plain}：{'、'.join(data.categories)}", caption(label, title), text(source)
    )


def cell(
    words: str, align: Align = Align.LEFT, tone: Tone = Tone.NORMAL, *, bold: bool = False, tinted: bool = False, span: int = 1
) -> PaperCell:
    lines = tuple(text(line, bold=bold, tone=tone) for line in words.split("\n"))
    return PaperCell(lines, align, tone, tinted, span=span)


def status(tone: Tone) -> PaperCell:
    return cell(f"{STATUS_GLYPHS[tone]} {WORDS[tone]}", tone=tone, bold=True)


def table(name: str, widths: Sequence[float], header: str, rows: Sequence[tuple[PaperCell | None, ...]], label: str, title: str, *, note: str = "", right: frozenset[int] = frozenset(), height: float = 0.375, size: float = 9.5, pitch: float = 14.2, total: bool = False) -> PaperTable:  # fmt: skip
    """Return a table; `header` names its columns, parted by blanks; widths are in inches."""
    names = tuple(cell(word, Align.RIGHT if index in right else Align.LEFT) for index, word in enumerate(header.split()))
    made = [PaperRow(names, inch(height), header=True)]
    made += [PaperRow(row, inch(height), total=total and row is rows[-1]) for row in rows]
    return PaperTable(name, tuple(inch(width) for width in widths), tuple(made), size, pitch, caption(label, title), text(note))


def kpi_table() -> PaperTable:
    rows = (
        ("活动 GMV（万元）", "3,500", "4,147", "118.5%", "3,240", "+28.0%", Tone.EXCEED),
        ("支付订单（万单）", "17.5", "19.8", "113.1%", "16.2", "+22.2%", Tone.EXCEED),
        ("客单价（元）", "200.0", "209.4", "104.7%", "200.0", "+4.7%", Tone.MET),
        ("投入产出比", "4.27", "5.20", "121.8%", "4.32", "+20.4%", Tone.EXCEED),
        ("新增会员（万人）", "6.0", "6.1", "101.7%", "5.4", "+13.0%", Tone.MET),
        ("支付成功率", "81.0%", "77.2%", "95.3%", "81.4%", f"−4.2{NB}个百分点", Tone.IMPROVE),
        ("48 小时发货率", "95.0%", "84.6%", "89.1%", "90.3%", f"−5.7{NB}个百分点", Tone.MISSED),
    )
    made = tuple(
        (
            cell(name), cell(target, Align.RIGHT), cell(actual, Align.RIGHT, bold=True), cell(rate, Align.RIGHT, tone if tone in {Tone.IMPROVE, Tone.MISSED} else Tone.NORMAL),
            cell(before, Align.RIGHT, Tone.QUIET), cell(yoy, Align.RIGHT), status(tone),
        )
        for name, target, actual, rate, before, yoy, tone in rows
    )  # fmt: skip
    note = "注：评级按完成率划分，▲ ≥105%，● 100%–105%，◆ 90%–100%，▼ <90%；比率类同比为百分点差值。"
    widths = (1.40, 0.72, 0.70, 0.76, 0.80, 1.02, 0.868)
    return table(
        "kpi",
        widths,
        "指标 目标 实际 完成率 去年同期 同比 评级",
        made,
        "表 2-1",
        "核心指标完成情况",
        note=note,
        right=frozenset({1, 2, 3, 4, 5}),
    )


def channel_chart() -> PaperChart:
    names = ("直播间", "自有商城", "私域社群", "短视频投放", "线下门店", "联盟分销")
    values = (15_340_000.0, 13_270_000.0, 6_640_000.0, 3_730_000.0, 1_660_000.0, 830_000.0)
    data = ChartData("bar", text("各渠道 GMV"), names, (Series("GMV", values, WAN),), highlight=(0,))
    return chart(
        "channels", data, 3.2, "图 3-1", "618 活动各渠道 GMV 及占比", "数据来源：交易中台；统计期 2025.05.26–06.29，GMV 按支付口径"
    )


def week_chart(label: str = "图 5-1") -> PaperChart:
    goal, actual = (
        (5_000_000.0, 6_500_000.0, 8_000_000.0, 11_000_000.0, 4_500_000.0),
        (5_660_000.0, 7_420_000.0, 9_180_000.0, 14_260_000.0, 4_950_000.0),
    )
    data = ChartData(
        "column", text("分周 GMV"), ("W22", "W23", "W24", "W25", "W26"),
        (Series("目标", goal, WAN, Emphasis.HOLLOW), Series("实际", actual, WAN)), highlight=(3,),
    )  # fmt: skip
    return chart("weeks", data, 2.4, label, "分周 GMV 目标与实际", "数据来源：交易中台；五周合计 +647 万元")


def funnel_chart() -> PaperChart:
    names = ("活动触达", "进入会场", "浏览商品", "加入购物车", "提交订单", "完成支付")
    values = (27_500_000.0, 5_500_000.0, 3_025_000.0, 1_059_000.0, 550_000.0, 413_000.0)
    data = ChartData("funnel", text("活动转化漏斗"), names, (Series("人数", values, NumberStyle(10_000, 1, "万人", "#,##0.0")),))
    return chart("funnel", data, 2.9, "图 3-2", "活动触达到支付的转化", "数据来源：埋点平台；对数刻度")


def share_chart() -> PaperChart:
    rows = (("18–24 岁", 0.21, 0.24), ("25–34 岁", 0.38, 0.41), ("35–44 岁", 0.25, 0.22), ("45 岁以上", 0.16, 0.13))
    data = ChartData(
        "stacked", text("用户年龄结构"), ("去年同期", "今年"),
        tuple(Series(name, (before, now), PERCENT) for name, before, now in rows),
    )  # fmt: skip
    return chart("ages", data, 2.3, "图 3-3", "参与用户年龄结构变化", "数据来源：会员中心")


def waterfall_chart() -> PaperChart:
    names = ("目标", "直播间", "自有商城", "私域社群", "外部投放", "实际")
    values = (35_000_000.0, 4_340_000.0, 2_270_000.0, 1_140_000.0, -1_280_000.0, 41_470_000.0)
    data = ChartData("waterfall", text("GMV 由目标到实际"), names, (Series("GMV", values, WAN),), total=(0, 5))
    return chart("bridge", data, 2.6, "图 2-1", "GMV 由目标到实际的构成", "数据来源：交易中台")


def line_chart() -> PaperChart:
    data = ChartData(
        "line", text("每周活动 GMV"), tuple(f"W{n}" for n in range(1, 27)), (Series("实际", tuple(v * 10_000.0 for v in WEEKS), WAN),)
    )
    return chart("trend", data, 2.5, "图 4-1", "上半年每周活动 GMV", "数据来源：交易中台", width=9.693)


TRACKING = "模块 目标 关键动作 目标值 实际值 偏差 完成率 原因 改进措施 责任人 时限"


def tracking_table() -> PaperTable:
    rows = []
    for index in range(9):
        tone = (Tone.EXCEED, Tone.MET, Tone.IMPROVE, Tone.MISSED)[index % 4]
        rows.append((
            cell(("获客", "转化", "留存", "履约")[index % 4], bold=True), cell("新增会员达到六万人，其中高等级会员不少于一万人"), cell("联合门店与社群开展拉新，权益前置到注册环节"),
            cell("6.0 万人", Align.RIGHT), cell("6.1 万人", Align.RIGHT, bold=True), cell(("+1.7%", "−3.8 个百分点")[index % 2], Align.RIGHT, tone),
            cell(f"{STATUS_GLYPHS[tone]} 101.7%\n{WORDS[tone]}", tone=tone, tinted=True, bold=True), cell("会员权益差异小，注册流程需要三步，较去年多一步"), cell("注册合并为一步，权益在首页直接展示，并做分层推送"),
            cell("周敏"), cell(f"{index + 1}/30"),
        ))  # fmt: skip
    widths = (0.62, 1.30, 1.30, 0.75, 0.75, 0.85, 0.92, 1.20, 1.15, 0.45, 0.40)
    return table(
        "tracking", widths, TRACKING, tuple(rows), "表 4-1", "策略跟踪总表", right=frozenset({3, 4, 5}), height=0.62, size=8.5, pitch=12.5
    )


def follow_table() -> PaperTable:
    rows = (
        ("1", "结算页合为一步，优惠自动择优", "支付成功率不低于 81.0%", "陈立", "8/31", "进行中", Tone.MET),
        ("2", "启用第二仓，峰值期两仓分储", "48 小时发货率不低于 95.0%", "吴桐", "9/30", "进行中", Tone.MET),
        ("3", "短视频与联盟改按成交结算", "两类渠道费用占比不高于 20%", "何嘉", "9/30", "待启动", Tone.QUIET),
        ("4", "高等级会员专属款与分档权益", "高等级会员参与率不低于 35%", "周敏", "9/20", "进行中", Tone.MET),
        ("5", "618 素材与话术归档入库", "命名统一，素材库可检索", "周敏", "7/4", "已完成", Tone.EXCEED),
        ("6", "主推款提前 45 天锁定库存", "T−30 天备货率不低于 85%", "吴桐", "10/12", "有风险", Tone.IMPROVE),
    )
    made = tuple(
        (cell(no, Align.CENTER), cell(item), cell(rule), cell(owner), cell(day), cell(word, tone=tone, bold=True))
        for no, item, rule, owner, day, word, tone in rows
    )
    return table(
        "follow", (0.46, 1.98, 1.92, 0.62, 0.60, 0.688), "序号 事项 验收标准 责任人 时限 进度", made, "表 5-1", "跟进事项清单", height=0.395
    )


def calendar_table() -> PaperTable:
    """Return a calendar: twelve months, stretches of ground, one cell over several columns, a total row."""
    months = tuple(PaperCell((text(f"{n} 月"),), Align.CENTER) for n in range(1, 13))
    header = PaperRow((cell("活动"), *months), inch(0.3), header=True)
    busy = PaperCell((text("大促", bold=True),), Align.CENTER, span=3, ground="p200")
    blank = PaperCell((EMPTY,))
    rows = (
        PaperRow((cell("618"), *(blank,) * 3, busy, None, None, *(blank,) * 6), inch(0.3)),
        PaperRow((cell("双 11"), *(blank,) * 8, busy, None, None, blank), inch(0.3)),
        PaperRow((cell("场次"), *(PaperCell((text(str(n % 4)),), Align.CENTER) for n in range(12))), inch(0.3), total=True),
    )
    return PaperTable(
        "calendar",
        (inch(0.748), *(inch(0.46),) * 12),
        (header, *rows),
        9.5,
        14.2,
        caption("表 5-2", "下半年活动日历"),
        source=text("来源：市场部年度计划"),
    )


def png(width: int = 320, height: int = 120) -> bytes:
    """Return a two-coloured picture."""
    rows = b"".join(b"\0" + bytes((26, 101, 133)) * (width // 2) + bytes((179, 209, 220)) * (width - width // 2) for _ in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


LONG = (
    "活动期间全渠道实现 GMV 4,147 万元，完成目标的 118.5%。其中直播间成交 1,534 万元，占 37.0%，首次超过自有商城成为第一大成交渠道；自有商城成交 1,327 万元，占 32.0%；"
    "私域社群成交 664 万元，占 16.0%。三类自主可控渠道合计占 85.0%，较去年同期提高 6.2 个百分点，对外部流量采买的依赖继续下降。"
)
CONTRAST = "支付成功率 77.2%，低于目标 3.8 个百分点，主要受优惠叠加规则与结算页三次跳转影响；48 小时发货率 84.6%，低于目标 10.4 个百分点，集中在 6 月 18 日峰值日前后：单仓日处理能力为 1.6 万单，峰值日订单达到 2.3 万单。"


def flow() -> tuple[PaperBlock, ...]:
    picture = PaperPicture(
        "venue",
        "images/venue.png",
        png(),
        Size(inch(4.2), inch(1.5)),
        "会场主视觉",
        caption("图 1-1", "618 会场主视觉"),
        text("来源：设计组"),
    )
    return (
        para(R.HEADING_1, "活动概述", "一、", "_Toc_1"),
        para(R.HEADING_2, "活动背景与目标", "（一）", "_Toc_1_1"),
        para(R.LEAD, "自主可控渠道首次贡献八成以上成交，外部采买依赖降到一成。"),
        para(R.BODY, LONG),
        para(R.BODY, "本次活动的目标、范围与“口径”见公司**活动管理办法**，与图 1-1 所示会场同步上线。", link="https://example.com/规定 A?b=1"),
        picture,
        para(R.HEADING_2, "预算与资源投入", "（二）", "_Toc_1_2"),
        para(R.BODY, "预算执行遵循三条原则："),
        para(R.BULLET, "先蓄水后转化，预热期费用不低于总额的 35%，主要投向会员与私域，避免在峰值周集中采买外部流量"),
        para(R.BULLET, "按成交结算优先"),
        para(R.BULLET_2, "短视频与联盟从曝光结算改为成交结算"),
        para(R.BULLET_2, "设单周上限与日预警"),
        para(R.BULLET, "预备金 8%，由活动运营部统一调度"),
        para(R.QUOTE, "“优惠叠加规则看不懂，算了三遍才知道到手价。”——会员访谈，2025-06"),
        PaperBreak(),
        para(R.HEADING_1, "目标完成情况", "二、", "_Toc_2"),
        para(R.HEADING_2, "核心指标达成", "（一）", "_Toc_2_1"),
        para(R.BODY, "本次活动设七项核心指标，三项超额完成、两项达成、一项待改进、一项未达成。规模与效率指标全面高于目标，支付与履约两项体验指标低于目标，是下一阶段改进重点。各项指标完成情况见表 2-1。"),
        kpi_table(),
        PaperCallout(text("关键结论"), (para(R.CALLOUT, "GMV 超额 647 万元，订单与客单价同时高于目标，费用节省 22 万元。投入产出比由去年的 4.32 提高到 5.20，增长主要来自蓄水与选品，而不是靠补贴换量。"),)),
        para(R.HEADING_3, "规模与效率：订单和客单价同时增长", "1."),
        para(R.BODY, "支付订单 19.8 万单，同比增长 22.2%；客单价 209.4 元，同比增长 4.7%。两者共同作用使 GMV 同比增长 28.0%，其中订单增长贡献约八成。"),
        para(R.HEADING_3, "体验：支付与发货成为短板", "2."),
        para(R.BODY, CONTRAST),
        para(R.HEADING_2, "分周走势", "（二）", "_Toc_2_2"),
        para(R.BODY, "由目标到实际的构成见图 2-1。"),
        waterfall_chart(),
        PaperBreak(),
        para(R.HEADING_1, "渠道表现与用户转化", "三、", "_Toc_3"),
        para(R.HEADING_2, "渠道结构", "（一）", "_Toc_3_1"),
        para(R.BODY, LONG),
        para(R.HEADING_3, "直播间由低价冲量转为讲解成交", "1."),
        para(R.BODY, "本次活动安排直播 38 场，平均单场成交 40.4 万元，较去年同期提高 31.2%。成交方式的转变主要来自三个方面："),
        para(R.NUMBERED, "排班。七成场次集中在晚间八点以后，主播按品类固定搭档，观众平均停留时长由 3.1 分钟提高到 4.4 分钟。", "（1）"),
        para(R.NUMBERED, "选品。每场限定 20 款以内，组合装占比由 18% 提高到 35%，带动客单价达到 209.4 元。", "（2）"),
        para(R.NUMBERED, "权益。以三档会员券替代全场直降，平均折扣由 7.2 折收窄到 7.5 折，毛利额同比增加 196 万元。", "（3）"),
        para(R.HEADING_3, "外部投放渠道产出偏低", "2."),
        para(R.BODY, "短视频投放与联盟分销合计成交 456 万元，占 11.0%，费用占比却达到 24.3%。两类渠道按曝光结算，未与成交挂钩，下半年须改按成交结算。各渠道成交情况见图 3-1。"),
        channel_chart(),
        para(R.HEADING_2, "转化漏斗", "（二）", "_Toc_3_2"),
        para(R.BODY, "各步转化见图 3-2，用户结构见图 3-3。需要改进的两步："),
        para(R.NUMBERED, "提交订单到完成支付。", "（1）"),
        para(R.NUMBERED, "浏览商品到加入购物车。", "（2）"),
        funnel_chart(),
        share_chart(),
        PaperBreak(),
        para(R.HEADING_1, "问题与改进", "四、", "_Toc_4"),
        para(R.HEADING_2, "主要问题与归因", "（一）", "_Toc_4_1"),
        para(R.HEADING_3, "结算流程过长", "1."),
        para(R.HEADING_4, "优惠叠加规则", "（1）"),
        para(R.LABEL, "做法"),
        para(R.BODY, "三种优惠自动择优，结算页合为一步。", keep_next=True),
        para(R.LABEL, "预期效果"),
        para(R.BODY, "支付成功率回到 81.0% 以上。全部事项见表 4-1，走势见图 4-1。"),
        PaperCallout(text("判断：体验短板已经开始吃掉增长"), (para(R.CALLOUT, "支付成功率每提高 1 个百分点，约合 GMV 54 万元。"), para(R.CALLOUT, "发货率低于 90% 的城市，次月复购率低 3.1 个百分点。"))),
        PaperBreak(BreakKind.LANDSCAPE),
        para(R.HEADING_2, "策略跟踪总表", "（二）", "_Toc_4_2"),
        tracking_table(),
        line_chart(),
        PaperBreak(BreakKind.PORTRAIT),
        para(R.HEADING_1, "后续计划", "五、", "_Toc_5"),
        para(R.HEADING_2, "分周复盘与调整方向", "（一）", "_Toc_5_1"),
        para(R.BODY, "五周均高于分周目标，第 25 周超额 326 万元，占全部超额的 50.4%。预热期前移三周使蓄水更充分，双 11 沿用同一节奏，并将峰值日发货能力提高到 2.8 万单。分周情况见图 5-1。"),
        week_chart(),
        para(R.HEADING_2, "跟进事项", "（二）", "_Toc_5_2"),
        para(R.BODY, "复盘会确定六项跟进事项，逐项落实责任人与时限，由活动运营部每周五通报进度，见表 5-1；日历见表 5-2。"),
        follow_table(),
        calendar_table(),
    )  # fmt: skip


HEADINGS = (
    (1, "一、", "活动概述", "_Toc_1", "1"), (2, "（一）", "活动背景与目标", "_Toc_1_1", "1"), (2, "（二）", "预算与资源投入", "_Toc_1_2", "1"),
    (1, "二、", "目标完成情况", "_Toc_2", "3"), (2, "（一）", "核心指标达成", "_Toc_2_1", "3"), (2, "（二）", "分周走势", "_Toc_2_2", "4"),
    (1, "三、", "渠道表现与用户转化", "_Toc_3", "5"), (2, "（一）", "渠道结构", "_Toc_3_1", "5"), (2, "（二）", "转化漏斗", "_Toc_3_2", "6"),
    (1, "四、", "问题与改进", "_Toc_4", "8"), (2, "（一）", "主要问题与归因", "_Toc_4_1", "8"), (2, "（二）", "策略跟踪总表", "_Toc_4_2", "9"),
    (1, "五、", "后续计划", "_Toc_5", "11"), (2, "（一）", "分周复盘与调整方向", "_Toc_5_1", "11"), (2, "（二）", "跟进事项", "_Toc_5_2", "11"),
)  # fmt: skip
FIGURES = (
    ("图 1-1", "618 会场主视觉", "1"), ("表 2-1", "核心指标完成情况", "3"), ("图 2-1", "GMV 由目标到实际的构成", "4"), ("图 3-1", "618 活动各渠道 GMV 及占比", "5"),
    ("图 3-2", "活动触达到支付的转化", "6"), ("图 3-3", "参与用户年龄结构变化", "7"), ("表 4-1", "策略跟踪总表", "9"), ("图 4-1", "上半年每周活动 GMV", "10"),
    ("图 5-1", "分周 GMV 目标与实际", "11"), ("表 5-1", "跟进事项清单", "11"), ("表 5-2", "下半年活动日历", "12"),
)  # fmt: skip


def paper_sample() -> Paper:
    skyline = Skyline(
        tuple(float(v) for v in WEEKS),
        24,
        text("1,426 万元"),
        text("618 当周 ・ W25"),
        (21, 22, 23, 24, 25),
        text("封面图形由 2025 年第 1–26 周活动 GMV 数据生成，浅蓝为 618 活动期"),
    )
    facts = (
        ("活动期间", "2025 年 5 月 26 日至 6 月 29 日"),
        ("编制人", "林知远（活动运营部）"),
        ("编制日期", "2025 年 7 月 8 日"),
        ("文档版本", "V1.2　内部资料"),
    )
    cover = PaperCover(
        "澜屿生活  活动运营部",
        text("2025 年 618 年中大促\n推广活动总结报告"),
        text("GMV 4,147 万元，完成率 118.5%，同比增长 28.0%"),
        tuple(Stat(text(a), text(b)) for a, b in facts),
        skyline,
    )
    return Paper(
        meta=META,
        size=Size(Length(7_560_310), Length(10_692_130)),
        cover=cover,
        contents=tuple(ContentsEntry(*entry) for entry in HEADINGS),
        figures=tuple(ContentsEntry(1, number, title, bookmark_of(number), page) for number, title, page in FIGURES),
        flow=flow(),
        pages=(),
        header=META.title,
        footer="澜屿生活  活动运营部 ｜ 内部资料",
        template="templates/docx/harbor.docx",
        theme=harbor().theme,
    )
