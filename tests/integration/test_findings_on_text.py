"""The table of sentences: nearly every wrong one is found, and no right one is blamed."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks import check_composed
from engine.model.settings import DEFAULT_SETTINGS
from tests.support.findings import FIRST_LINE, reading
from tests.support.sentences import EN, HEAD_EN, HEAD_ZH, RIGHT, ZH

Row = tuple[str, str, frozenset[str]]


def judged(root: Path, table: tuple[tuple[str, str], ...], *, english: bool) -> list[Row]:
    """Return each sentence with the code that it deserves and those that it got."""
    blocks = "\n".join("- text: '" + sentence.replace("'", "''") + "'" for sentence, _ in table)
    read = reading(root, blocks, english=english)
    first = FIRST_LINE + english * (HEAD_EN.count("\n") - HEAD_ZH.count("\n"))
    got: dict[int, set[str]] = {}
    for item in check_composed(read.report, read.find, DEFAULT_SETTINGS, complete=False):
        if item.code.startswith("FACT"):
            got.setdefault(item.where.line - first, set()).add(item.code)
    return [(sentence, code, frozenset(got.get(index, ()))) for index, (sentence, code) in enumerate(table)]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    chinese = judged(tmp_path_factory.mktemp("zh"), ZH, english=False)
    return chinese + judged(tmp_path_factory.mktemp("en"), EN, english=True)


def test_the_table_is_large_and_in_both_languages(rows: list[Row]) -> None:
    assert len(ZH) >= 60 and len(EN) >= 60
    assert sum(code == RIGHT for _, code, _ in rows) >= 60


def test_no_right_sentence_is_blamed(rows: list[Row]) -> None:
    assert [(sentence, sorted(got)) for sentence, code, got in rows if code == RIGHT and got] == []


def test_nearly_every_wrong_sentence_is_found(rows: list[Row]) -> None:
    wrong = [(sentence, code, got) for sentence, code, got in rows if code != RIGHT]
    missed = [(sentence, code, sorted(got)) for sentence, code, got in wrong if code not in got]
    assert len(missed) <= 0.05 * len(wrong), missed


def test_no_sentence_is_blamed_for_something_else(rows: list[Row]) -> None:
    assert [(sentence, sorted(got)) for sentence, code, got in rows if got - {code}] == []
