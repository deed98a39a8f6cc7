"""Characters as WeasyPrint and Pango set them: one layout per look, used again for every line of it."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.text.ffi import ffi, pango
from weasyprint.text.line_break import Layout, create_layout, line_size

from engine.base.records import dataclass
from engine.model.blocks import Align
from engine.writers.pdf.ink import colour_operands
from engine.writers.pdf.marks import Words
from engine.writers.pdf.page_marks import Piece, SetLine
from engine.writers.pdf.weasy_fonts import InstalledFonts

_ALONG = {"start": 0.0, "middle": 0.5, "end": 1.0, Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


@dataclass(slots=True)
class TypeSetter:
    """Sets pieces of text of one language on a stream whose unit is the point, y downwards.

    Its methods raise EnvironmentFault for a family that is not installed.
    """

    language: str
    fonts: InstalledFonts
    _layouts: dict[tuple[str, float, bool], tuple[Layout, _Look]] = field(default_factory=dict)

    def width(self, piece: Piece) -> float:
        """Return how far a piece reaches, in points."""
        line = self._line(piece)
        return float(line_size(line.pango_layout.get_first_line()[0], line.style)[0])

    def draw(self, stream: Any, piece: Piece, left: float, baseline: float) -> None:
        """Draw a piece that holds more than spaces, from `left` on."""
        stream.begin_text()
        stream.stream.append(f"{colour_operands(piece.color)} rg".encode())
        draw_first_line(stream, self._line(piece), "clip", "none", Matrix(d=-1, e=left, f=baseline))
        stream.end_text()

    def lefts(self, line: SetLine) -> list[tuple[Piece, float, float]]:
        """Return the pieces of a line, each with its left and right edge."""
        if len(line.pieces) == 1 and line.align is Align.LEFT and line.pieces[0].address is None:
            return [(line.pieces[0], line.left, line.left)]  # nobody asks where it ends
        widths = [self.width(piece) for piece in line.pieces]
        left = line.left + _ALONG[line.align] * (line.width - sum(widths))
        placed = []
        for piece, width in zip(line.pieces, widths, strict=True):
            placed.append((piece, left, left + width))
            left += width
        return placed

    def draw_words(self, stream: Any, words: Words) -> None:
        """Draw words at their anchor; blank ones draw nothing."""
        if words.text.strip():
            piece = Piece(words.text, words.size, words.color, words.bold, words.family)
            along = _ALONG[words.anchor]
            self.draw(stream, piece, words.x - (along * self.width(piece) if along else 0.0), words.baseline)

    def _line(self, piece: Piece) -> _Line:
        key = (piece.family, piece.size, piece.bold)
        if key not in self._layouts:
            self.fonts.expect(piece.family)
            look = _Look(piece, self.language, self.fonts)
            self._layouts[key] = create_layout("", look, None, None, 0), look
        layout, look = self._layouts[key]
        spacing = piece.spacing or "normal"
        if layout.text != piece.text or look["letter_spacing"] != spacing:
            look["letter_spacing"] = spacing
            pango.pango_layout_set_attributes(layout.layout, ffi.NULL)  # those of the text before
            layout.set_text(piece.text)
        return _Line(piece.text, layout, look)


class _Look(dict[str, Any]):
    """The computed style of one line of text: initial values but for what a piece says."""

    def __init__(self, piece: Piece, language: str, fonts: InstalledFonts) -> None:
        weight = 700 if piece.bold else 400
        super().__init__(font_family=(piece.family,), font_size=piece.size, font_weight=weight, lang=language, letter_spacing="normal")
        self.font_config = fonts.configuration

    def __missing__(self, key: str) -> Any:
        value = self[key] = INITIAL_VALUES[key]
        return value


@dataclass(frozen=True, slots=True)
class _Line:
    """What WeasyPrint draws as a line of text."""

    text: str
    pango_layout: Layout
    style: _Look
    baseline: float = 0.0
