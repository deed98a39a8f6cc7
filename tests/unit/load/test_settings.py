from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Severity
from engine.load.settings import settings_of
from engine.load.source import Source, load
from tests.support.content import HEAD, workspace, write_report

TAIL = "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"


def loaded(root: Path, report: str, house: str) -> Source:
    folder = write_report(root, HEAD + report + TAIL)
    (root / "content" / "settings.yaml").write_text(house, encoding="utf-8")
    return load(workspace(root), folder).expect_clean()


def test_gravities_know_where_they_are_set(tmp_path: Path) -> None:
    settings = settings_of(loaded(tmp_path, "", "findings:\n  FACT030: error\n  RULE005: off\n  RULE006: note\n"))
    assert {code: (each.severity, str(each.where)) for code, each in settings.gravities.items()} == {
        "FACT030": (Severity.ERROR, "content/settings.yaml:2:3"),
        "RULE005": (None, "content/settings.yaml:3:3"),
        "RULE006": (Severity.INFO, "content/settings.yaml:4:3"),
    }


def test_pages_are_bounded_where_somebody_says_so(tmp_path: Path) -> None:
    settings = settings_of(loaded(tmp_path, "", "rules: {pages: {most: 30}}\n"))
    assert (settings.pages_least, settings.pages_most) == (None, 30)


def test_a_report_says_it_for_itself(tmp_path: Path) -> None:
    source = loaded(tmp_path, "rules: {reserve: {least: 5%}}\n", "rules: {reserve: {least: 8%}}\nfindings: {FACT030: off}\n")
    settings = settings_of(source)
    assert settings.reserve_least == 0.05
    assert settings.gravities["FACT030"].severity is None
