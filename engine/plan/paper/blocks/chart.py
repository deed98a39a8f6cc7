"""Charts over the full width, with what is printed beside them on a slide as a table below; a total and its shares."""

from __future__ import annotations

from engine.base.diagnostics import Language
from engine.base.units import Length, Size, inch, pt
from engine.model.blocks import Align, Chart, ShareItem, Shares
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure
from engine.model.inlines import EMPTY, Span, Text, Tone, text
from engine.model.one_line import one_line
from engine.model.paper import CELL_MARGIN, PaperCell, PaperChart, ParagraphRole
from engine.plan.paper import words
from engine.plan.paper.drawn_chart import paper_figure
from engine.plan.paper.flow import Flow
from engine.plan.paper.grid import Draft, GridColumn, GridRow, add_table, header_row
from engine.plan.paper.sheet import Sheet
from engine.plan.paper.texts import bold, joined

SIDEWAYS = frozenset({"bar", "funnel"})
ROW, FURTHER_BAR, FUNNEL_ROW, EDGES = 0.36, 0.14, 0.40, 0.16
HEIGHTS = {"pie": 2.3, "doughnut": 2.3, "radar": 2.9, "scatter": 2.7, "bubble": 2.7, "waterfall": 2.5, "target-actual": 2.3, "line": 2.4}
HEIGHT, SHARE_BAR = 2.2, 0.62
"""Heights in inches: of a bar and of each further one beside it, of a step, by kind, and of a single bar of shares."""


def write_chart(block: Chart, flow: Flow) -> None:
    data = block.data
    add_chart(data, flow, data.title)
    if data.value_rows:
        _write_values(data, flow)


def add_chart(data: ChartData, flow: Flow, caption: Text) -> None:
    """Append a native chart with its caption and source; what is wrong with its data is reported."""
    size = Size(flow.width, chart_height(data))
    figure = drawn(data, size, flow)
    if figure is None:
        return
    name = flow.unique("chart")
    flow.charts[name] = data
    facts = tuple(fact for series in data.series for fact in series.facts if fact)
    say = flow.sheet.say
    alt = data.alt or f"{data.title.plain}{say(words.COLON)}{say(words.COMMA).join(data.categories)}"
    source = joined((_bands(data, flow.sheet), with_prefix(data.source, flow.sheet)), say(words.SEMICOLON))
    numbered = flow.figure_caption(caption)
    title = chart_title(data.title or numbered.title, figure, flow.sheet)
    flow.add(PaperChart(name, figure, size, title, alt, numbered, source, facts, flow.at(data.where)))


def drawn(data: ChartData, size: Size, flow: Flow) -> ChartFigure | None:
    outcome = paper_figure(data, size, flow.sheet)
    flow.findings.extend(outcome.diagnostics)
    return outcome.value


def chart_height(data: ChartData) -> Length:
    """Return the height a chart looks well at: bars by their number, others by kind."""
    if data.kind in SIDEWAYS:
        row = FUNNEL_ROW if data.kind == "funnel" else ROW + FURTHER_BAR * (len(data.series) - 1)
        return inch(EDGES + row * len(data.categories))
    if data.kind == "stacked" and len(data.categories) == 1:
        return inch(SHARE_BAR)
    return inch(HEIGHTS.get(data.kind, HEIGHT))


def chart_title(title: Text, figure: ChartFigure, sheet: Sheet) -> Text:
    """Return “title，unit（remark）”; of two units neither, for each stands in the legend behind its series."""
    comma = sheet.say(words.CLAUSE)
    unit = "" if figure.second_axis else figure.unit
    remark = f"{sheet.say(words.OPEN)}{figure.remark}{sheet.say(words.CLOSE)}" if figure.remark else ""
    tail = (f"{comma}{unit}" if unit else "") + remark
    return joined((one_line(title), tail if title else tail.removeprefix(comma)))


def with_prefix(source: Text, sheet: Sheet) -> Text:
    """Return a source that says it is one."""
    if not source or source.plain.lower().startswith(words.SOURCE_WORDS):
        return source
    return Text((Span(sheet.say(words.SOURCE)), *source.spans), source.where)


