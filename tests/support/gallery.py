"""A report made by hand that shows every kernel block once: for tests of planning and writing, without files or metrics."""

# ruff: noqa: E501  a row of words is a row of the page: it stays on one line

from __future__ import annotations

import datetime as dt

from engine.base.diagnostics import Language, Location
from engine.model.blocks import (
    Align,
    Badge,
    Block,
    BulletItem,
    Bullets,
    Card,
    Cards,
    CardStyle,
    Chart,
    ColumnGroup,
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
    Matrix,
    MatrixItem,
    MatrixZone,
    Milestone,
    Panel,
    PanelEntry,
    Paragraph,
    Progress,
    ShareItem,
    Shares,
    Stat,
    Step,
    Steps,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Tile,
    Tiles,
)
from engine.model.charts import Band, ChartData, Emphasis, Note, Series, ValueRow
from engine.model.facts import Ledger
from engine.model.inlines import EMPTY, Span, Text, Tone, text
from engine.model.numbers import NumberStyle
from engine.model.report import Meta, Period, Question, Report, Section, Skyline, Topic
from engine.model.theme import STATUS_GLYPHS

NB = "\u00a0"
WAN = NumberStyle(10_000, 0, "万元", "#,##0")
PERCENT = NumberStyle(0.01, 1, "%", "0.0")
PLAIN = NumberStyle(1, 0, "", "#,##0")
WORDS = {Tone.EXCEED: "超额完成", Tone.MET: "达成", Tone.IMPROVE: "待改进", Tone.MISSED: "未达成"}


def t(words: str, *, bold: bool = False, line: int = 1) -> Text:
    return text(words, bold=bold, where=Location("content/gallery/report.yaml", line, 3))


def status(tone: Tone) -> Text:
    return Text((Span(f"{STATUS_GLYPHS[tone]} {WORDS[tone]}", bold=True, tone=tone),))


def tiles() -> Tiles:
    rows = (
        ("活动 GMV", f"8,260{NB}万元", Tone.EXCEED, 1.071, f"7,710{NB}万元", "107.1%", "+16.4%"),
        ("活动订单量", f"41.3{NB}万单", Tone.MET, 1.022, f"40.4{NB}万单", "102.2%", "+11.0%"),
        ("投入产出比", "4.12", Tone.EXCEED, 1.085, "3.80", "108.5%", "+9.3%"),
        ("用户满意度", f"4.58{NB}分", Tone.MET, 1.004, f"4.56{NB}分", "100.4%", f"+0.07{NB}分"),
        ("新增会员", f"12.1{NB}万人", Tone.IMPROVE, 0.938, f"12.9{NB}万人", "93.8%", "+5.2%"),
        ("次月留存率", "16.2%", Tone.MISSED, 0.853, "19.0%", "85.3%", f"−1.1{NB}个百分点"),
    )
    items = tuple(
        Tile(
            t(name),
            t(value),
            status(tone),
            tone,
            share,
            (Stat(t("目标"), t(target)), Stat(t("完成率"), t(rate), tone), Stat(t("同比"), t(yoy))),
        )
        for name, value, tone, share, target, rate, yoy in rows
    )
    legend = (
        (Tone.EXCEED, t("超额完成 ≥105%")),
        (Tone.MET, t("达成 100%–105%")),
        (Tone.IMPROVE, t("待改进 90%–100%")),
        (Tone.MISSED, t("未达成 <90%")),
    )
    return Tiles(items, legend)


def target_actual() -> Columns:
    names = ("年货节", "开春焕新", "三八节", "会员周", "五一出游", "618 大促")
    actual = (14_600_000.0, 6_710_000.0, 13_450_000.0, 9_360_000.0, 11_820_000.0, 26_660_000.0)
    target = (13_500_000.0, 7_700_000.0, 12_200_000.0, 9_600_000.0, 11_600_000.0, 22_500_000.0)
    tones = (Tone.EXCEED, Tone.MISSED, Tone.EXCEED, Tone.IMPROVE, Tone.MET, Tone.EXCEED)
    rows = (
        ValueRow(t("目标"), tuple(t(f"{v / 10_000:,.0f}") for v in target)),
        ValueRow(t("偏差"), tuple(t(f"{(a - g) / 10_000:+,.0f}".replace("-", "−")) for a, g in zip(actual, target, strict=True))),
        ValueRow(t("完成率"), tuple(t(f"{a / g:.1%}") for a, g in zip(actual, target, strict=True))),
        ValueRow(t("状态"), tuple(status(tone) for tone in tones)),
    )
    data = ChartData(
        "target-actual",
        t("活动 GMV"),
        names,
        (Series("目标", target, WAN), Series("实际", actual, WAN)),
        highlight=(5,),
        value_rows=rows,
        alt="六场活动 GMV 的目标与实际",
    )
    entries = (
        PanelEntry(t("76%"), t("净超额来自 618"), t("618 超额 416 万元，单场占上半年 GMV 的 32.3%。")),
        PanelEntry(t(f"−99{NB}万元"), t("开春焕新缺口最大"), t("节后两周主推款缺货，完成率 87.1%，为六场最低。"), Tone.MISSED),
        PanelEntry(t(f"−24{NB}万元"), t("会员周接近目标"), t("权益同质、触达偏少，完成率 97.5%，差距不大。"), Tone.IMPROVE),
    )
    return Columns((ColumnItem(9, (Chart(data),)), ColumnItem(3, (Panel(entries=entries),))))


