"""`./dev gate [FILE…]`: programs that are not ours judge the files in out/ and templates/ (or the ones named). Exit code 1 on any finding.

For each Office file and each workbook embedded in it: the Open XML SDK validator and openxml-audit. For each PDF: qpdf, fonts, PDF/UA-1.
For each deck: LibreOffice draws as many pages as there are slides.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.gate.office import OFFICE_SUFFIXES, audit_findings, drawn_findings, embedded_workbooks, sdk_findings, slide_count
from tests.gate.pdf import accessibility_findings, font_findings, qpdf_findings

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / ".validators" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
SHOWN_PER_VERDICT = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one judge said of one file; no findings is a pass."""

    file: str
    judge: str
    findings: list[str]


@dataclass(frozen=True, slots=True)
class Programs:
    """The judges that pip does not bring."""

    validator: Path
    qpdf: str
    office: str


def find_programs() -> Programs:
    """Return the programs, or leave with what is missing: a judge that is absent must not look like one that is content."""
    qpdf, office = shutil.which("qpdf"), shutil.which("soffice") or shutil.which("libreoffice")
    if not VALIDATOR.is_file() or not qpdf or not office:
        sys.exit("The gate needs the Open XML SDK validator, qpdf and LibreOffice: run it as ./dev gate")
    return Programs(VALIDATOR, qpdf, office)


def judged(files: list[Path], programs: Programs, scratch: Path) -> Iterator[Verdict]:
    """Ask every judge about every file."""
    for path in files:
        if path.suffix == ".pdf":
            yield Verdict(path.name, "qpdf", qpdf_findings(path, programs.qpdf))
            yield Verdict(path.name, "fonts", font_findings(path))
            yield Verdict(path.name, "PDF/UA-1", accessibility_findings(path))
        else:
            workbooks = list(embedded_workbooks(path, scratch))
            for part in (path, *workbooks):
                yield Verdict(part.name, "Open XML SDK", sdk_findings(part, programs.validator, scratch))
                yield Verdict(part.name, "openxml-audit", audit_findings(part))
    decks = [path for path in files if path.suffix == ".pptx" and slide_count(path)]  # a template has none
    for path, findings in (drawn_findings(decks, programs.office, scratch) if decks else {}).items():
        yield Verdict(path.name, "LibreOffice", findings)


def report(verdicts: list[Verdict]) -> bool:
    """Print one line per file and judge, then the findings; tell whether all passed."""
    for verdict in verdicts:
        print(f"{'ok  ' if not verdict.findings else 'FAIL'}  {verdict.judge:<14}  {verdict.file}")
    for verdict in (verdict for verdict in verdicts if verdict.findings):
        print(f"\n{verdict.file}, {verdict.judge}: {len(verdict.findings)} findings")
        for finding in verdict.findings[:SHOWN_PER_VERDICT]:
            print(f"  {finding}")
        if len(verdict.findings) > SHOWN_PER_VERDICT:
            print(f"  … and {len(verdict.findings) - SHOWN_PER_VERDICT} more")
    failed = sum(1 for verdict in verdicts if verdict.findings)
    print(f"\n{len(verdicts)} verdicts on {len({verdict.file for verdict in verdicts})} files, {failed} with findings")
    return not failed


def finished_files() -> list[Path]:
    """Return the results in out/ and, if there are any, the templates they were made from."""
    suffixes = OFFICE_SUFFIXES | {".pdf"}
    results, templates = ([path for path in sorted((ROOT / name).rglob("*")) if path.suffix in suffixes] for name in ("out", "templates"))
    return [*templates, *results] if results else []


def main(arguments: list[str]) -> int:
    files = [Path(argument) for argument in arguments] or finished_files()
    if not files:
        print("Nothing to judge in out/: run ./dev demo first")
        return 1
    with tempfile.TemporaryDirectory(prefix="debrief-gate-") as scratch:
        return 0 if report(list(judged(files, find_programs(), Path(scratch)))) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
