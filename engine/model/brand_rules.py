"""What a finished file must keep to if it is to look like the brand: colours, fonts, sizes and the place of the logo."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.base.units import Rect


@dataclass(frozen=True, slots=True)
class Logo:
    """The place on slides of one layout that nothing may cover; `layout` is its name, empty for all."""

    layout: str
    frame: Rect


@dataclass(frozen=True, slots=True)
class BrandRules:
    """`colors` are those of text as RRGGBB, `fonts` family names as files name them; `least` is the smallest size in points.

    `theme` is the name of the look that says so.
    """

    theme: str
    colors: frozenset[str]
    fonts: frozenset[str]
    least: float
    logos: tuple[Logo, ...] = ()