def trend() -> tuple[Block, ...]:
    values = (42, 55, 70, 58, 15, 24, 31, 33, 36, 62, 44, 35, 32, 31, 36, 41, 36, 65, 46, 37, 34, 56, 74, 92, 142, 50)
    weeks = tuple(f"W{n}" for n in range(1, 27))
    bands = (
        Band("年货节", 0, 3, 525_000), Band("开春焕新", 4, 7, 300_000), Band("三八节", 8, 12, 380_000), Band("会员周", 13, 16, 375_000),
        Band("五一出游", 17, 20, 450_000), Band("618 大促", 21, 25, 700_000),
    )  # fmt: skip
    data = ChartData(
        "line",
        t("每周活动 GMV"),
        weeks,
        (Series("实际", tuple(v * 10_000.0 for v in values), NumberStyle(10_000, 0, "万元", "#,##0")),),
        bands=bands,
        notes=(Note(2, "年货节高峰"), Note(4, "春节停发"), Note(24, "618 当周")),
    )
    strip = Figures(
        (
            FigureItem(t(f"13{NB}周"), t("低于周均目标"), t("其中 9 周在五一之前，多为节后与会员周")),
            FigureItem(t(f"142{NB}万元"), t("单周峰值"), t("占上半年 11.1%，为周均值的 2.9 倍")),
            FigureItem(t(f"9{NB}周"), t("连续低位"), t("分三段：W5–W6、W12–W15、W20–W22")),
        )
    )
    return Chart(data), strip


def channels() -> tuple[Block, ...]:
    names = ("自有商城", "直播间", "私域社群", "短视频投放", "线下门店", "联盟分销")
    gmv, cost = (0.350, 0.250, 0.160, 0.120, 0.080, 0.040), (0.262, 0.229, 0.095, 0.215, 0.115, 0.083)
    grades = ("A", "B", "A", "C", "B", "C")
    data = ChartData(
        "bar",
        t("GMV 占比与费用占比"),
        names,
        (Series("GMV", gmv, PERCENT), Series("费用", cost, PERCENT, Emphasis.HOLLOW)),
        highlight=(0, 2),
    )
    columns = (
        TableColumn(t("等级"), align=Align.CENTER), TableColumn(t("渠道")), TableColumn(t("GMV"), "万元", Align.RIGHT, numeric=True),
        TableColumn(t("费用"), "万元", Align.RIGHT, numeric=True), TableColumn(t("产出比"), align=Align.RIGHT, numeric=True), TableColumn(t("处置")),
    )  # fmt: skip
    rows = [
        TableRow((
            TableCell(t(grade), badge=Badge.SQUARE), TableCell(t(name)), TableCell(t(f"{g * 8260:,.0f}")), TableCell(t(f"{c * 2005:,.0f}")),
            TableCell(t(f"{g * 8260 / (c * 2005):.2f}"), bold=True), TableCell(t({"A": "加码", "B": "优化", "C": "收缩"}[grade])),
        ))
        for name, g, c, grade in zip(names, gmv, cost, grades, strict=True)
    ]  # fmt: skip
    total = TableRow(tuple(TableCell(t(v)) for v in ("", "合计", "8,260", "2,005", "4.12", "")), total=True)
    strip = Figures(
        (
            FigureItem(t("51%"), EMPTY, t("增量预算优先，设单周上限"), t("36%"), t("A"), t("加码"), Tone.NORMAL),
            FigureItem(t("33%"), EMPTY, t("保持总量，优化场次与时段"), t("34%"), t("B"), t("优化"), Tone.NORMAL),
            FigureItem(t("16%"), EMPTY, t("改按成交结算，费用压降 25%"), t("30%"), t("C"), t("收缩"), Tone.NORMAL),
        ),
        title=t("分级汇总：费用占比 → GMV 占比"),
    )
    return Columns((ColumnItem(5, (Chart(data),)), ColumnItem(7, (Table(columns, (*rows, total)),)))), strip


