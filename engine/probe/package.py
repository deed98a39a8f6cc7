"""An Office package as rules look at it: entries, content types, relationships, and the root of each part, all read once."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from engine.base.zip_guard import DEFAULT_LIMITS, inspect_directory
from engine.probe.package_parts import DAMAGE, Reference, opened, parsed, references

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
"""How XML in UTF-16 begins."""


def elements(path: etree.XPath, root: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements that a path selects."""
    found = path(root)
    yield from (node for node in found if etree.iselement(node)) if isinstance(found, list) else ()


class Package:
    """A package in memory. Names have no leading slash; `names` are those of the zip directory, in its order, twice where it has them twice."""

    def __init__(self, blob: bytes) -> None:
        """Raises ValueError when the bytes are no zip archive."""
        try:
            self._archive = opened(blob)
        except (zipfile.BadZipFile, ValueError, OSError) as fault:
            raise ValueError(str(fault)) from fault
        self.names: tuple[str, ...] = tuple(name for name in self._archive.namelist() if not name.endswith("/"))
        self._present = frozenset(self.names)
        self._roots: dict[str, etree._Element | str] = {}
        self._of_bytes: dict[bytes, etree._Element | str] = {}
        self._references: dict[str, tuple[Reference, ...]] = {}
        self._blobs: dict[str, bytes] = {}
        self._of_types: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._nodes: dict[tuple[str, tuple[str, ...]], Mapping[str, list[etree._Element]]] = {}
        self._types: tuple[dict[str, str], dict[str, str]] | None = None

    def __contains__(self, name: str) -> bool:
        return name in self._present

    @property
    def is_safe(self) -> bool:
        """Tell whether it may be unpacked: no bomb, no foreign names. A file that was named is asked before; one inside it is not."""
        return inspect_directory(self._archive, DEFAULT_LIMITS) is None

    @property
    def overrides(self) -> Mapping[str, str]:
        """Return the content types that are declared for single parts, by name."""
        return self._declared()[1]

    @property
    def main(self) -> str:
        """Return the part that the package is about, empty when none is named."""
        return next((reference.target for reference in self.references("") if reference.kind == "officeDocument"), "")

    def content_type(self, name: str) -> str:
        """Return the declared type of a part, empty when none is declared."""
        defaults, overrides = self._declared()
        return overrides.get(name) or defaults.get(name.rpartition(".")[2].lower(), "")

    def of_type(self, *endings: str) -> tuple[str, ...]:
        """Return the parts whose content type ends with one of these, such as `.slide+xml`, in the order of the package."""
        if endings not in self._of_types:
            self._of_types[endings] = tuple(name for name in dict.fromkeys(self.names) if self.content_type(name).endswith(endings))
        return self._of_types[endings]

    def blob(self, name: str) -> bytes:
        """Return the bytes of a part, none for one that is absent or cannot be unpacked."""
        if name not in self._blobs:
            self._blobs[name] = self._unpacked(name)
        return self._blobs[name]

    def may_mention(self, name: str, words: bytes) -> bool:
        """Tell whether words of ASCII may stand in a part; True also where its encoding makes that hard to tell."""
        text = self.blob(name)
        return words in text or text.startswith(_WIDE)

    def nodes(self, name: str, tags: tuple[str, ...]) -> Mapping[str, list[etree._Element]]:
        """Return the elements of a part by tag, all those of `tags` found in one go; a tag without elements has an empty list."""
        key = (name, tags)
        if key not in self._nodes:
            found: dict[str, list[etree._Element]] = {tag: [] for tag in tags}
            root = self.root(name)
            for node in () if root is None else root.iter(*tags):
                found[node.tag].append(node)
            self._nodes[key] = found
        return self._nodes[key]

    def root(self, name: str) -> etree._Element | None:
        """Return the root of a part, None when it is absent or no XML."""
        found = self._parsed(name) if name in self._present else ""
        return None if isinstance(found, str) else found

    def broken(self, name: str) -> str:
        """Return why a part is no well-formed XML, empty when it is."""
        found = self._parsed(name)
        return found if isinstance(found, str) else ""

    def references(self, part: str) -> tuple[Reference, ...]:
        """Return what a part refers to, the package itself for an empty name; nothing when that list cannot be read."""
        if part not in self._references:
            self._references[part] = tuple(self._read_references(part))
        return self._references[part]

    def referring(self) -> Iterator[tuple[str, tuple[Reference, ...]]]:
        """Yield each part that refers to others, with its references; the package itself has an empty name."""
        for name in dict.fromkeys(self.names):
            folder, _, base = name.rpartition("/")
            if base.endswith(".rels") and folder.rpartition("/")[2] == "_rels":
                part = posixpath.join(folder.rpartition("/")[0], base.removesuffix(".rels"))
                yield part, self.references(part)

    def _unpacked(self, name: str) -> bytes:
        try:
            return self._archive.read(name) if name in self._present else b""
        except DAMAGE:
            return b""

    def _read_references(self, part: str) -> Iterator[Reference]:
        try:
            yield from references(self._archive, part)
        except (etree.XMLSyntaxError, *DAMAGE):
            return

    def _parsed(self, name: str) -> etree._Element | str:
        if name not in self._roots:
            text = self.blob(name)
            if text not in self._of_bytes:
                self._of_bytes[text] = self._parse(text)  # the workbooks of a deck have most of their parts in common
            self._roots[name] = self._of_bytes[text]
        return self._roots[name]

    def _parse(self, text: bytes) -> etree._Element | str:
        try:
            return parsed(text)
        except etree.XMLSyntaxError as fault:
            return fault.msg or "empty"

    def _declared(self) -> tuple[dict[str, str], dict[str, str]]:
        if self._types is None:
            self._types = self._read_types()
        return self._types

    def _read_types(self) -> tuple[dict[str, str], dict[str, str]]:
        root = self.root(CONTENT_TYPES)
        if root is None:
            return {}, {}
        defaults = {node.get("Extension", "").lower(): node.get("ContentType", "") for node in root.iter(f"{_TYPES}Default")}
        overrides = {node.get("PartName", "").removeprefix("/"): node.get("ContentType", "") for node in root.iter(f"{_TYPES}Override")}
        return defaults, overrides
