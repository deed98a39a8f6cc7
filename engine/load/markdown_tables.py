"""GFM tables to the `table` block: cells with their places, alignment, and the caption, note and source written around them."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode

from engine.base.diagnostics import Findings, Phrase, error
from engine.base.records import dataclass
from engine.load.locate import Entry, MapNode, Node, ScalarNode, SeqNode
from engine.load.markdown_marks import unusable
from engine.load.markdown_source import MarkdownSource, hide_templates
from engine.load.prose import Prose

CAPTION = re.compile(r"(?:表|Table)\s*[：:]\s*")
NOTE = re.compile(r"(?:注|Note)\s*[：:]\s*")
SOURCE = re.compile(r"(?:数据来源|来源|Source)\s*[：:]\s*")


@dataclass(slots=True)
class WrittenTable:
    """One table as it was written; caption, note and source are None until they are met."""

    header: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]
    aligns: tuple[str, ...]
    key: Prose
    caption: Prose | None = None
    note: Prose | None = None
    source: Prose | None = None

    def take(self, text: Prose) -> bool:
        """Take a paragraph right below the table if it is its note or source."""
        for pattern, name in ((NOTE, "note"), (SOURCE, "source")):
            match = pattern.match(text)
            if match is not None and getattr(self, name) is None:
                setattr(self, name, behind(text, match.end()))
                return True
        return False

    def node(self) -> MapNode:
        where = self.key.where
        entries = [_entry("header", _seq(self.header)), _entry("rows", SeqNode(tuple(map(_seq, self.rows)), where))]
        if any(self.aligns):
            entries.append(_entry("align", _seq(tuple(Prose(align or "auto", where) for align in self.aligns))))
        entries += [_entry(name, _scalar(text)) for name in ("caption", "note", "source") if (text := getattr(self, name)) is not None]
        return MapNode((Entry(self.key, MapNode(tuple(entries), where)),), where)


def behind(text: Prose, offset: int) -> Prose:
    """Return the end of a text from an offset on, with its place."""
    where = text.at(offset, max(1, len(text) - offset))
    origin = text.origin
    if origin is not None:
        origin = type(origin)(origin.source, where.line, where.column, origin.end_line, origin.end_column, origin.style)
    return Prose(text[offset:], where, origin)


def read_table(node: SyntaxTreeNode, source: MarkdownSource, findings: Findings) -> WrittenTable:
    """Return a table; lines below it without any `|` are its note or source, other ragged rows are findings."""
    assert node.map is not None, "the parser knows the lines of a table"
    first, last = node.map
    key = source.piece(first, 0, len(source.line(first)))
    table = WrittenTable(tuple(_cells(source, first)), (), _aligns(node), Prose("table", key.where))
    rows: list[tuple[Prose, ...]] = []
    for index in range(first + 2, last):
        if "|" not in hide_templates(source.line(index)) and len(table.header) > 1:
            line = source.piece(index, 0, len(source.line(index)))
            if not table.take(line):
                hint = Phrase("表格后空一行，再写正文", "leave an empty line below the table")
                findings.add(error("YAML057", "表格下面紧跟着正文", "text follows the table without an empty line", line.where, hint))
            continue
        rows.append(_row(table.header, tuple(_cells(source, index)), source, index, findings))
    table.rows = tuple(rows)
    if not rows:
        findings.add(error("YAML057", "表格没有一行数据", "the table has no row", table.key.where))
    for cell in (*table.header, *(cell for row in rows for cell in row)):
        findings.extend(unusable(cell))
    return table


def _row(header: tuple[Prose, ...], cells: tuple[Prose, ...], source: MarkdownSource, index: int, findings: Findings) -> tuple[Prose, ...]:
    if len(cells) == len(header):
        return cells
    zh, en = f"这一行有 {len(cells)} 格，表头有 {len(header)} 格", f"this row has {len(cells)} cells, the header {len(header)}"
    hint = Phrase("空单元格也要写 |；文字里的 | 写成 \\|", "an empty cell needs its | as well; a | inside a text is written \\|")
    findings.add(error("YAML057", zh, en, source.at(index), hint))
    empty = Prose("", source.at(index))
    return (*cells[: len(header)], *(empty,) * (len(header) - len(cells)))


def _cells(source: MarkdownSource, index: int) -> list[Prose]:
    """Return the cells of a line: parted by `|` that are neither escaped nor inside a template."""
    line = hide_templates(source.line(index))
    bars = [match.start() for match in re.finditer(r"(?<!\\)\|", line)]
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    edges = [start - 1, *bars, end]
    if bars and bars[0] == start:
        edges = edges[1:]
    if bars and bars[-1] == end - 1 and len(edges) > 2:
        edges = edges[:-1]
    return [_unescaped(source.piece(index, left + 1, right)) for left, right in pairwise(edges)]


def _unescaped(cell: Prose) -> Prose:
    return Prose(cell.replace("\\|", "|"), cell.where, cell.origin) if "\\|" in cell else cell


def _aligns(node: SyntaxTreeNode) -> tuple[str, ...]:
    """Return left, center, right or nothing for each column."""
    heads = node.children[0].children[0].children
    return tuple(str(head.attrs.get("style", "")).removeprefix("text-align:") for head in heads)


def _entry(name: str, value: Node) -> Entry:
    return Entry(Prose(name, value.where), value)


def _scalar(text: Prose) -> ScalarNode:
    return ScalarNode(str(text), text)


def _seq(texts: tuple[Prose, ...]) -> SeqNode:
    return SeqNode(tuple(map(_scalar, texts)), texts[0].where)
