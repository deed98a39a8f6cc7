"""YAML to a located tree: events of libyaml are built into nodes without recursion, within limits, and every mistake is a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import Enum

import yaml
from yaml._yaml import Mark as CMark
from yaml.error import Mark as PythonMark

from engine.base.diagnostics import Findings, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.load.folding import unfolded
from engine.load.invisible import invisible_character
from engine.load.locate import Entry, MapNode, Node, ScalarNode, SeqNode
from engine.load.prose import Origin, Prose
from engine.load.scalars import MAX_DIGITS, UnusableNumber, resolve
from engine.load.text_file import SourceText, first_forbidden, forbidden_character
from engine.load.yaml_mistakes import explain, unquoted_template

MAX_DEPTH = 64
MAX_NODES = 200_000
MAX_REPAIRS = 30

EMPTY_KEY = Prose()
Mark = CMark | PythonMark


class _Stop(Exception):  # not an error of its own: its diagnostic is already among the findings
    """Reading cannot go on."""


def read_yaml(source: SourceText) -> Outcome[Node]:
    """Read one document.

    A line with a mistake that can be understood is mended in memory and reading goes on, so that the mistakes behind it are found as
    well. The value is None when nothing could be made of the file.
    """
    mistakes = Findings()
    text = source
    for _ in range(MAX_REPAIRS):
        builder = _Builder(source)
        try:
            node = builder.build(yaml.parse(text.text, Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as trouble:
            explained = explain(trouble, text, source)
            mistakes.extend(explained.diagnostics)
            if explained.mended is None:
                return mistakes.outcome(None)
            text = explained.mended
        except _Stop:
            mistakes.extend(builder.findings)
            return mistakes.outcome(None)
        else:
            told = {item.where.line for item in mistakes}
            mistakes.extend(item for item in builder.findings if item.where.line not in told)
            return mistakes.outcome(node)
    return mistakes.outcome(None)


class _Awaits(Enum):
    """What an open collection takes next. BAD_KEY: the end of a collection that stands where a key should; NOTHING: a value to throw away."""

    ITEM = "item"
    KEY = "key"
    BAD_KEY = "bad key"
    VALUE = "value"
    NOTHING = "nothing"


@dataclass(slots=True)
class _Open:
    """A collection being built; `key` is the key that waits for its value."""

    where: Location
    awaits: _Awaits
    entries: dict[str, Entry] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: Prose = EMPTY_KEY

    def take(self, node: Node) -> None:
        match self.awaits:
            case _Awaits.ITEM:
                self.items.append(node)
            case _Awaits.VALUE:
                self.entries[self.key] = Entry(self.key, node)
                self.awaits = _Awaits.KEY
            case _Awaits.BAD_KEY:
                self.awaits = _Awaits.NOTHING
            case _Awaits.NOTHING | _Awaits.KEY:
                self.awaits = _Awaits.KEY

    def close(self) -> Node:
        if self.awaits is _Awaits.ITEM:
            return SeqNode(tuple(self.items), self.where)
        first = next(iter(self.entries.values()), None)
        return MapNode(tuple(self.entries.values()), first.key.where if first else self.where)


class _Builder:
    """Builds one document. Findings collect what is wrong without stopping; _Stop ends it."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.findings = Findings()
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.nodes = 0
        self.documents = 0

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        for event in events:
            self._take(event)
        if self.root is None and not self.documents:
            self.findings.add(error("YAML010", "文件是空的", "the file is empty", Location(self.source.file, 1, 1)))
        return self.root

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._start_document(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._give(self.stack.pop().close())
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.AliasEvent():
                self._alias(event)
            case _:
                pass

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = Phrase("一个文件只写一份内容，删去 --- 及其后的部分", "one file holds one document: remove --- and what follows")
            self.findings.add(error("YAML010", "文件里有第二个文档", "the file holds a second document", self._at(event), hint))
            raise _Stop

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        self._count(event)
        where = self._at(event)
        if len(self.stack) >= MAX_DEPTH:
            zh, en = f"嵌套超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH} levels"
            self.findings.add(error("YAML011", zh, en, where))
            raise _Stop
        self._refuse_properties(event, where)
        if self._wants_key:
            self._bad_key(event, where)
        awaits = _Awaits.KEY if isinstance(event, yaml.MappingStartEvent) else _Awaits.ITEM
        self.stack.append(_Open(where, awaits))

    def _bad_key(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, where: Location) -> None:
        """Report a key that is a collection: nearly always an unquoted template, `title: {{ m.gmv }}`."""
        line = self.source.line(where.line)
        if isinstance(event, yaml.MappingStartEvent) and event.flow_style and line[where.column - 2 : where.column] == "{{":
            place = Location(where.file, where.line, where.column - 1, where.column + 1)
            self.findings.add(unquoted_template(place))
        else:
            self.findings.add(error("YAML009", "键应为文字", "a key should be text", where))
        self.stack[-1].awaits = _Awaits.BAD_KEY

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._count(event)
        where = self._at(event)
        self._refuse_properties(event, where)
        node = self._resolve(event, where)
        if self._wants_key:
            self._key(node)
        else:
            self._give(node)

    @property
    def _wants_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].awaits is _Awaits.KEY

    def _resolve(self, event: yaml.ScalarEvent, where: Location) -> ScalarNode:
        style = event.style or ""
        start, end = _marks(event)
        origin = Origin(self.source, start.line + 1, start.column + 1, end.line + 1, end.column + 1, style)
        value = event.value
        if (bad := first_forbidden(value)) is not None:
            self.findings.add(forbidden_character(value[bad], where))
            value = value.replace(value[bad], " ")
        if start.line != end.line and style != "|":
            value = unfolded(value, origin)
        text = Prose(value, where, origin)
        if (suspect := invisible_character(text)) is not None:
            self.findings.add(suspect)
        if style or not event.implicit[0]:
            return ScalarNode(value, text)
        try:
            return ScalarNode(resolve(value), text)
        except UnusableNumber:
            shown = value if len(value) <= MAX_DIGITS else f"{value[:12]}…"
            hint = Phrase("没有数据就不写；要当文字就加引号", "leave it out for “no data”; quote it if it is text")
            self.findings.add(error("YAML012", f"“{shown}”不是可用的数", f"{shown} is no usable number", where, hint))
            return ScalarNode(value, text)

    def _key(self, node: ScalarNode) -> None:
        parent = self.stack[-1]
        where = node.where
        parent.awaits = _Awaits.NOTHING
        if not isinstance(node.value, str):
            hint = Phrase(f'加引号："{node.text}"', f'quote it: "{node.text}"') if node.text else None
            self.findings.add(error("YAML009", "键应为文字", "a key should be text", where, hint))
        elif node.value == "<<":
            self.findings.add(error("YAML007", "不支持合并键 <<", "merge keys (<<) are not supported", where))
        elif (first := parent.entries.get(node.value)) is not None:
            line = first.key.where.line
            zh, en = f"键“{node.value}”重复，第 {line} 行已经写过", f"key {node.value!r} is used twice, first in line {line}"
            self.findings.add(error("YAML006", zh, en, where, Phrase("删去其中一个", "remove one of the two")))
        else:
            parent.key = node.text
            parent.awaits = _Awaits.VALUE

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._count(event)
        where = self._at(event)
        hint = Phrase("以 * 开头的文字要加引号", "quote a text that begins with *")
        self.findings.add(error("YAML007", "不支持别名（*）", "aliases (*) are not supported", where, hint))
        if self._wants_key:
            self.stack[-1].awaits = _Awaits.NOTHING
        else:
            self._give(ScalarNode(None, Prose("", where)))

    def _refuse_properties(self, event: yaml.NodeEvent, where: Location) -> None:
        if event.anchor is not None:
            hint = Phrase("以 & 开头的文字要加引号", "quote a text that begins with &")
            self.findings.add(error("YAML007", "不支持锚点（&）", "anchors (&) are not supported", where, hint))
        tag = getattr(event, "tag", None)
        if tag is not None:
            hint = Phrase("以 ! 开头的文字要加引号", "quote a text that begins with !")
            self.findings.add(error("YAML008", f"不支持标签 {tag}", f"tags such as {tag} are not supported", where, hint))

    def _give(self, node: Node) -> None:
        """Hand a finished node to the collection that waits for it."""
        if self.stack:
            self.stack[-1].take(node)
        else:
            self.root = node

    def _count(self, event: yaml.Event) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            zh, en = f"内容超过 {MAX_NODES:,} 个节点", f"more than {MAX_NODES:,} nodes"
            self.findings.add(error("YAML011", zh, en, self._at(event), Phrase("把数据放进数据表", "put data into a table file")))
            raise _Stop

    def _at(self, event: yaml.Event) -> Location:
        start, end = _marks(event)
        one_line = start.line == end.line and end.column > start.column
        return Location(self.source.file, start.line + 1, start.column + 1, end.column + 1 if one_line else 0)


def _marks(event: yaml.Event) -> tuple[Mark, Mark]:
    assert event.start_mark is not None
    assert event.end_mark is not None, "libyaml marks every event"
    return event.start_mark, event.end_mark
