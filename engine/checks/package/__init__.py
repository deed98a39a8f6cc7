"""Package rules: what makes PowerPoint, Word or Excel offer to repair a file, asked of every file that is written or named.

A family of rules is a file that ends in `CHECK = …`, with one line in the table here. Nothing is loaded before a file is finished.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.base.registry import Registry
from engine.checks.package import charts, drawn_tables, extensions, order, parts, relations, shapes, slide_list, word, workbooks
from engine.checks.package.definition import Author, Fault, PackageCheck, Rule
from engine.probe.package import Package

PACKAGE_CHECKS: Registry[PackageCheck] = Registry(
    "package check",
    (
        parts.CHECK,
        relations.CHECK,
        slide_list.CHECK,
        shapes.CHECK,
        drawn_tables.CHECK,
        charts.CHECK,
        workbooks.CHECK,
        word.CHECK,
        extensions.CHECK,
        order.CHECK,
    ),
)
FORMATS = ("pptx", "docx")
MOST_TOLD = 10
"""Breaches of one rule that are told by place: a damaged file needs no thousand findings."""

_PROGRAMS = {"pptx": "PowerPoint", "docx": "Word"}


def check_package(format_name: str, blob: bytes, file: str, author: Author) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a finished file and in the workbooks inside it; nothing for a PDF, which is no package."""
    if format_name not in FORMATS:
        return ()
    mend = mend_of(format_name, author)
    try:
        package = Package(blob)
    except ValueError:
        told = Phrase("不是 Office 文件，或已损坏", "is no Office file, or a damaged one")
        return (Diagnostic("FILE040", Severity.ERROR, told, Location(file), mend),)
    return tuple(_findings(package, file, author, mend))


def mend_of(format_name: str, author: Author) -> Phrase:
    """Return what to do about a damaged file."""
    program = _PROGRAMS[format_name]
    if author is Author.DEBRIEF:
        return Phrase(
            f"请反馈：debrief 写出的文件有损坏（若之后有人改过，用 {program} 打开并另存）",
            f"report this: debrief wrote a damaged file (if somebody changed it since, open and save it in {program})",
        )
    return Phrase(f"用 {program} 打开并另存", f"open and save it in {program}")


def _findings(package: Package, file: str, author: Author, mend: Phrase) -> Iterator[Diagnostic]:
    for check in PACKAGE_CHECKS:
        for rule in check.rules:
            yield from _of_rule(check, rule, list(rule.judge(package)), file, author, mend)
    for part, workbook in workbooks.embedded(package):
        if workbook is not None:
            yield from _findings(workbook, f"{file}!{part}", author, mend)


def _of_rule(check: PackageCheck, rule: Rule, faults: list[Fault], file: str, author: Author, mend: Phrase) -> Iterator[Diagnostic]:
    severity = Severity.ERROR if author is Author.DEBRIEF else rule.elsewhere
    whole = file.partition("!")[0]
    for fault in faults[:MOST_TOLD]:
        yield Diagnostic(check.code, severity, fault.message, Location(whole, cell=f"{file}!{fault.part}"), mend)
    if (rest := len(faults) - MOST_TOLD) > 0:
        more = Phrase(f"还有 {rest} 处同样的问题（{rule.name}）", f"{rest} more of the same ({rule.name})")
        yield Diagnostic(check.code, severity, more, Location(whole, cell=f"{file}!{faults[MOST_TOLD].part}"), mend)
