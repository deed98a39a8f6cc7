from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.base.diagnostics import Diagnostic, Location, error, warning
from engine.base.errors import EnvironmentFault, TemplateError, UsageError
from engine.base.workspace import Workspace
from engine.batch import building
from engine.load.source import Loader
from engine.pipeline import Artifact, BuildRequest, ReportResult, Watch, check_report
from engine.project import BuildOptions, Limits, NothingSelected, Project
from engine.run_record import FileRecord
from tests.support.mini_report import put_report

BROKEN = error("YAML021", "没有这个键", "no such key", Location("content/b/report.yaml", 1, 1))
DOUBTFUL = warning("YAML041", "可疑", "doubtful", Location("content/a/report.yaml", 2, 1))


def project(workspace: Workspace, *names: str) -> Project:
    for name in names:
        put_report(workspace.root / "content" / name)
    return Project(workspace)


def result(name: str, *found: Diagnostic) -> ReportResult:
    blobs = () if any(item.is_error for item in found) else (Artifact("pptx", f"{name}.pptx", b"deck of " + name.encode()),)
    return ReportResult(name, f"{name} 述职", blobs, found, {"load": 0.5}, 3, 7)


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, ReportResult | Exception]], None]:
    """Let building a report end as told, by its name."""

    def end_as(outcomes: dict[str, ReportResult | Exception]) -> None:
        def build(
            _workspace: Workspace, folder: Path, _request: BuildRequest, *, watch: Callable[[str], None] | None, loader: Loader
        ) -> ReportResult:
            if watch is not None:
                watch("load")
            outcome = outcomes[folder.name]
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(building, "build_report", build)

    return end_as


def run_file(workspace: Workspace) -> dict[str, list[dict[str, object]]]:
    record: dict[str, list[dict[str, object]]] = json.loads((workspace.out / "run.json").read_bytes())
    return record


def test_reports_are_found_below_content_in_order(workspace: Workspace) -> None:
    found = project(workspace, "b", "a", "team/c").reports()
    assert [workspace.relative(folder) for folder in found] == ["content/a", "content/b", "content/team/c"]


def test_reports_are_found_at_and_below_paths_once(workspace: Workspace) -> None:
    there = project(workspace, "a", "b")
    content = workspace.root / "content"
    assert [folder.name for folder in there.reports((content / "b", content, content / "a" / "report.yaml"))] == ["b", "a"]


def test_without_content_the_root_is_searched_but_not_results_or_hidden_folders(workspace: Workspace) -> None:
    for name in ("mine", "out/old", ".cache/copy"):
        put_report(workspace.root / name)
    assert [folder.name for folder in Project(workspace).reports()] == ["mine"]


def test_a_folder_without_a_report_says_what_is_missing(workspace: Workspace) -> None:
    (workspace.root / "content").mkdir()
    with pytest.raises(NothingSelected, match=r"there is no report in content \(no report.yaml\)") as caught:
        Project(workspace).reports()
    assert caught.value.exit_code == 5
    assert caught.value.message.zh == "“content”里没有报告（缺 report.yaml）"


def test_a_path_that_is_not_there_names_the_nearest(workspace: Workspace) -> None:
    with pytest.raises(NothingSelected, match="there is no path content/midyear-2052") as caught:
        project(workspace, "midyear-2025").reports((workspace.root / "content" / "midyear-2052",))
    assert caught.value.hint is not None
    assert caught.value.hint.en == "did you mean content/midyear-2025?"


