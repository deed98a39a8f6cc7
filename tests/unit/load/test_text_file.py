from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Location
from engine.base.workspace import Workspace
from engine.load import text_file
from engine.load.text_file import clean_text, find_file, first_forbidden, read_text
from tests.support.content import told

HERE = Location("content/r/report.yaml", 3, 5)


def written(workspace: Workspace, blob: bytes, name: str = "a.yaml") -> Path:
    path = workspace.root / name
    path.write_bytes(blob)
    return path


@pytest.mark.parametrize(
    "blob", ["标题: 一\n".encode(), codecs.BOM_UTF8 + "标题: 一\n".encode(), "标题: 一\n".encode("utf-16"), "标题: 一\r\n".encode()]
)
def test_utf8_and_marked_utf16_are_read(blob: bytes, workspace: Workspace) -> None:
    assert read_text(workspace, written(workspace, blob)).expect_clean().lines == ("标题: 一", "")


def test_gb18030_is_not_guessed_but_named(workspace: Workspace) -> None:
    outcome = read_text(workspace, written(workspace, "a: b\n标题: 述职\n".encode("gb18030")))
    assert told(outcome.diagnostics) == ["a.yaml:2:1: YAML014 not UTF-8 text: line 2, byte offset 5"]
    hint = outcome.diagnostics[0].hint
    assert hint is not None
    assert "GB18030" in hint.en


def test_other_bytes_have_a_place(workspace: Workspace) -> None:
    outcome = read_text(workspace, written(workspace, b"a: \xff\xff\xff"))
    assert outcome.value is None
    assert outcome.diagnostics[0].code == "YAML014"


def test_large_files_are_refused_unread(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_file, "MAX_BYTES", 2**20)
    outcome = read_text(workspace, written(workspace, b" " * (3 * 2**19)))
    assert told(outcome.diagnostics) == ["a.yaml: YAML011 the file has 1.5 MiB, the limit is 1 MiB"]


def test_forbidden_characters_are_told_and_blanked_in_place() -> None:
    outcome = clean_text("a.yaml", "一\x07二\n三\ue000四")
    assert told(outcome.diagnostics) == [
        "a.yaml:1:2: YAML013 character U+0007 cannot be used",
        "a.yaml:2:2: YAML013 character U+E000 cannot be used",
    ]
    assert outcome.value is not None
    assert outcome.value.lines == ("一 二", "三 四")


@given(st.text())
def test_what_is_left_is_never_forbidden(text: str) -> None:
    cleaned = clean_text("a.yaml", text).value
    assert cleaned is not None
    assert first_forbidden(cleaned.text) is None


def test_lines_count_from_one_and_are_empty_beyond_the_end() -> None:
    source = clean_text("a.yaml", "一\n二").expect_clean()
    assert (source.line(1), source.line(2), source.line(3), source.line(0)) == ("一", "二", "", "")


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("", "FILE001 the file name is empty"),
        ("a\0b", "FILE001 the file name is empty"),
        ("/etc/passwd", "FILE002 path '/etc/passwd' is not relative"),
        ("https://example.com/a.png", "FILE002 'https://example.com/a.png' is an address; nothing is fetched"),
        ("data:image/png;base64,AA", "FILE002 'data:image/png;base64,AA' is an address; nothing is fetched"),
        ("//169.254.169.254/x", "FILE002 '//169.254.169.254/x' is an address; nothing is fetched"),
        ("C:/x", "FILE002 path 'C:/x' is not relative"),
        ("a\\b", "FILE002 path 'a\\\\b' is not relative"),
        ("gpj.\u202eexe", "FILE002 the file name turns the direction of text"),
        ("../x", "FILE002 path '../x' leads out of the workspace"),
        ("daat.csv", "FILE001 file 'daat.csv' does not exist"),
        ("folder", "FILE001 'folder' is not a file"),
        ("字" * 86, "FILE001 the file name is longer than any file can have"),
    ],
)
def test_paths_are_confined(name: str, finding: str, workspace: Workspace) -> None:
    written(workspace, b"", "data.csv")
    (workspace.root / "folder").mkdir()
    assert told(find_file(workspace, workspace.root, name, HERE).diagnostics) == [f"3:5: {finding}"]


def test_a_link_out_of_the_workspace_is_refused(workspace: Workspace) -> None:
    (workspace.root / "link.yaml").symlink_to("/etc/passwd")
    assert told(find_file(workspace, workspace.root, "link.yaml", HERE).diagnostics) == [
        "3:5: FILE002 path 'link.yaml' leads out of the workspace"
    ]


def test_a_near_name_is_offered(workspace: Workspace) -> None:
    written(workspace, b"", "data.csv")
    (missing,) = find_file(workspace, workspace.root, "daat.csv", HERE).diagnostics
    assert missing.hint is not None
    assert missing.hint.en == "did you mean 'data.csv'?"
