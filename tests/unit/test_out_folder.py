from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from engine.base.errors import EnvironmentFault
from engine.base.workspace import Workspace
from engine.out_folder import Pages, expect_own, page_pictures, prepared, remove, write_report, write_told
from engine.pipeline import Artifact
from engine.run_record import RUN_FILE, FileRecord, RunRecord

# One empty page, 2 in wide and 1 in high.
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 72]>>endobj\ntrailer<</Root 1 0 R>>\n"
)


def deck(name: str = "述职", blob: bytes = b"deck") -> Artifact:
    return Artifact("pptx", f"{name}.pptx", blob)


def pdf(name: str = "述职") -> Artifact:
    return Artifact("pdf", f"{name}.pdf", PDF)


def page(number: int) -> Artifact:
    return Artifact("page", f"pages/{number:02}.png", b"png %d" % number)


def present(workspace: Workspace) -> list[str]:
    return sorted(path.relative_to(workspace.out).as_posix() for path in workspace.out.rglob("*") if path.is_file())


def paths(records: tuple[FileRecord, ...]) -> list[str]:
    return [record.path for record in records]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_every_page_of_the_pdf_becomes_a_picture_and_all_one_sheet() -> None:
    pictures = page_pictures([deck(), pdf()])
    assert [picture.file_name for picture in pictures] == ["pages/01.png", "contact.png"]
    assert all(picture.blob.startswith(b"\x89PNG") for picture in pictures)


def test_without_a_pdf_there_is_nothing_to_picture() -> None:
    assert page_pictures([deck()]) == ()


def test_the_files_of_a_report_stand_in_its_folder(workspace: Workspace) -> None:
    records = write_report(workspace, "h1", (deck(), page(1)), ())
    assert paths(records) == present(workspace) == ["h1/pages/01.png", "h1/述职.pptx"]
    assert records[1] == FileRecord.of("h1/述职.pptx", b"deck")


def test_what_an_earlier_build_called_otherwise_goes(workspace: Workspace) -> None:
    earlier = write_report(workspace, "h1", (deck("旧名"), pdf("旧名"), page(1), page(2)), ())
    records = write_report(workspace, "h1", (deck("新名"), pdf("新名"), page(1)), earlier)
    assert paths(records) == present(workspace) == ["h1/pages/01.png", "h1/新名.pdf", "h1/新名.pptx"]


def test_a_build_of_one_format_leaves_the_other_and_its_pages(workspace: Workspace) -> None:
    earlier = write_report(workspace, "h1", (deck(), pdf(), page(1)), ())
    records = write_report(workspace, "h1", (deck(blob=b"newer"),), earlier)
    assert paths(records) == present(workspace) == ["h1/pages/01.png", "h1/述职.pdf", "h1/述职.pptx"]


def test_pages_of_an_earlier_pdf_do_not_stay_beside_a_new_one(workspace: Workspace) -> None:
    earlier = write_report(workspace, "h1", (pdf(), page(1)), ())
    write_report(workspace, "h1", (pdf(),), earlier)
    assert present(workspace) == ["h1/述职.pdf"]
    assert not (workspace.out / "h1" / "pages").exists()


def test_files_of_others_and_files_that_were_edited_stay(workspace: Workspace) -> None:
    earlier = write_report(workspace, "h1", (deck("旧名"), pdf("旧名")), ())
    (workspace.out / "h1" / "旧名.pptx").write_bytes(b"edited by hand")
    (workspace.out / "h1" / "notes.txt").write_bytes(b"mine")
    write_report(workspace, "h1", (deck("新名"),), earlier)
    assert present(workspace) == ["h1/notes.txt", "h1/新名.pptx", "h1/旧名.pptx"]


