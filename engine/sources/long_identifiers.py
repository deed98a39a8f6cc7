"""Fields that are certainly texts, such as order numbers: no figure, no date, no mark of a missing value, no label of a total.

An identifier is printable ASCII without blanks: a letter that begins no sign of money (US$, RMB, CNY) and a digit somewhere behind it; or
digits alone that are a code (cells.is_code). Whatever else is left to the grammar of cells.
"""

from __future__ import annotations

import numpy as np

from engine.sources.long_split import BACK, Bytes, Places

LONGEST = 64
_FIRST = np.zeros(256, np.bool_)
_FIRST[list(b"ABDEFGHIJKLMNOPQSTVWXYZabdefghijklmnopqstvwxyz")] = True
_ZERO = 48
_CODE_DIGITS = 16

assert BACK >= LONGEST


def are_identifiers(text: Bytes, starts: Places, ends: Places) -> bool:
    """Tell whether all fields between `starts` and `ends` are identifiers or blank."""
    lengths = ends - starts
    longest = int(lengths.max(initial=0))
    if longest > LONGEST:
        return False
    if longest == 0:
        return True
    first = text[starts]
    is_letter = _FIRST[first]
    is_digit = (first >= _ZERO) & (first < _ZERO + 10)
    if not (is_letter | is_digit | (lengths == 0)).all():
        return False
    windows = np.ndarray((len(text) - longest,), f"V{longest}", text, strides=(1,))
    fields = np.ascontiguousarray(windows[starts].view(np.uint8).reshape(-1, longest).T)
    digits = np.zeros(len(starts), np.int8)
    for place, byte in enumerate(fields):
        inside = place < lengths
        if (((byte <= 32) | (byte >= 127)) & inside).any():
            return False
        digits += (byte - np.uint8(_ZERO) <= 9) & inside
    named = is_letter & (digits > 0)
    code = (digits == lengths) & (((first == _ZERO) & (lengths > 1)) | (lengths >= _CODE_DIGITS))
    return bool((named | code | (lengths == 0)).all())
