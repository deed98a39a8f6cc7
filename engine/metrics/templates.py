"""Ready formulas of the field: `formula: roi` with its `inputs`. Each is one line of arithmetic with the definition that pages print.

Sources: DOCUMENTS, "Metric vocabulary"; NPS: F. Reichheld, "The One Number You Need to Grow", HBR 12/2003 (promoters 9–10, detractors 0–6);
LTV: P. Kotler & K. Keller, "Marketing Management", margin × purchases × years; CPM, CPC, CTR: IAB glossary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.model.facts import Better

_ONE = re.compile(r"[\w.]+(\([^()]*\))?")
RATE, RATIO, MONEY, SCORE = "%", "", "元", "分"


@dataclass(frozen=True, slots=True)
class Template:
    """`text` holds each input in braces; `unit` empty is a multiple, printed with two decimals."""

    text: str
    definition: Phrase
    unit: str = RATE
    better: Better = Better.HIGHER

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the inputs, in the order in which the formula needs them."""
        return tuple(dict.fromkeys(part.partition("}")[0] for part in self.text.split("{")[1:]))

    def filled(self, given: Mapping[str, str]) -> str:
        """Return the formula with every input in its place, in brackets where it is more than a name or one call."""
        return self.text.format_map({name: text if _ONE.fullmatch(text := given[name].strip()) else f"({text})" for name in self.inputs})


def _rate(part: str, whole: str, zh: str, en: str, better: Better = Better.HIGHER) -> Template:
    return Template(f"{{{part}}} / {{{whole}}}", Phrase(zh, en), RATE, better)


LOWER = Better.LOWER
TEMPLATES: Mapping[str, Template] = {
    "roi": Template("({return} - {cost}) / {cost}", Phrase("（回报−投入）÷投入", "(return − cost) ÷ cost"), RATIO),
    "roas": Template("{revenue} / {cost}", Phrase("收入÷投放费用", "revenue ÷ advertising cost"), RATIO),
    "cac": Template("{cost} / {new_customers}", Phrase("获客费用÷新增客户", "acquisition cost ÷ new customers"), MONEY, LOWER),
    "aov": Template("{revenue} / {orders}", Phrase("成交额÷订单数", "revenue ÷ orders"), MONEY),
    "arpu": Template("{revenue} / {users}", Phrase("收入÷用户数", "revenue ÷ users"), MONEY),
    "ltv": Template(
        "{order_value} * {margin_rate} * {orders_per_year} * {years}",
        Phrase("客单价×毛利率×年购次×留存年数", "order value × margin rate × orders a year × years"),
        MONEY,
    ),
    "ltv_cac": Template("{ltv} / {cac}", Phrase("客户终身价值÷获客成本", "lifetime value ÷ acquisition cost"), RATIO),
    "payback": Template(
        "{cac} / {monthly_margin}", Phrase("获客成本÷单客月毛利", "acquisition cost ÷ monthly margin of a customer"), "个月", LOWER
    ),
    "retention": _rate("retained", "base", "期末仍活跃的人数÷期初人数", "still active at the end ÷ base at the start"),
    "churn": Template("1 - {retained} / {base}", Phrase("1−留存人数÷期初人数", "1 − retained ÷ base"), RATE, LOWER),
    "repurchase": _rate("repeat_buyers", "buyers", "再次购买人数÷购买人数", "buyers who bought again ÷ buyers"),
    "nps": Template(
        "({promoters} - {detractors}) / {answers} * 100",
        Phrase("（推荐者 9–10 分−贬损者 0–6 分）÷有效问卷×100", "(promoters 9–10 − detractors 0–6) ÷ answers × 100"),
        SCORE,
    ),
    "csat": _rate("satisfied", "answers", "满意问卷÷有效问卷", "satisfied answers ÷ answers"),
    "ctr": _rate("clicks", "impressions", "点击÷曝光", "clicks ÷ impressions"),
    "cvr": _rate("conversions", "clicks", "转化÷点击", "conversions ÷ clicks"),
    "participation": _rate("participants", "reached", "参与人数÷触达人数", "participants ÷ people reached"),
    "conversion": _rate("to", "from", "本环节人数÷上一环节人数", "this stage ÷ the stage before"),
    "drop_off": Template("1 - {to} / {from}", Phrase("1−本环节人数÷上一环节人数", "1 − this stage ÷ the stage before"), RATE, LOWER),
    "redemption": _rate("used", "issued", "核销数÷发放数", "used ÷ issued"),
    "cpm": Template("{cost} / {impressions} * 1000", Phrase("费用÷曝光×1000", "cost ÷ impressions × 1000"), MONEY, LOWER),
    "cpc": Template("{cost} / {clicks}", Phrase("费用÷点击", "cost ÷ clicks"), MONEY, LOWER),
    "gross_margin": Template(
        "({revenue} - {cost_of_goods}) / {revenue}", Phrase("（收入−成本）÷收入", "(revenue − cost of goods) ÷ revenue")
    ),
    "market_share": _rate("own", "market", "本品牌成交÷市场规模", "own sales ÷ market"),
    "share_of_voice": _rate("own", "all", "本品牌声量÷品类声量", "own mentions ÷ all mentions"),
    "budget_execution": _rate("spent", "plan", "实际支出÷计划", "spent ÷ plan"),
    "budget_variance": Template("({spent} - {plan}) / {plan}", Phrase("（实际支出−计划）÷计划", "(spent − plan) ÷ plan")),
    "budget_left": Template("{plan} - {spent}", Phrase("计划−实际支出", "plan − spent"), MONEY),
    "reserve_share": _rate("reserve", "budget", "储备金÷预算总额", "reserve ÷ budget"),
}
INPUT_NAMES = tuple(sorted({name for template in TEMPLATES.values() for name in template.inputs}))
"""Every input that some formula has."""
