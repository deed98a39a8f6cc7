from __future__ import annotations

import pytest

from engine.metrics.duck import Duck
from engine.metrics.sql_errors import SqlBindError, SqlError, SqlTypeError


def test_values_are_bound() -> None:
    assert Duck().rows("SELECT ? + 1, ?", [2, "it's"]) == [(3, "it's")]


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("SELECT CAST('a' AS INTEGER)", SqlTypeError),
        ("SELECT nothing", SqlBindError),
        ("SELECT (", SqlError),
    ],
)
def test_what_goes_wrong_is_told_in_the_words_of_the_database(statement: str, kind: type[SqlError]) -> None:
    with pytest.raises(kind) as caught:
        Duck().rows(statement, [])
    assert "Error" in str(caught.value)
