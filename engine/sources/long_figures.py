"""Plain figures (`12`, `-3.5`, blank) read from the bytes of many fields at once, to the last bit as `float` reads them one by one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.sources.long_split import FRONT, Bytes, Places

LONGEST = 17
"""A sign, fifteen digits and a point: so many digits make a whole number below 2^53, and its quotient by a power of ten is rounded once."""

_MOST_DIGITS = 15
_POWERS = 10.0 ** np.arange(_MOST_DIGITS + 1)
_POINT, _HYPHEN, _ZERO = 46, 45, 48

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
    amounts, decimals, digits = read
    points = (lengths - negative - digits).astype(np.int8)
    whole = digits - decimals
    leading_zero = ((text[starts + negative] if signed else first) == _ZERO) & (whole > 1)
    wrong = (whole < 1) | ((points == 1) & (decimals == 0)) | (digits > _MOST_DIGITS) | leading_zero
    if bool((wrong & (lengths > 0)).any()):
        return False
    np.divide(amounts, _POWERS[np.minimum(decimals, _MOST_DIGITS)], out=into)
    if signed:
        np.negative(into, out=into, where=negative)
        into += 0.0  # -0 is 0
    into[lengths == 0] = np.nan
    return True


def _digits(
    text: Bytes, ends: Places, lengths: Places, longest: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int8], npt.NDArray[np.int8]] | None:
    """Return of the last `lengths` bytes of each field the digits as a whole number (exact up to fifteen), how many follow the point, and how many there are.

    None when there is anything but digits and one point.
    """
    count, shortest = len(ends), int(lengths.min(initial=longest))
    amounts = np.zeros(count, np.float64)
    decimals, digits = np.zeros(count, np.int8), np.zeros(count, np.int8)
    after_point = np.zeros(count, np.bool_)
    tails = _tails(text, ends, longest)
    for back in range(longest, 0, -1):
        byte = tails[longest - back]
        digit = byte - np.uint8(_ZERO)  # wraps around below the digits
        is_digit, is_point = digit <= 9, byte == _POINT
        if back > shortest:
            inside = lengths >= back
            is_digit &= inside
            is_point &= inside
            plain = is_digit | is_point | ~inside
        else:
            plain = is_digit | is_point
        if not plain.all() or (is_point & after_point).any():
            return None
        amounts *= 1 + 9 * is_digit.view(np.uint8)
        amounts += digit * is_digit
        digits += is_digit
        decimals += is_digit & after_point
        after_point |= is_point
    return amounts, decimals, digits


def _tails(text: Bytes, ends: Places, count: int) -> Bytes:
    """Return the last `count` bytes of each field, those that are as far from its end in one row."""
    windows = np.ndarray((len(text) - count,), f"V{count}", text, strides=(1,))
    tails: Bytes = np.ascontiguousarray(windows[ends - np.int32(count)].view(np.uint8).reshape(-1, count).T)
    return tails
