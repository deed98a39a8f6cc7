"""Small forms that tables of computed figures share: their columns, cells of facts, and the definitions below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.base.diagnostics import Location, Phrase
from engine.blocks.definition import BlockContext
from engine.blocks.plot import distinct, used_text
from engine.load.prose import Prose
from engine.metrics.answers import bare
from engine.metrics.insight import Insight
from engine.metrics.numbers import axis_style
from engine.metrics.problems import FactError
from engine.metrics.quantity import Quantity
from engine.model.blocks import Align, TableCell, TableColumn
from engine.model.inlines import Span, Text, Tone, text
from engine.model.numbers import NumberStyle

LIST_COMMA, SEMICOLON = Phrase("、", ", "), Phrase("；", "; ")


def insights(names: Sequence[Prose], context: BlockContext) -> list[tuple[Prose, Insight]]:
    """Return metrics by id, with where they are named; unknown ones are findings there."""
    found = []
    for name in names:
        try:
            found.append((name, context.metrics.get(str(name))))
        except FactError as trouble:
            context.report(trouble.diagnostic(name.where))
    return found


def words_column(header: Phrase, context: BlockContext, weight: float | None = None) -> TableColumn:
    return TableColumn(text(context.say(header), where=context.where), weight=weight)


def number_column(header: Phrase | str, context: BlockContext, unit: str = "") -> TableColumn:
    label = header if isinstance(header, str) else context.say(header)
    return TableColumn(text(label, where=context.where), unit, Align.RIGHT, numeric=True)


def fact_cell(quantity: Quantity, at: Location, context: BlockContext, *, tone: Tone = Tone.NORMAL, bold: bool = False) -> TableCell:
    return TableCell(used_text(quantity, at, context, tone=tone), tone=tone, bold=bold)


def column_cell(quantity: Quantity, style: NumberStyle, at: Location, context: BlockContext, *, bold: bool = False) -> TableCell:
    """Return a number in the style of its column, whose header prints the unit."""
    return fact_cell(quantity.restyled(bare(style), "column"), at, context, bold=bold)


def shared_style(quantities: Iterable[Quantity], context: BlockContext) -> NumberStyle:
    """Return one style for the numbers of a column, in the unit of the first."""
    listed = list(quantities)
    return axis_style([one.value for one in listed], listed[0].unit, context.language)


def definitions_note(note: Text, views: Sequence[Insight], context: BlockContext) -> Text:
    """Return the written note, else the definitions of the metrics, each behind its name."""
    if note or not views:
        return note
    colon = context.say(Phrase("：", ": "))
    told = {f"{view.label}{colon}{view.definition}": view for view in views if view.definition}
    semicolon = context.say(SEMICOLON)
    spans: list[Span] = []
    for words, view in told.items():
        spans += [Span(semicolon)] if spans else []
        spans += defined_text(words, view, context).spans
    return Text(tuple(spans), context.where)


def defined_text(words: str, view: Insight, context: BlockContext) -> Text:
    """Return words that the definition of a metric says; figures in them are facts, set where the definition stands."""
    return context.settled(text(words, where=view.defined.defined_at or context.where))


def sources_text(views: Sequence[Insight], context: BlockContext) -> Text:
    return text(context.say(LIST_COMMA).join(distinct(view.source for view in views)), where=context.where)
