"""The lists of a Word template (numbering.xml), and how Word prints the number of a level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from engine.base.records import dataclass

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_DIGITS, _FORMAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_BULLETS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf06e": "■", "\uf075": "◆", "\uf076": "❖", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–", "\uf06c": "●",
    "\uf0a8": "□", "\uf071": "❑", "\uf0e0": "→", "\uf0de": "⇒", "\uf09f": "•", "\uf0b2": "□", "o": "○",
}  # fmt: skip
"""What the signs of Symbol, Wingdings and Courier that Word's bullets are taken from look like."""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """`format` as Word names it (`decimal`, `chineseCounting`, `bullet` …), `text` with places such as `%1.%2`. `suffix` is `tab`, `space` or
    `nothing`. `left` and `hanging` in points, None where it says neither. `is_legal`: all its numbers are Arabic.
    """

    format: str
    text: str
    suffix: str = "tab"
    left: float | None = None
    hanging: float | None = None
    is_legal: bool = False

    @property
    def bullet(self) -> str:
        """The sign of a bullet as any font has it; empty for a number."""
        return _BULLETS.get(self.text, self.text) if self.format == "bullet" else ""


Lists = Mapping[int, tuple[ListLevel, ...]]
"""The levels of each list by its `w:numId`."""


def read_lists(root: etree._Element) -> dict[int, tuple[ListLevel, ...]]:
    """Read numbering.xml. A list that is defined by a style has no levels here; levels that a list overrides are those of the list."""
    kinds = {kind.get(f"{_W}abstractNumId", ""): tuple(_levels(kind)) for kind in root.iterfind(f"{_W}abstractNum")}
    found: dict[int, tuple[ListLevel, ...]] = {}
    for number in root.iterfind(f"{_W}num"):
        kind = number.find(f"{_W}abstractNumId")
        levels = list(kinds.get("" if kind is None else kind.get(f"{_W}val", ""), ()))
        for change in number.iterfind(f"{_W}lvlOverride"):
            own = change.find(f"{_W}lvl")
            at = int(change.get(f"{_W}ilvl", "0"))
            if own is not None and at < len(levels):
                levels[at] = _level(own)
        found[int(number.get(f"{_W}numId", "0"))] = tuple(levels)
    return found


def _levels(kind: etree._Element) -> Iterator[ListLevel]:
    found = {int(node.get(f"{_W}ilvl", "0")): _level(node) for node in kind.iterfind(f"{_W}lvl")}
    for level in range(max(found, default=-1) + 1):
        yield found.get(level, ListLevel("none", ""))


def _level(node: etree._Element) -> ListLevel:
    def said(name: str, usual: str) -> str:
        found = node.find(f"{_W}{name}")
        return usual if found is None else found.get(f"{_W}val", usual)

    indent = node.find(f"{_W}pPr/{_W}ind")
    legal = node.find(f"{_W}isLgl")
    left, hanging = _indents(indent)
    return ListLevel(
        said("numFmt", "decimal"), said("lvlText", ""), said("suff", "tab"), left, hanging,
        legal is not None and legal.get(f"{_W}val", "1") not in {"0", "false", "off"},
    )  # fmt: skip


def _indents(node: etree._Element | None) -> tuple[float | None, float | None]:
    if node is None:
        return None, None
    left = node.get(f"{_W}left") or node.get(f"{_W}start")
    hanging = node.get(f"{_W}hanging")
    if hanging is None and (first := node.get(f"{_W}firstLine")):
        hanging = str(-int(float(first)))
    return (None if left is None else float(left) / 20), (None if hanging is None else float(hanging) / 20)


def printed_number(levels: Sequence[ListLevel], path: Sequence[int]) -> str:
    """Return what Word prints before a paragraph of the level that `path` ends in, with the white behind it; `path` are its counters."""
    if len(path) > len(levels):
        return ""
    level = levels[len(path) - 1]
    if level.format in {"none", "bullet"}:
        return ""

    def counter(place: re.Match[str]) -> str:
        at = int(place.group(1)) - 1
        if at >= len(path):
            return ""
        return in_format(path[at], "decimal" if level.is_legal else levels[at].format)

    return _PLACE.sub(counter, level.text) + {"space": " ", "nothing": ""}.get(level.suffix, "  ")


def in_format(number: int, format_: str) -> str:
    """Return a counter from 1 as a format of Word prints it; Arabic where the format is unknown here."""
    match format_:
        case "chineseCounting" | "chineseCountingThousand" | "ideographDigital" | "japaneseCounting" | "taiwaneseCountingThousand":
            return chinese(number)
        case "chineseLegalSimplified" | "ideographLegalTraditional":
            return "".join(_FORMAL[_DIGITS.index(each)] if each in _DIGITS else each.replace("十", "拾") for each in chinese(number))
        case "upperRoman" | "lowerRoman":
            return roman(number).upper() if format_ == "upperRoman" else roman(number)
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if format_ == "upperLetter" else letter
        case "decimalZero":
            return f"{number:02}"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese":
            return chr(0x2460 + number - 1) if number <= 20 else str(number)
        case "ideographTraditional":
            return _STEMS[(number - 1) % len(_STEMS)]
        case "ideographZodiac":
            return _BRANCHES[(number - 1) % len(_BRANCHES)]
        case "none":
            return ""
        case _:
            return str(number)


def chinese(number: int) -> str:
    """Return 1 to 99 in Chinese characters (十二, 二十); larger numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def roman(number: int) -> str:
    """Return a small number in lower-case roman numerals."""
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out
