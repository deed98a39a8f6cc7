"""Printed numbers of headings, lists and pages: those of the template's lists, else 一、（一） 1. （1） in Chinese, 1 1.1 and so on in English."""

from __future__ import annotations

from engine.base.diagnostics import Language
from engine.base.records import dataclass
from engine.brand.paper_lists import ListLevel, chinese, printed_number, roman
from engine.brand.paper_style import PaperBrand
from engine.model.paper import HEADINGS, ParagraphRole

__all__ = ["Numbers", "chinese", "heading_number", "item_number", "numbers_of", "roman"]
_NARROW = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a paper numbers: `headings` are the levels of the list of each heading's style, None where the house's own stand, empty for a
    heading without a number; `item` those of a numbered list. `bullets` are the signs of both levels of a list, empty for a square.
    """

    language: Language
    headings: tuple[tuple[ListLevel, ...], ...] | None = None
    item_levels: tuple[ListLevel, ...] = ()
    bullets: tuple[str, str] = ("", "–")

    def heading(self, level: int, path: tuple[int, ...]) -> str:
        """Return what stands before a heading of a level from 1 to 4; `path` are its counters from level 1 down."""
        if self.headings is None:
            return heading_number(level, path, self.language)
        return printed_number(self.headings[level - 1], path[:level])

    def item(self, number: int) -> str:
        """Return the number of a list item."""
        if not self.item_levels:
            return item_number(number, self.language)
        printed = printed_number(self.item_levels, (number,)).rstrip()
        return printed if self.language is Language.ZH else printed.translate(_NARROW)


def numbers_of(brand: PaperBrand, language: Language) -> Numbers:
    """Return how the template numbers a report in a language."""

    def levels(role: ParagraphRole) -> tuple[ListLevel, ...]:
        numbered = brand.style(role).numbering
        if numbered is None:
            return ()
        is_heading = role in HEADINGS and language is not Language.ZH
        return brand.lists.get(brand.english_headings if is_heading else numbered[0], ())

    def bullet(role: ParagraphRole, usual: str) -> str:
        numbered = brand.style(role).numbering
        found = brand.lists.get(numbered[0], ()) if numbered is not None else ()
        sign = found[numbered[1]].bullet if numbered is not None and numbered[1] < len(found) else ""
        return sign or usual

    signs = bullet(ParagraphRole.BULLET, "•"), bullet(ParagraphRole.BULLET_2, "–")
    first = "" if signs[0] == "■" else signs[0]  # the small square is drawn
    return Numbers(language, tuple(levels(role) for role in HEADINGS), levels(ParagraphRole.NUMBERED), (first, signs[1]))


def heading_number(level: int, path: tuple[int, ...], language: Language) -> str:
    """Return what stands before a heading of a level from 1 to 4 where no template says it; `path` are its counters from level 1 down."""
    number = path[level - 1]
    if language is Language.ZH:
        return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}. ", f"（{number}）")[level - 1]
    return f"({number}) " if level == 4 else ".".join(map(str, path[:level])) + " "


def item_number(number: int, language: Language) -> str:
    """Return the number of a list item where no template says it."""
    return f"（{number}）" if language is Language.ZH else f"({number})"
