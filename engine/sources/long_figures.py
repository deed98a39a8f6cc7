"""Plain figures (`12`, `-3.5`, `1,234.50`, blank) read from the bytes of many fields at once, to the last bit as `float` reads them one by one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.base.records import dataclass
from engine.sources.long_split import FRONT, Bytes, Places

LONGEST = 21
"""A sign, fifteen digits, four commas and a point: so many digits make a whole number below 2^53, and its quotient by a power of ten is rounded
once."""

_MOST_DIGITS = 15
_POWERS = 10.0 ** np.arange(_MOST_DIGITS + 1)
_COMMA, _HYPHEN, _POINT, _ZERO = 44, 45, 46, 48
Flags = npt.NDArray[np.bool_]

assert FRONT >= LONGEST


def read_figures(text: Bytes, starts: Places, ends: Places, into: npt.NDArray[np.float64]) -> bool:
    """Read the fields between `starts` and `ends`, blank ones as NaN; False when one of them is not plain or is too long."""
    lengths = ends - starts
    longest = int(lengths.max(initial=0))
    if longest > LONGEST:
        return False
    if longest == 0:
        into[:] = np.nan
        return True
    first = text[starts]
    negative = (first == _HYPHEN) & (lengths > 0)
    signed = bool(negative.any())
    read = _digits(text, ends, lengths - negative, longest)
    if read is None:
        return False
    amounts, digits, decimals = read.amounts, read.digits, read.decimals
    whole = digits - decimals
    leading_zero = ((text[starts + negative] if signed else first) == _ZERO) & (whole > 1)
    wrong = (whole < 1) | (read.pointed & (decimals == 0)) | (digits > _MOST_DIGITS) | leading_zero
    if bool((wrong & (lengths > 0)).any()):
        return False
    np.divide(amounts, _POWERS[np.minimum(decimals, _MOST_DIGITS)], out=into)
    if signed:
        np.negative(into, out=into, where=negative)
        into += 0.0  # -0 is 0
    into[lengths == 0] = np.nan
    return True


def _digits(text: Bytes, ends: Places, lengths: Places, longest: int) -> _Digits | None:
    """Return the digits of the last `lengths` bytes of each field, None when there is anything else but a point and well-placed commas."""
    count, shortest = len(ends), int(lengths.min(initial=longest))
    found = _Digits(np.zeros(count), np.zeros(count, np.int8), np.zeros(count, np.int8), np.zeros(count, np.bool_))
    groups = _Groups(count)
    tails = _tails(text, ends, longest)
    for back in range(longest, 0, -1):
        byte = tails[longest - back]
        digit = byte - np.uint8(_ZERO)  # wraps around below the digits
        is_digit, is_point, is_comma = digit <= 9, byte == _POINT, byte == _COMMA
        plain = is_digit | is_point | is_comma
        if back > shortest:
            inside = lengths >= back
            is_digit &= inside
            is_point &= inside
            is_comma &= inside
            plain |= ~inside
        if not plain.all() or (is_point & found.pointed).any() or not groups.take(found, is_digit, is_comma, is_point):
            return None
        found.amounts *= 1 + 9 * is_digit.view(np.uint8)
        found.amounts += digit * is_digit
        found.digits += is_digit
        found.decimals += is_digit & found.pointed
        found.pointed |= is_point
    return found if groups.are_full(~found.pointed) else None


@dataclass(slots=True)
class _Digits:
    """The digits of fields as whole numbers (exact up to fifteen), how many there are, how many follow the point, and whether there is one."""

    amounts: npt.NDArray[np.float64]
    digits: npt.NDArray[np.int8]
    decimals: npt.NDArray[np.int8]
    pointed: npt.NDArray[np.bool_]


class _Groups:
    """Commas between thousands: before the first stand one to three digits, behind each three."""

    def __init__(self, count: int) -> None:
        self._grouped = np.zeros(count, np.bool_)
        self._since = np.zeros(count, np.int8)
        self._any = False

    def take(self, found: _Digits, is_digit: Flags, is_comma: Flags, is_point: Flags) -> bool:
        """Take one byte of each field; False when a comma or the point of grouped digits is out of place."""
        if self._any and not self.are_full(is_comma | is_point):
            return False
        if is_comma.any():
            misplaced = found.pointed | (~self._grouped & ((found.digits < 1) | (found.digits > 3)))
            if (is_comma & misplaced).any():
                return False
            self._any = True
            self._grouped |= is_comma
            self._since[is_comma] = 0
        if self._any:
            self._since += is_digit
        return True

    def are_full(self, at: Flags) -> bool:
        """Tell whether these fields, where grouped, have three digits behind their last comma."""
        return not self._any or not (at & self._grouped & (self._since != 3)).any()


def _tails(text: Bytes, ends: Places, count: int) -> Bytes:
    """Return the last `count` bytes of each field, those that are as far from its end in one row."""
    windows = np.ndarray((len(text) - count,), f"V{count}", text, strides=(1,))
    tails: Bytes = np.ascontiguousarray(windows[ends - np.int32(count)].view(np.uint8).reshape(-1, count).T)
    return tails
