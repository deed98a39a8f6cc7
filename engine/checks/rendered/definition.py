"""What a check of a drawing is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from engine.base.diagnostics import Diagnostic, Location
from engine.base.records import dataclass
from engine.probe.drawn import DrawnFile
from engine.probe.fixed_frames import FixedText
from engine.probe.office_lines import DrawnLines


@dataclass(frozen=True, slots=True)
class RenderedCheck:
    """Judges where the lines of texts were drawn on slides; the docstring of its module is its manual page."""

    code: str
    run: Callable[[DrawnFile, Sequence[DrawnLines], Location], Iterator[Diagnostic]]

    @property
    def name(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """Judges what of the words in the frames of a document was drawn; the docstring of its module is its manual page."""

    code: str
    run: Callable[[Sequence[FixedText], Location], Iterator[Diagnostic]]

    @property
    def name(self) -> str:
        return self.code
