"""Judges that are not ours, each where it is installed: Open XML SDK validator, openxml-audit, qpdf, PDF/UA-1. They report, others grade."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from enum import Enum
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.base.records import dataclass

PATIENCE = 120
"""Seconds after which a judge is stopped; the slowest takes two."""
_INSTALLED = ".validators/node_modules/@xarsh"
_PROGRAM = "ooxml-validator"
_COMPLAINT = re.compile("WARNING|error", re.IGNORECASE)
_MISREAD = "PDFUA1-FONT-GLYPH-WIDTH-001"
"""page-validation 0.11 applies a FontMatrix twice that a CFF font states besides having it, as those of Typst do: widths come out far too small."""

Which = Callable[[str], str | None]


class Judge(Enum):
    """Who judges; the value is its name."""

    SDK = "Open XML SDK"
    AUDIT = "openxml-audit"
    QPDF = "qpdf"
    PDF_UA = "PDF/UA-1"


@dataclass(frozen=True, slots=True)
class Programs:
    """The judges that pip does not bring; None for one that is not installed."""

    validator: Path | None
    qpdf: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge said, `findings` being None when it is not installed."""

    judge: Judge
    findings: tuple[str, ...] | None


def find_programs(root: Path, which: Which = shutil.which) -> Programs:
    """Look for the programs on the path and, for the validator, where `./dev gate` installs it below `root`."""
    installed = sorted((root / _INSTALLED).glob(f"{_PROGRAM}-*/{_PROGRAM}*"))
    named = which(_PROGRAM)
    return Programs(next((path for path in installed if path.is_file()), Path(named) if named else None), which("qpdf"))


def judged_office(blob: bytes, suffix: str, programs: Programs) -> Iterator[Verdict]:
    """Ask both judges of Office files about one; `suffix` is `.pptx`, `.docx` or `.xlsx`."""
    with TemporaryDirectory(prefix="debrief-judge-") as folder:
        file = Path(folder) / f"judged{suffix}"
        file.write_bytes(blob)
        yield Verdict(Judge.AUDIT, audit_findings(file))
        yield Verdict(Judge.SDK, None if programs.validator is None else sdk_findings(file, programs.validator))


def judged_pdf(blob: bytes, programs: Programs) -> Iterator[Verdict]:
    """Ask both judges of PDF files about one."""
    with TemporaryDirectory(prefix="debrief-judge-") as folder:
        file = Path(folder) / "judged.pdf"
        file.write_bytes(blob)
        yield Verdict(Judge.QPDF, None if programs.qpdf is None else qpdf_findings(file, programs.qpdf))
        yield Verdict(Judge.PDF_UA, accessibility_findings(file))


def sdk_findings(file: Path, validator: Path) -> tuple[str, ...]:
    """Return what the Open XML SDK validator finds in a file that it may write to: a repair is a finding too."""
    before = sha256(file.read_bytes()).digest()
    done = _run([str(validator), str(file)])
    if done is None:
        return (f"did not answer within {PATIENCE} seconds",)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return (f"unreadable (exit {done.returncode}): {done.stderr.decode(errors='replace').strip()[-200:]}",)
    findings = [f"{item.get('path', '')}: {item['description']} {item.get('xPath', '')}".strip() for item in report["errors"]]
    if not report["ok"] and not findings:
        findings = ["refused without a reason"]
    if sha256(file.read_bytes()).digest() != before:
        findings.append("the validator repaired the file")
    return tuple(findings)


def audit_findings(file: Path) -> tuple[str, ...] | None:
    """Return what openxml-audit finds, and its verdict unless that is a clean opening; None when it is not installed."""
    try:
        from openxml_audit import AppPrediction, FileFormat, OpenXmlValidator, predict
    except ModuleNotFoundError:
        return None
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(file)
    findings = [f"{item.part_uri or ''}: {item.description} {item.path or ''}".strip() for item in result.errors]
    verdict = predict(result)
    if verdict.prediction is not AppPrediction.OPENS_CLEAN:
        findings.append(verdict.headline)
    return tuple(findings)


def qpdf_findings(file: Path, qpdf: str) -> tuple[str, ...]:
    """Return what `qpdf --check` complains of: warnings count."""
    done = _run([qpdf, "--check", str(file)])
    if done is None:
        return (f"did not answer within {PATIENCE} seconds",)
    if done.returncode == 0:
        return ()
    lines = (done.stdout + done.stderr).decode(errors="replace").replace(str(file), file.name).splitlines()
    return tuple(line for line in lines if _COMPLAINT.search(line)) or (f"exit {done.returncode}",)


def accessibility_findings(file: Path) -> tuple[str, ...] | None:
    """Return the rules of PDF/UA-1 that a file breaks; None when the library that knows them is not installed."""
    try:
        import page
    except ModuleNotFoundError:
        return None
    report = page.validate_pdf(file, profile=page.ValidationProfile.PDF_UA_1)
    return tuple(f"{failure.rule_id}: {failure.message}" for failure in report.failures if failure.rule_id != _MISREAD)


def _run(command: list[str]) -> subprocess.CompletedProcess[bytes] | None:
    """Return the finished program, None for one that was stopped."""
    try:
        return subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603  no shell
    except subprocess.TimeoutExpired:
        return None
