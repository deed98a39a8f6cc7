"""What a package rule is: a named question to an open package whose docstring is its manual, and the faults it answers with."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import Enum

from engine.base.diagnostics import Phrase, Severity
from engine.base.records import dataclass
from engine.probe.package import Package


class Author(Enum):
    """Who wrote the file that is judged. DEBRIEF: a fault is ours. OTHER: it is for whoever has the file."""

    DEBRIEF = "debrief"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one part of a package: `element` says where in it, empty for the part as a whole."""

    part: str
    element: str
    zh: str
    en: str

    @property
    def message(self) -> Phrase:
        return Phrase(f"{self.element}：{self.zh}", f"{self.element}: {self.en}") if self.element else Phrase(self.zh, self.en)


Judge = Callable[[Package], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `elsewhere`: how grave a breach is in a file of another program, where Office is known to put up with some."""

    judge: Judge
    elsewhere: Severity = Severity.ERROR

    @property
    def name(self) -> str:
        return self.judge.__name__

    @property
    def manual(self) -> str:
        return inspect.cleandoc(self.judge.__doc__ or "")


@dataclass(frozen=True, slots=True)
class PackageCheck:
    """The rules of one family, under one code; the docstring of their module is the manual page, followed by that of each rule."""

    code: str
    rules: tuple[Rule, ...]

    @property
    def name(self) -> str:
        return self.code
