"""debrief: review reports as code.

Six verbs carry a report from text to files: load, compose, resolve, plan, emit, check (see `engine.pipeline`). `Project` is the Python API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.project import Project

__all__ = ["Project"]


def __getattr__(name: str) -> Any:
    """Import `Project` when it is asked for: `debrief --help` need not read the whole engine."""
    if name == "Project":
        from engine.project import Project

        return Project
    raise AttributeError(name)
