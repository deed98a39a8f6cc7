"""Larger text where a page has much room: the step above full size that leaves some of the page free and no frail lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from engine.base.units import Rect
from engine.model.blocks import Block
from engine.plan.deck.arrange import draw_stack, stack_minimum
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.images import PictureSource
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import ROOMIER

FULL = 0.9
"""The part of a page that larger text may need: what is fuller stays at full size."""
FAULT = 1000
"""How many frail texts something that does not fit weighs."""


def roomier_steps(blocks: Sequence[Block], frame: Rect, sheet: Sheet) -> tuple[int, ...]:
    """Return the steps above full size that leave a part of an area free, the largest text first.

    Full size is asked first, which was measured before: what it does not leave room for, larger text does not.
    """
    limit = frame.height * FULL
    fitting = list(takewhile(lambda level: stack_minimum(blocks, frame.width, sheet, level) <= limit, (0, *reversed(ROOMIER))))
    return tuple(reversed(fitting[1:]))


def draw_roomy(blocks: Sequence[Block], frame: Rect, canvas: Canvas, pictures: PictureSource, level: int) -> None:
    """Draw blocks at their step; at full size at a larger one if there is room, the one with the fewest frail texts."""
    steps = () if level else roomier_steps(blocks, frame, canvas.sheet)
    if not steps:
        draw_stack(blocks, frame, canvas, pictures, level)
        return
    trials: list[tuple[int, Canvas]] = []
    for step in (*steps, level):
        trial = canvas.apart()
        draw_stack(blocks, frame, trial, pictures, step)
        faults = len(trial.findings.items) * FAULT + len(trial.frail or ())
        trials.append((faults, trial))
        if not faults:
            break
    canvas.take(min(trials, key=lambda trial: trial[0])[1])
