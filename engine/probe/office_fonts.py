"""Fonts that an Office file names and this machine lacks, each with what LibreOffice shows in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from engine.brand.face_kinds import is_serif
from engine.layout.font_files import find_faces, machine_folders
from engine.probe.package_parts import open_parts

SANS, SERIF = "Noto Sans CJK SC", "Noto Serif CJK SC"
"""What texts of any theme are measured with where its own faces are not installed."""
_SIGNS = re.compile("dings|symbol|bookshelf|webdings|marlett", re.IGNORECASE)
"""Fonts of signs: LibreOffice knows which of its own signs stand for theirs."""
_PARTS = re.compile(r"(ppt|word)/(theme|slideMasters|slideLayouts|slides|charts)?/?[^/]+\.xml")
_FACES = frozenset({"latin", "ea", "buFont"})
_WORD_FACES = ("ascii", "hAnsi", "eastAsia")


def stand_ins(blob: bytes) -> Mapping[str, str]:
    """Return a stand-in for each missing face; none for a file that is no package."""
    folders = machine_folders()
    return {name: SERIF if is_serif(name) else SANS for name in sorted(set(_named(blob))) if not find_faces(name, folders)}


def _named(blob: bytes) -> Iterator[str]:
    try:
        with open_parts(blob) as parts:
            roots = [parts.xml(name) for name in parts.names if _PARTS.fullmatch(name)]
    except ValueError:  # whoever draws it tells what is wrong with it
        return
    for root in roots:
        for node in root.iter(etree.Element):
            yield from (name for name in _faces(node) if name and not name.startswith("+") and not _SIGNS.search(name))


def _faces(node: etree._Element) -> Iterator[str]:
    tag = etree.QName(node)
    if tag.localname in _FACES:
        yield node.get("typeface", "")
    elif tag.localname == "rFonts":
        yield from (node.get(f"{{{tag.namespace}}}{script}", "") for script in _WORD_FACES)
