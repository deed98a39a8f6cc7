from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Location, Phrase
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.machines.merged import file_of, merged
from tests.unit.cli.machines.conftest import CELL, FILE, NOWHERE_IN_PARTICULAR, UNKNOWN


def test_a_finding_stands_once_with_every_report_that_has_it(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    found = merged(finished, workspace)
    assert [(one.item.code, one.reports) for one in found] == [
        ("FACT032", ("批次/乙",)),
        ("DATA042", ("批次/甲",)),
        ("YAML020", ("批次/甲", "批次/乙")),
    ]


def test_a_finding_about_no_file_is_told_at_its_report(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    nowhere, cell, unknown = merged(finished, workspace, "reports/")
    assert nowhere.file == unknown.file == f"reports/{FILE}"
    assert cell.file == "reports/content/批次/kpi.xlsx"
    deck = workspace.root / "review.pptx"
    deck.write_bytes(b"")
    assert file_of(Finished(deck, "review.pptx"), workspace) == "review.pptx"


def test_a_mark_follows_its_line_and_its_language(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    before = {one.item.code: one.mark for one in merged(finished, workspace)}
    path = workspace.root / FILE
    path.write_text("# a new line\n" + path.read_text("utf-8"), encoding="utf-8")
    moved = replace(UNKNOWN, where=Location(FILE, 3, 5, 10), message=Phrase("换了说法", UNKNOWN.message.en))
    after = {one.item.code: one.mark for one in merged([replace(finished[0], diagnostics=(moved, CELL))], workspace)}
    assert (after["YAML020"], after["DATA042"]) == (before["YAML020"], before["DATA042"])


def test_two_equal_mistakes_on_equal_lines_have_two_marks(workspace: Workspace) -> None:
    path = workspace.root / "content/r.yaml"
    path.parent.mkdir()
    path.write_text("- tabel: 1\n- tabel: 1\n", encoding="utf-8")
    twice = tuple(replace(UNKNOWN, where=Location("content/r.yaml", line, 3, 8)) for line in (1, 2))
    one, other = merged([Finished(Path("r"), "r", "", twice)], workspace)
    assert one.mark != other.mark
    assert len(one.mark) == 32
    assert merged([Finished(Path("r"), "r", "", (NOWHERE_IN_PARTICULAR,))], workspace)[0].mark not in {one.mark, other.mark}
