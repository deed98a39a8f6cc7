"""`annual-plan`: 推广年度规划, a deck of about 27 slides in six parts. Structure as the field expects it."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.kinds.definition import ExpectedSection, ExpectedTopic, Form, KindDef

_GOALS = ExpectedSection(
    Phrase("年度目标设定", "Goals of the year"),
    Phrase("核心 KPI、市场占有率与品牌声量", "Key figures, market share, share of voice"),
    (
        ExpectedTopic(
            Phrase("核心 KPI 拆解", "Key figures by quarter"),
            Phrase(
                "新增、活跃、留存、转化率、ROI 的年度目标与季度分解",
                "yearly targets of growth, activity, retention, conversion and ROI, by quarter",
            ),
            ("scorecard", "chart"),
        ),
        ExpectedTopic(
            Phrase("市场占有率目标", "Market share"),
            Phrase("分区域或分人群的占有率，与竞品比较", "share by region or segment, against competitors"),
            ("chart", "table"),
        ),
        ExpectedTopic(
            Phrase("品牌声量指标", "Share of voice"),
            Phrase("声量占比、正面评价、媒体露出", "share of voice, sentiment, media"),
            ("kpis", "compare"),
        ),
    ),
)
_CHANNELS = ExpectedSection(
    Phrase("渠道策略布局", "Channels"),
    Phrase("线上、线下与跨界的分工", "Online, offline and partnerships"),
    (
        ExpectedTopic(
            Phrase("线上平台", "Online"),
            Phrase(
                "各平台的角色、人群、内容形式、预算与指标；达人分层",
                "role, audience, content, budget and metric of each platform; creators by tier",
            ),
            ("table", "channels"),
        ),
        ExpectedTopic(
            Phrase("线下场景", "Offline"),
            Phrase("门店、活动与社区的安排与产出", "stores, events and communities, with what they bring"),
            ("points", "table"),
        ),
        ExpectedTopic(
            Phrase("跨界联动", "Partnerships"),
            Phrase("合作方、形式、投入与预期", "partners, form, cost and expectation"),
            ("points", "table"),
        ),
    ),
)
_CONTENT = ExpectedSection(
    Phrase("内容矩阵规划", "Content"),
    Phrase("全年主题、素材规范与互动机制", "Themes of the year, asset rules, interaction"),
    (
        ExpectedTopic(
            Phrase("主题 Campaign 排期", "Campaign calendar"),
            Phrase("十二个月的主题与节点", "themes and dates over twelve months"),
            ("gantt",),
        ),
        ExpectedTopic(
            Phrase("创意素材规范", "Asset rules"),
            Phrase("各类素材的尺寸、时长、交付与审核", "size, length, delivery and review of each asset"),
            ("table",),
        ),
        ExpectedTopic(
            Phrase("用户互动机制", "Interaction"),
            Phrase("权益层级、社群与任务", "reward tiers, communities and tasks"),
            ("steps", "points"),
        ),
    ),
)
_MONITORING = ExpectedSection(
    Phrase("数据监测体系", "Monitoring"),
    Phrase("漏斗、竞品与 ROI 的监测", "Funnel, competitors and ROI"),
    (
        ExpectedTopic(
            Phrase("漏斗指标监控", "Funnel"),
            Phrase("每一步的转化与流失，预警阈值", "conversion and loss of each step, alert thresholds"),
            ("chart", "table"),
        ),
        ExpectedTopic(
            Phrase("竞品动向追踪", "Competitors"),
            Phrase("看什么、多久看一次、触发什么动作", "what is watched, how often, what follows"),
            ("table",),
        ),
        ExpectedTopic(
            Phrase("ROI 动态评估", "ROI"),
            Phrase("渠道分级、归因、LTV 修正与预算敏感性", "channel grades, attribution, lifetime value, sensitivity to budget"),
            ("channels", "compare"),
        ),
    ),
)
_RESOURCES = ExpectedSection(
    Phrase("资源协同管理", "Resources"),
    Phrase("分工、供应商与预算分配", "Roles, suppliers and budget"),
    (
        ExpectedTopic(
            Phrase("跨部门协作", "Across departments"),
            Phrase("职责矩阵：每项一个负责人", "roles and tasks, one accountable each"),
            ("raci",),
        ),
        ExpectedTopic(
            Phrase("供应商管理", "Suppliers"),
            Phrase("供应商分级、考核与淘汰", "tiers, review and replacement of suppliers"),
            ("table",),
        ),
        ExpectedTopic(
            Phrase("预算分配规则", "Budget rules"),
            Phrase("按策略权重分配，季度滚动调整，固定储备", "by strategic weight, adjusted each quarter, with a reserve"),
            ("allocation", "budget"),
        ),
    ),
)
_MILESTONES = ExpectedSection(
    Phrase("执行推进节点", "Milestones"),
    Phrase("季度里程碑、应急预案与复盘", "Milestones by quarter, contingencies, reviews"),
    (
        ExpectedTopic(
            Phrase("季度里程碑", "Milestones by quarter"),
            Phrase("里程碑、负责人与验收数字", "milestone, owner and acceptance figure"),
            ("milestones",),
        ),
        ExpectedTopic(
            Phrase("应急预案", "Contingencies"),
            Phrase("风险分级、触发条件与响应路径", "risk grades, triggers and responses"),
            ("risks",),
        ),
        ExpectedTopic(
            Phrase("复盘机制", "Reviews"),
            Phrase("周、月、季三级复盘的内容与产出", "what weekly, monthly and quarterly reviews look at and decide"),
            ("steps",),
        ),
    ),
)

DEFINITION = KindDef(
    name="annual-plan",
    title=Phrase("推广年度规划", "Annual promotion plan"),
    form=Form.DECK,
    sections=(_GOALS, _CHANNELS, _CONTENT, _MONITORING, _RESOURCES, _MILESTONES),
)
