"""The parts of an Office package and what they refer to, for probes that only read (ECMA-376 part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from lxml import etree

from engine.base.records import dataclass

R = TypeVar("R")
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What `zipfile` raises for an entry that cannot be unpacked; RuntimeError is its word for one that is encrypted."""
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Reference:
    """One relationship of a part: `kind` is the last word of its type, `target` the name of the other part, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool = False


class Archive(zipfile.ZipFile):
    """The zip of a package, each entry of which is unpacked once."""

    def __init__(self, blob: bytes) -> None:
        """Raises zipfile.BadZipFile when the bytes are no zip archive."""
        super().__init__(io.BytesIO(blob))
        self._unpacked: dict[str, bytes] = {}

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        key = name if isinstance(name, str) else name.filename
        if key not in self._unpacked:
            self._unpacked[key] = super().read(name, pwd)
        return self._unpacked[key]


class _Kept:
    """What was opened and parsed within one `parsed_once`, by its bytes."""

    def __init__(self) -> None:
        self.trees: dict[bytes, etree._Element] = {}
        self.archives: dict[bytes, Archive] = {}
        self.readings: dict[tuple[bytes, object], object] = {}


_KEPT: ContextVar[_Kept | None] = ContextVar("what was opened before", default=None)


@contextmanager
def parsed_once() -> Iterator[None]:
    """Within this, equal files are unpacked and equal parts parsed once for all who ask: a file that was just written is looked at from four sides.

    All is given up at the end. Probes only read, so that nobody notices that others have the same tree.
    """
    token = _KEPT.set(_Kept())
    try:
        yield
    finally:
        _KEPT.reset(token)


def read_once(read: Callable[[bytes], R], blob: bytes) -> R:
    """Return what a reader makes of a file, once for all who ask within one `parsed_once`. Raises what the reader raises."""
    kept = _KEPT.get()
    if kept is None:
        return read(blob)
    key = (blob, read)
    if key not in kept.readings:
        kept.readings[key] = read(blob)
    return kept.readings[key]  # type: ignore[return-value]  # of this reader


def opened(blob: bytes) -> Archive:
    """Return the zip of a package. Raises zipfile.BadZipFile when it is none."""
    kept = _KEPT.get()
    if kept is None:
        return Archive(blob)
    if blob not in kept.archives:
        kept.archives[blob] = Archive(blob)
    return kept.archives[blob]


def parsed(xml: bytes) -> etree._Element:
    """Return the root of a part; nothing outside it is read. Raises etree.XMLSyntaxError."""
    kept = _KEPT.get()
    if kept is None:
        return _parse(xml)
    if xml not in kept.trees:
        kept.trees[xml] = _parse(xml)
    return kept.trees[xml]


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(
        xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, collect_ids=False)
    )


def references(archive: zipfile.ZipFile, part: str) -> Iterator[Reference]:
    """Yield what a part refers to, in the order of its relationships. Raises etree.XMLSyntaxError."""
    folder, name = posixpath.split(part)
    relationships = posixpath.join(folder, "_rels", f"{name}.rels")
    if relationships not in archive.NameToInfo:
        return
    for item in parsed(archive.read(relationships)).iter(RELATIONSHIP):
        target, outside = item.get("Target", ""), item.get("TargetMode") == "External"
        whole = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Reference(item.get("Id", ""), item.get("Type", "").rpartition("/")[2], whole, outside)


def targets(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Return what a part refers to, by relationship id."""
    return {reference.id: reference.target for reference in references(archive, part)}


class Parts:
    """An open package. Names have no leading slash."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    @property
    def names(self) -> tuple[str, ...]:
        """All parts by name, in the order of the alphabet."""
        return tuple(sorted(self._names))

    def main(self, usual: str) -> str:
        """Return the part that the package is about: Word on the web calls it word/document2.xml; `usual` where none is named."""
        try:
            named = [each.target for each in references(self._archive, "") if each.kind == "officeDocument" and not each.outside]
        except etree.XMLSyntaxError:
            return usual
        folder = usual.partition("/")[0]
        return next((target for target in named if target in self and target.startswith(f"{folder}/")), usual)

    def xml(self, name: str) -> etree._Element:
        """Return a part's root. Raises ValueError when there is no such part or it is no XML."""
        try:
            return parsed(self._archive.read(name))
        except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile) as fault:
            raise ValueError(f"{name}: {fault}") from fault

    def blob(self, name: str) -> bytes:
        """Return a part's bytes, none when there is no such part or it cannot be unpacked."""
        try:
            return self._archive.read(name)
        except (KeyError, *DAMAGE):
            return b""

    def referred(self, part: str) -> dict[str, str]:
        """Return the names of the parts that `part` refers to, by relationship id. Raises ValueError when that list is no XML."""
        try:
            return {reference.id: reference.target for reference in references(self._archive, part) if not reference.outside}
        except etree.XMLSyntaxError as fault:
            raise ValueError(f"{part}: {fault}") from fault


@contextmanager
def open_parts(blob: bytes) -> Iterator[Parts]:
    """Open a package. Raises ValueError when it is none."""
    try:
        archive = opened(blob)
    except zipfile.BadZipFile as fault:
        raise ValueError(str(fault)) from fault
    yield Parts(archive)
