"""A figure read off a finished file leads to its cells: adding them up by another program gives the figure."""

from __future__ import annotations

import csv
import io
import json
import random  # noqa: TID251  seeded: the same draws every time
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.utils.cell import column_index_from_string

from engine.cli.fact_search import traced
from engine.cli.facts import facts
from engine.model.file_ledger import NamedCells, TracedFact
from engine.pipeline import build_report
from engine.probe.carried import ledger_inside
from tests.support.builds import ROOT, request_of, workspace_of

SAMPLES = tuple(sorted(path.parent.name for path in ROOT.glob("content/*/report.yaml")))
FIVE = 5
FORMATS = ("pptx", "docx", "pdf")
SUM = re.compile(r'SELECT (?:sum|max)\("?[^()"]+"?\) FROM .*')
SCALES = {"亿": 1e8, "万": 1e4, "%": 0.01}


@cache
def grid(path: Path, sheet: str) -> list[list[object]]:
    """Return the cells of a file as another program reads them."""
    if path.suffix == ".xlsx":
        return [list(row) for row in openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True)]
    blob = path.read_bytes()
    encoding = "utf-8-sig" if blob.startswith(b"\xef\xbb\xbf") or _is_utf8(blob) else "gb18030"
    return [list(row) for row in csv.reader(io.StringIO(blob.decode(encoding), newline=""))]


def _is_utf8(blob: bytes) -> bool:
    try:
        blob.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def number(cell: object) -> float | None:
    """Read a cell as people write them: 1,234, 2.2亿, 28.0%; None for none."""
    if isinstance(cell, int | float):
        return float(cell)
    words = str(cell or "").replace(",", "").strip()
    scale = next((factor for ending, factor in SCALES.items() if words.endswith(ending)), 1.0)
    try:
        return float(words.rstrip("亿万%")) * scale
    except ValueError:
        return None


def rows_of(cells: NamedCells) -> Iterator[int]:
    for stretch in cells.row_numbers.split(","):
        first, _, last = stretch.partition("-")
        yield from range(int(first), int(last or first) + 1)


def values(cells: NamedCells) -> list[float]:
    """Return the numbers in the named rows of the one named column."""
    head, _, address = cells.cells.rpartition("!")
    file, _, sheet = head.partition("!")
    letters = re.match("[A-Z]+", address)
    assert letters is not None
    column = column_index_from_string(letters[0]) - 1
    lines = grid(ROOT / file, sheet)
    found = [number(lines[row - 1][column]) for row in rows_of(cells)]
    assert len(found) == cells.rows
    return [value for value in found if value is not None]


def is_plain(fact: TracedFact) -> bool:
    """Tell whether a figure is one cell, or the sum or greatest of one column."""
    single = len(fact.ranges) == 1 and ":" not in fact.ranges[0].cells
    column = (
        len(fact.ranges) == 1 and len({corner.rstrip("0123456789") for corner in fact.ranges[0].cells.rpartition("!")[2].split(":")}) == 1
    )
    return (
        fact.raw is not None
        and fact.raw != 0
        and fact.aspect != "derived"
        and ((single and not fact.query) or (column and bool(SUM.fullmatch(fact.query)) and fact.formula == fact.query))
    )


@pytest.mark.parametrize("sample", SAMPLES)
def test_five_figures_of_each_file_lead_to_their_cells(sample: str, tmp_path: Path) -> None:
    """`debrief facts FILE TEXT` names the cells; adding them up by another program gives the figure."""
    folder = ROOT / "content" / sample
    result = build_report(workspace_of(folder), folder, request_of(folder, FORMATS))
    for artifact in (each for each in result.artifacts if each.format in FORMATS):
        file = tmp_path / artifact.file_name
        file.write_bytes(artifact.blob)
        ledger = ledger_inside(artifact.format, artifact.blob)
        assert ledger is not None
        chosen = random.Random(f"{sample} {artifact.format}").sample(
            [each for each in traced(ledger) if is_plain(each.fact) and each.places], FIVE
        )
        for one in chosen:
            told = CliRunner().invoke(facts, [str(file), one.fact.text.replace("\u00a0", " "), "--json"])
            assert told.exit_code == 0, told.output
            answer = next(each for each in json.loads(told.output) if each["id"] == one.fact.id)
            (cells,) = answer["ranges"]
            found = values(NamedCells(cells["cells"], cells["rows"], cells["row_numbers"]))
            expected = max(found) if " max(" in answer["query"].replace("SELECT ", " ") else sum(found)
            assert answer["raw"] == pytest.approx(expected), (sample, artifact.format, one.fact.id, cells)
