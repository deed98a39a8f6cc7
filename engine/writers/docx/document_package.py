"""The package around the document: the template's parts that are still needed, and ours, as one deterministic zip."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from engine.model.figure import ChartFigure
from engine.writers.docx.marks import Target
from engine.writers.ooxml.custom_xml import ITEM_RELATIONSHIP, ITEM_TYPE, PROPERTIES_RELATIONSHIP, PROPERTIES_TYPE, properties_part
from engine.writers.ooxml.native_chart import (
    CHART_CONTENT_TYPE,
    CHART_RELATIONSHIP,
    WORKBOOK_CONTENT_TYPE,
    WORKBOOK_RELATIONSHIP,
    WORKBOOK_RELATIONSHIP_ID,
    chart_parts,
)
from engine.writers.ooxml.package import FAST, zip_parts
from engine.writers.ooxml.xml import DECLARATION, attrs

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"{{{_OPC}/content-types}}"
_RELATION = f"{{{_OPC}/relationships}}Relationship"
CORE, APP = "docProps/core.xml", "docProps/app.xml"
_CORE_TYPE, _CORE_RELATION = "application/vnd.openxmlformats-package.core-properties+xml", f"{_OPC}/relationships/metadata/core-properties"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_IMAGE_TYPES = {b"\x89PNG": ("png", "image/png"), b"\xff\xd8\xff": ("jpg", "image/jpeg"), b"GIF8": ("gif", "image/gif")}
# What the sample text of a template refers to, and parts that Word makes again or asks to repair.
_LEFT_BEHIND = frozenset(
    {"header", "footer", "image", "chart", "hyperlink", "package", "oleObject", "stylesWithEffects", "attachedTemplate", "glossaryDocument"}
)
_KEPT = frozenset({"styles", "numbering", "settings", "fontTable", "theme", "webSettings", "footnotes", "endnotes", "customXml"})

Relation = tuple[str, str, str, bool]
"""Id, type, target and whether it is external."""


class DocumentPackage:
    """A document made of a template without its text. Parts are added in document order, so names and ids are the same every time."""

    def __init__(self, template: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(template.read_bytes())) as package:
            self._source = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
        self._defaults, self._overrides = _content_types(self._source["[Content_Types].xml"])
        self.main = next(target for _, kind, target, _ in self._relations_of("") if kind.endswith("/officeDocument"))
        self._folder = posixpath.dirname(self.main)
        self._parts: dict[str, tuple[bytes, str]] = {}
        self._relations: dict[str, list[Relation]] = {}
        self._pictures: dict[bytes, str] = {}
        self._counts: dict[str, int] = {}
        kept = [relation for relation in self._relations_of(self.main) if posixpath.basename(relation[1]) in _KEPT]
        self._relations[self.main] = kept
        for _, _, target, external in kept:
            if not external:
                self._keep(target)

    @property
    def first_relation(self) -> int:
        """Return the number of the first relationship id that is free in the document part."""
        numbers = (key.removeprefix("rId") for key, *_ in self._relations[self.main])
        return max((int(number) for number in numbers if number.isdigit()), default=0) + 1

    def template_part(self, name: str) -> bytes:
        return self._source[name]

    def part_of(self, kind: str) -> str:
        """Return the name of the document's part of a kind (`numbering`), empty when the template has none."""
        return next((target for _, type_, target, _ in self._relations[self.main] if posixpath.basename(type_) == kind), "")

    def replace(self, name: str, blob: bytes) -> None:
        self._parts[name] = (blob, self._parts[name][1])

    def add_document(self, xml: str) -> None:
        self._parts[self.main] = ((DECLARATION + xml).encode(), f"{_WML}.document.main+xml")

    def add_running(self, relation: str, tag: str, source: str, blob: bytes) -> None:
        """Add a header or footer made of the template's part `source`, with all that this one refers to."""
        name = self._named(f"{self._folder}/{tag}%d.xml")
        self._parts[name] = (blob, f"{_WML}.{tag}+xml")
        self._relations[name] = self._relations_of(source)
        for _, _, target, external in self._relations[name]:
            if not external:
                self._keep(target)
        self._relations[self.main].append((relation, f"{_OFFICE}/{tag}", name, False))

    def add_target(self, relation: str, target: Target) -> None:
        match target:
            case str():
                self._relations[self.main].append((relation, f"{_OFFICE}/hyperlink", target, True))
            case bytes():
                self._relations[self.main].append((relation, f"{_OFFICE}/image", self._picture(target), False))
            case ChartFigure():
                self._relations[self.main].append((relation, CHART_RELATIONSHIP, self._chart(target), False))

    def add_ledger(self, blob: bytes) -> None:
        """Add the ledger as a custom XML part of the document."""
        item, properties = self._named("customXml/item%d.xml"), self._named("customXml/itemProps%d.xml")
        self._parts[item] = (blob, ITEM_TYPE)
        self._parts[properties] = (properties_part(), PROPERTIES_TYPE)
        self._relations[item] = [("rId1", PROPERTIES_RELATIONSHIP, properties, False)]
        self._relations[self.main].append(("rLedger", ITEM_RELATIONSHIP, item, False))

    def _chart(self, figure: ChartFigure) -> str:
        made = chart_parts(figure)
        chart = self._named(f"{self._folder}/charts/chart%d.xml")
        workbook = self._named(f"{self._folder}/embeddings/Microsoft_Excel_Sheet%d.xlsx")
        self._parts[chart] = (made.chart_xml, CHART_CONTENT_TYPE)
        self._parts[workbook] = (made.workbook, WORKBOOK_CONTENT_TYPE)
        self._relations[chart] = [(WORKBOOK_RELATIONSHIP_ID, WORKBOOK_RELATIONSHIP, workbook, False)]
        return chart

    def _picture(self, blob: bytes) -> str:
        digest = hashlib.sha256(blob).digest()
        if digest not in self._pictures:
            suffix, kind = next(kind for magic, kind in _IMAGE_TYPES.items() if blob.startswith(magic))
            name = self._named(f"{self._folder}/media/picture%d.{suffix}")
            self._parts[name] = (blob, kind)
            self._pictures[digest] = name
        return self._pictures[digest]

    def _named(self, pattern: str) -> str:
        number = self._counts.get(pattern, 0) + 1
        while pattern % number in self._parts:
            number += 1
        self._counts[pattern] = number
        return pattern % number

    def _keep(self, name: str) -> None:
        """Keep a part of the template and what it refers to."""
        if name in self._parts or name not in self._source:
            return
        kind = self._overrides.get(name) or self._defaults.get(posixpath.splitext(name)[1].lower().lstrip("."), "application/xml")
        self._parts[name] = (self._source[name], kind)
        if relations := self._relations_of(name):
            self._relations[name] = relations
            for _, _, target, external in relations:
                if not external:
                    self._keep(target)

    def _relations_of(self, part: str) -> list[Relation]:
        """Return the relationships that a part of the template has; targets inside are part names."""
        folder, file = posixpath.split(part)
        blob = self._source.get(posixpath.join(folder, "_rels", f"{file}.rels"))
        if blob is None:
            return []
        found: list[Relation] = []
        for node in etree.fromstring(blob).iter(_RELATION):
            external = node.get("TargetMode") == "External"
            target = node.get("Target", "")
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append((node.get("Id", ""), node.get("Type", ""), target if external else inside, external))
        return found

    def save(self, core: str, app: str) -> bytes:
        """Return the file; `core` and `app` are the XML of the document properties."""
        self._parts[CORE] = ((DECLARATION + core).encode(), _CORE_TYPE)
        self._parts[APP] = ((DECLARATION + app).encode(), _APP_TYPE)
        self._relations[""] = [
            ("rId1", f"{_OFFICE}/officeDocument", self.main, False),
            ("rId2", _CORE_RELATION, CORE, False),
            ("rId3", f"{_OFFICE}/extended-properties", APP, False),
        ]
        return zip_parts(self._files(), level=FAST)

    def _files(self) -> Iterator[tuple[str, bytes]]:
        yield "[Content_Types].xml", self._types()
        yield "_rels/.rels", _relations_part("", self._relations[""])
        for name in sorted(self._parts, key=_natural):
            yield name, self._parts[name][0]
            if relations := self._relations.get(name):
                folder, file = posixpath.split(name)
                yield posixpath.join(folder, "_rels", f"{file}.rels"), _relations_part(folder, relations)

    def _types(self) -> bytes:
        """Return [Content_Types].xml: a default by suffix for what is not XML, an override for every XML part."""
        defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
        overrides = []
        for name in sorted(self._parts, key=_natural):
            suffix, kind = posixpath.splitext(name)[1].lower().lstrip("."), self._parts[name][1]
            if suffix != "xml" and defaults.setdefault(suffix, kind) == kind:
                continue
            overrides.append(f"<Override{attrs({'PartName': f'/{name}', 'ContentType': kind})}/>")
        listed = "".join(f"<Default{attrs({'Extension': suffix, 'ContentType': kind})}/>" for suffix, kind in sorted(defaults.items()))
        return f'{DECLARATION}<Types xmlns="{_OPC}/content-types">{listed}{"".join(overrides)}</Types>'.encode()


