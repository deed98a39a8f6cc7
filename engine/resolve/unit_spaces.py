"""A number and the word behind it stay together: the spaces in “26 周” and “7 月 8 日” become no-break spaces (DESIGN-SYSTEM §7.2, §7.5)."""

from __future__ import annotations

import re

from engine.base.records import replace
from engine.model.facts import Ledger
from engine.model.inlines import Span, Text
from engine.model.report import Report
from engine.resolve.every_text import map_texts

NO_BREAK = "\u00a0"
_NUMBER_SPACE_HAN = re.compile(r"(?<=[\d%]) (?=[\u4e00-\u9fff])|(?<=\d 月) (?=\d{1,2} [日号])")


def with_joined_units(report: Report) -> Report:
    """Return the report with its printed texts joined; the ledger and what the rules ask about are not printed."""
    printed = map_texts(replace(report, ledger=Ledger(), evidence=()), joined)
    return replace(printed, ledger=report.ledger, evidence=report.evidence)


def joined(text: Text) -> Text:
    """Return the text with the spaces between a digit and a Han character made no-break ones; the very same when there is none."""
    plain = text.plain
    places = {match.start() for match in _NUMBER_SPACE_HAN.finditer(plain)}
    if not places:
        return text
    spans: list[Span] = []
    start = 0
    for span in text.spans:
        characters = [NO_BREAK if start + index in places else character for index, character in enumerate(span.text)]
        spans.append(replace(span, text="".join(characters)))
        start += len(span.text)
    return replace(text, spans=tuple(spans))
