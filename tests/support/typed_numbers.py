"""Numbers on the pages that are typed, not taken from a table: what a change in the data would leave untrue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.model.deck import Deck, Slide, TableBox, TextBox, TextLine

FACT = "\ue000"
"""Stands where a fact was printed."""

_UNITS = "%|‰|亿元|万元|千元|百万|亿|万人|万单|万次|万|元|个百分点|倍|周|天|小时|分钟|个月|人|份|场|起|项|分|城|类|件"
FIGURE = re.compile(rf"(?<![A-Za-z0-9.\ue000])[+−-]?[¥]?\d[\d,]*(?:\.\d+)?(?:\s?(?:{_UNITS}))?")

CALENDAR = re.compile(
    r"\d{4}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?"
    r"|\d{1,2}\s?月\s?(?:\d{1,2}\s?日|底|初|中旬|上旬|下旬)?"
    r"|\d{1,2}(?:\s?[–-]\s?\d{1,2})?\s?(?:月|日)"
    r"|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}/\d{1,2}(?!\d)"
    r"|第?\s?\d{1,2}\s?[–-]\s?\d{1,2}\s?周|W\d{1,2}(?:\s?[–-]\s?W?\d{1,2})?|\d{2}Q[1-4]|\d{4}(?:H|Q)[1-4]"
)
NAMES = re.compile(r"双\s?1[12]|618|38\s?节|(?:A|B|C)\s?级|[TR]\d\b")
"""Campaigns and grades that have digits in their names."""

NUMBERING = re.compile(r"\d{1,2}(?:\s?[–-]\s?\d{1,2})?|0\d\s.*")
"""A paragraph that is only this is a page, or the number of a section, step or card; one that begins with 01 names a section."""


def typed_numbers(deck: Deck) -> list[str]:
    """Return `slide: number … sentence` for every number that no fact printed, dates, names and numbering aside."""
    return [line for slide in deck.slides for line in dict.fromkeys(_on(slide))]


def _on(slide: Slide) -> Iterator[str]:
    for paragraph in _paragraphs(slide):
        words = "".join(FACT if run.fact else run.text for run in paragraph.runs).replace("\n", "").replace("\u00a0", " ")
        rest = CALENDAR.sub(" ", NAMES.sub(" ", words)).strip()
        found = [] if NUMBERING.fullmatch(rest) else [match.group().strip() for match in FIGURE.finditer(rest)]
        if found:
            yield f"{slide.id}: {' | '.join(found)} ← {words.replace(FACT, '…').strip()}"


def _paragraphs(slide: Slide) -> Iterator[TextLine]:
    for element in slide.elements:
        if isinstance(element, TextBox) and element.slot != "page_number":
            yield from element.paragraphs
        elif isinstance(element, TableBox):
            yield from (line for row in element.rows for cell in row.cells if cell for line in cell.paragraphs)
