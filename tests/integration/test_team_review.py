"""content/team-review: a hundred reports from shared tables, each with a name of its own and words that hold for its team."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from engine.base.workspace import environment
from engine.pipeline import BuildRequest, check_report
from tests.support.builds import told, workspace_of
from tests.support.team_review import (
    ALL,
    AWKWARD,
    DATA,
    FOLDER,
    GOOD,
    LONG,
    MISSED,
    NEW,
    PLAIN,
    RARE,
    SHUT,
    TINY,
    cell,
    facts,
    jobs,
    loader,
    member,
    report,
)


def test_a_hundred_names_of_which_no_two_are_one_to_any_file_system() -> None:
    names = [job.name for job in jobs().values()]
    assert len(names) == len({unicodedata.normalize("NFC", name).casefold() for name in names}) == ALL
    for name in names:
        folder, own = name.split("/")
        assert folder == "team-review"
        assert len(own.encode()) <= 120
        assert not set(own) & set('\\:*?"<>|\0')
        assert own == own.strip(" .")


@pytest.mark.parametrize(
    ("team", "name"),
    [
        ("T013", "宁波 东部新城组_2025Q3_述职"),
        (MISSED, "北京丰台 大兴组_2025Q3_述职"),  # a slash cannot stand in a name
        (TINY, "沈阳浑南 soho 组_2025Q3_述职"),
        (RARE, "东莞大㘵组_2025Q3_述职"),
        ("T083", "成都天府 iPark 组_2025Q3_述职"),
    ],
)
def test_awkward_names_are_kept_where_a_file_system_can(team: str, name: str) -> None:
    assert member(team).name == name
    assert member(team).tags == (cell(member(team), "大区"),)


def test_a_long_name_is_whole_in_the_file_name_and_below_the_title() -> None:
    name = str(cell(member(LONG), "名称"))
    assert member(LONG).name == f"{name}_2025Q3_述职"
    assert report(LONG).meta.title.startswith(str(cell(member(LONG), "简称")))
    assert report(LONG).meta.subtitle.plain == name


def test_the_tables_are_what_their_script_makes(tmp_path: Path) -> None:
    copy = tmp_path / "team-review"
    shutil.copytree(FOLDER, copy)
    for path in (copy / "data").iterdir():
        path.write_bytes(b"")
    subprocess.run([sys.executable, "-B", str(copy / "make_data.py")], check=True, env=environment(), timeout=60)
    assert [path.name for path in sorted(DATA.iterdir()) if path.read_bytes() != (copy / "data" / path.name).read_bytes()] == []


def labels(team: str) -> list[str]:
    return [topic.label.plain for section in report(team).sections for topic in section.topics]


def first_words(team: str) -> str:
    topic = report(team).sections[0].topics[0]
    return f"{topic.title.plain} {topic.takeaway.plain}".replace("\u00a0", " ")


def test_a_team_without_measures_has_no_page_about_them() -> None:
    usual = ["目标完成情况", "每周走势", "渠道构成", "与大区均值比较", "问题与措施", "四季度计划"]
    assert labels(PLAIN) == usual
    assert labels(GOOD) == [label for label in usual if label != "问题与措施"]
    assert "五项责任指标全部达标" in first_words(GOOD)


def test_a_team_without_last_year_says_so_and_prints_no_comparison() -> None:
    assert "今年新设小组，没有去年同期可比" in first_words(NEW)
    assert [name for name in facts(NEW) if ".yoy" in name or ".previous" in name] == []
    assert "同比" in first_words(PLAIN)


def test_words_hold_for_very_good_and_very_bad_quarters() -> None:
    assert "销售额完成 60.0%，未达成" in first_words(MISSED)
    assert "没有达标的是销售额" in first_words(MISSED)
    assert "超额完成" in first_words(TINY)
    assert (facts(TINY)["gmv.yoy"].raw or 0) > 10
    assert facts(SHUT)["low_week.actual"].raw == 0
    assert report(SHUT).sections[0].topics[1].takeaway.plain.startswith("有一周全组停业")


@pytest.mark.parametrize("team", [PLAIN, *AWKWARD])
def test_nothing_is_found(team: str) -> None:
    checked = check_report(workspace_of(FOLDER), FOLDER, BuildRequest(member=member(team)), loader=loader())
    assert told(checked.diagnostics) == []


@pytest.mark.slow
def test_nothing_is_found_in_any_of_them() -> None:
    requests = [BuildRequest(member=member(team)) for team in jobs()]
    checked = [check_report(workspace_of(FOLDER), FOLDER, request, loader=loader()) for request in requests]
    assert [line for one in checked for line in told(one.diagnostics)] == []
