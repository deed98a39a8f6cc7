"""Texts whose author broke the line, where there is one line only."""

from __future__ import annotations

from engine.base.records import replace
from engine.model.inlines import Span, Text


def one_line(text: Text) -> Text:
    """Return the text without soft returns: a space takes their place between Latin words."""
    plain = text.plain
    if "\n" not in plain:
        return text
    spans: list[Span] = []
    at = 0
    for span in text.spans:
        letters = list(span.text)
        for index, letter in enumerate(letters):
            if letter == "\n":
                letters[index] = (
                    " " if _latin(plain[at + index - 1 : at + index]) and _latin(plain[at + index + 1 : at + index + 2]) else ""
                )
        spans.append(replace(span, text="".join(letters)))
        at += len(span.text)
    return Text(tuple(span for span in spans if span.text), text.where)


def _latin(character: str) -> bool:
    return bool(character) and ord(character) < 0x2E80
