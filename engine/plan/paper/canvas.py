"""The canvas of one page: collects named elements of text, rules and grounds."""

from __future__ import annotations

from dataclasses import field

from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.deck import Anchor, BulletMark, Element, Line, Run, Shape, Stroke, TextBox, TextLine, TextTag
from engine.model.inlines import Text
from engine.model.theme import Color
from engine.plan.paper.looks import Look
from engine.plan.paper.sheet import Sheet
from engine.plan.paper.typeset import SetText


@dataclass(frozen=True, slots=True)
class SetLines:
    """Runs and the lines they were set in. `bullet` stands before the first line, `first` is its indent."""

    runs: tuple[Run, ...]
    lines: SetText
    look: Look
    bullet: BulletMark | None = None
    first: Length = ZERO


@dataclass(slots=True)
class Canvas:
    """`name` is that of the page and prefixes every element's."""

    name: str
    sheet: Sheet
    elements: list[Element] = field(default_factory=list)
    _taken: dict[str, int] = field(default_factory=dict)

    def unique(self, name: str) -> str:
        count = self._taken[name] = self._taken.get(name, 0) + 1
        return f"{self.name}/{name}" if count == 1 else f"{self.name}/{name}-{count}"

    def add(self, element: Element) -> None:
        self.elements.append(element)

    def fill(self, name: str, frame: Rect, color: str | Color) -> None:
        self.add(Shape(self.unique(name), frame, fill=self._color(color)))

    def rule(self, name: str, at: Point, width: Length, color: str, weight: float) -> None:
        """Draw a horizontal rule to the right of a point."""
        self.add(Line(self.unique(name), at, Point(at.x + width, at.y), self.stroke(color, weight)))

    def stroke(self, color: str, weight: float) -> Stroke:
        return Stroke(self.sheet.color(color), weight)

    def line(self, name: str, frame: Rect, text: Text, look: Look, *, tag: TextTag | None = None, anchor: Anchor = Anchor.TOP) -> None:
        """Place a text that is known to take one line, or that breaks only at soft returns."""
        self.runs(name, frame, self.sheet.runs(text, look), look, tag=tag, anchor=anchor)

    def runs(
        self, name: str, frame: Rect, runs: tuple[Run, ...], look: Look, *, tag: TextTag | None = None, anchor: Anchor = Anchor.TOP
    ) -> None:
        if runs:
            line = TextLine(runs, look.pitch, look.align)
            self.add(TextBox(self.unique(name), frame, (line,), anchor, tag=look.tag if tag is None else tag))

    def wrapped(self, name: str, frame: Rect, text: Text, look: Look, *, bookmark: str = "") -> float:
        """Place a paragraph of set lines at the top of a frame and return its height in points."""
        if not text:
            return 0.0
        lines = self.sheet.set(text, look, frame.width)
        self.paragraph(name, frame, SetLines(self.sheet.runs(text, look), lines, look), bookmark=bookmark)
        return lines.count * look.pitch

    def paragraph(self, name: str, frame: Rect, said: SetLines, *, bookmark: str = "") -> None:
        """Place set lines at the top of a frame."""
        lines, look = said.lines, said.look
        spacing = lines.spacing if any(lines.spacing) else ()
        line = TextLine(said.runs, look.pitch, look.align, lines.starts, 0.0, said.bullet, said.first, spacing)
        height = pt(lines.count * look.pitch)
        box = TextBox(self.unique(name), Rect(frame.x, frame.y, frame.width, height), (line,), tag=look.tag, bookmark=bookmark)
        self.add(box)

    def _color(self, color: str | Color) -> Color:
        return self.sheet.color(color) if isinstance(color, str) else color
