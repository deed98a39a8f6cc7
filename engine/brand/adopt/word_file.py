"""A Word file whose parts can be changed and written again, the same bytes every time; what its text alone referred to is left behind."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from lxml import etree

from engine.base.records import dataclass, replace
from engine.brand.template_package import NS

_OFFICE = NS["r"]
_OPC = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED = (".png", ".jpg", ".jpeg", ".gif")
KEPT = ("styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes")
"""The kinds of parts that a document has whatever stands in it (but for the divisions of a web page that it may once have been)."""
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship; `target` is a part name, or the address of what is `external`."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        return posixpath.basename(self.type)


class WordFile:
    """The parts of a document as bytes and as trees: a tree that was asked for is written instead of its bytes."""

    def __init__(self, blob: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(blob)) as package:
            self._source = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
        types = etree.fromstring(self._source["[Content_Types].xml"])
        self._defaults = {node.get("Extension", "").lower(): node.get("ContentType", "") for node in types.iterfind("ct:Default", NS)}
        self._types = {node.get("PartName", "").lstrip("/"): node.get("ContentType", "") for node in types.iterfind("ct:Override", NS)}
        self.main = next(link.target for link in self.links("") if link.kind == "officeDocument")
        self._trees: dict[str, etree._Element] = {}
        self._links: dict[str, list[Link]] = {}
        self._added: dict[str, tuple[bytes, str]] = {}
        own = [link for link in self.links(self.main) if link.kind in KEPT and not link.external]
        self._links[self.main] = own

    def links(self, part: str) -> tuple[Link, ...]:
        """Return the relationships that a part of the template has, of the package itself when `part` is empty."""
        folder, name = posixpath.split(part)
        blob = self._source.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if blob is None:
            return ()
        return tuple(self._link(each, folder) for each in etree.fromstring(blob))

    @staticmethod
    def _link(node: etree._Element, folder: str) -> Link:
        target, external = node.get("Target", ""), node.get("TargetMode") == "External"
        inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return Link(node.get("Id", ""), node.get("Type", ""), target if external else inside, external)

    def blob(self, part: str) -> bytes:
        return self._source[part]

    def part(self, kind: str) -> str:
        """Return the name of the document's part of a kind (`styles`), empty when it has none."""
        return next((link.target for link in self._links[self.main] if link.kind == kind and link.target in self._parts), "")

    @property
    def _parts(self) -> frozenset[str]:
        return frozenset((*self._source, *self._added))

    def tree(self, part: str) -> etree._Element:
        """Return a part as a tree that may be changed."""
        if part not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
            blob = self._added[part][0] if part in self._added else self._source[part]
            self._trees[part] = etree.fromstring(blob, parser)
        return self._trees[part]

    def drop_links(self, part: str, *kinds: str) -> None:
        """Take away relationships of a part by kind."""
        self._links[part] = [link for link in self._links.get(part, list(self.links(part))) if link.kind not in kinds]

    def add(self, kind: str, xml: str) -> tuple[str, str]:
        """Add a part of the document and return its name and its relationship id; `kind` is that of the relationship (`header`)."""
        folder = posixpath.dirname(self.main)
        plain = posixpath.join(folder, f"{kind}.xml")  # there is one of each kind, but of headers and footers
        part = plain if kind in KEPT and plain not in self._parts else self._free(posixpath.join(folder, f"{kind}%d.xml"))
        self._added[part] = (xml.encode(), f"{_WML}.{kind}+xml")
        return part, self.refer(kind, part)

    def refer(self, kind: str, part: str) -> str:
        """Return the id by which the document refers to a part, from now on if it did not yet."""
        links = self._links[self.main]
        known = next((link.id for link in links if link.target == part), None)
        if known is not None:
            return known
        numbers = {link.id for link in links}
        new = next(f"rId{number}" for number in range(1, len(numbers) + 2) if f"rId{number}" not in numbers)
        links.append(Link(new, f"{_OFFICE}/{kind}", part, external=False))
        return new

    def lend(self, part: str, ids: Mapping[str, str], beside: str = "") -> None:
        """Give a new part relationships of the template's document, under new ids by old ones, and all those of the part `beside`."""
        own = [replace(link, id=ids[link.id]) for link in self.links(self.main) if link.id in ids]
        self._links[part] = [*(self._links_of(beside) if beside else ()), *own]

    def _free(self, pattern: str) -> str:
        return next(name for number in range(1, len(self._parts) + 2) if (name := pattern % number) not in self._parts)

    def save(self, document: bytes) -> bytes:
        """Return the file with `document` as its main part: a .docx, whatever it was."""
        parts: dict[str, tuple[bytes, str]] = {self.main: (document, f"{_WML}.document.main+xml")}
        for link in self._links[self.main]:
            self._gather(link.target, parts)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as package:
            for name, blob in self._files(parts):
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.create_system = 0
                entry.external_attr = 0
                entry.compress_type = zipfile.ZIP_STORED if name.lower().endswith(_STORED) else zipfile.ZIP_DEFLATED
                package.writestr(entry, blob, compresslevel=6)
        return stream.getvalue()

    def _gather(self, part: str, parts: dict[str, tuple[bytes, str]]) -> None:
        if part in parts or part not in self._parts:
            return
        kind = self._types.get(part) or self._defaults.get(posixpath.splitext(part)[1].lower().lstrip("."), "application/xml")
        blob, kind = self._added.get(part, (self._source.get(part, b""), kind))
        if part in self._trees:
            blob = _DECLARATION + etree.tostring(self._trees[part])
        parts[part] = (blob, kind)
        for link in self._links_of(part):
            if not link.external:
                self._gather(link.target, parts)

    def _links_of(self, part: str) -> list[Link]:
        return self._links.get(part, list(self.links(part)))

    def _files(self, parts: dict[str, tuple[bytes, str]]) -> Iterator[tuple[str, bytes]]:
        overrides = "".join(
            f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(kind)}/>"
            for name, (_, kind) in sorted(parts.items())
            if name.endswith(".xml") or self._defaults.get(posixpath.splitext(name)[1].lower().lstrip(".")) != kind
        )
        suffixes = {posixpath.splitext(name)[1].lower().lstrip(".") for name in parts} - {"xml", "rels"}
        defaults = "".join(
            f"<Default Extension={quoteattr(suffix)} ContentType={quoteattr(self._defaults[suffix])}/>"
            for suffix in sorted(suffixes)
            if suffix in self._defaults
        )
        rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        xml = '<Default Extension="xml" ContentType="application/xml"/>'
        yield "[Content_Types].xml", _DECLARATION + f'<Types xmlns="{_OPC}/content-types">{rels}{xml}{defaults}{overrides}</Types>'.encode()
        yield "_rels/.rels", _relations("", [Link("rId1", f"{_OFFICE}/officeDocument", self.main, external=False)])
        for name, (blob, _) in sorted(parts.items()):
            yield name, blob
            links = [link for link in self._links_of(name) if link.external or link.target in parts]
            if links:
                folder, file = posixpath.split(name)
                yield posixpath.join(folder, "_rels", f"{file}.rels"), _relations(folder, links)


def _relations(folder: str, links: list[Link]) -> bytes:
    rows = "".join(
        f"<Relationship Id={quoteattr(link.id)} Type={quoteattr(link.type)} Target={quoteattr(_target(link, folder))}"
        f"{' TargetMode=' + quoteattr('External') if link.external else ''}/>"
        for link in links
    )
    return _DECLARATION + f'<Relationships xmlns="{_OPC}/relationships">{rows}</Relationships>'.encode()


def _target(link: Link, folder: str) -> str:
    return link.target if link.external else posixpath.relpath(f"/{link.target}", f"/{folder}")
