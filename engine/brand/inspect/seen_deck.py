"""What a PowerPoint file offers as a template, as plain facts: masters, layouts, placeholders, sample slides, sections, fonts."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.records import dataclass
from engine.base.units import Rect, Size
from engine.brand.ground import Ground
from engine.brand.inspect.seen_theme import SeenTheme


@dataclass(frozen=True, slots=True)
class TextLook:
    """First-level text: `size` in points (None: said nowhere), `color` RRGGBB (empty: can't be told), faces after the theme."""

    size: float | None
    bold: bool
    color: str
    latin: str
    ea: str


@dataclass(frozen=True, slots=True)
class SeenPlaceholder:
    """`frame_from` says who gives the frame: `slide`, `layout`, `master`; empty, with a `frame` of None, when nobody does."""

    name: str
    idx: int
    type: str
    frame: Rect | None
    frame_from: str
    look: TextLook
    ground: Ground


@dataclass(frozen=True, slots=True)
class SeenLayout:
    """`number` is master and place in it, `2.3`; `type` the attribute of that name, empty when there is none; `slides` those that use it."""

    number: str
    name: str
    part: str
    type: str
    shows_master: bool
    ground: Ground
    shapes: int
    pictures: int
    placeholders: tuple[SeenPlaceholder, ...]
    slides: tuple[int, ...]

    def of_types(self, *types: str) -> tuple[SeenPlaceholder, ...]:
        return tuple(each for each in self.placeholders if each.type in types)

    @property
    def title(self) -> SeenPlaceholder | None:
        return next(iter(self.of_types("title", "ctrTitle")), None)

    @property
    def label(self) -> str:
        return f"{self.number} {self.name}"


@dataclass(frozen=True, slots=True)
class SeenMaster:
    """`theme` is read through the master's colour map."""

    number: int
    part: str
    theme: SeenTheme
    ground: Ground
    placeholders: tuple[SeenPlaceholder, ...]
    layouts: tuple[SeenLayout, ...]

    @property
    def slides(self) -> tuple[int, ...]:
        return tuple(sorted(slide for layout in self.layouts for slide in layout.slides))


@dataclass(frozen=True, slots=True)
class SeenSlide:
    """A sample slide; `layout` is the number of its layout, empty when that is in no master's list."""

    number: int
    part: str
    layout: str
    hidden: bool
    title: str
    shapes: int
    pictures: int
    charts: int
    tables: int
    placeholders: tuple[SeenPlaceholder, ...]


@dataclass(frozen=True, slots=True)
class SeenSection:
    """A section of the slide list; `missing` are slide ids in it that the presentation does not have."""

    name: str
    slides: tuple[int, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FontUse:
    """A face that the template names; `script` is `latin`, `ea` or `cs`; `places` are `theme`, `layouts`, `slides`."""

    name: str
    script: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenDeck:
    """`form` is `presentation`, `template` or `slide show`, after the content type; `page` a name such as `16:9`, `4:3`, `A4`, `other`."""

    form: str
    size: Size
    page: str
    masters: tuple[SeenMaster, ...]
    slides: tuple[SeenSlide, ...]
    sections: tuple[SeenSection, ...]
    fonts: tuple[FontUse, ...]
    embedded_fonts: tuple[str, ...]
    macros: tuple[str, ...]

    @property
    def layouts(self) -> Iterator[SeenLayout]:
        for master in self.masters:
            yield from master.layouts