def _content_types(blob: bytes) -> tuple[dict[str, str], dict[str, str]]:
    root = etree.fromstring(blob)
    defaults = {node.get("Extension", "").lower(): node.get("ContentType", "") for node in root.iter(f"{_TYPES}Default")}
    overrides = {node.get("PartName", "").lstrip("/"): node.get("ContentType", "") for node in root.iter(f"{_TYPES}Override")}
    return defaults, overrides


def _relations_part(folder: str, relations: list[Relation]) -> bytes:
    rows = []
    for key, kind, target, external in relations:
        mode = {"TargetMode": "External"} if external else {}
        where = target if external else posixpath.relpath(f"/{target}", f"/{folder}")
        rows.append(f"<Relationship{attrs({'Id': key, 'Type': kind, 'Target': where, **mode})}/>")
    return f'{DECLARATION}<Relationships xmlns="{_OPC}/relationships">{"".join(rows)}</Relationships>'.encode()


def _natural(name: str) -> tuple[str, int, str]:
    """Return a sort key by which header2.xml comes before header10.xml."""
    folder, file = posixpath.split(name)
    stem = file.split(".", maxsplit=1)[0]
    digits = stem[len(stem.rstrip("0123456789")) :]
    return (f"{folder}/{stem.removesuffix(digits)}", int(digits or "0"), file)
