"""Where a line may break: the characters that start or end no line, and the units that stay whole.

Breaking each line as late as possible never takes fewer lines when there are fewer places to break. So where programs differ
(LibreOffice breaks `W5–W6` after the dash and `12年` before 年) the stricter choice here plans for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# No line starts with these: closing marks of GB/T 15834, the lists of Word and LibreOffice, and signs that belong to what precedes.
NO_START = frozenset("，。、；：？！）】》〉」』〕〗〙〛’”…—％‰℃℉·～々〻ー／｜＂＇．｀｝］〞′″※!%),.:;?]}/|°¨ˇˉ–‑~¢¤×\u00a0\u202f\u2060")
# No line ends with these.
NO_END = frozenset("（【《〈「『〔〖〘〚‘“〝［｛￥＄￡$¥£€([{\u00a0\u202f\u2060")

# Spaces a line may break at and which vanish there; no-break spaces are not among them. U+3000 and the zero-width space are.
SPACES = " \t\u3000\u2000-\u2006\u2008-\u200b"

# Words that stay with the digits before them when no space, or a no-break space, is between.
NUMBER_UNITS = (
    r"(?:万亿|[十百千]?[万亿]|[百千])?"
    r"(?:个?百分点|个?工作日|个?小时|个月|周年|季度|分钟|人民币|美元|港元|欧元|元|人次|人天|公里|公斤"
    r"|[年月日周天时分秒次人个家单件倍场条页名位期级号度折吨款项份点岁季台套店城篇轮组类米克升])?"
)
_JOINERS = "\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"  # drawn on what precedes
# Atomic groups where a possessive quantifier would be shorter: before Python 3.11.5 (Debian 12 has 3.11.2) that never ends on a group.
_CLUSTER = rf"(?>(?:[{_JOINERS}]|\u200d.)*)"
_WORD = (  # a run of these has no break of its own: Latin, Greek and Cyrillic words with their signs, numbers, ranges, addresses
    r"[!-~\u00a0-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1eff\u2010-\u2013\u2019\u202f\u2032\u2033\u2060\u2212℃℉≈≠≤≥" + _JOINERS + "]++"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"


def _one_of(characters: frozenset[str]) -> str:
    return "[" + "".join(re.escape(char) for char in sorted(characters)) + "]"


_ATOM = rf"(?:{_WORD}(?>(?:(?:(?<=[0-9])|(?<=[0-9][\u00a0\u202f])){NUMBER_UNITS})?)|{_FLAG}|[^{SPACES}]{_CLUSTER})"
_CLOSED = rf"{_ATOM}{_one_of(NO_START)}*+"
_UNIT = re.compile(rf"(?:(?:{_CLOSED}(?<={_one_of(NO_END)}))*{_CLOSED})?")
_GAP = re.compile(rf"[{SPACES}]*")
_CLUSTER_PART = re.compile(rf"[{_JOINERS}\u200d]")

_URL = re.compile(r"://|www\.|\.[a-z]{2,6}/")
_URL_BREAK = re.compile(r"(?<=[/?&\-])(?<!//)(?=[0-9A-Za-z_%#=])")
_HYPHEN_BREAK = re.compile(r"(?<=[A-Za-z]{2}-)(?=[A-Za-z]{2})")


def units(text: str) -> Iterator[tuple[int, int]]:
    """Yield (end, next start) of each unbreakable unit of a text without line feed; the first one starts at 0.

    `end` excludes the spaces after the unit, which vanish when a line breaks there. Spaces that begin the text are a unit of their own.
    """
    at, size = 0, len(text)
    while at < size:
        end = _end(_UNIT, text, at)
        following = _end(_GAP, text, end)
        if end == at:
            end = following
        elif end - at > 4:
            for cut in _inner_breaks(text[at:end]):
                yield at + cut, at + cut
        yield end, following
        at = following


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    assert match is not None, "the pattern also matches nothing"
    return match.end()


def _inner_breaks(word: str) -> Iterator[int]:
    """Yield where an address breaks (after / ? & -) or a hyphenated word (after the hyphen)."""
    if "-" in word or "/" in word:
        pattern = _URL_BREAK if _URL.search(word) else _HYPHEN_BREAK
        for cut in pattern.finditer(word):
            yield cut.start()


def inside_character(text: str, at: int) -> bool:
    """Tell whether `text[at]` belongs to the character before it: a mark, a joined sign, the second half of a flag."""
    previous, char = text[at - 1], text[at]
    return previous == "\u200d" or bool(_CLUSTER_PART.match(char)) or bool(re.fullmatch(_FLAG, previous + char))


def may_cut(text: str, at: int) -> bool:
    """Tell whether a unit too wide for any line may be cut before `text[at]` without a forbidden mark at the start or end of a line."""
    return not inside_character(text, at) and text[at] not in NO_START and text[at - 1] not in NO_END


_LO_STICKY = frozenset("，。、）】》〉」』〕〗’”％·%")
_LO_QUOTES = frozenset("“‘”’")
_LO_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f+\-\u2212$¥#≥≤]")


def libreoffice_parts(text: str, at: int) -> bool:
    """Tell whether LibreOffice, too, would break before `text[at]`, a place of `units` with no space before it.

    When a Latin word does not fit, it looks for the break by the Unicode rules alone, which part no word from the closing mark before it,
    the opening mark after it, or a quote on either side and what that touches (seen in 7.4: 完成目标，GMV leaves the line as 标，GMV, and
    “618”大促 as “618”大). It breaks addresses after ? but not after / and &.
    """
    previous, char = text[at - 1], text[at]
    if previous in "/&":
        return False
    if _LO_WORD.match(char):
        return previous not in _LO_STICKY
    if _LO_WORD.match(previous):
        return char not in _LO_QUOTES and char not in NO_END
    word_before_quote = previous in _LO_QUOTES and at > 1 and _LO_WORD.match(text[at - 2])
    word_after_quote = char in _LO_QUOTES and _LO_WORD.match(text, at + 1)
    return not word_before_quote and not word_after_quote
