"""How wide text is, by the advances of its font; and how wide LibreOffice makes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from engine.layout.fonts import FontBook

# Width in em that LibreOffice adds where Han and Latin script meet: a fifth of its line height of 1.2 em. No DrawingML attribute turns it
# off. Measured on 25 pairs; see also the weak characters below.
_AUTOSPACE = 0.24


class Spacing(Enum):
    """What a program adds between characters."""

    __hash__ = object.__hash__  # each is one object, and Enum's own hash is a call

    PLAIN = "plain"  # PowerPoint, WeasyPrint
    LIBREOFFICE = "libreoffice"  # a gap at every change between Han and Latin


def advances(pieces: Iterable[tuple[str, bool]], fonts: FontBook) -> list[float]:
    """Return the advance in em of each character of pieces of (words, bold)."""
    return [advance for words, bold in pieces for advance in map(fonts.advances(bold=bold).__getitem__, words)]


def autospaced(plain: str, widths: Sequence[float]) -> list[float]:
    """Return the widths with LibreOffice's gap added to the character that stands *before* a change of script."""
    spaced = list(widths)
    script = ""
    for index, char in enumerate(plain):
        kind = _script(char)
        if kind and kind != script:
            if script:
                spaced[index - 1] += _AUTOSPACE
            script = kind
    return spaced


def _script(char: str) -> str:
    """Return `h` for Han, kana, hangul and fullwidth forms, `l` for Latin, Greek and Cyrillic, and nothing for weak characters, which
    belong to what precedes: spaces and returns, and the blocks of dashes, quotes, arrows, mathematical and geometric signs.
    """
    code = ord(char)
    if code in {0x0A, 0x20, 0xA0} or 0x2000 <= code < 0x2E80:
        return ""
    if code >= 0x2E80 or 0x1100 <= code < 0x1200:
        return "h"
    return "l"
