"""Diagnostics are values, complete at birth: code, place, message, mend, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from enum import Enum
from typing import Generic, TypeVar

from engine.base.records import dataclass

T = TypeVar("T")


class Severity(Enum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Language(Enum):
    """The language that messages, labels and number words follow."""

    ZH = "zh-CN"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One message in both languages."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where something stands in an input.

    `file` is relative to the workspace root with forward slashes; `line` and `column` count from 1 in code points (0: whole file);
    `end_column` is the column after the last character on the same line (0: unknown). `cell` names a cell or range of a
    table as people say it, e.g. `kpi.xlsx!目标!C17`, and is empty for text files.
    """

    file: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    cell: str = ""

    def __str__(self) -> str:
        if self.cell:
            return self.cell
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is a family and number such as `YAML004`; `hint` is the mend, None when the message says it all."""

    code: str
    severity: Severity
    message: Phrase
    where: Location
    hint: Phrase | None = None

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def sort_key(self) -> tuple[str, int, int, tuple[tuple[int, int, str], ...], str, str]:
        """Return what puts diagnostics in reading order: file, line and column or cell, then code."""
        return (self.where.file, self.where.line, self.where.column, _reading_order(self.where.cell), self.code, self.message.en)


def _reading_order(cell: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that puts C9 before C17 and Z1 before AA1: numbers by value, letters first by their count."""
    parts = re.findall(r"(\d+)|(\D+)", cell.rpartition("!")[2])
    row_first = sorted(parts, key=lambda part: not part[0])
    return tuple((int(digits or 0), len(letters), letters) for digits, letters in row_first)


def error(code: str, zh: str, en: str, where: Location, hint: Phrase | None = None) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, Phrase(zh, en), where, hint)


def warning(code: str, zh: str, en: str, where: Location, hint: Phrase | None = None) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, Phrase(zh, en), where, hint)


@dataclass(slots=True)
class Findings:
    """An append-only collector used inside one stage, so that all mistakes are reported, not the first."""

    items: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostic: Diagnostic) -> None:
        self.items.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.items.extend(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    @property
    def has_errors(self) -> bool:
        return any(item.is_error for item in self.items)

    def outcome(self, value: T | None) -> Outcome[T]:
        return Outcome(value, tuple(self.items))


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage returns: its value, None when errors made one impossible, and everything it noticed."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(item.is_error for item in self.diagnostics)

    def expect_clean(self) -> T:
        """Return the value; raise AssertionError with all messages if anything at all was noticed (for tests)."""
        listing = "\n".join(f"{d.where}: {d.code} {d.message.en}" for d in self.diagnostics)
        assert self.value is not None and not self.diagnostics, listing or "no value"
        return self.value


def sorted_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each diagnostic once, by file, line, column and code."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=Diagnostic.sort_key))
