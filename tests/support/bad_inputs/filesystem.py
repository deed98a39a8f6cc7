"""Rows 66 and 102 to 110: files, folders and names."""

from __future__ import annotations

from pathlib import Path

from tests.support.bad_inputs.case import DATA, Case, Elsewhere, Put, blocks, both, lines, replaced, saved


def _link(name: str, target: str) -> Put:
    def put(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(target)

    return put


def _out_is(target: str) -> Put:
    def put(folder: Path) -> None:
        (folder.parents[1] / "out").symlink_to(target)

    return put


def batch(rows: str) -> Put:
    return both(
        replaced(
            DATA, "batch: {for_each: {team: t.teams}, name: '{{ team.名称 }}'}\ndata: {weekly: data/weekly.csv, teams: data/teams.csv}"
        ),
        saved(rows.encode(), "data/teams.csv"),
    )


PASSWD = "/etc/passwd"
FAULTS = "integration/test_batch_faults.py"
CASES = (
    Case(
        66,
        "included file that is a link out",
        both(replaced("sections:", "sections:\n  - include: 02.md"), _link("02.md", PASSWD)),
        "FILE002",
        (),
        "report.yaml:9:",
    ),
    Case(105, "table that is a link out", _link("data/weekly.csv", PASSWD), "DATA002", (), "report.yaml:5:"),
    Case(105, "report that is a link out", _link("report.yaml", PASSWD), "FILE002", ("leads out",), "report.yaml"),
    Case(105, "results that are a link out", _out_is(".."), "", ("out",), exit=3),
    Case(105, "data upwards", replaced(DATA, "data: {weekly: ../../../weekly.csv}"), "DATA002", (), "report.yaml:5:"),
    Case(105, "theme upwards", lines("theme: ../../harbor"), "TMPL001", (), "report.yaml:5:"),
    Case(106, "two teams of one name", batch("名称,数\n华东,1\n华东,2\n"), "FILE031", ("华东",)),
    Case(106, "two teams of one name but for case", batch("名称,数\nEast,1\nEAST,2\n"), "FILE031", ("East",)),
    Case(106, "two teams of one name but for its form", batch("名称,数\nCafé,1\nCafe\u0301,2\n"), "FILE031"),
    Case(107, "names that no file system takes", batch("名称,数\nCON,1\na:b?*,2\n../甲,3\n乙.,4\n"), exit=0),
    Case(107, "a name of 300 bytes", batch(f"名称,数\n{'很' * 100},1\n乙,2\n"), exit=0),
    Case(107, "a table of 300 bytes", replaced(DATA, f"data: {{weekly: {'很' * 100}.csv}}"), "DATA001", ("longer",), "report.yaml:5:"),
    Case(
        107,
        "an included file of 300 bytes",
        replaced("sections:", f"sections:\n  - include: {'a' * 300}.md"),
        "FILE001",
        ("longer",),
        "report.yaml:9:",
    ),
    Case(107, "a picture of 300 bytes", blocks(f"- image: {{file: {'a' * 300}.png, alt: 图}}"), "FILE001", ("longer",), "report.yaml:"),
    Case(107, "a file name that leads out", lines("file_name: ../../../../etc/x"), exit=0),
)
ELSEWHERE = (
    Elsewhere(102, "a full disk", f"{FAULTS}::test_a_full_disk_leaves_the_old_files_and_is_told"),
    Elsewhere(103, "a read-only folder", f"{FAULTS}::test_a_small_or_read_only_file_system_is_told_and_left_clean"),
    Elsewhere(
        103, "a file where the folder should be", f"{FAULTS}::test_a_file_in_the_place_of_the_folder_is_told_before_anything_is_built"
    ),
    Elsewhere(
        104, "a file that another program holds open", "unit/test_project.py::test_a_disk_that_refuses_one_report_lets_the_others_through"
    ),
    Elsewhere(108, "two runs on one folder", f"{FAULTS}::test_a_second_run_on_the_same_folder_is_sent_away_and_harms_nothing"),
    Elsewhere(109, "files half written", "unit/batch/test_slots.py::test_what_a_dying_process_left_half_written_is_swept"),
    Elsewhere(110, "a clock that jumps", "integration/test_what_is_built_again.py::test_a_time_alone_is_no_change"),
)
