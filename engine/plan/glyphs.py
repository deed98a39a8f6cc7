"""Characters that the fonts of a report cannot draw: signs such as emoji are left out with a warning, a missing letter is an error.

They would come out as boxes in the PDF. Another font never stands in: which one there is differs between machines, and so would the pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Outcome, Phrase, error, warning
from engine.base.records import replace
from engine.layout.fonts import FontBook
from engine.model.deck import ChartBox, Deck, Slide, TableBox, TextBox
from engine.model.facts import Ledger
from engine.model.report import Report

T = TypeVar("T")
Words = tuple[str, Location]

MOST_LISTED = 8
_LETTERS = ("L", "M", "N")
"""Categories of characters that carry the words: a name without one of its characters is another name."""

_JOINED = "[\ufe00-\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*"
"""What belongs to the sign before it: variation selectors, joiners, key caps, skin tones."""


def draws(deck: Deck, books: tuple[FontBook, ...]) -> bool:
    """Tell whether the fonts have every character of planned slides or pages: of nearly all reports they do, and `drawable` need not look."""
    characters = set[str]().union(*(words for slide in deck.slides for words in _planned_words(slide)))
    return not any(book.missing_glyphs("".join(characters)) for book in books)


def _planned_words(slide: Slide) -> Iterator[str]:
    yield slide.title
    yield slide.notes.plain
    for element in slide.elements:
        match element:
            case TextBox():
                yield element.plain
            case TableBox():
                for row in element.rows:
                    yield from (line.plain for cell in row.cells if cell for line in cell.paragraphs)
            case ChartBox():
                yield from element.figure.categories
                yield from (series.name for series in element.figure.series)
            case _:
                pass


def drawable(report: Report, books: tuple[FontBook, ...]) -> Outcome[Report]:
    """Return the report without the signs that one of its fonts lacks, and a finding at the very text of each; the same report if it has none."""
    characters = {character for words, _ in _words(report, report.meta.where) for character in words}
    missing = {character for book in books for character in book.missing_glyphs("".join(sorted(characters)))}
    if not missing:
        return Outcome(report)
    findings = tuple(_findings(report, missing))
    return Outcome(_without(report, _sign_pattern(missing)), tuple(dict.fromkeys(findings)))


def _findings(report: Report, missing: set[str]) -> Iterator[Diagnostic]:
    for words, where in _words(report, report.meta.where):
        found = [character for character in dict.fromkeys(words) if character in missing]
        letters = [character for character in found if _is_letter(character)]
        signs = [character for character in found if not _is_letter(character)]
        if letters:
            yield error(
                "FONT003",
                f"字体里没有这些字：{_listing(letters)}",
                f"the font lacks these characters: {_listing(letters)}",
                where,
                Phrase(
                    "换成字体里有的字，或在主题中换用含有它们的字体", "use characters it has, or name a font in the theme that has these"
                ),
            )
        if signs:
            yield warning(
                "FONT003",
                f"字体里没有这些符号，已略去：{_listing(signs)}",
                f"the font lacks these signs, they are left out: {_listing(signs)}",
                where,
                Phrase("删去它们，或换成字体里有的，例如用 ✓ 代替 ✔", "remove them, or use signs the font has, such as ✓ for ✔"),
            )


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in _LETTERS and not re.fullmatch(_JOINED, character)


def _listing(characters: list[str]) -> str:
    shown = " ".join(f"{character} (U+{ord(character):04X})" for character in characters[:MOST_LISTED])
    return f"{shown} …" if len(characters) > MOST_LISTED else shown


def _words(value: object, where: Location) -> Iterator[Words]:
    """Yield every string of a report and the nearest place that is known of it; the ledger keeps what the tables hold."""
    if isinstance(value, str):
        yield value, where
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item, where)
    elif not isinstance(value, Location | Ledger):
        own = getattr(value, "where", NOWHERE)
        for name in _names(value):
            yield from _words(getattr(value, name), where if own == NOWHERE else own)


def _names(value: object) -> tuple[str, ...]:
    """Return the names of a dataclass's fields, none of anything else."""
    kind = type(value)
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return _KNOWN[kind]


_KNOWN: dict[type, tuple[str, ...]] = {}


def _sign_pattern(missing: set[str]) -> re.Pattern[str]:
    """Return what to leave out: a sign with what belongs to it, and one of the spaces around it."""
    signs = "".join(re.escape(character) for character in sorted(missing) if not _is_letter(character))
    sign = f"(?:[{signs}]{_JOINED})+" if signs else r"(?!)"
    return re.compile(f"(?<=[ \\u00a0]){sign}[ \\u00a0]|[ \\u00a0]{sign}(?=$|[\\n，。；：！？、）])|^{sign}[ \\u00a0]|{sign}")


def _without(value: T, pattern: re.Pattern[str]) -> T:
    """Return a frozen value with every string in it changed; parts without a change are the same objects."""
    if isinstance(value, str):
        return pattern.sub("", value)  # type: ignore[return-value]  # T is str here
    if isinstance(value, tuple):
        changed = tuple(_without(item, pattern) for item in value)
        return value if all(new is old for new, old in zip(changed, value, strict=True)) else changed  # type: ignore[return-value]
    names = () if isinstance(value, Location | Ledger) else _names(value)
    before = {name: getattr(value, name) for name in names}
    after = {name: _without(old, pattern) for name, old in before.items()}
    altered = {name: new for name, new in after.items() if new is not before[name] and new != before[name]}
    return replace(value, **altered) if altered else value  # type: ignore[type-var]  # only dataclasses have names
