"""What counts as an identifier is a text for the grammar of cells, whatever else stands in the column."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sources.cells import MISSING_IN_FIGURES, cleaned, read_number
from engine.sources.dates import read_date
from engine.sources.long_identifiers import are_identifiers
from engine.sources.long_split import split
from engine.sources.tidy import _is_total


def judge(*cells: str) -> bool:
    parts = split(("\n".join(cells) + "\n").encode(), 0, ord("\t"))
    assert parts is not None
    starts = np.concatenate([[31], parts.ends[:-1]]).astype(np.int32) + np.int32(1)
    return are_identifiers(parts.text, starts, parts.ends)


@pytest.mark.parametrize("cell", ["A001", "sku-9", "0012", "1234567890123456", "ORD/2025-07", "B2", ""])
def test_identifiers(cell: str) -> None:
    assert judge(cell)
    assert judge("A1", cell, "Z9")


@pytest.mark.parametrize(
    "cell", ["A", "total", "12", "1.5", "2025-07-01", "RMB5", "US$5", "CNY3", "A 1", " A1", "抖音1", "-", "N/A", "#N/A", "x" * 64 + "1"]
)
def test_others(cell: str) -> None:
    assert not judge(cell)
    assert not judge("A1", cell)


@given(st.one_of(st.text("0123456789AURCMB$./-年W ", max_size=18), st.from_regex(r"[A-Za-z0-9]{1,18}", fullmatch=True)))
def test_no_identifier_is_anything_else(cell: str) -> None:
    if cell and judge(cell):
        assert read_number(cell) is None
        assert read_date(cell) is None
        assert cleaned(cell) == cell
        assert cell not in MISSING_IN_FIGURES
        assert not _is_total(cell)
