"""`phases`: a campaign from warm-up to wrap-up: what was done when, with its figures.

- phases:
    - name: 预热期
      dates: 5/20–6/1
      actions: [分层预热, 会员券提前发放]
      figures: [{figure: "{{ m.reserve }}", label: 付定}]
"""

from __future__ import annotations

from pydantic import Field

from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import FigureSpec
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Block, Step, Steps
from engine.model.inlines import Span, Text


class PhaseSpec(Spec):
    name: Prose = Field(description=said("阶段名称", "name of the phase"))
    dates: Prose = Field(description=said("起止日期", "its dates"))
    actions: list[Prose] = Field(default=[], description=said("做了什么", "what was done"))
    figures: list[FigureSpec] = Field(default=[], max_length=4, description=said("这一阶段的数字", "figures of the phase"))


class PhasesSpec(Spec):
    short_form = "items"
    items: list[PhaseSpec] = Field(min_length=2, max_length=6, description=said("二到六个阶段", "two to six phases"))


def build(spec: PhasesSpec, context: BlockContext) -> tuple[Block, ...]:
    items = tuple(
        Step(context.text(phase.name), _figures(phase.figures, context), context.text(phase.dates), tuple(map(context.text, phase.actions)))
        for phase in spec.items
    )
    return (Steps(items, context.where),)


def _figures(figures: list[FigureSpec], context: BlockContext) -> Text:
    """Return the figures of a phase as lines: what it is, then the figure in bold."""
    spans: list[Span] = []
    for figure in figures:
        value = context.text(figure.figure)
        spans += [Span("\n")] if spans else []
        spans += [*context.text(figure.label).spans, Span(" ")]
        spans += [Span(span.text, True, span.fact, span.tone, span.link) for span in value.spans]
    return Text(tuple(spans), figures[0].place) if figures else Text()


DEFINITION = BlockDef("phases", PhasesSpec, build, said("活动阶段", "phases of a campaign"))
