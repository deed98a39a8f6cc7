"""`strategy-tracker`: 市场营销策略规划与执行跟踪, a document that follows strategy modules from goal to next round."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.kinds.definition import ExpectedSection, ExpectedTopic, Form, KindDef

_GOALS = ExpectedSection(
    Phrase("策略与目标", "Strategy and goals"),
    Phrase("本期目标、策略模块与衡量口径", "Goals of the period, modules, how they are measured"),
    (
        ExpectedTopic(
            Phrase("本期目标", "Goals of the period"),
            Phrase("目标值、基线、期限；时间进度与完成进度", "target, baseline, deadline; elapsed time against attainment"),
            ("scorecard", "kpis"),
        ),
        ExpectedTopic(
            Phrase("策略模块", "Modules"),
            Phrase("各模块解决什么问题、由谁负责、用哪个指标衡量", "what each module solves, its owner and its metric"),
            ("table", "points"),
        ),
    ),
)
_TRACKING = ExpectedSection(
    Phrase("执行跟踪", "Tracking"),
    Phrase("模块跟踪表与各期走势", "Tracking table and trend"),
    (
        ExpectedTopic(
            Phrase("策略跟踪表", "Tracking table"),
            Phrase("每个模块一行：目标、计划、指标、来源、实际、偏差、原因、措施、负责人、时限", "one row a module, eleven columns"),
            ("tracking",),
        ),
        ExpectedTopic(
            Phrase("分期走势", "Trend"),
            Phrase("按周或按月的实际与目标", "actual against target by week or month"),
            ("chart",),
        ),
    ),
)
_EVALUATION = ExpectedSection(
    Phrase("效果评估", "Evaluation"),
    Phrase("模块贡献、偏差排序与原因", "Contribution, deviations in order, causes"),
    (
        ExpectedTopic(
            Phrase("模块贡献", "Contribution"),
            Phrase("各模块的流量占比与销售占比", "share of traffic and of sales"),
            ("chart", "table"),
        ),
        ExpectedTopic(
            Phrase("偏差与原因", "Deviations and causes"),
            Phrase("完成率与偏差排序，超过阈值的原因与措施", "attainment and deviation in order; cause and measure beyond the threshold"),
            ("chart", "diagnosis"),
        ),
    ),
)
_BUDGET = ExpectedSection(
    Phrase("预算执行", "Budget"),
    Phrase("计划、已用、剩余与储备", "Planned, spent, left and in reserve"),
    (
        ExpectedTopic(
            Phrase("预算使用", "Budget use"),
            Phrase("各科目的计划、已用、剩余", "planned, spent and left by item"),
            ("table", "chart"),
        ),
        ExpectedTopic(
            Phrase("储备与再分配", "Reserve and reallocation"),
            Phrase("储备余额、动用条件、下期分配", "what is left of the reserve, when it is used, next allocation"),
            ("budget", "allocation"),
        ),
    ),
)
_NEXT = ExpectedSection(
    Phrase("下期安排", "Next round"),
    Phrase("下一轮目标、行动与检查点", "Next goals, actions and checkpoints"),
    (
        ExpectedTopic(
            Phrase("下期目标与行动", "Next goals and actions"),
            Phrase("行动、负责人、时限、验收数字", "action, owner, due date, figure"),
            ("plan",),
        ),
        ExpectedTopic(
            Phrase("检查节点", "Checkpoints"),
            Phrase("里程碑、验收标准与升级路径", "milestones, acceptance and escalation"),
            ("milestones", "risks"),
        ),
    ),
)

DEFINITION = KindDef(
    name="strategy-tracker",
    title=Phrase("市场营销策略规划与执行跟踪", "Strategy plan and tracking"),
    form=Form.PAPER,
    sections=(_GOALS, _TRACKING, _EVALUATION, _BUDGET, _NEXT),
)
