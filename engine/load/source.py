"""The first stage: a report folder becomes a Source, everything that its files say, validated but not yet evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from engine.base.diagnostics import Findings, Language, Outcome
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.load.content import REPORT_FILE, broken_lines, read_content, without_echoes
from engine.load.locate import MapNode
from engine.load.member import Member
from engine.load.report_spec import ReportSpec
from engine.load.table_cache import TableCache
from engine.load.tables import TableShelf, place
from engine.load.text_file import SourceText
from engine.load.used_tables import UsedTables
from engine.metrics.define import define
from engine.metrics.definition import Metric
from engine.model.report import Period
from engine.model.tables import DataTable

__all__ = ["REPORT_FILE", "Loader", "Source", "load"]


@dataclass(frozen=True, slots=True)
class Source:
    """What the files of one report say.

    `file` is report.yaml as diagnostics print it; `tree` the located tree with its includes; `paths` every content file that was read,
    `texts` what stands in them, by the name diagnostics print. `member` is the row that a report of a batch is about, None elsewhere.
    `broken_lines` are the files and lines whose syntax was mended in memory: what else is wrong there follows from it.
    `complete` is False when a table or a metric definition could not be used, so that names which lead nowhere are no news.
    """

    name: str
    folder: Path
    file: str
    tree: MapNode
    report: ReportSpec
    period: Period
    tables: UsedTables
    metrics: Mapping[str, Metric]
    paths: tuple[Path, ...]
    complete: bool = True
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    broken_lines: frozenset[tuple[str, int]] = frozenset()
    member: Member | None = None

    @property
    def language(self) -> Language:
        return Language(self.report.language)


class Loader:
    """Reads one report folder: its content files once and its tables once, for however many reports of its batch are wanted."""

    def __init__(
        self, workspace: Workspace, folder: Path, overrides: Mapping[str, str] | None = None, cache: TableCache | None = None
    ) -> None:
        self.content = read_content(workspace, folder, overrides)
        self.shelf = None if self.content.value is None else TableShelf(self.content.value, workspace, cache)

    def source(self, member: Member | None = None) -> Outcome[Source]:
        """Return the report, of a batch the one that is about `member`, with every finding so far."""
        content, shelf = self.content.value, self.shelf
        if content is None or shelf is None:
            return Outcome(None, self.content.diagnostics)
        findings = Findings(list(content.findings))
        tables = UsedTables(shelf.tables(member, findings))
        metrics: Mapping[str, Metric] = {}
        if (known := content.definitions) is not None:
            defined = define(known.schema, tables, lambda path: place(known.tree, path), content.language)
            findings.extend(defined.diagnostics)
            metrics = defined.value or {}
        new = findings.items[len(content.findings) :]
        broken = broken_lines(findings)
        complete = content.complete and not any(item.is_error for item in new)
        source = Source(
            content.name, content.folder, content.file, content.tree, content.report, content.period, tables, metrics, content.paths,
            complete, content.texts, broken, member,
        )  # fmt: skip
        return Outcome(source, without_echoes(findings, broken))

    def is_own(self, table: DataTable) -> bool:
        """Tell whether a table is kept whole here, as it was read, rather than made for one report."""
        return self.shelf is not None and self.shelf.keeps(table)


def load(
    workspace: Workspace, folder: Path, overrides: Mapping[str, str] | None = None, member: Member | None = None
) -> Outcome[Source]:  # fmt: skip
    """Read the report in `folder`; `overrides` are `--set key=value`, `member` the report of a batch that is meant.

    All mistakes of all files are reported. The value is there whenever enough was understood for the next stage to look for more.
    """
    return Loader(workspace, folder, overrides).source(member)
