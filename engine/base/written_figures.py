"""Figures in running text that state a quantity as a KPI does, in Chinese and English; dates, periods, ordinals, names and offers are left alone.

A false alarm costs more trust than a miss, so a number counts only by what stands around it: a rate, money, 万 and 亿, multiples, decimals of a
measurement, a count of a hundred and more, or a bare number right behind the name of a quantity or behind ≥ and ≤.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from engine.base.records import dataclass

_WIDE = str.maketrans("０１２３４５６７８９．％＋－￥　\u00a0\u202f", "0123456789.%+-¥   ")
_SCALES = {
    "百万": 1e6, "千万": 1e7, "万亿": 1e12, "万": 1e4, "亿": 1e8, "千": 1e3, "k": 1e3, "m": 1e6, "b": 1e9,
    "million": 1e6, "billion": 1e9, "thousand": 1e3, "mn": 1e6, "bn": 1e9,
}  # fmt: skip
FEW = 100
"""Counts below this are ordinary words of a sentence (“42 家茶馆”), unless their unit is one that only KPIs have."""
FEW_OF_A_KPI = 10


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A figure from `start` to `end` of a text, unit included; `digits` are its bare digits, as they stand there.

    `value` is in base units (35% → 0.35, 1.2 万 → 12000) and without sign, `step` what its last digit is worth; `unit` is `%` for rates and
    points, `元` for money, the counted thing, or empty. Of a range they tell the first number.
    """

    start: int
    end: int
    text: str
    digits: str
    value: float
    step: float
    unit: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Everything that is looked for; compiled with the first text that has a digit."""

    number: re.Pattern[str]
    range_: re.Pattern[str]
    unit: re.Pattern[str]
    date: re.Pattern[str]
    name_before: re.Pattern[str]
    name_after: re.Pattern[str]
    offer_before: re.Pattern[str]
    offer_after: re.Pattern[str]
    rate_off: re.Pattern[str]
    quantity_before: re.Pattern[str]
    verb_before: re.Pattern[str]


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_SCALE = "百万|千万|万亿|万|亿|千|million|billion|thousand|bn|mn|[kKMB](?![A-Za-z])"
_MONEY = "元|美元|欧元|港元|日元|块钱|人民币|USD|RMB|CNY|EUR|dollars?|yuan|euros?"
_RATE = "%|‰|个?百分点|pp(?![A-Za-z])|pct(?![A-Za-z])|per ?cent|percentage points?|points? of"
_TIMES = r"倍|[×x](?!\s*\d)(?![A-Za-z0-9])"
_KPI_UNITS = (
    "人次|单|笔|件|份|户|UV|PV|次(?=曝光|点击|互动|浏览)|orders?|customers?|users?|visit(?:or)?s?|members?|leads?|clicks?|impressions?|sessions?"
    "|downloads?|sign-?ups?|registrations?|views?|followers?|subscribers?|units? sold|buyers?"
)
_COUNT_UNITS = (
    "个|人|位|名|家|场|次(?!方)|项|款|种|条|类|座|店|组|轮|页|支|杯|瓶|泡|只|盒|包|片|张|台|辆|套|起|票|篇|吨|箱|门店|people|stores?|shops?|posts?"
    "|answers?|items?|units?|employees?|complaints?|reviews?"
)
_PERIODS = (
    "年|个?月|周|天|日(?!均|活)|小时|分钟|秒|季度|个?工作日|晚|夜|世纪|届|期|岁|点|时|刻|hours?|days?|weeks?|months?|years?|minutes?|seconds?"
    "|quarters?|o'clock|[ap]\\.?m\\."
)
_SIZES = "克|千克|公斤|斤|毫升|升|米|厘米|毫米|平方米|平米|㎡|公里|英寸|寸|度|℃|°|kg|g|ml|l|cm|mm|m|km|px|pt|[GMTK]B|Hz|fps|dpi|W"
_QUANTITIES = (
    "率|占比|份额|比例|指数|得分|评分|打分|满意度|净推荐值|NPS|ROI|ROAS|CAC|LTV|AOV|GMV|CTR|CVR|CPM|CPC|CPA|ARPU|DAU|MAU|WAU|UV|PV|客单价|单价|成本|费用"
    "|预算|成交额?|销售额?|销量|营收|收入|利润|毛利|支出|投入|产出比|订单[数量]?|曝光[数量]?|点击[数量]?|注册[数量]?|用户数|人数|次数|数量|总量|均值|平均|日均|周均|月均"
    "|日活|月活|库存|余额|revenue|sales|orders|conversion|rate|share|score|satisfaction|cost|budget|spend|profit|margin|visits|traffic|average|total"
)
_VERBS = (
    "为|是|达|达到|实现|完成|至|到|约|近|仅|只有|超过?|突破|高于|低于|增|升|降|跌|涨|不足|[≥≤<>＝=±~≈]|reached|was|were|is|are|to|of|at|about|nearly|over|only|by"
    "|climbed|rose|fell|grew|dropped|increased|improved|jumped|declined|from|under|below|above|at least|at most|than"
)


@cache
def _patterns() -> _Patterns:
    start, spaces = r"(?:^|[^A-Za-z0-9])", r"\s*"
    return _Patterns(
        number=re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)"),
        range_=re.compile(
            rf"{spaces}(?:%|‰)?{spaces}[-–—~～至]{spaces}[+\-−]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|\s?[:：]\s?\d+(?:\.\d+)?(?![\d:：])"
        ),
        unit=re.compile(
            rf"{spaces}(?P<scale>{_SCALE})?{spaces}多?余?(?:(?P<rate>{_RATE})|(?P<times>{_TIMES})|(?P<money>{_MONEY})(?![A-Za-z])"
            rf"|(?P<size>(?:{_SIZES})(?![A-Za-z]))|(?P<kpi>{_KPI_UNITS})(?![A-Za-z]|事)|(?P<period>{_PERIODS})(?![A-Za-z])"
            rf"|(?P<score>分(?!钟|之|店|公司|部|组|销|成|类|级|层|享))|(?P<count>{_COUNT_UNITS})(?![A-Za-z]))?"
        ),
        date=re.compile(
            r"\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?|\d{1,2}\s*月份?(?:\s*\d{1,2}\s*[日号])?|\d{1,2}\s*[日号](?!均|活)"
            r"|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)|\d{4}-W\d{1,2}|\d{1,2}[:：]\d{2}(?::\d{2})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d%])"
            r"|\d{1,2}\.\d{1,2}\s*[-–~至]\s*\d{1,2}\.\d{1,2}(?![\d%])|(?:11\.11|12\.12|3\.15|6\.18|3\.8)(?!\s*[\d%万亿倍])"
            rf"|(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?(?![\d%])|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})(?: \d{{4}})?"
            r"|(?<!\d)(?:19|20)\d{2}(?:\s*[-–/至]\s*(?:(?:19|20)\d{2}|\d{2}))?(?=\s*(?:$|[^\d\s,.%万亿千倍元人单次件份笔家个名位]|[,.](?!\d)))",
            re.IGNORECASE,
        ),
        name_before=re.compile(
            r"(?:[A-Za-z_#§@\-/](?<!US)(?<!USD)(?<!CNY)(?<!RMB)$|第|双|图|表|附件|附录|附表|步骤|阶段|方案|案例|版本|编号|序号|批次|车间|章|节|[（(]|排名|前|序|满分|世纪"
            r"|(?:^|[\s（(])(?:No|Nr|Fig|Sec|Ch|Vol|Tab)\.|\d\s?[xX×*]|[A-Za-z]\+|\+86)\s?$"
        ),
        name_after=re.compile(
            r"[A-Za-z]{1,2}(?:\d|[\u4e00-\u9fff]|[^A-Za-z]|$)(?<!%)|(?:st|nd|rd|th)\b"
            r"|\s?(?:后(?![来续的期面])|号(?!称)|强(?!化)|折|版|代(?!理|表)|路|楼|度(?!过)|节气|大类|对 ?\d)"
            r"|[、.)）](?=\s*[^\d\s])|\s?[xX×*]\s?\d|[-–]\d+[-–]\d|：1(?!\d)|:1(?!\d)|\+\d"
        ),
        offer_before=re.compile(
            r"(?:满|减|立减|直降|限购|买|送|赠|换购|加价|立省|起订|每满|第)\s?$|\b(?:order|purchase|basket|booking)s? (?:over|above|from|of at least) [$€£]?$"
        ),
        offer_after=re.compile(
            r"\s?(?:减|立减|抵|包邮|券|优惠券|代金券|红包|礼包|套餐|礼盒|档|价位|起(?![，。]?投诉)|封顶|以[上下内]的?订?单|无门槛|入会|定金|的?[小大中]?规格|装|coupon|voucher)"
        ),
        rate_off=re.compile(
            r"\s(?:(?:off|discount|cashback)\b(?! (?:(?:the|its|our|their) )?(?:target|plan|goal|budget|forecast|pace|track))|(?:coupon|voucher)s?\b)"
        ),
        quantity_before=re.compile(
            rf"(?:{_QUANTITIES})(?:[）)]|[（(][^（）()]{{0,12}}[）)])?\s?(?:(?:{_VERBS}|了|有|the|a|its)\s?)*[:：]?\s?[+\-−±≥≤<>]?$",
            re.IGNORECASE,
        ),
        verb_before=re.compile(rf"{start}?(?:{_VERBS})(?:了|约|近|仅)?\s?[+\-−±≥≤<>]?$"),
    )


_CURRENCY = r"(?:[¥$€£]|USD|CNY|RMB)\s?[+\-−]?$"
_LATIN_WORD = r"([A-Za-z][A-Za-z.&'-]*)\s$"
_SMALL_WORDS = (
    rf"(?i)(?:{_QUANTITIES}|{_VERBS}|and|or|the|a|an|its|their|our|in|on|for|with|all|just|some|roughly|almost|exactly|up|down|rose|fell|grew|sold|won|lost|gained"
    r"|brought|cost|costs|spent|served|added|attracted|had|has|have|than|further|another|other|around|approximately|totalled|totaled|averaged|recorded)"
)


def written_figures(text: str) -> Iterator[WrittenFigure]:
    """Yield the figures of a text that look like KPIs, from left to right; a range (10–15%) is one figure."""
    if not any(character.isdigit() for character in text):
        return
    plain = text.translate(_WIDE).replace("\u2212", "-")
    patterns = _patterns()
    dates = [match.span() for match in patterns.date.finditer(plain)]
    position = 0
    for match in patterns.number.finditer(plain):
        start, end = match.span()
        if start < position or any(first <= start < last for first, last in dates):
            continue
        stretch = patterns.range_.match(plain, end)
        last = stretch.end() if stretch else end
        unit = patterns.unit.match(plain, last)
        assert unit is not None, "every part of the pattern may be missing"
        if _is_figure(plain, start, end, last, unit):
            stop = unit.end() if any(unit.groups()) else last
            while stop > last and plain[stop - 1] == " ":
                stop -= 1
            position = stop
            value, step, name = _measured(plain[start:end], unit, money=bool(re.search(_CURRENCY, plain[max(0, start - 6) : start])))
            yield WrittenFigure(start, stop, text[start:stop], text[start:end], value, step, name)
        else:
            position = last


def _is_figure(plain: str, start: int, end: int, last: int, unit: re.Match[str]) -> bool:
    patterns, before, digits = _patterns(), plain[max(0, start - 24) : start], plain[start:end]
    named = unit.lastgroup or ""
    money = bool(unit["money"] or re.search(_CURRENCY, before))
    decimal, value = "." in digits, float(digits.replace(",", ""))
    if unit["size"] or patterns.offer_before.search(before):
        return False
    if (unit["money"] or named in {"", "count", "kpi", "scale"}) and patterns.offer_after.match(plain, unit.end()):
        return False
    if before.rstrip().endswith(("≥", "≤")):
        return True
    if unit["rate"] and patterns.rate_off.match(plain, unit.end()):
        return False
    if unit["rate"]:
        return not (value == 100 and not patterns.quantity_before.search(before) and digits == "100" and last == end)
    if money:
        return True
    if not named and patterns.name_after.match(plain, end):
        return False
    if (patterns.name_before.search(before) or _is_named_by_word(before, counted=bool(unit["kpi"] or unit["count"]))) and not unit["scale"]:
        return bool(patterns.quantity_before.search(before)) and not before.endswith(("第", "图", "表"))
    if unit["scale"]:
        return not _is_name_with_letter(unit["scale"], digits, before)
    if unit["times"] or unit["score"]:
        return decimal or bool(unit["times"]) or bool(patterns.quantity_before.search(before))
    if unit["period"]:
        return decimal and not plain[last:].lstrip().startswith(("点", "时", "代", "期"))
    if unit["kpi"]:
        return decimal or value >= FEW_OF_A_KPI
    if unit["count"]:
        return decimal or value >= FEW
    return _is_bare_figure(before, digits, decimal=decimal)


def _is_bare_figure(before: str, digits: str, *, decimal: bool) -> bool:
    """Judge a number without a unit: it needs the name of a quantity in front of it, thousands commas, or decimals behind a verb."""
    patterns = _patterns()
    if patterns.quantity_before.search(before):
        return True
    if "," in digits:
        return True
    return decimal and bool(patterns.verb_before.search(before))


def _measured(digits: str, unit: re.Match[str], *, money: bool) -> tuple[float, float, str]:
    """Return value, worth of the last digit, and unit."""
    scale = _SCALES.get((unit["scale"] or "").lower(), 1.0)
    if unit["rate"]:
        scale, name = (0.001 if unit["rate"] == "‰" else 0.01), "%"
    elif money or unit["money"]:
        name = "元"
    else:
        name = next((unit[kind] for kind in ("times", "kpi", "period", "score", "count") if unit[kind]), "")
    bare = digits.replace(",", "")
    decimals = len(bare.partition(".")[2])
    return round(float(bare) * scale, 10), scale * 10.0**-decimals, name


def _is_named_by_word(before: str, *, counted: bool) -> bool:
    """Tell whether the word in front makes a name of the number: iPhone 15, step 2, Office 365 users; not “shipped 850 orders”."""
    word = re.search(_LATIN_WORD, before)
    if word is None or re.fullmatch(_SMALL_WORDS, word[1]):
        return False
    return word[1] != word[1].lower() or not word[1].isalpha() or (not counted and len(word[1]) > 3)


def _is_name_with_letter(scale: str, digits: str, before: str) -> bool:
    """Tell whether a letter behind whole digits makes a name: 4K, 2B, 带宽 100M; Chinese counts in 万."""
    is_letter = scale in {"k", "K", "B", "M"} and digits.isdigit()
    return is_letter and (len(digits) == 1 or "\u4e00" <= before.rstrip()[-1:] <= "\u9fff")
