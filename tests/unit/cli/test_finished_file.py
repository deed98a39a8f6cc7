from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.errors import UsageError
from engine.cli.finished_file import all_finished, bytes_of, is_finished, no_ledger, not_readable


def test_files_are_known_by_their_suffix(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    names = ("a.pptx", "A.PDF", "a.docx", "report.yaml", "folder.pdf")
    assert [is_finished(tmp_path / name) for name in names] == [True, True, True, False, False]


def test_files_and_reports_are_checked_apart() -> None:
    assert all_finished((Path("a.pptx"), Path("b.pdf")))
    assert not all_finished((Path("content"),)) and not all_finished(())
    with pytest.raises(UsageError, match="checked apart"):
        all_finished((Path("a.pptx"), Path("content")))


def test_a_file_that_is_not_there_or_not_safe_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file"):
        bytes_of(tmp_path / "a.pptx")
    (tmp_path / "a.pptx").write_bytes(b"%PDF")
    with pytest.raises(UsageError, match=r"a\.pptx cannot be read: not an Office file"):
        bytes_of(tmp_path / "a.pptx")
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert bytes_of(tmp_path / "a.pdf") == b"%PDF"


def test_what_is_wrong_is_said_with_the_name_of_the_file() -> None:
    assert str(no_ledger(Path("out/a.pdf"))) == "a.pdf carries no ledger"
    assert str(not_readable(Path("out/a.pdf"))) == "a.pdf cannot be read"
