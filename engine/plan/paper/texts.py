"""Putting texts together: joined with marks between them, on one line, with bold heads and labelled values."""

from __future__ import annotations

from collections.abc import Iterable

from engine.base.records import replace
from engine.model.blocks import Stat
from engine.model.inlines import Span, Text, Tone
from engine.model.one_line import one_line
from engine.model.theme import STATUS_TONES
from engine.plan.paper import words
from engine.plan.paper.sheet import Sheet


def joined(parts: Iterable[Text | str], separator: str = "") -> Text:
    """Return the parts as one text, written where the first written one is; empty parts leave no separator."""
    spans: list[Span] = []
    where = Text().where
    for part in parts:
        if not part:
            continue
        if spans and separator:
            spans.append(Span(separator))
        if isinstance(part, str):
            spans.append(Span(part))
        else:
            where = where if where != Text().where else part.where
            spans.extend(part.spans)
    return Text(tuple(spans), where)


def bold(text: Text) -> Text:
    return Text(tuple(span if span.bold else replace(span, bold=True) for span in text.spans), text.where)


def toned(text: Text, tone: Tone) -> Text:
    """Return the text in the colour of a status; spans that have one of their own keep it, other tones change nothing."""
    if tone not in STATUS_TONES:
        return text
    return Text(tuple(span if span.tone in STATUS_TONES else replace(span, tone=tone) for span in text.spans), text.where)


def quiet(text: Text) -> Text:
    return Text(tuple(span if span.tone in STATUS_TONES else replace(span, tone=Tone.QUIET) for span in text.spans), text.where)


def ended(text: Text, sheet: Sheet) -> Text:
    """Return the text with a full stop, unless it ends with a mark already."""
    plain = text.plain.rstrip()
    return text if not plain or plain[-1] in words.ENDINGS else joined((text, sheet.say(words.STOP).rstrip()))


def led(head: Text, body: Text, sheet: Sheet) -> Text:
    """Return a bold head, a full stop and the body; either may be empty."""
    if not body:
        return bold(head)
    if not head:
        return body
    space = " " if sheet.say(words.STOP).endswith(" ") else ""
    return joined((bold(ended(one_line(head), sheet)), space, body))


def labelled(stat: Stat, sheet: Sheet) -> Text:
    """Return “label：value”, the value in the colour of its verdict."""
    value = toned(one_line(stat.value), stat.tone)
    return joined((one_line(stat.label), value), sheet.say(words.COLON)) if stat.label else value


def in_brackets(text: Text, sheet: Sheet) -> Text:
    return joined((sheet.say(words.OPEN), text, sheet.say(words.CLOSE))) if text else text
