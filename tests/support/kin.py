"""Files of other programs as their kin: strict ones, and those with macros, shows and templates."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from engine.probe.kin import KIN

Part = Callable[[str, bytes], tuple[str, bytes]]


def rewritten(blob: bytes, change: Part) -> bytes:
    """Return a package with each part changed; `change` gets its name and bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name in archive.namelist():
            written.writestr(*change(name, archive.read(name)))
    return out.getvalue()


def as_kin(blob: bytes, suffix: str) -> bytes:
    """Return a deck or document with the content type of a kin, as programs save one."""
    _, own, plain = KIN[suffix]
    return rewritten(blob, lambda name, part: (name, part.replace(plain.encode(), own.encode()) if name == "[Content_Types].xml" else part))


def as_strict(blob: bytes) -> bytes:
    """Return a deck or document with the namespaces of ISO 29500 strict."""
    pattern = re.compile(rb"http://schemas\.openxmlformats\.org/(\w+)/2006/(?!relationships/metadata|content-types)(\w*)")

    def change(name: str, part: bytes) -> tuple[str, bytes]:
        return name, pattern.sub(
            lambda match: match[0] if match[1] == b"package" else b"http://purl.oclc.org/ooxml/" + match[1] + b"/" + match[2], part
        )

    return rewritten(blob, change)


def moved(blob: bytes) -> bytes:
    """Return a document whose main part has another name, as Word on the web writes it."""

    def change(name: str, part: bytes) -> tuple[str, bytes]:
        renamed = name.replace("document.xml", "document2.xml") if name.startswith("word/") else name
        return renamed, part.replace(b"word/document.xml", b"word/document2.xml")

    return rewritten(blob, change)
