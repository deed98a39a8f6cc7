from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch import freshness as subject
from engine.batch.digests import MadeOf, digest_of_file, made_of
from engine.batch.freshness import Freshness
from engine.batch.job import Job, Site
from engine.batch.kept import Kept
from engine.batch.survey import survey
from engine.load.source import Loader
from engine.pipeline import Inputs
from engine.run_record import FileRecord, ReportRecord, Status
from tests.support.tiny_batch import put_batch

FUTURE = 2**62


@pytest.fixture
def site(workspace: Workspace) -> Site:
    put_batch(workspace.root, 3)
    return Site(workspace, settings="now", started=FUTURE)


@pytest.fixture
def loader(site: Site) -> Loader:
    return Loader(site.workspace, site.workspace.root / "content" / "teams")


def job(site: Site, index: int = 0) -> Job:
    return survey(site, [site.workspace.root / "content" / "teams"]).jobs[index]


def kept(site: Site, loader: Loader, index: int = 0, changes: Mapping[str, Any] | None = None) -> Kept:
    """Return what a build of a team leaves behind now, but for some of what it was made of."""
    one = job(site, index)
    source = loader.source(one.member).value
    assert source is not None and one.member is not None
    assert source.tables["weekly"]
    made = made_of(site, Inputs(source.paths, source.tables.taken()), one.member.row)
    assert made is not None
    return Kept(ReportRecord(one.name, "", "content/teams", Status.BUILT), replace(made, **(changes or {})))


def why(site: Site, loader: Loader, record: Kept | None, index: int = 0) -> str | None:
    reason = Freshness(site).reason(job(site, index), record, loader)
    return None if reason is None else reason.en


def test_a_report_of_which_all_is_as_it_was_is_not_built(site: Site, loader: Loader) -> None:
    assert why(site, loader, kept(site, loader)) is None


def test_a_report_is_built_when_nothing_is_known_of_it(site: Site, loader: Loader) -> None:
    assert why(site, loader, None) == "it was never built"


@pytest.mark.parametrize(
    ("status", "reason"), [(Status.FAILED, "it failed the last time"), (Status.BUILT, "a file was changed while it was built")]
)
def test_a_report_is_built_when_its_record_says_nothing(status: Status, reason: str, site: Site, loader: Loader) -> None:
    assert why(site, loader, Kept(ReportRecord("teams/华东1组", "", "content/teams", status), None)) == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"settings": "then"}, "the program, a theme, a template, a font or what was asked for changed"),
        ({"files": {"content/teams/report.yaml": "other"}}, "content/teams/report.yaml changed"),
        ({"files": {"content/teams/gone.md": "was there"}}, "content/teams/gone.md changed"),
        ({"member": "other"}, "its own row changed"),
        ({"data": {}, "tables": {"weekly": "other"}}, "the records it takes from table 'weekly' changed"),
        (
            {"data": {"content/teams/gone.csv": "was there"}, "tables": {"nowhere": "other"}},
            "the records it takes from table 'nowhere' changed",
        ),
    ],
)
def test_the_first_thing_that_changed_is_the_reason(changes: dict[str, object], reason: str, site: Site, loader: Loader) -> None:
    assert why(site, loader, kept(site, loader, changes=changes)) == reason


def test_as_long_as_their_files_stand_nobody_looks_into_tables(site: Site, loader: Loader) -> None:
    record = kept(site, loader, changes={"tables": {"weekly": "not looked at"}})
    assert why(site, loader, record) is None
    (site.workspace.root / "content" / "teams" / "data" / "weekly.csv").open("a", encoding="utf-8").close()
    assert why(site, loader, record) is None
    with (site.workspace.root / "content" / "teams" / "data" / "weekly.csv").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert why(site, loader, record) == "the records it takes from table 'weekly' changed"


def test_a_table_that_cannot_be_read_any_more_is_a_change(site: Site, loader: Loader) -> None:
    record = kept(site, loader)
    (site.workspace.root / "content" / "teams" / "data" / "weekly.csv").unlink()
    again = Loader(site.workspace, loader.content.value.folder if loader.content.value else Path())
    assert why(site, again, record) == "the records it takes from table 'weekly' changed"


def test_a_table_it_takes_nothing_from_matters_when_it_stops_the_report(site: Site, loader: Loader) -> None:
    record = kept(site, loader, changes={"tables": {}})
    assert why(site, loader, record) is None
    (site.workspace.root / "content" / "teams" / "data" / "weekly.csv").unlink()
    assert why(site, Loader(site.workspace, site.workspace.root / "content" / "teams"), record) == "table 'weekly' has errors"


def test_files_that_were_written_must_stand(site: Site, loader: Loader) -> None:
    record = kept(site, loader)
    missing = replace(record, report=replace(record.report, files=(FileRecord.of("teams/华东1组/a.pptx", b"deck"),)))
    assert why(site, loader, missing) == "a file that was written is changed or gone"


def test_a_file_of_many_reports_is_looked_into_once(site: Site, loader: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [kept(site, loader, index) for index in range(3)]
    seen: list[str] = []

    def digest(path: Path) -> str:
        seen.append(path.name)
        return digest_of_file(path)

    monkeypatch.setattr(subject, "digest_of_file", digest)
    fresh = Freshness(site)
    assert [fresh.reason(job(site, index), records[index], loader) for index in range(3)] == [None] * 3
    assert sorted(seen) == ["report.yaml", "settings.yaml", "weekly.csv"]


def test_rows_of_one_team_are_those_of_no_other(site: Site, loader: Loader) -> None:
    made = [record.made_of for record in (kept(site, loader, index) for index in range(3))]
    assert len({one.tables["weekly"] for one in made if isinstance(one, MadeOf)}) == 3
