"""What a column of a long file can tell without a Python object for each of its cells; to everybody else it is a sequence of cells."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import overload

from engine.model.packed import Figures, Words
from engine.model.tables import Cell, ColumnType
from engine.sources.grid import RawCell

LONG_ROWS = 20_000
"""From this many rows on, a table's columns are worth packing."""


class LongCells(Sequence[RawCell], ABC):
    """One column of texts as a file holds them; cells that are alike are judged once."""

    @overload
    @abstractmethod
    def __getitem__(self, index: int) -> RawCell: ...
    @overload
    @abstractmethod
    def __getitem__(self, index: slice) -> LongCells: ...
    @abstractmethod
    def __getitem__(self, index: int | slice) -> RawCell | LongCells: ...

    @abstractmethod
    def picked(self, rows: Sequence[int]) -> LongCells:
        """Return the column with these rows only."""

    @abstractmethod
    def figures(self) -> Figures | None:
        """Return the numbers of a column that has nothing but plain figures (long_figures.py) and blanks, None when it has anything else."""

    @abstractmethod
    def identifiers(self) -> Words | None:
        """Return the texts of a column that has nothing but identifiers (long_identifiers.py) and blanks, None when it has anything else."""

    @abstractmethod
    def counts(self) -> Mapping[RawCell, int]:
        """Return the different cells as they first appear, with how many rows have them."""

    @abstractmethod
    def rows_of(self, wanted: Collection[RawCell]) -> list[int]:
        """Return the rows that hold one of these cells."""

    @abstractmethod
    def rows_where(self, wanted: Callable[[RawCell], bool]) -> list[int]:
        """Return the rows whose cell is wanted, which no plain figure and no identifier may be."""

    @abstractmethod
    def mapped(self, values: Mapping[RawCell, Cell], kind: ColumnType) -> Figures | Words:
        """Return the column with each cell replaced by its value."""
