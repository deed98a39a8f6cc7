"""The flow of a paper while it is written: headings are numbered, captions counted, texts appended in reading order."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Final

from engine.base.diagnostics import NOWHERE, Findings, Location
from engine.base.records import dataclass, replace
from engine.base.units import Length
from engine.model.blocks import Align
from engine.model.charts import ChartData
from engine.model.inlines import EMPTY, Text
from engine.model.one_line import one_line
from engine.model.paper import (
    HEADINGS,
    BreakKind,
    Caption,
    PaperBlock,
    PaperBreak,
    PaperCallout,
    PaperChart,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    ParagraphRole,
)
from engine.plan.paper import words
from engine.plan.paper.geometry import PageFrame
from engine.plan.paper.sheet import Sheet
from engine.plan.paper.texts import joined

MOST_INTRODUCTION: Final = 8
"""So many paragraphs between a heading and its wide table go with the table to the landscape page."""
SHORT_PARAGRAPH: Final = 130
"""Characters of a paragraph that may go to the next page with the source below it."""
PARTS: Final = re.compile("[：:、，,；;]")
"""What stands between the names in a source line."""
NUMBERED_INSET: Final = 1.3
"""Em that the items of a numbered item stand further in than those of a bulleted one."""
_STAYS_WITH_NEXT: Final = frozenset({*HEADINGS, ParagraphRole.LEAD, ParagraphRole.LABEL})


@dataclass(slots=True)
class Flow:
    """`topic` names the tables and charts of a topic that have no title of their own, `depth` is the level of its heading; `charts` keeps the
    data of charts by name.
    """

    sheet: Sheet
    page: PageFrame
    findings: Findings
    where: Location = NOWHERE
    topic: Text = EMPTY
    depth: int = 2
    blocks: list[PaperBlock] = field(default_factory=list)
    charts: dict[str, ChartData] = field(default_factory=dict)
    _counters: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    _captions: dict[str, int] = field(default_factory=dict)
    _level: int = 0
    _written: int = 0
    _named: set[str] = field(default_factory=set)
    _taken: dict[str, int] = field(default_factory=dict)

    @property
    def width(self) -> Length:
        return self.page.width

    # headings and paragraphs

    def heading(self, level: int, title: Text, bookmark: str = "") -> None:
        """Append a numbered heading of a level from 1 to 4; one that would skip a level takes the next one."""
        level = min(level, self._level + 1, 4)
        self._level = level
        self._counters[level - 1] += 1
        self._counters[level:] = [0] * (4 - level)
        if level == 1:
            self._captions.clear()
        number = self.sheet.numbers.heading(level, tuple(self._counters))
        self.add(PaperParagraph(HEADINGS[level - 1], one_line(title), number, bookmark, keep_next=True, where=self._place(title)))

    def point_level(self) -> int:
        """Return the level of headings of titled points here: below the heading that the author wrote, if one stands in this topic."""
        return self._written or self.depth + 1

    def written_heading(self, level: int, title: Text) -> None:
        """Append a heading that the author wrote, `level` 1 being the highest below the topic."""
        self.heading(self.depth + level, title)
        self._written = self._level + 1

    def paragraph(
        self, role: ParagraphRole, words_: Text, *, number: str = "", align: Align | None = None, keep_next: bool = False
    ) -> None:
        """Append a paragraph; an empty one is left out."""
        if words_:
            stays = keep_next or role in _STAYS_WITH_NEXT or words_.plain.rstrip().endswith(words.LEADS_ON)
            self.add(PaperParagraph(role, words_, number, keep_next=stays, align=align, where=self._place(words_)))

    def nested(self, words_: Text, *, numbered: bool) -> None:
        """Append an item below an item: of a numbered one it stands under the words, which begin behind the number."""
        if words_:
            inset = NUMBERED_INSET if numbered else 0.0
            self.add(PaperParagraph(ParagraphRole.BULLET_2, words_, where=self._place(words_), inset=inset))

    def body(self, words_: Text) -> None:
        self.paragraph(ParagraphRole.BODY, words_)

    # numbered things

    def table_caption(self, title: Text, subject: str) -> Caption:
        """Return the next caption of a table; without a title it is named after the topic, the second one in a topic also after its subject."""
        return self._caption(self.sheet.say(words.TABLE), "tab", one_line(title) or self._topic_name("tab", subject))

    def figure_caption(self, title: Text, subject: str = "") -> Caption:
        return self._caption(self.sheet.say(words.FIGURE), "fig", one_line(title) or self._topic_name("fig", subject))

    def _caption(self, kind: str, prefix: str, chosen: Text) -> Caption:
        self._captions[prefix] = self._captions.get(prefix, 0) + 1
        chapter, sequence = self._counters[0], self._captions[prefix]
        return Caption(kind, chapter, sequence, chosen, f"{prefix}_{chapter}_{sequence}")

    def _topic_name(self, prefix: str, subject: str) -> Text:
        if prefix in self._named and subject:
            return joined((self.topic, subject), self.sheet.say(words.COLON))
        self._named.add(prefix)
        return self.topic

    def begin_topic(self, name: Text, where: Location, depth: int = 2) -> None:
        """Remember what uncaptioned things of the coming topic are called; `depth` is the level of its heading."""
        self.topic, self.where, self.depth, self._written = one_line(name), where, depth, 0
        self._named.clear()
        self._counters[2:] = [0, 0]

    # things

    def unique(self, name: str) -> str:
        """Return a name numbered in order of appearance: `table-3`."""
        count = self._taken[name] = self._taken.get(name, 0) + 1
        return f"{name}-{count}"

    def add(self, block: PaperBlock) -> None:
        self.blocks.append(block)

    def source(self, source: Text) -> None:
        """Append where the facts of a topic come from: below the table or figure that ends the topic, else as a line of its own.

        A source that names all that the table or figure names stands in place of theirs: of two nearly equal lines one is enough.
        """
        at = len(self.blocks) - 1
        while at >= 0 and isinstance(self.blocks[at], PaperBreak):
            at -= 1
        last = self.blocks[at] if at >= 0 else None
        if source and isinstance(last, PaperTable | PaperChart) and _says_all(source, last.source):
            self.blocks[at] = replace(last, source=source)
        else:
            if source and isinstance(last, PaperParagraph) and len(last.text.plain) <= SHORT_PARAGRAPH:
                self.blocks[at] = replace(last, keep_next=True)  # a source at the head of a page would be that of nothing
            self.paragraph(ParagraphRole.NOTE, source)

    def page_break(self) -> None:
        self.add(PaperBreak())

    def on_landscape(self, table: PaperTable) -> None:
        """Append a wide table on a section of its own; headings that announce it go with it, two such tables share one section."""
        if self.blocks and self.blocks[-1] == PaperBreak(BreakKind.PORTRAIT):
            self.blocks[-1] = table
        else:
            at = _section_start(self.blocks)
            self.blocks[at:] = [PaperBreak(BreakKind.LANDSCAPE), *self.blocks[at:], table]
        self.blocks.append(PaperBreak(BreakKind.PORTRAIT))

    def at(self, where: Location) -> Location:
        """Return a place, or the topic's where a block has none."""
        return where if where != NOWHERE else self.where

    def _place(self, words_: Text) -> Location:
        return words_.where if words_.where != NOWHERE else self.where


def _section_start(blocks: list[PaperBlock]) -> int:
    """Return where a landscape section begins: before the heading of the table, when little text is between, and before what announces it."""
    found = None
    for at in range(len(blocks) - 1, max(-1, len(blocks) - 1 - MOST_INTRODUCTION), -1):
        block = blocks[at]
        if not isinstance(block, PaperParagraph):
            break
        if block.role in (ParagraphRole.HEADING_1, ParagraphRole.HEADING_2):
            found = at
            if block.role is ParagraphRole.HEADING_1:
                break
    if found is not None:
        return found
    at = len(blocks)
    while at and _announces(blocks[at - 1]):
        at -= 1
    return at


def _announces(block: PaperBlock) -> bool:
    match block:
        case PaperParagraph(role=role):
            return role in _STAYS_WITH_NEXT and role is not ParagraphRole.HEADING_1
        case PaperTable() | PaperChart() | PaperPicture() | PaperCallout() | PaperBreak():
            return False


def _says_all(source: Text, of: Text) -> bool:
    """Tell whether a source names everything that another one names, in any order and case; an empty one names nothing."""
    said = source.plain.casefold()
    return all(part.strip() in said for part in PARTS.split(of.plain.casefold()))