def test_a_full_disk_leaves_every_old_file_and_no_trace(workspace: Workspace) -> None:
    earlier = write_report(workspace, "h1", (deck(blob=b"old"), page(1)), ())
    with largest_file(64), pytest.raises(EnvironmentFault, match="cannot write out/h1: File too large") as caught:
        write_report(workspace, "h1", (deck(blob=b"new"), Artifact("page", "pages/01.png", b"x" * 100)), earlier)
    assert (caught.value.exit_code, present(workspace)) == (3, ["h1/pages/01.png", "h1/述职.pptx"])
    assert (workspace.out / "h1" / "述职.pptx").read_bytes() == b"old"


def test_something_in_the_way_is_told_before_anybody_waits(workspace: Workspace) -> None:
    workspace.out.write_bytes(b"a file where the folder should be")
    with pytest.raises(EnvironmentFault, match="cannot write out: "), prepared(workspace):
        pass


def test_looking_whether_one_can_write_leaves_nothing_behind(workspace: Workspace) -> None:
    with prepared(workspace):
        assert present(workspace) == []


def test_two_runs_do_not_write_at_once(workspace: Workspace) -> None:
    with prepared(workspace), pytest.raises(EnvironmentFault, match="another debrief is writing to out") as caught, prepared(workspace):
        pass
    assert caught.value.exit_code == 3
    assert caught.value.hint is not None and "--out" in caught.value.hint.en
    with prepared(workspace):
        pass


def test_a_link_that_leads_the_results_out_of_the_workspace_is_refused(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    workspace.out.symlink_to(elsewhere)
    with pytest.raises(EnvironmentFault, match="FILE004 out is a link that leads out of the workspace") as caught, prepared(workspace):
        pass
    assert caught.value.hint is not None and f"--out {elsewhere}" in caught.value.hint.zh
    assert list(elsewhere.iterdir()) == []


def test_a_link_in_the_folder_of_the_results_is_refused_too(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    workspace.out.mkdir()
    (workspace.out / "h1").symlink_to(elsewhere)
    with pytest.raises(EnvironmentFault, match="FILE004 out/h1 is a link"):
        write_report(workspace, "h1", (deck(),), ())
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_was_asked_for_by_name_may_be_anywhere(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> None:
    named = replace(workspace, out=tmp_path_factory.mktemp("elsewhere"))
    expect_own(named, named.out)
    (named.out / "h1").symlink_to(workspace.root)
    with pytest.raises(EnvironmentFault, match="FILE004"):
        write_report(named, "h1", (deck(),), ())


def test_removing_takes_only_what_is_as_we_wrote_it_and_never_a_link(workspace: Workspace) -> None:
    records = write_report(workspace, "h1", (deck(), pdf()), ())
    link = workspace.out / "h1" / "述职.pdf"
    link.unlink()
    (workspace.root / "precious.pdf").write_bytes(PDF)
    link.symlink_to(workspace.root / "precious.pdf")
    assert remove(workspace, records) == ("h1/述职.pptx",)
    assert link.is_symlink()


def test_removing_all_leaves_no_folder_but_the_out_folder(workspace: Workspace) -> None:
    records = write_report(workspace, "h1", (page(1),), ())
    assert remove(workspace, records) == ("h1/pages/01.png",)
    assert list(workspace.out.iterdir()) == []


def test_the_record_of_a_run_stands_in_the_out_folder(workspace: Workspace) -> None:
    write_told(workspace, {RUN_FILE: RunRecord().to_json()})
    assert (workspace.out / RUN_FILE).read_bytes() == RunRecord().to_json()


def test_of_a_report_among_hundreds_the_cover_is_pictured_smaller() -> None:
    whole, small = page_pictures([pdf()]), page_pictures([pdf()], Pages.COVER)
    assert [picture.file_name for picture in small] == ["pages/01.png", "contact.png"]
    assert width(whole[0].blob) == 1280
    assert width(small[0].blob) == 640
    assert page_pictures([pdf()], Pages.NONE) == ()


def width(png: bytes) -> int:
    """Return what the header of a PNG says."""
    return int.from_bytes(png[16:20], "big")
