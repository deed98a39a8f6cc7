"""The first stage: a report folder becomes a Source, everything that its files say, validated but not yet evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Language, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.workspace import OutsideRoot, Workspace
from engine.load.house import with_house_settings
from engine.load.includes import ContentFiles, expect_mapping, with_included_sections, with_overrides
from engine.load.locate import MapNode, ScalarNode
from engine.load.report_spec import ReportSpec
from engine.load.tables import load_tables, place
from engine.load.text_file import SourceText
from engine.load.validate import validate
from engine.metrics.define import define
from engine.metrics.definition import Metric, MetricsSchema
from engine.metrics.periods import parse_period
from engine.model.report import Period
from engine.model.tables import DataTable

REPORT_FILE = "report.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """What the files of one report say.

    `file` is report.yaml as diagnostics print it; `tree` the located tree with its includes; `paths` every content file that was read,
    `texts` what stands in them, by the name diagnostics print.
    `broken_lines` are the files and lines whose syntax was mended in memory: what else is wrong there follows from it.
    `complete` is False when a table or a metric definition could not be used, so that names which lead nowhere are no news.
    """

    name: str
    folder: Path
    file: str
    tree: MapNode
    report: ReportSpec
    period: Period
    tables: Mapping[str, DataTable]
    metrics: Mapping[str, Metric]
    paths: tuple[Path, ...]
    complete: bool = True
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    broken_lines: frozenset[tuple[str, int]] = frozenset()

    @property
    def language(self) -> Language:
        return Language(self.report.language)


def load(workspace: Workspace, folder: Path, overrides: Mapping[str, str] | None = None) -> Outcome[Source]:
    """Read the report in `folder`; `overrides` are `--set key=value`.

    All mistakes of all files are reported. The value is there whenever enough was understood for the next stage to look for more.
    """
    files = ContentFiles(workspace, folder)
    findings = files.findings
    path = folder / REPORT_FILE
    file = workspace.relative(path)
    if not path.is_file():
        hint = Phrase("debrief new 可新建一份报告", "debrief new makes a report")
        findings.add(error("FILE001", f"没有 {REPORT_FILE}", f"there is no {REPORT_FILE}", Location(file), hint))
        return findings.outcome(None)
    try:
        workspace.inside(folder, REPORT_FILE)
    except OutsideRoot as trouble:
        hint = Phrase("把文件本身放进这个文件夹，不要用链接", "put the file itself into this folder instead of a link")
        findings.add(error("FILE002", trouble.message.zh, trouble.message.en, Location(file), hint))
        return findings.outcome(None)
    tree = expect_mapping(files.read_path(path), findings)
    if tree is None:
        return findings.outcome(None)
    tree = with_overrides(with_house_settings(tree, files), overrides or {}, findings)
    told = len(findings.items)
    tree = with_included_sections(tree, files)
    failed = len(findings.items) > told
    report = validate(tree, ReportSpec)
    sections = tree.get("sections")
    findings.extend(item for item in report.diagnostics if not (failed and sections is not None and item.where == sections.where))
    period = parse_period(report.value.period, Language(report.value.language)) if report.value else None
    if report.value is None or period is None:
        return Outcome(None, without_echoes(findings, _broken_lines(findings)))
    before = len(findings.items)
    tables = load_tables(tree, files, report.value, period)
    metrics = _metrics(tree, files, tables, Language(report.value.language))
    complete = not any(item.is_error for item in findings.items[before:])
    broken = _broken_lines(findings)
    source = Source(
        folder.name, folder, file, tree, report.value, period, tables, metrics, tuple(files.paths), complete, files.texts, broken
    )
    return Outcome(source, without_echoes(findings, broken))


def _metrics(tree: MapNode, files: ContentFiles, tables: Mapping[str, DataTable], language: Language) -> Mapping[str, Metric]:
    node = tree.get("metrics")
    if isinstance(node, ScalarNode) and isinstance(node.value, str):
        node = files.read(node.text)
    definitions = expect_mapping(node, files.findings)
    if definitions is None:
        return {}
    schema = validate(definitions, MetricsSchema)
    files.findings.extend(schema.diagnostics)
    if schema.value is None:
        return {}
    metrics = define(schema.value, tables, lambda path: place(definitions, path), language)
    files.findings.extend(metrics.diagnostics)
    return metrics.value or {}


def _broken_lines(findings: Iterable[Diagnostic]) -> frozenset[tuple[str, int]]:
    return frozenset((item.where.file, item.where.line) for item in findings if item.code in _SYNTAX)


def without_echoes(findings: Iterable[Diagnostic], broken: frozenset[tuple[str, int]]) -> tuple[Diagnostic, ...]:
    """Leave out complaints about the content of lines whose syntax was already reported: they follow from it."""
    return tuple(item for item in findings if item.code in _SYNTAX or (item.where.file, item.where.line) not in broken)


_SYNTAX = frozenset(f"YAML{number:03}" for number in range(1, 20))
