"""A Markdown file before and after the block parser: what is hidden from it, and the place of every text it gives back."""

from __future__ import annotations

import re
from itertools import pairwise

from engine.base.diagnostics import Location
from engine.base.records import dataclass
from engine.load.folding import is_chinese
from engine.load.prose import Origin, Prose
from engine.load.text_file import SourceText

MAX_LINES = 10_000
MAX_CHARACTERS = 2**20

# A template may hold what means something to Markdown; while blocks are found it is written with private-use characters, which no
# content file may hold (engine/load/text_file.py), one for one, so that columns stay.
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_HIDDEN = str.maketrans({"|": "\ue010", "`": "\ue011", "<": "\ue012", "\\": "\ue013"})
_SHOWN = str.maketrans({"\ue010": "|", "\ue011": "`", "\ue012": "<", "\ue013": "\\"})
_PUNCTUATION = frozenset("，。；：、？！（）《》“”‘’—…【】")


def hide_templates(text: str) -> str:
    """Return the text with the marks inside its templates hidden from the block parser; same length, same lines."""
    return _TEMPLATE.sub(lambda match: match.group().translate(_HIDDEN), text)


@dataclass(frozen=True, slots=True)
class MarkdownSource:
    """Gives texts their places. `text` is the file; lines count from 0 here as in the tokens of the parser, from 1 in locations."""

    text: SourceText

    def line(self, index: int) -> str:
        return self.text.line(index + 1)

    def at(self, index: int, start: int = 0, end: int | None = None) -> Location:
        """Return the place of columns `start` to `end` (counting from 0, the last outside; None: to the end of what is written)."""
        line = self.line(index)
        last = len(line.rstrip()) if end is None else end
        start = start or len(line) - len(line.lstrip())
        return Location(self.text.file, index + 1, start + 1, last + 1 if last > start else 0)

    def piece(self, index: int, start: int, end: int) -> Prose:
        """Return a stretch of one line, without the space around it."""
        line = self.line(index)[start:end]
        start += len(line) - len(line.lstrip())
        return self.prose(line.strip(), index, start, (index, start + len(line.strip())))

    def paragraph(self, content: str, index: int) -> Prose:
        """Return the text that a token begins at a line; `content` is what the parser left of its lines, each up to the end of its line."""
        lines = content.translate(_SHOWN).split("\n")
        first, last = self.line(index).rstrip(), self.line(index + len(lines) - 1).rstrip()
        start = first.rfind(lines[0].rstrip())
        return self.prose(joined(lines), index, max(start, 0), (index + len(lines) - 1, len(last)))

    def prose(self, value: str, index: int, start: int, end: tuple[int, int]) -> Prose:
        """Return a text that was written from a line and column to a line and the column behind its last character."""
        origin = Origin(self.text, index + 1, start + 1, end[0] + 1, end[1] + 1, "")
        where = Location(self.text.file, index + 1, start + 1, end[1] + 1 if end[0] == index else 0)
        return Prose(value, where, origin)


def joined(lines: list[str]) -> str:
    r"""Return wrapped lines as one: without a space beside Chinese punctuation and between Han; a line that ends in `\` or two spaces breaks."""
    text = lines[0].strip() if len(lines) == 1 else ""
    for upper, lower in pairwise(lines):
        text += _without_mark(upper) + _between(upper, lower.strip())
    return text + lines[-1].strip() if len(lines) > 1 else text


def _without_mark(line: str) -> str:
    line = line.strip()
    return line[:-1].rstrip() if line.endswith("\\") else line


def _between(upper: str, lower: str) -> str:
    if upper.endswith(("\\", "  ")):
        return "\n"
    before, after = upper.rstrip()[-1:], lower[:1]
    tight = (is_chinese(before) and is_chinese(after)) if before and after else False
    return "" if tight or before in _PUNCTUATION or after in _PUNCTUATION else " "
