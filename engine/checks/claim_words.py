"""The words that claim something of a number, in Chinese and English, as patterns over the lower-case words of a clause; compiled when one is needed."""

from __future__ import annotations

import re
from functools import cache

from engine.base.records import dataclass
from engine.checks.number_words import HINT
from engine.checks.skeleton import SLOT

_UP = (
    "增长|提升|上升|提高|增加|上涨|攀升|走高|回升|扩大|上扬|增至|升至|涨至|增到|升到|涨到|涨幅|增幅|[升涨增](?=了|至|到)|(?<=比)[增升涨]"
    rf"|(?<=[率价量额本])[升涨](?=\s?{SLOT})|\b(?:rose|rises?|risen|grew|grows?|grown|growth|increased?|increases|climbed|gained|gain|jumped|up)\b"
)
_DOWN = (
    "下降|降低|下滑|减少|回落|下跌|缩减|走低|收缩|萎缩|收窄|降至|降到|跌至|跌到|减至|减到|降幅|跌幅|[降跌减](?=了|至|到)|(?<=比)[降跌减]"
    rf"|(?<=[率价量额本])[降跌](?=\s?{SLOT})|\b(?:fell|falls?|fallen|dropped|drops?|declined?|declines|decreased?|decreases|shrank|down)\b"
)
_BETTER, _WORSE = r"改善|好转|优化|\bimproved\b|\bimproves\b", r"恶化|变差|\bworsened\b|\bdeteriorated\b"
_MAY_CLAIM = (
    "[增升降跌涨减超落]|达[成标]|目标|提高|扩大|缩|收窄|走[高低]|上扬|下滑|攀升|改善|好转|优化|恶化|变差|领先|快于|慢于|滞后|不及|完成"
    "|rose|ris[ei]|gr[eo]w|ncreas|limb|gain|ump|f[ae]ll|drop|eclin|ecreas|shr[ai]nk|mprov|orse|eterior|xceed|urpass|utperf|beat|target|goal|plan"
    f"|miss|short|met|hit|chiev|reach|ahead|behind|up|down|{HINT}"
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """`grades` names its groups after claims, as do `direction` and `calendar`; `then` follows a direction up to its number, `origin` and
    `route` give the numbers of “由 A …” before and “from A to B” behind it, `owner` the number whose noun the direction is.
    """

    may_claim: re.Pattern[str]
    grades: re.Pattern[str]
    direction: re.Pattern[str]
    then: re.Pattern[str]
    origin: re.Pattern[str]
    route: re.Pattern[str]
    owner: re.Pattern[str]
    calendar: re.Pattern[str]
    negated: re.Pattern[str]
    open: re.Pattern[str]
    conditional: re.Pattern[str]
    rate_of_rate: re.Pattern[str]
    late_start: re.Pattern[str]
    first_is_rate: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """Return all of them."""
    goal = "(?:了)?(?:年度|阶段|全年|既定|预定|季度|本季|上半年|计划)?目标(?!的|值|为|是)"
    its = r"(?: its| the| our| their| all)? ?(?:target|goal|plan)s?\b(?! of)"
    other = f"[^，,{SLOT[1:-1]}]"
    return Patterns(
        may_claim=re.compile(_MAY_CLAIM),
        grades=re.compile(
            "(?P<missed>(?:未能?|没有?能?|尚未|并未)(?:超额)?(?:达成|达标|完成|实现|达到)(?!的)|未达(?!成|标|到)|不达标|不及预期|落后于?目标"
            r"|missed|fell short|(?:failed to|did not|didn't|does not) (?:meet|reach|hit|achieve))"
            r"|(?P<exceeded>超额(?:完成|达成|实现)|超预期|exceeded|surpassed|outperformed|beat(?:s|ing)?\b)"
            f"|(?P<above>高于目标|比目标[高多]|超[过出]?{goal}|above{its}|over{its}|ahead of{its})"
            f"|(?P<below>低于目标|比目标[低少]|不及目标|below{its}|under{its}|short of{its}|behind{its})"
            f"|(?P<met>(?:达成|达标)(?!率|的|线|情况|度|目标的|项)|(?:完成|实现|达到){goal}|(?:如期|全面|圆满|顺利)完成"
            f"|(?:met|hit|achieved|reached){its}|on target)"
        ),
        direction=re.compile(f"(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<better>{_BETTER})|(?P<worse>{_WORSE})"),
        then=re.compile(rf"(?:至|到|为|\s+to\s+)?(?:了|约|近|只有|仅|超过?|逾|达|by|of|about|nearly|only|\s)*({SLOT})"),
        origin=re.compile(rf"(?:由|从|from)\s*{other}{{0,8}}({SLOT}){other}{{0,8}}$"),
        route=re.compile(rf"\s+from\s+({SLOT})\s+to\s+({SLOT})"),
        owner=re.compile(rf"({SLOT})\s*(?:的|of)?\s*$"),
        calendar=re.compile(
            "(?P<ahead>领先|快于|超前|ahead of (?:schedule|the calendar|time))|(?P<behind>落后|慢于|滞后|behind (?:schedule|the calendar))"
        ),
        negated=re.compile(r"(?:没有|并未|尚未|未能|未曾|未|没|不再|不|无|not|never|no longer|n't|without)\s?$"),
        open=re.compile(
            "若|如果|假如|一旦|只要|目标[是为]|力争|争取|确保|预计|计划|有望|将|才能|为了|需要|应当|可望|能否|是否|要[^求点素]|即[停可]|触发|低于[^目]*则"
            r"|\b(?:if|would|will|should|must|aims?|expected|forecast|can|could|whether|until|once|unless"
            r"|(?<!failed )to (?:exceed|reach|meet|hit|beat)|plans? to)\b"
        ),
        conditional=re.compile(r"若|如果|假如|一旦|只要|倘|\b(?:if|once|unless|provided|when|until)\b"),
        rate_of_rate=re.compile(rf"增速|(?:增幅|降幅|涨幅|跌幅)(?!\D{{0,2}}{SLOT})|growth rate|pace of"),
        late_start=re.compile(
            r"^[\s”’）)]*(?:已经?|均|也|都|并且?|且|仍|略|大幅|顺利|提前|全面|整体|从而|因此|明显|远|超前|and |which |thus |so |that is |it )*$"
        ),
        first_is_rate=re.compile(rf"^\s*(?:(?:完成率|达成率|完成|达到?|为|实际|共|attainment|at)\D{{0,6}})?{SLOT}"),
    )
