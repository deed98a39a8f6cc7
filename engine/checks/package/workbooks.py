"""FILE046: a workbook, of its own or embedded in a chart, is not one that Excel opens as it is.

What it does: reads the list of sheets, and of each sheet its rows, cells, joined cells and tables.
Why it matters: “Edit data” of a chart opens the embedded workbook; Excel would offer to repair it, or refuse.

Fails: a cell with t="s" and `<v>12</v>` in a workbook of ten texts; two sheets of one name; a damaged .xlsx.
Passes: rows and cells in order, each text and format that a cell names being there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.places import X
from engine.probe.package import Package

LONGEST_NAME = 31
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
_TYPES = frozenset({"b", "d", "e", "inlineStr", "n", "s", "str"})


def embedded_unreadable(package: Package) -> Iterator[Fault]:
    """An embedded .xlsx is a workbook that is safe to unpack."""
    for part, workbook in embedded(package):
        if workbook is None or not workbook.content_type(workbook.main).endswith("sheet.main+xml"):
            yield Fault(part, "", "不是工作簿", "is no workbook")


def sheet_names(package: Package) -> Iterator[Fault]:
    """Sheets have different names of at most 31 characters without []:*?/ and backslash, and different numbers."""
    for part, book in _books(package):
        sheets = list(book.iter(f"{X}sheet"))
        if not sheets:
            yield Fault(part, "", "没有工作表", "has no sheet")
        names, numbers = Counter(node.get("name", "").casefold() for node in sheets), Counter(node.get("sheetId") for node in sheets)
        for sheet in sheets:
            name = sheet.get("name", "")
            if names[name.casefold()] > 1 or numbers[sheet.get("sheetId")] > 1:
                yield Fault(part, f"x:sheet “{name}”", "名称或编号用了两次", "has the name or number of another sheet")
            if not 0 < len(name) <= LONGEST_NAME or _UNFIT.search(name):
                yield Fault(part, f"x:sheet “{name}”", "名称不可用", "has a name that cannot be used")


def cells_in_order(package: Package) -> Iterator[Fault]:
    """Rows and cells stand in order, each once, and a cell stands in its own row."""
    for part, sheet in _sheets(package):
        last_row = 0
        for row in sheet.iter(f"{X}row"):
            number = row.get("r", "")
            at = int(number) if number.isdecimal() else last_row + 1
            if at <= last_row:
                yield Fault(part, f"x:row {number}", f"排在第 {last_row} 行之后", f"comes after row {last_row}")
            last_row, last = at, ""
            for cell in row.iterchildren(f"{X}c"):
                address = cell.get("r")
                if address is None:
                    continue
                known = _CELL.fullmatch(address)
                if known is None or int(known[2]) != at or (len(known[1]), known[1]) <= (len(last), last):
                    yield Fault(part, f"x:c {address}", "位置不对", "is not where it says")
                    break
                last = known[1]


def cell_values(package: Package) -> Iterator[Fault]:
    """The text, the format and the type that a cell names are there."""
    texts, formats = _count(package, ".sharedStrings+xml", f"{X}si"), _formats(package)
    for part, sheet in _sheets(package):
        for cell in sheet.iter(f"{X}c"):
            kind, style = cell.get("t", "n"), cell.get("s", "0")
            value = (cell.findtext(f"{X}v") or "") if kind == "s" else ""
            if kind not in _TYPES:
                yield Fault(part, f"x:c {cell.get('r')}", f"类型“{kind}”不可用", f"has the type {kind!r}, which there is not")
            if kind == "s" and value and not (value.isdecimal() and int(value) < texts):
                yield Fault(part, f"x:c {cell.get('r')}", f"没有第 {value} 条文字", f"names text {value}, of {texts}")
            if style != "0" and not (style.isdecimal() and int(style) < formats):
                yield Fault(part, f"x:c {cell.get('r')}", f"没有第 {style} 种格式", f"names format {style}, of {formats}")


def joined_twice(package: Package) -> Iterator[Fault]:
    """No cell is joined twice."""
    for part, sheet in _sheets(package):
        seen: list[tuple[int, int, int, int]] = []
        for node in sheet.iter(f"{X}mergeCell"):
            box = _box(node.get("ref", ""))
            if box is None or any(_meet(box, other) for other in seen):
                yield Fault(part, f"x:mergeCell {node.get('ref')}", "与其他合并的单元格重叠", "overlaps other joined cells")
            else:
                seen.append(box)


def table_columns(package: Package) -> Iterator[Fault]:
    """A table has as many columns as its range is wide, each with a name of its own."""
    for part in package.of_type(".spreadsheetml.table+xml"):
        root = package.root(part)
        if root is None:
            continue
        names = [node.get("name", "").casefold() for node in root.iter(f"{X}tableColumn")]
        box = _box(root.get("ref", ""))
        if box is None or len(names) != box[2] - box[0] + 1:
            yield Fault(
                part, f"x:table {root.get('ref')}", f"列出 {len(names)} 列，与范围不符", f"lists {len(names)} columns, unlike its range"
            )
        if len(set(names)) < len(names):
            yield Fault(part, f"x:table {root.get('ref')}", "两列同名", "has two columns of one name")


def embedded(package: Package) -> Iterator[tuple[str, Package | None]]:
    """Yield the embedded workbooks; None for one that is no package, or none that is safe to unpack."""
    for part in package.of_type("spreadsheetml.sheet"):
        try:
            inner = Package(package.blob(part))
        except ValueError:
            yield part, None
        else:
            yield part, inner if inner.is_safe else None


def _books(package: Package) -> Iterator[tuple[str, etree._Element]]:
    return _roots(package, "sheet.main+xml")


def _sheets(package: Package) -> Iterator[tuple[str, etree._Element]]:
    return _roots(package, ".worksheet+xml")


def _roots(package: Package, ending: str) -> Iterator[tuple[str, etree._Element]]:
    for part in package.of_type(ending):
        root = package.root(part)
        if root is not None:
            yield part, root


def _count(package: Package, ending: str, name: str) -> int:
    return sum(1 for _, root in _roots(package, ending) for _ in root.iterchildren(name))


def _formats(package: Package) -> int:
    return sum(len(node) for _, root in _roots(package, ".styles+xml") for node in root.iterchildren(f"{X}cellXfs"))


def _box(reference: str) -> tuple[int, int, int, int] | None:
    """Return left, top, right, bottom of `A1:C3` or `A1`, counted from 1; None when it is none."""
    corners = [_CELL.fullmatch(corner) for corner in reference.split(":")]
    first, last = corners[0], corners[-1]
    if len(corners) > 2 or first is None or last is None:
        return None
    return _column(first[1]), int(first[2]), _column(last[1]), int(last[2])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


CHECK = PackageCheck(
    "FILE046", tuple(map(Rule, (embedded_unreadable, sheet_names, cells_in_order, cell_values, joined_twice, table_columns)))
)
