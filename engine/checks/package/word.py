"""FILE047: the text of a Word document is not built as Word builds it.

What it does: reads tables, fields, bookmarks, lists and styles of the document, its headers, footers and notes.
Why it matters: Word calls a document corrupt whose cell does not end in a paragraph; a field left open swallows what follows.

Fails: `<w:tc>` whose last child is a table; a field that begins and never ends; a paragraph in a list that is not defined.
Passes: a paragraph at the end of each cell, an end for each field, a definition for each list and style that is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from engine.base.diagnostics import Severity
from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.nodes import WATCHED, nodes
from engine.checks.package.places import WP, W, place
from engine.probe.package import Package, elements

STORIES = (".document.main+xml", ".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml", ".comments+xml")
_VALUE = f"{W}val"
_BLOCKS = ("body", "tbl", "tr", "tc", "p", "r", "hdr", "ftr")
_STRAY = etree.XPath(
    f"/descendant::text()[not(parent::w:t)][normalize-space()]/parent::*[{' or '.join(f'self::w:{name}' for name in _BLOCKS)}]",
    namespaces={"w": W.strip("{}")},
)
_STYLED = {f"{W}pStyle": "paragraph", f"{W}rStyle": "character", f"{W}tblStyle": "table"}
_MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}moveFromRangeStart", f"{W}moveFromRangeEnd", f"{W}commentRangeStart")


def cell_end(package: Package) -> Iterator[Fault]:
    """Each cell of a table holds a paragraph, and ends in one."""
    for part, cell in nodes(package, STORIES, f"{W}tc"):
        last = next((node for node in cell.iterchildren("*", reversed=True) if node.tag not in _MARKS), None)
        if last is None or last.tag not in {f"{W}p", f"{W}sdt", f"{W}customXml", f"{W}altChunk"}:
            yield Fault(part, place(cell), "不是以段落结尾", "does not end in a paragraph")


def row_width(package: Package) -> Iterator[Fault]:
    """The cells of a row cover no more columns than the table's grid has."""
    for part, table in nodes(package, STORIES, f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        columns = 0 if grid is None else sum(1 for _ in grid.iterchildren(f"{W}gridCol"))
        for row in table.iterchildren(f"{W}tr"):
            if (wide := _width(row)) > columns:
                yield Fault(part, place(row), f"占 {wide} 列，表格有 {columns} 列", f"covers {wide} columns of a table of {columns}")


def row_without_cell(package: Package) -> Iterator[Fault]:
    """Each row of a table has a cell, and each table a grid."""
    for part, table in nodes(package, STORIES, f"{W}tbl"):
        if table.find(f"{W}tblGrid") is None:
            yield Fault(part, place(table), "没有 w:tblGrid", "has no w:tblGrid")
        for row in table.iterchildren(f"{W}tr"):
            if next(row.iter(f"{W}tc"), None) is None:
                yield Fault(part, place(row), "没有单元格", "has no cell")


def field_open(package: Package) -> Iterator[Fault]:
    """Each field that begins ends in the same part, and nothing ends that did not begin."""
    for part in package.of_type(*STORIES):
        opened: list[etree._Element] = []
        for node in package.nodes(part, WATCHED)[f"{W}fldChar"]:
            kind = node.get(f"{W}fldCharType")
            if kind == "begin":
                opened.append(node)
            elif not opened:
                yield Fault(part, place(node), "域没有开头", "belongs to no field that begins")
            elif kind == "end":
                opened.pop()
        for node in opened:
            yield Fault(part, place(node), "域没有结尾", "begins a field that does not end")


def stray_text(package: Package) -> Iterator[Fault]:
    """Words stand in w:t only: none directly in the body, a table, a row, a cell, a paragraph or a run."""
    for part in package.of_type(*STORIES):
        root = package.root(part)
        for node in () if root is None else elements(_STRAY, root):
            yield Fault(part, place(node), "文字不在 w:t 里", "holds words outside w:t")


def list_undefined(package: Package) -> Iterator[Fault]:
    """A paragraph that is numbered belongs to a list of numbering.xml, which has an abstract list; list 0 is none."""
    lists: set[str | None] = {"0"}
    for part in package.of_type(".numbering+xml"):
        root = package.root(part)
        if root is None:
            continue
        abstract = {node.get(f"{W}abstractNumId") for node in root.iterchildren(f"{W}abstractNum")}
        for number in root.iterchildren(f"{W}num"):
            lists.add(number.get(f"{W}numId"))
            named = number.find(f"{W}abstractNumId")
            if named is None or named.get(_VALUE) not in abstract:
                yield Fault(part, f"w:num {number.get(f'{W}numId')}", "没有对应的 w:abstractNum", "names no abstract list that is there")
    for part, node in nodes(package, STORIES, f"{W}numId"):
        if node.get(_VALUE) not in lists:
            yield Fault(part, place(node), f"没有编号列表 {node.get(_VALUE)}", f"names list {node.get(_VALUE)}, which is not there")


def style_undefined(package: Package) -> Iterator[Fault]:
    """Each style that a paragraph, run or table names is there, and no two have one id."""
    known: Counter[tuple[str | None, str | None]] = Counter()
    for part in package.of_type("wordprocessingml.styles+xml"):
        root = package.root(part)
        here = Counter(() if root is None else ((node.get(f"{W}type"), node.get(f"{W}styleId")) for node in root.iterchildren(f"{W}style")))
        known += here
        for (_, name), times in here.items():
            if times > 1:
                yield Fault(part, f"w:style {name}", "编号用了两次", "has the id of another style")
    told: set[tuple[str, str | None]] = set()
    for part, node in nodes(package, STORIES, *_STYLED):
        name = node.get(_VALUE)
        if (_STYLED[str(node.tag)], name) not in known and (part, name) not in told:
            told.add((part, name))
            yield Fault(part, place(node), f"没有样式“{name}”", f"names style {name!r}, which is not there")


def bookmark_unpaired(package: Package) -> Iterator[Fault]:
    """Each bookmark has a beginning and an end, a number and a name of its own."""
    for part in package.of_type(*STORIES):
        found = package.nodes(part, WATCHED)
        starts = Counter(node.get(f"{W}id") for node in found[f"{W}bookmarkStart"])
        ends = Counter(node.get(f"{W}id") for node in found[f"{W}bookmarkEnd"])
        for number in sorted({str(number) for number in starts.keys() | ends.keys() if (starts[number], ends[number]) != (1, 1)}):
            yield Fault(part, f"w:bookmarkStart {number}", "没有成对", "has not one beginning and one end")
        names = Counter((node.get(f"{W}name") or "").casefold() for node in found[f"{W}bookmarkStart"])
        for name in sorted(name for name, times in names.items() if times > 1):
            yield Fault(part, f"w:bookmarkStart “{name}”", "名称用了两次", "has the name of another bookmark")


def drawing_number_twice(package: Package) -> Iterator[Fault]:
    """Each drawing of a part has a number of its own; Word of today puts up with files that break this."""
    for part in package.of_type(*STORIES):
        drawn = package.nodes(part, WATCHED)[f"{WP}docPr"]
        drawings = (node for node in drawn if not any(str(up.tag).endswith("}Fallback") for up in node.iterancestors()))
        for number, times in Counter(node.get("id") for node in drawings).items():
            if times > 1:
                yield Fault(part, f"wp:docPr {number}", f"{times} 个图形用了同一编号", f"is the number of {times} drawings")


def _width(row: etree._Element) -> int:
    """Return the columns that a row covers: its cells, and those left out before and behind them."""
    wide = sum(_number(node) for name in ("gridBefore", "gridAfter") for node in row.iterfind(f"{W}trPr/{W}{name}"))
    for cell in row.iterchildren(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        wide += 1 if span is None else _number(span)
    return wide


def _number(node: etree._Element) -> int:
    text = node.get(_VALUE, "0")
    return int(text) if text.isdecimal() else 0


CHECK = PackageCheck(
    "FILE047",
    (
        Rule(cell_end),
        Rule(row_width, Severity.INFO),
        Rule(row_without_cell),
        Rule(field_open),
        Rule(stray_text),
        Rule(list_undefined, Severity.INFO),
        Rule(style_undefined, Severity.INFO),
        Rule(bookmark_unpaired, Severity.INFO),
        Rule(drawing_number_twice, Severity.INFO),
    ),
)
