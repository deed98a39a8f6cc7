"""One column of a long CSV file, its cells left in the bytes of the file until somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import cast, overload

import numpy as np
import numpy.typing as npt

from engine.base.records import dataclass
from engine.model.packed import Figures, Words
from engine.model.tables import Cell, ColumnType
from engine.sources.bulk import plain_figures
from engine.sources.grid import RawCell
from engine.sources.long_cells import LongCells
from engine.sources.long_figures import read_figures
from engine.sources.long_identifiers import are_identifiers
from engine.sources.long_split import FRONT, Bytes, Places
from engine.sources.long_words import Book, number_all

_PIECE = 8_192  # what is made of so many fields stays in the processor's cache
_NEWLINE, _RETURN, _QUOTE = 10, 13, 34
_MOST_LEARNT = 30_000  # different cells; with more of them, and where half of all are new, one look at all is quicker
Codes = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of records of one width: `ends[row, column]` is where a field ends; of a short record the missing ones end where it does.

    `encoding` is what the fields are written in; `quoted` and `returns` say whether there are quotes and carriage returns, `regular` that
    no record is short.
    """

    text: Bytes
    ends: Places
    encoding: str
    quoted: bool
    returns: bool
    regular: bool

    def bounds(self, rows: Codes, column: int) -> tuple[Places, Places]:
        """Return where the fields of a column start and end, without quotes and line ends."""
        first, last = int(rows[0]), int(rows[-1])
        if last - first + 1 == len(rows):  # rows rise, so these follow each other
            ends, before = self.ends[first : last + 1, column], self._before(slice(first, last + 1), first, column)
        else:
            ends, before = self.ends[rows, column], self._before(rows, first, column)
        starts = before + np.int32(1)
        if self.returns and (not self.regular or column == self.ends.shape[1] - 1):
            ends = ends - ((self.text[ends] == _NEWLINE) & (self.text[ends - 1] == _RETURN))
        if not self.regular:
            ends = np.maximum(ends, starts)
        if self.quoted:
            marked = ((self.text[starts] == _QUOTE) & (ends > starts)).astype(np.int32)
            starts, ends = starts + marked, ends - marked
        return starts, ends

    def _before(self, rows: slice | Codes, first: int, column: int) -> Places:
        """Return where the field before each one ends."""
        if column:
            return self.ends[rows, column - 1]
        if isinstance(rows, slice):
            ends = self.ends[max(first - 1, 0) : rows.stop - 1, -1]
            return ends if first else np.concatenate([np.array([FRONT - 1], np.int32), ends])
        ends = self.ends[rows - 1, -1]
        return np.where(rows == 0, np.int32(FRONT - 1), ends)


