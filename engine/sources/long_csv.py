"""The quick way through a long CSV file: the same cells as record by record, or no answer where anything about the file is not plain.

Whatever would be a finding of csv_file.py is no answer here, so that findings are made in one place.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from engine.base.records import dataclass
from engine.sources import limits
from engine.sources.header import HEAD_ROWS
from engine.sources.long_column import FileColumn, Sheet
from engine.sources.long_split import Places, Split, split

_BOM = 3
_DELIMITERS = {"utf-8": ",;\t|", "utf-8-sig": ",;\t|", "ascii": ",;\t|", "gb18030": ",;\t", "gbk": ",;\t"}
"""Encodings and the delimiters whose byte is part of no other character there."""

_MOST_IRREGULAR = 1_000
Judge = Callable[[Sequence[str], int], bool]
"""Tells whether a short record (with its index from 0) is forgiven: blank, a title, a remark."""


@dataclass(frozen=True, slots=True)
class LongFile:
    """A file split into records. `head` are the first of them, as they are written."""

    split: Split
    encoding: str
    delimiter: str

    @property
    def count(self) -> int:
        return len(self.split.records)

    def head(self) -> list[list[str]]:
        text = b"".join(self.split.record(index) for index in range(min(HEAD_ROWS, self.count)))
        return self._records(text)

    def columns(self, width: int, forgiven: Judge) -> tuple[FileColumn, ...] | None:
        """Return the columns of a table of this width; None when a record has another one and is not forgiven."""
        lengths = np.diff(self.split.records, prepend=-1)
        regular = bool((lengths == width).all())
        ends = self.split.ends.reshape(-1, width) if regular else self._filled_up(lengths, width, forgiven)
        if ends is None:
            return None
        sheet = Sheet(self.split.text, ends, self.encoding, self.split.quoted, self.split.returns, regular)
        rows = np.arange(self.count, dtype=np.int32)
        return tuple(FileColumn(sheet, column, rows) for column in range(width))

    def _filled_up(self, lengths: npt.NDArray[np.int64], width: int, forgiven: Judge) -> Places | None:
        """Return where fields end, those that short records lack at the end of the record."""
        irregular = np.flatnonzero(lengths != width)
        if len(irregular) > _MOST_IRREGULAR or not all(self._is_short(row, width, forgiven) for row in irregular.tolist()):
            return None
        first = self.split.records - lengths + 1
        ends = np.empty((self.count, width), np.int32)
        for column in range(width):
            ends[:, column] = self.split.ends[first + np.minimum(column, lengths - 1)]
        return ends

    def _is_short(self, row: int, width: int, forgiven: Judge) -> bool:
        records = self._records(self.split.record(row))
        return len(records) == 1 and len(records[0]) < width and forgiven(records[0], row)

    def _records(self, text: bytes) -> list[list[str]]:
        lines = io.StringIO(text.decode(self.encoding), newline="")  # line ends inside fields stay as they are
        return list(csv.reader(lines, delimiter=self.delimiter, strict=True))


def open_long(blob: bytes, encoding: str, delimiter: str) -> LongFile | None:
    """Return a file split into records, None when it is not plain enough."""
    if delimiter not in _DELIMITERS.get(encoding, ""):
        return None
    skip = _BOM if encoding == "utf-8-sig" else 0
    parts = split(blob, skip, ord(delimiter))
    if parts is None or parts.longest > limits.MAX_FIELD_CHARACTERS:
        return None
    return LongFile(parts, "utf-8" if encoding == "utf-8-sig" else encoding, delimiter)
