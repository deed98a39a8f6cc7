"""Package rules: what makes PowerPoint, Word or Excel offer to repair a file, asked of every file that is written or named.

A family of rules is a file that ends in `CHECK = …`, with one line in the table here. Nothing is loaded before a file is finished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.base.records import dataclass
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

_OF_TEMPLATE = re.compile(
    r"ppt/(?:slideMasters|slideLayouts|notesMasters|handoutMasters|theme|media|fonts|tags|embeddings/oleObject|tableStyles|presProps|viewProps)"
    r"|word/(?:styles|theme|numbering|settings|webSettings|fontTable|fonts|media|glossary|customizations)|customXml/|docProps/thumbnail"
)
"""Parts that a deck or document takes over from its template."""
_PROGRAMS = {"pptx": "PowerPoint", "docx": "Word"}


def check_package(format_name: str, blob: bytes, file: str, author: Author) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a finished file and in the workbooks inside it; nothing for a PDF, which is no package."""
    if format_name not in FORMATS:
        return ()
    try:
        package = Package(blob)
    except ValueError:
        told = Phrase("不是 Office 文件，或已损坏", "is no Office file, or a damaged one")
        return (Diagnostic("FILE040", Severity.ERROR, told, Location(file), mend_of(format_name, author)),)
    found = _Finder(format_name, file, author)
    inner = ((f"{file}!{part}", workbook) for part, workbook in workbooks.embedded(package) if workbook is not None)
    return tuple(item for place, each in ((file, package), *inner) for item in found.of(each, place))


def mend_of(format_name: str, author: Author) -> Phrase:
    """Return what to do about a damaged file."""
    program = _PROGRAMS[format_name]
    if author is Author.DEBRIEF:
        return Phrase(
            f"请反馈：debrief 写出的文件有损坏（若之后有人改过，用 {program} 打开并另存）",
            f"report this: debrief wrote a damaged file (if somebody changed it since, open and save it in {program})",
        )
    return Phrase(f"用 {program} 打开并另存", f"open and save it in {program}")


def _template_mend(format_name: str) -> Phrase:
    program = _PROGRAMS[format_name]
    return Phrase(
        f"这个部件来自模板：用 {program} 打开模板并另存，再重新生成",
        f"this part comes from the template: open and save that in {program}, and build again",
    )


@dataclass(frozen=True, slots=True)
class _Finder:
    """Turns faults into findings. What a template brought along is not ours: there a breach is as grave as in files of others."""

    format: str
    file: str
    author: Author

    def of(self, package: Package, place: str) -> Iterator[Diagnostic]:
        for check in PACKAGE_CHECKS:
            for rule in check.rules:
                faults = list(rule.judge(package))
                for fault in faults[:MOST_TOLD]:
                    yield self._finding(check, rule, fault, place, fault.message)
                if (rest := len(faults) - MOST_TOLD) > 0:
                    more = Phrase(f"还有 {rest} 处同样的问题（{rule.name}）", f"{rest} more of the same ({rule.name})")
                    yield self._finding(check, rule, faults[MOST_TOLD], place, more)

    def _finding(self, check: PackageCheck, rule: Rule, fault: Fault, place: str, message: Phrase) -> Diagnostic:
        brought = self.author is Author.DEBRIEF and _OF_TEMPLATE.match(fault.part) is not None
        ours = self.author is Author.DEBRIEF and not brought
        mend = _template_mend(self.format) if brought else mend_of(self.format, self.author)
        where = Location(self.file, cell=f"{place}!{fault.part}")
        return Diagnostic(check.code, Severity.ERROR if ours else rule.elsewhere, message, where, mend)
