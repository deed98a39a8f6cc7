"""The quick way through long columns of plain figures: whole pieces are judged by one match instead of cell by cell.

It only ever takes what the cell grammar would read the same way (`12`, `-3.5`, blank); everything else is left to the grammar.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import islice
from types import NoneType
from typing import cast

from engine.sources.grid import RawCell

_PIECE = 10_000
_PLAIN_LINES = re.compile(r"(?:(?:-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,30})?)?\n)*")


def plain_figures(cells: Sequence[RawCell]) -> tuple[float | None, ...] | None:
    """Return the numbers of a column that has nothing but numbers, plain figures and blanks, None when it has anything else."""
    if set(map(type, cells)) <= {float, NoneType}:
        return _finite(cells)
    values: list[float | None] = []
    rest = iter(cells)
    while piece := list(islice(rest, _PIECE)):
        read = _piece_of_figures(piece)
        if read is None:
            return None
        values += read
    return tuple(values) if any(value is not None for value in values) else None


def _finite(cells: Sequence[RawCell]) -> tuple[float | None, ...] | None:
    """Return cells that are floats or None as they are, unless one is no number or all are None."""
    values = cast("tuple[float | None, ...]", tuple(cells))
    present = values if None not in values else [value for value in values if value is not None]
    return values if present and all(map(math.isfinite, cast("Sequence[float]", present))) else None


def _piece_of_figures(piece: list[RawCell]) -> list[float | None] | None:
    texts = [cell for cell in piece if isinstance(cell, str)]
    if len(texts) != len(piece):
        return None
    joined = "\n".join(texts) + "\n"
    if joined.count("\n") != len(texts) or _PLAIN_LINES.fullmatch(joined) is None:
        return None
    return [float(text) + 0.0 if text else None for text in texts]
