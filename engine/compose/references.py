"""References in text, `见[图](#各渠道成交)`: each must name a chart, table or picture of the report by its title."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.base.registry import nearest
from engine.model.blocks import Chart, Image, Shares, Table
from engine.model.charts import Series
from engine.model.inlines import Text
from engine.model.report import Report
from engine.model.walk import PLAIN, parts_of


def dangling_references(report: Report) -> Iterator[Diagnostic]:
    """Yield a finding for every reference to a title that nothing in the report has, and for titles that two things have."""
    nodes: list[object] = []
    _gather((report.sections, report.closing), nodes)
    titles = list(_titles(nodes))
    for text in (node for node in nodes if isinstance(node, Text)):
        for span in text.spans:
            if span.ref is not None and (count := titles.count(span.ref)) != 1:
                yield _finding(span.ref, count, titles, text)


def _finding(title: str, count: int, titles: list[str], text: Text) -> Diagnostic:
    if count:
        hint = Phrase("改其中一个的题名", "give one of them another title")
        return error("YAML042", f"有 {count} 个图表叫“{title}”", f"{count} things are called {title!r}", text.where, hint)
    close = nearest(title, titles)
    hint = (
        Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
        if close
        else Phrase("写图表的题名", "write the title of the chart or table")
    )
    return error("YAML042", f"没有叫“{title}”的图或表", f"no chart or table is called {title!r}", text.where, hint)


def _titles(nodes: list[object]) -> Iterator[str]:
    """Yield the titles of what a paper numbers; a chart without one in a topic is called after the topic there."""
    for node in nodes:
        match node:
            case Chart():
                yield node.data.title.plain
            case Table() | Image():
                yield node.caption.plain
            case Shares():
                yield node.title.plain
            case _:
                pass


def _gather(value: object, found: list[object]) -> None:
    """Add every value object in reading order; of a text or a series of values nothing inside is asked for."""
    if isinstance(value, Text):
        found.append(value)
    elif not isinstance(value, Series):
        if not isinstance(value, tuple):
            found.append(value)
        for part in parts_of(value):
            if type(part) not in PLAIN:
                _gather(part, found)
