"""The cells of a small workbook, read without a library: a chart has one, and a deck dozens. Values only, formulas and styles do not matter."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping

from lxml import etree

from engine.base.shared import Shared
from engine.probe.package_parts import opened, parsed, targets

Cell = str | float | None
Sheets = Mapping[str, Mapping[str, Cell]]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK, _STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
_REFERENCE = re.compile(r"'?(?P<sheet>(?:[^'!]|'')+)'?!\$?(?P<left>[A-Z]+)\$?(?P<top>\d+)(?::\$?(?P<right>[A-Z]+)\$?(?P<bottom>\d+))?")


def workbook_cells(workbook: bytes) -> Sheets:
    """Return the values of all cells by sheet name and address (`B2`). Raises zipfile.BadZipFile or lxml's XMLSyntaxError."""
    return _READ.get(workbook, lambda: _cells_of(workbook), len(workbook))


_READ: Shared[Sheets] = Shared(2**19)
"""The workbooks read last, by their bytes: of a chart that was just written two checks ask what its workbook holds."""


def _cells_of(workbook: bytes) -> Sheets:
    package = opened(workbook)
    names = set(package.namelist())
    strings = _strings(package.read(_STRINGS)) if _STRINGS in names else ()
    parts = targets(package, _BOOK)
    sheets = ((node.get("name", ""), parts.get(node.get(_RELATION_ID, ""), "")) for node in _sheets(package))
    return {name: _cells(package.read(part), strings) for name, part in sheets if part in names}


def range_values(sheets: Sheets, reference: str) -> tuple[Cell, ...] | None:
    """Return the values of a range (`Sheet1!$B$2:$B$7`), row by row, None for an empty cell; None for all when there is no such range."""
    match = _REFERENCE.fullmatch(reference)
    if match is None or (cells := sheets.get(match["sheet"].replace("''", "'"))) is None:
        return None
    left, right = column_index(match["left"]), column_index(match["right"] or match["left"])
    rows = range(int(match["top"]), int(match["bottom"] or match["top"]) + 1)
    return tuple(cells.get(f"{column_letters(column)}{row}") for row in rows for column in range(left, right + 1))


def column_index(letters: str) -> int:
    """Return the number of a column from 1: A to Z, then AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def _sheets(package: zipfile.ZipFile) -> list[etree._Element]:
    return list(parsed(package.read(_BOOK)).iter(f"{_MAIN}sheet"))


def _strings(xml: bytes) -> tuple[str, ...]:
    return tuple("".join(text.text or "" for text in item.iter(f"{_MAIN}t")) for item in parsed(xml).iter(f"{_MAIN}si"))


def _cells(xml: bytes, strings: tuple[str, ...]) -> dict[str, Cell]:
    return {cell.get("r", ""): _value(cell, strings) for cell in parsed(xml).iter(f"{_MAIN}c")}


def _value(cell: etree._Element, strings: tuple[str, ...]) -> Cell:
    kind, text = cell.get("t", "n"), cell.findtext(f"{_MAIN}v")
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_MAIN}t"))
    if text is None:
        return None
    if kind == "s":
        return strings[int(text)] if text.isdigit() and int(text) < len(strings) else ""
    if kind != "n":
        return text
    try:
        return float(text)
    except ValueError:
        return text
