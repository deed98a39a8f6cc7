"""Series for covers."""

from __future__ import annotations

from engine.model.inlines import text
from engine.model.report import Skyline


def skyline(*values: float, peak: int = 0, current: tuple[int, ...] = ()) -> Skyline:
    return Skyline(values, peak, text("4 万元"), text("当周"), current)
