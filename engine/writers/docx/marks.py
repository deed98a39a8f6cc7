"""Numbers and names that must be unique in a document: drawings, bookmarks, relationships."""

from __future__ import annotations

import re
import zlib
from dataclasses import field

from engine.base.records import dataclass
from engine.model.figure import ChartFigure

_LONGEST_BOOKMARK = 40
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

Target = ChartFigure | bytes | str
"""A chart, a picture's bytes, or the address of a link."""


def bookmark_name(planned: str) -> str:
    """Return the name as Word takes it: at most 40 letters, digits and underscores; another name becomes a checksum of itself."""
    name = planned.replace("-", "_")
    if _PLAIN.fullmatch(name) and len(name) <= _LONGEST_BOOKMARK:
        return name
    return f"_b{zlib.crc32(planned.encode()):08x}"


@dataclass(slots=True)
class Marks:
    """Hands out numbers in document order, and collects what document.xml refers to. `first_relation` follows the template's own."""

    first_relation: int = 1
    targets: list[Target] = field(default_factory=list)
    _drawings: int = 0
    _bookmarks: int = 0
    _known: dict[str | bytes, str] = field(default_factory=dict)

    def drawing(self) -> int:
        """Return the id of the next drawing; no two drawings of a document may share one."""
        self._drawings += 1
        return self._drawings

    def relate(self, target: Target) -> str:
        """Return the relationship id of a target. The same picture or address is related once, every chart for itself."""
        if not isinstance(target, ChartFigure) and target in self._known:
            return self._known[target]
        self.targets.append(target)
        name = f"rId{self.first_relation + len(self.targets) - 1}"
        if not isinstance(target, ChartFigure):
            self._known[target] = name
        return name

    def bookmarked(self, name: str, content: str) -> str:
        """Return content between the ends of a bookmark; an empty name gives the content alone."""
        if not name:
            return content
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(name)}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
