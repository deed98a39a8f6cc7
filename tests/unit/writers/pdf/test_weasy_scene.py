from __future__ import annotations

from typing import Any

import pytest
from weasyprint.pdf.stream import Stream, pydyf

from engine.base.units import Rect, pt
from engine.model.decor import Flat, Gradient, Outline, Path, Pen, PlacedPicture, Stop
from engine.model.theme import Color
from engine.writers.pdf.page_marks import GroundMark, Scene
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_scene import draw_scene
from engine.writers.pdf.weasy_type import TypeSetter

RED, BLUE = Color("FF0000"), Color("0000FF")
FRAME = Rect(pt(0), pt(0), pt(10), pt(10))
DOT: Outline = (("m", (1.0, 2.0)),)
CLIP: Outline = (("m", (3.0, 4.0)),)
MATRIX = (10.0, 0.0, 0.0, 10.0, 1.0, 2.0)


def stream_of(*marks: GroundMark) -> Any:
    def drawer(blob: bytes) -> Any:
        return lambda stream, width, height: stream.stream.append(f"{blob.decode()} {width:g} {height:g}".encode())

    resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in ("ExtGState", "Shading", "XObject", "Pattern", "ColorSpace")})
    stream = Stream({}, (0, 0, 100, 100), resources, {}, None, {}, None)
    draw_scene(stream, Scene(marks), TypeSetter("zh-CN", InstalledFonts.cached()), drawer)
    return stream


def drawn(*marks: GroundMark) -> str:
    return " | ".join(part.decode() for part in stream_of(*marks).stream)


def test_a_flat_path_with_a_line() -> None:
    path = Path("bar", (DOT,), FRAME, Flat(RED, 0.5), Pen(BLUE, 2, (4, 1), "round", "round"))
    assert drawn(path) == "q | /a0.5 gs | 1 0 0 rg 1 2 m f* | /A1.0 gs | 0 0 1 RG 2 w 1 j [4 1] 0 d 1 J 1 2 m S | Q"


def test_a_drawing_may_wind() -> None:
    assert drawn(Path("bar", (DOT,), FRAME, Flat(RED), winding=True)) == "q | /a1.0 gs | 1 0 0 rg 1 2 m f | Q"


def test_what_is_clipped() -> None:
    assert drawn(Path("bar", (DOT,), FRAME, Flat(RED), clip=(CLIP,))) == "q | 3 4 m W* n | /a1.0 gs | 1 0 0 rg 1 2 m f* | Q"


def test_a_picture_fills_its_square() -> None:
    assert (
        drawn(PlacedPicture("logo", b"picture", MATRIX, (CLIP,), FRAME)) == "q | 3 4 m W* n | /a1.0 gs | 10 0 0 10 1 2 cm | picture 1 1 | Q"
    )


def test_a_gradient_is_a_shading_within_the_path() -> None:
    stream = stream_of(Path("bar", (DOT,), FRAME, Gradient((Stop(0.0, RED), Stop(1.0, BLUE)), MATRIX)))
    assert b" | ".join(stream.stream) == b"q | q | 1 2 m W* n | /a1.0 gs | 10 0 0 10 1 2 cm | /s0 sh | Q | Q"
    shading = stream._resources["Shading"]["s0"]
    assert (shading["ShadingType"], list(shading["Coords"]), shading["Function"]["Functions"][0]["C0"]) == (2, [0, 0, 1, 0], [1, 0, 0])


def test_stops_that_fade_are_a_mask() -> None:
    stream = stream_of(Path("bar", (DOT,), FRAME, Gradient((Stop(0.2, RED, 0.0), Stop(0.2, BLUE), Stop(0.9, RED)), MATRIX, radial=True)))
    mask = stream._resources["ExtGState"]["s0"]["SMask"]["G"]
    assert mask.stream[-1] == b"/s0 sh"
    assert list(mask._resources["Shading"]["s0"]["Function"]["Bounds"]) == [0.2, 0.2001, 0.9]


@pytest.mark.parametrize("matrix", [(0.0, 0.0, 0.0, 0.0, 1.0, 1.0), (1.0, 1.0, 1.0, 1.0, 0.0, 0.0)])
def test_a_gradient_without_extent_draws_nothing(matrix: tuple[float, float, float, float, float, float]) -> None:
    assert "sh" not in drawn(Path("bar", (DOT,), FRAME, Gradient((Stop(0.0, RED), Stop(1.0, BLUE)), matrix)))
