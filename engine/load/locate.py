"""The located tree: what a YAML file says, with the place of every key and value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.base.diagnostics import Location
from engine.base.records import dataclass
from engine.load.prose import Prose, WrittenFloat, WrittenInt

Scalar = str | int | float | bool | None
Path = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """`value` is resolved by the YAML 1.2 core schema; `text` is what was written."""

    value: Scalar
    text: Prose

    @property
    def where(self) -> Location:
        return self.text.where


@dataclass(frozen=True, slots=True)
class SeqNode:
    items: tuple[Node, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Entry:
    """One key and its value."""

    key: Prose
    value: Node


@dataclass(frozen=True, slots=True)
class MapNode:
    """`where` is the place of the first key (of the braces, for an empty one)."""

    entries: tuple[Entry, ...]
    where: Location

    @property
    def keys(self) -> tuple[Prose, ...]:
        return tuple(entry.key for entry in self.entries)

    def get(self, key: str) -> Node | None:
        return next((entry.value for entry in self.entries if entry.key == key), None)

    def key(self, name: str) -> Prose | None:
        return next((entry.key for entry in self.entries if entry.key == name), None)


Node = ScalarNode | SeqNode | MapNode


class LocatedMap(dict[str, Any]):
    """A mapping for validation, with the node it was made from."""

    node: MapNode

    @property
    def where(self) -> Location:
        return self.node.where


class LocatedList(list[Any]):
    """A list for validation, with the node it was made from."""

    node: SeqNode

    @property
    def where(self) -> Location:
        return self.node.where


def plain(node: Node) -> Any:
    """Return dicts, lists and scalars for validation: strings as Prose, numbers with the way they were written."""
    match node:
        case MapNode():
            mapping = LocatedMap((str(entry.key), plain(entry.value)) for entry in node.entries)
            mapping.node = node
            return mapping
        case SeqNode():
            items = LocatedList(plain(item) for item in node.items)
            items.node = node
            return items
        case ScalarNode():
            return _plain_scalar(node)


def _plain_scalar(node: ScalarNode) -> object:
    match node.value:
        case str():
            return node.text
        case bool() | None:
            return node.value
        case int():
            whole = WrittenInt(node.value)
            whole.written = node.text
            return whole
        case float():
            decimal = WrittenFloat(node.value)
            decimal.written = node.text
            return decimal


def node_of(value: object) -> Node | None:
    """Return the node that a value of `plain` was made from; None for true, false, null and for what never stood in a file."""
    match value:
        case LocatedMap() | LocatedList():
            return value.node
        case Prose():
            return ScalarNode(str(value), value)
        case WrittenInt() | WrittenFloat():
            return ScalarNode(int(value) if isinstance(value, WrittenInt) else float(value), value.written)
        case _:
            return None


def descend(node: Node, path: Path) -> Node:
    """Return the deepest node that `path` reaches; steps that no node has (pydantic's names of union members) are passed over."""
    for step in path:
        match node:
            case MapNode():
                node = node.get(str(step)) or node
            case SeqNode() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                pass
    return node
