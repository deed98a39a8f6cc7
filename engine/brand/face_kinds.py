"""What the name of a face tells: whether it has serifs."""

from __future__ import annotations

import re

_SERIF = re.compile(
    r"serif|song|sung|ming|simsun|fangsong|kaiti|cambria|constantia|georgia|garamond|times|palatino|perpetua|bookman|century schoolbook|book antiqua"
    r"|minion|caslon|baskerville|didot|bodoni|rockwell|宋|仿宋|楷|明朝|明體|明体",
    re.IGNORECASE,
)
_SANS = re.compile(r"sans|gothic|hei\b|黑", re.IGNORECASE)


def is_serif(name: str) -> bool:
    """Tell whether a face has serifs, by its name; a name that says nothing is taken for one without."""
    return bool(_SERIF.search(name)) and not _SANS.search(name)
