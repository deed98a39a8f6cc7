from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.writers.docx.document_package import DocumentPackage
from engine.writers.docx.marks import Target
from engine.writers.docx.properties import app_properties, core_properties
from tests.support.paper_files import copy_harbor, rewrite, template_of
from tests.support.paper_sample import META, png, week_chart
from tests.unit.writers.docx.xml_of import names, part

HARBOR = BUILTIN_ROOT / "templates/docx/harbor.docx"
LOGO = (
    b'<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/logo.png"/>'
)


def saved(package: DocumentPackage) -> bytes:
    package.add_document("<w:document/>")
    return package.save(core_properties(META), app_properties(META))


def test_the_text_of_the_template_stays_behind() -> None:
    found = names(saved(DocumentPackage(HARBOR)))
    assert [name for name in found if "header" in name or "footer" in name] == []
    assert {"word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml"} <= set(found)


def test_charts_come_with_their_workbooks() -> None:
    package = DocumentPackage(HARBOR)
    targets: tuple[Target, ...] = (week_chart().figure, png(), "https://example.com", png())
    for number, target in enumerate(targets, package.first_relation):
        package.add_target(f"rId{number}", target)
    blob = saved(package)
    assert [name for name in names(blob) if name.startswith(("word/charts", "word/embeddings", "word/media"))] == [
        "word/charts/chart1.xml",
        "word/charts/_rels/chart1.xml.rels",
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
        "word/media/picture1.png",
    ]
    assert 'Target="../embeddings/Microsoft_Excel_Sheet1.xlsx"' in part(blob, "word/charts/_rels/chart1.xml.rels")
    assert 'Target="https://example.com" TargetMode="External"' in part(blob, "word/_rels/document.xml.rels")


def test_content_types_name_every_part_and_no_other() -> None:
    blob = saved(DocumentPackage(HARBOR))
    overridden = set(re.findall(r'PartName="/([^"]+)"', part(blob, "[Content_Types].xml")))
    assert overridden == {name for name in names(blob) if name.endswith(".xml") and name != "[Content_Types].xml"}


def test_a_word_template_becomes_a_document(workspace: Workspace) -> None:
    template = template_of(copy_harbor(workspace))
    rewrite(template, {"[Content_Types].xml": lambda blob: blob.replace(b"document.main+xml", b"template.main+xml")})
    assert "wordprocessingml.document.main+xml" in part(saved(DocumentPackage(template)), "[Content_Types].xml")


@pytest.fixture
def with_logo(workspace: Workspace) -> Path:
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + LOGO + b"</Relationships>"
    types = b'<Default Extension="png" ContentType="image/png"/><Default Extension="xml"'
    return rewrite(
        template_of(copy_harbor(workspace)),
        {"[Content_Types].xml": lambda blob: blob.replace(b'<Default Extension="xml"', types)},
        {"word/_rels/header2.xml.rels": rels, "word/media/logo.png": png(), "word/stray.xml": b"<a/>"},
    )


def test_the_logo_of_a_header_goes_with_every_copy_of_it(with_logo: Path) -> None:
    package = DocumentPackage(with_logo)
    for number in (1, 2):
        package.add_running(f"rIdRunning{number}", "header", "word/header2.xml", package.template_part("word/header2.xml"))
    blob = saved(package)
    assert [name for name in names(blob) if "header" in name or "logo" in name] == [
        "word/header1.xml", "word/_rels/header1.xml.rels", "word/header2.xml", "word/_rels/header2.xml.rels", "word/media/logo.png",
    ]  # fmt: skip
    assert 'Target="media/logo.png"' in part(blob, "word/_rels/header2.xml.rels")
    assert "word/stray.xml" not in names(blob)