def funnel() -> Columns:
    names = ("活动触达", "进入会场", "浏览商品", "加入购物车", "提交订单", "完成支付")
    values = (27_500_000.0, 5_500_000.0, 3_025_000.0, 1_059_000.0, 550_000.0, 413_000.0)
    now, before, change = (
        ("", "20.0%", "55.0%", "35.0%", "51.9%", "75.1%"),
        ("", "18.6%", "54.2%", "36.1%", "52.4%", "81.0%"),
        ("", "+1.4", "+0.8", "−1.1", "−0.5", "−5.9"),
    )
    rows = tuple(
        ValueRow(t(label), tuple(t(v) for v in cells)) for label, cells in (("本期转化率", now), ("去年同期", before), ("变化", change))
    )
    data = ChartData(
        "funnel", t("六步转化"), names, (Series("人次", values, NumberStyle(10_000, 1, "万", "#,##0.0")),), highlight=(5,), value_rows=rows
    )
    panel = Panel(
        subtitle=t("支付率恢复到去年水平，可多成交约"),
        figure=t(f"649{NB}万元"),
        rows=(
            Stat(t("提交订单"), t(f"55.0{NB}万单")), Stat(t("支付率差（81.0%−75.1%）"), t(f"5.9{NB}个百分点")), Stat(t("可挽回订单"), t(f"约 3.2{NB}万单")),
            Stat(t("平均客单价"), t(f"200{NB}元")),
        ),
        heading=t("流失集中在三处"),
        bullets=(t("优惠叠加规则复杂，需手动勾选"), t("结算页三次跳转，移动端放弃率高"), t("高峰时段支付超时，未自动重试")),
        dark=True,
    )  # fmt: skip
    return Columns((ColumnItem(8, (Chart(data),)), ColumnItem(4, (panel,))))


def four_cards() -> Cards:
    rows = (
        (
            f"4.6{NB}万人",
            "预售付定",
            "大促分段蓄水",
            "已固化",
            "618 提前三周分层预热，预热期费用占比由 22% 提高到 31%，共有 4.6 万人预售付定，当周成交为上半年单周峰值。",
        ),
        (
            "7.50",
            "私域产出比",
            "私域分组运营",
            "",
            "312 个社群按生命周期分组，周触达由五次减为三次，退群率下降 1.8 个百分点；产出比居六类渠道之首。",
        ),
        (
            f"25.1{NB}万元",
            "场均成交",
            "直播排班优化",
            "",
            "直播由 96 场增至 128 场，主推时段移到晚间八点以后，场均成交 25.1 万元，仅次于自有商城。",
        ),
        (
            f"4{NB}小时",
            "异常发现用时",
            "活动看板上线",
            "已固化",
            "费用、库存与转化统一到一张日看板，异常发现用时由两天缩短到四小时，上半年共预警 37 次，未发生停售。",
        ),
    )
    return Cards(
        tuple(Card(t(title), t(body), figure=t(figure), caption=t(caption), tag=t(tag)) for figure, caption, title, tag, body in rows)
    )


def three_cards() -> Cards:
    rows = (
        (
            "大促型",
            Tone.EXCEED,
            "年货节、618 大促",
            "114.6%",
            "4,126",
            "3,600",
            0.5,
            "预热期长短决定上限。618 提前三周分层蓄水，付定用户转化率为普通用户的 3.2 倍；年货节以组合装拉高客单。",
            "双 11 沿用三周预热模板",
        ),
        (
            "场景型",
            Tone.EXCEED,
            "三八节、五一出游",
            "106.2%",
            "2,527",
            "2,380",
            0.31,
            "内容先行、货随场景。三八节发布 140 条穿搭与家居内容，进场用户停留时长提高 24%。",
            "暑期与中秋扩到 200 条内容",
        ),
        (
            "会员型",
            Tone.IMPROVE,
            "开春焕新、会员周",
            "92.9%",
            "1,607",
            "1,730",
            0.19,
            "权益吸引力不足。三档会员领取同一张券，高等级会员参与率仅 21%；开春焕新又逢主推款缺货。",
            "9 月上线分档权益与专属款",
        ),
    )
    return Cards(tuple(
        Card(
            t(title), t(body), subtitle=t(sub), figure=t(figure), tag=status(tone), tone=tone, share=share, share_note=t(f"占上半年 GMV 的 {share:.0%}"),
            stats=(Stat(t("实际"), t(f"{a}{NB}万元")), Stat(t("目标"), t(f"{g}{NB}万元"))), footer=Stat(t("下半年动作"), t(step)),
        )
        for title, tone, sub, figure, a, g, share, body, step in rows
    ))  # fmt: skip


