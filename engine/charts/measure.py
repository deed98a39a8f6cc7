"""Rough text widths for label planning: Han 1 em, the rest by class (DESIGN-SYSTEM §7.8). Good to about 5 %, needs no font file."""

from __future__ import annotations

import unicodedata

HAN = 1.0
LATIN = 0.56
CAPITAL = 0.65
SPACE = 0.25
NARROW = 0.30
BOLD_FACTOR = 1.04


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest line in points at `size` points."""
    width = max((sum(map(_em, line)) for line in text.split("\n")), default=0.0)
    return width * size * (BOLD_FACTOR if bold else 1.0)


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return HAN
    if character in " \u00a0":
        return SPACE
    if character in ".,:;'|!":
        return NARROW
    if character.isupper() or character in "%+−→—":
        return CAPITAL if character != "%" else 0.92
    return LATIN
