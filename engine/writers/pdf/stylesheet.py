"""Class names for looks and places: what repeats is written, parsed and matched once."""

from __future__ import annotations


class StyleSheet:
    """Collects declarations in order of first use; equal declarations share one class."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def css_class(self, declarations: str) -> str:
        """Return the class that stands for the declarations, e.g. `left:48pt`."""
        return self._names.setdefault(declarations, f"s{len(self._names)}")

    @property
    def css(self) -> str:
        return "\n".join(f".{name}{{{declarations}}}" for declarations, name in self._names.items())
