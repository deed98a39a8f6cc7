"""The inside of a .pptx or .potx: parts, relationships and content types, by zipfile and lxml alone."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from engine.base.diagnostics import Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.zip_guard import inspect_package

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
A, P, R = (f"{{{NS[prefix]}}}" for prefix in ("a", "p", "r"))
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
PRESENTATION_TYPES = (f"{_PML}.presentation.main+xml", f"{_PML}.template.main+xml", f"{_PML}.slideshow.main+xml")


@dataclass(frozen=True, slots=True)
class Relation:
    """`type` is the last word of the relationship type (`slideLayout`); `part` is empty for an external target."""

    id: str
    type: str
    part: str


class TemplatePackage:
    """An opened package. Reading a part that is missing raises KeyError, one that cannot be unpacked ValueError, one that is not
    XML etree.XMLSyntaxError.
    """

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package

    def xml(self, part: str) -> etree._Element:
        # Entities cannot occur: the zip guard refuses document type declarations. Comments would only be in the way.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
        return etree.fromstring(self.blob(part), parser)

    def blob(self, part: str) -> bytes:
        try:
            return self._package.read(part)
        except (zipfile.BadZipFile, zlib.error, EOFError) as fault:  # the zip guard reads beginnings only
            raise ValueError(f"{part}: {fault}") from fault

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return the relationships of a part (of the package itself when `part` is empty), in file order."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._package.NameToInfo:
            return ()
        return tuple(self._relation(node, folder) for node in self.xml(rels))

    @staticmethod
    def _relation(node: etree._Element, folder: str) -> Relation:
        target = node.get("Target", "")
        inside = node.get("TargetMode") != "External"
        part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") if inside else ""
        return Relation(node.get("Id", ""), posixpath.basename(node.get("Type", "")), part)

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        return tuple(relation.part for relation in self.relations(part) if relation.type == kind)

    def main_part(self) -> str:
        return next(iter(self.related("", "officeDocument")), "")

    def content_type(self, part: str) -> str:
        for node in self.xml("[Content_Types].xml"):
            if node.get("PartName") == f"/{part}":
                return node.get("ContentType", "")
        return ""


@dataclass(frozen=True, slots=True)
class TemplateKind:
    """A kind of Office file that may be a template: the content types of its main part, what it is called, how to save it without
    macros, and the word that the content types of its macro-enabled sisters hold.
    """

    types: tuple[str, ...]
    name: Phrase
    suffixes: tuple[str, str]
    stem: str


PRESENTATION = TemplateKind(PRESENTATION_TYPES, Phrase("PowerPoint 演示文稿", "PowerPoint presentation"), (".pptx", ".potx"), "powerpoint")


def open_template(path: Path, file: str, wanted: TemplateKind) -> Outcome[TemplatePackage]:
    """Open a template of one kind: see `open_any`."""
    opened = open_any(path, file, (wanted,))
    return Outcome(None if opened.value is None else opened.value[1], opened.diagnostics)


def open_any(path: Path, file: str, wanted: tuple[TemplateKind, ...]) -> Outcome[tuple[TemplateKind, TemplatePackage]]:
    """Open a template of one of several kinds; `file` is how diagnostics name it.

    TMPL005: it is no package that can be read safely. TMPL006: it is another kind of document, or one with macros.
    """
    where = Location(file)
    if (finding := inspect_package(path)) is not None:
        return Outcome(None, (error("TMPL005", f"模板不可用：{finding.message.zh}", f"unusable template: {finding.message.en}", where),))
    package = TemplatePackage(zipfile.ZipFile(path))
    try:
        main = package.main_part()
        found = package.content_type(main) if main else ""
    except (etree.XMLSyntaxError, ValueError) as fault:  # what names every part is itself broken
        told = f"{fault}"
        return Outcome(None, (error("TMPL005", f"模板不可用，已损坏：{told}", f"unusable template, it is damaged: {told}", where),))
    for kind in wanted:
        if found in kind.types:
            return Outcome((kind, package))
    if "macroEnabled" in found:
        plain, template = next((kind for kind in wanted if kind.stem in found), wanted[0]).suffixes
        zh, en = (
            f"模板含有宏；请另存为不含宏的 {plain} 或 {template}",
            f"the template has macros; save it as {plain} or {template} without macros",
        )
    else:
        zh = f"文件不是 {'或 '.join(kind.name.zh for kind in wanted)}或模板"
        en = f"the file is not a {' or '.join(kind.name.en for kind in wanted)} or template"
    return Outcome(None, (error("TMPL006", zh, en, where),))
