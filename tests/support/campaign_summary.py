"""A campaign summary made by hand: long running text, lists, tables, a wide tracking table and charts, as a paper that a manager signs."""

# ruff: noqa: E501  a row of words is a row of the page: it stays on one line

from __future__ import annotations

import datetime as dt

from engine.base.diagnostics import Language, Location
from engine.model.blocks import (
    Align,
    Block,
    BulletItem,
    Bullets,
    Card,
    Cards,
    Chart,
    Heading,
    Panel,
    Paragraph,
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
from engine.model.charts import ChartData, Emphasis, Series
from engine.model.facts import Ledger
from engine.model.inlines import EMPTY, Span, Text, Tone, text
from engine.model.numbers import NumberStyle
from engine.model.report import Meta, Period, Report, Section, Skyline, Topic
from engine.model.theme import STATUS_GLYPHS

NB = "\u00a0"
WAN = NumberStyle(10_000, 0, "万元", "#,##0")
PERCENT = NumberStyle(0.01, 1, "%", "0.0")
AT = Location("content/autumn/report.yaml", 20, 3)
DAY = dt.date(2025, 11, 8)
WORDS = {Tone.EXCEED: "超额完成", Tone.MET: "达成", Tone.IMPROVE: "待改进", Tone.MISSED: "未达成"}


def t(words: str, *, bold: bool = False) -> Text:
    return text(words, bold=bold, where=AT)


def status(tone: Tone) -> Text:
    return Text((Span(f"{STATUS_GLYPHS[tone]} {WORDS[tone]}", bold=True, tone=tone),), AT)


def topic(identity: str, label: str, title: str, takeaway: str, *blocks: Block, source: str = "") -> Topic:
    return Topic(identity, t(title), t(label), blocks, t(takeaway), source=t(source), where=AT)


PARAGRAPHS = (
    (
        f"本次秋季上新活动自 2025{NB}年 9{NB}月 1{NB}日启动，至 10{NB}月 31{NB}日结束，历时九周。活动以“把秋天穿在身上”为主题，围绕换季、开学与国庆三个消费时点，"
        f"把新品首发、会员权益与门店体验放在同一条主线上推进，目标是在不提高补贴率的前提下，使秋季新品的销售占比由去年的 31.2% 提高到 38.0%，并为双 11 储备 40{NB}万名可触达的新客。"
    ),
    (
        "与往年相比，本次活动有三处不同：一是把预热期由两周延长到三周，首次在预热期开放预约试穿；二是把原先分散在六个部门的素材、库存与投放排期合并为一张表，由活动运营部按周滚动更新；"
        "三是把渠道费用由按曝光结算改为按成交结算，费用占比由 18.4% 降到 15.1%。这三处改动决定了活动的节奏，也是后文分析的主线。"
    ),
    (
        "需要说明的是，统计口径均以支付成功为准，已剔除活动结束后七日内的退货订单；去年同期按相同的周数与口径重新计算。受九月中旬两次强降雨影响，华南门店客流低于常年约一成，"
        "文中涉及门店的同比数据未作调整，仅在分析原因时予以说明。"
    ),
)
LESSONS = (
    (
        "预约试穿把犹豫期变成准备期",
        "预热三周共收到预约试穿 12.6 万人次，到店率 61.3%，到店后的成交转化为 34.8%，是自然到店客人的 2.1 倍。",
        (
            "每家门店设两名试穿顾问，按预约时段排班",
            "预约成功即发放面料卡，到店核销后进入会员日历",
            "未到店的客人 48 小时内由企微一对一回访一次",
        ),
        "试穿客人客单价 486 元，高于全场 23.7%；退货率 4.1%，低于全场 5.6 个百分点。",
    ),
    (
        "一张排期表减少了无效等待",
        "素材、库存与投放合并到同一张表后，跨部门确认由平均 3.2 天缩短到 0.9 天，临时改期由 21 次减少到 6 次。",
        ("每周五 16:00 前更新下周排期", "改动须写明影响的渠道与库存", "延误超过一天的事项进入周会"),
        "活动期间未出现有投放而无库存的情况，主推款现货率保持在 96% 以上。",
    ),
    (
        "按成交结算让渠道主动调结构",
        "结算方式改变后，三家外部渠道主动停掉了低转化的版位，把预算移到搜索与短视频种草，费用占比降低 3.3 个百分点。",
        ("合同中写明成交口径与退货扣减", "每两周对账一次，差异超过 2% 停止投放", "保留一成预算用于新版位测试"),
        "费用节省 214 万元，其中 120 万元用于老客复购权益。",
    ),
)


def overview() -> Section:
    goals = Table(
        (
            TableColumn(t("目标")),
            TableColumn(t("口径")),
            TableColumn(t("去年同期"), align=Align.RIGHT, numeric=True),
            TableColumn(t("本次目标"), align=Align.RIGHT, numeric=True),
            TableColumn(t("责任部门")),
        ),
        tuple(
            TableRow(tuple(TableCell(t(cell)) for cell in row))
            for row in (
                ("新品销售额", "支付成功，剔除七日内退货", f"6,480{NB}万元", f"8,200{NB}万元", "商品部"),
                ("新增注册会员", "完成手机号验证", f"28.4{NB}万人", f"40.0{NB}万人", "会员部"),
                ("有效曝光", "停留 3 秒以上，去重", f"1.62{NB}亿次", f"2.00{NB}亿次", "品牌部"),
                ("费用占比", "推广费用 ÷ 成交额", "18.4%", "15.5%", "活动运营部"),
            )
        ),
        t("活动目标与口径"),
        note=t("注：口径与 2025 年度目标责任书一致。"),
        where=AT,
    )
    return Section(
        "section-1", 1, t("活动概述"),
        (
            topic("topic-1-1", "活动背景与目标", "新品占比要由三成提高到近四成，且不靠加大补贴", "活动把新品、会员与门店放在同一条主线上", *(Paragraph(t(each), AT) for each in PARAGRAPHS), goals, source="活动立项书（2025-08-12）"),
            topic(
                "topic-1-2", "活动范围", "线上六个渠道与 214 家门店同期参加", "线上负责触达与预约，门店负责试穿与成交",
                Bullets((BulletItem(t("线上：自有商城、直播间、小程序、两家综合电商与短视频平台，覆盖全部新品 186 款。"), (t("自有商城与小程序使用同一套会员权益"), t("综合电商只投放主推的 42 款"))), BulletItem(t("线下：直营门店 214 家，其中 68 家设试穿区；加盟门店自愿参加，实际参加 301 家。"))), where=AT),
            ),
        ),
        t("立项目标、口径与参加范围"), t("本次活动按期完成，四项目标三项超额、一项达成"), where=AT,
    )  # fmt: skip


def execution() -> Section:
    phases = Steps(
        (
            Step(
                t("预热期"),
                t("开放预约试穿，三周收到 12.6 万人次"),
                t("9/1–9/21"),
                (
                    t("品牌短片与面料故事分六次发布，完播率 43.5%"),
                    t("会员提前两天看到全部新品与门店库存"),
                    t("企微社群 312 个，按尺码与风格分组触达"),
                ),
            ),
            Step(
                t("爆发期"),
                t("国庆八天成交 3,914 万元，占全程 42.1%"),
                t("9/22–10/8"),
                (t("直播 46 场，七成安排在晚间八点以后"), t("门店试穿区延长营业到 22:30"), t("主推款两仓分储，48 小时发货率 97.2%")),
            ),
            Step(
                t("收尾期"),
                t("以会员复购为主，复购成交 1,076 万元"),
                t("10/9–10/31"),
                (t("未成交的试穿客人一对一回访"), t("尾货并入会员日，不单独打折")),
            ),
        ),
        AT,
    )
    return Section(
        "section-2", 2, t("活动执行情况"),
        (
            topic("topic-2-1", "阶段安排", "三个阶段各有一项主任务，前一阶段的结果是后一阶段的起点", "预热看预约、爆发看成交、收尾看复购", phases, Paragraph(t(PARAGRAPHS[1]), AT)),
            topic("topic-2-2", "资源投入", "费用 1,403 万元，比预算少 78 万元", "节省来自渠道结算方式的改变", Chart(_cost(), AT), Paragraph(t("费用构成中，渠道投放占 46.2%，权益与补贴占 28.9%，内容制作占 14.6%，门店物料占 10.3%。与预算相比，渠道投放少支出 214 万元，内容制作多支出 88 万元，主要用于补拍门店试穿的短片；两项调整均经周会确认，未动用储备金。"), AT)),
        ),
        t("阶段、资源与分工"), t("三周预热、八天爆发、三周收尾，节奏按计划推进"), where=AT,
    )  # fmt: skip


def _cost() -> ChartData:
    names = ("渠道投放", "权益与补贴", "内容制作", "门店物料")
    return ChartData(
        "column",
        t("费用构成"),
        names,
        (
            Series("预算", (8_620_000.0, 4_100_000.0, 1_170_000.0, 920_000.0), WAN, Emphasis.HOLLOW),
            Series("实际", (6_480_000.0, 4_055_000.0, 2_050_000.0, 1_445_000.0), WAN),
        ),
        source=t("费用台账"),
        alt="四类费用的预算与实际",
        where=AT,
    )


def results() -> Section:
    rows = (
        ("新品销售额", f"9,297{NB}万元", Tone.EXCEED, f"8,200{NB}万元", "113.4%", "+43.5%"),
        ("新增注册会员", f"42.8{NB}万人", Tone.EXCEED, f"40.0{NB}万人", "107.0%", "+50.7%"),
        ("有效曝光", f"2.04{NB}亿次", Tone.MET, f"2.00{NB}亿次", "102.0%", "+25.9%"),
        ("费用占比", "15.1%", Tone.MET, "15.5%", "102.6%", f"−3.3{NB}个百分点"),
        ("退货率", "9.7%", Tone.IMPROVE, "9.0%", "92.8%", f"+0.4{NB}个百分点"),
        ("门店客流", f"186{NB}万人次", Tone.MISSED, f"215{NB}万人次", "86.5%", "−8.1%"),
    )
    tiles = Tiles(
        tuple(
            Tile(
                t(name),
                t(value),
                status(tone),
                tone,
                None,
                (Stat(t("目标"), t(goal)), Stat(t("完成率"), t(rate), tone), Stat(t("同比"), t(yoy))),
            )
            for name, value, tone, goal, rate, yoy in rows
        ),
        (
            (Tone.EXCEED, t("超额完成 ≥105%")),
            (Tone.MET, t("达成 100%–105%")),
            (Tone.IMPROVE, t("待改进 90%–100%")),
            (Tone.MISSED, t("未达成 <90%")),
        ),
        AT,
    )
    panel = Panel(
        t("关键结论"),
        figure=t(f"+1,097{NB}万元"),
        caption=t("新品销售额超出目标"),
        rows=(Stat(t("其中试穿客人贡献"), t(f"684{NB}万元")), Stat(t("其中会员复购贡献"), t(f"305{NB}万元"))),
        body=t("增长主要来自试穿与复购，而不是补贴换量：补贴率由 11.8% 降到 10.9%，客单价仍提高 23 元。"),
        where=AT,
    )
    return Section(
        "section-3", 3, t("活动成果分析"),
        (
            topic("topic-3-1", "数据表现", "六项指标两项超额、两项达成，门店客流未达目标", "规模与效率高于目标，客流与退货是短板", Paragraph(t("活动设六项核心指标。新品销售额与新增会员超额完成，曝光与费用占比达成，退货率与门店客流低于目标。"), AT), tiles, panel, Heading(t("规模与效率：销售额与会员同时增长"), where=AT), Paragraph(t(PARAGRAPHS[0]), AT), Heading(t("体验：退货与客流成为短板"), where=AT), Paragraph(t(PARAGRAPHS[2]), AT), source="交易中台、会员系统"),
            topic("topic-3-2", "渠道效果", "自有渠道贡献六成成交，费用只占四成", "直播间与小程序的投入产出比高于 7", Chart(_channels(), AT), _channel_table(), source="交易中台、费用台账"),
            topic(
                "topic-3-3", "用户反馈", "九成用户满意，意见集中在尺码与发货", "有效问卷 3,216 份",
                Bullets(tuple(BulletItem(t(each)) for each in ("满意度 4.61 分，高于去年 0.12 分；试穿客人为 4.78 分。", "提到最多的优点是面料与上身效果（41.3%），其次是导购建议（22.7%）。", "提到最多的不足是尺码不全（18.9%）与国庆期间发货慢（11.4%）。")), ordered=True, where=AT),
            ),
        ),
        t("指标、渠道与用户三个方面"), t("规模超额、效率达成，门店客流受天气影响未达目标"), where=AT,
    )  # fmt: skip


def _channels() -> ChartData:
    names = ("自有商城", "直播间", "小程序", "综合电商", "短视频", "门店")
    values = (2_690_000.0, 2_215_000.0, 1_548_000.0, 1_266_000.0, 842_000.0, 736_000.0)
    return ChartData(
        "bar",
        t("各渠道新品销售额"),
        names,
        (Series("销售额", tuple(v * 10 for v in values), WAN),),
        highlight=(0,),
        alt="六类渠道的新品销售额",
        where=AT,
    )


def _channel_table() -> Table:
    columns = (
        TableColumn(t("渠道")),
        *(
            TableColumn(t(name), unit, Align.RIGHT, numeric=True)
            for name, unit in (("销售额", "万元"), ("占比", "%"), ("费用", "万元"), ("产出比", ""), ("转化率", "%"))
        ),
        TableColumn(t("处置")),
    )
    rows = (
        ("自有商城", "2,690", "28.9", "262", "10.27", "5.8", "保持"),
        ("直播间", "2,215", "23.8", "284", "7.80", "6.4", "加码"),
        ("小程序", "1,548", "16.7", "205", "7.55", "4.9", "加码"),
        ("综合电商", "1,266", "13.6", "331", "3.82", "2.7", "优化"),
        ("短视频", "842", "9.1", "236", "3.57", "1.9", "优化"),
        ("门店", "736", "7.9", "85", "8.66", "34.8", "保持"),
    )
    total = ("合计", "9,297", "100.0", "1,403", "6.63", "4.1", "")
    body = [TableRow(tuple(TableCell(t(cell)) for cell in row)) for row in rows]
    return Table(columns, (*body, TableRow(tuple(TableCell(t(cell)) for cell in total), total=True)), t("各渠道投入产出"), where=AT)


def lessons() -> Section:
    cards = tuple(
        Card(t(title), t(body), tuple(map(t, steps)), footer=Stat(t("效果体现"), t(effect)), where=AT)
        for title, body, steps, effect in LESSONS
    )
    return Section(
        "section-4", 4, t("经验总结与改进建议"),
        (
            topic("topic-4-1", "成功经验", "三项做法已写入流程，双 11 沿用", "每项做法都有可核对的数字", Cards(cards, where=AT)),
            topic("topic-4-2", "改进建议", "尺码、发货与客流三件事，年底前各有一项措施", "措施、责任人与时限如下", Cards(tuple(Card(t(title), t(body), where=AT) for title, body in (("尺码预测", "以预约试穿的尺码数据补充首单比例，缺码率由 12.6% 降到 6% 以内。"), ("发货能力", "启用第二仓夜班，峰值日处理能力由 1.8 万单提高到 2.6 万单。"), ("客流预案", "雨天改为预约直送到店与居家试穿，预计挽回三成客流。"))), where=AT)),
        ),
        t("做法、效果与改进"), t("好的做法留下来，短板逐项补"), where=AT,
    )  # fmt: skip


TRACKING_HEADS = (
    "策略模块",
    "具体目标",
    "执行计划",
    "关键指标",
    "数据来源",
    "实际完成值",
    "偏差值",
    "偏差原因分析",
    "优化措施",
    "负责人",
    "完成时限",
)


def plan() -> Section:
    rows = (
        (
            "新品试穿",
            "双 11 前预约试穿 20 万人次，到店率不低于 60%",
            "68 家试穿区扩到 120 家，顾问按时段排班",
            "预约人次、到店率",
            "预约系统",
            f"12.6{NB}万",
            f"7.4{NB}万",
            "试穿区不足，周末时段提前约满",
            "新增 52 家试穿区，周末加开夜场",
            "周岚",
            "11/05",
        ),
        (
            "会员复购",
            "90 天复购率由 24.1% 提高到 28.0%",
            "按尺码与风格分组，两周一次专属搭配",
            "复购率",
            "会员系统",
            "25.3%",
            "2.7%",
            "分组标签不全，三成会员未分组",
            "补齐标签，未分组的先发问卷",
            "林晓",
            "12/31",
        ),
        (
            "渠道结构",
            "自有渠道成交占比不低于 65%",
            "直播与小程序加码，短视频改按成交结算",
            "成交占比、产出比",
            "交易中台",
            "69.4%",
            "−4.4%",
            "—",
            "保持节奏，测试两个新版位",
            "何嘉",
            "12/15",
        ),
        (
            "发货能力",
            "峰值日 48 小时发货率不低于 98%",
            "第二仓夜班，主推款两仓分储",
            "发货率",
            "仓储系统",
            "97.2%",
            "0.8%",
            "国庆第三天单仓拥堵四小时",
            "提前三天预分仓，拥堵即改派",
            "吴桐",
            "11/08",
        ),
    )
    columns = tuple(TableColumn(t(name), align=Align.RIGHT if name in {"实际完成值", "偏差值"} else Align.LEFT) for name in TRACKING_HEADS)
    table = Table(
        columns,
        tuple(TableRow(tuple(TableCell(t(cell)) for cell in row)) for row in rows),
        t("后续策略跟踪"),
        note=t("注：偏差值 = 目标 − 实际。"),
        where=AT,
    )
    return Section(
        "section-5", 5, t("后续计划"),
        (topic("topic-5-1", "跟踪事项", "四个模块各有目标、负责人与时限，按周通报", "进度由活动运营部每周五通报", table, source="活动复盘会（2025-11-06）"), topic("topic-5-2", "时间安排", "十一月看双 11，十二月看复购", "两个节点各复盘一次", Paragraph(t(PARAGRAPHS[1]), AT))),
        t("跟踪事项与时间安排"), t("把做法固定下来，用双 11 检验"), where=AT,
    )  # fmt: skip


def report(language: Language = Language.ZH) -> Report:
    values = (31.0, 36, 42, 88, 121, 164, 142, 96, 73, 64, 58, 61)
    meta = Meta(
        "autumn", "秋季上新活动总结", "campaign-summary", "2025 年秋季上新\n推广活动总结报告", t(f"新品销售额 9,297{NB}万元，完成率 113.4%，同比增长 43.5%"), "林知远", "活动运营部", "澜屿生活", "内部资料", DAY,
        Period("2025-09-01..2025-10-31", "2025 年 9 月 1 日至 10 月 31 日", dt.date(2025, 9, 1), dt.date(2025, 10, 31)), language, "harbor", ("docx", "pdf"), AT,
    )  # fmt: skip
    skyline = Skyline(
        values, 5, t(f"1,640{NB}万元"), t("国庆当周 · W40"), (3, 4, 5, 6), t("封面图形由九月至十一月各周成交额生成，浅蓝为活动爆发期")
    )
    return Report(meta, (overview(), execution(), results(), lessons(), plan()), Ledger(), skyline, EMPTY)
