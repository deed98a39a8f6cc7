"""A report in every theme and format: the look is the theme's, the words are the report's."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from pptx import Presentation

from engine.base.workspace import BUILTIN_ROOT
from engine.brand.theme import load_theme
from engine.pipeline import ReportResult, build_report
from tests.gate.office import audit_findings
from tests.gate.pdf import font_findings
from tests.integration.test_every_kind_every_format import belongs, whole
from tests.support.builds import ROOT, request_of, told, workspace_of
from tests.support.pdf_ua import ua_findings
from tests.support.words_of import missing, said_in, words_in

FOLDER = ROOT / "content" / "strategy-tracker-2025q3"
THEMES = sorted(path.stem for path in (BUILTIN_ROOT / "assets/themes").glob("*.yaml"))
FORMATS = ("pptx", "docx", "pdf")
GOES_ON = "（续"


@cache
def built(theme: str) -> ReportResult:
    """Build the report in a theme, once for all tests of a worker: one word in its head says which."""
    request = replace(request_of(FOLDER, FORMATS), overrides={"theme": theme})
    return build_report(workspace_of(FOLDER), FOLDER, request)


def blob(theme: str, format_name: str) -> bytes:
    return next(artifact.blob for artifact in built(theme).artifacts if artifact.format == format_name)


def outline(theme: str, format_name: str) -> list[str]:
    """Return titles of slides, headings of the document, bookmarks of the PDF; pages that go on count as the one they continue."""
    made = blob(theme, format_name)
    match format_name:
        case "pptx":
            titles = [slide.shapes.title.text for slide in Presentation(io.BytesIO(made)).slides]
        case "docx":
            paragraphs = Document(io.BytesIO(made)).paragraphs
            titles = [each.text for each in paragraphs if each.style is not None and str(each.style.name).startswith("Heading")]
        case _:
            with pikepdf.open(io.BytesIO(made)) as document, document.open_outline() as bookmarks:
                titles = [title for item in bookmarks.root for title in _titles(item)]
    return list(dict.fromkeys(title.replace("\v", "").partition(GOES_ON)[0].strip() for title in titles))


def _titles(item: pikepdf.OutlineItem) -> list[str]:
    return [item.title, *(title for child in item.children for title in _titles(child))]


@pytest.mark.parametrize("theme", THEMES)
def test_it_builds_without_an_error_or_a_warning(theme: str) -> None:
    assert told(built(theme).diagnostics) == []


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_word_of_the_report_is_in_the_file(theme: str, format_name: str) -> None:
    words = words_in(format_name, blob(theme, format_name))
    wanted = [said for said in said_in(whole(FOLDER).report) if belongs(said, format_name)]
    assert {f"{said.place}: {lost}" for said in wanted for lost in missing(said, words)} == set()


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_theme_changes_no_heading(format_name: str) -> None:
    first, *others = [outline(theme, format_name) for theme in THEMES]
    assert len(first) > 10
    assert others == [first] * len(others)


@pytest.mark.parametrize("format_name", ["pptx", "docx"])
@pytest.mark.parametrize("theme", THEMES)
def test_openxml_audit_finds_nothing(theme: str, format_name: str, tmp_path: Path) -> None:
    path = tmp_path / f"report.{format_name}"
    path.write_bytes(blob(theme, format_name))
    assert audit_findings(path) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_pdf_is_sound_accessible_and_in_the_fonts_of_the_theme(theme: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(blob(theme, "pdf"))
    assert (ua_findings(path), font_findings(path)) == ([], [])
    with pikepdf.open(path) as document:
        assert document.check_pdf_syntax() == []
        names = {str(font.BaseFont) for page in document.pages for font in page.Resources.get("/Font", {}).values()}
    faces = load_theme(workspace_of(FOLDER), theme).expect_clean()
    for face in (faces.heading, faces.body, faces.serif or faces.body):
        family = "Serif" if "Serif" in face.pdf else "Sans"
        assert any(family in name for name in names), names
