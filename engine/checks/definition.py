"""What a check is: one code, one question to a composed report, to several, to a planned deck or to a finished file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from engine.base.diagnostics import Diagnostic
from engine.base.records import dataclass
from engine.checks.reading import Reading
from engine.model.deck import Deck
from engine.model.evidence import Shared
from engine.model.report import Report
from engine.model.settings import Settings


@dataclass(frozen=True, slots=True)
class ReportCheck:
    """Judges a composed report; the docstring of its module is its manual page.

    `whole`: it asks what is missing in the report, and keeps silent while mistakes keep a part of the report away.
    """

    code: str
    run: Callable[[Reading], Iterator[Diagnostic]]
    whole: bool = False

    @property
    def name(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class TogetherCheck:
    """Judges what a report shares with those before it; each finding comes with the metric it is about. The module's docstring is its page."""

    code: str
    run: Callable[[Sequence[Shared], Sequence[Shared]], Iterator[tuple[Diagnostic, Shared]]]

    @property
    def name(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class DeckCheck:
    """Judges a planned deck; the docstring of its module is its manual page."""

    code: str
    run: Callable[[Deck], Iterator[Diagnostic]]

    @property
    def name(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """Judges the pages of a report's main form beside what the workspace wants of them; the docstring of its module is its manual page."""

    code: str
    run: Callable[[Deck, Report, Settings], Iterator[Diagnostic]]

    @property
    def name(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class FileCheck:
    """Judges the bytes of a finished file of some formats; `file` is its name."""

    code: str
    formats: tuple[str, ...]
    run: Callable[[bytes, str], Iterator[Diagnostic]]

    @property
    def name(self) -> str:
        return self.code
