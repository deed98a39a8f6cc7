"""XML as escaped strings: three functions, no tree."""

from __future__ import annotations

import re
from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Attributes = Mapping[str, str | int]

# Characters that XML 1.0 cannot carry are refused when content is loaded; dropping them here keeps a package readable whatever happens.
_ILLEGAL: dict[int, str | None] = {
    code: None for code in (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if code not in (0x9, 0xA, 0xD)
}
_TEXT = str.maketrans(_ILLEGAL | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"})
_ATTRIBUTE = str.maketrans(
    _ILLEGAL
    | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;", ord("\r"): "&#13;"}
)


_ANY = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
"""Looking for a character to translate takes a tenth of translating all of them."""


def escape(text: str) -> str:
    """Return character data."""
    return text.translate(_TEXT) if _ANY.search(text) else text


def attrs(attributes: Attributes) -> str:
    """Return ` name="value"` for each attribute, in the given order."""
    return "".join(f' {name}="{value if isinstance(value, int) else _attribute(value)}"' for name, value in attributes.items())


def _attribute(value: str) -> str:
    return value.translate(_ATTRIBUTE) if _ANY.search(value) else value


def element(name: str, attributes: Attributes | None = None, *children: str) -> str:
    """Return an element; `children` are already XML (text goes through `escape`)."""
    head = f"{name}{attrs(attributes)}" if attributes else name
    body = "".join(children)
    return f"<{head}>{body}</{name}>" if body else f"<{head}/>"
