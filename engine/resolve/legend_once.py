"""The legend of the grades is printed once in a report, under the first tiles that ask for it."""

from __future__ import annotations

from engine.base.records import dataclass, replace
from engine.model.blocks import Block, Columns, Tiles
from engine.model.report import Report, Section, Topic


def with_one_legend(report: Report) -> Report:
    """Return the report with every legend but the first taken away."""
    walk = _Walk()
    sections = tuple(walk.section(section) for section in report.sections)
    closing = None if report.closing is None else walk.topic(report.closing)
    return replace(report, sections=sections, closing=closing)


@dataclass(slots=True)
class _Walk:
    """Goes through the report in reading order and remembers whether a legend was seen."""

    seen: bool = False

    def section(self, section: Section) -> Section:
        return replace(section, topics=tuple(self.topic(topic) for topic in section.topics))

    def topic(self, topic: Topic) -> Topic:
        return replace(topic, blocks=self.blocks(topic.blocks))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        match block:
            case Tiles(legend=legend) if legend:
                first, self.seen = not self.seen, True
                return block if first else replace(block, legend=())
            case Columns():
                return replace(block, items=tuple(replace(item, blocks=self.blocks(item.blocks)) for item in block.items))
            case _:
                return block
