"""Sections and topics into the flow: heading, conclusion, evidence, blocks, source."""

from __future__ import annotations

from engine.model.inlines import text
from engine.model.one_line import one_line
from engine.model.paper import ParagraphRole
from engine.model.report import Report, Section, Topic
from engine.plan.paper import words
from engine.plan.paper.blocks.chart import with_prefix
from engine.plan.paper.flow import Flow
from engine.plan.paper.pictures import PictureSource
from engine.plan.paper.texts import ended, led
from engine.plan.paper.write import write_block

APPENDIX = "appendix"


def write_report(report: Report, flow: Flow, pictures: PictureSource) -> None:
    for section in report.sections:
        _write_section(section, flow, pictures)
    if report.closing:
        _write_closing(report.closing, flow, pictures)
    if report.appendix:
        _write_appendix(report.appendix, flow, pictures)


def _write_appendix(topics: tuple[Topic, ...], flow: Flow, pictures: PictureSource) -> None:
    """Append where the figures come from, as the last chapter."""
    title = text(flow.sheet.say(words.APPENDIX), where=topics[0].where)
    flow.begin_topic(title, topics[0].where)
    flow.heading(1, title, APPENDIX)
    for topic in topics:
        flow.begin_topic(topic.label, topic.where)
        flow.heading(2, topic.label, bookmark_name(topic.id))
        for block in topic.blocks:
            write_block(block, flow, pictures)


def _write_section(section: Section, flow: Flow, pictures: PictureSource) -> None:
    flow.begin_topic(section.title, section.where)
    flow.heading(1, section.title, bookmark_name(section.id))
    if one_line(section.lead).plain != one_line(section.title).plain:
        flow.paragraph(ParagraphRole.LEAD, one_line(section.lead))
    flow.body(ended(section.summary, flow.sheet))
    for number, question in enumerate(section.questions, 1):
        said = led(question.question, question.answer, flow.sheet)
        flow.paragraph(ParagraphRole.NUMBERED, said, number=flow.sheet.numbers.item(number))
    for topic in section.topics:
        flow.begin_topic(topic.label or topic.title, topic.where)
        flow.heading(2, topic.label or topic.title, bookmark_name(topic.id))
        _write_topic(topic, flow, pictures)


def _write_closing(topic: Topic, flow: Flow, pictures: PictureSource) -> None:
    """Append the closing topic as a chapter of its own."""
    flow.begin_topic(topic.label or topic.title, topic.where, depth=1)
    flow.heading(1, topic.label or topic.title, bookmark_name(topic.id))
    _write_topic(topic, flow, pictures)


def _write_topic(topic: Topic, flow: Flow, pictures: PictureSource) -> None:
    """Append what a topic says; notes are for the speaker and stay out of a paper."""
    if topic.label and one_line(topic.title).plain != one_line(topic.label).plain:
        flow.paragraph(ParagraphRole.LEAD, one_line(topic.title))
    flow.body(ended(topic.takeaway, flow.sheet))
    for block in topic.blocks:
        write_block(block, flow, pictures)
    flow.source(with_prefix(topic.source, flow.sheet))


def bookmark_name(identity: str) -> str:
    """Return a name that Word allows for a bookmark: letters, digits and underscores, 40 characters at most."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in identity)
    return kept[:40] if kept[:1].isalpha() else f"b_{kept}"[:40]
