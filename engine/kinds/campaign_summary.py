"""`campaign-summary`: 推广活动总结报告, a document of about 17 pages in five chapters. Structure as the field expects it."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.kinds.definition import ExpectedSection, ExpectedTopic, Form, KindDef

_OVERVIEW = ExpectedSection(
    Phrase("活动概述", "Overview"),
    Phrase("活动主题、时间、目标与范围", "Theme, period, goals and scope"),
    (
        ExpectedTopic(
            Phrase("活动目标", "Goals"),
            Phrase("触达、销量、新增注册等目标，各有数值与依据", "reach, units, registrations: each a number with its reason"),
            ("table", "scorecard"),
        ),
        ExpectedTopic(
            Phrase("活动范围", "Scope"),
            Phrase("线上与线下渠道、区域、人群、商品、预算", "channels online and offline, regions, audience, products, budget"),
            ("text", "table", "budget"),
        ),
    ),
)
_EXECUTION = ExpectedSection(
    Phrase("活动执行情况", "Execution"),
    Phrase("预热、爆发、收尾三个阶段做了什么", "What was done in warm-up, peak and wrap-up"),
    (
        ExpectedTopic(
            Phrase("总体安排", "Schedule"),
            Phrase("三个阶段的日期、动作与数字", "dates, actions and figures of the phases"),
            ("phases", "gantt"),
        ),
        ExpectedTopic(
            Phrase("阶段执行", "Phase by phase"),
            Phrase("各阶段的动作、数字与现场调整", "actions, figures and adjustments of each phase"),
            ("text", "bullets", "chart"),
        ),
    ),
)
_RESULTS = ExpectedSection(
    Phrase("活动成果分析", "Results"),
    Phrase("数据表现、用户反馈与渠道效果", "Figures, feedback and channels"),
    (
        ExpectedTopic(
            Phrase("数据表现", "Figures"),
            Phrase(
                "销量、新增注册、曝光、互动的目标与实际，判定由数据算出",
                "target against actual of units, registrations, exposure and engagement",
            ),
            ("scorecard", "chart"),
        ),
        ExpectedTopic(
            Phrase("用户反馈", "Feedback"),
            Phrase("满意度、好评集中在哪里、用户希望改什么", "satisfaction, themes of praise, wishes"),
            ("chart", "quotes"),
        ),
        ExpectedTopic(
            Phrase("渠道效果", "Channels"),
            Phrase("各渠道的贡献、转化与成本，A、B、C 分级", "contribution, conversion and cost of each channel, graded"),
            ("channels", "chart"),
        ),
    ),
)
_LESSONS = ExpectedSection(
    Phrase("经验总结与改进建议", "Lessons and improvements"),
    Phrase("可复用的做法与要改的地方", "What to repeat and what to change"),
    (
        ExpectedTopic(
            Phrase("成功经验", "What worked"),
            Phrase("每条经验的具体做法与效果数字", "practice and effect of each, with figures"),
            ("points", "bullets"),
        ),
        ExpectedTopic(
            Phrase("改进建议", "What to improve"),
            Phrase("每条建议的具体做法与效果预期", "practice and expected effect of each"),
            ("points", "diagnosis"),
        ),
    ),
)
_NEXT = ExpectedSection(
    Phrase("后续计划", "Next steps"),
    Phrase("产品、渠道与用户：动作、负责人、时间节点", "Products, channels and users: actions, owners, dates"),
    (
        ExpectedTopic(
            Phrase("产品计划", "Products"),
            Phrase("产品动作、负责人、时间节点", "actions on products, owner, date"),
            ("plan",),
        ),
        ExpectedTopic(
            Phrase("渠道计划", "Channels"),
            Phrase("渠道动作、负责人、时间节点", "actions on channels, owner, date"),
            ("plan",),
        ),
        ExpectedTopic(
            Phrase("用户运营计划", "Users"),
            Phrase("用户动作、负责人、时间节点", "actions on users, owner, date"),
            ("plan", "milestones"),
        ),
    ),
)

DEFINITION = KindDef(
    name="campaign-summary",
    title=Phrase("推广活动总结报告", "Campaign summary"),
    form=Form.PAPER,
    sections=(_OVERVIEW, _EXECUTION, _RESULTS, _LESSONS, _NEXT),
)
