"""`midyear-review`: 活动运营年中述职, a deck of about 27 slides in six parts. Structure as the field expects it."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.kinds.definition import ExpectedSection, ExpectedTopic, Form, KindDef

_OPENING = ExpectedSection(
    Phrase("开场与概述", "Opening and overview"),
    Phrase("述职目的、总体成绩与报告结构", "Purpose, results at a glance, structure"),
    (
        ExpectedTopic(
            Phrase("述职目的与背景", "Purpose and background"),
            Phrase("述职目的、市场与用户背景、各相关方需要知道什么", "purpose, market and user background, who needs to know what"),
            ("points",),
        ),
        ExpectedTopic(
            Phrase("上半年工作总体回顾", "The half-year at a glance"),
            Phrase(
                "曝光、参与率、转化率、ROI 的实际、目标、完成率与判定；重点项目；投入",
                "key figures with target and verdict, flagship projects, resources",
            ),
            ("kpis",),
        ),
        ExpectedTopic(
            Phrase("报告结构说明", "How this report reads"),
            Phrase("目标回顾、成果分析、问题诊断、改进计划", "goals, results, diagnosis, plan"),
            ("steps",),
        ),
    ),
)
_RESULTS = ExpectedSection(
    Phrase("上半年业绩回顾", "Results of the half-year"),
    Phrase("活动总览、目标完成与用户参与", "Activities, goals and engagement"),
    (
        ExpectedTopic(
            Phrase("活动总览与数据亮点", "Activities and highlights"),
            Phrase("各类活动场次、参与人数、峰值在线、满意度", "activities by type, participants, peak concurrency, satisfaction"),
            ("chart", "figures"),
        ),
        ExpectedTopic(
            Phrase("目标完成率分析", "Attainment of goals"),
            Phrase(
                "各指标的目标、实际、完成率、偏差、判定；预算使用",
                "target, actual, attainment, deviation and verdict of each metric; budget use",
            ),
            ("chart", "scorecard"),
        ),
        ExpectedTopic(
            Phrase("用户参与度评估", "User engagement"),
            Phrase("分人群的活跃、频次、时长；调研反馈；转化漏斗", "activity by segment, survey feedback, funnel"),
            ("chart", "quotes"),
        ),
    ),
)
_CASES = ExpectedSection(
    Phrase("关键活动案例分析", "Key cases"),
    Phrase("成功经验、问题复盘与优化策略", "What worked, what did not, what changes"),
    (
        ExpectedTopic(
            Phrase("成功活动经验", "What worked"),
            Phrase(
                "三到四个案例：背景、人群、行动、结果、可复用的方法", "three or four cases: background, audience, actions, results, method"
            ),
            ("case",),
        ),
        ExpectedTopic(
            Phrase("问题活动复盘", "What fell short"),
            Phrase("未达计划的活动：原因、后果、改法", "cases below plan: cause, consequence, fix"),
            ("diagnosis",),
        ),
        ExpectedTopic(
            Phrase("优化策略与创新", "Improvements and new ideas"),
            Phrase("工具、裂变机制、沉浸式形式、长期价值", "tools, referral, immersive formats, long-term value"),
            ("points",),
        ),
    ),
)
_CHALLENGES = ExpectedSection(
    Phrase("运营挑战与应对", "Challenges and responses"),
    Phrase("主要困难、解决方案与效果", "Difficulties, measures and effects"),
    (
        ExpectedTopic(
            Phrase("主要困难", "Main difficulties"),
            Phrase("参与度、跨部门资源、数据滞后、预算超支及其严重程度", "engagement, resources, late data, overrun, with severity"),
            ("points",),
        ),
        ExpectedTopic(
            Phrase("解决方案实施", "Measures taken"),
            Phrase("对应的措施、负责人、时间、进展", "matching measures, owner, time, status"),
            ("plan",),
        ),
        ExpectedTopic(
            Phrase("效果与改进评估", "Effects"),
            Phrase("参与率、复购率、协作周期、资源到位率、预算偏差率等改进前后的数字", "figures before and after"),
            ("compare",),
        ),
    ),
)
_PLAN = ExpectedSection(
    Phrase("下半年计划部署", "Plan for the second half"),
    Phrase("目标分解、资源需求与风险预案", "Targets, resources and risks"),
    (
        ExpectedTopic(
            Phrase("目标设定与分解", "Targets and their split"),
            Phrase("全年、半年、月度目标；分人群；活动矩阵与预期占比", "annual, half-year and monthly targets, segments, activity matrix"),
            ("gantt", "table"),
        ),
        ExpectedTopic(
            Phrase("资源分配与需求", "Resources"),
            Phrase("基础预算与弹性储备、人力、跨部门清单", "base budget and reserve, people, cross-team list"),
            ("budget",),
        ),
        ExpectedTopic(
            Phrase("风险评估与预案", "Risks and responses"),
            Phrase("风险、触发条件、概率、影响、预案、负责人", "risk, trigger, probability, impact, plan, owner"),
            ("risks",),
        ),
    ),
)
_OUTLOOK = ExpectedSection(
    Phrase("总结与未来展望", "Lessons and outlook"),
    Phrase("经验教训与战略重点", "Lessons and directions"),
    (
        ExpectedTopic(
            Phrase("经验教训", "Lessons"),
            Phrase("每条教训对应的流程改变", "lessons with the process change each one leads to"),
            ("points",),
        ),
        ExpectedTopic(
            Phrase("发展方向与战略重点", "Directions"),
            Phrase("三个方向", "three directions"),
            ("points",),
        ),
    ),
)

DEFINITION = KindDef(
    name="midyear-review",
    title=Phrase("活动运营年中述职", "Mid-year review"),
    form=Form.DECK,
    sections=(_OPENING, _RESULTS, _CASES, _CHALLENGES, _PLAN, _OUTLOOK),
)
