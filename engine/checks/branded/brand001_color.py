"""BRAND001: a text has a colour that the brand has not.

What it does: compares the colour that a run of text names itself with the palette of the theme and the colours of its template. Colours
of the Office theme are the brand's by definition, and so are black and white; nothing is said of a colour that text only inherits.
Why it matters: a red of one's own beside the red that means “missed” says something that nobody meant, and a recoloured template leaves it behind.

Fails: a sentence somebody made FF00FF by hand. A title in a blue from another deck.
Passes: text in the theme's colours, whichever way they are named; a copy of the file in another theme.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.branded.definition import BrandCheck
from engine.checks.drawn.definition import on_page, quoted
from engine.model.brand_rules import BrandRules
from engine.model.theme import Color
from engine.probe.drawn import DrawnFile

_NEAR = 2
"""How far each part of a colour may be from one of the brand: what programs round."""


def nearest_color(color: str, rules: BrandRules) -> tuple[str, int]:
    """Return the colour of the brand that is most like a colour, and how far the part that differs most is from it."""
    return min(((each, _distance(color, each)) for each in sorted(rules.colors)), key=lambda pair: pair[1])


def _distance(one: str, other: str) -> int:
    return max(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (0, 2, 4))


def run(drawn: DrawnFile, rules: BrandRules, where: Location) -> Iterator[Diagnostic]:
    told: set[tuple[int, str, str]] = set()
    for text in drawn.texts:
        key = (text.page, text.place, text.color)
        if len(text.color) != len(Color("000000").hex) or text.color in rules.colors or key in told:
            continue
        near, distance = nearest_color(text.color, rules)
        if distance > _NEAR:
            told.add(key)
            at, called = on_page(drawn, text.page), quoted(text.words, Phrase("", ""))
            yield warning(
                "BRAND001",
                f"{at.zh}的{called.zh}用了主题“{rules.theme}”没有的颜色 #{text.color}",
                f"{called.en} {at.en} has the colour #{text.color}, which the theme {rules.theme!r} has not",
                where,
                Phrase(f"改用主题颜色，最接近的是 #{near}", f"use a colour of the theme; the nearest is #{near}"),
            )


CHECK = BrandCheck("BRAND001", ("pptx", "docx"), run)
