"""Characters that nobody sees: reported where they stand, since they change how a text reads, is searched or breaks."""

from __future__ import annotations

import re

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.load.prose import Prose

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SUSPECT = re.compile(f"[{''.join(sorted(_BIDI))}\u200b\u2060\ufeff]")


def invisible_character(text: Prose) -> Diagnostic | None:
    """Return the finding about the first invisible character of a text, None when there is none."""
    found = _SUSPECT.search(text)
    if found is None:
        return None
    offset = found.start()
    name = f"U+{ord(text[offset]):04X}"
    zh, en = f"含有看不见的字符 {name}", f"holds an invisible character, {name}"
    if text[offset] in _BIDI:
        zh, en = f"含有改变文字方向的字符 {name}", f"holds {name}, which turns the direction of text"
    return warning("YAML015", zh, en, text.at(offset), Phrase("多半是粘贴带来的，删除它", "it probably came with a paste: delete it"))
