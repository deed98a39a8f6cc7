"""Charts made by hand for tests, and a picture of a figure in words."""

from __future__ import annotations

from engine.base.diagnostics import Language, Location, Outcome
from engine.base.units import Length, Size, inch
from engine.charts import build_figure
from engine.charts.definition import ChartLook
from engine.model.charts import ChartData, Emphasis, Series
from engine.model.figure import ChartFigure, FigureSeries
from engine.model.inlines import text
from engine.model.numbers import NumberStyle
from engine.model.theme import Color, FontFace, Theme

WHERE = Location("content/demo/report.yaml", 41, 9)
PLAIN = NumberStyle()
WAN = NumberStyle(10_000, 0, "万元", "#,##0")
PERCENT = NumberStyle(0.01, 1, "%", "0.0")

FACE = FontFace("Microsoft YaHei", "微软雅黑", "Noto Sans CJK SC")
COLORS = {
    "bg": "FFFFFF", "line": "D6DEE4", "line2": "9FB0BC", "ink": "14232F", "ink2": "43535F", "ink3": "63737F", "deep": "0B2239", "deep3": "214A69",
    "primary": "1A6585", "p400": "5E9FB6", "p200": "B3D1DC", "p100": "DCEAF0", "muted": "B9C5CD", "accent": "F0A63A", "ondeep": "FFFFFF",
    "ondeep2": "B9CAD6", "ondeep3": "8FA6B6", "surface2": "E8EEF2", "improve": "92590A", "missed": "AE3636",
}  # fmt: skip
THEME = Theme("test", {token: Color(code) for token, code in COLORS.items()}, FACE, FACE, {}, Length(0), Length(0))


def look(
    width: float = 6, height: float = 3, *, dark: bool = False, language: Language = Language.ZH, gutter: float | None = None
) -> ChartLook:
    """Return a look of a frame in inches."""
    size = Size(inch(width), inch(height))
    return ChartLook(THEME, size, language, on_dark=dark, gutter=None if gutter is None else inch(gutter))


def series(
    name: str, *values: float | None, style: NumberStyle = PLAIN, emphasis: Emphasis = Emphasis.AUTO, secondary: bool = False
) -> Series:
    return Series(name, values, style, emphasis, secondary)


def chart(kind: str, categories: str, *drawn: Series, highlight: tuple[int, ...] = ()) -> ChartData:
    """Return chart data; `categories` are separated by spaces."""
    return ChartData(kind, text("季度销售"), tuple(categories.split()), drawn, highlight=highlight, metrics=("gmv",), where=WHERE)


def figure(data: ChartData, at: ChartLook | None = None) -> ChartFigure:
    """Return the figure of data that must be flawless."""
    return build_figure(data, at or look()).expect_clean()


def complaints(data: ChartData) -> str:
    """Return what is wrong, one line per finding: code, place and the Chinese message."""
    return listing(build_figure(data, look()))


def listing(outcome: Outcome[ChartFigure]) -> str:
    return "\n".join(f"{d.code} {d.where}: {d.message.zh}" for d in outcome.diagnostics)


def words(drawn: ChartFigure) -> str:
    """Return one line per series: group, name and values; `~` marks a gap, `()` a series that nobody sees."""
    return "\n".join(f"{group.kind.value}: {_series(one)}" for group in drawn.groups for one in group.series)


def _series(one: FigureSeries) -> str:
    name = one.name if one.fill or one.pen or one.marker or one.points else f"({one.name})"
    return f"{name} {' '.join('~' if value is None else f'{value:g}' for value in one.values)}"


def labels(drawn: ChartFigure, name: str) -> str:
    """Return the labels of one series: `index:text` or `index` alone where the value is printed, with the position."""
    (one,) = (one for one in drawn.series if one.name == name)
    return " ".join(
        f"{label.index}{':' + (label.text or '') + label.note if label.text or label.note else ''}@{label.position.value}"
        for label in one.labels
    )
