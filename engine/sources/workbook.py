"""The parts of an .xlsx package around the cells: sheets, shared strings, number formats, the date system (ECMA-376 part 1, 18.2-18.8)."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import IO

from lxml import etree

from engine.base.records import dataclass
from engine.sources.dates import EXCEL_1900, EXCEL_1904
from engine.sources.number_formats import Shown, shown_by_code, shown_by_id

_RELATIONSHIP_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A worksheet: its name, its part in the package, and whether Excel shows its tab."""

    name: str
    part: str
    visible: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """`uncalculated` says that the writing program asked for a calculation on opening, so formula results may be placeholders."""

    sheets: tuple[SheetEntry, ...]
    formats: tuple[Shown, ...]
    base_date: dt.date
    uncalculated: bool
    macros: bool
    strings_part: str | None


def open_workbook(package: zipfile.ZipFile) -> Workbook:
    """Return what a package says about its sheets.

    Raises KeyError or StopIteration when a needed part is absent, ValueError or XMLSyntaxError when one is malformed.
    """
    main = next(target for kind, _, target in _relationships(package, "") if kind == "officeDocument")
    targets = {identity: (kind, target) for kind, identity, target in _relationships(package, main)}
    by_kind = dict(targets.values())
    root = _parse(package, main)
    properties = root.find("{*}workbookPr")
    calculation = root.find("{*}calcPr")
    return Workbook(
        tuple(_sheet_entries(root, targets)),
        _formats(package, by_kind.get("styles")),
        EXCEL_1904 if properties is not None and properties.get("date1904") in _TRUE else EXCEL_1900,
        calculation is not None and calculation.get("fullCalcOnLoad") in _TRUE,
        "vbaProject" in by_kind,
        by_kind.get("sharedStrings"),
    )


def shared_strings(package: zipfile.ZipFile, book: Workbook) -> list[str]:
    """Return the table of strings that cells point into."""
    if book.strings_part is None:
        return []
    strings: list[str] = []
    with package.open(book.strings_part) as stream:
        for _, item in iterparse(stream, "{*}si"):
            strings.append(text_of(item))
            forget(item)
    return strings


def text_of(item: etree._Element) -> str:
    """Return the text of a string item without phonetic guides, its _x000D_ escapes undone."""
    if len(item) == 1 and not len(item[0]):
        text = item[0].text or ""
    else:
        text = "".join(element.text or "" for element in item.iter("{*}t") if next(element.iterancestors("{*}rPh"), None) is None)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def iterparse(stream: IO[bytes], *tags: str) -> Iterator[tuple[str, etree._Element]]:
    """Parse a part piece by piece: no entities, no network, no huge texts."""
    return iter(etree.iterparse(stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))


def forget(element: etree._Element) -> None:
    """Free an element that has been read, and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _parse(package: zipfile.ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(package.read(part), parser)


def _relationships(package: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, id, target part) of what a part refers to inside the package; the empty part is the package itself."""
    folder, name = posixpath.split(part)
    for item in _parse(package, posixpath.join(folder, "_rels", f"{name}.rels")):
        if item.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))
        yield item.get("Type", "").rsplit("/", 1)[-1], item.get("Id", ""), target.lstrip("/")


def _sheet_entries(root: etree._Element, targets: dict[str, tuple[str, str]]) -> Iterator[SheetEntry]:
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        identity = next((value for key in _RELATIONSHIP_IDS if (value := sheet.get(key))), "")
        kind, part = targets.get(identity, ("", ""))
        if kind == "worksheet":  # chart sheets and old macro sheets hold no table
            yield SheetEntry(sheet.get("name", ""), part, sheet.get("state", "visible") == "visible")


def _formats(package: zipfile.ZipFile, part: str | None) -> tuple[Shown, ...]:
    """Return what each cell style shows, by style index."""
    if part is None:
        return ()
    root = _parse(package, part)
    custom = {item.get("numFmtId"): shown_by_code(item.get("formatCode", "")) for item in root.iterfind("{*}numFmts/{*}numFmt")}
    ids = [style.get("numFmtId", "0") for style in root.iterfind("{*}cellXfs/{*}xf")]
    return tuple(custom[identity] if identity in custom else shown_by_id(int(identity)) for identity in ids)
