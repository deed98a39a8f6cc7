from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
import pytest

from engine.base.errors import UsageError
from engine.base.workspace import Workspace
from engine.checks.bounds.definition import Bounds
from engine.cli.check_bounds import Pages, Wishes, read_day, read_pages
from engine.cli.check_finished import bounds_for
from engine.model.file_ledger import FileLedger
from tests.support.foreign import say, slides
from tests.support.ledger_report import finished
from tests.support.review import TODAY
from tests.unit.cli.conftest import Debrief

COMMAND = click.Command("check")
CONTEXT, OPTION = click.Context(COMMAND), click.Option(["--pages"])


@pytest.mark.parametrize(
    ("said", "pages"), [("10-30", (10, 30)), ("10-", (10, None)), ("-30", (None, 30)), (" 5 - 5 ", (5, 5)), (None, None)]
)
def test_a_range_of_pages(said: str | None, pages: Pages | None) -> None:
    assert read_pages(CONTEXT, OPTION, said) == pages


@pytest.mark.parametrize("said", ["-", "30-10", "many", "", "1-2-3"])
def test_no_range_of_pages(said: str) -> None:
    with pytest.raises(UsageError, match="is no range of pages"):
        read_pages(CONTEXT, OPTION, said)


def test_a_day() -> None:
    assert read_day(CONTEXT, OPTION, "2025-07-08") == dt.date(2025, 7, 8)
    assert read_day(CONTEXT, OPTION, None) is None
    with pytest.raises(UsageError, match="is no date"):
        read_day(CONTEXT, OPTION, "8 July")


def house(folder: Path, settings: str) -> Workspace:
    (folder / "content").mkdir()
    (folder / "content/settings.yaml").write_text(settings, encoding="utf-8")
    return Workspace(folder, folder / "out", TODAY)


def test_the_workspace_bounds_files_that_are_not_ours(tmp_path: Path) -> None:
    workspace = house(tmp_path, "rules: {pages: {least: 3, most: 30}, freshness: {lag: 7 days}}\n")
    assert bounds_for(Wishes(workspace), None) == Bounds(3, 30, 7.0)
    assert bounds_for(Wishes(workspace, (None, 9)), None) == Bounds(None, 9, 7.0)
    assert bounds_for(Wishes(workspace), FileLedger("半年小结")) is None
    assert bounds_for(Wishes(workspace, None, dt.date(2025, 9, 1)), FileLedger("半年小结")) == Bounds(None, None, 7.0, dt.date(2025, 9, 1))


def test_pages_and_dates_of_a_file_on_the_command_line(tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / "review.pptx"
    file.write_bytes(slides(say("2025 年上半年述职"), say("数据截至 2025-05-31")))
    said = debrief("check", str(file), "--pages", "-3", "--as-of", "2025-07-08", "--output-format", "concise", "--lang", "en")
    assert "review.pptx: RULE010 it has 4 slides, 3 at most are wanted" in said.out.splitlines()
    assert "review.pptx: RULE008 “数据截至 2025-05-31” on slide 3: the data should reach to 2025-07-07" in said.out.splitlines()


def test_a_file_of_ours_was_judged_when_it_was_built(tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / "a.pptx"
    file.write_bytes(finished().blobs["pptx"])
    assert "RULE010" not in debrief("check", str(file)).out
    assert "RULE010" in debrief("check", str(file), "--pages", "90-").out


def test_reports_say_their_bounds_themselves(debrief: Debrief) -> None:
    said = debrief("check", "--pages", "10-30", "--lang", "en")
    assert (said.code, said.err.splitlines()[0]) == (2, "error: --pages and --as-of are for finished files")
