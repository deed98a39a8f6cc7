"""The delivered Word templates are what their scripts make, and hold nothing that would stand in the way of a report."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT
from tests.gate.office import audit_findings

FOLDER = BUILTIN_ROOT / "templates/docx"
NAMES = sorted(path.stem for path in FOLDER.glob("*.docx"))

pytestmark = pytest.mark.parametrize("template", NAMES)


def part(template: str, name: str) -> str:
    with zipfile.ZipFile(FOLDER / f"{template}.docx") as package:
        return package.read(name).decode()


def test_the_script_makes_the_delivered_file(template: str, tmp_path: Path) -> None:
    made = tmp_path / f"{template}.docx"
    subprocess.run([sys.executable, str(FOLDER / f"make_{template}.py"), str(made)], check=True, timeout=60)
    assert made.read_bytes() == (FOLDER / f"{template}.docx").read_bytes()


def test_it_is_clean(template: str) -> None:
    assert audit_findings(FOLDER / f"{template}.docx") == []
    with zipfile.ZipFile(FOLDER / f"{template}.docx") as package:
        names = package.namelist()
    assert not [name for name in names if "stylesWithEffects" in name or "thumbnail" in name]


def test_east_asian_fonts_are_named_not_referred_to(template: str) -> None:
    styles = part(template, "word/styles.xml")
    assert "Theme=" not in styles.replace("themeColor=", "")
    assert styles.count("<w:rFonts ") == styles.count("w:eastAsia=") - 1  # and the language of the defaults
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' in styles


def test_chinese_typography_is_on_for_every_paragraph(template: str) -> None:
    defaults = part(template, "word/styles.xml").partition("<w:pPrDefault>")[2].partition("</w:pPrDefault>")[0]
    assert defaults == (
        '<w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/></w:pPr>'
    )


def test_headings_are_numbered_by_word(template: str) -> None:
    headings = part(template, "word/numbering.xml").partition("</w:abstractNum>")[0]
    for text, kind, style in (
        ("%1、", "chineseCountingThousand", "Heading1"),
        ("（%2）", "chineseCountingThousand", "Heading2"),
        ("%3.", "decimal", "Heading3"),
        ("（%4）", "decimal", "Heading4"),
    ):
        assert f'<w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>' in headings
        assert f'<w:lvlText w:val="{text}"/>' in headings


def test_word_asks_nothing_when_it_opens(template: str) -> None:
    settings = part(template, "word/settings.xml")
    assert "updateFields" not in settings
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
