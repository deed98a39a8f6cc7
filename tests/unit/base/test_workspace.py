from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.base import workspace as subject
from engine.base.diagnostics import Language
from engine.base.workspace import BUILTIN_ROOT, OutsideRoot, Workspace, environment, is_too_long, language_of


def put(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_built_in_root_of_a_checkout_is_the_checkout() -> None:
    assert (BUILTIN_ROOT / "engine" / "base" / "workspace.py").samefile(subject.__file__)


def test_the_root_is_the_nearest_folder_above_with_content(workspace: Workspace) -> None:
    report = put(workspace.root / "content" / "h1" / "report.yaml").parent
    opened = Workspace.open(report / "data")
    assert (opened.root, opened.out) == (workspace.root, workspace.root / "out")


def test_a_lone_report_is_its_own_root(workspace: Workspace) -> None:
    report = put(workspace.root / "h1" / "report.yaml").parent
    assert Workspace.open(report).root == report


def test_an_empty_folder_is_its_own_root(workspace: Workspace) -> None:
    assert Workspace.open(workspace.root, workspace.root / "results") == Workspace(
        workspace.root, workspace.root / "results", Workspace.open(workspace.root).today
    )


def test_without_a_start_the_current_folder_counts(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace.root)
    opened = Workspace.open()
    assert opened.root == workspace.root
    assert isinstance(opened.today, dt.date)


def test_paths_print_relative_to_the_root_or_the_built_in_one_or_by_name(workspace: Workspace) -> None:
    assert workspace.relative(workspace.root / "content" / "h1" / ".." / "a.yaml") == "content/a.yaml"
    assert workspace.relative(BUILTIN_ROOT / "templates" / "pptx" / "harbor.yaml") == "templates/pptx/harbor.yaml"
    assert workspace.relative(workspace.root.parent / "elsewhere.yaml") == "elsewhere.yaml"


def test_a_path_through_a_link_prints_relative_too(workspace: Workspace) -> None:
    link = workspace.root / "link"
    link.symlink_to(workspace.root)
    real = put(workspace.root / "inner" / "a.yaml")
    outside = Workspace(workspace.root / "inner", workspace.out, workspace.today)
    assert outside.relative(link / "inner" / real.name) == "a.yaml"


def test_a_name_in_content_is_resolved_beside_the_file_that_says_it(workspace: Workspace) -> None:
    folder = workspace.root / "content" / "h1"
    assert workspace.inside(folder, "data/周.csv") == folder / "data" / "周.csv"
    assert workspace.inside(folder, "../shared.csv") == workspace.root / "content" / "shared.csv"


@pytest.mark.parametrize("name", ["../../../x.csv", "/etc/passwd", "data/../../../../x", "a\0b"])
def test_a_name_that_leads_out_is_refused_with_the_mend(workspace: Workspace, name: str) -> None:
    with pytest.raises(OutsideRoot, match="leads out of the workspace") as caught:
        workspace.inside(workspace.root / "content" / "h1", name)
    assert f"路径“{name}”指向工作区之外" in caught.value.message.zh
    assert caught.value.hint is not None
    assert "keep the file inside the workspace" in caught.value.hint.en


@pytest.mark.parametrize(
    ("name", "too_long"),
    [("a" * 255, False), ("a" * 256, True), ("字" * 85, False), ("字" * 86, True), ("ab/" * 1_300, False), ("ab/" * 1_400, True)],
)
def test_no_file_has_a_name_of_256_bytes_or_a_path_of_4001(name: str, *, too_long: bool) -> None:
    assert is_too_long(name) is too_long


def test_a_link_that_leads_out_is_refused(workspace: Workspace) -> None:
    (workspace.root / "content").mkdir()
    (workspace.root / "content" / "link").symlink_to(workspace.root.parent)
    with pytest.raises(OutsideRoot):
        workspace.inside(workspace.root / "content", "link/secret.csv")


def test_a_built_in_template_names_its_neighbours(workspace: Workspace) -> None:
    folder = BUILTIN_ROOT / "templates" / "pptx"
    assert workspace.inside(folder, "harbor.pptx") == folder / "harbor.pptx"
    with pytest.raises(OutsideRoot):
        workspace.inside(folder, "../../../x")


def test_an_input_of_the_workspace_hides_the_built_in_one(workspace: Workspace) -> None:
    name = "engine/base/workspace.py"  # any file that the built-in root is sure to have
    assert workspace.find_input(name) == BUILTIN_ROOT / name
    own = put(workspace.root / name)
    assert workspace.find_input(name) == own
    assert workspace.find_input("templates/pptx/no-such.pptx") is None
    with pytest.raises(OutsideRoot):
        workspace.find_input("templates/../../secret.pptx")


def test_a_write_makes_the_folder_and_leaves_only_the_file(workspace: Workspace) -> None:
    target = workspace.out / "h1" / ("述" * 80 + ".pptx")  # 245 bytes: a file system allows 255
    workspace.write_atomically(target, b"one")
    workspace.write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(target.parent.iterdir()) == [target]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    target = workspace.out / "deck.pptx"
    workspace.write_atomically(target, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        workspace.write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(workspace.out.iterdir()) == [target]


def test_files_that_belong_together_are_written_together_or_not_at_all(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = {workspace.out / "deck.pptx": b"old", workspace.out / "pages" / "01.png": b"old"}
    workspace.write_together(pair)
    synced = iter([None, OSError(28, "No space left on device")])

    def fills_up(_descriptor: int) -> None:
        if (trouble := next(synced)) is not None:
            raise trouble

    monkeypatch.setattr("os.fsync", fills_up)
    with pytest.raises(OSError, match="No space left"):
        workspace.write_together(dict.fromkeys(pair, b"new"))
    assert [path.read_bytes() for path in pair] == [b"old", b"old"]
    assert sorted(path.name for path in workspace.out.rglob("*")) == ["01.png", "deck.pptx", "pages"]


def test_a_write_replaces_a_link_and_not_what_it_points_to(workspace: Workspace) -> None:
    precious = put(workspace.root / "precious.txt", "mine")
    workspace.out.mkdir()
    (workspace.out / "deck.pdf").symlink_to(precious)
    workspace.write_atomically(workspace.out / "deck.pdf", b"new")
    assert precious.read_text(encoding="utf-8") == "mine"
    assert not (workspace.out / "deck.pdf").is_symlink()


def test_the_environment_is_a_copy_that_nobody_can_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBRIEF_TEST", "1")
    variables = environment()
    monkeypatch.delenv("DEBRIEF_TEST")
    assert variables["DEBRIEF_TEST"] == "1"
    with pytest.raises(TypeError):
        variables["DEBRIEF_TEST"] = "2"  # type: ignore[index]


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH),
        ({"LANG": "en_US.UTF-8"}, Language.EN),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, Language.EN),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"}, Language.ZH),
        ({}, Language.EN),
    ],
)
def test_messages_follow_the_locale(variables: dict[str, str], language: Language) -> None:
    assert language_of(variables) is language
