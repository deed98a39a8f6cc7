"""Fenced blocks: three backticks and the name of an author block, its YAML inside, positions kept."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode

from engine.base.diagnostics import Findings, Location, Phrase, error
from engine.base.records import dataclass
from engine.load.locate import Entry, MapNode, Node, ScalarNode
from engine.load.markdown_source import MarkdownSource
from engine.load.prose import Prose
from engine.load.text_file import SourceText
from engine.load.yaml_reader import read_yaml

SECTION, TOPIC = "section", "topic"
ATTRIBUTES = frozenset({SECTION, TOPIC})
"""Names of fences that say something about the heading above them instead of being a block."""
_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Fence:
    """`name` is the word behind the backticks; `value` None when its YAML could not be read."""

    name: Prose
    value: Node | None

    @property
    def block(self) -> MapNode | None:
        """The fence as it would stand under `blocks:`."""
        return None if self.value is None else MapNode((Entry(self.name, self.value),), self.name.where)


def read_fence(node: SyntaxTreeNode, source: MarkdownSource, findings: Findings) -> Fence | None:
    """Return a fence; None, with a finding, when it has no name, more than a name, or no end."""
    assert node.map is not None, "the parser knows the lines of a fence"
    first, last = node.map
    opening = source.line(first)
    start = len(opening) - len(opening.lstrip()) + len(node.markup)
    name = source.piece(first, start, len(opening))
    if not name:
        hint = Phrase("如 ```chart；正文不用围栏", "such as ```chart; plain text needs no fence")
        findings.add(error("YAML053", "围栏后要写块名", "the fence does not name its block", source.at(first), hint))
        return None
    if not _NAME.fullmatch(name):
        hint = Phrase("内容写在下一行起，用 YAML", "its content begins in the next line, as YAML")
        findings.add(error("YAML053", "围栏后只写块名", "a fence has the name of its block only", name.where, hint))
        return None
    if not _is_end(source.line(last - 1), node.markup) or last - 1 == first:
        hint = Phrase(f"以单独一行 {node.markup} 结束", f"end it with a line of {node.markup}")
        findings.add(
            error("YAML053", f"围栏 {node.markup}{name} 没有结束", f"the fence {node.markup}{name} never ends", source.at(first), hint)
        )
        return None
    return Fence(name, _content(name, source, (first + 1, last - 1), findings))


def _is_end(line: str, markup: str) -> bool:
    return line.strip().startswith(markup) and not line.strip().strip(markup[0])


def _content(name: Prose, source: MarkdownSource, lines: tuple[int, int], findings: Findings) -> Node | None:
    """Return what the YAML of a fence says. The other lines of the file are blanked for it, so that every place stays what it is."""
    first, last = lines
    inside = source.text.lines[first:last]
    if not any(line.strip() and not line.lstrip().startswith("#") for line in inside):
        return ScalarNode(True, Prose("true", name.where)) if str(name) == "pagebreak" else ScalarNode(None, Prose("", name.where))
    blanked = SourceText(source.text.file, ("",) * first + inside)
    tree = read_yaml(blanked)
    findings.extend(tree.diagnostics)
    return tree.value


def attributes(fence: Fence, findings: Findings) -> MapNode | None:
    """Return what a ```section or ```topic fence says, None when it is no mapping."""
    if fence.value is None or isinstance(fence.value, MapNode):
        return fence.value
    where: Location = fence.value.where
    findings.add(error("YAML053", f"```{fence.name} 里写 键: 值", f"a ```{fence.name} fence holds key: value", where))
    return None