def test_a_report_of_another_workspace_is_refused(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = put_report(tmp_path_factory.mktemp("elsewhere") / "content" / "a")
    with pytest.raises(UsageError, match="is not in the workspace"):
        project(workspace, "a").reports((elsewhere,))


@pytest.mark.parametrize("twin", ["team/a", "A"])
def test_two_reports_for_one_result_folder_are_refused(twin: str, workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="would write to the same folder") as caught:
        project(workspace, "a", twin).reports()
    assert f"content/{twin}" in caught.value.message.zh


def test_a_build_writes_the_files_and_the_record(
    workspace: Workspace, builds: Callable[[dict[str, ReportResult | Exception]], None]
) -> None:
    builds({"a": result("a")})
    (done,) = project(workspace, "a").build()
    assert done.ok
    assert done.files == (FileRecord.of("a/a.pptx", b"deck of a"),)
    assert (workspace.out / "a" / "a.pptx").read_bytes() == b"deck of a"
    (entry,) = run_file(workspace)["reports"]
    assert (entry["status"], entry["slides"], entry["facts"], entry["title"]) == ("built", 3, 7, "a 述职")


def test_a_report_with_errors_writes_nothing_keeps_its_old_files_and_the_others_go_on(
    workspace: Workspace, builds: Callable[[dict[str, ReportResult | Exception]], None]
) -> None:
    there = project(workspace, "a", "b", "c")
    builds({name: result(name) for name in "abc"})
    list(there.build())
    builds({"a": result("a"), "b": result("b", BROKEN), "c": TemplateError("模板坏了", "the template is broken")})
    again = there.build(options=BuildOptions(force=True))
    assert [(done.name, done.ok) for done in again] == [("a", True), ("b", False), ("c", False)]
    assert [(workspace.out / name / f"{name}.pptx").is_file() for name in "abc"] == [True, True, True]
    entries = run_file(workspace)["reports"]
    assert [(entry["status"], len(entry["files"])) for entry in entries] == [("built", 1), ("failed", 1), ("failed", 1)]  # type: ignore[arg-type]
    assert entries[2]["fault"] == {"zh": "模板坏了", "en": "the template is broken"}


def test_a_strict_build_stops_at_warnings(workspace: Workspace, builds: Callable[[dict[str, ReportResult | Exception]], None]) -> None:
    builds({"a": result("a", DOUBTFUL)})
    there = project(workspace, "a")
    assert [done.ok for done in there.build(options=BuildOptions(strict=True))] == [False]
    assert not (workspace.out / "a").exists()
    assert [done.ok for done in there.build()] == [True]


def test_a_disk_that_refuses_one_report_lets_the_others_through(
    workspace: Workspace, builds: Callable[[dict[str, ReportResult | Exception]], None]
) -> None:
    builds({"a": result("a"), "b": result("b")})
    workspace.write_atomically(workspace.out / "a", b"a file where the folder should be")
    one, two = project(workspace, "a", "b").build()
    assert (one.ok, two.ok) == (False, True)
    assert isinstance(one.fault, EnvironmentFault)
    assert one.fault.message.en.startswith("cannot write out/a: ")


def test_results_that_cannot_be_written_stop_the_run_before_it_begins(
    workspace: Workspace, builds: Callable[[dict[str, ReportResult | Exception]], None]
) -> None:
    builds({"a": AssertionError("must not be reached")})
    workspace.out.write_bytes(b"in the way")
    with pytest.raises(EnvironmentFault):
        list(project(workspace, "a").build())


def test_the_record_remembers_reports_that_a_run_did_not_touch(
    workspace: Workspace, builds: Callable[[dict[str, ReportResult | Exception]], None]
) -> None:
    builds({"a": result("a"), "b": result("b")})
    there = project(workspace, "a", "b")
    list(there.build())
    list(there.build((workspace.root / "content" / "b",)))
    assert [entry["name"] for entry in run_file(workspace)["reports"]] == ["b"]
    assert [entry["name"] for entry in run_file(workspace)["earlier"]] == ["a"]


def test_an_interrupted_run_keeps_what_was_finished(
    workspace: Workspace, builds: Callable[[dict[str, ReportResult | Exception]], None]
) -> None:
    builds({"a": result("a"), "b": result("b")})
    run = project(workspace, "a", "b").build()
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert [entry["name"] for entry in run_file(workspace)["reports"]] == ["a"]


def test_a_watcher_hears_of_every_verb(workspace: Workspace, builds: Callable[[dict[str, ReportResult | Exception]], None]) -> None:
    heard: list[tuple[str, str]] = []
    builds({"a": result("a")})
    list(project(workspace, "a").build(watch=lambda report, verb: heard.append((report, verb))))
    assert heard == [("a", "load"), ("a", "pages")]


def test_checking_writes_nothing(workspace: Workspace) -> None:
    (done,) = project(workspace, "a").check()
    assert (done.ok, done.title, done.diagnostics) == (True, "半年小结", ())
    assert not workspace.out.exists()


def test_trouble_while_checking_is_told_of_its_report(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_template(*_: object, **__: object) -> ReportResult:
        raise TemplateError("没有模板", "no template")

    monkeypatch.setattr(building, "check_report", no_template)
    (done,) = project(workspace, "a").check()
    assert (done.ok, done.name, done.title, str(done.fault)) == (False, "a", "", "no template")


def test_a_project_opens_at_the_workspace_above(workspace: Workspace) -> None:
    there = project(workspace, "a")
    assert Project.open(str(workspace.root / "content" / "a"), workspace.root / "results") == Project(
        Workspace(workspace.root, workspace.root / "results", Project.open(workspace.root).workspace.today)
    )
    assert there.reports() == Project.open(workspace.root).reports()


DEFINED = "visits: {label: 访客, table: d, value: sum(访客), unit: 次, source: 埋点, definition: 按天去重}"


def defined(workspace: Workspace, name: str, definition: str) -> None:
    folder = workspace.root / "content" / name
    (folder / "data").mkdir(parents=True)
    (folder / "data/d.csv").write_text("访客\n1204\n", encoding="utf-8")
    (folder / "metrics.yaml").write_text(definition, encoding="utf-8")
    head = "kind: midyear-review\ntitle: 述职\ndate: 2025-07-01\nperiod: 2025H1\norganisation: 甲公司\ndata: {d: data/d.csv}\nmetrics: metrics.yaml\n"
    body = "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: '访客 {{ m.visits }}。'}]}]}]\n"
    (folder / "report.yaml").write_text(head + body, encoding="utf-8")


def test_one_kpi_has_one_definition_in_all_reports(workspace: Workspace) -> None:
    """Each report is fine by itself; the second is told of the first."""
    for name, definition in (("a", DEFINED), ("b", DEFINED.replace("按天去重", "不去重")), ("c", DEFINED)):
        defined(workspace, name, definition)
    together = {done.name: [item for item in done.diagnostics if item.code == "RULE009"] for done in Project(workspace).check()}
    assert [len(found) for found in together.values()] == [0, 1, 0]
    (finding,) = together["b"]
    assert finding.message.zh == "“访客”与 content/a/metrics.yaml:1:1 的定义不同：口径“不去重”/“按天去重”"
    assert str(finding.where).startswith("content/b/metrics.yaml:1")
    (alone,) = Project(workspace).check([workspace.root / "content" / "b"])
    assert not any(item.code == "RULE009" for item in alone.diagnostics)


def test_a_definition_that_differs_on_purpose_is_silenced_in_its_line(workspace: Workspace) -> None:
    """The noqa is no idle one where the report is checked alone."""
    defined(workspace, "a", DEFINED)
    defined(workspace, "b", DEFINED.replace("按天去重", "不去重") + "  # noqa: RULE009 客服按次计")
    for reports in ([], [workspace.root / "content" / "b"]):
        codes = [item.code for done in Project(workspace).check(reports) for item in done.diagnostics]
        assert "RULE009" not in codes and "YAML061" not in codes


def test_a_check_that_does_not_end_is_ended_and_the_others_go_on(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(at: Workspace, folder: Path, request: BuildRequest, *, watch: Watch | None, loader: Loader) -> ReportResult:
        while folder.name == "a":
            pass
        return check_report(at, folder, request, watch=watch, loader=loader)

    monkeypatch.setattr(building, "check_report", endless)
    one, other = project(workspace, "a", "b").check(options=BuildOptions(limits=Limits(seconds=3)))
    assert str(one.fault) == "it took more than 3 s and was stopped"
    assert other.ok


def test_what_changed_since_it_was_built_can_be_checked_alone(workspace: Workspace) -> None:
    there = project(workspace, "a", "b")
    asked = BuildRequest(formats=("pptx",))
    list(there.build(request=asked))
    report = workspace.root / "content" / "a" / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert [done.name for done in there.check(request=asked, select=["state:modified"])] == ["a"]
