"""Judges of Office files: the Open XML SDK validator and openxml-audit, also asked about embedded workbooks, and what charts remember."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from engine.checks.package import check_package
from engine.checks.package.definition import Author
from engine.probe import judges
from engine.probe.chart_values import disagreements, native_charts

OFFICE_SUFFIXES = frozenset({".pptx", ".docx", ".xlsx"})


def sdk_findings(path: Path, validator: Path, scratch: Path) -> list[str]:
    """Return what the Open XML SDK validator finds. It is given a copy, for it may repair the file, which is a finding too."""
    copy = scratch / f"judged-{path.name}"
    shutil.copyfile(path, copy)
    return list(judges.sdk_findings(copy, validator))


def audit_findings(path: Path) -> list[str]:
    """Return what openxml-audit finds, and its verdict unless that is a clean opening."""
    found = judges.audit_findings(path)
    assert found is not None, "the gate is run with openxml-audit installed"
    return list(found)


def rule_findings(path: Path) -> list[str]:
    """Return what our own package rules find; nothing for a workbook by itself, which is judged inside its file."""
    found = check_package(path.suffix.removeprefix("."), path.read_bytes(), path.name, Author.DEBRIEF)
    return [f"{item.where}: {item.code} {item.message.en}" for item in found]


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
