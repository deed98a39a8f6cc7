"""Latin faces that are wider than those of the Chinese families that text is measured with: their owners would see other line ends.

Shares are of the advances of Noto Sans CJK SC; regular, then bold. Those of DejaVu Sans were measured, the others are estimates from what is known of
each face, which are not free to be measured here; an estimate too high only makes text a little smaller. Most faces of office programs
(Arial, Calibri, Segoe UI, Times New Roman …) are as wide or narrower, and are not listed.
"""

from __future__ import annotations

from typing import Final

Widening = tuple[float, float]

AS_MEASURED: Final[Widening] = (1.0, 1.0)
_WIDE: Final[tuple[tuple[str, Widening], ...]] = (
    ("arial black", (1.22, 1.15)),
    ("verdana", (1.15, 1.21)),
    ("dejavu sans", (1.15, 1.18)),
    ("tahoma", (1.0, 1.09)),
    ("georgia", (1.11, 1.21)),
    ("gotham", (1.13, 1.13)),
    ("montserrat", (1.14, 1.15)),
    ("poppins", (1.13, 1.12)),
    ("lucida", (1.14, 1.17)),
    ("bookman", (1.13, 1.13)),
    ("century gothic", (1.06, 1.04)),
    ("comic sans", (1.1, 1.06)),
    ("courier new", (1.1, 1.04)),
    ("segoe ui black", (1.18, 1.12)),
    ("inter", (1.11, 1.1)),
    ("work sans", (1.07, 1.06)),
    ("raleway", (1.06, 1.06)),
    ("franklin gothic heavy", (1.08, 1.04)),
)
"""How the name of a family begins; the first that fits counts."""


def widening(latin: str) -> Widening:
    """Return how much wider than measured the letters and digits of a face are, regular and bold; 1 for one that is not known to be."""
    name = latin.casefold().strip()
    narrow = "narrow" in name or "condensed" in name
    found = (wide for start, wide in _WIDE if name == start or name.startswith(f"{start} "))
    return AS_MEASURED if narrow else next(found, AS_MEASURED)
