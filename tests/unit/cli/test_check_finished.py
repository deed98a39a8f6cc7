from __future__ import annotations

from pathlib import Path

import pytest

from engine.cli.check_finished import check_finished
from tests.support.ledger_report import FORMATS, finished, replaced
from tests.unit.cli.conftest import Debrief


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_file_as_it_was_built_is_clean(format_name: str, tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / f"半年小结.{format_name}"
    file.write_bytes(finished().blobs[format_name])
    said = debrief("check", str(file))
    assert (said.code, said.out.splitlines()[-1][:43]) == (0, "1 report checked: 0 errors, 0 warnings in 0")


def test_an_edited_figure_is_an_error_with_its_place(tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / "edited.pptx"
    file.write_bytes(replaced(finished().blobs["pptx"], r"ppt/slides/slide\d+\.xml", "126.3%", "136.3%"))
    said = debrief("check", str(file), "--output-format", "concise")
    assert said.code == 1
    assert "edited.pptx" in said.out and "should say '126.3%' (gmv.attainment), and says '136.3%'" in said.out


def test_a_file_that_carries_nothing_or_is_none_says_so(tmp_path: Path, debrief: Debrief) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    said = debrief("check", str(tmp_path / "a.pdf"))
    assert (said.code, said.err.splitlines()[0]) == (2, "error: a.pdf cannot be read")


def test_the_title_comes_from_the_ledger(tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(finished().blobs["docx"])
    assert check_finished(file, strict=False).title == "半年小结"
