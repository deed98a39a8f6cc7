"""A newcomer's folder: nothing but `content/`, and everything else comes with debrief."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine import Project
from engine.pipeline import BuildRequest
from engine.project import BuildOptions, Pages
from tests.support.builds import Built
from tests.support.small_report import NAME, write_small_report

AGREEMENT = (f"{NAME}/agreement.html", f"{NAME}/agreement.json")


def test_a_folder_with_content_alone_becomes_files(tmp_path: Path, small: Built) -> None:
    write_small_report(tmp_path)
    (report,) = Project.open(tmp_path).build()
    assert report.ok, report.diagnostics
    assert report.formats == ("pptx", "pdf")
    inner = (path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*") if path.is_file())
    written = sorted(path.as_posix() for path in inner if path.parts[0] != ".debrief")
    pages = [f"{NAME}/pages/{number:02}.png" for number in range(1, 8)]
    assert written == sorted(
        [
            "index.html",
            "run.json",
            *AGREEMENT,
            f"{NAME}/contact.png",
            f"{NAME}/facts.json",
            *pages,
            f"{NAME}/小样本.pdf",
            f"{NAME}/小样本.pptx",
        ]
    )
    assert (tmp_path / "out" / NAME / "小样本.pptx").read_bytes() == small.blob("pptx")
    record = json.loads((tmp_path / "out" / "run.json").read_bytes())
    assert (record["built"], record["failed"], record["reports"][0]["slides"]) == (1, 0, 7)


def test_it_is_found_from_inside_and_a_second_build_replaces_the_first(tmp_path: Path) -> None:
    folder = write_small_report(tmp_path)
    options = BuildOptions(pages=Pages.NONE)
    for title in ("小样本述职", "改过的述职"):
        text = (folder / "report.yaml").read_text(encoding="utf-8")
        (folder / "report.yaml").write_text(text.replace("title: 小样本述职", f"title: {title}"), encoding="utf-8")
        (report,) = Project.open(folder / "data").build(request=BuildRequest(formats=("pptx",)), options=options)
        assert (report.title, report.ok) == (title, True)
    assert sorted(path.name for path in (tmp_path / "out" / NAME).iterdir()) == [
        "agreement.html",
        "agreement.json",
        "facts.json",
        "小样本.pptx",
    ]


def test_a_mistake_leaves_the_files_of_the_last_build(tmp_path: Path) -> None:
    folder = write_small_report(tmp_path)
    request, options = BuildRequest(formats=("pptx",)), BuildOptions(pages=Pages.NONE)
    (good,) = Project.open(tmp_path).build(request=request, options=options)
    before = {file.path: file.sha256 for file in good.files}
    text = (folder / "report.yaml").read_text(encoding="utf-8")
    (folder / "report.yaml").write_text(text.replace("{{ m.gmv.yoy }}", "{{ m.gvm.yoy }}"), encoding="utf-8")
    (bad,) = Project.open(tmp_path).build(request=request, options=options)
    assert not bad.ok
    assert {file.path: file.sha256 for file in bad.files} == before
    assert (tmp_path / "out" / NAME / "小样本.pptx").is_file()


@pytest.mark.parametrize("name", ["weekly.csv", "kpi.xlsx", "items.csv"])
def test_a_table_that_is_gone_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    folder = write_small_report(tmp_path)
    (folder / "data" / name).unlink()
    (report,) = Project.open(tmp_path).check()
    errors = [item for item in report.diagnostics if item.is_error]
    assert errors and all(item.where.file == f"content/{NAME}/report.yaml" and item.where.line for item in errors)
    assert name in errors[0].message.zh
