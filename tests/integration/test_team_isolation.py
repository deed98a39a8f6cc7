"""No report of content/team-review holds a figure or a name of another team: only those of its own, and its region's as a whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from engine.load.source import Loader
from engine.model.facts import CellRange, Fact
from engine.model.report import Report
from engine.pipeline import BuildRequest, ReportResult, build_report
from tests.support.builds import workspace_of
from tests.support.one_cell import Change, apply
from tests.support.team_review import AWKWARD, FOLDER, MISSED, NEW, PLAIN, cell, composed, facts, jobs, loader, member, report, rows
from tests.support.words_of import words_in

FORMATS = ("pptx", "docx", "pdf")


@cache
def result(team: str) -> ReportResult:
    return build_report(workspace_of(FOLDER), FOLDER, BuildRequest(FORMATS, member=member(team)), loader=loader())


def teams_in(cells: CellRange) -> set[str] | None:
    """Return the teams whose rows entered a fact; None when its rows are too many to name."""
    head, *_ = table = rows(Path(cells.file).name)
    column = head.index("编号" if "编号" in head else "团队")
    numbers = [number for first, last in cells.stretches for number in range(first, last + 1)]
    return {table[number - 1][column] for number in numbers} if numbers else None


@cache
def teams_of_region(team: str) -> frozenset[str]:
    region = cell(member(team), "大区")
    return frozenset(code for code, job in jobs().items() if cell(job.member, "大区") == region)


def strangers(team: str) -> list[str]:
    """Return the facts of a report that rest on rows of other teams, other than on those of the whole region."""
    found = []
    for fact in report(team).ledger.facts:
        is_regional = "region_weekly" in fact.source.query
        for cells in fact.source.ranges:
            teams = teams_in(cells)
            if teams is None:
                own_region = f"FROM region_weekly WHERE 大区 = '{cell(member(team), '大区')}'"
                fine = is_regional and own_region in fact.source.query
            else:
                fine = teams == {team} or (is_regional and teams == teams_of_region(team))
            if not fine:
                found.append(f"{team}: {fact.id} ({cells}) rests on {teams}")
    return found


@pytest.mark.parametrize("team", [PLAIN, *AWKWARD])
def test_a_report_rests_on_the_rows_of_its_team_and_on_its_whole_region(team: str) -> None:
    assert len(report(team).ledger.facts) > 100
    assert strangers(team) == []


@pytest.mark.slow
def test_no_figure_of_a_team_is_in_the_report_of_another() -> None:
    assert [line for team in jobs() for line in strangers(team)] == []


def named(columns: Iterable[str]) -> dict[str, set[str]]:
    """Return the words that tell who is meant, by team."""
    return {code: {str(cell(job.member, column)) for column in columns} for code, job in jobs().items()}


@pytest.mark.parametrize("team", [MISSED, NEW])
def test_no_file_names_another_team_or_its_people(team: str) -> None:
    own = named(("名称", "简称", "负责人", "副组长", "鲜食专员"))
    foreign = {word for code, words in own.items() if code != team for word in words}
    assert not own[team] & foreign
    for artifact in (each for each in result(team).artifacts if each.format in FORMATS):
        words = words_in(artifact.format, artifact.blob)
        assert [word for word in foreign if word in words] == []
        assert str(cell(member(team), "简称")) in words


def test_one_cell_of_a_team_changes_its_own_report_and_only_regional_figures_of_its_neighbours(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "team-review"
    shutil.copytree(FOLDER, folder)
    line = next(number for number, row in enumerate(rows("weekly.csv"), 1) if row[3] == PLAIN)
    apply(Change("weekly.csv", "", f"H{line}", "399999"), folder)
    changed = Loader(workspace_of(folder), folder)
    moved = {team: _moved(facts(team), composed(changed, team)) for team in (PLAIN, "T002", "T011")}
    assert {"gmv.actual", "region_per_store.actual"} <= {name.partition("|")[0] for name in moved[PLAIN]}
    assert moved["T002"]
    assert all("region_" in name for name in moved["T002"])
    assert moved["T011"] == set()  # another region


def _moved(before: dict[str, Fact], after: Report) -> set[str]:
    now = {fact.id: fact for fact in after.ledger.facts}
    assert now.keys() == before.keys()
    return {name for name, fact in now.items() if fact.raw != before[name].raw}
