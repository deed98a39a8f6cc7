"""Judges of Office files: the Open XML SDK validator and openxml-audit, also asked about embedded workbooks, and what charts remember."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from openxml_audit import AppPrediction, FileFormat, OpenXmlValidator, predict

from engine.probe.chart_values import disagreements, native_charts

OFFICE_SUFFIXES = frozenset({".pptx", ".docx", ".xlsx"})


def sdk_findings(path: Path, validator: Path, scratch: Path) -> list[str]:
    """Return what the Open XML SDK validator finds. It is given a copy, for it may repair the file, which is a finding too."""
    copy = scratch / f"judged-{path.name}"
    shutil.copyfile(path, copy)
    before = hashlib.sha256(copy.read_bytes()).digest()
    done = subprocess.run([validator, copy], capture_output=True, timeout=120, check=False)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return [f"unreadable (exit {done.returncode}): {done.stderr.decode(errors='replace').strip()[-200:]}"]
    findings = [f"{item.get('path', '')}: {item['description']} {item.get('xPath', '')}".strip() for item in report["errors"]]
    if not report["ok"] and not findings:
        findings = ["refused without a reason"]
    if hashlib.sha256(copy.read_bytes()).digest() != before:
        findings.append("the validator repaired the file")
    return findings


def audit_findings(path: Path) -> list[str]:
    """Return what openxml-audit finds, and its verdict unless that is a clean opening."""
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path)
    findings = [f"{item.part_uri or ''}: {item.description} {item.path or ''}".strip() for item in result.errors]
    verdict = predict(result)
    if verdict.prediction is not AppPrediction.OPENS_CLEAN:
        findings.append(verdict.headline)
    return findings


def embedded_workbooks(path: Path, scratch: Path) -> Iterator[Path]:
    """Unpack each workbook inside an Office file under a name that tells where it was."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.lower().endswith(".xlsx"):
                workbook = scratch / f"{path.stem}--{Path(name).name}"
                workbook.write_bytes(package.read(name))
                yield workbook


def chart_findings(path: Path) -> list[str]:
    """Return the ranges of charts that “Edit data” would show differently, and charts without a workbook."""
    blob = path.read_bytes()
    bare_charts = [f"{chart.part} has no workbook" for chart in native_charts(blob) if not chart.workbook]
    differing = [f"{item.part} {item.reference}: chart {item.cached}, workbook {item.stored}" for item in disagreements(blob)]
    return bare_charts + differing
