from __future__ import annotations

from pathlib import Path

import pytest

from engine.load.settings import settings_of
from engine.load.source import load
from engine.model.settings import DEFAULT_SETTINGS, Settings
from tests.support.content import HEAD, told, workspace, write_report

TAIL = "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"


def settings(root: Path, said: str) -> Settings:
    return settings_of(load(workspace(root), write_report(root, HEAD + said + TAIL)).expect_clean())


def test_the_defaults_are_those_of_the_field(tmp_path: Path) -> None:
    assert settings(tmp_path, "") == DEFAULT_SETTINGS
    assert (DEFAULT_SETTINGS.reserve_least, DEFAULT_SETTINGS.reserve_most, DEFAULT_SETTINGS.alert) == (0.10, 0.15, 0.20)
    assert DEFAULT_SETTINGS.major_response == 1.0


def test_shares_and_spans_of_time(tmp_path: Path) -> None:
    said = (
        "rules:\n  reserve: {least: 8%, most: 0.2}\n"
        "  deviation: {alert: 25%, major: 60%, response: 2 weeks, major_response: 24 h}\n  freshness: {lag: 3 天}\n"
    )
    found = settings(tmp_path, said)
    assert (found.reserve_least, found.reserve_most, found.alert, found.major) == (0.08, 0.2, 0.25, 0.6)
    assert (found.response, found.major_response, found.lag) == (14.0, 1.0, 3.0)


@pytest.mark.parametrize(
    ("said", "finding"),
    [
        ("rules: {reserve: {least: 120%}}\n", "5:26: YAML025 120% is no share between 0 and 100%"),
        ("rules: {deviation: {response: soon}}\n", "5:31: YAML025 soon is no span of time"),
        ("rules: {reserves: {}}\n", "5:9: YAML020"),
        ("rules: {reserve: {least: 20%, most: 10%}}\n", "5:19: YAML025 the smallest reserve (least) is above the largest (most)"),
        ("rules: {reserve: {least: 20%}}\n", "5:19: YAML025 the smallest reserve (least) is above the largest (most)"),
        ("rules: {deviation: {alert: 60%, major: 50%}}\n", "5:21: YAML025 the alert is above what counts as a major deviation"),
        ("verdict_words: {exceeded: great}\n", "5:17: YAML020 unknown key 'exceeded'"),
        ("findings: {FACT030: loud}\n", "5:21: YAML023"),
    ],
)
def test_mistakes_have_their_place(said: str, finding: str, tmp_path: Path) -> None:
    outcome = load(workspace(tmp_path), write_report(tmp_path, HEAD + said + TAIL))
    assert any(line.split("report.yaml:")[-1].startswith(finding) for line in told(outcome.diagnostics)), told(outcome.diagnostics)