def case() -> Columns:
    data = ChartData(
        "column",
        t("GMV"),
        ("2024 实际", "2025 目标", "2025 实际"),
        (Series("GMV", (20_830_000.0, 22_500_000.0, 26_660_000.0), WAN),),
        highlight=(2,),
    )
    panel = Panel(t("618 大促"), t("35 天 · 六类渠道 · 费用 512 万元"), t("118.5%"), t("GMV 完成率"), charts=(data,), dark=True)
    cards = Cards(
        (
            Card(
                t("背景"),
                bullets=(
                    t("去年成交 2,083 万元，七成在最后三天"),
                    t("高峰期库存与客服吃紧，产出比 4.32"),
                    t("今年目标 2,250 万元，预算 526 万元"),
                    t("平均折扣须收窄，不再以直降换量"),
                ),
            ),
            Card(
                t("行动"),
                bullets=(
                    t("提前 21 天分层预热，付定 4.6 万人"),
                    t("三档会员券替代全场直降，折扣收窄"),
                    t("直播 38 场，七成安排在晚间八点后"),
                    t("主推款两仓分储，备货率提前锁定"),
                ),
            ),
            Card(
                t("结果"),
                stats=(
                    Stat(t("GMV，同比 +28.0%"), t(f"2,666{NB}万元")),
                    Stat(t("产出比，去年 4.32"), t("5.20")),
                    Stat(t("订单，同比 +22.2%"), t(f"12.7{NB}万单")),
                    Stat(t("新增会员，完成 101.7%"), t(f"3.9{NB}万人")),
                ),
            ),
            Card(
                t("启示"),
                bullets=(
                    t("可复用：预热期每多一周，付定人数约增 1.5 万人，双 11 沿用三周模板"),
                    t("待改进：支付率 77.2%，低于去年 81.4%，双 11 前完成结算页改版"),
                ),
            ),
        ),
        CardStyle.NUMBERED,
    )
    return Columns((ColumnItem(4, (panel,)), ColumnItem(8, (cards,))))


def diagnosis() -> Table:
    columns = (
        TableColumn(t("问题")),
        TableColumn(t("数据表现")),
        TableColumn(t("根本原因")),
        TableColumn(t("应对措施")),
        TableColumn(t("下半年目标")),
        TableColumn(t("责任／时限")),
    )
    rows = (
        (
            Tone.MISSED,
            "新客留存低",
            "次月留存 16.2%，低于目标 2.8 个百分点",
            "首单后 30 天只触达一次，新老客领同一张券",
            "上线新客 30 天培育，分四次触达",
            "留存率 ≥19.0%",
            "周岚",
            "9 月 30 日",
        ),
        (
            Tone.IMPROVE,
            "支付流失大",
            "支付率 75.1%，同比低 5.9 个百分点",
            "优惠规则复杂，结算页三次跳转",
            "结算页合为一步，系统自动择优",
            "支付率 ≥81.0%",
            "陈立",
            "8 月 31 日",
        ),
        (
            Tone.IMPROVE,
            "C 级占费高",
            "费用占 30%，GMV 仅占 16%",
            "投放按曝光考核，未与成交挂钩",
            "改按成交结算，费用压降 25%",
            "C 级占费 ≤20%",
            "何嘉",
            "9 月 30 日",
        ),
        (
            Tone.IMPROVE,
            "间歇期走低",
            "13 周低于周均目标，占上半年一半",
            "资源集中于节点，日常无固定主题",
            "每周三设会员日，月度内容主题",
            "低位周 ≤6 周",
            "林晓",
            "10 月 31 日",
        ),
        (
            Tone.MISSED,
            "开春未达成",
            "开春焕新完成 87.1%，缺口 99 万元",
            "主推款到货晚 9 天，无备选款",
            "提前 45 天锁库存，设两款备选",
            "备货率 ≥95%",
            "吴桐",
            "12 月 15 日",
        ),
    )
    groups = (
        ColumnGroup(t("问题：发生了什么"), 2),
        ColumnGroup(t("根因：为什么"), 1),
        ColumnGroup(t("措施：怎么改、谁负责"), 3, strong=True),
    )
    return Table(columns, tuple(
        TableRow((
            TableCell(Text((Span(f"{STATUS_GLYPHS[tone]} ", tone=tone), Span(name, bold=True)))), TableCell(t(evidence)), TableCell(t(cause)), TableCell(t(measure)),
            TableCell(t(goal)), TableCell(t(owner, bold=True), t(due)),
        ))
        for tone, name, evidence, cause, measure, goal, owner, due in rows
    ), groups=groups, arrows=True)  # fmt: skip


