"""Planned pages with other Chinese words of the same lengths: documents of one make, as a batch has them, that share nothing else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from engine.model.deck import ChartBox, Picture, Run

FIRST, SHIFTED = 0x4E00, 0x5000
"""Where Han characters begin, and how many of them are turned round: fonts of Chinese have them all."""


def other_words(value: Any, step: int) -> Any:
    """Return the same with each Han character replaced by the one `step` strides on; charts and pictures stay."""
    match value:
        case Run():
            return replace(value, text="".join(_other(char, step) for char in value.text))
        case tuple():
            return tuple(other_words(each, step) for each in value)
        case ChartBox() | Picture():
            return value
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
            changed = {name: other_words(part, step) for name, part in parts.items() if isinstance(part, tuple) or is_dataclass(part)}
            return replace(value, **changed) if changed else value
        case _:
            return value


def _other(char: str, step: int) -> str:
    place = ord(char) - FIRST
    return chr(FIRST + (place + 37 * step) % SHIFTED) if 0 <= place < SHIFTED else char
