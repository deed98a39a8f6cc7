"""Where Typst would set text closer than it was measured: at marks of Chinese punctuation.

It cuts them to half their width at both ends of a line, and a pair of them to one and a half (Requirements for Chinese Text Layout,
3.1.6), but only inside one piece of text, and only where the line has nothing beyond.
"""

from __future__ import annotations

import re

PUNCTUATION = "“”‘’，。．、：；！？《》（）『』「」【】〖〗〔〕〈〉［］｛｝"
_PAIR = re.compile(rf"(?<=[{PUNCTUATION}])(?=[{PUNCTUATION}])")


def ends_in_marks(line: str) -> bool:
    """Tell whether such a mark stands at either end of a line."""
    return bool(line) and (line[0] in PUNCTUATION or line[-1] in PUNCTUATION)


def parts_of(text: str) -> tuple[str, ...]:
    """Return the parts of a text, none of which holds two such marks in a row."""
    return tuple(_PAIR.split(text))
