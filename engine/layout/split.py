"""Dividing passages over continuation slides: between passages, else between sentences, else between lines. Nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.base.units import EMU_PER_POINT, ZERO, Length, Size
from engine.layout.fit import Passage, Setting, needed_height
from engine.layout.fonts import FontBook
from engine.layout.lines import break_safely
from engine.layout.slices import cut_text, join_texts, slice_text

# A sentence ends after its mark and the closing quotes and brackets that belong to it; the space after it goes with it.
_SENTENCE_END = re.compile(r"(?:[。；！？;!?…]|\.(?=\s))[”’」』）)】》]*\s*|\n")


@dataclass(frozen=True, slots=True)
class Portion:
    """A passage, or a part of one, on one slide.

    `source` counts the passages given; `continued` says its beginning stands elsewhere, so
    that it gets no bullet and no first-line indent.
    """

    passage: Passage
    source: int
    continued: bool = False


def split_paragraphs(passages: Sequence[Passage], box: Size, setting: Setting, fonts: FontBook) -> tuple[tuple[Portion, ...], ...]:
    """Divide passages over as many boxes of one size as they need at a setting, evenly when no passage had to be cut.

    The texts of all portions of a passage, joined, are its text, but for a line feed where a slide ends. A box lower than one line still
    gets a line, so that the end is reached: whoever offers such a box finds that with `fit_at`.
    """
    portions = [portion for index, passage in enumerate(passages) for portion in _cut_to_fit(Portion(passage, index), box, setting, fonts)]
    parts = _fill(portions, box, setting, fonts)
    even = parts if len(parts) < 2 else _evened(portions, parts, box, setting, fonts)
    return tuple(_without_last_feed(part) for part in even)


def _fill(portions: Sequence[Portion], box: Size, setting: Setting, fonts: FontBook) -> tuple[tuple[Portion, ...], ...]:
    """Put portions into boxes in order, each box as full as it gets; pieces of one passage in one box are one portion again."""
    parts: list[list[Portion]] = []
    for portion in portions:
        trial = _joined([*parts[-1], portion]) if parts else []
        if trial and _height(trial, box.width, setting, fonts) <= box.height:
            parts[-1] = trial
        else:
            parts.append([portion])
    return tuple(map(tuple, parts))


def _evened(
    portions: Sequence[Portion], parts: tuple[tuple[Portion, ...], ...], box: Size, setting: Setting, fonts: FontBook
) -> tuple[tuple[Portion, ...], ...]:
    """Return the division into as many parts whose fullest part is lowest, to about a line."""
    if any(portion.continued for portion in portions):
        return parts
    low, high, best = 0.0, float(box.height), parts
    while high - low > setting.pitch * EMU_PER_POINT:
        middle = (low + high) / 2
        trial = _fill(portions, Size(box.width, Length(middle)), setting, fonts)
        if len(trial) == len(parts) and all(_height(part, box.width, setting, fonts) <= middle for part in trial):
            best, high = trial, middle
        else:
            low = middle
    return best


def _height(part: Sequence[Portion], width: Length, setting: Setting, fonts: FontBook) -> Length:
    return needed_height([portion.passage for portion in _without_last_feed(part)], width, setting, fonts)


def _cut_to_fit(portion: Portion, box: Size, setting: Setting, fonts: FontBook) -> Iterator[Portion]:
    """Yield the portion whole if a box holds it, else its sentences, and a sentence that no box holds in lines."""
    if _height([portion], box.width, setting, fonts) <= box.height:
        yield portion
        return
    plain = portion.passage.text.plain
    sentences = [match.end() for match in _SENTENCE_END.finditer(plain) if match.end() < len(plain)]
    if sentences:
        for piece in _pieces(portion, sentences):
            yield from _cut_to_fit(piece, box, setting, fonts)
        return
    passage = portion.passage
    measure = box.width - passage.hanging
    lines = break_safely(passage.text, size=setting.size, measure=measure, fonts=fonts, first_indent=passage.first_indent)
    yield from _pieces(portion, [start for start, _ in lines][1:])


def _pieces(portion: Portion, cuts: Sequence[int]) -> Iterator[Portion]:
    for index, text in enumerate(cut_text(portion.passage.text, cuts)):
        if index == 0:
            yield replace(portion, passage=replace(portion.passage, text=text))
        else:
            yield Portion(replace(portion.passage, text=text, first_indent=ZERO), portion.source, continued=True)


def _joined(part: Sequence[Portion]) -> list[Portion]:
    """Return the portions with the last two made one if they are pieces of one passage."""
    *rest, first, second = part
    if first.source != second.source:
        return list(part)
    text = join_texts(first.passage.text, second.passage.text)
    return [*rest, replace(first, passage=replace(first.passage, text=text))]


def _without_last_feed(part: Sequence[Portion]) -> tuple[Portion, ...]:
    *rest, last = part
    text = last.passage.text
    if not text.plain.endswith("\n"):
        return tuple(part)
    return (*rest, replace(last, passage=replace(last.passage, text=slice_text(text, 0, len(text.plain) - 1))))
