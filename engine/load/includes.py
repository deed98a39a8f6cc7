"""`include:` of sections, and `--set`: what makes one tree of several files and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from engine.base.diagnostics import Findings, Location, Outcome, Phrase, error
from engine.base.records import dataclass, replace
from engine.base.shared import Shared
from engine.base.workspace import Workspace
from engine.load.locate import Entry, MapNode, Node, ScalarNode, SeqNode
from engine.load.model_mistakes import wide_colon
from engine.load.noqa import without_noqa
from engine.load.prose import Prose
from engine.load.text_file import SourceText, find_file, read_text
from engine.load.yaml_mistakes import full_width_colon
from engine.load.yaml_reader import read_yaml

MARKDOWN = (".md", ".markdown")
SUFFIXES = (".yaml", ".yml", *MARKDOWN)


@dataclass(slots=True)
class ContentFiles:
    """Reads the YAML and Markdown files of one report, collects what is wrong with them, which files they were and what they say."""

    workspace: Workspace
    folder: Path
    findings: Findings = field(default_factory=Findings)
    paths: list[Path] = field(default_factory=list)
    texts: dict[str, SourceText] = field(default_factory=dict)

    def read(self, name: Prose) -> Node | None:
        """Return the tree of the file that `name`, a value of the content, names."""
        found = find_file(self.workspace, self.folder, name, name.where)
        self.findings.extend(found.diagnostics)
        if found.value is None:
            return None
        if found.value.suffix.lower() not in SUFFIXES:
            zh, en = (
                f"不能包含 {found.value.suffix or '没有后缀的'} 文件",
                f"files ending in {found.value.suffix or 'nothing'} cannot be included",
            )
            hint = Phrase(f"支持 {'、'.join(SUFFIXES)}", f"supported are {', '.join(SUFFIXES)}")
            self.findings.add(error("FILE003", zh, en, name.where, hint))
            return None
        return self.read_path(found.value)

    def read_path(self, path: Path) -> Node | None:
        self.paths.append(path)
        text = read_text(self.workspace, path)
        self.findings.extend(text.diagnostics)
        if text.value is None:
            return None
        self.texts[text.value.file] = text.value
        tree = _tree(text.value, markdown=path.suffix.lower() in MARKDOWN)
        self.findings.extend(tree.diagnostics)
        return tree.value


_TREES: Shared[Outcome[Node]] = Shared(2**19)
"""The trees of the files read last, by their characters: a tree takes 50 bytes for each. The reports of a batch share most of them."""


def _tree(text: SourceText, *, markdown: bool) -> Outcome[Node]:
    weight = 100 + sum(map(len, text.lines))
    return _TREES.get((text, markdown), lambda: _read_markdown(without_noqa(text)) if markdown else read_yaml(text), weight)


def _read_markdown(text: SourceText) -> Outcome[Node]:
    from engine.load.markdown_reader import read_markdown  # a report in YAML need not wait for markdown-it

    return read_markdown(text)


def expect_mapping(node: Node | None, findings: Findings) -> MapNode | None:
    """Return the node if it is a mapping; otherwise say what was expected (nothing, when reading already failed)."""
    if node is None or isinstance(node, MapNode):
        return node
    if (colon := wide_colon(node)) is not None:
        findings.add(full_width_colon(colon))
    else:
        findings.add(error("YAML010", "整个文件应是一个映射（键: 值）", "the whole file should be one mapping (key: value)", node.where))
    return None


def with_included_sections(tree: MapNode, files: ContentFiles) -> MapNode:
    """Return the tree with every `- include: file` of its sections replaced by the section or sections of that file.

    An include that fails leaves itself behind when nothing else is left, so that its failure is the news, not the lack of sections.
    """
    sections = tree.get("sections")
    if not isinstance(sections, SeqNode):
        return tree
    items: list[Node] = []
    for item in sections.items:
        name = item.get("include") if isinstance(item, MapNode) else None
        if name is None or not isinstance(item, MapNode):
            items.append(item)
        elif len(item.entries) > 1:
            other = next(key for key in item.keys if key != "include")
            zh, en = "include 要独占一项，不能与其他键同写", "include stands alone, without other keys"
            files.findings.add(error("YAML025", zh, en, other.where))
        elif not isinstance(name, ScalarNode) or not isinstance(name.value, str):
            files.findings.add(error("YAML022", "include 应为文件名", "include should be a file name", name.where))
        else:
            items.extend(_sections_of(files.read(name.text), files.findings))
    return with_entry(tree, "sections", SeqNode(tuple(items), sections.where))


def _sections_of(node: Node | None, findings: Findings) -> tuple[Node, ...]:
    if isinstance(node, SeqNode):
        return node.items
    mapping = expect_mapping(node, findings)
    return () if mapping is None else (mapping,)


def with_entry(tree: MapNode, key: str, value: Node) -> MapNode:
    """Return the mapping with the value of `key` replaced or, when it has none, added."""
    if tree.get(key) is None:
        return replace(tree, entries=(*tree.entries, Entry(Prose(key, value.where), value)))
    return replace(tree, entries=tuple(Entry(entry.key, value) if entry.key == key else entry for entry in tree.entries))


def with_overrides(tree: MapNode, overrides: Mapping[str, str], findings: Findings) -> MapNode:
    """Return the tree with each `--set key=value` in place; `key` may be a path such as `cover.note`, `value` is a YAML value."""
    for path, written in overrides.items():
        value = read_yaml(SourceText.of(f"--set {path}", written))
        findings.extend(value.diagnostics)
        if value.value is not None:
            tree = _set(tree, path.split("."), value.value)
    return tree


def _set(tree: MapNode, keys: list[str], value: Node) -> MapNode:
    if len(keys) == 1:
        return with_entry(tree, keys[0], value)
    inner = tree.get(keys[0])
    if not isinstance(inner, MapNode):
        inner = MapNode((), value.where if isinstance(value, SeqNode | MapNode) else Location(value.where.file, 1, 1))
    return with_entry(tree, keys[0], _set(inner, keys[1:], value))
