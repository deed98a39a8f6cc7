"""Where the fields of a long CSV file lie, found by comparing bytes; only for files in which that is all there is to a field.

Delimiters and line ends are bytes that are part of no other character in the encodings taken here, and a quoted field has no quote inside.
Whatever is otherwise is left to the reader that goes record by record.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.base.records import dataclass

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int32]

FRONT, BACK = 32, 136
"""Bytes before and after the text, so that a window of a few bytes around a field is always inside."""

_PIECE = 1 << 20
_NEWLINE, _RETURN, _QUOTE = 10, 13, 34


@dataclass(frozen=True, slots=True)
class Split:
    """The text, and where its fields end: `ends` are places of delimiters and line ends, `records` which of them end a record.

    `longest` is no less than the longest field has bytes; `quoted` and `returns` say whether there are quotes, and carriage returns before line ends.
    """

    text: Bytes
    ends: Places
    records: npt.NDArray[np.int64]
    longest: int
    quoted: bool
    returns: bool

    def record(self, index: int) -> bytes:
        """Return the bytes of one record."""
        start = int(self.ends[self.records[index - 1]]) + 1 if index else FRONT
        return self.text[start : int(self.ends[self.records[index]]) + 1].tobytes()


def split(blob: bytes, skip: int, delimiter: int) -> Split | None:
    """Return the fields of a file after its first `skip` bytes, None when its quotes or line ends are not plain."""
    text, stop = _padded(blob, skip)
    quoted, returns = _QUOTE in blob, _RETURN in blob
    ends: list[Places] = []
    at_records: list[npt.NDArray[np.bool_]] = []
    inside, longest, last = 0, 0, FRONT - 1
    for start in range(FRONT, stop, _PIECE):
        piece = text[start : min(start + _PIECE, stop)]
        newlines = piece == _NEWLINE
        marks = newlines | (piece == delimiter)
        if quoted:
            parity = _parity(piece, inside)
            if not _quotes_are_plain(text, start, piece, parity, delimiter):
                return None
            marks &= parity == 0
            inside = int(parity[-1])
        if returns and not _ends_lines(text, start, piece):
            return None
        places = np.flatnonzero(marks)
        if len(places):
            longest = max(longest, start + int(places[0]) - last, int(np.diff(places).max(initial=0)))
            last = start + int(places[-1])
        ends.append((places + start).astype(np.int32))
        at_records.append(newlines[places])
    if inside or not ends:
        return None
    return Split(text, np.concatenate(ends), np.flatnonzero(np.concatenate(at_records)), longest, quoted, returns)


def _padded(blob: bytes, skip: int) -> tuple[Bytes, int]:
    """Return the text with room around it, ending in a line end, and where it stops."""
    size = len(blob) - skip
    text: Bytes = np.zeros(FRONT + size + 1 + BACK, np.uint8)
    text[FRONT : FRONT + size] = np.frombuffer(blob, np.uint8)[skip:]
    text[FRONT - 1] = _NEWLINE
    stop = FRONT + size
    if text[stop - 1] != _NEWLINE:
        text[stop] = _NEWLINE
        stop += 1
    return text, stop


def _parity(piece: Bytes, inside: int) -> Any:
    """Return for each byte whether a quote is open after it (1) or not (0)."""
    return (np.cumsum(piece == _QUOTE, dtype=np.uint8) + np.uint8(inside)) & 1


def _quotes_are_plain(text: Bytes, start: int, piece: Bytes, parity: Any, delimiter: int) -> bool:
    """Tell whether each quote begins or ends a field."""
    places = np.flatnonzero(piece == _QUOTE)
    opens = parity[places] == 1
    before, after = text[places[opens] + start - 1], text[places[~opens] + start + 1]
    begins = (before == delimiter) | (before == _NEWLINE)
    stops = (after == delimiter) | (after == _NEWLINE) | (after == _RETURN)
    return bool(begins.all() and stops.all())


def _ends_lines(text: Bytes, start: int, piece: Bytes) -> bool:
    return bool((text[np.flatnonzero(piece == _RETURN) + start + 1] == _NEWLINE).all())
