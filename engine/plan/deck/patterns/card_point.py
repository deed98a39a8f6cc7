"""Point cards: wide ones carry the figure at the left (slide 09), narrow ones above the text (slide 10)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Align, Card
from engine.model.deck import Anchor
from engine.model.inlines import Text, Tone, text
from engine.model.theme import STATUS_TONES
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.running import Running
from engine.plan.deck.sheet import Sheet

FIGURE_COLUMN = 1.94
NUMBER_COLUMN = 0.86
PADDING = 0.28
RIGHT_PADDING = 0.24
BULLET_AFTER = 5.0
CAPTION_ROW = 0.24


def _paragraphs(card: Card, sheet: Sheet, level: int) -> list[Para]:
    return Running(card.body, card.bullets).paragraphs(sheet.style("body", "ink2").at(level), BULLET_AFTER, sheet.color("p400"))


def accent(card: Card) -> Tone:
    """Figures of a card below target take the status colour; all others the primary."""
    return card.tone if card.tone in {Tone.IMPROVE, Tone.MISSED} else Tone.STRONG


# wide ---------------------------------------------------------------------------------------------------------------


def _wide_left(cards: tuple[Card, ...]) -> float:
    return FIGURE_COLUMN if any(card.figure for card in cards) else NUMBER_COLUMN


def wide_height(card: Card, cards: tuple[Card, ...], width: Length, sheet: Sheet, level: int) -> Length:
    left = sheet.u(_wide_left(cards))
    column = width - left - sheet.u(RIGHT_PADDING * 2)
    title = _wide_title_height(card, column, sheet)
    body = stacked_height(sheet, _paragraphs(card, sheet, level), column)
    footer = sheet.u(0.34) if card.footer else ZERO
    return max(sheet.u(1.30), sheet.u(0.24) + title + sheet.u(0.10) + body + footer + sheet.u(0.22))


def _title_width(card: Card, column: Length, sheet: Sheet) -> Length:
    return column - (parts.pill_width(sheet, card.tag, card.tone, column) + sheet.u(0.12) if card.tag else ZERO)


def _wide_title_height(card: Card, column: Length, sheet: Sheet) -> Length:
    style = sheet.style("card_title")
    lines = min(2, sheet.line_count(card.title, style, _title_width(card, column, sheet)))
    return pt(max(1, lines) * style.pitch)


def draw_wide(number: int, card: Card, cards: tuple[Card, ...], frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    canvas.card("card", frame)
    left = sheet.u(_wide_left(cards))
    column = Rect(frame.x + left + sheet.u(RIGHT_PADDING), frame.y, frame.width - left - sheet.u(RIGHT_PADDING * 2), frame.height)
    _draw_wide_left(number, card, Rect(frame.x + sheet.u(PADDING), frame.y, left - sheet.u(PADDING), frame.height), canvas)
    canvas.upright("divider", Point(frame.x + left, frame.y + sheet.u(0.29)), frame.height - sheet.u(0.58))
    if card.tag:
        parts.draw_pill(canvas, column.right, frame.y + sheet.u(0.22), card.tag, card.tone, column.width)
    title = Rect(column.x, frame.y + sheet.u(0.22), _title_width(card, column.width, sheet), _wide_title_height(card, column.width, sheet))
    canvas.text("title", title, card.title, sheet.style("card_title"))
    footer = sheet.u(0.34) if card.footer else ZERO
    top = title.bottom + sheet.u(0.10)
    body = Rect(column.x, top, column.width, frame.bottom - sheet.u(0.18) - footer - top)
    canvas.paragraphs("body", body, _paragraphs(card, sheet, level))
    if card.footer:
        _draw_footer_line(card, Rect(column.x, frame.bottom - sheet.u(0.16) - footer, column.width, footer), canvas)


def _draw_wide_left(number: int, card: Card, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    counted = text(f"{number:02d}")
    if not card.figure:
        canvas.text(
            "number", Rect(frame.x, frame.y + sheet.u(0.20), frame.width, sheet.u(0.36)), counted, sheet.style("strip_figure", "primary")
        )
        return
    canvas.text("number", Rect(frame.x, frame.y + sheet.u(0.24), frame.width, sheet.u(0.24)), counted, sheet.style("caption", "ink3"))
    caption_height = pt(sheet.style("caption").pitch * 2)
    block = sheet.u(0.62) + caption_height
    top = frame.y + max(sheet.u(0.52), (frame.height - block).over(2) - sheet.u(0.02))
    width = frame.width - sheet.u(0.10)
    canvas.text(
        "figure",
        Rect(frame.x, top, width, sheet.u(0.60)),
        card.figure,
        sheet.figure_style("card_value", accent(card)),
        anchor=Anchor.MIDDLE,
    )
    canvas.text(
        "caption",
        Rect(frame.x, top + sheet.u(0.62), width, frame.bottom - top - sheet.u(0.70)),
        card.caption,
        sheet.style("caption", "ink2"),
    )


def _draw_footer_line(card: Card, frame: Rect, canvas: Canvas) -> None:
    if card.footer is None:
        return
    sheet = canvas.sheet
    label_style = sheet.style("caption", "ink3")
    label_width = parts.label_width(sheet, card.footer.label, label_style, frame.width)
    canvas.text("footer-label", Rect(frame.x, frame.y, label_width, frame.height), card.footer.label, label_style, anchor=Anchor.MIDDLE)
    rest = Rect(frame.x + label_width, frame.y, frame.width - label_width, frame.height)
    canvas.text("footer", rest, card.footer.value, sheet.style("caption_strong"), anchor=Anchor.MIDDLE)


# narrow -------------------------------------------------------------------------------------------------------------


def _narrow_parts(cards: tuple[Card, ...]) -> tuple[bool, bool, bool, bool]:
    """Tell which parts any card of the block has: subtitle, figure, share bar, footer. All cards keep room for them."""
    return (
        any(card.subtitle for card in cards),
        any(card.figure for card in cards),
        any(card.share is not None for card in cards),
        any(card.footer for card in cards),
    )


def _narrow_title_height(cards: tuple[Card, ...], column: Length, sheet: Sheet) -> Length:
    style = sheet.style("card_title_large")
    lines = max(min(2, sheet.line_count(card.title, style, _title_width(card, column, sheet))) for card in cards)
    return pt(max(1, lines) * style.pitch)


def _narrow_head_height(cards: tuple[Card, ...], column: Length, sheet: Sheet) -> Length:
    subtitle, figure, share, _ = _narrow_parts(cards)
    height = sheet.u(0.22) + _narrow_title_height(cards, column, sheet)
    height += sheet.u(0.26) if subtitle else ZERO
    height += _figure_row(cards, sheet) if figure else ZERO
    height += sheet.u(0.52) if share else ZERO
    return height + sheet.u(0.14)


def narrow_height(card: Card, cards: tuple[Card, ...], width: Length, sheet: Sheet, level: int) -> Length:
    column = width - sheet.u(PADDING * 2)
    body = stacked_height(sheet, _paragraphs(card, sheet, level), column)
    footer = _narrow_footer_height(cards, column, sheet)
    return _narrow_head_height(cards, column, sheet) + sheet.u(0.14) + body + sheet.u(0.16) + footer


def _narrow_footer_height(cards: tuple[Card, ...], column: Length, sheet: Sheet) -> Length:
    footers = [card.footer for card in cards if card.footer]
    if not footers:
        return ZERO
    style = sheet.style("footer_strong")
    lines = max(min(2, sheet.line_count(stat.value, style, column)) for stat in footers)
    return sheet.u(0.44) + pt(lines * style.pitch) + sheet.u(0.10)


def draw_narrow(_number: int, card: Card, cards: tuple[Card, ...], frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    canvas.card("card", frame)
    column = frame.inset(sheet.u(PADDING), ZERO)
    _, _, _, has_footer = _narrow_parts(cards)
    if card.tag:
        parts.draw_pill(canvas, column.right, frame.y + sheet.u(0.24), card.tag, card.tone, column.width)
    y = _draw_narrow_head(card, cards, column, canvas)
    canvas.rule("rule", Point(column.x, y), column.width)
    footer = _narrow_footer_height(cards, column.width, sheet)
    bottom = frame.bottom - footer - sheet.u(0.08)
    top = y + sheet.u(0.14)
    canvas.paragraphs("body", Rect(column.x, top, column.width, bottom - top), _paragraphs(card, sheet, level))
    if has_footer and card.footer:
        y = frame.bottom - footer
        canvas.rule("footer-rule", Point(column.x, y), column.width)
        label = sheet.style("label", "ink3")
        canvas.text("footer-label", Rect(column.x, y + sheet.u(0.12), column.width, sheet.u(0.24)), card.footer.label, label)
        rest = Rect(column.x, y + sheet.u(0.36), column.width, frame.bottom - y - sheet.u(0.44))
        canvas.text("footer", rest, card.footer.value, sheet.style("footer_strong"))


def _draw_narrow_head(card: Card, cards: tuple[Card, ...], column: Rect, canvas: Canvas) -> Length:
    sheet = canvas.sheet
    subtitle, figure, share, _ = _narrow_parts(cards)
    y = column.y + sheet.u(0.22)
    title_height = _narrow_title_height(cards, column.width, sheet)
    title = Rect(column.x, y, _title_width(card, column.width, sheet), title_height)
    canvas.text("title", title, card.title, sheet.style("card_title_large"))
    y += title_height
    if subtitle:
        canvas.text(
            "subtitle", Rect(column.x, y + sheet.u(0.02), column.width, sheet.u(0.24)), card.subtitle, sheet.style("caption", "ink2")
        )
        y += sheet.u(0.26)
    if figure:
        row = _figure_row(cards, sheet)
        _draw_narrow_figure(card, Rect(column.x, y + sheet.u(0.08), column.width, row - sheet.u(0.14)), canvas)
        y += row
    if share:
        _draw_share(card, Rect(column.x, y + sheet.u(0.06), column.width, sheet.u(0.44)), canvas)
        y += sheet.u(0.52)
    return y + sheet.u(0.14)


def _figure_row(cards: tuple[Card, ...], sheet: Sheet) -> Length:
    """Return the height of the figure with its caption; all cards keep room for a caption when one has it."""
    return sheet.u(0.86) + (sheet.u(CAPTION_ROW - 0.04) if any(card.caption for card in cards) else ZERO)


def _draw_narrow_figure(card: Card, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    style = sheet.figure_style("hero_small", accent(card))
    stats_width = _stats_width(card, sheet)
    figure = Rect(frame.x, frame.y, frame.width - stats_width, frame.height)
    if card.caption:
        figure = Rect(frame.x, frame.y, figure.width, frame.height - sheet.u(CAPTION_ROW))
        canvas.text("caption", Rect(frame.x, figure.bottom, figure.width, sheet.u(CAPTION_ROW)), card.caption, sheet.style("label", "ink2"))
    canvas.text("figure", figure, card.figure, style, anchor=Anchor.MIDDLE)
    style = sheet.style("stat_line", "ink2", align=Align.RIGHT)
    for row, stat in enumerate(card.stats[:2]):
        line = Rect(frame.right - stats_width, frame.y + sheet.u(0.12 + 0.25 * row), stats_width, sheet.u(0.24))
        canvas.text("stat", line, stat_line(stat.label, stat.value), style)


def stat_line(label: Text, value: Text) -> Text:
    """Return “目标 5,600 万元” as one text."""
    return Text((*label.spans, *text("  ").spans, *value.spans), value.where)


def _stats_width(card: Card, sheet: Sheet) -> Length:
    if not card.stats:
        return ZERO
    style = sheet.style("stat_line")
    return max(sheet.width(stat_line(stat.label, stat.value), style) for stat in card.stats[:2]) + sheet.u(0.06)


def _draw_share(card: Card, frame: Rect, canvas: Canvas) -> None:
    if card.share is None:
        return
    sheet = canvas.sheet
    track = Rect(frame.x, frame.y, frame.width, sheet.u(0.10))
    canvas.box("track", track, "line")
    fill = sheet.theme.tone(card.tone) if card.tone in STATUS_TONES and accent(card) is not Tone.STRONG else sheet.color("primary")
    canvas.box("share", Rect(track.x, track.y, track.width * min(1.0, max(0.0, card.share)), track.height), fill)
    note = Rect(frame.x, track.bottom + sheet.u(0.06), frame.width, sheet.u(0.24))
    canvas.text("share-note", note, card.share_note, sheet.style("label", "ink2"))
