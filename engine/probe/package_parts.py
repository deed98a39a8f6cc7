"""The parts of an Office package and what they refer to, for probes that only read (ECMA-376 part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from engine.base.records import dataclass

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Reference:
    """One relationship of a part: `kind` is the last word of its type, `target` the name of the other part."""

    id: str
    kind: str
    target: str


class Parts:
    """An open package. Names have no leading slash."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def xml(self, name: str) -> etree._Element:
        """Return a part's root. Raises ValueError when there is no such part or it is no XML."""
        try:
            return etree.fromstring(self._archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
        except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile) as fault:
            raise ValueError(f"{name}: {fault}") from fault

    def references(self, part: str) -> Iterator[Reference]:
        folder, name = posixpath.split(part)
        relationships = f"{folder}/_rels/{name}.rels"
        if relationships not in self:
            return
        for item in self.xml(relationships).iter(RELATIONSHIP):
            if item.get("TargetMode") != "External":
                target = item.get("Target", "")
                whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                yield Reference(item.get("Id", ""), item.get("Type", "").rpartition("/")[2], whole)

    def referred(self, part: str) -> dict[str, str]:
        """Return the names of the parts that `part` refers to, by relationship id."""
        return {reference.id: reference.target for reference in self.references(part)}


@contextmanager
def open_parts(blob: bytes) -> Iterator[Parts]:
    """Open a package. Raises ValueError when it is none."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(blob))
    except zipfile.BadZipFile as fault:
        raise ValueError(str(fault)) from fault
    with archive:
        yield Parts(archive)
