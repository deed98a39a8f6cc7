"""Numbers as Office files store them."""

from __future__ import annotations


def number_text(value: float) -> str:
    """Return the shortest text that reads back as the same number; whole numbers without a decimal point."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
