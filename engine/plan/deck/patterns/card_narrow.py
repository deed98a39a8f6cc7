"""Narrow point cards: subtitle, figure and share above the words, the next step below (slide 10). They draw every part a card can have."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Align, Card
from engine.model.deck import Anchor
from engine.model.inlines import Text, Tone, text
from engine.model.theme import STATUS_TONES
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas, stacked_height
from engine.plan.deck.patterns.card_point import PADDING, accent, title_width, words_of
from engine.plan.deck.sheet import Sheet

CAPTION_ROW = 0.24
STAT_ROW = 0.25
STATS_SHARE = 0.6


def _parts(cards: tuple[Card, ...]) -> tuple[bool, bool, bool, bool]:
    """Tell which parts any card of the block has: subtitle, figure, share bar, footer. All cards keep room for them."""
    return (
        any(card.subtitle for card in cards),
        any(card.figure or card.caption or card.stats for card in cards),
        any(card.share is not None or card.share_note for card in cards),
        any(card.footer for card in cards),
    )


def _title_height(cards: tuple[Card, ...], column: Length, sheet: Sheet) -> Length:
    style = sheet.style("card_title_large")
    lines = max(min(2, sheet.line_count(card.title, style, title_width(card, column, sheet))) for card in cards)
    return pt(max(1, lines) * style.pitch)


def _head_height(cards: tuple[Card, ...], column: Length, sheet: Sheet) -> Length:
    subtitle, figure, share, _ = _parts(cards)
    parts_of = (sheet.u(0.26) if subtitle else ZERO, _figure_row(cards, sheet) if figure else ZERO, sheet.u(0.52) if share else ZERO)
    return sheet.u(0.22) + _title_height(cards, column, sheet) + sum(parts_of, ZERO) + sheet.u(0.14)


def height(cards: tuple[Card, ...], width: Length, sheet: Sheet, level: int) -> Length:
    column = width - sheet.u(PADDING * 2)
    body = max(stacked_height(sheet, words_of(card, sheet, level), column) for card in cards)
    return _head_height(cards, column, sheet) + sheet.u(0.14) + body + sheet.u(0.16) + _footer_height(cards, column, sheet)


def _footer_height(cards: tuple[Card, ...], column: Length, sheet: Sheet) -> Length:
    footers = [card.footer for card in cards if card.footer]
    if not footers:
        return ZERO
    style = sheet.style("footer_strong")
    lines = max(min(2, sheet.line_count(stat.value, style, column)) for stat in footers)
    return sheet.u(0.44) + pt(lines * style.pitch) + sheet.u(0.10)


def draw(_number: int, card: Card, cards: tuple[Card, ...], frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    canvas.card("card", frame)
    column = frame.inset(sheet.u(PADDING), ZERO)
    _, _, _, has_footer = _parts(cards)
    if card.tag:
        parts.draw_pill(canvas, column.right, frame.y + sheet.u(0.24), card.tag, card.tone, column.width)
    y = _draw_head(card, cards, column, canvas)
    canvas.rule("rule", Point(column.x, y), column.width)
    footer = _footer_height(cards, column.width, sheet)
    bottom = frame.bottom - footer - sheet.u(0.08)
    top = y + sheet.u(0.14)
    canvas.paragraphs("body", Rect(column.x, top, column.width, bottom - top), words_of(card, sheet, level))
    if has_footer and card.footer:
        y = frame.bottom - footer
        canvas.rule("footer-rule", Point(column.x, y), column.width)
        label = sheet.style("label", "ink3")
        canvas.text("footer-label", Rect(column.x, y + sheet.u(0.12), column.width, sheet.u(0.24)), card.footer.label, label)
        rest = Rect(column.x, y + sheet.u(0.36), column.width, frame.bottom - y - sheet.u(0.44))
        canvas.text("footer", rest, card.footer.value, sheet.style("footer_strong"))


def _draw_head(card: Card, cards: tuple[Card, ...], column: Rect, canvas: Canvas) -> Length:
    sheet = canvas.sheet
    subtitle, figure, share, _ = _parts(cards)
    y = column.y + sheet.u(0.22)
    title_height = _title_height(cards, column.width, sheet)
    title = Rect(column.x, y, title_width(card, column.width, sheet), title_height)
    canvas.text("title", title, card.title, sheet.style("card_title_large"))
    y += title_height
    if subtitle:
        canvas.text(
            "subtitle", Rect(column.x, y + sheet.u(0.02), column.width, sheet.u(0.24)), card.subtitle, sheet.style("caption", "ink2")
        )
        y += sheet.u(0.26)
    if figure:
        row = _figure_row(cards, sheet)
        _draw_figure(card, Rect(column.x, y + sheet.u(0.08), column.width, row - sheet.u(0.14)), canvas)
        y += row
    if share:
        _draw_share(card, Rect(column.x, y + sheet.u(0.06), column.width, sheet.u(0.44)), canvas)
        y += sheet.u(0.52)
    return y + sheet.u(0.14)


def _figure_row(cards: tuple[Card, ...], sheet: Sheet) -> Length:
    """Return the height of the figure with its caption or stats; all cards keep the room that one needs."""
    captioned = sheet.u(0.86) + (sheet.u(CAPTION_ROW - 0.04) if any(card.caption for card in cards) else ZERO)
    return max(captioned, sheet.u(0.30 + STAT_ROW * max(len(card.stats) for card in cards)))


def _draw_figure(card: Card, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    style = sheet.figure_style("hero_small", accent(card))
    stats_width = _stats_width(card, frame.width, sheet)
    figure = Rect(frame.x, frame.y, frame.width - stats_width, frame.height)
    if card.caption:
        figure = Rect(frame.x, frame.y, figure.width, frame.height - sheet.u(CAPTION_ROW))
        canvas.text("caption", Rect(frame.x, figure.bottom, figure.width, sheet.u(CAPTION_ROW)), card.caption, sheet.style("label", "ink2"))
    canvas.text("figure", figure, card.figure, style, anchor=Anchor.MIDDLE)
    style = sheet.style("stat_line", "ink2", align=Align.RIGHT)
    for row, stat in enumerate(card.stats):
        line = Rect(frame.right - stats_width, frame.y + sheet.u(0.12 + STAT_ROW * row), stats_width, sheet.u(0.24))
        canvas.text("stat", line, _stat_line(stat.label, stat.value), style)


def _stat_line(label: Text, value: Text) -> Text:
    """Return “目标 5,600 万元” as one text."""
    return Text((*label.spans, *text("  ").spans, *value.spans), value.where)


def _stats_width(card: Card, width: Length, sheet: Sheet) -> Length:
    """Return the width of the stats beside the figure: at most a part of the card if there is a figure."""
    if not card.stats:
        return ZERO
    style = sheet.style("stat_line")
    natural = max(sheet.width(_stat_line(stat.label, stat.value), style) for stat in card.stats) + sheet.u(0.06)
    return min(natural, width * (STATS_SHARE if card.figure or card.caption else 1.0))


def fits_across(card: Card, width: Length, sheet: Sheet) -> bool:
    """Tell whether figure and caption, at their smallest, stand beside the stats in a card of this width."""
    inner = width - sheet.u(PADDING * 2)
    left = inner - _stats_width(card, inner, sheet)
    figure, caption = sheet.figure_style("hero_small", accent(card)), sheet.style("label")
    needs = (sheet.width(words, style.sized(style.role.minimum)) for words, style in ((card.figure, figure), (card.caption, caption)))
    return max(needs) <= left


def _draw_share(card: Card, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    track = Rect(frame.x, frame.y, frame.width, sheet.u(0.10))
    if card.share is not None:
        canvas.box("track", track, "line")
        fill = sheet.theme.tone(card.tone) if card.tone in STATUS_TONES and accent(card) is not Tone.STRONG else sheet.color("primary")
        canvas.box("share", replace(track, width=track.width * min(1.0, max(0.0, card.share))), fill)
    note = Rect(frame.x, track.bottom + sheet.u(0.06), frame.width, sheet.u(0.24))
    canvas.text("share-note", note, card.share_note, sheet.style("label", "ink2"))