def risks() -> Columns:
    zones = tuple(
        MatrixZone(c, r, {0: Tone.NORMAL, 1: Tone.QUIET, 2: Tone.IMPROVE, 3: Tone.MISSED, 4: Tone.MISSED}[c + r], {(2, 2): t("立即处置"), (1, 1): t("重点监控"), (0, 0): t("常规跟踪")}.get((c, r), EMPTY))
        for c in range(3) for r in range(3)
    )  # fmt: skip
    points = (
        ("R1", 2, 2, Tone.MISSED),
        ("R2", 2, 1, Tone.MISSED),
        ("R3", 1, 2, Tone.MISSED),
        ("R4", 0, 2, Tone.IMPROVE),
        ("R5", 1, 1, Tone.IMPROVE),
        ("R6", 0, 1, Tone.QUIET),
    )
    matrix = Matrix(
        Text((Span("风险矩阵", bold=True), Span("，纵轴为影响、横轴为发生概率"))), (t("低"), t("中"), t("高")), (t("低"), t("中"), t("高")), zones,
        tuple(MatrixItem(t(code), c, r, tone) for code, c, r, tone in points),
    )  # fmt: skip
    columns = (
        TableColumn(t("编号"), align=Align.CENTER),
        TableColumn(t("风险")),
        TableColumn(t("触发条件")),
        TableColumn(t("应对预案")),
        TableColumn(t("责任人")),
    )
    rows = (
        ("R1", Tone.MISSED, "双 11 主推款缺货", "T−30 天备货率低于 85%", "启用两款备选，主会场资源位同步切换", "吴桐"),
        ("R2", Tone.MISSED, "流量成本上涨", "单客获取成本高于 95 元", "暂停 C 级投放，预算转入私域与会员", "何嘉"),
        ("R3", Tone.MISSED, "支付改版延期", "8 月 20 日未完成联调", "先行上线自动择优，旧结算流程保留", "陈立"),
        ("R4", Tone.IMPROVE, "直播间停播", "收到平台一级警示", "备用账号接档，当日场次分散排播", "何嘉"),
        ("R5", Tone.IMPROVE, "物流时效下降", "48 小时发货率低于 92%", "启用第二仓，商品页公示预计时效", "吴桐"),
        ("R6", Tone.QUIET, "数据口径不一", "看板与财务差异大于 1%", "每周五对账，差异项两日内归因", "周岚"),
    )
    table = Table(
        columns,
        tuple(
            TableRow((TableCell(t(code), badge=Badge.ROUND, tone=tone), TableCell(t(name, bold=True)), *(TableCell(t(v)) for v in rest)))
            for code, tone, name, *rest in rows
        ),
    )
    return Columns((ColumnItem(5, (matrix,)), ColumnItem(7, (table,))))


def budget() -> Columns:
    bridge = ChartData(
        "waterfall", t("上半年：计划到实际"), ("计划总额", "媒介投放", "优惠补贴", "内容与直播", "线下与物料", "储备金未动用", "实际支出"),
        (Series("费用", (21_000_000.0, 450_000.0, -400_000.0, 490_000.0, -110_000.0, -1_380_000.0, 20_050_000.0), WAN),), total=(0, 6), axis_from=18_900_000.0,
    )  # fmt: skip
    line = Figures(
        (
            FigureItem(t("95.5%"), t("预算执行率")),
            FigureItem(t(f"114/252{NB}万元"), t("储备金动用")),
            FigureItem(t("4.12"), t("活动产出比")),
        ),
        FiguresStyle.LINE,
    )
    parts = (
        ("媒介投放", 0.35, "A 级渠道优先，C 级压降 25%", False),
        ("优惠补贴", 0.28, "改为分档权益，不做全场直降", False),
        ("内容与直播", 0.16, "场景内容增至 200 条", False),
        ("会员与门店", 0.09, "新增：培育计划与扫码入会", False),
        ("储备金", 0.12, "触发预案后由部门总监批准动用", True),
    )
    items = tuple(
        ShareItem(t(name), t(f"{2660 * ratio:,.0f}"), ratio, t(f"{ratio:.0%}"), t(note), hollow) for name, ratio, note, hollow in parts
    )
    data = ChartData(
        "stacked",
        EMPTY,
        ("下半年",),
        tuple(
            Series(name, (ratio,), NumberStyle(0.01, 0, "%", '0"%"'), Emphasis.HOLLOW if hollow else Emphasis.AUTO)
            for name, ratio, _, hollow in parts
        ),
    )
    return Columns((ColumnItem(7, (Chart(bridge), line)), ColumnItem(5, (Shares(t("下半年：2,660 万元分配"), "单位：万元", items, data),))))


