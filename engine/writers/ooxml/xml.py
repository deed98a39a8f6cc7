"""XML as escaped strings: three functions, no tree."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Attributes = Mapping[str, str | int]

# Characters that XML 1.0 cannot carry are refused when content is loaded; dropping them here keeps a package readable whatever happens.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
_JSON = (*_TEXT[:3], ("\ufffe", ""), ("\uffff", ""))
_ATTRIBUTE = (*_TEXT, ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;"))


_ANY = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
"""Looking for a character to escape is quicker than escaping the few there are."""


def escape(text: str) -> str:
    """Return character data."""
    return _escaped(text, _TEXT) if _ANY.search(text) else text


def escape_json(text: str) -> str:
    """Return a JSON document as character data: it has no control characters, and looking for them in a long one takes its time."""
    for sign, written in _JSON:
        text = text.replace(sign, written)
    return text


def attrs(attributes: Attributes) -> str:
    """Return ` name="value"` for each attribute, in the given order."""
    return "".join(f' {name}="{value if isinstance(value, int) else _attribute(value)}"' for name, value in attributes.items())


def _attribute(value: str) -> str:
    return _escaped(value, _ATTRIBUTE) if _ANY.search(value) else value


def _escaped(text: str, signs: Sequence[tuple[str, str]]) -> str:
    for sign, written in signs:  # `&` first; in C, where `str.translate` looks up each Chinese character
        text = text.replace(sign, written)
    return _ILLEGAL.sub("", text)


def element(name: str, attributes: Attributes | None = None, *children: str) -> str:
    """Return an element; `children` are already XML (text goes through `escape`)."""
    head = f"{name}{attrs(attributes)}" if attributes else name
    body = "".join(children)
    return f"<{head}>{body}</{name}>" if body else f"<{head}/>"
