from __future__ import annotations

import io
import zipfile

import pytest

from engine.probe.package_parts import Reference, open_parts, parsed, parsed_once, references, targets

RELATIONSHIPS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="rId1" Type="http://x/relationships/chart" Target="../charts/chart1.xml"/>
  <Relationship Id="rId2" Type="http://x/relationships/image" Target="/ppt/media/a.png"/>
  <Relationship Id="rId3" Type="http://x/relationships/hyperlink" Target="http://example.org" TargetMode="External"/>
</Relationships>"""


def package() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("ppt/slides/slide1.xml", "<slide/>")
        archive.writestr("ppt/slides/_rels/slide1.xml.rels", RELATIONSHIPS)
        archive.writestr("ppt/slides/broken.xml", "<slide>")
    return out.getvalue()


def test_a_part_names_those_it_refers_to() -> None:
    with zipfile.ZipFile(io.BytesIO(package())) as archive:
        assert list(references(archive, "ppt/slides/slide1.xml")) == [
            Reference("rId1", "chart", "ppt/charts/chart1.xml"),
            Reference("rId2", "image", "ppt/media/a.png"),
            Reference("rId3", "hyperlink", "http://example.org", outside=True),
        ]
        assert targets(archive, "ppt/slides/slide1.xml")["rId3"] == "http://example.org"
        assert targets(archive, "ppt/slides/alone.xml") == {}


def test_an_open_package_leads_to_its_own_parts_only() -> None:
    with open_parts(package()) as parts:
        assert parts.referred("ppt/slides/slide1.xml") == {"rId1": "ppt/charts/chart1.xml", "rId2": "ppt/media/a.png"}
        assert parts.referred("ppt/slides/alone.xml") == {}
        assert "ppt/slides/slide1.xml" in parts


@pytest.mark.parametrize("name", ["ppt/slides/missing.xml", "ppt/slides/broken.xml"])
def test_a_part_that_cannot_be_read_is_named(name: str) -> None:
    with open_parts(package()) as parts, pytest.raises(ValueError, match=name):
        parts.xml(name)


def test_other_bytes_are_no_package() -> None:
    with pytest.raises(ValueError, match="not a zip file"), open_parts(b"%PDF"):
        pass


def test_within_one_look_equal_parts_are_parsed_once() -> None:
    assert parsed(b"<a/>") is not parsed(b"<a/>")
    with parsed_once():
        assert parsed(b"<a/>") is parsed(b"<a/>")
        assert parsed(b"<b/>") is not parsed(b"<a/>")
        kept = parsed(b"<a/>")
    assert parsed(b"<a/>") is not kept


def test_a_part_that_is_missing_has_no_bytes() -> None:
    with open_parts(package()) as parts:
        assert parts.blob(parts.names[0]) != b""
        assert list(parts.names) == sorted(parts.names)
        assert parts.blob("nothing.xml") == b""


@pytest.mark.parametrize(
    ("target", "main"),
    [("word/document2.xml", "word/document2.xml"), ("ppt/presentation.xml", "word/document.xml"), ("gone.xml", "word/document.xml")],
)
def test_the_main_part_is_the_one_that_the_package_leads_to(target: str, main: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{office}" Target="{target}"/></Relationships>',
        )
        archive.writestr("word/document2.xml", "<w/>")
        archive.writestr("ppt/presentation.xml", "<p/>")
    with open_parts(out.getvalue()) as parts:
        assert parts.main("word/document.xml") == main
