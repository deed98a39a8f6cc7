"""Findings that many reports of a batch share: the first is told in full, the others are counted."""

from __future__ import annotations

from collections.abc import Iterable

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.base.records import replace
from engine.batch.finished import Finished


class Repeats:
    """Remembers what was told, by code and place: a batch has one content, and a mistake in it is one mistake."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, Location], str] = {}
        self._others: dict[tuple[str, Location], set[str]] = {}

    def news(self, report: Finished) -> Finished:
        """Return the report with what was not told of another one."""
        return replace(report, diagnostics=tuple(item for item in report.diagnostics if self._is_news(item, report.name)))

    def _is_news(self, item: Diagnostic, name: str) -> bool:
        key = (item.code, item.where)
        first = self._first.setdefault(key, name)
        if first == name:
            return True
        if item.severity is not Severity.INFO:
            self._others.setdefault(key, set()).add(name)
        return False

    def told(self) -> Iterable[Phrase]:
        """Yield a line for each finding that other reports had too."""
        for (code, where), names in sorted(self._others.items(), key=lambda entry: str(entry[0])):
            one, *_ = sorted(names)
            more = len(names)
            yield Phrase(
                f"{where}: {code} 另有 {more} 份报告同样，如 {one}",
                f"{where}: {code} the same in {more} other report{'' if more == 1 else 's'}, such as {one}",
            )
