"""The YAML 1.2 core schema: which plain words are numbers, true, false or nothing."""

from __future__ import annotations

import math
import re

from engine.load.locate import Scalar

MAX_DIGITS = 40

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEX = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


class UnusableNumber(ValueError):
    """A number that is none of this world: infinite, not a number, or longer than MAX_DIGITS."""


def resolve(text: str) -> Scalar:
    """Return what an unquoted word means. Raises UnusableNumber."""
    if text in _NULLS:
        return None
    if text in _BOOLS:
        return _BOOLS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _NO_NUMBER.fullmatch(text):
        raise UnusableNumber(text)
    return _number(text)


def _number(text: str) -> Scalar:
    is_int, is_float = _INT.fullmatch(text), _FLOAT.fullmatch(text)
    if (is_int or is_float) and len(text) > MAX_DIGITS:
        raise UnusableNumber(text)
    if is_int:
        return int(text)
    if _OCTAL.fullmatch(text):
        return int(text, 0)
    if _HEX.fullmatch(text):
        return int(text, 0)
    if not is_float:
        return text
    value = float(text)
    if math.isinf(value):
        raise UnusableNumber(text)
    return value
