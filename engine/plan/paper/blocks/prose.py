"""Running text: headings, paragraphs, lists and steps."""

from __future__ import annotations

from engine.base.records import replace
from engine.model.blocks import Bullets, Heading, Paragraph, Steps
from engine.model.inlines import Text
from engine.model.one_line import one_line
from engine.model.paper import ParagraphRole
from engine.plan.paper import words
from engine.plan.paper.flow import Flow
from engine.plan.paper.texts import bold, in_brackets, joined, led


def write_heading(block: Heading, flow: Flow) -> None:
    flow.written_heading(block.level, block.text)


def write_paragraph(block: Paragraph, flow: Flow) -> None:
    flow.paragraph(ParagraphRole.LABEL if block.is_label else ParagraphRole.BODY, block.text)


def write_bullets(block: Bullets, flow: Flow) -> None:
    """Append items; one that continues an item of before has no number."""
    number = block.first
    for item in block.items:
        if block.ordered and not item.continued:
            flow.paragraph(ParagraphRole.NUMBERED, item.text, number=flow.sheet.numbers.item(number))
            number += 1
        else:
            flow.paragraph(ParagraphRole.BULLET, item.text)
        for child in item.children:
            flow.nested(child, numbered=block.ordered)


def write_steps(block: Steps, flow: Flow) -> None:
    """Append numbered paragraphs: bold title with its date in brackets, the sentence, then what was done."""
    for number, step in enumerate(block.items, 1):
        flow.paragraph(
            ParagraphRole.NUMBERED,
            led(_title(step.title, step.label, flow), _sentence(step.body, flow), flow.sheet),
            number=flow.sheet.numbers.item(number),
        )
        for bullet in step.bullets:
            flow.nested(bullet, numbered=True)


def _title(title: Text, label: Text, flow: Flow) -> Text:
    return joined((bold(one_line(title)), in_brackets(one_line(label), flow.sheet)))


def _sentence(body: Text, flow: Flow) -> Text:
    """Return a body of several lines (figures, one a line) as one sentence."""
    mark = flow.sheet.say(words.SEMICOLON)
    return Text(tuple(replace(span, text=span.text.replace("\n", mark)) for span in body.spans), body.where)
