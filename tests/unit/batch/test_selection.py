from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import UsageError
from engine.base.workspace import Workspace
from engine.batch.job import Job, Site
from engine.batch.selection import Candidate, asks_for_state, read_selection, selected
from engine.batch.survey import survey
from tests.support.mini_report import REPORT, put_report
from tests.support.tiny_batch import put_batch

STATES = {"a": {"new", "modified"}, "teams/华东1组": {"failed", "modified"}}
ALL = ("a", "teams/华东1组", "teams/华南2组", "teams/华北3组", "teams/华东4组")
TERMS = (
    "team:华东*",
    "team.region:华南",
    "tag:华北",
    "kind:midyear-review",
    "report:teams",
    "path:content/a",
    "state:modified",
    "a",
    "*组",
)


@pytest.fixture(scope="module")
def candidates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Candidate, ...]:
    root = tmp_path_factory.mktemp("workspace").resolve()
    put_report(root / "content" / "a", report=f"{REPORT}tags: [Q3, 月度]\n")
    put_batch(root, 4)
    workspace = Workspace.open(root)
    found = survey(Site(workspace), [root / "content" / "a", root / "content" / "teams"])
    return tuple(
        Candidate(job, found.loaders[job.folder], workspace.relative(job.folder), lambda job=job: frozenset(STATES.get(job.name, ())))  # type: ignore[misc]
        for job in found.jobs
    )


def chosen(candidates: tuple[Candidate, ...], *written: str) -> tuple[str, ...]:
    return names(selected(candidates, read_selection(written)))


def names(jobs: Iterable[Job]) -> tuple[str, ...]:
    return tuple(job.name for job in jobs)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("team:华东*", ["teams/华东1组", "teams/华东4组"]),
        ("team:T001", ["teams/华南2组"]),
        ("team:t00?", ["teams/华东1组", "teams/华南2组", "teams/华北3组", "teams/华东4组"]),
        ("team.region:华北", ["teams/华北3组"]),
        ("team.nothing:华北", []),
        ("tag:q3", ["a"]),
        ("tag:华南", ["teams/华南2组"]),
        ("kind:midyear-review", [*ALL]),
        ("kind:annual-plan", []),
        ("report:teams", [*ALL[1:]]),
        ("path:content/teams", [*ALL[1:]]),
        ("path:content", [*ALL]),
        ("state:failed", ["teams/华东1组"]),
        ("state:new", ["a"]),
        ("a", ["a"]),
        ("A", ["a"]),
        ("华东1组", ["teams/华东1组"]),
        ("teams/华东1组", ["teams/华东1组"]),
        ("teams", [*ALL[1:]]),
        ("*1组", ["teams/华东1组"]),
        ("team:华东*,state:failed", ["teams/华东1组"]),
        ("team:华东*, tag:华南", []),
    ],
)
def test_a_selection_means(written: str, meant: list[str], candidates: tuple[Candidate, ...]) -> None:
    assert chosen(candidates, written) == tuple(meant)


def test_nothing_selected_means_all(candidates: tuple[Candidate, ...]) -> None:
    assert chosen(candidates) == ALL


@given(terms=st.lists(st.lists(st.sampled_from(TERMS), min_size=1, max_size=3), min_size=1, max_size=3))
def test_several_are_a_union_of_intersections_in_the_order_of_the_reports(
    terms: list[list[str]], candidates: tuple[Candidate, ...]
) -> None:
    every = [set.intersection(*(set(chosen(candidates, term)) for term in one)) for one in terms]
    meant = set.union(*every)
    assert chosen(candidates, *(",".join(one) for one in terms)) == tuple(name for name in ALL if name in meant)


@given(wish=st.text(st.sampled_from("组[]!a-东é"), min_size=1, max_size=5))
def test_brackets_are_signs_like_others_and_forms_of_unicode_are_one(wish: str) -> None:
    from engine.batch.selection import _like

    assert _like(wish, unicodedata.normalize("NFD", wish).upper())


@pytest.mark.parametrize("written", ["", " ", "team:", "team:a,", ","])
def test_a_selection_that_says_nothing_is_refused(written: str) -> None:
    with pytest.raises(UsageError):
        read_selection([written])


def test_an_unknown_state_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="there is no state 'faild'") as caught:
        read_selection(["state:faild"])
    assert caught.value.hint is not None
    assert caught.value.hint.en == "did you mean state:failed?"


def test_an_unknown_method_names_the_nearest_and_knows_the_rows_of_batches(candidates: tuple[Candidate, ...]) -> None:
    with pytest.raises(UsageError, match="nothing can be selected by 'taem'") as caught:
        chosen(candidates, "taem:华东")
    assert caught.value.hint is not None
    assert caught.value.hint.en == "did you mean team:?"


@pytest.mark.parametrize(("written", "asks"), [(["team:x", "tag:y,state:new"], True), (["team:state"], False), ([], False)])
def test_a_selection_knows_whether_it_asks_for_states(written: list[str], asks: bool) -> None:
    assert asks_for_state(read_selection(written)) is asks
