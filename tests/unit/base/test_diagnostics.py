from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import (
    NOWHERE,
    Diagnostic,
    Findings,
    Language,
    Location,
    Outcome,
    Phrase,
    Severity,
    error,
    sorted_diagnostics,
    warning,
)


def at(file: str = "report.yaml", line: int = 1, column: int = 1, *, code: str = "DATA001", cell: str = "") -> Diagnostic:
    return error(code, "错", "wrong", Location(file, line, column, cell=cell))


def test_a_phrase_speaks_both_languages() -> None:
    phrase = Phrase("缺少字体", "a font is missing")
    assert phrase.in_(Language.ZH) == "缺少字体"
    assert phrase.in_(Language.EN) == "a font is missing"


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location("content/a.yaml", 12, 7), "content/a.yaml:12:7"),
        (Location("content/a.yaml"), "content/a.yaml"),
        (Location("data/kpi.xlsx", cell="kpi.xlsx!目标!C17"), "kpi.xlsx!目标!C17"),
        (NOWHERE, ""),
    ],
)
def test_a_location_prints_as_editors_link_it(location: Location, text: str) -> None:
    assert str(location) == text


def test_error_and_warning_differ_only_in_severity() -> None:
    where = Location("a.yaml", 3, 1)
    hint = Phrase("改", "mend")
    assert error("FIT001", "满", "full", where, hint) == Diagnostic("FIT001", Severity.ERROR, Phrase("满", "full"), where, hint)
    assert warning("FIT001", "满", "full", where) == Diagnostic("FIT001", Severity.WARNING, Phrase("满", "full"), where)
    assert error("FIT001", "满", "full", where).is_error
    assert not warning("FIT001", "满", "full", where).is_error


def test_findings_gather_everything_in_order() -> None:
    findings = Findings()
    findings.add(warning("FIT001", "满", "full", NOWHERE))
    assert not findings.has_errors
    findings.extend([at(line=2), at(line=1)])
    assert findings.has_errors
    assert [item.where.line for item in findings] == [0, 2, 1]
    assert findings.outcome("value") == Outcome("value", tuple(findings))


def test_an_outcome_knows_whether_it_has_errors() -> None:
    assert not Outcome("value", (warning("FIT001", "满", "full", NOWHERE),)).has_errors
    failed: Outcome[str] = Outcome(None, (at(),))
    assert failed.has_errors


def test_expect_clean_gives_the_value_or_tells_all_that_was_noticed() -> None:
    assert Outcome("value").expect_clean() == "value"
    with pytest.raises(AssertionError, match=r"report\.yaml:1:1: DATA001 wrong\nreport\.yaml:2:1: DATA001 wrong"):
        Outcome("value", (at(line=1), at(line=2))).expect_clean()
    with pytest.raises(AssertionError, match="no value"):
        Outcome(None).expect_clean()


def test_diagnostics_are_sorted_by_place_then_code_each_once() -> None:
    given_ = [at("b.yaml"), at(line=10), at(line=9), at(line=9, code="A11Y004"), at(line=9)]
    assert [f"{d.where} {d.code}" for d in sorted_diagnostics(given_)] == [
        "b.yaml:1:1 DATA001",
        "report.yaml:9:1 A11Y004",
        "report.yaml:9:1 DATA001",
        "report.yaml:10:1 DATA001",
    ]


def test_cells_are_sorted_as_a_sheet_is_read() -> None:
    cells = ["kpi.xlsx!目标!AA9", "kpi.xlsx!目标!C17", "kpi.xlsx!目标!Z9", "kpi.xlsx!目标!C9"]
    ordered = sorted_diagnostics(at("kpi.xlsx", 0, 0, cell=cell) for cell in cells)
    assert [d.where.cell.rpartition("!")[2] for d in ordered] == ["C9", "Z9", "AA9", "C17"]


diagnostics = st.builds(
    lambda file, line, column, cell, code: at(file, line, column, cell=cell, code=code),
    st.sampled_from(["a.yaml", "b.md"]),
    st.integers(0, 3),
    st.integers(0, 3),
    st.text("ABC12!:年", max_size=6),
    st.sampled_from(["FIT001", "DATA002"]),
)


@given(st.lists(diagnostics, max_size=8))
def test_sorting_depends_on_the_findings_not_on_their_order(found: list[Diagnostic]) -> None:
    ordered = sorted_diagnostics(found)
    assert set(ordered) == set(found)
    assert len(ordered) == len(set(found))
    assert [d.sort_key() for d in sorted_diagnostics(reversed(found))] == [d.sort_key() for d in ordered]
