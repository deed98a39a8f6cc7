"""The colours of beams on covers, of decks and of documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

RAMP: Final = ((0.15, "sky"), (0.30, "sky_current"), (0.41, "sky_reflect"), (1.0, "sky_reflect_current"))
"""Colour tokens by the share of the range of the values up to which they go; the peak that is named has the accent."""


def beam_colors(values: Sequence[float]) -> tuple[str, ...]:
    """Return the colour token of each beam: warmer the longer it is among the others."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    return tuple(_token((value - low) / (high - low) if high > low else 1.0) for value in values)


def _token(share: float) -> str:
    return next((token for limit, token in RAMP if share <= limit), RAMP[-1][1])
