"""Numbers in words (两成, 三分之一, 过半, 翻番, a third, doubled) and how exactly they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from engine.base.records import dataclass

HINT = "[一二两三四五六七八九]成|分之|[一过大近减]半|半数|翻|一倍|腰斩|doubl|tripl|quadrupl|halved|half|third|quarter|fifth"
"""What a text needs to have a number in words: for most, the large pattern is never compiled."""


class Bound(Enum):
    """How a number in words is meant: ABOUT it, NEARLY it (近两成), OVER (超过两成, 两成多) or UNDER (不到两成)."""

    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class WordedNumber:
    """A ratio in words from `start` to `end` of a clause, modifiers included; `growth` for words that tell a change by themselves (翻番)."""

    start: int
    end: int
    ratio: float
    slack: float
    bound: Bound
    growth: bool = False

    def allows(self, value: float) -> bool:
        """Tell whether a ratio may be called so. Words round freely, so only what nobody would say is refused."""
        match self.bound:
            case Bound.ABOUT:
                return abs(value - self.ratio) <= self.slack
            case Bound.NEARLY:
                return self.ratio - self.slack <= value <= self.ratio + _HAIR
            case Bound.OVER:
                return value >= self.ratio - _HAIR
            case Bound.UNDER:
                return value <= self.ratio + _HAIR


_HAIR = 0.005
"""97.6 % printed as 98 % may still be “over 98 %”."""
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_ENGLISH = {
    "half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "a quarter": 1 / 4, "one quarter": 1 / 4,
    "three quarters": 3 / 4, "a fifth": 1 / 5, "one fifth": 1 / 5, "two fifths": 2 / 5,
    "doubled": 1.0, "tripled": 2.0, "quadrupled": 3.0, "halved": 0.5,
}  # fmt: skip
_GROWTH = ("doubled", "tripled", "quadrupled", "halved")
_NUMERAL = "[一二两三四五六七八九]"
_NOT_TENTHS = "交|本|功|员|立|为|就|长|品|果|熟|年|人|绩|效|都|形|型|不变|新|套|片|群|对|堆|单|团"


@cache
def _pattern() -> re.Pattern[str]:
    before = (
        r"(?P<nearly>近|将近|接近|几乎|差不多|nearly |almost |just under |close to )|(?P<over>超过?|超出|逾|多于|高于|突破|more than |over |above |at least )"
        r"|(?P<under>不到|不足|不及|低于|少于|未到|less than |under |below )|约|大约|about |roughly |around |by "
    )
    words = (
        rf"(?P<tenths>{_NUMERAL})成(?P<part>[半一二三四五六七八九])?(?!{_NOT_TENTHS})"
        rf"|(?P<below>[二三四五六七八九十])分之(?P<above>{_NUMERAL})"
        r"|百分之(?P<hundredths>[一二三四五六七八九十]{1,3})(?![一二三四五六七八九十])"
        r"|(?<![前后另上下这那])(?P<half>一半|半数)|(?P<most>过半|大半)(?!年|月|天)|(?P<nearhalf>近半)(?!年|月|天)"
        r"|(?P<double>翻了?一?番|翻了?一?倍|(?<=[长加高升多])了?一倍)|(?P<fourfold>翻了?两番)|(?P<halved>减半|腰斩)"
        r"|\b(?P<en>half(?= (?:of|the|its|our|as)\b)|(?:a|one|two)[ -]thirds?(?= of|\s?[(,.)]|$)|(?:one|three|a)[ -]quarters?(?= of)"
        r"|(?:a|one|two)[ -]fifths?(?= of|\s?[(,.)]|$)|doubled|tripled|quadrupled|halved)\b"
    )
    after = r"(?P<more>多|以上|有余|强)|(?P<less>以下|以内)|左右|上下"
    return re.compile(rf"(?:{before})?(?:了)?(?:{words})(?:{after})?")


def worded_numbers(lower: str) -> Iterator[WordedNumber]:
    """Yield the numbers in words of a clause in lower case."""
    for match in _pattern().finditer(lower):
        ratio, growth = _value(match)
        slack = 0.05 if match["tenths"] else max(0.05, 0.12 * ratio)
        yield WordedNumber(match.start(), match.end(), ratio, slack, _bound(match), growth)


def _value(match: re.Match[str]) -> tuple[float, bool]:
    """Return the ratio, and whether it is a change by itself."""
    if match["tenths"]:
        part = match["part"]
        return _DIGITS[match["tenths"]] / 10 + (0.05 if part == "半" else _DIGITS.get(part or "", 0) / 100), False
    if match["below"]:
        return _DIGITS[match["above"]] / _DIGITS[match["below"]], False
    if match["hundredths"]:
        return _whole(match["hundredths"]) / 100, False
    if match["en"]:
        words = match["en"].replace("-", " ")
        return _ENGLISH[words if words in _ENGLISH else words.removesuffix("s")], words in _GROWTH
    if match["double"]:
        return 1.0, True
    if match["fourfold"]:
        return 3.0, True
    return 0.5, bool(match["halved"])


def _whole(words: str) -> int:
    """Return a whole number up to 99: 二十五, 十五, 三十."""
    tens, ten, ones = words.partition("十")
    if not ten:
        return _DIGITS[words[0]]
    return (_DIGITS[tens[0]] if tens else 1) * 10 + (_DIGITS[ones[0]] if ones else 0)


def _bound(match: re.Match[str]) -> Bound:
    if match["over"] or match["more"] or match["most"]:
        return Bound.OVER
    if match["under"] or match["less"]:
        return Bound.UNDER
    return Bound.NEARLY if match["nearly"] or match["nearhalf"] else Bound.ABOUT
