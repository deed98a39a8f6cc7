"""Kin of the three formats made plain, so that all probes can read them: strict files (ISO 29500), and files with macros, shows and templates.

Strict files have other namespaces for the same elements; the others say in one content type what they are. The bytes that are judged are never
written anywhere.
"""

from __future__ import annotations

import io
import re
import zipfile

from engine.probe.kin import KIN
from engine.probe.package_parts import DAMAGE

_TYPES = "[Content_Types].xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w*)")
_RENAMED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}
_XML = (".xml", ".rels", ".vml")


def plain_package(blob: bytes, suffix: str) -> bytes:
    """Return a package as its plain kin would have it; the same bytes where nothing is to be done, or nothing can be read."""
    _, own, plain = KIN.get(suffix, ("", "", ""))
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            is_strict = "_rels/.rels" in archive.NameToInfo and _STRICT in archive.read("_rels/.rels")
            if not is_strict and not own:
                return blob
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as written:
                for entry in archive.infolist():
                    part = archive.read(entry)
                    if entry.filename == _TYPES and own:
                        part = part.replace(f'"{own}"'.encode(), f'"{plain}"'.encode())
                    if is_strict and entry.filename.lower().endswith(_XML):
                        part = _NAMES.sub(_transitional, part)
                    written.writestr(entry, part)
    except DAMAGE:
        return blob
    return out.getvalue()


def _transitional(match: re.Match[bytes]) -> bytes:
    family, name = match[1], match[2]
    return b"http://schemas.openxmlformats.org/" + family + b"/2006/" + _RENAMED.get(name, name)
