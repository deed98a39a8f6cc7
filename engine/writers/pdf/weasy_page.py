"""A set page as WeasyPrint paints one: the operators of its stream, and which of them belong to which part of the structure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field
from typing import Any

from engine.base.records import dataclass
from engine.writers.pdf.ink import operators
from engine.writers.pdf.marks import Ink
from engine.writers.pdf.page_marks import Drawing, Lines, Part, Photo, Scene, SetPage, Sketch
from engine.writers.pdf.weasy_scene import Draw, draw_scene
from engine.writers.pdf.weasy_type import TypeSetter

PX_PER_PT = 4 / 3

Bookmark = tuple[int, str, tuple[float, float], str]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: the number of their marked content, and the box to press (left, top, right, bottom)."""

    address: str
    content: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Told:
    """A part of the structure with what of the page is in it: numbers of marked contents, links and further parts."""

    part: Part
    children: tuple[int | Link | Told, ...]


@dataclass(slots=True)
class PaintedPage:
    """What WeasyPrint knows as a page of a document; its own lengths are CSS pixels. `told` is there once it was painted."""

    page: SetPage
    setter: TypeSetter
    pictures: Callable[[bytes], Draw]
    bookmarks: list[Bookmark] = field(default_factory=list)
    told: tuple[Told, ...] = ()
    links: list[Any] = field(default_factory=list)
    forms: dict[None, list[Any]] = field(default_factory=lambda: {None: []})
    _contents: int = 0

    @property
    def width(self) -> float:
        return self.page.size.width.points * PX_PER_PT

    @property
    def height(self) -> float:
        return self.page.size.height.points * PX_PER_PT

    @property
    def bleed(self) -> dict[str, float]:
        return dict.fromkeys(("top", "right", "bottom", "left"), 0.0)

    @property
    def anchors(self) -> dict[str, tuple[float, float, float, float]]:
        """The boxes that bookmarks name, of which WeasyPrint uses the corner."""
        places = {name: (x * PX_PER_PT, y * PX_PER_PT) for name, (x, y) in self.page.anchors.items()}
        return {name: place + place for name, place in places.items()}

    def paint(self, stream: Any, scale: float) -> None:  # noqa: ARG002  the stream is in points already
        """Draw everything on WeasyPrint's stream."""
        told = []
        for mark in self.page.marks:
            if isinstance(mark, Part):
                told.append(self._part(stream, mark))
                continue
            stream.stream.append(b"/Artifact BMC")
            self._drawing(stream, mark)
            stream.end_marked_content()
        self.told = tuple(told)

    def _part(self, stream: Any, part: Part) -> Told:
        children: list[int | Link | Told] = []
        for child in part.children:
            match child:
                case Part():
                    children.append(self._part(stream, child))
                case Lines():
                    children.extend(self._lines(stream, child))
                case _:
                    with self._marked(stream, part.tag) as number:
                        self._drawing(stream, child)
                    children.append(number)
        return Told(part, tuple(children))

    def _drawing(self, stream: Any, drawing: Drawing) -> None:
        match drawing:
            case Sketch():
                self._sketch(stream, drawing)
            case Photo():
                frame = drawing.frame
                with _at(stream, frame.x.points, frame.y.points):
                    self.pictures(drawing.blob)(stream, frame.width.points, frame.height.points)
            case Scene():
                draw_scene(stream, drawing, self.setter, self.pictures)
            case Lines():
                raise AssertionError("words are never decoration")

    def _sketch(self, stream: Any, sketch: Sketch) -> None:
        with _at(stream, sketch.left, sketch.top):
            opacity: float | None = None  # none is set yet
            for mark in sketch.marks:
                wanted = mark.opacity if isinstance(mark, Ink) else 1.0
                if wanted != opacity:
                    stream.set_alpha(wanted)
                    opacity = wanted
                if isinstance(mark, Ink):
                    stream.stream.append(operators(mark))
                else:
                    self.setter.draw_words(stream, mark)

    def _lines(self, stream: Any, lines: Lines) -> Iterator[int | Link]:
        """Draw lines; words that link are a content of their own."""
        placed = [(line, item) for line in lines.lines for item in self.setter.lefts(line)]
        position = 0
        while position < len(placed):
            line, (piece, left, right) = placed[position]
            if piece.address is not None:
                with self._marked(stream, "Link") as number:
                    self.setter.draw(stream, piece, left, line.baseline)
                yield Link(piece.address, number, (left, line.baseline - piece.size, right, line.baseline + piece.size / 4))
                position += 1
                continue
            with self._marked(stream, "Span") as number:
                while position < len(placed) and placed[position][1][0].address is None:
                    line, (piece, left, _) = placed[position]
                    self.setter.draw(stream, piece, left, line.baseline)
                    position += 1
            yield number

    @contextmanager
    def _marked(self, stream: Any, tag: str) -> Iterator[int]:
        number = self._contents
        self._contents += 1
        stream.stream.append(f"/{tag} <</MCID {number}>> BDC".encode())
        yield number
        stream.end_marked_content()


@contextmanager
def _at(stream: Any, left: float, top: float) -> Iterator[None]:
    stream.push_state()
    if left or top:
        stream.transform(e=left, f=top)
    yield
    stream.pop_state()
