"""A coarse picture of what a layout paints below its texts: which colour lies where, and where there is no decor."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence

from lxml import etree
from PIL import Image, ImageDraw, UnidentifiedImageError

from engine.base.records import dataclass
from engine.base.units import EMU_PER_INCH, Rect, Size
from engine.brand.adopt.fills import Paint, Rgba, background_paint, paint_of, picture_paint, rgba
from engine.brand.adopt.outlines import outline_of
from engine.brand.adopt.shades import ratio
from engine.brand.decor.placement import SAME, Placement
from engine.brand.office_theme import child
from engine.brand.template_package import NS, A, P, TemplatePackage

MOST_DOTS = 200
"""Dots along the longer side of the page."""
_MOST_PIXELS = 40_000_000
_STEP = 24
"""Colours this near, part by part, count as one."""
_BAND, _MUCH = 0.8, 0.2
_BLACK: Rgba = (0, 0, 0, 255)

Dot = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PartOfPage:
    """A master, layout or slide that paints: `colors` are those of its theme through its colour map."""

    part: str
    root: etree._Element
    colors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Rows of dots, each an RGB colour; `busy` dots carry words, a picture that is no ground, such as a logo, or one that cannot be opened."""

    dots_per_inch: float
    rows: tuple[tuple[Dot, ...], ...]
    busy: tuple[tuple[bool, ...], ...]

    def color_under(self, frame: Rect) -> str:
        """Return the colour, RRGGBB, that most of a frame shows."""
        return self.colors_under(frame)[0][0]

    def colors_under(self, frame: Rect, least: float = 0.0) -> tuple[tuple[str, float], ...]:
        """Return the colours under a frame with the share of it that they cover, the largest first; none below `least` but the first."""
        dots = [self.rows[y][x] for y in self._down(frame) for x in self._across(frame)]
        kinds: Counter[Dot] = Counter()
        members: dict[Dot, list[Dot]] = {}
        for dot in dots:
            kind = (dot[0] // _STEP, dot[1] // _STEP, dot[2] // _STEP)
            kinds[kind] += 1
            members.setdefault(kind, []).append(dot)
        shares = [(_mean(members[kind]), count / len(dots)) for kind, count in kinds.most_common()]
        return tuple(each for at, each in enumerate(shares) if at == 0 or each[1] >= least)

    def free(self, color: str, tolerance: int) -> list[list[bool]]:
        """Return which dots show a colour, give or take `tolerance` a part, and carry nothing."""
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
        return [
            [
                not taken and abs(dot[0] - red) <= tolerance and abs(dot[1] - green) <= tolerance and abs(dot[2] - blue) <= tolerance
                for dot, taken in zip(row, busy, strict=True)
            ]
            for row, busy in zip(self.rows, self.busy, strict=True)
        ]

    def readable(self, color: str, least: float = 3.0) -> list[list[bool]]:
        """Return the dots that carry nothing and on which a text of this colour has a contrast."""
        known: dict[Dot, bool] = {}
        for row in self.rows:
            for dot in row:
                if dot not in known:
                    known[dot] = ratio("".join(f"{part:02X}" for part in dot), color) >= least
        return [
            [known[dot] and not taken for dot, taken in zip(row, busy, strict=True)] for row, busy in zip(self.rows, self.busy, strict=True)
        ]

    def is_busy(self, frame: Rect) -> bool:
        return any(self.busy[y][x] for y in self._down(frame) for x in self._across(frame))

    def _across(self, frame: Rect) -> range:
        return _dots(frame.x, frame.width, self.dots_per_inch, len(self.rows[0]))

    def _down(self, frame: Rect) -> range:
        return _dots(frame.y, frame.height, self.dots_per_inch, len(self.rows))


def _dots(start: int, length: int, per_inch: float, most: int) -> range:
    first = min(max(0, round(start / EMU_PER_INCH * per_inch)), most - 1)
    return range(first, min(max(first + 1, round((start + length) / EMU_PER_INCH * per_inch)), most))


def _mean(dots: Sequence[Dot]) -> str:
    return "".join(f"{round(sum(dot[part] for dot in dots) / len(dots)):02X}" for part in range(3))


def backdrop(
    package: TemplatePackage, theme: etree._Element, grounds: Sequence[PartOfPage], parts: Sequence[PartOfPage], size: Size
) -> Backdrop:
    """Paint a page: the background of the first of `grounds` that has one, then the static shapes of `parts` in that order."""
    painter = _Painter(package, size)
    ground = next(((part, paint) for part in grounds if (paint := background_paint(part.root, theme, part.colors)) is not None), None)
    if ground is None:
        white = grounds[-1].colors.get("bg1", "FFFFFF")
        painter.fill(Paint(((*(int(white[at : at + 2], 16) for at in (0, 2, 4)), 255),)), "")  # type: ignore[arg-type]  # four parts
    else:
        painter.fill(ground[1], ground[0].part)
    for part in parts:
        painter.shapes(part)
    return painter.backdrop()


class _Painter:
    def __init__(self, package: TemplatePackage, size: Size) -> None:
        self.package = package
        self.per_inch = MOST_DOTS / max(size.width.inches, size.height.inches)
        self.wide, self.high = (max(1, round(length.inches * self.per_inch)) for length in (size.width, size.height))
        self.image = Image.new("RGB", (self.wide, self.high), "white")
        self.busy = Image.new("1", (self.wide, self.high))

    def backdrop(self) -> Backdrop:
        parts, taken = self.image.tobytes(), self.busy.convert("L").tobytes()
        dots = [(parts[at], parts[at + 1], parts[at + 2]) for at in range(0, len(parts), 3)]
        lines = range(0, len(dots), self.wide)
        rows = tuple(tuple(dots[at : at + self.wide]) for at in lines)
        return Backdrop(self.per_inch, rows, tuple(tuple(bool(dot) for dot in taken[at : at + self.wide]) for at in lines))

    def fill(self, paint: Paint, part: str) -> None:
        """Paint the whole page."""
        self._lay(paint, (0, 0, self.wide, self.high), Image.new("L", (self.wide, self.high), 255), part)

    def shapes(self, part: PartOfPage) -> None:
        tree = part.root.find("p:cSld/p:spTree", NS)
        if tree is not None:
            self._tree(tree, SAME, part)

    def _tree(self, tree: etree._Element, place: Placement, part: PartOfPage) -> None:
        for node in tree:
            kind = node.tag.removeprefix(P)
            if kind == "grpSp":
                self._tree(node, place.inside(node.find("p:grpSpPr/a:xfrm", NS)), part)
            elif kind in {"sp", "pic", "cxnSp", "graphicFrame"} and node.find("*/p:nvPr/p:ph", NS) is None:
                self._shape(kind, node, place, part)

    def _shape(self, kind: str, node: etree._Element, place: Placement, part: PartOfPage) -> None:
        properties = node.find(f"{P}spPr")
        transform = node.find("p:xfrm", NS) if properties is None else child(properties, "xfrm")
        if transform is None:
            return
        box = self._box(place.frame(transform))
        if kind == "graphicFrame" or any((text.text or "").strip() for text in node.iter(f"{A}t")):
            self._take(box)
        if properties is None:
            return
        if kind == "cxnSp":
            self._line(node, properties, box, part)
            return
        paint = self._paint(kind, node, properties, part)
        if paint is not None:
            mask = Image.new("L", (self.wide, self.high))
            pen = ImageDraw.Draw(mask)
            left, top, right, bottom = box
            for polygon in outline_of(properties):
                pen.polygon([(left + x * (right - left), top + y * (bottom - top)) for x, y in polygon], fill=255)
            self._lay(paint, box, mask, part.part)
            if kind == "pic" and self._is_logo(box):
                self._take(box)

    def _is_logo(self, box: tuple[float, float, float, float]) -> bool:
        """Tell whether a picture is a thing on the page, not a band across it or a ground of much of it."""
        across, down = (box[2] - box[0]) / self.wide, (box[3] - box[1]) / self.high
        return max(across, down) < _BAND and across * down < _MUCH

    def _paint(self, kind: str, node: etree._Element, properties: etree._Element, part: PartOfPage) -> Paint | None:
        if kind == "pic":
            return picture_paint(node.find("p:blipFill", NS))
        if child(properties, "noFill") is not None:
            return None
        found = paint_of(properties, part.colors)
        reference = node.find("p:style/a:fillRef", NS)
        if found is None and reference is not None and reference.get("idx") != "0":
            color = rgba(reference, part.colors)
            return None if color is None else Paint((color,))
        return found

    def _line(self, node: etree._Element, properties: etree._Element, box: tuple[float, float, float, float], part: PartOfPage) -> None:
        color = rgba(child(child(properties, "ln"), "solidFill"), part.colors) or rgba(node.find("p:style/a:lnRef", NS), part.colors)
        ImageDraw.Draw(self.image).line(box, fill=(color or _BLACK)[:3])

    def _box(self, frame: Rect) -> tuple[float, float, float, float]:
        dots = EMU_PER_INCH / self.per_inch
        return frame.x / dots, frame.y / dots, frame.right / dots, frame.bottom / dots

    def _take(self, box: tuple[float, float, float, float]) -> None:
        ImageDraw.Draw(self.busy).rectangle(box, fill=1)

    def _lay(self, paint: Paint, box: tuple[float, float, float, float], mask: Image.Image, part: str) -> None:
        left, top, right, bottom = (round(each) for each in box)
        wide, high = max(1, right - left), max(1, bottom - top)
        if wide > 4 * self.wide or high > 4 * self.high:
            return  # a shape many pages large says nothing about this one
        layer = self._picture(paint, part, (wide, high)) if not paint.colors else _gradient(paint, (wide, high))
        if layer is None:
            if paint.picture or not paint.colors:
                self._take(box)
            return
        whole = Image.new("RGBA", (self.wide, self.high))
        whole.paste(layer, (left, top))
        cut = Image.composite(whole, Image.new("RGBA", whole.size), mask)
        self.image = Image.alpha_composite(self.image.convert("RGBA"), cut).convert("RGB")

    def _picture(self, paint: Paint, part: str, size: tuple[int, int]) -> Image.Image | None:
        target = next((each.part for each in self.package.relations(part) if each.id == paint.picture), "") if paint.picture else ""
        if not target:
            return None
        try:
            with Image.open(io.BytesIO(self.package.blob(target))) as image:
                if image.width * image.height > _MOST_PIXELS:
                    return None
                left, top, right, bottom = paint.crop
                box = (left * image.width, top * image.height, (1 - right) * image.width, (1 - bottom) * image.height)
                inside = box[2] - box[0] >= 1 and box[3] - box[1] >= 1 and min(paint.crop) >= 0
                whole = image.convert("RGBA")
                return whole.resize(size, box=box if inside else None)
        except (UnidentifiedImageError, OSError, ValueError, KeyError, Image.DecompressionBombError):
            return None  # a metafile, or a picture that is damaged: nobody can tell its colours here


def _gradient(paint: Paint, size: tuple[int, int]) -> Image.Image:
    count = len(paint.colors)
    strip = Image.new("RGBA", (1, count) if paint.upright else (count, 1))
    strip.putdata(paint.colors)
    return strip.resize(size, Image.Resampling.BILINEAR if count > 1 else Image.Resampling.NEAREST)
