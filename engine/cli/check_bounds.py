"""`debrief check --pages LEAST-MOST --as-of DAY FILE`: what the user, or the workspace, wants of finished files."""

from __future__ import annotations

import datetime as dt
import re

import click

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.load.house import house_settings
from engine.model.settings import Settings

Pages = tuple[int | None, int | None]
_RANGE = re.compile(r"(\d{1,4})?\s*-\s*(\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Wishes:
    """`pages` are the fewest and the most that the user named, `day` the one for which data are wanted; None where nothing was named."""

    workspace: Workspace
    pages: Pages | None = None
    day: dt.date | None = None

    @property
    def settings(self) -> Settings:
        return house_settings(self.workspace)

    @property
    def is_any(self) -> bool:
        return self.pages is not None or self.day is not None


def read_pages(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Pages | None:
    """Return the bounds that `10-30`, `10-` or `-30` states. Raises UsageError for anything else."""
    if value is None:
        return None
    match = _RANGE.fullmatch(value.strip())
    least, most = (None, None) if match is None else (int(match[1]) if match[1] else None, int(match[2]) if match[2] else None)
    if (least is None and most is None) or (least is not None and most is not None and least > most):
        raise UsageError(
            f"--pages {value} 不是页数的范围",
            f"--pages {value} is no range of pages",
            Phrase("写成 10-30、10- 或 -30", "write 10-30, 10- or -30"),
        )
    return least, most


def read_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | None:
    """Return the day that `2025-07-08` states. Raises UsageError for anything else."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(
            f"--as-of {value} 不是日期", f"--as-of {value} is no date", Phrase("写成 2025-07-08", "write 2025-07-08")
        ) from None