def gantt() -> Gantt:
    def month(n: int, m: int) -> tuple[dt.date, dt.date]:
        last = dt.date(2025, m, 28) if m == 2 else dt.date(2025, m, 30)
        return dt.date(2025, n, 1), last

    def bar(label: str, first: int, last: int, progress: Progress, value: str = "") -> GanttBar:
        start, end = month(first, last)
        return GanttBar(t(label), start, end, progress, t(value))

    promos = (
        ("年货节", "1,460"),
        ("开春焕新", "671"),
        ("三八节", "1,345"),
        ("会员周", "936"),
        ("五一出游", "1,182"),
        ("618", "2,666"),
        ("清凉季", "1,220"),
        ("开学焕新", "1,350"),
        ("中秋预热", "1,930"),
        ("国庆出游", "1,410"),
        ("双 11", "3,600"),
        ("年终盛典", "1,410"),
    )
    states = [Progress.DONE] * 6 + [Progress.PLANNED] * 4 + [Progress.PEAK, Progress.PLANNED]
    lanes = (
        GanttLane(
            t("大促活动"),
            tuple(bar(name, n, n, state, value) for n, ((name, value), state) in enumerate(zip(promos, states, strict=True), 1)),
        ),
        GanttLane(
            t("会员运营"),
            (
                bar("入会礼包与积分兑换", 1, 6, Progress.DONE),
                bar("会员周", 4, 4, Progress.DONE),
                bar("新客 30 天培育计划", 7, 9, Progress.PLANNED),
                bar("高等级会员专属款", 10, 12, Progress.PLANNED),
                bar("每周三会员日（26 场）", 7, 12, Progress.PLANNED),
            ),
        ),
        GanttLane(
            t("内容与直播"),
            (
                bar("直播 128 场", 1, 6, Progress.DONE),
                bar("穿搭与家居 140 条", 3, 5, Progress.DONE),
                bar("直播 150 场，晚间八点后占七成", 7, 12, Progress.PLANNED),
                bar("暑期与中秋场景 200 条", 7, 10, Progress.PLANNED),
            ),
        ),
        GanttLane(
            t("能力建设"),
            (
                bar("活动看板", 2, 4, Progress.DONE),
                bar("结算页合一", 7, 8, Progress.PLANNED),
                bar("渠道成交结算", 9, 11, Progress.PLANNED),
                bar("两仓分储与备选款", 8, 10, Progress.PLANNED),
                bar("次年预算编制", 11, 12, Progress.PLANNED),
            ),
        ),
    )
    periods = tuple(
        GanttPeriod(t(name), dt.date(2025, 3 * n + 1, 1), dt.date(2025, 3 * n + 3, 30), t(value), n > 1)
        for n, (name, value) in enumerate(
            (("一季度", "实际 3,476 万元"), ("二季度", "实际 4,784 万元"), ("三季度", "目标 4,500 万元"), ("四季度", "目标 6,420 万元"))
        )
    )
    milestones = tuple(
        Milestone(dt.date(2025, m, d), t(label))
        for m, d, label in ((8, 31, "结算合一"), (9, 20, "分档权益"), (10, 12, "备货检查"), (11, 11, "峰值日"), (12, 15, "开春备货"))
    )
    return Gantt(dt.date(2025, 1, 1), dt.date(2025, 12, 31), lanes, milestones, periods, dt.date(2025, 7, 8), t("汇报日 7 月 8 日"))


def quotes() -> Columns:
    stars = ChartData(
        "bar",
        EMPTY,
        ("五星", "四星", "三星", "二星", "一星"),
        (Series("占比", (0.73, 0.18, 0.06, 0.02, 0.01), NumberStyle(0.01, 0, "%", '0"%"')),),
        highlight=(0, 1),
    )
    topics = ChartData(
        "bar",
        t("三星及以下反馈主题"),
        ("物流时效", "规则复杂", "客服响应"),
        (Series("份", (344.0, 251.0, 172.0), NumberStyle(1, 0, "份", "0")),),
    )
    panel = Panel(
        t("综合满意度"),
        figure=t(f"4.58{NB}分"),
        caption=t("目标 4.56  去年同期 4.51  同比 +0.07"),
        status=status(Tone.MET),
        tone=Tone.MET,
        charts=(stars, topics),
    )
    voices = (
        (
            "预售当天就知道到手价，不用凑单算半天，家里换季的东西一次买齐了。",
            "钱女士，苏州，银卡会员，618 参与用户",
            "肯定",
            Tone.EXCEED,
            "预售价前置的做法延续到双 11",
        ),
        (
            "平台券、店铺券、会员券能不能叠加看不懂，最后一步还要跳三个页面。",
            "郑先生，成都，新客，五一参与用户",
            "建议",
            Tone.IMPROVE,
            "结算页合为一步，系统自动择优（8/31）",
        ),
        (
            "说好 48 小时发货，等了四天才有物流信息，客服只让耐心等待。",
            "孙女士，武汉，金卡会员，618 参与用户",
            "批评",
            Tone.MISSED,
            "启用第二仓，超时自动补偿五元券（9/30）",
        ),
    )
    cards = Cards(
        tuple(
            Card(EMPTY, t(quote), caption=t(person), tag=t(tag), tone=tone, footer=Stat(t("后续动作"), t(action)))
            for quote, person, tag, tone, action in voices
        ),
        CardStyle.QUOTE,
    )
    return Columns((ColumnItem(4, (panel,)), ColumnItem(8, (cards,))))


