"""What a check of the brand is: one question to a finished file, answered by the rules of the theme that it says it wears."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.base.diagnostics import Diagnostic, Location
from engine.base.records import dataclass
from engine.model.brand_rules import BrandRules
from engine.probe.drawn import DrawnFile


@dataclass(frozen=True, slots=True)
class BrandCheck:
    """Judges finished files of some formats by a brand; findings get the place they are handed. The docstring of its module is its page."""

    code: str
    formats: tuple[str, ...]
    run: Callable[[DrawnFile, BrandRules, Location], Iterator[Diagnostic]]

    @property
    def name(self) -> str:
        return self.code
