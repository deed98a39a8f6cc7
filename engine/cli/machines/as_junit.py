"""Findings as JUnit XML: a test suite for each report, in it one test for the report and one for each code that was found.

An error fails its test, as a page does that is not that of its baseline, and with --strict a warning; warnings that stop nothing are what
their test printed. Trouble outside the content, such as a full disk, is an error of the report's own test. Jenkins, GitLab, Azure and
GitHub actions read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from engine.base.diagnostics import Diagnostic, Language, Severity, sorted_diagnostics
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.batch.finished import Finished, is_difference
from engine.cli.machines.merged import file_of

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Case:
    """A test; `kind` is failure, error, or empty for one that passed. `message` is its first line, `text` all of it."""

    name: str
    kind: str = ""
    message: str = ""
    text: str = ""
    seconds: float = 0.0


def as_junit(finished: Sequence[Finished], workspace: Workspace, language: Language, prefix: str = "") -> str:
    """Return the whole file. `prefix` is the folder of the workspace in its repository, empty or ending in a slash."""
    suites = [(report, tuple(_cases(report, language))) for report in finished]
    cases = [case for _, own in suites for case in own]
    seconds = sum(_seconds(report) for report in finished)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="debrief" {_counts(cases)} time="{seconds:.3f}">']
    for report, own in suites:
        lines.append(f'  <testsuite name="{_safe(report.name)}" {_counts(own)} skipped="0" time="{_seconds(report):.3f}">')
        for case in own:
            lines.extend(_element(case, report, prefix + file_of(report, workspace)))
        lines.append("  </testsuite>")
    return "\n".join((*lines, "</testsuites>")) + "\n"


def _seconds(report: Finished) -> float:
    return sum(report.seconds.values())


def _counts(cases: Sequence[_Case]) -> str:
    failures, errors = (sum(case.kind == kind for case in cases) for kind in ("failure", "error"))
    return f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'


def _cases(report: Finished, language: Language) -> Iterator[_Case]:
    fault = report.fault
    if fault is None:
        yield _Case(report.name, seconds=_seconds(report))
    else:
        hint = "" if fault.hint is None else f"\n{fault.hint.in_(language)}"
        yield _Case(report.name, "error", fault.message.in_(language), fault.message.in_(language) + hint, _seconds(report))
    found = sorted_diagnostics(report.diagnostics)
    for code in sorted({item.code for item in found}):
        own = [item for item in found if item.code == code]
        failing = [item for item in own if report.is_failed_by(item) or is_difference(item)]
        lines = [_line(item, language) for item in own]
        yield _Case(code, "failure" if failing else "", _line(failing[0], language) if failing else "", "\n".join(lines))


def _line(item: Diagnostic, language: Language) -> str:
    place = f"{item.where}: " if str(item.where) else ""
    gravity = "" if item.severity is Severity.ERROR else f" [{item.severity.value}]"
    hint = f" ({item.hint.in_(language)})" if item.hint is not None else ""
    return f"{place}{item.code}{gravity} {item.message.in_(language)}{hint}"


def _element(case: _Case, report: Finished, file: str) -> Iterator[str]:
    start = f'    <testcase name="{_safe(case.name)}" classname="{_safe(report.name)}" file="{_safe(file)}" time="{case.seconds:.3f}"'
    if case.kind:
        yield f"{start}>"
        yield f'      <{case.kind} type="{_safe(case.name)}" message="{_safe(case.message)}">{_safe(case.text)}</{case.kind}>'
        yield "    </testcase>"
    elif case.text:
        yield f"{start}>"
        yield f"      <system-out>{_safe(case.text)}</system-out>"
        yield "    </testcase>"
    else:
        yield f"{start}/>"


def _safe(words: str) -> str:
    """Return words as XML takes them, in an attribute as well; signs that XML has no place for are replaced."""
    return escape(_NOT_XML.sub("\ufffd", words))
