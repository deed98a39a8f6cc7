"""Versions of one small report, in every place where a version can be."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from engine.base.errors import UsageError
from engine.base.workspace import Workspace
from engine.pipeline import BuildRequest
from engine.project import BuildOptions, Pages, Project
from engine.versions import outlines
from tests.support.mini_report import REPORT, put_report

MORE = "周次,GMV\nW1,600000\nW2,700000\n"


@pytest.fixture
def report(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(workspace.root)
    return put_report(workspace.root / "content" / "h1")


def built(out: str, *formats: str) -> str:
    done = list(Project.open(".", Path(out)).build(request=BuildRequest(formats=formats), options=BuildOptions(pages=Pages.NONE)))
    assert all(item.ok for item in done)
    return f"{out}/h1"


def texts(facts: object) -> list[str]:
    return [fact.text.replace("\u00a0", " ") for fact in facts]  # type: ignore[attr-defined]


@pytest.mark.usefixtures("report")
def test_a_report_folder_is_compared_as_planned() -> None:
    before, after = outlines("content/h1", "content/h1")
    assert before == after
    assert texts(before.facts) == ["105 万元", "105.0%"]
    assert before.pages is not None
    assert "完成 105.0%" in [page.title for page in before.pages]


def test_two_builds_are_compared_in_the_best_form_both_have(report: Path) -> None:
    old = built("old", "pptx", "pdf")
    put_report(report, weekly=MORE)
    before, after = outlines(old, built("new", "pdf"))
    assert (texts(before.facts), texts(after.facts)) == (["105 万元", "105.0%"], ["130 万元", "130.0%"])
    assert before.pages is not None and after.pages is not None
    assert [any("105.0%" in page.title for page in pages) for pages in (before.pages, after.pages)] == [True, False]


@pytest.mark.usefixtures("report")
def test_a_file_is_read_with_the_facts_beside_it_and_facts_alone_have_no_pages() -> None:
    folder = built("out", "pptx")
    kept = Path("facts-2025h1.json")
    kept.write_bytes(Path(folder, "facts.json").read_bytes())
    before, after = outlines(f"{folder}/半年小结.pptx", f"{folder}/facts.json")
    assert before.facts == after.facts == outlines(str(kept), folder)[0].facts
    assert (before.pages, after.pages) == (None, None)


def test_a_revision_of_git_is_read_without_touching_the_files(report: Path) -> None:
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *arguments], check=True)
    put_report(report, weekly=MORE)
    before, after = outlines("HEAD:content/h1", "content/h1")
    assert (texts(before.facts)[0], texts(after.facts)[0]) == ("105 万元", "130 万元")
    with pytest.raises(UsageError, match="there is no report 'content/h9' at revision 'HEAD'"):
        outlines("HEAD:content/h9", "content/h1")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("nowhere", "'nowhere' is no version of a report"),
        ("broken.pptx", "broken.pptx cannot be read"),
        ("facts.json", "facts.json cannot be read"),
        ("content/bad", "the content of content/bad has errors"),
    ],
)
def test_what_is_no_version_is_said(place: str, message: str, report: Path) -> None:
    root = report.parents[1]
    (root / "broken.pptx").write_bytes(b"no package")
    if place == "facts.json":
        (root / "facts.json").write_text("{}")
    put_report(root / "content" / "bad", report=REPORT.replace("kind:", "kinds:"))
    with pytest.raises(UsageError, match=message):
        outlines(place, "broken.pptx" if place == "broken.pptx" else "content/h1")


@pytest.mark.usefixtures("report")
def test_a_revision_that_is_none_is_said() -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    with pytest.raises(UsageError, match="git has no revision 'v9'"):
        outlines("v9:content/h1", "content/h1")
