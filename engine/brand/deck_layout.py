"""What planner and writers know of a company's deck template: size, layouts by role, slots, static shapes, Office theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from engine.base.records import dataclass
from engine.base.units import ZERO, Rect, Size
from engine.model.deck import Element, Shape
from engine.model.theme import Color, FontFace, Theme


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that a layout offers. `name`, `idx` and `type` are those of the placeholder; a mere area has an empty name.

    `idx` is 0 for a title; `type` is the value of the `type` attribute of `p:ph`, `obj` when it has none.
    """

    name: str
    idx: int
    type: str
    frame: Rect

    @property
    def is_placeholder(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class DeckLayout:
    """`part` is the part name inside the package; `decor` the static shapes of master and layout, in drawing order."""

    role: str
    name: str
    part: str
    slots: Mapping[str, Slot]
    decor: tuple[Element, ...]
    background: Color

    def slot(self, name: str) -> Slot:
        return self.slots[name]

    def ground(self, size: Size) -> tuple[Element, ...]:
        """Return what stands below everything on a slide of this layout: the background as a shape over all of it, and the decor."""
        return (Shape(f"{self.role}/ground", Rect(ZERO, ZERO, size.width, size.height), fill=self.background), *self.decor)


@dataclass(frozen=True, slots=True)
class OfficeFonts:
    """The fonts of one collection (headings or body) of the Office theme; empty when it names none."""

    latin: str
    ea: str
    cs: str

    def are(self, face: FontFace) -> bool:
        """Tell whether text in `face` may name this collection instead, and so follow a later change of the theme."""
        return (self.latin, self.ea) == (face.latin, face.ea)


@dataclass(frozen=True, slots=True)
class OfficeTheme:
    """`colors` by scheme name as slides use them (`tx1`, `bg1`, `accent1` …), after the master's colour map; values are RRGGBB."""

    colors: Mapping[str, str]
    major: OfficeFonts
    minor: OfficeFonts

    def has(self, color: Color) -> bool:
        """Tell whether the slot that the colour claims really has its value here."""
        return bool(color.slot) and self.colors.get(color.slot) == color.hex


@dataclass(frozen=True, slots=True)
class DeckBrand:
    """Everything a deck takes from its template. `layouts` has every role of `contract.REQUIRED_SLOTS`."""

    theme: Theme
    template_path: Path
    size: Size
    layouts: Mapping[str, DeckLayout]
    office: OfficeTheme

    def layout(self, role: str) -> DeckLayout:
        return self.layouts[role]
