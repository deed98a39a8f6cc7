"""What every pattern needs to measure and colour: theme, fonts, the scale of the body area and the language."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from engine.base.diagnostics import Language
from engine.base.records import dataclass, replace
from engine.base.units import Length, inch, pt
from engine.layout.breaks import break_table
from engine.layout.fonts import FontBook
from engine.layout.lines import SAFE_WIDTH, count_safely, ends_in_lone_figure, ends_orphaned, line_bounds
from engine.layout.measure import Spacing, advances, autospaced
from engine.layout.sense import halves, without_orphan
from engine.layout.slices import with_returns
from engine.model.blocks import Align
from engine.model.deck import Run
from engine.model.inlines import Span, Text, Tone
from engine.model.theme import STATUS_TONES, Color, Theme
from engine.plan.deck.figures_text import split_unit
from engine.plan.deck.ground import ink_on
from engine.plan.deck.style import Style

SINGLE_LINE_SHARE = 0.98
"""A text that must stay on one line is planned with this part of its box, in the spacing of the widest program."""

BEYOND = 12.0
"""Inches of the design system: twice its body area."""

LEAST_UNIT = 9.0
"""The unit behind a big number is never smaller than this many points of the design system."""

ON_LIGHT = {"ondeep": "ink", "ondeep2": "ink2", "ondeep3": "ink3", "deep3": "line", "accent": "primary"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """`scale` turns inches of the design system into inches of the template; `dark` says the ground is a deep panel.

    `fonts` measure the body face, `display` the heading face; None where that is the same family.
    `stretch` is how many times higher the body area is than that of the design system, which blocks may grow with.
    `memory` is what `engine.plan.deck.memory` keeps during one plan.
    """

    theme: Theme
    fonts: FontBook
    scale: float
    language: Language
    dark: bool = False
    stretch: float = 1.0
    display: FontBook | None = None
    memory: dict[Any, tuple[Any, Any]] = field(default_factory=dict, compare=False, repr=False)

    def u(self, inches: float) -> Length:
        """Return a length of the design system at the template's scale."""
        return inch(inches * self.scale)

    def tall(self, inches: float) -> Length:
        """Return the height that something may grow to: a length of the design system, more where the body area is higher."""
        return self.u(inches * self.stretch)

    @property
    def beyond(self) -> Length:
        """Return a height that no page has: what is found to need more is not measured to its end."""
        return self.tall(BEYOND)

    def points(self, points: float) -> float:
        """Return points of the design system at the scale of the theme's type."""
        return points * self.theme.scale

    def on_dark(self) -> Sheet:
        return replace(self, dark=True)

    def on_panel(self) -> Sheet:
        """Return the sheet for panels that stand out: on dark ground, unless the theme is made for paper."""
        return self.on_dark() if self.theme.dark_panels else self

    def color(self, token: str) -> Color:
        return self.theme.color(token)

    def ink_on(self, fill: str | Color, wanted: str) -> Color:
        """Return the colour of words on a fill: the wanted one where it can be read there."""
        return ink_on(self.theme, self.color(fill) if isinstance(fill, str) else fill, self.color(wanted))

    def shown(self, token: str) -> Color:
        """Return the colour of a token that is meant for dark ground, or on light ground the one that plays its part there."""
        return self.color(token if self.dark else ON_LIGHT.get(token, token))

    def ink(self, tone: Tone = Tone.NORMAL) -> Color:
        """Return the text colour of a tone on this ground: on dark ground every emphasis is the accent."""
        if not self.dark:
            return self.theme.tone(tone)
        on_deep = {Tone.NORMAL: "ondeep", Tone.QUIET: "ondeep3"}
        return self.color(on_deep.get(tone, "accent"))

    def style(self, role: str, color: str | Color = "ink", *, align: Align = Align.LEFT, bold: bool | None = None) -> Style:
        """Return the style of a type role; `bold` None takes the role's weight."""
        ink = self.color(color) if isinstance(color, str) else color
        type_role = self.theme.role(role)
        return Style(type_role, ink, self.theme.face(role), align, type_role.bold if bold is None else bold)

    def book(self, style: Style) -> FontBook:
        """Return the fonts that a style is measured with."""
        return self.display if self.display and style.face == self.theme.heading else self.fonts

    def figure_style(self, role: str, tone: Tone = Tone.STRONG, *, align: Align = Align.LEFT, unit_scale: float = 0.5) -> Style:
        """Return the style of a big number: bold, with a smaller regular unit in the colour of the tone."""
        ink = self.ink(tone)
        unit = ink if tone is not Tone.NORMAL else self.color("ondeep2" if self.dark else "ink2")
        return replace(self.style(role, ink, align=align, bold=True), unit_scale=unit_scale, unit_color=unit)

    def runs(self, text: Text, style: Style) -> tuple[Run, ...]:
        """Return the runs of a text in one style: bold and status tones as written, units of big numbers smaller."""
        if style.unit_scale >= 1:
            return tuple(self._run(span, style) for span in text.spans)
        size = max(self.points(LEAST_UNIT), round(style.size * style.unit_scale * 2) / 2)
        unit = replace(style.sized(size), color=style.unit_color or style.color, bold=False)
        return tuple(self._run(span, unit if is_unit else style) for span, is_unit in split_unit(text))

    def _run(self, span: Span, style: Style) -> Run:
        return Run(span.text, style.size, self._span_color(span, style), style.bold or span.bold, style.face, span.fact, span.link)

    def _span_color(self, span: Span, style: Style) -> Color:
        if span.tone in STATUS_TONES and not self.dark:
            return self.theme.tone(span.tone)
        return style.color

    def width(self, text: Text, style: Style) -> Length:
        """Return the width that the widest line of an unwrapped text is sure to fit, whichever program sets it."""
        runs = self.runs(text, style)
        plain = "".join(run.text for run in runs)
        ems = advances(((run.text, run.bold) for run in runs), self.book(style))
        sizes = [run.size for run in runs for _ in run.text]
        widest, line = 0.0, 0.0
        for character, em, size in zip(plain, autospaced(plain, ems), sizes, strict=True):
            line = 0.0 if character == "\n" else line + em * size
            widest = max(widest, line)
        return pt(widest / SINGLE_LINE_SHARE)

    def breaks(self, text: Text, style: Style, width: Length) -> tuple[int, ...]:
        """Return the offsets at which the wrapped lines after the first start."""
        return tuple(start for start, _ in self._bounds(text, style, width)[1:])

    def _bounds(self, text: Text, style: Style, width: Length) -> tuple[tuple[int, int], ...]:
        return line_bounds(text, size=style.size, measure=width, fonts=self.book(style), bold=style.bold)

    def balanced(self, text: Text, style: Style, width: Length) -> Text:
        """Return a text of two lines with a soft return where the sense parts it; any other text as it is."""
        parted = halves(text, size=style.size, measure=width * SAFE_WIDTH, fonts=self.book(style), bold=style.bold)
        balanced = with_returns(text, parted) if parted else text
        return balanced if self.line_count(balanced, style, width) <= self.line_count(text, style, width) else text

    def unorphaned(self, text: Text, style: Style, width: Length) -> Text:
        """Return a text with a soft return that gives its last line three characters; as it is where that is not needed or no mend."""
        parted = without_orphan(text, size=style.size, measure=width, fonts=self.book(style), bold=style.bold)
        mended = with_returns(text, parted) if parted else text
        return mended if self.line_count(mended, style, width) <= self.line_count(text, style, width) else text

    def is_orphaned(self, text: Text, style: Style, width: Length) -> bool:
        """Tell whether the last of several lines has fewer than three characters, also where LibreOffice sets them."""
        return ends_orphaned(text.plain, self._bounds(text, style, width)) or self._orphaned_in_libreoffice(text, style, width)

    def is_frail(self, text: Text, style: Style, width: Length) -> bool:
        """Tell whether a text ends in an orphan, or begins another line in LibreOffice, which then has but a few characters."""
        if style.unit_scale < 1:
            return False
        usual, other = self._bounds(text, style, width), self._libreoffice_bounds(text, style, width)
        return len(other) > len(usual) or ends_orphaned(text.plain, usual) or self._orphaned_in_libreoffice(text, style, width)

    def _orphaned_in_libreoffice(self, text: Text, style: Style, width: Length) -> bool:
        bounds = self._libreoffice_bounds(text, style, width)
        return ends_orphaned(text.plain, bounds) or ends_in_lone_figure(text.plain, bounds)

    def _libreoffice_bounds(self, text: Text, style: Style, width: Length) -> tuple[tuple[int, int], ...]:
        measure, table = width.points / style.size, break_table(text, self.book(style), bold=style.bold)
        return tuple(table.lines(measure, Spacing.LIBREOFFICE))

    def line_count(self, text: Text, style: Style, width: Length) -> int:
        if not text:
            return 0
        key = (id(text), style.role.size, style.bold, style.face, width)
        found = self.memory.get(key)
        if found is None:  # the text is kept too, so that its id stays its own
            found = self.memory[key] = (text, count_safely(text, size=style.size, measure=width, fonts=self.book(style), bold=style.bold))
        lines: int = found[1]
        return lines

    def height(self, text: Text, style: Style, width: Length) -> Length:
        """Return the height of a text wrapped to a width, with room for the program that breaks earliest; zero for an empty one."""
        return pt(self.line_count(text, style, width) * style.pitch)
