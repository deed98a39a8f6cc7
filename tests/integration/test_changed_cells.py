"""Any cell of any table changed: in all three formats what depends on it changes, and nothing else does."""

from __future__ import annotations

import random  # noqa: TID251  seeded: the same draws every time
import shutil
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest

from engine.base.records import dataclass
from engine.checks.finished import reopened
from engine.load.source import load
from engine.model.file_ledger import FileLedger, TracedFact
from engine.model.printed import Printed
from engine.model.tables import DataTable
from engine.pipeline import BuildRequest, ReportResult, build_report
from tests.support.builds import ROOT, workspace_of
from tests.support.changed_cells import random_changes
from tests.support.ledger_report import REPORT, WEEKLY
from tests.support.mini_report import put_report
from tests.support.one_cell import Change, ChangedRow, apply, changes_raw
from tests.support.table_answers import TableAnswers, same_number

FORMATS = ("pptx", "docx", "pdf")
BATCH = "team-review"  # reads one file as two tables; test_team_review.py changes its cells
SAMPLES = tuple(sorted(path.parent.name for path in ROOT.glob("content/*/report.yaml") if path.parent.name != BATCH))
EACH = 50


@dataclass(frozen=True, slots=True)
class Files:
    """A report with what its files print; `ledgers` by format."""

    folder: Path
    tables: Mapping[str, DataTable]
    result: ReportResult
    ledgers: Mapping[str, FileLedger]


def built(folder: Path) -> Files:
    """Build a report; its files agree with their ledgers, so that these say what the files print."""
    source = load(workspace_of(folder), folder).value
    assert source is not None
    result = build_report(workspace_of(folder), folder, BuildRequest(FORMATS))
    ledgers = {}
    for artifact in (each for each in result.artifacts if each.format in FORMATS):
        opened = reopened(artifact.format, artifact.blob, artifact.file_name)
        assert opened is not None and opened.findings == ()
        ledgers[artifact.format] = opened.ledger
    return Files(folder, source.tables, result, ledgers)


def after(change: Change, before: Files, root: Path) -> Files | None:
    """Return the report built anew with one cell changed; None where the changed tables contradict themselves."""
    folder = root / "content" / before.folder.name
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(before.folder, folder)
    apply(change, folder)
    again = built(folder)
    return None if again.result.has_errors else again


def typed(printed: Printed) -> list[tuple[str, ...]]:
    """Return the words around the facts, and which facts they are, in the order of their places."""
    return [(place.shape, *place.words[::2], *place.facts) for place in printed.texts]


def printed_of(printed: Printed) -> dict[str, set[str]]:
    """Return what stands for each fact, wherever it stands: rows may change places when a ranking does."""
    found: dict[str, set[str]] = {}
    for place in printed.texts:
        for fact, words in zip(place.facts, place.printed, strict=True):
            found.setdefault(fact, set()).add(words.replace("\n", ""))
    return found


def moved_by(old: TracedFact, new: TracedFact) -> bool:
    """Tell whether a fact is another number, or is printed as one."""
    return old.text != new.text or not same_number(old.raw, new.raw)


def faults(change: Change, before: Files, now: Files) -> list[str]:
    """Return what changed without depending on the cell, or depends on it and stayed, format by format."""
    row = ChangedRow.of(change, before.tables, now.tables)
    answers = TableAnswers.of(before.tables[row.table], now.tables[row.table])
    found = []
    for name in FORMATS:
        old, new = ({fact.id: fact for fact in files.ledgers[name].facts} for files in (before, now))
        for fact in old.keys() | new.keys():
            depends = changes_raw(old.get(fact) or new[fact], answers, row, change)
            moved = fact not in old or fact not in new or moved_by(old[fact], new[fact])
            if moved and depends is False:
                found.append(f"{change}: {name} {fact} changed without depending on the cell")
            elif not moved and depends is True:
                found.append(f"{change}: {name} {fact} depends on the cell and stayed")
        was, now_is = (printed_of(files.ledgers[name].files[0]) for files in (before, now))
        found += [
            f"{change}: {name} prints {fact} as {now_is[fact]} after {was[fact]}, and its text is {new[fact].text}"
            for fact in was.keys() & now_is.keys()
            if (was[fact] != now_is[fact]) != (old[fact].text != new[fact].text)
        ]
    return found


def test_twenty_cells_of_a_small_report(tmp_path: Path) -> None:
    before = built(put_report(tmp_path / "before" / "content" / "h1", report=REPORT, weekly=WEEKLY))
    chance = random.Random(20250708)
    seen = 0
    for change in islice(random_changes(before.tables, chance), 20):
        now = after(change, before, tmp_path / "now")
        assert now is not None
        assert faults(change, before, now) == []
        for name in FORMATS:
            assert typed(now.ledgers[name].files[0]) == typed(before.ledgers[name].files[0])
        seen += 1
    assert seen == 20


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_fifty_cells_of_each_sample(sample: str, tmp_path: Path) -> None:
    before = built(ROOT / "content" / sample)
    chance = random.Random(20250708)
    found: list[str] = []
    done = 0
    for change in random_changes(before.tables, chance):
        now = after(change, before, tmp_path)
        if now is not None:
            found += faults(change, before, now)
            done += 1
        if done == EACH:
            break
    assert found == []