class FileColumn(LongCells):
    """`rows` are the records of the sheet that belong to it."""

    def __init__(self, sheet: Sheet, column: int, rows: Codes) -> None:
        self._sheet, self._column, self._rows = sheet, column, rows
        self._figures: Figures | None = None
        self._judged = False
        self._named: bool | None = None
        self._coded: tuple[Codes, list[RawCell]] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> RawCell: ...
    @overload
    def __getitem__(self, index: slice) -> FileColumn: ...
    def __getitem__(self, index: int | slice) -> RawCell | FileColumn:
        if isinstance(index, slice):
            return self._part(self._rows[index], index)
        (cell,) = self._cells(self._rows[index : index + 1] if index != -1 else self._rows[-1:])
        return cell

    def __iter__(self) -> Iterator[RawCell]:
        for rows in self._pieces():
            yield from self._cells(rows)

    def picked(self, rows: Sequence[int]) -> FileColumn:
        kept = np.asarray(rows, np.int32)
        return self._part(self._rows[kept], kept)

    def figures(self) -> Figures | None:
        if not self._judged:
            self._figures, self._judged = self._read_figures(), True
        return self._figures

    def counts(self) -> Mapping[RawCell, int]:
        codes, words = self._words()
        return dict(zip(words, np.bincount(codes, minlength=len(words)).tolist(), strict=True))

    def rows_of(self, wanted: Collection[RawCell]) -> list[int]:
        codes, words = self._words()
        chosen = np.fromiter((word in wanted for word in words), np.bool_, len(words))
        found: list[int] = np.flatnonzero(chosen[codes]).tolist() if chosen.any() else []
        return found

    def rows_where(self, wanted: Callable[[RawCell], bool]) -> list[int]:
        if (figures := self.figures()) is not None:
            blank: list[int] = np.flatnonzero(np.isnan(np.frombuffer(figures.view))).tolist() if wanted("") else []
            return blank
        if self._are_identifiers():
            return self.rows_of({""}) if wanted("") else []
        return self.rows_of({word for word in self._words()[1] if wanted(word)})

    def identifiers(self) -> Words | None:
        if not self._are_identifiers():
            return None
        codes, words = self._words()
        return Words(codes.data, tuple([word or None for word in cast("list[str]", words)]))

    def _are_identifiers(self) -> bool:
        if self._named is None:
            self._named = self.figures() is None and all(
                are_identifiers(self._sheet.text, *self._sheet.bounds(rows, self._column)) for rows in self._pieces()
            )
        return self._named

    def mapped(self, values: Mapping[RawCell, Cell], kind: ColumnType) -> Figures | Words:
        codes, words = self._words()
        if kind is ColumnType.NUMBER:
            numbers = (values[word] for word in words)
            table = np.array([float(number) if isinstance(number, int | float) else np.nan for number in numbers], np.float64)
            return Figures(table[codes].data)
        places: dict[Cell, int] = {}
        of_word = np.array([places.setdefault(values[word], len(places)) for word in words], np.int32)
        return Words(of_word[codes].data, tuple(places))

    def _part(self, rows: Codes, index: slice | Codes) -> FileColumn:
        """Return some rows of the column, which know what was found out about all."""
        part = FileColumn(self._sheet, self._column, rows)
        if self._figures is not None:
            view = np.frombuffer(self._figures.view)[index]
            part._figures, part._judged = (Figures(view.data) if not np.isnan(view).all() else None), True
        if self._coded is not None:
            part._coded = _recoded(self._coded[0][index], self._coded[1])
        return part

    def _pieces(self) -> Iterator[Codes]:
        for start in range(0, len(self._rows), _PIECE):
            yield self._rows[start : start + _PIECE]

    def _cells(self, rows: Codes) -> list[str]:
        starts, ends = self._sheet.bounds(rows, self._column)
        text, encoding = self._sheet.text, self._sheet.encoding
        return [text[start:end].tobytes().decode(encoding) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]

    def _read_figures(self) -> Figures | None:
        amounts = np.empty(len(self._rows), np.float64)
        done = 0
        for rows in self._pieces():
            into = amounts[done : done + len(rows)]
            if not read_figures(self._sheet.text, *self._sheet.bounds(rows, self._column), into) and not self._read_longer(rows, into):
                return None
            done += len(rows)
        return Figures(amounts.data) if not np.isnan(amounts).all() else None

    def _read_longer(self, rows: Codes, into: npt.NDArray[np.float64]) -> bool:
        """Read figures of more digits than fit into a whole number, as short columns are read."""
        cells = self._cells(rows)
        values = plain_figures([*cells, "0"])  # not all of them blank
        if values is None:
            return False
        into[:] = [np.nan if value is None else value for value in values[:-1]]
        return True

    def _words(self) -> tuple[Codes, list[RawCell]]:
        if self._coded is None:
            self._coded = self._by_book() or self._by_sums() or self._one_by_one()
        return self._coded

    def _by_book(self) -> tuple[Codes, list[RawCell]] | None:
        book = Book(self._sheet.text)
        codes = np.empty(len(self._rows), np.int32)
        done = 0
        for rows in self._pieces():
            piece = book.codes(*self._sheet.bounds(rows, self._column))
            if piece is None or len(book.starts) > max(_MOST_LEARNT, done // 2):
                return None
            codes[done : done + len(rows)] = piece
            done += len(rows)
        return codes, self._texts(book.starts, book.stops)

    def _by_sums(self) -> tuple[Codes, list[RawCell]] | None:
        starts, ends = self._sheet.bounds(self._rows, self._column)
        numbered = number_all(self._sheet.text, starts, ends)
        if numbered is None:
            return None
        codes, first = numbered
        return codes, self._texts(starts[first].tolist(), ends[first].tolist())

    def _texts(self, starts: list[int], stops: list[int]) -> list[RawCell]:
        text, encoding = self._sheet.text.data, self._sheet.encoding
        return [str(text[start:stop], encoding) for start, stop in zip(starts, stops, strict=True)]

    def _one_by_one(self) -> tuple[Codes, list[RawCell]]:
        places: dict[RawCell, int] = {}
        codes = np.fromiter((places.setdefault(cell, len(places)) for cell in self), np.int32, len(self._rows))
        return codes, list(places)


def _recoded(codes: Codes, words: list[RawCell]) -> tuple[Codes, list[RawCell]]:
    """Return codes for the words that are left, numbered as they first appear."""
    used, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    if len(used) == len(words) and bool((np.diff(first) > 0).all()):
        return np.ascontiguousarray(codes), words
    order = np.argsort(first)
    numbers = np.empty(len(order), np.int32)
    numbers[order] = np.arange(len(order), dtype=np.int32)
    return numbers[inverse], [words[code] for code in used[order].tolist()]
