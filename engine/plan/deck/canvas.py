"""The canvas of one slide: collects named elements, and measures every text before it is placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from engine.base.diagnostics import NOWHERE, Findings, Location, Phrase, error
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.layout.lines import tightened
from engine.model.blocks import Align
from engine.model.deck import Anchor, BulletMark, Element, Geometry, Line, Polygon, Shape, Stroke, TextBox, TextLine
from engine.model.inlines import Text
from engine.model.theme import Color
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style

SIZE_STEP = 0.5
SLACK = pt(1.0)
"""A box may be this much lower than its lines: glyphs never fill the whole pitch of the last one."""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph to place: `after` is the space below in points, `bullet` the colour of its square, None for no bullet.

    `level` counts from 0 how deep the item is nested in a list; items without a bullet stand at the edge of the box.
    """

    text: Text
    style: Style
    after: float = 0.0
    bullet: Color | None = None
    level: int = 0

    @property
    def indent(self) -> Length:
        """How far the text stands in from the box."""
        return bullet_indent(self.style) * (self.level + 1) if self.bullet else ZERO

    def mark(self) -> BulletMark | None:
        if self.bullet is None:
            return None
        hanging = bullet_indent(self.style)
        return BulletMark(self.bullet, hanging, left=hanging * self.level)

    def sized(self, factor: float) -> Para:
        """Return the paragraph with its size cut by a factor, never below the floor of its role."""
        size = max(self.style.role.minimum, round(self.style.size * factor * 2) / 2)
        return replace(self, style=self.style.sized(size), after=self.after * factor)


PANEL_RULE = 0.05
"""Inches that the rule of a panel on light ground is high."""

BULLET_INDENT = 1.36
"""Hanging indent of bullets in em: 0.19 in at 10 pt, 0.27 in at 14 pt."""


def bullet_indent(style: Style) -> Length:
    return pt(style.size * BULLET_INDENT)


