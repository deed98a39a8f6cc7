"""Small report folders for tests: written, loaded, composed; findings as one line each."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from textwrap import dedent, indent
from typing import TYPE_CHECKING

from engine.base.diagnostics import Diagnostic, Outcome, sorted_diagnostics
from engine.base.workspace import Workspace
from engine.compose.composer import compose
from engine.load.locate import Node
from engine.load.source import Source, load
from engine.load.text_file import clean_text
from engine.load.yaml_reader import read_yaml
from engine.model.blocks import Block
from engine.model.inlines import Text
from engine.model.report import Report

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

HEAD = """\
kind: midyear-review
title: 上半年述职
date: 2025-07-08
period: 2025H1
"""

TABLES = {
    "data/weekly.csv": "周,渠道,GMV,费用\nW1,直播,100,20\nW2,直播,200,40\nW1,私域,300,30\n",
    "metrics.yaml": """\
gmv: {label: 成交额, table: weekly, value: sum(GMV), target: 500, unit: 元, source: 交易中台}
cost: {label: 费用, table: weekly, value: sum(费用), target: 100, unit: 元, better: lower, source: 财务系统}
share_live: {label: 直播占比, table: weekly, value: "sum(CASE WHEN 渠道 = '直播' THEN GMV ELSE 0 END) / sum(GMV)", unit: "%"}
""",
}
WITH_TABLES = HEAD + "data: {weekly: data/weekly.csv}\nmetrics: metrics.yaml\n"


def workspace(root: Path) -> Workspace:
    return Workspace(root, root / "out", dt.date(2025, 7, 8))


def write_report(root: Path, report: str, files: Mapping[str, str] | None = None) -> Path:
    """Write `content/r/report.yaml` and the files beside it; return the report's folder."""
    folder = root / "content" / "r"
    for name, text in {"report.yaml": report, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def load_report(
    root: Path, report: str, files: Mapping[str, str] | None = None, overrides: Mapping[str, str] | None = None
) -> Outcome[Source]:
    return load(workspace(root), write_report(root, report, files), overrides)


def compose_report(root: Path, report: str, files: Mapping[str, str] | None = None) -> Outcome[Report]:
    """Load and compose; the outcome has the findings of both."""
    source = load_report(root, report, files)
    if source.value is None:
        return Outcome(None, source.diagnostics)
    composed = compose(source.value, workspace(root))
    return Outcome(composed.value, (*source.diagnostics, *composed.diagnostics))


def one_topic(blocks: str, head: str = WITH_TABLES) -> str:
    """Return a report with one topic; `blocks` is the YAML list under `blocks:`, which begins in line 13 when the head is WITH_TABLES."""
    listed = indent(dedent(blocks).strip("\n"), " " * 10)
    return f"{head}sections:\n  - title: 甲\n    topics:\n      - label: 乙\n        title: 丙\n        blocks:\n{listed}\n"


def built_with_findings(root: Path, blocks: str, files: Mapping[str, str] | None = None) -> tuple[tuple[Block, ...], list[str]]:
    """Build author blocks with the small tables above; return the kernel blocks and the findings as lines."""
    outcome = compose_report(root, one_topic(blocks), {**TABLES, **(files or {})})
    assert outcome.value is not None
    return outcome.value.sections[0].topics[0].blocks, told(outcome.diagnostics)


def built(root: Path, blocks: str, files: Mapping[str, str] | None = None) -> tuple[Block, ...]:
    """Build author blocks that have no mistakes."""
    kernel, findings = built_with_findings(root, blocks, files)
    assert not findings, "\n".join(findings)
    return kernel


def told(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return the findings as `line:col: CODE message`, sorted; the file only when it is not report.yaml."""
    return [
        f"{str(item.where).removeprefix('content/r/').removeprefix('report.yaml:')}: {item.code} {item.message.en}"
        for item in sorted_diagnostics(diagnostics)
    ]


def tree(text: str) -> Node:
    """Return the tree of YAML text without mistakes."""
    return read_yaml(clean_text("t.yaml", text).expect_clean()).expect_clean()


def marked(text: Text) -> str:
    """Return a text with its spans made visible: **bold**, [fact id: words]."""
    words = (f"[{span.fact}: {span.text}]" if span.fact else span.text for span in text.spans)
    return "".join(f"**{word}**" if span.bold else word for word, span in zip(words, text.spans, strict=True))


def shown(value: object) -> str:
    """Return a model value as reviewers read it: only what differs from the defaults, texts with their spans, no places."""
    match value:
        case Text():
            return repr(marked(value))
        case Enum():
            return str(value.value)
        case dt.date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(shown(item) for item in value)}]"
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return f"{type(value).__name__}({', '.join(_fields(value))})"
        case _:
            return repr(value)


def _fields(value: DataclassInstance) -> Iterator[str]:
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        if field.name != "where" and item != field.default and not (isinstance(item, Text) and not item):
            yield f"{field.name}={shown(item)}"


def shown_blocks(root: Path, blocks: str) -> list[str]:
    """Build author blocks that have no mistakes; return each kernel block as text."""
    return [shown(block) for block in built(root, blocks)]
