from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.base.diagnostics import Language
from engine.base.workspace import Workspace
from engine.cli.new import find_scaffold
from engine.kinds import KINDS
from engine.load.includes import ContentFiles, expect_mapping, with_included_sections
from engine.load.locate import plain
from tests.unit.cli.conftest import Debrief

KIND = "midyear-review"


def test_every_kind_has_an_example_with_all_its_parts_and_topics(workspace: Workspace) -> None:
    for kind in KINDS:
        folder = find_scaffold(workspace, kind.name)
        files = ContentFiles(workspace, folder)
        report = plain(with_included_sections(expect_mapping(files.read_path(folder / "report.yaml"), files.findings), files))  # type: ignore[arg-type]
        labels = [(section["title"], [topic["label"] for topic in section["topics"]]) for section in report["sections"]]
        assert labels == [(section.title.zh, [topic.label.zh for topic in section.topics]) for section in kind.sections]


@pytest.mark.parametrize("kind", KINDS.names)
def test_a_new_report_of_any_kind_has_nothing_to_complain_about(kind: str, debrief: Debrief) -> None:
    debrief("new", kind, "demo")
    checked = debrief("check", "--output-format", "json")
    assert (checked.code, json.loads(checked.out)) == (0, [])


def test_a_new_report_says_what_it_made(debrief: Debrief, tmp_path: Path) -> None:
    said = debrief("new", KIND, "demo")
    assert (said.code, said.err, said.out.splitlines()[0]) == (0, "", "Made demo")
    checked = debrief("check", "--output-format", "json")
    assert (checked.code, json.loads(checked.out)) == (0, [])
    files = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert {"demo/report.yaml", "demo/metrics.yaml", "demo/data/monthly.csv", ".vscode/report.schema.json"} <= set(files)


@pytest.mark.parametrize("kind", KINDS.names)
def test_a_new_report_builds(kind: str, debrief: Debrief, tmp_path: Path) -> None:
    debrief("new", kind, "demo")
    said = debrief("build", "-f", "pptx", "--strict")
    assert said.code == 0
    (entry,) = json.loads((tmp_path / "out" / "run.json").read_bytes())["reports"]
    assert (entry["status"], entry["findings"]) == ("built", [])
    assert entry["slides"] > 15


def test_editors_find_the_schema_from_the_first_line(debrief: Debrief, tmp_path: Path) -> None:
    debrief("new", KIND)
    folder = tmp_path / "content" / KIND
    for name, schema in (("report.yaml", "report.schema.json"), ("metrics.yaml", "metrics.schema.json")):
        first = (folder / name).read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=../../.vscode/{schema}"
        assert (folder / first.partition("=")[2]).is_file()


def test_what_is_next_is_told_in_the_language_of_the_reader(debrief: Debrief) -> None:
    said = debrief("new", KIND, "content/h1", language=Language.ZH)
    assert said.out.splitlines()[0] == "已新建 content/h1"
    assert said.out.splitlines()[-1] == "  4. debrief build content/h1    生成 PPTX 和 PDF"


def test_a_document_is_built_for_word(debrief: Debrief) -> None:
    said = debrief("new", "campaign-summary", "content/autumn", language=Language.ZH)
    assert said.out.splitlines()[2:] == [
        "  2. 改文字：content/autumn/report.yaml 和同一目录里的 *.md",
        "  3. debrief check content/autumn    看哪里不对",
        "  4. debrief build content/autumn    生成 DOCX 和 PDF",
    ]


@pytest.mark.parametrize("where", ["full", "full/report.yaml"])
def test_what_is_there_is_never_overwritten(where: str, debrief: Debrief, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "report.yaml").write_text("mine", encoding="utf-8")
    said = debrief("new", KIND, where)
    assert said.code == 2
    assert (tmp_path / "full" / "report.yaml").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "report.yaml"]


def test_an_unknown_kind_names_the_nearest(debrief: Debrief) -> None:
    said = debrief("new", "midyear-reveiw", "demo")
    assert (said.code, said.err.splitlines()) == (
        2,
        ["error: there is no report kind 'midyear-reveiw'", "  = hint: did you mean midyear-review?"],
    )
    assert debrief("new", "quarterly", "demo").err.splitlines()[1] == f"  = hint: there are {', '.join(KINDS.names)}"


def test_without_arguments_the_kinds_are_listed(debrief: Debrief) -> None:
    assert debrief("new", language=Language.ZH).out.splitlines() == [f"{kind.name}  {kind.title.zh}" for kind in KINDS]


def test_a_workspace_may_have_an_example_of_its_own(debrief: Debrief, tmp_path: Path) -> None:
    own = tmp_path / "assets" / "scaffolds" / KIND
    own.mkdir(parents=True)
    (own / "report.yaml").write_text("kind: midyear-review\n", encoding="utf-8")
    debrief("new", KIND, "content/h1")
    assert (tmp_path / "content" / "h1" / "report.yaml").read_text(encoding="utf-8").endswith("\nkind: midyear-review\n")
