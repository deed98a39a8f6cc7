"""What the checks on text and rules say about a small report, as one line each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from engine.base.diagnostics import Diagnostic
from engine.checks import REPORT_CHECKS
from engine.checks.reading import Reading, read
from engine.compose.composer import compose
from engine.load.places import ContentPlaces
from engine.load.source import load
from engine.model.settings import DEFAULT_SETTINGS, Settings
from tests.support.content import workspace, write_report
from tests.support.sentences import DATA, HEAD_EN, HEAD_ZH, METRICS_EN, METRICS_ZH

FRAME = "data: {d: data/d.csv}\nmetrics: metrics.yaml\nsections:\n  - title: 甲\n    topics:\n      - label: 乙\n        title: 丙\n        blocks:\n"
FIRST_LINE = (HEAD_ZH + FRAME).count("\n") + 1
"""Where the blocks begin in a Chinese report."""


def reading(
    root: Path,
    blocks: str,
    *,
    english: bool = False,
    metrics: str | None = None,
    files: Mapping[str, str] | None = None,
    settings: Settings = DEFAULT_SETTINGS,
    head: str | None = None,
) -> Reading:
    """Return a report of one topic as the checks read it; `blocks` are its blocks, indented by nothing."""
    start = head if head is not None else HEAD_EN if english else HEAD_ZH
    report = start + FRAME + "".join(f"          {line}\n" if line.strip() else "\n" for line in blocks.strip("\n").split("\n"))
    written = {"data/d.csv": DATA, "metrics.yaml": metrics or (METRICS_EN if english else METRICS_ZH), **(files or {})}
    source = load(workspace(root), write_report(root, report, written)).expect_clean()
    composed = compose(source, workspace(root)).expect_clean()
    return read(composed, ContentPlaces(source.texts).find, settings)


def found(code: str, read_report: Reading) -> list[str]:
    """Return what one check finds, as `line:column English message`."""
    return [told(item) for item in REPORT_CHECKS[code].run(read_report)]


def told(item: Diagnostic) -> str:
    return f"{item.where.line}:{item.where.column} {item.message.en}"
