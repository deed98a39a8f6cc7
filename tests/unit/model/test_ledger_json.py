from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.facts import MetricNote
from engine.model.file_ledger import FileLedger, NamedCells, TracedFact, file_ledger, standings
from engine.model.ledger_json import NotALedger, ledger_json, read_ledger
from engine.model.printed import ChartColumn, ChartLabel, ChartPlace, Printed, TextPlace
from tests.unit.model.test_file_ledger import LEDGER, PRINTED

WHOLE = file_ledger(LEDGER, "述职", (PRINTED,))
WORDS = st.text(max_size=8)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
FACTS = st.builds(TracedFact, WORDS, WORDS, NUMBERS, ranges=st.tuples(st.builds(NamedCells, WORDS, st.integers(0, 9), WORDS)))
TEXTS = st.builds(TextPlace, st.integers(0, 99), WORDS, st.tuples(WORDS, WORDS, WORDS), st.tuples(WORDS), anchors=st.tuples(WORDS))
COLUMNS = st.builds(ChartColumn, WORDS, WORDS, st.tuples(NUMBERS), st.tuples(st.tuples(WORDS)), st.booleans())
CHARTS = st.builds(ChartPlace, st.integers(0, 9), WORDS, st.tuples(COLUMNS), st.tuples(st.builds(ChartLabel, WORDS)))
FILES = st.builds(Printed, st.sampled_from(["pptx", "pdf"]), st.tuples(TEXTS), st.tuples(CHARTS))
NOTES = st.builds(MetricNote, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS)
LEDGERS = st.builds(FileLedger, WORDS, st.tuples(FACTS), st.tuples(NOTES), st.tuples(FILES))


@given(LEDGERS, st.booleans())
def test_what_is_written_is_read_again(ledger: FileLedger, full: bool) -> None:
    assert read_ledger(ledger_json(ledger, standings(ledger) if full else None)) == ledger


def test_inside_files_it_is_small_and_beside_them_it_says_everything() -> None:
    small, large = json.loads(ledger_json(WHOLE)), json.loads(ledger_json(WHOLE, standings(WHOLE)))
    assert "reason" not in small["facts"][0] and "places" not in small["facts"][0]
    assert large["facts"][0]["reason"] == ""
    assert large["facts"][0]["places"][0] == {"format": "pptx", "page": 4, "shape": "topic-1-1/title", "text": "5 元"}


def test_each_fact_has_a_line_of_its_own_so_that_versions_can_be_compared() -> None:
    lines = ledger_json(WHOLE, standings(WHOLE)).decode().splitlines()
    first = lines.index('"facts": [') + 1
    assert json.loads(lines[first].rstrip(","))["id"] == WHOLE.facts[0].id


def test_the_same_ledger_gives_the_same_readable_bytes() -> None:
    assert ledger_json(WHOLE) == ledger_json(WHOLE)
    assert "活动 GMV".encode() in ledger_json(WHOLE) and ledger_json(WHOLE).endswith(b"}\n")


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"[]",
        b'{"version": 1}',
        b'{"version": 2, "strange": 1}',
        b'{"version": 2, "facts": [{"id": 5, "text": "x"}]}',
        b'{"version": 2, "facts": [{"id": "x"}]}',
        b'{"version": 2, "facts": "x"}',
        b'{"version": 2, "files": [{"format": "pdf", "texts": [{"page": true, "shape": "", "words": [], "facts": []}]}]}',
        b'{"version": 2, "files": [{"format": "pdf", "charts": [{"page": 1, "shape": "", "columns": [], "box": [1, 2]}]}]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_ledger_is_refused(blob: bytes) -> None:
    with pytest.raises(NotALedger):
        read_ledger(blob)
