"""Diagnostics as text: full with the line and a caret, concise, or GitHub annotations. Always sorted, each once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Language, Location, Phrase, Severity, sorted_diagnostics
from engine.base.records import dataclass
from engine.base.workspace import Workspace

MAX_WIDTH = 100
"""Display columns of an excerpt; longer lines are cut around the caret."""
REACH = 4 * MAX_WIDTH
"""Characters looked at on each side of a place: a line may hold megabytes."""
TAB = "    "
HINT = Phrase("提示", "hint")
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class OutputFormat(Enum):
    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Excerpts:
    """The lines that findings point at, read once per file; no line for files that are gone, tables, or places outside any file."""

    workspace: Workspace
    lines: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, workspace: Workspace) -> Excerpts:
        return cls(workspace, {})

    def line(self, where: Location) -> str | None:
        if where.cell or not where.line:
            return None
        if where.file not in self.lines:
            self.lines[where.file] = _read_lines(self.workspace.root / where.file)
        lines = self.lines[where.file]
        return lines[where.line - 1] if where.line <= len(lines) else None


def _read_lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8-sig", errors="replace").splitlines())
    except OSError:
        return ()


def render(
    diagnostics: Iterable[Diagnostic], style: OutputFormat, workspace: Workspace, language: Language, prefix: str = ""
) -> str:  # fmt: skip
    """Return everything to print, ending in a line break unless empty. GitHub shows ten of each level: errors come first there.

    `prefix` is the folder of the workspace in its repository, empty or ending in a slash: what GitHub finds files by. JSON and the other
    formats that tell of reports are written in engine/cli/machines.
    """
    found = sorted_diagnostics(diagnostics)
    if style is OutputFormat.GITHUB:
        found = tuple(sorted(found, key=lambda item: _RANKS[item.severity]))
    excerpts = Excerpts.of(workspace)
    writers: dict[OutputFormat, Callable[[Diagnostic], str]] = {
        OutputFormat.FULL: lambda item: _full(item, excerpts, language),
        OutputFormat.CONCISE: lambda item: _headline(item, language),
        OutputFormat.GITHUB: lambda item: _github(item, language, prefix),
    }
    return "".join(f"{writers[style](item)}\n" for item in found)


def _headline(item: Diagnostic, language: Language) -> str:
    place = f"{item.where}: " if str(item.where) else ""
    return f"{place}{item.code} {item.message.in_(language)}"


def _full(item: Diagnostic, excerpts: Excerpts, language: Language) -> str:
    lines = [_headline(item, language)]
    line = excerpts.line(item.where)
    margin = " " * (len(str(item.where.line)) + 3) if line is not None else "  "
    if line is not None:
        excerpt, caret = excerpt_with_caret(line, item.where)
        lines += [f"  {item.where.line} │ {excerpt}", f"{margin}│ {caret}"]
    if item.hint is not None:
        lines.append(f"{margin}= {HINT.in_(language)}{'：' if language is Language.ZH else ': '}{item.hint.in_(language)}")
    return "\n".join(lines)


def excerpt_with_caret(line: str, where: Location) -> tuple[str, str]:
    """Return the line, cut to MAX_WIDTH around the place, and the carets that stand under it in a terminal with double-width Han."""
    start = max(where.column - 1, 0)
    end = where.end_column - 1 if where.end_column > where.column else start + 1
    first = _cut_start(line, start)
    before, marked = _shown(line[first:start]), _shown(line[start : min(end, start + REACH)])
    lead = "…" if first else ""
    room = MAX_WIDTH - display_width(lead + before)
    excerpt = lead + _fitting(before + marked + _shown(line[end : end + REACH]), MAX_WIDTH - len(lead))
    return excerpt, " " * display_width(lead + before) + "^" * max(1, min(display_width(marked), room))


def _cut_start(line: str, start: int) -> int:
    """Return the offset that the excerpt begins at, so that the caret is within its first two thirds."""
    first = max(0, start - REACH) // 10 * 10
    while display_width(_shown(line[first:start])) > MAX_WIDTH * 2 // 3:
        first += 10
    return min(first, start)


def _shown(piece: str) -> str:
    """Return the piece without characters that would move the caret or the cursor."""
    return "".join(" " if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"} and char != "\t" else char for char in piece).replace(
        "\t", TAB
    )


def _fitting(piece: str, width: int) -> str:
    if display_width(piece) <= width:
        return piece
    used = 0
    for index, char in enumerate(piece):
        used += _char_width(char)
        if used > width - 1:
            return f"{piece[:index]}…"
    return piece


def display_width(piece: str) -> int:
    """Return the columns a terminal gives a text: two for wide and full-width characters, none for combining ones."""
    return sum(_char_width(char) for char in piece)


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def record(item: Diagnostic, language: Language) -> dict[str, object]:
    """Return a finding as JSON has it."""
    where = item.where
    return {
        "code": item.code,
        "severity": item.severity.value,
        "message": item.message.in_(language),
        "hint": None if item.hint is None else item.hint.in_(language),
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "end_column": where.end_column,
        "cell": where.cell,
    }


def _github(item: Diagnostic, language: Language, prefix: str) -> str:
    """Return a workflow command; GitHub wants line breaks, % and (in properties) colons and commas encoded."""
    where = item.where
    place = [f"title={_property(f'debrief ({item.code})')}"]
    place += [f"file={_property(prefix + where.file)}"] if where.file else []
    place += [f"line={where.line}", f"col={where.column}"] if where.line and not where.cell else []
    place += [f"endColumn={where.end_column}"] if where.end_column and not where.cell else []
    hint = f" ({item.hint.in_(language)})" if item.hint is not None else ""
    return f"::{_GITHUB_LEVELS[item.severity]} {','.join(place)}::{_data(_headline(item, language) + hint)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
