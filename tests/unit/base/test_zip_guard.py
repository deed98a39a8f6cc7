from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from engine.base.zip_guard import MIB, ZipFault, ZipLimits, inspect_package


def package(path: Path, *parts: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as stream:
        for name, blob in parts:
            stream.writestr(name, blob)
    return path


def verdict(path: Path, limits: ZipLimits | None = None) -> str:
    found = inspect_package(path, limits) if limits else inspect_package(path)
    return "fit" if found is None else f"{found.fault.value}: {found.message.en}"


def test_a_plain_package_is_fit(tmp_path: Path) -> None:
    assert verdict(package(tmp_path / "a.xlsx", ("xl/a.xml", b"<a>x</a>"), ("media/p.png", b"\x89PNG"))) == "fit"


@pytest.mark.parametrize(
    ("blob", "expected"),
    [
        (b"", "empty: the file is empty (0 bytes)"),
        (b"hello", "not-zip: not an Office file (no zip package)"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "ole: the file is password-protected or in the old 97-2003 format"),
        (b"PK\x03\x04", "corrupt: the file is damaged and cannot be unpacked (File is not a zip file)"),
    ],
)
def test_what_is_no_package_says_why(tmp_path: Path, blob: bytes, expected: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(blob)
    assert verdict(path) == expected


def test_ceilings(tmp_path: Path) -> None:
    path = package(tmp_path / "a.xlsx", ("a.xml", b"<a>" + b"x" * (2 * MIB)), ("b.bin", bytes(2 * MIB)))
    assert verdict(path, ZipLimits(entries=1)) == "limit: 2 entries, the limit is 1"
    assert verdict(path, ZipLimits(entry_bytes=MIB)) == "limit: entry 'a.xml' unpacks to 2 MiB, the limit is 1 MiB"
    assert verdict(path, ZipLimits(total_bytes=3 * MIB)) == "limit: 4 MiB when unpacked, the limit is 3 MiB"
    assert verdict(path) == "limit: entry 'a.xml' is compressed by more than 200:1"
    assert verdict(package(tmp_path / "b.xlsx", ("b.bin", bytes(MIB)))) == "fit"


@pytest.mark.parametrize("name", ["/etc/passwd", "../x.xml", "a/../../x.xml", "..\\x.xml", "C:x.xml"])
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    assert verdict(package(tmp_path / "a.xlsx", (name, b"<a/>"))).startswith("name: entry name")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice(tmp_path: Path) -> None:
    assert verdict(package(tmp_path / "a.xlsx", ("a.xml", b"<a/>"), ("A.xml", b"<a/>"))) == "name: entry 'A.xml' occurs twice"


def test_an_encrypted_entry(tmp_path: Path) -> None:
    path = package(tmp_path / "a.xlsx", ("a.xml", b"<a/>"), compression=zipfile.ZIP_STORED)
    blob = bytearray(path.read_bytes())
    blob[blob.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(blob)
    found = inspect_package(path)
    assert found is not None
    assert found.fault is ZipFault.ENCRYPTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("prolog", ["", "<!-- " + "x" * 200_000 + " -->"])
def test_a_doctype_is_found_wherever_it_hides(tmp_path: Path, encoding: str, prolog: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{prolog}<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'
    path = package(tmp_path / "a.xlsx", ("xl/a.xml", text.encode(encoding)), compression=zipfile.ZIP_STORED)
    assert verdict(path) == "doctype: entry 'xl/a.xml' has a DOCTYPE declaration"


def test_the_word_doctype_in_a_text_is_harmless(tmp_path: Path) -> None:
    assert verdict(package(tmp_path / "a.xlsx", ("a.xml", b"<a>&lt;!DOCTYPE</a>"))) == "fit"


def test_a_part_that_is_no_xml(tmp_path: Path) -> None:
    assert verdict(package(tmp_path / "a.xlsx", ("a.rels", b"nothing"))).startswith("corrupt: entry 'a.rels' is not well-formed XML")


def test_a_method_that_office_does_not_use(tmp_path: Path) -> None:
    path = package(tmp_path / "a.xlsx", ("a.xml", b"<a/>"), compression=zipfile.ZIP_BZIP2)
    assert verdict(path) == "corrupt: entry 'a.xml' is not packed the way Office does"


def test_deflated_data_that_cannot_be_inflated(tmp_path: Path) -> None:
    path = package(tmp_path / "a.xlsx", ("a.xml", bytes(range(256)) * 9))
    blob = bytearray(path.read_bytes())
    start = blob.index(b"a.xml") + len("a.xml")
    blob[start : start + 8] = b"\xff" * 8
    path.write_bytes(blob)
    assert verdict(path).startswith("corrupt: the file is damaged")


def test_damaged_data_of_an_entry(tmp_path: Path) -> None:
    path = package(tmp_path / "a.xlsx", ("a.xml", b"<!-- " + b"x" * 100 + b" --><a/>"), compression=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"xxx", b"yyy"))
    assert verdict(path).startswith("fit") or verdict(path).startswith("corrupt")
