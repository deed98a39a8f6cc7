"""The end of a run in words: findings, the last line, the exit code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from engine.base.diagnostics import Diagnostic, Language, Phrase, Severity
from engine.base.records import replace
from engine.base.workspace import Workspace, environment
from engine.batch.finished import Finished
from engine.cli.render_diagnostics import OutputFormat, render
from engine.cli.voice import Voice
from engine.run_record import Status

EXIT_CLEAN, EXIT_FINDINGS = 0, 1
FEW, MOST_NAMED = 5, 20
"""From how many reports on those that failed are named again at the end, and how many of them."""
_ASKED = frozenset({"FILE050", "FILE055", "BRAND010"})
"""Notes that tell what was asked for and could not be done: figures not compared, a judge not installed, a theme not here."""
_PEOPLE = frozenset({OutputFormat.FULL, OutputFormat.CONCISE})
_TEXTS = frozenset({*_PEOPLE, OutputFormat.GITHUB})
_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables in which GitHub and GitLab say where the repository is: the paths that they know begin there."""


def is_for_programs(style: OutputFormat) -> bool:
    """Tell whether standard output belongs to a program, so that sentences go to standard error."""
    return style not in _PEOPLE


def print_findings(finished: Sequence[Finished], style: OutputFormat, workspace: Workspace, voice: Voice) -> None:
    """Print every diagnostic to standard output in the wanted style, then trouble outside the content to standard error."""
    shown = [
        replace(report, diagnostics=tuple(item for item in report.diagnostics if _is_shown(item, style, voice))) for report in finished
    ]
    prefix = prefix_in_repository(workspace.root, environment())
    if style in _TEXTS:
        found = [item for report in shown for item in report.diagnostics]
        click.echo(render(found, style, workspace, voice.language, prefix), nl=False)
    else:
        from engine.cli.machines.writing import written  # most runs are for people

        click.echo(written(shown, style, workspace, voice.language, prefix), nl=False)
    for report in finished:
        if report.fault is not None:
            message = report.fault.message
            voice.trouble(Phrase(f"{report.name}：{message.zh}", f"{report.name}: {message.en}"), report.fault.hint)


def prefix_in_repository(root: Path, variables: Mapping[str, str]) -> str:
    """Return the folder of a workspace in the repository that a runner checked out, ending in a slash; empty when they are one, or unknown."""
    for name in _CHECKOUTS:
        checkout = Path(variables.get(name) or root)
        if root != checkout and root.is_relative_to(checkout):
            return f"{root.relative_to(checkout).as_posix()}/"
    return ""


def _is_shown(item: Diagnostic, style: OutputFormat, voice: Voice) -> bool:
    """Notes are for programs that collect everything, and for people who ask."""
    return item.severity is not Severity.INFO or item.code in _ASKED or style is OutputFormat.JSON or voice.verbose


def print_summary(finished: Sequence[Finished], seconds: float, workspace: Workspace, voice: Voice, *, aside: bool) -> None:
    """Print `2 built, 3 unchanged, 0 failed, 1 warning in 4s → out`, after the names of those that failed among many."""
    statuses = [report.status for report in finished]
    built, unchanged, failed = (statuses.count(status) for status in (Status.BUILT, Status.UNCHANGED, Status.FAILED))
    warnings = _count(finished, Severity.WARNING)
    place = _place(finished, workspace) if built + unchanged else ""
    notes = _notes(finished, voice)
    if failed and len(finished) > FEW:
        voice.say(_failed(finished), aside=aside)
    same = Phrase(f"，未变 {unchanged} 份", f", {unchanged} unchanged") if unchanged else Phrase("", "")
    zh = f"生成 {built} 份{same.zh}，失败 {failed} 份，警告 {warnings} 条{notes.zh}，用时 {_duration(seconds, Language.ZH)}{place}"
    en = (
        f"{built} built{same.en}, {failed} failed, {warnings} warning{'' if warnings == 1 else 's'}{notes.en} "
        f"in {_duration(seconds, Language.EN)}{place}"
    )
    voice.say(Phrase(zh, en), aside=aside)


def _failed(finished: Sequence[Finished]) -> Phrase:
    """Return the names of the reports that failed, the first ones of many."""
    names = [report.name for report in finished if not report.ok]
    rest = len(names) - MOST_NAMED
    shown = names[:MOST_NAMED]
    more = Phrase(f" 等 {len(names)} 份" if rest > 0 else "", f" and {rest} more" if rest > 0 else "")
    return Phrase(f"失败：{'、'.join(shown)}{more.zh}", f"failed: {', '.join(shown)}{more.en}")


def print_check_summary(finished: Sequence[Finished], seconds: float, voice: Voice, *, aside: bool) -> None:
    """Print `2 reports checked: 0 errors, 1 warning in 0.6s`."""
    reports, errors, warnings = len(finished), _count(finished, Severity.ERROR), _count(finished, Severity.WARNING)
    errors += sum(report.fault is not None for report in finished)
    notes = _notes(finished, voice)
    zh = f"检查 {reports} 份报告：错误 {errors} 个，警告 {warnings} 条{notes.zh}，用时 {_duration(seconds, Language.ZH)}"
    en = (
        f"{reports} report{'' if reports == 1 else 's'} checked: {errors} error{'' if errors == 1 else 's'}, "
        f"{warnings} warning{'' if warnings == 1 else 's'}{notes.en} in {_duration(seconds, Language.EN)}"
    )
    voice.say(Phrase(zh, en), aside=aside)


def _notes(finished: Sequence[Finished], voice: Voice) -> Phrase:
    """Return how many notes were kept back, empty when none was."""
    notes = _count(finished, Severity.INFO)
    if not notes or voice.verbose:
        return Phrase("", "")
    return Phrase(
        f"，另有 {notes} 条说明（-v 显示）", f", {notes} note{'' if notes == 1 else 's'} (-v shows {'it' if notes == 1 else 'them'})"
    )


def _count(finished: Sequence[Finished], severity: Severity) -> int:
    return sum(item.severity is severity for report in finished for item in report.diagnostics)


def _duration(seconds: float, language: Language) -> str:
    number = f"{seconds:.1f}" if seconds < 10 else f"{seconds:.0f}"
    return f"{number} 秒" if language is Language.ZH else f"{number}s"


def _place(finished: Sequence[Finished], workspace: Workspace) -> str:
    """Return where to look: the folder of the only report that was built, else that of all."""
    built = [report.name for report in finished if report.ok]  # or unchanged: either way its files stand there
    folder = workspace.out / built[0] if len(built) == 1 else workspace.out
    shown = workspace.relative(folder) if folder.is_relative_to(workspace.root) else str(folder)
    return f" → {shown}"


def exit_code(finished: Sequence[Finished]) -> int:
    """Return 0 when all is well; the code of the first trouble outside the content, before 1 for findings and pages that changed."""
    faults = [report.fault.exit_code for report in finished if report.fault is not None]
    if faults:
        return faults[0]
    return EXIT_CLEAN if all(report.ok and not report.differs for report in finished) else EXIT_FINDINGS
