"""Sections: what ends one, and which header and footer each gets."""

from __future__ import annotations

import re
from dataclasses import field

from engine.base.records import dataclass
from engine.brand.paper_style import PaperBrand, Running

_START = re.compile(r' w:start="\d+"')


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands at the right of a header."""

    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class RunningPart:
    """A header or footer of the document: the template's part, and the chapter it names. `relation` is its relationship id."""

    relation: str
    running: Running
    chapter: Chapter


@dataclass(slots=True)
class Sections:
    """Writes `w:sectPr` and gathers the headers and footers that these name; a part is made once for each chapter that needs it.

    `naming` are the template's parts that name the chapter, None for all headers: others are the same in every section.
    """

    brand: PaperBrand
    naming: frozenset[str] | None = None
    parts: list[RunningPart] = field(default_factory=list)
    _known: dict[tuple[Running, Chapter], str] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    def end(self, role: str, chapter: Chapter) -> str:
        """Return the properties of a section that ends here. Pages are counted from the start given by the template once only."""
        section = self.brand.section(role)
        references = "".join(self._reference(running, chapter) for running in section.running)
        numbered = "body" if role == "landscape" else role
        properties = _START.sub("", section.properties) if numbered in self._started else section.properties
        self._started.add(numbered)
        return f"<w:sectPr>{references}{properties}</w:sectPr>"

    def _reference(self, running: Running, chapter: Chapter) -> str:
        names = running.tag == "header" if self.naming is None else running.part in self.naming
        named = chapter if names else Chapter()
        key = (running, named)
        if key not in self._known:
            self._known[key] = f"rIdRunning{len(self.parts) + 1}"
            self.parts.append(RunningPart(self._known[key], running, named))
        return f'<w:{running.tag}Reference w:type="{running.kind}" r:id="{self._known[key]}"/>'
