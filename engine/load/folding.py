"""Chinese text wrapped over several YAML lines is joined without the space that YAML folds a line break into."""

from __future__ import annotations

from engine.load.prose import Origin

_WIDE = ((0x2E80, 0x303F), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFF65), (0x20000, 0x3134F))
_QUOTES = frozenset("“”‘’—…")


def is_chinese(character: str) -> bool:
    """Tell whether a character is Han or belongs to Chinese punctuation, so that no space is written beside it."""
    code = ord(character)
    return character in _QUOTES or any(first <= code <= last for first, last in _WIDE)


def unfolded(value: str, origin: Origin) -> str:
    """Return the value without the spaces that stand for a line break between two Chinese characters."""
    if " " not in value:
        return value
    places = origin.align(value)
    kept: list[str] = []
    for index, character in enumerate(value):
        inside = 0 < index < len(value) - 1
        if character == " " and inside and is_chinese(value[index - 1]) and is_chinese(value[index + 1]):
            broken = places[index - 1][0] != places[index + 1][0]
            if broken:
                continue
        kept.append(character)
    return "".join(kept)


def without_returns(text: str) -> str:
    """Return the text on one line: a space takes the place of a soft return between Latin words, nothing that of one beside Han."""
    joined, *lines = text.split("\n")
    for line in lines:
        is_latin = joined[-1:].strip() and line[:1].strip() and not is_chinese(joined[-1]) and not is_chinese(line[0])
        joined += f" {line}" if is_latin else line
    return joined
