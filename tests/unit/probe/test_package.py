from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from engine.probe.package import Package, elements
from tests.support.package_seeds import TABLE, holding, saying, sound, twice

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_entries_and_their_types() -> None:
    package = Package(sound("deck"))
    assert TABLE in package and "ppt/slides/slide9.xml" not in package
    assert package.main == "ppt/presentation.xml"
    assert package.content_type(TABLE).endswith(".slide+xml")
    assert package.content_type("ppt/a.XLSX") == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert package.content_type("ppt/a.unknown") == ""
    assert len(package.of_type(".slide+xml")) == 6


def test_an_entry_that_stands_there_twice_is_listed_twice() -> None:
    assert Package(twice(TABLE)(sound("deck"))).names.count(TABLE) == 2


def test_parts_that_are_absent_or_broken_have_no_root() -> None:
    package = Package(saying(TABLE, "<p:cSld", "<p:cSl")(sound("deck")))
    assert package.root("ppt/slides/slide9.xml") is None
    assert package.blob("ppt/slides/slide9.xml") == b""
    assert package.root(TABLE) is None
    assert "mismatch" in package.broken(TABLE)
    assert package.broken("ppt/presentation.xml") == ""


def test_references_lead_from_the_package_to_its_parts() -> None:
    package = Package(sound("deck"))
    assert {reference.kind for reference in package.references("")} >= {"officeDocument", "core-properties"}
    assert [part for part, _ in package.referring()][:2] == ["", "customXml/item1.xml"]
    assert Package(holding("_rels/.rels", b"<x")(sound("deck"))).main == ""


def test_elements_are_found_by_tag() -> None:
    package = Package(sound("deck"))
    found = package.nodes(TABLE, (f"{A}tbl", f"{A}gridCol", f"{A}strange"))
    assert [len(found[f"{A}{name}"]) for name in ("tbl", "gridCol", "strange")] == [1, 3, 0]
    root = package.root(TABLE)
    assert root is not None and len(list(elements(etree.XPath("//*[@gridSpan]"), root))) == 0


def test_words_may_stand_in_parts_of_another_encoding() -> None:
    package = Package(holding(TABLE, "<a>x</a>".encode("utf-16"))(sound("deck")))
    assert package.may_mention(TABLE, b"anything")
    assert not package.may_mention("ppt/presentation.xml", b"anything")


@pytest.mark.parametrize("blob", [b"", b"%PDF", b"PK\x03\x04"])
def test_other_bytes_are_no_package(blob: bytes) -> None:
    with pytest.raises(ValueError, match="zip"):
        Package(blob)


def test_an_entry_that_cannot_be_unpacked_is_empty() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.xml", "<a>" + "x" * 100 + "</a>")
    blob = out.getvalue().replace(b"xxxx", b"xxxy", 1)
    assert Package(blob).blob("a.xml") == b""
