"""Side panels as callouts: what stands large on a slide is a bold line here, rows and entries are labelled lines, charts follow."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.blocks import Panel, PanelEntry
from engine.model.inlines import Text, Tone
from engine.model.one_line import one_line
from engine.model.paper import PaperCallout, PaperParagraph, ParagraphRole
from engine.plan.paper.blocks.chart import add_chart
from engine.plan.paper.flow import Flow
from engine.plan.paper.texts import bold, in_brackets, joined, labelled, led, toned

STATUS_BELOW = frozenset({Tone.IMPROVE, Tone.MISSED})


def write_panel(block: Panel, flow: Flow) -> None:
    label = joined((one_line(block.title), in_brackets(toned(one_line(block.status), block.tone), flow.sheet)))
    inside = tuple(_paragraphs(block, flow))
    if label or inside:
        flow.add(PaperCallout(label, inside, flow.at(block.where)))
    for data in block.charts:
        add_chart(data, flow, data.title)


def _paragraphs(block: Panel, flow: Flow) -> Iterator[PaperParagraph]:
    sheet = flow.sheet
    yield from _callout(one_line(block.subtitle))
    figure = toned(bold(block.figure), block.tone) if block.tone in STATUS_BELOW else bold(block.figure)
    yield from _callout(joined((figure, in_brackets(one_line(block.caption), sheet) if block.figure else block.caption)))
    for row in block.rows:
        yield from _callout(labelled(row, sheet), ParagraphRole.BULLET)
    yield from _callout(block.body)
    yield from _callout(bold(one_line(block.heading)))
    for bullet in block.bullets:
        yield from _callout(bullet, ParagraphRole.BULLET)
    for entry in block.entries:
        yield from _callout(_entry(entry, flow))


def _entry(entry: PanelEntry, flow: Flow) -> Text:
    head = joined((toned(one_line(entry.figure), entry.tone), one_line(entry.title)), " ")
    return led(head, entry.body, flow.sheet)


def _callout(said: Text, role: ParagraphRole = ParagraphRole.CALLOUT) -> Iterator[PaperParagraph]:
    if said:
        yield PaperParagraph(role, said, where=said.where)
