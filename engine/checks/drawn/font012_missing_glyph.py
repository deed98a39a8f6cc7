"""FONT012: a font has no glyph for a character that is set in it.

What it does: follows each run of a deck or document to the fonts it names, for Latin and for East Asian text, and asks those that are installed,
or the one that stands in for a font that is not, for every printing character. One is missing when neither has it.
Why it matters: each program then takes the glyph from a font of its own choice, or prints an empty box.

Fails: ตลาด, or an emoji, in Noto Sans CJK SC.
Passes: 年中述职 in the same; what is set in a font of signs, such as Wingdings.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile
from engine.probe.glyphs import lacking

SIGNS = ("symbol", "wingdings", "webdings", "dingbats", "marlett")
"""Fonts that draw signs in the places of letters."""
MOST_SHOWN = 5
SKIPPED = "signs"


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    told: set[str] = set()
    asked: dict[tuple[str, str], set[str]] = {}
    for text in drawn.texts:
        families = (text.ea, text.latin)
        if families not in asked:
            draws_signs = any(sign in family.casefold() for family in families for sign in SIGNS)
            asked[families] = {SKIPPED} if draws_signs else set()
        known = asked[families]
        if SKIPPED in known or known.issuperset(text.words):  # most texts have no character that the ones before had not
            continue
        missing = [char for char in lacking(families, "".join(char for char in text.words if char not in known)) if char not in told]
        known.update(text.words)
        if missing:
            told.update(missing)
            shown = " ".join(f"{char} (U+{ord(char):04X})" for char in missing[:MOST_SHOWN])
            named = next(filter(None, families))
            at, called = on_page(drawn, text.page), quoted(text.words, Phrase("", ""))
            yield warning(
                "FONT012",
                f"{at.zh}的{called.zh}里，字体 {named} 没有这些字符：{shown}",
                f"in {called.en} {at.en} the font {named} lacks {shown}",
                where,
                Phrase("换成字体里有的字符，或给它们选一个有的字体", "use characters that it has, or give these a font that has them"),
            )


CHECK = DrawnCheck("FONT012", ("pptx", "docx"), run)
