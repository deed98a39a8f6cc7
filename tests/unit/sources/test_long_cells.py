from __future__ import annotations

import pytest

from engine.sources.long_cells import LONG_ROWS, LongCells


def test_what_a_long_column_owes_is_complete() -> None:
    with pytest.raises(TypeError, match="abstract"):
        LongCells()  # type: ignore[abstract]


def test_short_tables_are_not_packed() -> None:
    assert LONG_ROWS >= 10_000
