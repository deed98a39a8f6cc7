from __future__ import annotations

import io
import zipfile

from engine.writers.ooxml.package import zip_parts

PARTS = [("[Content_Types].xml", b"<Types/>" * 50), ("ppt/embeddings/a.xlsx", b"PK" * 50)]


def test_order_dates_and_compression() -> None:
    package = zipfile.ZipFile(io.BytesIO(zip_parts(PARTS)))
    entries = package.infolist()
    assert [(entry.filename, entry.compress_type) for entry in entries] == [
        ("[Content_Types].xml", zipfile.ZIP_DEFLATED),
        ("ppt/embeddings/a.xlsx", zipfile.ZIP_STORED),  # it is a zip already
    ]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert package.read("[Content_Types].xml") == b"<Types/>" * 50


def test_the_same_parts_give_the_same_bytes() -> None:
    assert zip_parts(PARTS) == zip_parts(iter(PARTS))
