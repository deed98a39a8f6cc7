"""Judges of PDF files: qpdf, embedded fonts, PDF/UA-1."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import page
import pikepdf


def qpdf_findings(path: Path, qpdf: str) -> list[str]:
    """Return what `qpdf --check` complains of: warnings count."""
    done = subprocess.run([qpdf, "--check", path], capture_output=True, timeout=120, check=False)
    lines = (done.stdout + done.stderr).decode(errors="replace").splitlines()
    return [] if done.returncode == 0 else [line for line in lines if "WARNING" in line or "rror" in line] or [f"exit {done.returncode}"]


def font_findings(path: Path) -> list[str]:
    """Return the fonts that a reader would have to replace, or whose text could not be copied."""
    with pikepdf.open(path) as document:
        fonts = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        findings = [finding for font in fonts for finding in _judge_font(font)]
        return findings if fonts else ["has no font at all"]


def _judge_font(font: pikepdf.Dictionary) -> Iterator[str]:
    kind, name = str(font.get("/Subtype")), str(font.get("/BaseFont", "unnamed")).removeprefix("/")
    if kind in {"/CIDFontType0", "/CIDFontType2"} or kind not in {"/Type0", "/Type3"}:
        descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"font {name} is not embedded"
    if not kind.startswith("/CIDFont") and "/ToUnicode" not in font:
        yield f"font {name} does not say which characters its glyphs are"


def accessibility_findings(path: Path) -> list[str]:
    """Return the rules of PDF/UA-1 that the file breaks."""
    report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
