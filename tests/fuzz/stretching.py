"""Values of content at the ends of what is legal: words, figures, dates and lists that nobody writes, and some author will."""

from __future__ import annotations

import random
import re
from typing import Any

Tree = Any
"""What JSON can hold."""

TEXTS = (
    "字", "A", "·", "。", "—", "%", "0", "-", "（", "a b", "  两端空格  ", "a\u00a0b\u2007c\u3000d", "x,y;z|w", "第一行\n第二行", "一\t二",
    "字" * 40, "字" * 300, "字，" * 700, "W" * 120, "word " * 200, "https://example.com/" + "x" * 150, "<b>&amp;\"'</b>]]>", "_x0041_ _x000D_",
    "=1+1", "@SUM(A1)", "+86 138", "𠮷野家𠀋", "Cafe\u0301", "한국어", "日本語ー「」々", "Ⅷ①㊀½‰㎡℃", "→↑★☆✓●■",
    "\\frac{1}{2} $x$", "%s {0} {x}", "# 标题", "- 项", "**粗** *斜* `码`", "[链接](https://example.com/?a=1&b=%E5%AD%97)", "1.5 万元", "nan", "true",
    "null", "~", "2025-02-28", "C:\\x\\y", "../x", "'", '"', "'; DROP", "A&B", "a<b>c", "１２３", "…", "《》“”", "Ａ" * 50,
)  # fmt: skip
SHORT = tuple(text for text in TEXTS if len(text) <= 12)
INTS = (0, 1, 2, 3, 5, 12, 13, 60, 100, -1, 10**6, 10**12)
FLOATS = (0.0, 0.001, 0.5, 1.0, 99.95, 123456.789, -0.5, 1e12, 1e-9)
PERCENTS = ("0%", "0.01%", "1%", "50%", "99.99%", "100%", "101%", "1000%")
DATES = ("2025-01-01", "2025-06-30", "2024-02-29", "1999-12-31", "2099-12-31")
COUNTS = (1, 1, 2, 3, 5, 8, 13, 30, 60)
_DATE, _PERCENT, _NUMBER = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"[-+]?\d+(\.\d+)?%"), re.compile(r"[-+]?[\d,]+(\.\d+)?")
_REFERENCE = re.compile(r"\[([^\]]*)\]\(#[^)]*\)")


def without_references(tree: Tree) -> Tree:
    """Return a tree whose words do not point at charts and tables, which may not come along."""
    match tree:
        case dict():
            return {key: without_references(value) for key, value in tree.items()}
        case list():
            return [without_references(item) for item in tree]
        case str():
            return _REFERENCE.sub(r"\1", tree)
        case _:
            return tree


def stretched(tree: Tree, chance: random.Random, share: float) -> Tree:
    """Return a tree with about that share of its values at an end of what they may be."""
    match tree:
        case dict():
            kept = {key: value for key, value in tree.items() if len(tree) == 1 or chance.random() > share / 4}
            return {key: stretched(value, chance, share) for key, value in kept.items()}
        case list():
            items = [stretched(item, chance, share) for item in tree]
            return _listed(tree, items, chance, share) if chance.random() < share else items
        case _:
            return _end(tree, chance) if chance.random() < share else tree


def _listed(tree: list[Tree], items: list[Tree], chance: random.Random, share: float) -> list[Tree]:
    """Return a list of another length, or in another order."""
    count = chance.choice(COUNTS)
    if chance.random() < 0.2:
        return items[::-1]
    while tree and len(items) < count:
        items.append(stretched(chance.choice(tree), chance, share))
    return items[:count]


def _end(value: Tree, chance: random.Random) -> Tree:
    match value:
        case bool():
            return not value
        case int():
            return chance.choice(INTS)
        case float():
            return chance.choice(FLOATS)
        case str():
            return _text(value, chance)
        case _:
            return value


def _text(value: str, chance: random.Random) -> str:
    if _DATE.fullmatch(value):
        return chance.choice(DATES)
    if _PERCENT.fullmatch(value):
        return chance.choice(PERCENTS)
    if _NUMBER.fullmatch(value):
        return str(chance.choice((*INTS, *FLOATS)))
    if "{{" in value:
        return chance.choice(SHORT) + value
    return chance.choice(TEXTS if chance.random() < 0.6 else SHORT)
