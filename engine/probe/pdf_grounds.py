"""What words on a page of a PDF stand on: the colours of boxes drawn before them, in the order in which they were drawn.

Boxes, also with round corners, have a known colour; pictures, gradients, drawings inside drawings and any other shape have none, and
nothing is said of words on them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the foot of the page."""
WHITE = "FFFFFF"
HELD = 0.8
"""The part of some words, in width and in height, that a thing must be as large as to be what they stand on."""
_CORNERS, _ROUNDED, _STEERED = 4, 8, 3
_OPAQUE = 255
_NEAR = 0.6


class Grounds:
    """What was drawn on a page so far."""

    def __init__(self) -> None:
        self._boxes: list[tuple[Bounds, str | None]] = []

    def add(self, piece: pypdfium2.PdfObject, bounds: Bounds) -> None:
        """Note an object that words may stand on."""
        if piece.type == pdfium.FPDF_PAGEOBJ_PATH:
            if _is_filled(piece):
                known = piece.level == 0 and _is_box(piece, bounds)  # a drawing inside a drawing has places of its own
                self._boxes.append((bounds, color_of(piece) if known else None))
        elif piece.type != pdfium.FPDF_PAGEOBJ_TEXT:
            self._boxes.append((bounds, None))

    def at(self, words: Bounds) -> str | None:
        """Return the colour below the middle of some words, white where nothing was drawn; None where it has no known one."""
        across, down = (words[0] + words[2]) / 2, (words[1] + words[3]) / 2
        holding = (
            color for (left, bottom, right, top), color in reversed(self._boxes) if left <= across <= right and bottom <= down <= top
        )
        return next(holding, WHITE)


def color_of(piece: pypdfium2.PdfObject) -> str | None:
    """Return the colour that an object is filled with as RRGGBB, None when it is not opaque or has none."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(piece.raw, red, green, blue, alpha) or alpha.value != _OPAQUE:
        return None
    return f"{red.value:02X}{green.value:02X}{blue.value:02X}"


def _is_filled(piece: pypdfium2.PdfObject) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(piece.raw, mode, stroke)) and mode.value != pdfium.FPDF_FILLMODE_NONE


def _is_box(piece: pypdfium2.PdfObject, bounds: Bounds) -> bool:
    """Tell whether a path is a rectangle, perhaps with round corners: all its points are on its edges, at least two on each."""
    points = list(_points(piece))
    left, bottom, right, top = bounds
    on_edge = all(min(abs(x - left), abs(x - right), abs(y - bottom), abs(y - top)) < _NEAR for x, y in points)
    corners = sum(1 for x, y in points if min(abs(x - left), abs(x - right)) < _NEAR and min(abs(y - bottom), abs(y - top)) < _NEAR)
    return on_edge and (corners >= _CORNERS or len(set(points)) >= _ROUNDED)


def _points(piece: pypdfium2.PdfObject) -> Iterator[tuple[float, float]]:
    """Yield the points that a path goes through on the page; of a curve the last of three, for the first two steer it."""
    matrix = piece.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    steered = 0
    for index in range(pdfium.FPDFPath_CountSegments(piece.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(piece.raw, index)
        steered = (steered + 1) % _STEERED if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO else 0
        if not steered and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            across, down = matrix.on_point(x.value, y.value)
            yield round(across, 1), round(down, 1)
