"""Markdown lists to the `bullets` block: two levels of text."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from engine.base.diagnostics import Findings, Phrase, error, warning
from engine.load.locate import Entry, MapNode, Node, ScalarNode, SeqNode
from engine.load.markdown_marks import unusable
from engine.load.markdown_source import MarkdownSource
from engine.load.prose import Prose

LISTS = ("bullet_list", "ordered_list")


def list_block(node: SyntaxTreeNode, source: MarkdownSource, findings: Findings) -> MapNode:
    """Return a list as it would stand under `blocks:`."""
    where = source.at(_line(node))
    items = SeqNode(tuple(_item(item, source, findings) for item in node.children), where)
    entries = [Entry(Prose("items", where), items)]
    if node.type == "ordered_list":
        entries.append(Entry(Prose("ordered", where), ScalarNode(True, Prose("true", where))))
        start = int(node.attrs.get("start", 1))
        if start != 1:
            entries.append(Entry(Prose("first", where), ScalarNode(start, Prose(str(start), where))))
    return MapNode((Entry(Prose("bullets", where), MapNode(tuple(entries), where)),), where)


def plain_items(node: SyntaxTreeNode, source: MarkdownSource, findings: Findings) -> SeqNode:
    """Return a list of one level as texts; a level below is a finding."""
    where = source.at(_line(node))
    return SeqNode(tuple(map(_scalar, _texts(node, source, findings))), where)


def _item(item: SyntaxTreeNode, source: MarkdownSource, findings: Findings) -> Node:
    text = _text(item, source, findings)
    below = [child for child in item.children if child.type in LISTS]
    texts = [text for child in below for text in _texts(child, source, findings)]
    for child in below:
        if child.type == "ordered_list":
            hint = Phrase("要编号就写成上一级", "number the level above")
            findings.add(warning("YAML054", "下一级列表不编号", "the lower level of a list is not numbered", source.at(_line(child)), hint))
    if not texts:
        return _scalar(text)
    children = SeqNode(tuple(map(_scalar, texts)), texts[0].where)
    return MapNode((Entry(Prose("text", text.where), _scalar(text)), Entry(Prose("items", texts[0].where), children)), text.where)


def _texts(node: SyntaxTreeNode, source: MarkdownSource, findings: Findings) -> Iterator[Prose]:
    for item in node.children:
        for child in item.children:
            if child.type in LISTS:
                hint = Phrase("并入上一级，或分成小标题", "raise it a level, or divide with headings")
                findings.add(error("YAML054", "列表最多两层", "lists have two levels at most", source.at(_line(child)), hint))
        yield _text(item, source, findings)


def _text(item: SyntaxTreeNode, source: MarkdownSource, findings: Findings) -> Prose:
    """Return the words of an item; its paragraphs are parted by line breaks."""
    parts: list[Prose] = []
    for child in item.children:
        if child.type == "paragraph":
            parts.append(source.paragraph(child.children[0].content, _line(child)))
        elif child.type not in LISTS:
            hint = Phrase("列表后空一行，顶格写", "leave an empty line below the list and begin at the left edge")
            findings.add(error("YAML054", "列表项里只能写文字", "an item of a list holds text only", source.at(_line(child)), hint))
    if not parts:
        findings.add(error("YAML050", "列表项是空的", "the item of the list is empty", source.at(_line(item))))
        return Prose("…", source.at(_line(item)))
    for part in parts:
        findings.extend(unusable(part))
    return parts[0] if len(parts) == 1 else _one(parts)


def _one(parts: list[Prose]) -> Prose:
    first, last = parts[0].origin, parts[-1].origin
    assert first is not None
    assert last is not None, "texts of a file know where they stand"
    origin = type(first)(first.source, first.line, first.column, last.end_line, last.end_column, "")
    return Prose("\n".join(parts), parts[0].where, origin)


def _scalar(text: Prose) -> ScalarNode:
    return ScalarNode(str(text), text)


def _line(node: SyntaxTreeNode) -> int:
    assert node.map is not None, "the parser knows the lines of a block"
    return node.map[0]
