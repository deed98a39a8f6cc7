"""Columns of long tables held as machine numbers instead of one Python object per cell; they may lie in a file mapped into memory.

Both are sequences of the same cells that a tuple would hold. Whoever works on whole columns takes `view` or `codes` and `words` instead,
and may keep in `found` what was worked out about a column that never changes, such as an index, for whoever asks next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from engine.model.tables import Cell

_PIECE = 65_536


class Figures(Sequence["Cell"]):
    """A column of numbers. `view` holds doubles; NaN stands for a missing number (None)."""

    __slots__ = ("found", "view")

    def __init__(self, view: memoryview[Any]) -> None:
        self.view = view
        self.found: dict[str, object] = {}

    def __len__(self) -> int:
        return len(self.view)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> Figures: ...
    def __getitem__(self, index: int | slice) -> Cell | Figures:
        if isinstance(index, slice):
            return Figures(self.view[index])
        value: float = self.view[index]
        return None if value != value else value  # noqa: PLR0124  only NaN is not itself

    def __iter__(self) -> Iterator[Cell]:
        for start in range(0, len(self.view), _PIECE):
            yield from [None if value != value else value for value in self.view[start : start + _PIECE].tolist()]  # noqa: PLR0124

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Figures) and len(self) == len(other) and all(map(_same, self, other)))

    def __hash__(self) -> int:
        return hash((len(self), *self[:4]))


class Words(Sequence["Cell"]):
    """A column whose cells repeat: `codes` holds int32 places in `words`, which are texts, days, and None for a missing one."""

    __slots__ = ("codes", "found", "words")

    def __init__(self, codes: memoryview, words: Sequence[Cell]) -> None:
        self.codes, self.words = codes, words
        self.found: dict[str, object] = {}

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> Words: ...
    def __getitem__(self, index: int | slice) -> Cell | Words:
        if isinstance(index, slice):
            return Words(self.codes[index], self.words)
        return self.words[self.codes[index]]

    def __iter__(self) -> Iterator[Cell]:
        return map(self.words.__getitem__, self.codes)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Words) and len(self) == len(other) and all(map(_same, self, other)))

    def __hash__(self) -> int:
        return hash((len(self), *self[:4]))


def distinct(values: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the different values of a column as they first appear, without None."""
    if isinstance(values, Words):
        values = [values.words[code] for code in dict.fromkeys(values.codes)]
    return tuple(value for value in dict.fromkeys(values) if value is not None)


def _same(one: Cell, other: Cell) -> bool:
    return one == other
