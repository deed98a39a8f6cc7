"""Keeps passwords out of what people and logs get to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, quote_plus

from engine.base.records import dataclass

_MASK = "***"
_SECRET_KEY = re.compile(r"pass|pwd|secret|token|key|credential", re.IGNORECASE)
_AFTER_USER = re.compile(r"://[^/@]*:(?P<password>.*)@")


@dataclass(frozen=True, slots=True)
class Secrets:
    """`words` are what must not be told, longest first."""

    words: tuple[str, ...]

    @classmethod
    def of_text(cls, address: str) -> Secrets:
        """Return the secrets of an address that may not even be one."""
        match = _AFTER_USER.search(address)
        return cls(_longest_first([address, *([match["password"]] if match else [])]))

    @classmethod
    def of(cls, address: str, password: str | None, query: Mapping[str, str | tuple[str, ...]]) -> Secrets:
        """Return the secrets of an address that was understood: itself, its password, and what its options call a password or token."""
        words = [password or ""]
        for name, value in query.items():
            if _SECRET_KEY.search(name):
                words += [value] if isinstance(value, str) else value
        spelled = [spelling for word in words for spelling in (word, quote(word, safe=""), quote_plus(word))]
        return cls(_longest_first([*cls.of_text(address).words, *spelled]))

    def masked(self, text: str) -> str:
        """Return a message with every secret as `***`."""
        for word in self.words:
            text = text.replace(word, _MASK)
        return text


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}, key=lambda word: (-len(word), word)))
