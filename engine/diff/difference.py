"""The whole difference of two versions of a report."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.diff.fact_changes import FactChange, fact_changes
from engine.diff.page_changes import PageChange, page_changes
from engine.model.outline import Outline


@dataclass(frozen=True, slots=True)
class Difference:
    """`pages` None: the two versions have no pages that could be compared (a slide deck and a Word file, or only facts)."""

    before: str
    after: str
    facts: tuple[FactChange, ...]
    pages: tuple[PageChange, ...] | None

    @property
    def is_empty(self) -> bool:
        return not self.facts and not self.pages


def difference(before: Outline, after: Outline) -> Difference:
    pages = page_changes(before.pages, after.pages) if before.pages is not None and after.pages is not None else None
    return Difference(before.name, after.name, fact_changes(before.facts, after.facts), pages)
