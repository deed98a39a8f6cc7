"""YAML as people read and change it: values quoted only where they must be, comments wrapped and in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.base.diagnostics import Phrase
from engine.base.units import Rect

_PLAIN = re.compile(r"[A-Za-z0-9_\u3400-\u9fff][A-Za-z0-9_ ./+\u3400-\u9fff-]*")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"})


def scalar(text: str) -> str:
    """Return a text as a YAML scalar that reads back as itself, within flow collections too."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() not in _RESERVED
    if plain:
        return text
    escaped = "".join(_escaped(char) for char in text)
    return f'"{escaped}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char.isprintable() else f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def frame_text(frame: Rect) -> str:
    """Return a frame as `[x, y, width, height]` in inches."""
    return f"[{', '.join(f'{round(length.inches, 3) + 0:g}' for length in (frame.x, frame.y, frame.width, frame.height))}]"


def comment(phrase: Phrase, indent: int = 0) -> Iterator[str]:
    """Yield a remark in Chinese and, where it differs, in English."""
    for text in dict.fromkeys((phrase.zh, phrase.en)):
        yield f"{' ' * indent}# {' '.join(text.split())}"
