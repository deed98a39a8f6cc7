"""What a chart kind is: a check of its data and a drawing of it as a backend-neutral figure."""

from __future__ import annotations

from collections.abc import Callable

from engine.base.diagnostics import Diagnostic, Language
from engine.base.records import dataclass, replace
from engine.base.units import Length, Size
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure
from engine.model.theme import Color, Theme


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Where and how a chart is drawn: the frame's size, the theme, the ground.

    `gutter` reserves exactly this width left of the plot, None takes what the labels need. `category_labels` False leaves the categories to
    the planner, who prints them as the head row of the values below the plot. `scale` is how many points of the page one point of the
    design system is.
    """

    theme: Theme
    size: Size
    language: Language = Language.ZH
    on_dark: bool = False
    gutter: Length | None = None
    category_labels: bool = True
    scale: float = 1.0

    def in_design_points(self) -> ChartLook:
        """Return the look with its lengths in points of the design system, which kinds draw in."""
        if self.scale == 1:
            return self
        size = Size(self.size.width.over(self.scale), self.size.height.over(self.scale))
        return replace(self, size=size, gutter=None if self.gutter is None else self.gutter.over(self.scale), scale=1.0)

    def color(self, light: str, dark: str) -> Color:
        """Return the theme colour of a token on light ground, of the other on dark ground."""
        return self.theme.color(dark if self.on_dark else light)

    def word(self, zh: str, en: str) -> str:
        return zh if self.language is Language.ZH else en

    @property
    def ink(self) -> Color:
        return self.color("ink", "ondeep")

    @property
    def quiet(self) -> Color:
        return self.color("ink2", "ondeep2")

    @property
    def message(self) -> Color:
        """The one highlight colour of a chart."""
        return self.color("primary", "accent")

    @property
    def ground(self) -> Color:
        return self.color("bg", "deep")


@dataclass(frozen=True, slots=True)
class ChartDef:
    """`validate` returns what makes the chart empty or impossible; `figure` may rely on its having found no error."""

    name: str
    validate: Callable[[ChartData], tuple[Diagnostic, ...]]
    figure: Callable[[ChartData, ChartLook], ChartFigure]
