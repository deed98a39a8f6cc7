from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.diagnostics import Location, Phrase, warning
from engine.base.workspace import Workspace
from engine.batch.digests import MadeOf
from engine.batch.kept import FOLDER, Kept, all_kept, kept_of, place_of
from engine.run_record import FileRecord, ReportRecord, Status

FILES = (FileRecord.of("teams/华东/facts.json", b"{}"), FileRecord.of("teams/华东/华东.pptx", b"deck"))
DOUBT = warning("YAML041", "可疑", "doubtful", Location("content/teams/report.yaml", 2, 1, 5), Phrase("改", "mend"))
REPORT = ReportRecord("teams/华东", "华东小结", "content/teams", Status.BUILT, {"load": 0.5}, 3, 7, ("pptx",), FILES, (DOUBT,))
MADE = MadeOf("s" * 64, {"content/teams/report.yaml": "f" * 64}, {"weekly": "t" * 64}, "m" * 64)
KEPT = Kept(REPORT, MADE)


def put(workspace: Workspace, kept: Kept = KEPT) -> Path:
    path = workspace.out / place_of(kept.report.name)
    workspace.write_atomically(path, kept.to_bytes())
    return path


def put_files(workspace: Workspace) -> None:
    for record, blob in zip(FILES, (b"{}", b"deck"), strict=True):
        workspace.write_atomically(workspace.out / record.path, blob)


@pytest.mark.parametrize("kept", [KEPT, Kept(REPORT, None)], ids=["built", "not to be trusted"])
def test_what_is_kept_is_found_again(kept: Kept, workspace: Workspace) -> None:
    path = put(workspace, kept)
    found = kept_of(workspace, REPORT.name)
    assert found is not None
    assert (found.report, found.made_of) == (kept.report, kept.made_of)
    assert found.written == path.stat().st_mtime_ns
    assert [(place, one.report.name) for place, one in all_kept(workspace)] == [(path, REPORT.name)]
    assert list(all_kept(workspace, {REPORT.name})) == []
    assert len(list(all_kept(workspace, {"teams", "华东"}))) == 1


def test_nothing_is_kept_of_a_report_that_was_never_built(workspace: Workspace) -> None:
    assert kept_of(workspace, "teams/华东") is None
    assert list(all_kept(workspace)) == []


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_record_that_is_damaged_anywhere_counts_as_none(data: st.DataObject, workspace: Workspace) -> None:
    path, whole = put(workspace), KEPT.to_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    match data.draw(st.sampled_from(["cut", "changed", "lost", "longer"])):
        case "cut":
            blob = whole[:place]
        case "changed":
            blob = whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
        case "lost":
            blob = whole[:place] + whole[place + 1 :]
        case _:
            blob = whole + data.draw(st.binary(min_size=1, max_size=9))
    path.write_bytes(blob)
    assert kept_of(workspace, REPORT.name) is None
    assert list(all_kept(workspace)) == []


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "\n", '{"version": 1}'])
def test_what_is_no_record_counts_as_none(text: str, workspace: Workspace) -> None:
    put(workspace).write_text(text, encoding="utf-8")
    assert kept_of(workspace, REPORT.name) is None


def test_a_folder_in_the_place_of_a_record_counts_as_none(workspace: Workspace) -> None:
    (workspace.out / place_of(REPORT.name)).mkdir(parents=True)
    assert kept_of(workspace, REPORT.name) is None


def test_records_of_different_reports_have_different_places_whatever_they_are_called() -> None:
    names = ["a", "A", "teams/华东", "teams/华南", "../x", "a/" * 200]
    places = [place_of(name) for name in names]
    assert len({place.casefold() for place in places}) == len(names)
    assert all(place.startswith(f"{FOLDER}/") and place.count("/") == 1 and len(place) < 64 for place in places)


def test_files_stand_as_long_as_nobody_touches_them(workspace: Workspace) -> None:
    put_files(workspace)
    put(workspace)
    found = kept_of(workspace, REPORT.name)
    assert found is not None
    assert found.stands(workspace.out)


def test_a_touched_file_is_looked_into(workspace: Workspace) -> None:
    put_files(workspace)
    put(workspace)
    found = kept_of(workspace, REPORT.name)
    assert found is not None
    deck = workspace.out / FILES[1].path
    os.utime(deck, ns=(found.written + 1, found.written + 1))
    assert found.stands(workspace.out)
    deck.write_bytes(b"DECK")
    os.utime(deck, ns=(found.written + 1, found.written + 1))
    assert not found.stands(workspace.out)


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(b"longer deck")], ids=["gone", "longer"])
def test_a_file_that_is_gone_or_of_another_size_does_not_stand(change: object, workspace: Workspace) -> None:
    put_files(workspace)
    put(workspace)
    found = kept_of(workspace, REPORT.name)
    assert found is not None
    assert callable(change)
    change(workspace.out / FILES[1].path)
    assert not found.stands(workspace.out)
