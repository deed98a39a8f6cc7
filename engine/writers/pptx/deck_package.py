"""The package around the slides: python-pptx opens the template and keeps parts and relationships, we add finished parts to it.

This is the one place that imports python-pptx for decks.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

from engine.model.deck import ChartBox, DeckMeta
from engine.writers.ooxml.custom_xml import ITEM_RELATIONSHIP, ITEM_TYPE, PROPERTIES_RELATIONSHIP, PROPERTIES_TYPE, properties_part
from engine.writers.ooxml.native_chart import (
    CHART_CONTENT_TYPE,
    CHART_RELATIONSHIP,
    WORKBOOK_CONTENT_TYPE,
    WORKBOOK_RELATIONSHIP,
    chart_parts,
)
from engine.writers.ooxml.package import FAST, zip_parts
from engine.writers.ooxml.xml import DECLARATION
from engine.writers.pptx.presentation_type import as_presentation
from engine.writers.pptx.references import Target, TemplatePart
from engine.writers.pptx.slide import SlideXml

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_FIRST_SLIDE_ID = 256
_LONGEST_PROPERTY = 255
_MEDIA = "ppt/media/"
_OF_OTHER_SLIDES = ("sldIdLst", "custShowLst", "extLst")  # extLst: sections
_LISTS = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst")
_LEFT_BEHIND = (RELATIONSHIP_TYPE.SLIDE, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
_IMAGE_TYPES = {b"\x89PNG": ("png", CONTENT_TYPE.PNG), b"\xff\xd8\xff": ("jpg", CONTENT_TYPE.JPEG), b"GIF8": ("gif", CONTENT_TYPE.GIF)}
_DEFAULTS = {"rels": _RELATIONSHIPS, "xml": CONTENT_TYPE.XML, "xlsx": WORKBOOK_CONTENT_TYPE} | dict(_IMAGE_TYPES.values())


class DeckPackage:
    """A presentation made of a template without its slides. Parts are added in slide order, so names and ids are the same every time."""

    def __init__(self, template: Path) -> None:
        self._package = Package.open(io.BytesIO(as_presentation(template.read_bytes())))
        self._main: PresentationPart = self._package.main_document_part
        self._parts = {str(part.partname).lstrip("/"): part for part in self._package.iter_parts()}
        self._drop_what_belongs_to_the_template()
        # pictures of sample slides keep their names: slides may carry on with them
        media = (f"/{name}" for name in self._parts if name.startswith(_MEDIA))
        self._taken = {str(part.partname) for part in self._package.iter_parts()}.union(media)
        self._counts: dict[str, int] = {}
        self._pictures: dict[bytes, Part] = {}
        self.slide_ids: list[int] = []

    def _drop_what_belongs_to_the_template(self) -> None:
        root = self._main._element
        for name in _OF_OTHER_SLIDES:
            for node in root.findall(f"{_P}{name}"):
                root.remove(node)
        for rels, kinds in ((self._main.rels, _LEFT_BEHIND), (self._package._rels, (RELATIONSHIP_TYPE.THUMBNAIL,))):
            for key in [rel.rId for rel in rels.values() if rel.reltype in kinds]:
                rels.pop(key)

    def add_slide(self, slide: SlideXml, notes: bytes | None) -> None:
        part = self._add("/ppt/slides/slide%d.xml", CONTENT_TYPE.PML_SLIDE, slide.xml)
        part.relate_to(self._parts[slide.layout.part], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        for target in slide.references.targets:
            self._relate(part, target)
        if notes is not None:
            page = self._add("/ppt/notesSlides/notesSlide%d.xml", CONTENT_TYPE.PML_NOTES_SLIDE, notes)
            page.relate_to(self._main.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
            page.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
            part.relate_to(page, RELATIONSHIP_TYPE.NOTES_SLIDE)
        self._list_slide(self._main.relate_to(part, RELATIONSHIP_TYPE.SLIDE))

    def _relate(self, slide: Part, target: Target) -> None:
        match target:
            case TemplatePart():
                slide.relate_to(self._parts[target.name], RELATIONSHIP_TYPE.IMAGE)
            case str():
                slide.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            case bytes():
                slide.relate_to(self._picture(target), RELATIONSHIP_TYPE.IMAGE)
            case ChartBox():
                slide.relate_to(self._chart(target), CHART_RELATIONSHIP)

    def _chart(self, box: ChartBox) -> Part:
        made = chart_parts(box.figure)
        chart = self._add("/ppt/charts/chart%d.xml", CHART_CONTENT_TYPE, made.chart_xml)
        workbook = self._add("/ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx", WORKBOOK_CONTENT_TYPE, made.workbook)
        chart.relate_to(workbook, WORKBOOK_RELATIONSHIP)
        return chart

    def _picture(self, blob: bytes) -> Part:
        digest = hashlib.sha256(blob).digest()
        if digest not in self._pictures:
            suffix, content_type = next(kind for magic, kind in _IMAGE_TYPES.items() if blob.startswith(magic))
            self._pictures[digest] = self._add(f"/ppt/media/image%d.{suffix}", content_type, blob)
        return self._pictures[digest]

    def _add(self, pattern: str, content_type: str, blob: bytes) -> Part:
        number = self._counts.get(pattern, 0) + 1
        while pattern % number in self._taken:
            number += 1
        self._counts[pattern] = number
        name = pattern % number
        return Part(PackURI(name), content_type, self._package, blob)

    def _list_slide(self, relation: str) -> None:
        number = _FIRST_SLIDE_ID + len(self.slide_ids)
        etree.SubElement(self._list("sldIdLst"), f"{_P}sldId", {"id": str(number), _R_ID: relation})
        self.slide_ids.append(number)

    def list_notes_master(self) -> None:
        """Name the notes master in presentation.xml: python-pptx adds one without doing so, and PowerPoint then asks to repair."""
        if any(rel.reltype == RELATIONSHIP_TYPE.NOTES_MASTER for rel in self._main.rels.values()):
            listed = self._list("notesMasterIdLst")
            if not len(listed):
                key = self._main.relate_to(self._main.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
                etree.SubElement(listed, f"{_P}notesMasterId", {_R_ID: key})

    def _list(self, name: str) -> etree._Element:
        """Return one of the lists at the beginning of presentation.xml, made in its place when it is missing."""
        root: etree._Element = self._main._element
        found = root.find(f"{_P}{name}")
        if found is None:
            before = _LISTS[: _LISTS.index(name)]
            found = etree.Element(f"{_P}{name}")
            root.insert(sum(1 for node in root if etree.QName(node).localname in before), found)
        return found

    def add_ledger(self, item: bytes) -> None:
        """Add the ledger as a custom XML part of the presentation."""
        part = self._add("/customXml/item%d.xml", ITEM_TYPE, item)
        properties = self._add("/customXml/itemProps%d.xml", PROPERTIES_TYPE, properties_part())
        part.relate_to(properties, PROPERTIES_RELATIONSHIP)
        self._main.relate_to(part, ITEM_RELATIONSHIP)

    def append_extension(self, extension: str) -> None:
        """Append `p:ext` to the extension list of presentation.xml."""
        wrapped = etree.fromstring(f'<p:extLst xmlns:p="{_P[1:-1]}">{extension}</p:extLst>')
        self._main._element.append(wrapped)

    def describe(self, meta: DeckMeta, app: str) -> None:
        """Set the document properties; `app` is the XML of docProps/app.xml."""
        core = self._package.core_properties
        for name in ("title", "author", "subject", "keywords", "language"):
            setattr(core, name, getattr(meta, name)[:_LONGEST_PROPERTY])
        core.last_modified_by = meta.author[:_LONGEST_PROPERTY]
        core.category = core.comments = core.content_status = core.identifier = core.version = ""
        core.revision = 1
        core.created = core.modified = _utc(meta.created)
        kept = [rel for rel in self._package._rels.values() if rel.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES]
        for rel in kept:
            self._package._rels.pop(rel.rId)
        part = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, self._package, (DECLARATION + app).encode())
        self._package.relate_to(part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)

    def save(self) -> bytes:
        parts = sorted(self._package.iter_parts(), key=lambda part: _natural(str(part.partname)))
        return zip_parts(self._files(parts), level=FAST)

    def _files(self, parts: list[Part]) -> Iterator[tuple[str, bytes]]:
        yield "[Content_Types].xml", _content_types(parts)
        yield "_rels/.rels", self._package._rels.xml
        for part in parts:
            name = str(part.partname).lstrip("/")
            yield name, part.blob
            if len(part.rels):
                folder, file = posixpath.split(name)
                yield f"{folder}/_rels/{file}.rels", part.rels.xml


def _content_types(parts: Iterable[Part]) -> bytes:
    """Return [Content_Types].xml: a default by suffix where it says the truth, an override elsewhere."""
    suffixes, overrides = {"rels", "xml"}, []
    for part in parts:
        suffix = part.partname.ext.lower()
        if suffix != "xml" and _DEFAULTS.get(suffix) == part.content_type:
            suffixes.add(suffix)
        else:
            overrides.append(f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>')
    defaults = "".join(f'<Default Extension="{suffix}" ContentType="{_DEFAULTS[suffix]}"/>' for suffix in sorted(suffixes))
    types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{"".join(overrides)}</Types>'
    return (DECLARATION + types).encode()


def _natural(name: str) -> tuple[str, int, str]:
    """Return a sort key by which slide2.xml comes before slide10.xml."""
    folder, file = posixpath.split(name)
    stem = file.split(".", maxsplit=1)[0]
    digits = stem[len(stem.rstrip("0123456789")) :]
    return (f"{folder}/{stem.removesuffix(digits)}", int(digits or "0"), file)


def _utc(moment: dt.datetime) -> dt.datetime:
    """Return the moment without a zone, as python-pptx wants it: it writes a Z behind whatever it is given."""
    return moment if moment.tzinfo is None else moment.astimezone(dt.UTC).replace(tzinfo=None)