@dataclass(slots=True)
class Canvas:
    """`name` prefixes every element, so that shapes are called `topic-2-3/points-1`; `where` is blamed for texts without a place.

    `frail` lists the boxes with a paragraph that ends in an orphan, or that LibreOffice gives another line; None where nobody asks.
    """

    name: str
    sheet: Sheet
    findings: Findings
    where: Location = NOWHERE
    elements: list[Element] = field(default_factory=list)
    _taken: dict[str, int] = field(default_factory=dict)
    frail: list[str] | None = None

    def on_dark(self) -> Canvas:
        """Return a canvas that draws on the same slide, on dark ground."""
        return replace(self, sheet=self.sheet.on_dark())

    def at(self, where: Location) -> Canvas:
        """Return a canvas that draws on the same slide what was written at a place; nowhere keeps the place of this one."""
        return self if where == NOWHERE else replace(self, where=where)

    def apart(self) -> Canvas:
        """Return a canvas that goes on from this one by itself: what is drawn and found there is nowhere until it is taken."""
        return replace(self, findings=Findings(), elements=list(self.elements), _taken=dict(self._taken), frail=[])

    def take(self, other: Canvas) -> None:
        """Take what was drawn and found on a canvas that went on from this one."""
        self.elements[:] = other.elements
        self._taken.clear()
        self._taken.update(other._taken)
        self.findings.extend(other.findings)

    def unique(self, name: str) -> str:
        """Return `name` under the slide's prefix, numbered from the second time on."""
        count = self._taken[name] = self._taken.get(name, 0) + 1
        return f"{self.name}/{name}" if count == 1 else f"{self.name}/{name}-{count}"

    def add(self, element: Element) -> None:
        self.elements.append(element)

    def box(
        self,
        name: str,
        frame: Rect,
        fill: str | Color | None,
        *,
        geometry: Geometry = Geometry.RECT,
        radius: Length = ZERO,
        stroke: Stroke | None = None,
    ) -> None:
        """Draw a shape; `fill` is a colour token, a colour or None for none."""
        color = self.sheet.color(fill) if isinstance(fill, str) else fill
        if radius and geometry is Geometry.RECT:
            geometry = Geometry.ROUND_RECT
        self.add(Shape(self.unique(name), frame, geometry, color, stroke, radius))

    def card(
        self, name: str, frame: Rect, fill: str | Color | None = "surface", stroke: Stroke | None = None, *, rule: str | Color = "deep"
    ) -> None:
        """Draw a card; `rule` colours the rule on its top edge in themes that have one."""
        theme = self.sheet.theme
        self.box(name, frame, fill, radius=theme.card_radius, stroke=stroke)
        if theme.card_rule:
            self.box(f"{name}-top", replace(frame, height=self.sheet.u(theme.card_rule.inches)), rule)

    def panel(self, name: str, frame: Rect) -> Canvas:
        """Draw a card that stands out, and return the canvas for what is in it: dark ground, or on paper a strong rule along the top."""
        sheet = self.sheet.on_panel()
        if sheet.dark:
            self.box(name, frame, "deep", radius=sheet.theme.card_radius)
        else:
            self.box(name, frame, "surface2", radius=sheet.theme.card_radius)
            self.box(f"{name}-top", replace(frame, height=sheet.u(PANEL_RULE)), "deep")
        return replace(self, sheet=sheet)

    def polygon(self, name: str, points: Sequence[tuple[Length, Length]], fill: str | Color) -> None:
        color = self.sheet.color(fill) if isinstance(fill, str) else fill
        self.add(Polygon(self.unique(name), tuple(Point(x, y) for x, y in points), color))

    def stroke(self, color: str | Color, width: float = 0.75, *, dashed: bool = False) -> Stroke:
        """Return a stroke; `width` in points of the design system."""
        return Stroke(self.sheet.color(color) if isinstance(color, str) else color, self.sheet.points(width), dashed)

    def rule(self, name: str, at: Point, width: Length, color: str | Color = "line", weight: float = 0.75) -> None:
        """Draw a horizontal rule to the right of a point."""
        self.add(Line(self.unique(name), at, Point(at.x + width, at.y), self.stroke(color, weight)))

    def upright(
        self, name: str, at: Point, height: Length, color: str | Color = "line", weight: float = 0.75, *, dashed: bool = False
    ) -> None:
        """Draw a vertical rule downwards from a point."""
        self.add(Line(self.unique(name), at, Point(at.x, at.y + height), self.stroke(color, weight, dashed=dashed)))

    def dash(self, name: str, at: Point, width: Length, color: Color) -> None:
        """Draw a short dashed stroke to the right of a point (a legend's target line)."""
        self.add(Line(self.unique(name), at, Point(at.x + width, at.y), self.stroke(color, 1.25, dashed=True)))

    def lines_in_cell(self, paragraphs: Sequence[Para], width: Length, height: Length) -> tuple[TextLine, ...]:
        """Return a table cell's paragraphs, shrunk to the cell like any other text."""
        filled = [para for para in paragraphs if para.text]
        if not filled:
            return ()
        return tuple(self._line(para, width) for para in self._fitted(filled, Rect(ZERO, ZERO, width, height)))

    def text(self, name: str, frame: Rect, text: Text, style: Style, *, anchor: Anchor = Anchor.TOP, slot: str | None = None) -> None:
        """Place one paragraph, shrunk within its role until it fits; reports FIT001 when even the floor is too large."""
        self.paragraphs(name, frame, (Para(text, style),), anchor=anchor, slot=slot)

    def paragraphs(
        self, name: str, frame: Rect, paragraphs: Sequence[Para], *, anchor: Anchor = Anchor.TOP, slot: str | None = None
    ) -> None:
        """Place paragraphs in one box, all shrunk by the same factor until they fit; empty ones are left out."""
        filled = [para for para in paragraphs if para.text]
        if not filled:
            return
        fitted = self._fitted(filled, frame)
        if slot is None:
            frame = self._tidied(fitted, frame)
            fitted = [self._unorphaned(para, frame.width) for para in fitted]
            if self.frail is not None and any(self.sheet.is_frail(para.text, para.style, frame.width - para.indent) for para in fitted):
                self.frail.append(name)
        lines = tuple(self._line(para, frame.width) for para in fitted)
        one_line = len(fitted) == 1 and (fitted[0].style.unit_scale < 1 or (slot is None and _is_one_word(lines[0])))
        self.add(TextBox(self.unique(name), frame, lines, anchor, slot, where=self._place(filled), one_line=one_line))

    def _tidied(self, paragraphs: Sequence[Para], frame: Rect) -> Rect:
        """Return the frame a hair narrower if that saves last lines from being orphans without taking more lines."""
        if any(para.style.unit_scale < 1 or para.style.align is not Align.LEFT for para in paragraphs):
            return frame
        if not self._any_orphan(paragraphs, frame.width):
            return frame
        needed, lines = stacked_height(self.sheet, paragraphs, frame.width), self._drawn_lines(paragraphs, frame.width)
        for measure in tightened(frame.width):
            if stacked_height(self.sheet, paragraphs, measure) > needed or self._drawn_lines(paragraphs, measure) > lines:
                break
            if not self._any_orphan(paragraphs, measure):
                return replace(frame, width=measure)
        return frame

    def _unorphaned(self, para: Para, width: Length) -> Para:
        """Return a paragraph with a soft return where a narrower frame could not save its last line from being an orphan."""
        if para.style.unit_scale < 1 or para.style.align is not Align.LEFT:
            return para
        return replace(para, text=self.sheet.unorphaned(para.text, para.style, width - para.indent))

    def _any_orphan(self, paragraphs: Sequence[Para], width: Length) -> bool:
        return any(self.sheet.is_orphaned(para.text, para.style, width - para.indent) for para in paragraphs)

    def _drawn_lines(self, paragraphs: Sequence[Para], width: Length) -> int:
        return sum(1 + len(self.sheet.breaks(para.text, para.style, width - para.indent)) for para in paragraphs)

    def _fitted(self, paragraphs: list[Para], frame: Rect) -> list[Para]:
        current = paragraphs
        for factor in _factors(paragraphs):
            current = [para.sized(factor) for para in paragraphs] if factor < 1 else paragraphs
            if self._fits(current, frame):
                return current
        self._report_overflow(current, frame)
        return current

    def _fits(self, paragraphs: Sequence[Para], frame: Rect) -> bool:
        height = stacked_height(self.sheet, paragraphs, frame.width)
        if height <= pt(paragraphs[0].style.pitch):  # one line: the pitch has room above and below its glyphs
            height = min(height, pt(paragraphs[0].style.size))
        if height > frame.height + SLACK * max(1.0, self.sheet.theme.scale):
            return False
        return all(self._width_fits(para, frame.width) for para in paragraphs)

    def _width_fits(self, para: Para, width: Length) -> bool:
        """Figures are set on one line; wrapped text always fits its width, because long words break."""
        return para.style.unit_scale >= 1 or self.sheet.width(para.text, para.style) <= width

    def _report_overflow(self, paragraphs: Sequence[Para], frame: Rect) -> None:
        needed = stacked_height(self.sheet, paragraphs, frame.width)
        total = sum(len(para.text.plain) for para in paragraphs)
        ratio = min(1.0, frame.height / max(1, needed)) if needed > frame.height else 0.9
        surplus = max(1, round(total * (1 - ratio)))
        first = paragraphs[0].text.plain.replace("\n", " ")
        start = first if len(first) <= 12 else f"{first[:12]}…"
        self.findings.add(
            error(
                "FIT001",
                f"“{start}”放不下：已缩到最小字号 {paragraphs[0].style.size:g} 磅，仍多出约 {surplus} 个字",
                f"“{start}” does not fit: at its smallest size of {paragraphs[0].style.size:g} pt it is still about {surplus} characters too long",
                self._place(paragraphs),
                Phrase("删短这段文字，或把它分成几条", "shorten the text, or divide it into several items"),
            )
        )

    def _place(self, paragraphs: Sequence[Para]) -> Location:
        """Return where the longest of the paragraphs was written."""
        places = [para.text.where for para in sorted(paragraphs, key=lambda para: -len(para.text.plain))]
        return next((place for place in places if place != NOWHERE), self.where)

    def _line(self, para: Para, width: Length) -> TextLine:
        style = para.style
        runs = self.sheet.runs(para.text, style)
        if style.unit_scale < 1:
            return TextLine(runs, style.pitch, style.align, (), para.after)
        breaks = self.sheet.breaks(para.text, style, width - para.indent)
        return TextLine(runs, style.pitch, style.align, breaks, para.after, para.mark())


