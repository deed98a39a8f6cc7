"""Judges of Office files: the Open XML SDK validator, openxml-audit, and LibreOffice, each also asked about embedded workbooks."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from openxml_audit import AppPrediction, FileFormat, OpenXmlValidator, predict

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


def slide_count(path: Path) -> int:
    """Count the slides that are shown, which are those that become pages."""
    with zipfile.ZipFile(path) as package:
        slides = [name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        return sum(1 for name in slides if not re.search(rb'<p:sld\b[^>]*\bshow="(0|false)"', package.read(name)))


def drawn_findings(paths: list[Path], office: str, scratch: Path) -> dict[Path, list[str]]:
    """Let LibreOffice turn decks into PDF, all in one run, and compare page counts; its exit code says nothing."""
    drawn = scratch / "drawn"
    profile = (scratch / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(drawn)]
    copies = {path: scratch / f"{number}-{path.name}" for number, path in enumerate(paths)}
    for path, copy in copies.items():
        shutil.copyfile(path, copy)
    subprocess.run([*command, *map(str, copies.values())], capture_output=True, timeout=60 + 60 * len(paths), check=False)
    return {path: _page_findings(path, drawn / f"{copy.stem}.pdf") for path, copy in copies.items()}


def _page_findings(deck: Path, drawn: Path) -> list[str]:
    if not drawn.is_file():
        return ["LibreOffice made no PDF of it"]
    with pikepdf.open(drawn) as document:
        pages, slides = len(document.pages), slide_count(deck)
    return [] if pages == slides else [f"LibreOffice drew {pages} pages of {slides} slides"]