def summary() -> tuple[Block, ...]:
    columns = (
        (
            "做成了什么",
            (
                "GMV 8,260 万元，完成率 107.1%",
                "投入产出比 4.12，同比提高 9.3%",
                "满意度 4.58 分，高于目标 0.02 分",
                "618 完成率 118.5%，打法可复用",
            ),
        ),
        (
            "学到了什么",
            (
                "蓄水周期比折扣深度更能决定上限",
                "费用随产出比流动，不按历史分配",
                "权益不分层，会员活动就没有会员",
                "支付体验是最便宜的增长来源",
            ),
        ),
        (
            "接下来做什么",
            (
                "8 月底结算合一，支付率 81.0%",
                "9 月底前上线 30 天培育与分档权益",
                "双 11 三周预热，目标 3,600 万元",
                "每周三会员日，低位周压到 6 周以内",
            ),
        ),
    )
    cards = Cards(tuple(Card(t(title), bullets=tuple(t(b) for b in bullets)) for title, bullets in columns), CardStyle.TOPPED)
    items = (("8,260", "上半年实际"), ("10,920", "下半年目标"), ("19,180", "全年预计"), ("18,600", "年度目标"), ("103.1%", "全年完成率"))
    return cards, Figures(
        tuple(FigureItem(t(a), t(b)) for a, b in items), FiguresStyle.EQUATION, ("+", "=", "÷", "="), note=t("单位：万元")
    )


def process() -> tuple[Block, ...]:
    steps = (
        ("目标回顾", "年初定了什么、口径是什么，先对齐标准再谈成绩。", "PART 02"),
        ("成果分析", "按活动、渠道、用户三个切面拆解达成与缺口。", "PART 02–03"),
        ("问题诊断", "从数据表现追到根因，区分策略问题与执行问题。", "PART 04"),
        ("改进计划", "每个问题对应一条可检验的措施、责任人与时限。", "PART 05–06"),
    )
    return (
        Paragraph(t("本次述职按同一条线索展开：每一部分只回答一个问题，数字均可追溯到数据表。")),
        Steps(tuple(Step(t(title), t(body), t(label)) for title, body, label in steps)),
        Heading(t("阅读约定")),
        Bullets(
            (
                BulletItem(t("完成率按年初目标计算，越低越好的指标取目标除以实际")),
                BulletItem(t("同比指 2024 年同期"), (t("去年同期按同一口径重算"), t("新增指标不列同比"))),
            )
        ),
    )


TOPICS: tuple[tuple[str, str, str, tuple[Block, ...]], ...] = (
    (
        "六项核心指标四项达标，拉新与留存是下半年必须补上的短板",
        "GMV 完成 107.1%，同比增长 16.4%；新增会员与次月留存低于目标。",
        "核心指标总览",
        (tiles(),),
    ),
    (
        "上半年净超额 550 万元，其中 76% 来自 618，会员型活动仍有缺口",
        "六场活动三场超额、一场达成、两场低于目标。",
        "目标与实际",
        (target_actual(),),
    ),
    (
        "节点周拉动明显，但 26 周中有 13 周低于周均目标",
        "第 25 周单周成交 142 万元，占上半年 11.1%；活动间歇期持续走低，日常承接不足。",
        "周度走势",
        trend(),
    ),
    (
        "A 级渠道用 36% 的费用贡献 51% 的 GMV，C 级占费 30% 仅换回 16%",
        "自有商城与私域社群产出比高于 5.0，应加码；短视频投放与联盟分销低于 3.0，应收缩。",
        "渠道结构",
        channels(),
    ),
    (
        "支付率同比低 5.9 个百分点，是漏斗中回报最高的修复点",
        "触达到支付整体转化 1.5%；前四步基本持平，提交订单后有 13.7 万单未完成支付。",
        "转化漏斗",
        (funnel(),),
    ),
    (
        "四项关键动作支撑超额完成，其中两项已固化为标准流程",
        "预热、私域、直播与看板四项动作均有数据印证，可在下半年六场活动中复用。",
        "关键动作",
        (four_cards(),),
    ),
    (
        "三类活动各有打法：大促看蓄水，场景看内容，会员看权益",
        "大促型贡献一半 GMV 且完成率最高；会员型完成率 92.9%，是下半年重点改造对象。",
        "三类打法",
        (three_cards(),),
    ),
    (
        "618 完成率 118.5%：提前三周蓄水，比加大折扣更有效",
        "平均折扣由 7.2 折收窄到 7.5 折，费用少花 14 万元，GMV 仍同比增长 28.0%。",
        "618 专项复盘",
        (case(),),
    ),
    (
        "五个问题指向同一根因：大促之外缺少持续经营机制",
        "每个问题对应一条可检验的措施，目标值、责任人与时限已确认。",
        "问题归因",
        (diagnosis(),),
    ),
    (
        "六项风险中三项需立即处置，触发条件与责任人已明确",
        "双 11 缺货风险居首；流量成本与支付改版均在三季度设检查点。",
        "风险与预案",
        (risks(),),
    ),
    ("上半年节约 95 万元；下半年 2,660 万元预算留 12% 作储备金", "媒介与内容略超、补贴节约；储备金半数未动用。", "预算安排", (budget(),)),
    (
        "全年 12 场活动排定：下半年以双 11 为峰，逐季补齐会员与内容",
        "下半年目标 10,920 万元，其中四季度 6,420 万元；全年预计 19,180 万元。",
        "全年排期",
        (gantt(),),
    ),
    (
        "满意度 4.58 分高于目标，物流与规则是下一步改进重点",
        "91% 的用户给出四星及以上；三星及以下反馈中，物流时效与规则复杂合计占 65%。",
        "用户声音",
        (quotes(),),
    ),
    ("报告按目标、成果、问题、改进四步展开，每步只回答一个问题", "先看结论，再看证据，最后看动作。", "报告结构", process()),
)


