"""What the files of a report folder say before any table is read: the same for every report of its batch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Language, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.workspace import OutsideRoot, Workspace
from engine.load.house import with_house_settings
from engine.load.includes import ContentFiles, expect_mapping, with_included_sections, with_overrides
from engine.load.locate import MapNode, ScalarNode
from engine.load.report_spec import ReportSpec
from engine.load.text_file import SourceText
from engine.load.validate import validate
from engine.metrics.definition import MetricsSchema
from engine.metrics.periods import parse_period
from engine.model.report import Period

REPORT_FILE = "report.yaml"


@dataclass(frozen=True, slots=True)
class Definitions:
    """The metrics as they are written: the located tree, and what it says."""

    tree: MapNode
    schema: MetricsSchema


@dataclass(frozen=True, slots=True)
class Content:
    """`file` is report.yaml as diagnostics print it; `tree` the located tree with its includes; `paths` every content file that was read.

    `texts` is what stands in them, by the name diagnostics print. `definitions` is None where there are no metrics, or none that can be
    used; `complete` is False in that last case. `findings` are all that was noticed so far.
    """

    name: str
    folder: Path
    file: str
    tree: MapNode
    report: ReportSpec
    period: Period
    definitions: Definitions | None
    paths: tuple[Path, ...]
    texts: Mapping[str, SourceText]
    findings: tuple[Diagnostic, ...]
    complete: bool

    @property
    def language(self) -> Language:
        return Language(self.report.language)


def read_content(workspace: Workspace, folder: Path, overrides: Mapping[str, str] | None = None) -> Outcome[Content]:
    """Read the content files in `folder`; `overrides` are `--set key=value`.

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
        return Outcome(None, without_echoes(findings, broken_lines(findings)))
    told = len(findings.items)
    definitions = _definitions(tree, files)
    complete = not any(item.is_error for item in findings.items[told:])
    content = Content(
        folder.name, folder, file, tree, report.value, period, definitions, tuple(files.paths), files.texts, tuple(findings), complete
    )
    return Outcome(content, content.findings)


def _definitions(tree: MapNode, files: ContentFiles) -> Definitions | None:
    node = tree.get("metrics")
    if isinstance(node, ScalarNode) and isinstance(node.value, str):
        node = files.read(node.text)
    definitions = expect_mapping(node, files.findings)
    if definitions is None:
        return None
    schema = validate(definitions, MetricsSchema)
    files.findings.extend(schema.diagnostics)
    return None if schema.value is None else Definitions(definitions, schema.value)


def broken_lines(findings: Iterable[Diagnostic]) -> frozenset[tuple[str, int]]:
    """Return the files and lines whose syntax was reported."""
    return frozenset((item.where.file, item.where.line) for item in findings if item.code in _SYNTAX)


def without_echoes(findings: Iterable[Diagnostic], broken: frozenset[tuple[str, int]]) -> tuple[Diagnostic, ...]:
    """Leave out complaints about the content of lines whose syntax was already reported: they follow from it."""
    return tuple(item for item in findings if item.code in _SYNTAX or (item.where.file, item.where.line) not in broken)


_SYNTAX = frozenset(f"YAML{number:03}" for number in range(1, 20))
