"""What lies below the slides of a layout: the ground and the static shapes of all parts it consists of, read once and only when needed."""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from engine.base.records import dataclass, replace
from engine.base.units import Size
from engine.brand.decor.reader import read_background, read_shapes
from engine.brand.decor.sheet import Sheet, Skipped
from engine.brand.office_theme import read_office_theme, scheme_colors
from engine.brand.template_package import NS, TemplatePackage
from engine.model.decor import Decor, Flat, Gradient, Path
from engine.model.theme import Color

Part = tuple[str, etree._Element]
"""The name of a part in its package, and its root."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """`background` is the colour below all of `decor`; a ground that is no flat colour is the first of `decor`."""

    background: Color
    decor: tuple[Decor, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class PageParts:
    """The parts that make a page, from the master upwards; the last that says something of the ground is obeyed.

    `text_styles` is what the presentation says of text outside placeholders, None for nothing.
    """

    package: TemplatePackage
    size: Size
    theme: Part
    parts: tuple[Part, ...]
    text_styles: etree._Element | None = None

    def above(self, part: str, root: etree._Element) -> PageParts:
        """Return the parts with one more upon them: a layout on its master, a sample slide on its layout."""
        return replace(self, parts=(*self.parts, (part, root)))

    def draw(self) -> Drawn:
        """Read everything."""
        sheets = [self._sheet(index) for index in range(len(self.parts))]
        ground: tuple[Decor, ...] = ()
        background = Color(sheets[-1].colors.get("bg1", "FFFFFF"), "bg1")
        for (_, root), sheet in zip(reversed(self.parts), reversed(sheets), strict=True):
            found = read_background(root, replace(sheet, colors=sheets[-1].colors), self.size)
            if found is not None:
                ground = found
                break
        color, ground = flat_ground(ground)
        background = color or background
        decor = [*ground]
        for index, ((_, root), sheet) in enumerate(zip(self.parts, sheets, strict=True)):
            if all(_shows_below(above) for _, above in self.parts[index + 1 :]):
                decor += read_shapes(root, sheet)
        return Drawn(background, tuple(decor), tuple(dict.fromkeys(each for sheet in sheets for each in sheet.skipped)))

    def _sheet(self, index: int) -> Sheet:
        """Return what the shapes of a part refer to: the colours are those of the topmost part, as on a slide."""
        part, theme = self.parts[index][0], self.theme[1]
        color_map = self.parts[0][1].find("p:clrMap", NS)
        for _, root in self.parts[1:]:
            override = root.find("p:clrMapOvr/a:overrideClrMapping", NS)
            color_map = override if override is not None else color_map
        colors = {**scheme_colors(theme), **read_office_theme(theme, color_map).colors}
        return Sheet(self.package, part, colors, theme, self.theme[0], self.text_styles)


def flat_ground(ground: tuple[Decor, ...]) -> tuple[Color | None, tuple[Decor, ...]]:
    """Return the colour of a ground, the first of a gradient (None for a picture), and what is to be drawn of it: nothing of a flat colour."""
    match ground:
        case (Path(fill=Flat(color, opacity)),) if opacity == 1:
            return color, ()
        case (Path(fill=Gradient(stops)), *_):
            return stops[0].color, ground
    return None, ground


class Backdrop:
    """What parts draw, read at the first question."""

    def __init__(self, parts: PageParts) -> None:
        self.parts = parts

    @cached_property
    def drawn(self) -> Drawn:
        return self.parts.draw()


def _shows_below(root: etree._Element) -> bool:
    return root.get("showMasterSp", "1") not in {"0", "false"}
