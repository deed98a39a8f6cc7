"""Where the typed characters of a text stand in its file, found by looking for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from engine.base.diagnostics import Location
from engine.load.text_file import SourceText

MOST_LINES = 200
"""A text is looked for in this many lines behind its beginning, unless it ends earlier."""
_TEMPLATE = r"\{\{.*?\}\}|\{%.*?%\}"


class ContentPlaces:
    """Finds typed words again in the content files of a report, given by the names that locations have."""

    def __init__(self, texts: Mapping[str, SourceText]) -> None:
        self._texts = texts

    def find(self, where: Location, word: str, nth: int = 0) -> Location | None:
        """Return the place of the `nth` (from 0) occurrence of `word` in the text that begins at `where`.

        None when it is not typed there: it comes from a table, a template or the program itself. A number is found as a whole only.
        """
        text = self._texts.get(where.file)
        if text is None or not where.line or not word:
            return None
        pattern = re.compile(rf"(?<![\d.,]){re.escape(word)}(?!\d)" if word[0].isdigit() else re.escape(word))
        count = 0
        for number, line, start in _lines(text, where):
            for match in pattern.finditer(line, start):
                if count == nth:
                    return Location(where.file, number, match.start() + 1, match.end() + 1)
                count += 1
        return None


def _lines(text: SourceText, where: Location) -> Iterator[tuple[int, str, int]]:
    """Yield number, characters and first column (from 0) of each line of the text, its templates blanked."""
    first = _blanked(text.line(where.line))
    if where.end_column:
        yield where.line, first[: where.end_column - 1], where.column - 1
        return
    yield where.line, first, where.column - 1
    indent = len(first) - len(first.lstrip())
    if where.column - 1 == indent:
        indent -= 1  # it begins its line, and goes on at the same indent: a mapping, or words below their key
    is_markdown = text.file.lower().endswith((".md", ".markdown"))
    for number in range(where.line + 1, min(where.line + MOST_LINES, len(text.lines)) + 1):
        line = text.line(number)
        if is_markdown and indent <= 0 and not line.strip():
            return
        if not is_markdown and line.strip() and len(line) - len(line.lstrip()) <= indent:
            return
        yield number, _blanked(line), 0


def _blanked(line: str) -> str:
    return re.sub(_TEMPLATE, lambda match: " " * len(match.group()), line) if "{" in line else line
