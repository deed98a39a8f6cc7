"""What a check of a finished file is, and how it names the places of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase
from engine.base.records import dataclass
from engine.probe.drawn import DrawnFile

FIRST_WORDS = 16


@dataclass(frozen=True, slots=True)
class DrawnCheck:
    """Judges what a finished file of some formats shows; findings get the place they are handed. The docstring of its module is its page."""

    code: str
    formats: tuple[str, ...]
    run: Callable[[DrawnFile, Location], Iterator[Diagnostic]]

    @property
    def name(self) -> str:
        return self.code


def on_page(drawn: DrawnFile, page: int) -> Phrase:
    """Return where a page is: a slide, a page, or for 0 the document."""
    if not page:
        return Phrase("文档里", "in the document")
    return Phrase(f"第 {page} 页", f"on slide {page}" if drawn.format == "pptx" else f"on page {page}")


def quoted(words: str, otherwise: Phrase) -> Phrase:
    """Return the first words of a text in quotation marks."""
    line = " ".join(words.split())
    if not line:
        return otherwise
    start = line if len(line) <= FIRST_WORDS else f"{line[:FIRST_WORDS]}…"
    return Phrase(f"“{start}”", f"“{start}”")
