"""Titled statements: short ones as a numbered list, richer ones under headings of their own; voices as quotations."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.records import replace
from engine.model.blocks import Card, Cards, CardStyle, Stat
from engine.model.inlines import EMPTY, Text
from engine.model.one_line import one_line
from engine.model.paper import ParagraphRole
from engine.plan.paper import words
from engine.plan.paper.flow import Flow
from engine.plan.paper.texts import bold, ended, in_brackets, joined, labelled, led, toned

SHORT_BODY = 90
"""Cards whose text is no longer than this, with nothing below it, are items of a list."""


def write_cards(block: Cards, flow: Flow) -> None:
    if block.style is CardStyle.QUOTE:
        for card in block.items:
            _write_quote(card, flow)
        return
    if all(map(_is_short, block.items)):
        for number, card in enumerate(block.items, block.first):
            text = led(_title(card, flow), _opening(card, flow), flow.sheet)
            flow.paragraph(ParagraphRole.NUMBERED, text, number=flow.sheet.numbers.item(number))
        return
    level = flow.point_level()
    for card in block.items:
        _write_point(card, level, flow)


def _is_short(card: Card) -> bool:
    return not (card.bullets or card.stats or card.footer or card.share_note) and len(card.body.plain) <= SHORT_BODY


def _title(card: Card, flow: Flow) -> Text:
    return joined((one_line(card.title), in_brackets(toned(one_line(card.tag), card.tone), flow.sheet)))


def _write_point(card: Card, level: int, flow: Flow) -> None:
    if card.title:
        flow.heading(level, _title(card, flow))
    elif card.tag:
        flow.paragraph(ParagraphRole.LABEL, toned(one_line(card.tag), card.tone))
    flow.body(_opening(card, flow))
    for bullet in card.bullets:
        flow.paragraph(ParagraphRole.BULLET, bullet)
    if len(card.stats) > 2 and not card.share_note:
        for stat in card.stats:
            flow.paragraph(ParagraphRole.BULLET, labelled(stat, flow.sheet))
        card = replace(card, stats=())
    for line in _facts(card, flow):
        flow.paragraph(ParagraphRole.BULLET, line)


def _opening(card: Card, flow: Flow) -> Text:
    """Return the first paragraph: what it is about, the number that proves it, then the text."""
    figure = labelled(Stat(card.caption, bold(card.figure), card.tone), flow.sheet) if card.figure else card.caption
    head = joined((one_line(card.subtitle), figure), flow.sheet.say(words.SEMICOLON))
    space = " " if flow.sheet.say(words.STOP).endswith(" ") else ""
    return joined((ended(head, flow.sheet), card.body), space) if head else card.body


def _facts(card: Card, flow: Flow) -> Iterator[Text]:
    """Yield the small figures as one line, the share, and the closing line."""
    between = flow.sheet.say(words.SEMICOLON)
    stats = joined((labelled(stat, flow.sheet) for stat in card.stats), between)
    yield joined((stats, one_line(card.share_note)), between)
    yield labelled(Stat(bold(card.footer.label), card.footer.value), flow.sheet) if card.footer else EMPTY


def _write_quote(card: Card, flow: Flow) -> None:
    """Append what was said, who said it, and what follows from it."""
    sheet = flow.sheet
    if card.title:
        flow.paragraph(ParagraphRole.LABEL, one_line(card.title))
    said = joined((sheet.say(words.QUOTE_OPEN), card.body, sheet.say(words.QUOTE_CLOSE)) if card.body else ())
    person = joined((one_line(card.caption), in_brackets(toned(one_line(card.tag), card.tone), sheet)))
    source = joined((sheet.say(words.DASH), person)) if person else EMPTY
    flow.paragraph(ParagraphRole.QUOTE, joined((said, source)), keep_next=card.footer is not None)
    for line in (*card.bullets, *_facts(card, flow), *_rest(card)):
        flow.paragraph(ParagraphRole.BULLET_2, line)


def _rest(card: Card) -> Iterator[Text]:
    yield one_line(card.subtitle)
    yield bold(card.figure)