def _bands(data: ChartData, sheet: Sheet) -> Text:
    """Return the names of the stretches that the chart shades, each with its first and last category."""
    if not data.bands:
        return EMPTY
    named = [f"{band.label}{sheet.say(words.OPEN)}{_stretch(data, band.first, band.last)}{sheet.say(words.CLOSE)}" for band in data.bands]
    return text(sheet.say(words.BANDS) + sheet.say(words.COMMA).join(named))


def _stretch(data: ChartData, first: int, last: int) -> str:
    names = [data.categories[index].replace("\n", "") for index in dict.fromkeys((first, last))]
    return "–".join(names)


def _write_values(data: ChartData, flow: Flow) -> None:
    """Append the values printed beside the plot: categories across when they are few, else down."""
    categories = [text(name.replace("\n", "")) for name in data.categories]
    sheet = flow.sheet
    title = _detail(data.title, sheet)
    if data.kind in SIDEWAYS or not _fits_across(data, categories, flow):
        columns = (GridColumn(), *(GridColumn(Align.RIGHT) for _ in data.value_rows))
        names = [text(sheet.say(words.CATEGORY)), *(one_line(row.label) for row in data.value_rows)]
        rows = tuple(
            GridRow((PaperCell((name,)), *(_value(row.cells[index]) for row in data.value_rows))) for index, name in enumerate(categories)
        )
    else:
        columns = (GridColumn(), *(GridColumn(Align.CENTER) for _ in categories))
        names = [EMPTY, *categories]
        rows = tuple(
            GridRow((PaperCell((one_line(row.label),), tone=Tone.QUIET), *(PaperCell((cell,), Align.CENTER) for cell in row.cells)))
            for row in data.value_rows
        )
    add_table(Draft(columns, (header_row(names, columns), *rows), title, where=data.where), flow)


def _value(said: Text) -> PaperCell:
    return PaperCell((said,), Align.RIGHT) if said else PaperCell((text(words.MISSING),), Align.RIGHT, Tone.QUIET)


def _fits_across(data: ChartData, categories: list[Text], flow: Flow) -> bool:
    """Tell whether the values stand side by side without a second line; else each category gets a row."""
    look = flow.sheet.look(ParagraphRole.TABLE_CELL)
    head = flow.sheet.look(ParagraphRole.TABLE_HEADER)
    labels = max(flow.sheet.width(row.label, look) for row in data.value_rows)
    columns = (
        max(flow.sheet.width(name, head), *(flow.sheet.width(row.cells[index], look) for row in data.value_rows))
        for index, name in enumerate(categories)
    )
    return sum((each + CELL_MARGIN * 2 + pt(2) for each in columns), labels + CELL_MARGIN * 2) <= flow.width


def write_shares(block: Shares, flow: Flow) -> None:
    """Append the bar of the whole and the table of its parts."""
    sheet = flow.sheet
    add_chart(block.data, flow, block.title)
    columns = (GridColumn(), GridColumn(Align.RIGHT), GridColumn(Align.RIGHT), GridColumn())
    noted = any(item.note for item in block.items)
    amount = joined((sheet.say(words.AMOUNT), f"{sheet.say(words.OPEN)}{block.unit}{sheet.say(words.CLOSE)}" if block.unit else ""))
    names = [text(sheet.say(words.ITEM)), amount, text(sheet.say(words.SHARE)), text(sheet.say(words.REMARK))]
    kept = columns if noted else columns[:3]
    rows = tuple(GridRow(tuple(_share_cells(item))[: len(kept)]) for item in block.items)
    title = _detail(block.title, sheet)
    add_table(Draft(kept, (header_row(names[: len(kept)], kept), *rows), title, where=block.where), flow)


def _detail(title: Text, sheet: Sheet) -> Text:
    """Return the caption of the table that gives a chart's values."""
    if not title:
        return EMPTY
    named = one_line(title)
    latin = named.plain[-1:].isascii() and named.plain[-1:].isalnum()
    space = " " if latin and sheet.language is Language.ZH else ""
    return joined((named, space + sheet.say(words.DETAIL)))


def _share_cells(item: ShareItem) -> tuple[PaperCell, ...]:
    label = bold(one_line(item.label)) if item.hollow else one_line(item.label)
    return (
        PaperCell((label,)),
        PaperCell((one_line(item.amount),), Align.RIGHT, bold=True),
        PaperCell((one_line(item.ratio_text),), Align.RIGHT),
        PaperCell((item.note,)),
    )
