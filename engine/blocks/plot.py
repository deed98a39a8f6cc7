"""Categories and series of a chart as quantities, before one number style is chosen for each axis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from engine.base.diagnostics import Language, Location, Phrase
from engine.base.records import dataclass, replace
from engine.blocks.definition import BlockContext
from engine.load.prose import Prose
from engine.metrics.answers import bare
from engine.metrics.marks import MARK, unmarked
from engine.metrics.numbers import axis_style
from engine.metrics.quantity import Quantity
from engine.metrics.view import shown
from engine.model.charts import Emphasis, Series
from engine.model.inlines import EMPTY, Text, Tone, text
from engine.model.numbers import NumberStyle
from engine.model.tables import Cell

OTHER = Phrase("其他", "Other")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ACTUAL, TARGET = Phrase("实际", "Actual"), Phrase("目标", "Target")


@dataclass(frozen=True, slots=True)
class PlottedSeries:
    """One series; `values` has one quantity per category, None for a gap. `unit` is the unit the data are in."""

    name: str
    values: tuple[Quantity | None, ...]
    unit: str = ""
    emphasis: Emphasis = Emphasis.AUTO
    secondary: bool = False

    @property
    def raw(self) -> tuple[float | None, ...]:
        return tuple(None if quantity is None else quantity.value for quantity in self.values)


@dataclass(frozen=True, slots=True)
class Plot:
    """What a chart shows; `metrics` are the ids of the metrics in it, `sources` where their data come from.

    `keys` are the categories as the table writes them, where that is not what the page prints (days); empty elsewhere.
    """

    categories: tuple[str, ...]
    series: tuple[PlottedSeries, ...]
    metrics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def index(self, name: str) -> int | None:
        """Return the place of a category by its printed or written name, None when there is none."""
        for names in (self.categories, self.keys):
            if name in names:
                return names.index(name)
        return None


def styles(series: Sequence[PlottedSeries], context: BlockContext, decimals: int | None = None) -> tuple[NumberStyle, ...]:
    """Return one style per series, the same for all series of one axis and unit."""
    chosen: dict[tuple[str, bool], NumberStyle] = {}
    for one in series:
        key = (one.unit, one.secondary)
        if key not in chosen:
            values = [value for other in series if (other.unit, other.secondary) == key for value in other.raw]
            chosen[key] = axis_style(values, one.unit, context.language, decimals)
    return tuple(chosen[(one.unit, one.secondary)] for one in series)


def plotted(series: PlottedSeries, style: NumberStyle, where: Location, context: BlockContext) -> Series:
    """Return the series for drawing, every value of it recorded as a fact that is used at `where`."""
    facts: list[str | None] = []
    for quantity in series.values:
        if quantity is None or quantity.value is None:
            facts.append(None)
            continue
        fact = quantity.plotted(bare(style)).fact()
        context.metrics.facts.use(fact.id, where)
        facts.append(fact.id)
    return Series(series.name, series.raw, style, series.emphasis, series.secondary, tuple(facts))


def label_words(words: Prose, context: BlockContext) -> str:
    """Return the words of a label, which charts keep as strings; facts in them are recorded as used there."""
    for match in MARK.finditer(words):
        context.metrics.facts.use(match["id"], words.where)
    return unmarked(words)


def used_text(quantity: Quantity | None, where: Location, context: BlockContext, *, tone: Tone = Tone.NORMAL, bold: bool = False) -> Text:
    """Return a quantity as printed text, recorded as used at `where`; None is an empty text."""
    if quantity is None:
        return EMPTY
    fact = quantity.fact()
    context.metrics.facts.use(fact.id, where)
    return text(fact.text, bold=bold, tone=tone, fact=fact.id, where=where)


def toned(content: Text, tone: Tone) -> Text:
    """Return the same text in another tone."""
    return replace(content, spans=tuple(replace(span, tone=tone) for span in content.spans))


def category_names(labels: Sequence[Cell], language: Language) -> tuple[str, ...]:
    """Return categories as pages print them; days as 8/31, or 1 月 where each is the first of a month."""
    days = [label for label in labels if isinstance(label, dt.date)]
    return tuple(map(shown, labels)) if len(days) != len(labels) else day_names(days, days, language)


def day_names(days: Iterable[dt.date], all_days: Sequence[dt.date], language: Language, *, months: bool = True) -> tuple[str, ...]:
    """Return days as 8/31, or as 7 月 where all are the first of a month (`months` False: never); with the year where there are several."""
    one_year = len({day.year for day in all_days}) == 1
    by_month = months and all(day.day == 1 for day in all_days)
    return tuple(_month(day, language, one_year=one_year) if by_month else _day(day, one_year=one_year) for day in days)


def _day(day: dt.date, *, one_year: bool) -> str:
    return f"{day.month}/{day.day}" if one_year else f"{day.year}/{day.month}/{day.day}"


def _month(day: dt.date, language: Language, *, one_year: bool) -> str:
    month = f"{day.month} 月" if language is Language.ZH else _MONTHS[day.month - 1]
    if one_year:
        return month
    return f"{day.year} 年 {month}" if language is Language.ZH else f"{month} {day.year}"


def distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Return each non-empty word once, in order."""
    return tuple(dict.fromkeys(word for word in words if word))
