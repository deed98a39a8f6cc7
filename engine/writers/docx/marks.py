"""Numbers and names that must be unique in a document: drawings, bookmarks, relationships."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import field
from itertools import groupby

from engine.base.records import dataclass
from engine.model.figure import ChartFigure
from engine.model.printed import ChartPlace, TextPlace
from engine.writers.printed import cut_at_facts

_LONGEST_BOOKMARK = 40
FACT_ANCHOR = "_Fact"
"""Word hides bookmarks that begin with an underscore."""
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

Target = ChartFigure | bytes | str
"""A chart, a picture's bytes, or the address of a link."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a text with the fact that they print (None: typed), and their runs."""

    text: str
    fact: str | None
    runs: str


def bookmark_name(planned: str) -> str:
    """Return the name as Word takes it: at most 40 letters, digits and underscores; another name becomes a checksum of itself."""
    name = planned.replace("-", "_")
    if _PLAIN.fullmatch(name) and len(name) <= _LONGEST_BOOKMARK:
        return name
    return f"_b{zlib.crc32(planned.encode()):08x}"


@dataclass(slots=True)
class Marks:
    """Hands out numbers in document order, and collects what document.xml refers to and prints of the ledger.

    `first_relation` follows the template's own; `here` names the heading, table or figure that is being written.
    """

    first_relation: int = 1
    targets: list[Target] = field(default_factory=list)
    texts: list[TextPlace] = field(default_factory=list)
    charts: list[ChartPlace] = field(default_factory=list)
    here: str = ""
    _drawings: int = 0
    _bookmarks: int = 0
    _anchors: int = 0
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

    def anchored(self, pieces: Iterable[Piece]) -> str:
        """Return the runs of a text, a hidden bookmark around every fact, and note what it prints of the ledger."""
        pieces = tuple(pieces)
        if not any(piece.fact for piece in pieces):
            return "".join([piece.runs for piece in pieces if piece.text])
        grouped = [(fact, list(group)) for fact, group in groupby((piece for piece in pieces if piece.text), key=lambda piece: piece.fact)]
        words, facts = cut_at_facts(("".join(piece.text for piece in group), fact) for fact, group in grouped)
        if not facts:
            return "".join(piece.runs for _, group in grouped for piece in group)
        names = [f"{FACT_ANCHOR}{number}" for number in range(self._anchors + 1, self._anchors + len(facts) + 1)]
        self._anchors += len(facts)
        self.texts.append(TextPlace(0, self.here, words, facts, anchors=tuple(names)))
        unused = iter(names)
        joined = ((fact, "".join(piece.runs for piece in group)) for fact, group in grouped)
        return "".join(runs if fact is None else self.bookmarked(next(unused), runs) for fact, runs in joined)