def _is_one_word(line: TextLine) -> bool:
    """Tell whether a line has no place to break at, such as a number: with a wider font it rather reaches into its margin than goes on below."""
    plain = "".join(run.text for run in line.runs)
    return plain.isascii() and not line.breaks and not any(character.isspace() or character == "-" for character in plain)


def _factors(paragraphs: Sequence[Para]) -> Iterator[float]:
    """Yield the shrink factors to try, from 1 down to where the smallest share of a floor is reached, in steps of half a point."""
    yield 1.0
    largest = max(para.style.size for para in paragraphs)
    floor = min(para.style.role.minimum / para.style.size for para in paragraphs)
    for step in range(1, int((1 - floor) * largest / SIZE_STEP + 0.999) + 1):
        yield max(floor, 1 - step * SIZE_STEP / largest)


def stacked_height(sheet: Sheet, paragraphs: Sequence[Para], width: Length) -> Length:
    """Return the height of paragraphs one below the other, without the space after the last; some height that no page has for more than that."""
    total, beyond = ZERO, sheet.beyond
    for para in paragraphs:
        lines = 1 if para.style.unit_scale < 1 else sheet.line_count(para.text, para.style, width - para.indent)
        total += pt(lines * para.style.pitch + para.after)
        if total > beyond:
            break
    return total - pt(paragraphs[-1].after) if paragraphs else ZERO


def centered(style: Style) -> Style:
    return style.aligned(Align.CENTER)
