"""BRAND002: a text is set in a font that the brand has not.

What it does: compares the fonts that runs of text name themselves, and those that a PDF holds, with the fonts of the theme and its template.
Text that takes the fonts of the Office theme, or inherits them, is in order.
Why it matters: text pasted from elsewhere brings its font along; the page looks patched, and breaks lines elsewhere than it was measured.

Fails: a paragraph pasted in Comic Sans MS. A PDF with a font in it that the theme does not name.
Passes: text in the fonts of the theme, or in those of the template, whichever way they are named.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.branded.definition import BrandCheck
from engine.checks.drawn.definition import on_page, quoted
from engine.model.brand_rules import BrandRules
from engine.probe.drawn import DrawnFile


def _key(name: str) -> str:
    return "".join(each for each in name.casefold() if each.isalnum())


def run(drawn: DrawnFile, rules: BrandRules, where: Location) -> Iterator[Diagnostic]:
    known = {_key(name) for name in rules.fonts}
    listed = sorted(rules.fonts)
    mend = Phrase(f"改用主题字体：{'、'.join(listed)}", f"use the fonts of the theme: {', '.join(listed)}")
    told: set[tuple[int, str, str]] = set()
    for text in drawn.texts:
        for face in text.faces:
            if _key(face) not in known and (text.page, text.place, face) not in told:
                told.add((text.page, text.place, face))
                at, called = on_page(drawn, text.page), quoted(text.words, Phrase("", ""))
                yield warning(
                    "BRAND002",
                    f"{at.zh}的{called.zh}用了主题“{rules.theme}”没有的字体“{face}”",
                    f"{called.en} {at.en} is set in {face!r}, which the theme {rules.theme!r} has not",
                    where,
                    mend,
                )
    for font in drawn.fonts:
        if not any(_key(_plain(font.name)).startswith(name) for name in known):
            zh, en = (
                f"PDF 里有主题“{rules.theme}”没有的字体“{font.name}”",
                f"the PDF has the font {font.name!r}, which the theme {rules.theme!r} has not",
            )
            yield warning("BRAND002", zh, en, where, mend)


def _plain(name: str) -> str:
    """Return the name of a font in a PDF without the mark of a subset (`ABCDEF+`)."""
    mark, plus, rest = name.partition("+")
    return rest if plus and len(mark) == len("ABCDEF") and mark.isupper() else name


CHECK = BrandCheck("BRAND002", ("pptx", "docx", "pdf"), run)
