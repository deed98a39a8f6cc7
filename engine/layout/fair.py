"""Dividing a width that is too narrow for all: who needs little gets it, the others share what is left equally."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.units import ZERO, Length


def fair_widths(needs: Sequence[Length], total: Length) -> tuple[Length, ...]:
    """Return a width for each need: all of it where the total is enough, else at most the part that is fair.

    What the needs leave of the total is not given to anybody.
    """
    widths = [ZERO] * len(needs)
    left = max(ZERO, total)
    for done, index in enumerate(sorted(range(len(needs)), key=lambda index: needs[index])):
        widths[index] = min(needs[index], left.over(len(needs) - done))
        left -= widths[index]
    return tuple(widths)
