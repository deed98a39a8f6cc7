"""A dictionary of the different fields of a column, built from bytes: fields are told apart by number, and compared byte by byte."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.sources.long_split import BACK, Bytes, Places

LONGEST = 128
"""Bytes of a field that is compared here."""

_WORD = 8
_PIECE = 8_192
_FACTORS: npt.NDArray[np.uint64] = np.array(
    [
        1,
        *(
            1 + 2 * int.from_bytes(bytes((37 * place + 11 * byte + 91) % 256 for byte in range(7)), "big")
            for place in range(1, LONGEST // _WORD)
        ),
    ],
    dtype=np.uint64,
)  # odd and far apart, so that unlike fields get unlike sums; two that do not are noticed. A field of one word is its own sum.
_MASKS: npt.NDArray[np.uint64] = np.array([(1 << (8 * count)) - 1 for count in range(_WORD + 1)], dtype=np.uint64)

assert BACK >= LONGEST + _WORD


class Book:
    """The fields met so far, in the order in which they were; `starts` and `stops` are where the first of each lies."""

    def __init__(self, text: Bytes) -> None:
        self._text = text
        self._sums: npt.NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._codes: npt.NDArray[np.int32] = np.zeros(0, np.int32)
        self._first: npt.NDArray[np.uint64] = np.zeros((0, 1), np.uint64)
        self.starts: list[int] = []
        self.stops: list[int] = []

    def codes(self, starts: Places, ends: Places) -> npt.NDArray[np.int32] | None:
        """Return the number of each field, new ones numbered as they appear; None when a field is too long or two could not be told apart."""
        longest = int((ends - starts).max(initial=0))
        if longest > LONGEST:
            return None
        words = _words(self._text, starts, ends, longest)
        sums = _sums(words)
        place, unknown = self._look_up(sums)
        if bool(unknown.any()):
            new = np.flatnonzero(unknown)
            self._learn(sums[new], words[new], starts[new], ends[new])
            place, _ = self._look_up(sums)
        codes = self._codes[place]
        return codes if _alike(self._first[codes], words) else None

    def _look_up(self, sums: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
        if not len(self._sums):
            return np.zeros(len(sums), np.intp), np.ones(len(sums), np.bool_)
        place = np.minimum(np.searchsorted(self._sums, sums), len(self._sums) - 1)
        return place, self._sums[place] != sums

    def _learn(self, sums: npt.NDArray[np.uint64], words: npt.NDArray[np.uint64], starts: Places, ends: Places) -> None:
        different, first = np.unique(sums, return_index=True)
        order = np.argsort(first)
        numbers = np.empty(len(order), np.int32)
        numbers[order] = np.arange(len(self.starts), len(self.starts) + len(order), dtype=np.int32)
        all_sums, all_codes = np.concatenate([self._sums, different]), np.concatenate([self._codes, numbers])
        by_sum = np.argsort(all_sums, kind="stable")
        self._sums, self._codes = all_sums[by_sum], all_codes[by_sum]
        seen = first[order]
        wider = max(self._first.shape[1], words.shape[1])
        self._first = np.concatenate([_widened(self._first, wider), _widened(words[seen], wider)])
        self.starts += starts[seen].tolist()
        self.stops += ends[seen].tolist()


def number_all(text: Bytes, starts: Places, ends: Places) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.intp]] | None:
    """Return the number of each field, as they first appear, and where the first of each is: for columns in which most differ.

    None when a field is too long or two could not be told apart.
    """
    longest = int((ends - starts).max(initial=0))
    if longest > LONGEST:
        return None
    pieces = [slice(start, start + _PIECE) for start in range(0, len(starts), _PIECE)]
    sums = np.concatenate([_sums(_words(text, starts[piece], ends[piece], longest)) for piece in pieces])
    _, first, inverse = np.unique(sums, return_index=True, return_inverse=True)
    order = np.argsort(first)
    numbers = np.empty(len(order), np.int32)
    numbers[order] = np.arange(len(order), dtype=np.int32)
    for piece in pieces:
        model = first[inverse[piece]]
        if not _alike(_words(text, starts[model], ends[model], longest), _words(text, starts[piece], ends[piece], longest)):
            return None
    return numbers[inverse], first[order]


def _words(text: Bytes, starts: Places, ends: Places, longest: int) -> npt.NDArray[np.uint64]:
    """Return the bytes of each field, none of which has more than `longest`, as numbers, filled up with zeros, which no field has."""
    count = max(1, -(-longest // _WORD))
    windows = np.ndarray((len(text) - _WORD * count,), f"V{_WORD * count}", text, strides=(1,))
    words: npt.NDArray[np.uint64] = windows[starts].view("<u8").reshape(-1, count)
    inside = np.clip((ends - starts)[:, None] - _WORD * np.arange(count, dtype=np.int32), 0, _WORD)
    words &= _MASKS[inside]
    return words


def _sums(words: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    return (words * _FACTORS[: words.shape[1]]).sum(axis=1, dtype=np.uint64) if words.shape[1] > 1 else words[:, 0]


def _widened(words: npt.NDArray[np.uint64], width: int) -> npt.NDArray[np.uint64]:
    return words if words.shape[1] == width else np.pad(words, ((0, 0), (0, width - words.shape[1])))


def _alike(ones: npt.NDArray[np.uint64], others: npt.NDArray[np.uint64]) -> bool:
    width = min(ones.shape[1], others.shape[1])
    same = bool((ones[:, :width] == others[:, :width]).all())
    return same and not bool(ones[:, width:].any()) and not bool(others[:, width:].any())