def gallery() -> Report:
    topics = tuple(
        Topic(
            f"topic-1-{n}",
            t(title),
            t(label),
            blocks,
            t(takeaway),
            t("先讲结论，再讲证据。"),
            t("交易中台、会员系统；GMV 按支付口径，剔除取消订单"),
        )
        for n, (title, takeaway, label, blocks) in enumerate(TOPICS, 1)
    )
    names = ("开场与概述", "上半年业绩回顾", "关键活动案例分析", "运营挑战与应对", "下半年计划部署", "总结与未来展望")
    notes = (
        "汇报范围、数据口径与评价规则",
        "指标达成、周度走势、渠道与转化",
        "三类活动打法与 618 专项复盘",
        "问题归因、风险分级与应急预案",
        "预算安排、活动排期与策略跟踪",
        "用户声音、经验沉淀与下一步",
    )
    questions = (
        Question(t("目标完成得怎么样？"), t("六项核心指标四项达标，GMV 完成率 107.1%"), ("topic-1-1", "topic-1-2")),
        Question(t("增长从哪里来？"), t("618 贡献净超额的 76%，A 级渠道贡献 51% 的 GMV"), ("topic-1-3", "topic-1-4")),
        Question(t("效率损失在哪里？"), t("支付环节流失 13.7 万单，四项动作已见成效"), ("topic-1-5", "topic-1-6")),
    )
    sections = tuple(
        Section(
            f"section-{n}",
            n,
            t(name),
            topics if n == 2 else (),
            t(note),
            t("总量超额完成，但增长仍集中在大促节点；\n拉新与留存是必须补上的短板。"),
            questions if n == 2 else (),
        )
        for n, (name, note) in enumerate(zip(names, notes, strict=True), 1)
    )
    values = tuple(
        float(v) for v in (42, 55, 70, 58, 15, 24, 31, 33, 36, 62, 44, 35, 32, 31, 36, 41, 36, 65, 46, 37, 34, 56, 74, 92, 142, 50)
    )
    skyline = Skyline(
        values, 24, t(f"142{NB}万元"), t("618 当周 · W25"), (21, 22, 23, 25), t("封面图形由第 1–26 周活动 GMV 数据生成，每根柱代表一周")
    )
    meta = Meta(
        "gallery", "gallery", "midyear-review", "2025 年上半年\n活动运营述职报告", t("六场活动、26 周、8,260 万元：从大促驱动走向全周期经营"), "林晓", "活动运营部", "岚屿生活", "内部资料",
        dt.date(2025, 7, 8), Period("2025H1", "2025 年上半年", dt.date(2025, 1, 1), dt.date(2025, 6, 30)), Language.ZH, "harbor", ("pptx", "pdf"),
    )  # fmt: skip
    facts = (
        Stat(t("汇报期间"), t("2025 年第 1–26 周（至 6 月 29 日）")),
        Stat(t("覆盖范围"), t("六场营销活动、六类成交渠道")),
        Stat(t("数据口径"), t("GMV 按支付口径，剔除取消订单")),
        Stat(t("评价规则"), t("按完成率分四级，图标与文字并用")),
    )
    closing = Topic(
        "closing",
        t("以全周期经营为主线，下半年冲刺 10,920 万元，全年预计达成 103.1%"),
        t("总结"),
        summary(),
        t("守住大促优势，补齐会员、支付与间歇期三处短板，把增长从六个节点铺到二十六周。"),
    )
    return Report(meta, sections, Ledger(), skyline, t("六个部分，约 25 分钟"), facts, closing)
