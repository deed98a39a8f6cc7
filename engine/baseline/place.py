"""Where a baseline stands, and what findings about it are called: all that a run without one needs to know."""

from __future__ import annotations

from pathlib import Path

FOLDER = "baseline"
CHANGES_FILE = "changes.html"
"""The page of changes, among the results."""

TEXT, PICTURE, PAGES, NONE_APPROVED = "DIFF002", "DIFF003", "DIFF004", "DIFF005"
CODES = frozenset({TEXT, PICTURE, PAGES, NONE_APPROVED})
"""They never keep files from being written: who is to judge a change must see it."""


def folder_of(report: Path, member: str | None = None) -> Path:
    """Return where the baseline of a report is kept, of a batch that of one member."""
    return report / FOLDER if member is None else report / FOLDER / member
