"""A set page as the lists that `pages.typ` draws: numbers in points, names of marks, and words as they are.

text        x, y of the first baseline, side, is it a paragraph, lines; x is the start, the middle or the end of each line, as side says
line        points below the line before, points it stands in, does a mark of Chinese punctuation stand at an end, pieces
piece       number of the style, points added to each character, address (None, a URL, or page and place), parts of the text
shapes      x, y, width, height, SVG           picture   x, y, width, height, name of the file
heading     level, title, is it in the outline, y, marks
bookmark    level, title, y
list        items, each the marks in it        labelled  labels, items
table       columns, cells of heads, cells     figure    alternative text, marks
caption     marks                              decoration  marks
turned      degrees clockwise, x, y, marks
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from hashlib import sha256
from math import atan2, degrees
from typing import Any

from engine.base.errors import TemplateError
from engine.base.records import dataclass
from engine.base.units import ZERO, Rect, Size
from engine.model.blocks import Align
from engine.model.decor import Path, PlacedPicture
from engine.writers.pdf.bookmarks import Bookmark
from engine.writers.pdf.marks import Ink, Words
from engine.writers.pdf.page_marks import Drawing, Lines, Part, Photo, Piece, Scene, SetLine, SetPage, Sketch, TurnedWords
from engine.writers.pdf.typst_parts import ends_in_marks, parts_of
from engine.writers.pdf.typst_pictures import picture_svg
from engine.writers.pdf.typst_scene import scene_svg
from engine.writers.pdf.typst_shapes import svg_of

Mark = list[Any]
Style = tuple[str, float, int, str]
"""Family, size in points, weight, colour."""

_SIDES = {"start": 0, "middle": 1, "end": 2, Align.LEFT: 0, Align.CENTER: 1, Align.RIGHT: 2}
_ALONG = (0.0, 0.5, 1.0)
_HEADINGS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4}
_DECIMALS = 4


@dataclass(slots=True)
class TypstPages:
    """What the pages of one document share. `anchors` are the page (from 1) and place of each bookmark that can be pointed at.

    Its methods raise TemplateError for a link to a bookmark that no page has.
    """

    anchors: Mapping[str, tuple[int, float, float]]
    styles: dict[Style, int] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    characters: dict[str, set[str]] = field(default_factory=dict)
    """By family, what is written in it."""

    def marks(self, page: SetPage, entries: tuple[Bookmark, ...]) -> list[Mark]:
        """Return what stands on a page, in reading order, and its entries of the outline.

        An entry of a heading's own level and words is that heading's. Others stand before the first of these, or last: a heading that
        the outline does not show makes Typst forget the level of the entry after it, and an entry below another is never the first.
        """
        headings = [mark for mark in page.marks if isinstance(mark, Part) and mark.tag in _HEADINGS]
        owned = dict(_owners(headings, entries))
        free: list[Mark] = [["bookmark", each.level, each.title, _short(each.top)] for each in entries if each not in owned.values()]
        made: list[Mark] = []
        for mark in page.marks:
            if not isinstance(mark, Part):
                made.append(["decoration", list(self._drawing(mark, _sheet(page.size)))])
            elif mark.tag in _HEADINGS:
                if id(mark) in owned:
                    made, free = [*made, *free], []
                made.append(self._heading(mark, owned.get(id(mark))))
            else:
                made.extend(self._part(mark))
        return [*made, *free]

    def _heading(self, part: Part, entry: Bookmark | None) -> Mark:
        title, top = (_plain(part), 0.0) if entry is None else (entry.title, entry.top)
        return ["heading", _HEADINGS[part.tag], title, entry is not None, _short(top), self._inside(part)]

    def _part(self, part: Part) -> Iterator[Mark]:
        match part.tag:
            case "P":
                yield from self._inside(part, paragraph=True)
            case "Caption":
                yield ["caption", self._inside(part)]
            case "Figure":
                yield ["figure", part.alt, self._inside(part)]
            case "L":
                yield self._list(part)
            case "Table":
                yield self._table(part)
            case other:
                raise AssertionError(f"no page holds a <{other}> by itself")

    def _inside(self, part: Part, *, paragraph: bool = False) -> list[Mark]:
        frame = part.frame or Rect(ZERO, ZERO, ZERO, ZERO)
        made: list[Mark] = []
        for child in part.children:
            made.extend(self._part(child) if isinstance(child, Part) else self._drawing(child, frame, paragraph=paragraph))
        return made

    def _list(self, part: Part) -> Mark:
        items = [[child for child in item.children if isinstance(child, Part)] for item in _parts(part)]
        labels = [[mark for child in item if child.tag == "Lbl" for mark in self._inside(child)] for item in items]
        bodies = [[mark for child in item if child.tag == "LBody" for mark in self._inside(child)] for item in items]
        return ["labelled", labels, bodies] if any(labels) else ["list", bodies]

    def _table(self, part: Part) -> Mark:
        rows = [list(_parts(row)) for row in _parts(part)]
        heads = [self._inside(cell) for row in rows for cell in row if cell.tag == "TH"]
        cells = [self._inside(cell) for row in rows for cell in row if cell.tag != "TH"]
        return ["table", len(rows[0]) if rows else 0, heads, cells]

    def _drawing(self, drawing: Drawing, frame: Rect, *, paragraph: bool = False) -> Iterator[Mark]:
        match drawing:
            case Lines():
                if drawing.lines:
                    yield self._text(drawing.lines, paragraph=paragraph)
            case Sketch():
                yield from self._sketch(drawing, frame)
            case Photo():
                name = f"{sha256(drawing.blob).hexdigest()}.svg"
                if name not in self.pictures:
                    self.pictures[name] = picture_svg(drawing.blob).encode()
                yield ["picture", *_box(drawing.frame), name]
            case Scene():
                yield from self._scene(drawing, frame)

    def _sketch(self, sketch: Sketch, frame: Rect) -> Iterator[Mark]:
        """Yield the drawing, neighbouring inks as one picture as large as the frame."""
        together: list[Ink] = []
        for mark in (*sketch.marks, None):
            if isinstance(mark, Ink):
                together.append(mark)
                continue
            if together:
                width, height = frame.width.points, frame.height.points
                yield ["shapes", sketch.left, sketch.top, width, height, svg_of(together, width, height)]
                together = []
            if mark is not None and mark.text.strip():
                yield self._words(mark, sketch)

    def _scene(self, scene: Scene, frame: Rect) -> Iterator[Mark]:
        """Yield what the template draws: what lies between its words as pictures as large as the page."""
        together: list[Path | PlacedPicture] = []
        for mark in (*scene.marks, None):
            if isinstance(mark, Path | PlacedPicture):
                together.append(mark)
                continue
            if together:
                width, height = frame.width.points, frame.height.points
                svg = scene_svg(together, width, height).encode()
                name = f"{sha256(svg).hexdigest()}.svg"
                self.pictures[name] = svg
                yield ["picture", 0, 0, width, height, name]
                together = []
            if mark is not None:
                yield self._turned(mark)

    def _turned(self, mark: TurnedWords) -> Mark:
        a, b, _, _, x, y = mark.matrix
        words = [self._words(each, Sketch(())) for each in mark.words]
        return ["turned", _short(degrees(atan2(b, a))), _short(x), _short(y), words]

    def _words(self, words: Words, sketch: Sketch) -> Mark:
        piece = Piece(words.text, words.size, words.color, words.bold, words.family)
        line: Mark = [0, 0, ends_in_marks(words.text), [self._piece(piece, words.opacity)]]
        return ["text", _short(sketch.left + words.x), _short(sketch.top + words.baseline), _SIDES[words.anchor], False, [line]]

    def _text(self, lines: tuple[SetLine, ...], *, paragraph: bool) -> Mark:
        """Return lines of one paragraph, whose places along the page may differ by what the first stands in."""
        last = lines[-1]
        side = _SIDES[last.align]
        made: list[Mark] = []
        above = lines[0].baseline
        for line in lines:
            indent = line.left - last.left if side == 0 else 0.0
            ends = ends_in_marks("".join(piece.text for piece in line.pieces))
            made.append([_short(line.baseline - above), _short(indent), ends, [self._piece(piece) for piece in line.pieces]])
            above = line.baseline
        return ["text", _short(last.left + _ALONG[side] * last.width), _short(lines[0].baseline), side, paragraph, made]

    def _piece(self, piece: Piece, opacity: float = 1.0) -> Mark:
        self.characters.setdefault(piece.family, set()).update(piece.text)
        style = self._style(piece, opacity)
        return [style, _short(piece.spacing), self._address(piece.address), list(parts_of(piece.text))]

    def _style(self, piece: Piece, opacity: float) -> int:
        color = f"#{piece.color.hex}" if opacity == 1 else f"#{piece.color.hex}{round(opacity * 255):02X}"
        style = (piece.family, piece.size, 700 if piece.bold else 400, color)
        return self.styles.setdefault(style, len(self.styles))

    def _address(self, address: str | None) -> object:
        if address is None or not address.startswith("#"):
            return address
        name = address[1:]
        if name not in self.anchors:
            raise TemplateError(f"PDF 无法绘制：没有书签“{name}”", f"the PDF cannot be drawn: no bookmark {name!r}")
        return list(self.anchors[name])


def anchors_of(pages: Iterable[SetPage]) -> dict[str, tuple[int, float, float]]:
    """Return where each bookmark of a document is: page from 1, and its place in points."""
    return {name: (number, *place) for number, page in enumerate(pages, 1) for name, place in page.anchors.items()}


def _owners(headings: list[Part], entries: tuple[Bookmark, ...]) -> Iterator[tuple[int, Bookmark]]:
    """Yield the identity of each heading with the entry that is its own."""
    waiting = list(entries)
    for heading in headings:
        level, words = _HEADINGS[heading.tag], _bare(_plain(heading))
        entry = next((each for each in waiting if each.level == level and _bare(each.title) == words), None)
        if entry is not None:
            waiting.remove(entry)
            yield id(heading), entry


def _plain(part: Part) -> str:
    return "".join(piece.text for child in part.children if isinstance(child, Lines) for line in child.lines for piece in line.pieces)


def _bare(words: str) -> str:
    return "".join(words.split())


def _parts(part: Part) -> Iterator[Part]:
    return (child for child in part.children if isinstance(child, Part))


def _sheet(size: Size) -> Rect:
    return Rect(ZERO, ZERO, size.width, size.height)


def _box(frame: Rect) -> tuple[float, float, float, float]:
    return frame.x.points, frame.y.points, frame.width.points, frame.height.points


def _short(value: float) -> float:
    """Return a number of few digits: a ten-thousandth of a point is finer than any printer."""
    return round(value, _DECIMALS)
