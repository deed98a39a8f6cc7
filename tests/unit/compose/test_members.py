from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.diagnostics import Outcome
from engine.base.workspace import Workspace
from engine.compose.file_names import MAX_BYTES
from engine.compose.members import members
from engine.load.member import Member
from engine.load.source import Loader
from tests.support.tiny_batch import REPORT, put_batch

HEAD = "编号,name,region"
AWKWARD = st.text(st.sampled_from("aA·/\\:*?. é\u0301組组🙂-_%"), max_size=6) | st.sampled_from(
    ["CON", "con.txt", "..", "x" * 130, "組" * 60, "y" * 300]
)


def found(workspace: Workspace, *rows: str, report: str = REPORT) -> Outcome[tuple[Member, ...]]:
    folder = put_batch(workspace.root, 1, report=report)
    (folder / "data" / "teams.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    loader = Loader(workspace, folder)
    assert loader.content.value is not None and loader.shelf is not None, [item.message.en for item in loader.content.diagnostics]
    return members(loader.content.value, loader.shelf)


def names(outcome: Outcome[tuple[Member, ...]]) -> list[str]:
    assert outcome.value is not None, [item.message.en for item in outcome.diagnostics]
    return [member.name for member in outcome.value]


def told(outcome: Outcome[tuple[Member, ...]]) -> list[tuple[str, str]]:
    return [(item.code, f"{item.where}: {item.message.en}") for item in outcome.diagnostics]


def test_each_row_is_a_report_in_the_order_of_the_table(workspace: Workspace) -> None:
    outcome = found(workspace, "T2,华南,南", "T1,华东,东")
    assert names(outcome) == ["华南", "华东"]
    assert outcome.value is not None
    one, _ = outcome.value
    assert (one.variable, one.tags, one.row.rows, len(one.row)) == ("team", ("南",), (2,), 1)
    assert one.row.record(0) == {"编号": "T2", "name": "华南", "region": "南"}


def test_a_name_may_be_made_of_columns_and_of_words_of_the_report(workspace: Workspace) -> None:
    report = REPORT.replace('name: "{{ team.name }}"', 'name: "{{ team.编号 }}_{{ team.name }}_{{ period }}"')
    assert names(found(workspace, "T1,华东,东", report=report)) == ["T1_华东_2025H1"]


def test_without_a_name_it_is_the_first_column_of_text(workspace: Workspace) -> None:
    assert names(found(workspace, "T1,华东,东", report=REPORT.replace(', name: "{{ team.name }}"', ""))) == ["T1"]


def test_a_name_that_is_no_file_name_is_made_one_and_that_is_told(workspace: Workspace) -> None:
    outcome = found(workspace, "T1,华东/一组: 甲,东")
    assert names(outcome) == ["华东 一组 甲"]
    assert told(outcome) == [("FILE032", "teams.csv!A2: the name '华东/一组: 甲' is no file name, '华东 一组 甲' is taken instead")]


def test_long_names_that_begin_alike_stay_two(workspace: Workspace) -> None:
    one, two = names(found(workspace, f"T1,{'组' * 80}甲,东", f"T2,{'组' * 80}乙,东"))
    assert one != two
    assert all(len(name.encode()) <= MAX_BYTES and name.startswith("组" * 30) for name in (one, two))


@pytest.mark.parametrize("name", ["", "...", "/"])
def test_a_row_without_a_name_is_an_error_at_its_first_cell(name: str, workspace: Workspace) -> None:
    outcome = found(workspace, "T1,华东,东", f"T2,{name},东")
    assert outcome.value is None
    assert ("FILE030", "teams.csv!A3: this row has no name") in told(outcome)


def test_a_tag_that_a_row_leaves_empty_is_no_tag(workspace: Workspace) -> None:
    outcome = found(workspace, "T1,华东,东", "T2,华南,")
    assert outcome.value is not None
    assert [member.tags for member in outcome.value] == [("东",), ()]
    assert outcome.diagnostics == ()


@pytest.mark.parametrize("twin", ["Team a", "team A", "Team  A", "Team A."])
def test_two_rows_for_one_folder_are_an_error_that_names_both(twin: str, workspace: Workspace) -> None:
    outcome = found(workspace, "T1,Team A,东", f"T2,{twin},东")
    assert outcome.value is None
    (clash,) = [item for item in outcome.diagnostics if item.code == "FILE031"]
    assert str(clash.where) == "teams.csv!A3"
    assert clash.message.en.endswith("and 'Team A' at teams.csv!A2 would be written to one folder")
    assert clash.hint is not None
    assert "add a column to `name`" in clash.hint.en


def test_forms_of_unicode_make_no_difference(workspace: Workspace) -> None:
    composed, decomposed = unicodedata.normalize("NFC", "é"), unicodedata.normalize("NFD", "é")
    assert found(workspace, f"T1,{composed},东", f"T2,{decomposed},东").value is None
    assert names(found(workspace, f"T1,{decomposed},东")) == [composed]


def test_a_table_that_is_not_there_is_told_at_the_batch(workspace: Workspace) -> None:
    outcome = found(workspace, "T1,华东,东", report=REPORT.replace("t.teams", "t.team"))
    assert outcome.value is None
    ((code, message),) = told(outcome)
    assert code == "FACT002"
    assert message.startswith("content/teams/report.yaml:8:")


def test_a_table_that_cannot_be_read_gives_no_reports(workspace: Workspace) -> None:
    outcome = found(workspace, "T1,华东,东", report=REPORT.replace("data/teams.csv", "data/nowhere.csv"))
    assert outcome.value is None
    assert outcome.has_errors


def test_a_name_that_asks_for_a_column_which_is_not_there_is_an_error(workspace: Workspace) -> None:
    outcome = found(workspace, "T1,华东,东", report=REPORT.replace('name: "{{ team.name }}"', 'name: "{{ team.nane }}"'))
    assert outcome.value is None
    assert outcome.has_errors
    assert {item.where.file for item in outcome.diagnostics} == {"content/teams/report.yaml"}


@given(wishes=st.lists(AWKWARD, min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
def test_names_are_file_names_that_no_file_system_takes_for_one_another_or_an_error(wishes: list[str], workspace: Workspace) -> None:
    outcome = found(workspace, *(f'T{index},"{wish}",东' for index, wish in enumerate(wishes)))
    if outcome.value is None:
        assert {item.code for item in outcome.diagnostics if item.is_error} <= {"FILE030", "FILE031", "YAML034"}
        assert {"FILE030", "FILE031"} & {item.code for item in outcome.diagnostics}
        return
    made = names(outcome)
    assert len({unicodedata.normalize("NFC", name).casefold() for name in made}) == len(wishes)
    for name in made:
        assert 0 < len(name.encode()) <= MAX_BYTES
        assert not set('/\\:*?"<>|\0') & set(name)
        assert name == unicodedata.normalize("NFC", name) == name.strip(". ")
