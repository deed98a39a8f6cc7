"""What planner and writers know of a company's deck template: size, layouts by role, slots, static shapes, Office theme."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path as FilePath

from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Rect, Size
from engine.brand.decor.sheet import Skipped
from engine.brand.ground import Beneath, Ground, GroundKind
from engine.model.blocks import Align
from engine.model.deck import Anchor
from engine.model.decor import Decor, Flat, Lettering, Outline, Path
from engine.model.theme import Color, FontFace, Theme


class Tone(Enum):
    """Whether a page is light or dark where its words stand."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that a layout offers. `name`, `idx` and `type` are those of the placeholder; a mere area has an empty type.

    `idx` is 0 for a title; `type` is the value of the `type` attribute of `p:ph`, `obj` when it has none. `fill` is what the placeholder
    itself draws below its text, None for nothing. `styled` says that its text inherits what was not measured: capitals, spacing, italics.
    `anchor` and `align` are where its text stands, None for an area and where the template says nothing that is used here.
    `tone` is what the contract says of the ground, None where it is reckoned. `moved`: `frame` is another than that of the placeholder.
    """

    name: str
    idx: int
    type: str
    frame: Rect
    fill: Ground | None = None
    styled: bool = False
    anchor: Anchor | None = None
    align: Align | None = None
    tone: Tone | None = None
    moved: bool = False

    @property
    def is_offered(self) -> bool:
        """Tell whether there is room at all: a contract gives an area of no size for what its template has no place for."""
        return self.frame.width > 0 and self.frame.height > 0

    @property
    def is_placeholder(self) -> bool:
        return bool(self.type)

    @property
    def takes_words(self) -> bool:
        """Tell whether text may be written into the placeholder; in one for a picture or a chart no program shows it."""
        return self.type in _WORDED


TOUCHES = Length(-1)
"""Overlap of a line, which has no height."""
_WORDED = frozenset({"title", "ctrTitle", "subTitle", "body", "obj", "dt", "ftr", "sldNum"})


@dataclass(frozen=True, slots=True)
class SampleShapes:
    """What slides of a role take from a sample slide of the template: its background and static shapes, as they are written there.

    `background` is a `p:bg`, empty for that of the layout; `color_map` the `p:clrMapOvr`, empty for that of the master; `shapes` the elements
    of the shape tree. `relations` are the parts that they name, by relationship id. `shows_master` False hides the shapes of the layout.
    """

    background: str
    color_map: str
    shapes: tuple[str, ...]
    relations: Mapping[str, str]
    shows_master: bool = True


@dataclass(frozen=True, slots=True)
class DeckLayout:
    """`part` is the part name inside the package; `decor` the static shapes of master, layout and sample slide, in drawing order, upon a ground
    that is no flat colour; `background` is the colour below them.

    `beneath` is what text stands on; `tone` overrules it, None takes it as reckoned. `office` are the colours and fonts of its master, None
    those of the brand. `skipped` names what a PDF cannot show; `logo` is what nothing may cover, None where the contract does not say.
    """

    role: str
    name: str
    part: str
    slots: Mapping[str, Slot]
    decor: tuple[Decor, ...]
    background: Color
    beneath: Beneath = Beneath(Ground(GroundKind.UNCLEAR))
    tone: Tone | None = None
    office: OfficeTheme | None = None
    sample: SampleShapes | None = None
    skipped: tuple[Skipped, ...] = ()
    logo: Rect | None = None

    def ground_of(self, slot: str) -> tuple[str, ...]:
        """Return the colours that the text of a slot may stand on; none where they can't be told."""
        place = self.slots[slot]
        return self.beneath.colors(place.frame) if place.fill is None else place.fill.colors

    def tone_of(self, slot: str) -> Tone | None:
        """Return what the contract says of the ground of a slot, or of the whole layout; None: it is reckoned."""
        return self.slots[slot].tone or self.tone

    def slot(self, name: str) -> Slot:
        return self.slots[name]

    def unsure(self, size: Size) -> tuple[Rect, ...]:
        """Return where a text stands on what `ground` does not draw: pictures, gradients, what a PDF has no likeness of, fills of placeholders."""
        drawn = {each.frame for each in self.decor if not isinstance(each, Lettering)}
        page = () if self.beneath.base.kind is GroundKind.FLAT else (Rect(ZERO, ZERO, size.width, size.height),)
        filled = (slot.frame for slot in self.slots.values() if slot.fill is not None)
        return (*page, *(cover.frame for cover in self.beneath.covers if cover.frame not in drawn), *filled)

    def ground(self, size: Size) -> tuple[Decor, ...]:
        """Return what stands below everything on a slide of this layout: the background as a shape over all of it, and the decor."""
        wide, high = size.width.points, size.height.points
        page: Outline = (("m", (0.0, 0.0)), ("l", (wide, 0.0)), ("l", (wide, high)), ("l", (0.0, high)), ("h", ()))
        return (Path(f"{self.role}/ground", (page,), Rect(ZERO, ZERO, size.width, size.height), Flat(self.background)), *self.decor)


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
    """Everything a deck takes from its template. `layouts` has every role of `contract.REQUIRED_SLOTS`; `office` is that of the content."""

    theme: Theme
    template_path: FilePath
    size: Size
    layouts: Mapping[str, DeckLayout]
    office: OfficeTheme

    def layout(self, role: str) -> DeckLayout:
        return self.layouts[role]
