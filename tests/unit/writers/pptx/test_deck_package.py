from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation

from engine.writers.pptx.deck_package import DeckPackage
from engine.writers.pptx.emit import emit
from engine.writers.pptx.properties import app_properties
from engine.writers.pptx.slide import SlideWriter
from tests.unit.writers.pptx.sample_deck import META, WORKSPACE, content, harbor, sample_deck, shapes

TEMPLATE = harbor().template_path


def packed(package: DeckPackage) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(package.save()))


@pytest.fixture
def written() -> Iterator[zipfile.ZipFile]:
    package = DeckPackage(TEMPLATE)
    writer = SlideWriter(sample_deck(), harbor())
    for slide in (content(), shapes(), content()):
        package.add_slide(writer.write(slide), None)
    with packed(package) as archive:
        yield archive


def test_parts_are_numbered_in_slide_order(written: zipfile.ZipFile) -> None:
    names = [name for name in written.namelist() if name.startswith(("ppt/slides/s", "ppt/charts/c", "ppt/embeddings", "ppt/media"))]
    assert names == [
        "ppt/charts/chart1.xml",
        "ppt/charts/chart2.xml",
        "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx",
        "ppt/embeddings/Microsoft_Excel_Sheet2.xlsx",
        "ppt/media/image1.png",
        "ppt/media/image2.png",
        "ppt/slides/slide1.xml",
        "ppt/slides/slide2.xml",
        "ppt/slides/slide3.xml",
    ]


def test_relationship_ids_are_those_in_the_slide(written: zipfile.ZipFile) -> None:
    rels = written.read("ppt/slides/_rels/slide1.xml.rels").decode()
    assert 'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout"' in rels
    assert 'Target="../charts/chart1.xml"' in rels.split('Id="rId2"')[1].split("/>")[0]
    assert 'TargetMode="External"' in rels.split('Id="rId3"')[1].split("/>")[0]


def test_content_types_name_every_part_and_no_other(written: zipfile.ZipFile) -> None:
    types = written.read("[Content_Types].xml").decode()
    assert '<Default Extension="png" ContentType="image/png"/>' in types
    overridden = [piece.split('"')[0].lstrip("/") for piece in types.split('PartName="')[1:]]
    parts = [name for name in written.namelist() if name.endswith(".xml") and name != "[Content_Types].xml"]
    assert overridden == parts


def test_the_templates_own_slides_and_sections_are_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "company.pptx"
    path.write_bytes(emit(sample_deck(), harbor(), WORKSPACE))
    package = DeckPackage(path)
    package.add_slide(SlideWriter(sample_deck(), harbor()).write(shapes()), b"<p:notes/>")
    package.list_notes_master()
    with packed(package) as archive:
        presentation = archive.read("ppt/presentation.xml").decode()
        assert [name for name in archive.namelist() if name.startswith(("ppt/slides/s", "ppt/charts", "ppt/notesSlides/n"))] == [
            "ppt/notesSlides/notesSlide1.xml",
            "ppt/slides/slide1.xml",
        ]
    assert presentation.count("<p:sldId ") == 1
    assert "sectionLst" not in presentation
    assert presentation.count("<p:notesMasterId ") == 1


def test_a_template_without_a_notes_master_gets_one_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "default.pptx"
    Presentation().save(str(path))
    package = DeckPackage(path)
    layout = replace(harbor().layout("blank"), part="ppt/slideLayouts/slideLayout7.xml")
    slide = replace(SlideWriter(sample_deck(), harbor()).write(shapes()), layout=layout)
    package.add_slide(slide, b"<p:notes/>")
    package.list_notes_master()
    with packed(package) as archive:
        presentation = archive.read("ppt/presentation.xml").decode()
        names = archive.namelist()
    assert presentation.index("<p:sldMasterIdLst") < presentation.index("<p:notesMasterIdLst") < presentation.index("<p:sldIdLst")
    assert not [name for name in names if "printerSettings" in name or "thumbnail" in name]


def test_a_potx_becomes_a_pptx(tmp_path: Path) -> None:
    path = tmp_path / "x.potx"
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"presentation.main+xml", b"template.main+xml"))
    with packed(DeckPackage(path)) as archive:
        types = archive.read("[Content_Types].xml")
    assert b"presentationml.presentation.main+xml" in types
    assert b"template.main" not in types


def test_properties_come_from_the_report_alone() -> None:
    package = DeckPackage(TEMPLATE)
    east = dt.timezone(dt.timedelta(hours=8))
    meta = replace(META, title="长" * 300, created=dt.datetime(2025, 7, 8, 9, 30, tzinfo=east))
    package.describe(meta, app_properties(sample_deck()))
    with packed(package) as archive:
        core = archive.read("docProps/core.xml").decode()
        app = archive.read("docProps/app.xml").decode()
    assert f"<dc:title>{'长' * 255}</dc:title>" in core
    assert core.count("2025-07-08T01:30:00Z") == 2
    assert "<dc:creator>林知远</dc:creator>" in core and "python-pptx" not in core
    assert app.count("<Company>澜屿生活</Company>") == 1
