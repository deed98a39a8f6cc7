"""BRAND004: a text is smaller than the theme allows.

What it does: compares the size of every text, as it is inherited and shrunk, with the smallest size that the theme gives any role of that form: decks or
documents (`min:` in its type scale, with its `scale`). Marks of one or two characters may be smaller.
Why it matters: the theme says how small a text may become before it belongs on another page; by hand nobody is asked.

Fails: a line of 7 pt on a slide whose theme goes down to 9 pt; a table of a document shrunk to 6 pt.
Passes: text in any size the theme has; the figure of a footnote.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.branded.definition import BrandCheck
from engine.checks.drawn.definition import on_page, quoted
from engine.checks.drawn.fit020_small_text import is_small
from engine.model.brand_rules import BrandRules
from engine.probe.drawn import DrawnFile


def run(drawn: DrawnFile, rules: BrandRules, where: Location) -> Iterator[Diagnostic]:
    told: set[tuple[int, str, float]] = set()
    for text in drawn.texts:
        key = (text.page, text.place, text.size)
        if is_small(text, rules.least) and key not in told:
            told.add(key)
            at, called = on_page(drawn, text.page), quoted(text.words, Phrase("", ""))
            yield warning(
                "BRAND004",
                f"{at.zh}的{called.zh}只有 {text.size:g} 磅，主题“{rules.theme}”最小 {rules.least:g} 磅",
                f"{called.en} {at.en} is set in {text.size:g} pt; the smallest of the theme {rules.theme!r} is {rules.least:g} pt",
                where,
                Phrase("删减文字或分成两页，再放大", "cut words or use two pages, then enlarge it"),
            )


CHECK = BrandCheck("BRAND004", ("pptx", "docx", "pdf"), run)
