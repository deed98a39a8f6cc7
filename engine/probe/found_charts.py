"""The native charts of an open Office package, as agreement asks for them: by series name and role, with workbook and label words."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from engine.probe.found import Cell, FoundChart, FoundColumn
from engine.probe.package_parts import parsed, targets
from engine.probe.workbook_cells import Sheets, range_values, workbook_cells

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LITERAL = re.compile(r'"(?P<words>[^"]+)"(?:;|$)')
_ROLES = {"val": "values", "yVal": "values", "xVal": "x", "bubbleSize": "sizes"}


def found_chart(package: zipfile.ZipFile, part: str) -> FoundChart | None:
    """Return what a chart part holds; None when it cannot be read."""
    if part not in package.NameToInfo:
        return None
    try:
        root = parsed(package.read(part))
    except etree.XMLSyntaxError:
        return None
    sheets = _workbook(package, part)
    columns = {}
    for series in root.iter(f"{CHART}ser"):
        name = "".join(value.text or "" for value in series.iterfind(f"{CHART}tx//{CHART}v"))
        for tag, role in _ROLES.items():
            node = series.find(f"{CHART}{tag}")
            if node is not None:
                columns[name, role] = _column(node, sheets)
    return FoundChart(part, columns, _sheet(sheets), tuple(_labels(root)))


def _workbook(package: zipfile.ZipFile, part: str) -> Sheets:
    for target in targets(package, part).values():
        if target in package.NameToInfo and target.lower().endswith(".xlsx"):
            try:
                return workbook_cells(package.read(target))
            except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError):
                return {}
    return {}


def _column(node: etree._Element, sheets: Sheets) -> FoundColumn:
    reference = "".join(formula.text or "" for formula in node.iter(f"{CHART}f"))
    return FoundColumn(tuple(_cached(node)), range_values(sheets, reference))


def _cached(node: etree._Element) -> Iterator[Cell]:
    """Yield the cached values in order, None for the gaps."""
    count = next(node.iter(f"{CHART}ptCount"), None)
    points = {point.get("idx", ""): point.findtext(f"{CHART}v") for point in node.iter(f"{CHART}pt")}
    for index in range(_whole(count.get("val", "") if count is not None else "")):
        yield _number(points.get(str(index)))


def _whole(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 7 else 0


def _number(text: str | None) -> Cell:
    try:
        return None if text is None else float(text)
    except ValueError:
        return text


def _sheet(sheets: Sheets) -> dict[str, tuple[Cell, ...]]:
    """Return the columns of the first sheet below their headers, down to the last row of the sheet."""
    cells = next(iter(sheets.values()), {})
    addresses = [(address.rstrip("0123456789"), address) for address in cells]
    rows = max((int(address.removeprefix(letters) or 0) for letters, address in addresses), default=0)
    return {
        str(cells[address]): tuple(cells.get(f"{letters}{row}") for row in range(2, rows + 1))
        for letters, address in addresses
        if address == f"{letters}1" and cells[address] is not None
    }


def _labels(root: etree._Element) -> Iterator[str]:
    """Yield the words of labels: written out, or as a number format that prints nothing else."""
    for label in root.iter(f"{CHART}dLbl"):
        rich, code = label.find(f"{CHART}tx/{CHART}rich"), label.find(f"{CHART}numFmt")
        if rich is not None:
            yield _words(rich)
        elif code is not None and (literal := _LITERAL.match(code.get("formatCode", ""))):
            yield literal["words"]


def _words(rich: etree._Element) -> str:
    return "".join(text.text or "" for text in rich.iter(f"{DRAWING}t"))
