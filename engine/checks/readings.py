"""What stands for each fact of a paragraph, read from what was found there: whoever edited typed words meanwhile did no harm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_BLANKS = re.compile(r"\s+")
_BEFORE, _AFTER = re.compile(r"(?:\d[.,]?|[+−-])$"), re.compile(r"[.,]?\d|[%‰]")
_SHORT = 40
"""Characters of a box whose words are all shown when the figure cannot be told from the rest."""

Readings = tuple[str | None, ...]
"""What stands for each fact; None where it is gone or cannot be told."""


def bare(text: str) -> str:
    """Return the text without blanks, which line ends and fonts take and give."""
    return _BLANKS.sub("", text)


def read_paragraphs(words: Sequence[str], paragraphs: Sequence[str], number: int) -> Readings:
    """Read the facts of a paragraph whose planned `words` are cut at them, among the paragraphs of its shape; `number` counts from 1."""
    printed = tuple(words[1::2])
    own = [bare(paragraph) for paragraph in paragraphs[number - 1 : number]]
    others = [bare(paragraph) for at, paragraph in enumerate(paragraphs, 1) if at != number]
    plain = bare("".join(words))
    if plain in own:
        return printed
    filled = _filled(words, own)
    if filled is not None:
        return filled
    if any(_in_order(printed, text) for text in own) or plain in others or any(_in_order(printed, text) for text in others):
        return printed
    told = _filled(words, others) if any(map(bare, words[::2])) else None
    return told or (None,) * len(printed)


def _filled(words: Sequence[str], texts: Iterable[str]) -> Readings | None:
    """Return what stands between the typed words in the first text that has them all; None when none has."""
    typed = [re.escape(bare(word)) for word in words[::2]]
    pattern = re.compile("(.*?)".join(typed), re.DOTALL)
    match = next(filter(None, map(pattern.fullmatch, texts)), None)
    if match is None:
        return None
    # Typed words that were put beside a figure are read with it, and change nothing.
    return tuple(own if _in_order((own,), read) else read for own, read in zip(words[1::2], match.groups(), strict=True))


def _in_order(figures: Iterable[str], text: str) -> bool:
    """Tell whether a text has the figures one after the other, none of them as a part of another figure."""
    at = 0
    for figure in map(bare, figures):
        while (at := text.find(figure, at)) >= 0 and not _alone(text, at, at + len(figure)):
            at += 1
        if at < 0:
            return False
        at += len(figure)
    return True


def _alone(text: str, start: int, end: int) -> bool:
    return not _BEFORE.search(text[max(0, start - 2) : start]) and not _AFTER.match(text, end)


class BoxReader:
    """Reads paragraphs in the words of one box of a page, each stretch of them once: two equal paragraphs need two places."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._places = [at for at, character in enumerate(words) if not character.isspace()]
        self._bare = "".join(words[at] for at in self._places)
        self._taken: list[tuple[int, int]] = []

    def read(self, words: Sequence[str]) -> Readings:
        """Read the facts of a paragraph; longer paragraphs are to be read first, for a short one may be a part of them."""
        printed, plain = tuple(words[1::2]), bare("".join(words))
        at = -1
        while (at := self._bare.find(plain, at + 1)) >= 0:
            end = at + len(plain)
            if self._whole(at, end) and not any(start < end and at < stop for start, stop in self._taken):
                self._taken.append((at, end))
                return printed
        if len(self._bare) <= _SHORT and len(printed) == 1 and not any(map(bare, words[::2])):
            return (self._words.strip(),)
        typed = [re.escape(bare(word)) for word in words[::2]]
        match = re.search("(.{1,40}?)".join(typed), self._bare, re.DOTALL) if typed[0] and typed[-1] else None
        return tuple(match.groups()) if match else (None,) * len(printed)

    def _whole(self, start: int, end: int) -> bool:
        """Tell whether a stretch begins and ends where figures do; a blank parts it from its neighbours."""
        first, last = self._places[start], self._places[end - 1] + 1
        before = self._words[max(0, first - 2) : first] if self._words[first].isdigit() else ""
        return not _BEFORE.search(before) and not (self._words[last - 1].isdigit() and _AFTER.match(self._words, last))
