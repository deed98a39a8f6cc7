from __future__ import annotations

import pytest

from engine.base.units import Rect
from engine.brand.decor.fills import Blend, Fill, PictureFill, Tile
from engine.brand.decor.painting import color_at, gradient, painted, shaded
from engine.brand.decor.placement import IDENTITY, SAME, Placed
from engine.brand.decor.preset_box import closed
from engine.brand.decor.svg_drawing import SvgShape
from engine.brand.decor.tracing import Traced
from engine.model.decor import Flat, Path, Pen, PlacedPicture, Stop
from engine.model.theme import Color
from tests.support.decor import EMF, PLACE, PNG, numbers, sheet, told, xml

RED, BLUE = Color("FF0000"), Color("0000FF")
STOPS = (Stop(0.0, RED), Stop(1.0, BLUE))
PLACED = Placed(100, 50, IDENTITY, Rect.inches(0, 0, 100 / 72, 50 / 72))
BOX = closed((0, 0), (100, 0), (100, 50), (0, 50))
NO_EDGES = (0.0, 0.0, 0.0, 0.0)


def drawn(fill: Fill | None, pen: Pen | None = None, traces: tuple[Traced, ...] = BOX) -> list[str]:
    return [told(mark) for mark in painted("bar", traces, PLACED, (fill, pen), sheet())]


def test_fills_path_by_path_and_lines_upon_them() -> None:
    two = (Traced(BOX[0].outline, -0.5), Traced(BOX[0].outline, None), Traced(BOX[0].outline, 0.0, stroked=False))
    box = "M 0 0 L 100 0 L 100 50 L 0 50 Z"
    assert drawn(Flat(RED), Pen(BLUE, 2), two) == [f"bar: {box} fill 800000", f"bar: {box} fill FF0000", f"bar: {box} {box} line 0000FF 2"]


@pytest.mark.parametrize(
    ("blend", "matrix"),
    [
        (Blend(STOPS, 0), "100 0 0 100 0 25"),
        (Blend(STOPS, 90), "0 50 -50 0 50 0"),
        (Blend(STOPS, 180), "-100 0 0 -100 100 25"),
        (Blend(STOPS, 45), "75 75 -75 75 12.5 -12.5"),
        (Blend(STOPS, 45, scaled=True), "100 50 -100 50 0 0"),
        (Blend(STOPS, path="circle", to=(0.5, 0.5, 0.5, 0.5)), "55.9 0 0 55.9 50 25"),
        (Blend(STOPS, path="circle", to=(1, 0, 0, 1), tile=(0, -1, -1, 0)), "111.8 0 0 111.8 100 0"),
    ],
)
def test_where_a_gradient_runs(blend: Blend, matrix: str) -> None:
    found = gradient(blend, PLACED)
    assert (numbers(found.matrix), found.radial) == (matrix, blend.path is not None)


def test_a_gradient_turns_with_its_shape_or_stays() -> None:
    placed = SAME.place(xml(f'<a:xfrm rot="5400000">{PLACE}</a:xfrm>'))
    assert numbers(gradient(Blend(STOPS, 0), placed).matrix) == "0 144 -144 0 144 -36"
    assert numbers(gradient(Blend(STOPS, 0, upright=True), placed).matrix) == "72 0 0 72 108 36"


def test_nested_boxes_in_steps() -> None:
    marks = list(painted("bar", BOX, PLACED, (Blend(STOPS, path="rect", to=(0.5, 0.5, 0.5, 0.5)), None), sheet()))
    assert len(marks) == 65
    assert told(marks[0]).endswith("fill 0000FF")
    assert (
        told(marks[-1]) == "bar: M 49.22 24.61 L 50.78 24.61 L 50.78 25.39 L 49.22 25.39 Z fill FD0002 clip M 0 0 L 100 0 L 100 50 L 0 50 Z"
    )
    faint = Blend((Stop(0.0, RED, 0.5), Stop(1.0, BLUE)), path="rect", to=(0.5, 0.5, 0.5, 0.5))
    rings = [mark for mark in painted("bar", BOX, PLACED, (faint, None), sheet()) if isinstance(mark, Path)]
    assert {len(ring.outlines) for ring in rings} == {2}


def test_pictures_are_placed_so_that_what_is_cropped_lies_outside() -> None:
    box = "M 0 0 L 100 0 L 100 50 L 0 50 Z"
    assert drawn(PictureFill("x.png", PNG, (0.5, 0, 0, 0.5))) == [f"bar: picture 200 0 0 100 -100 0 clip {box}"]
    assert drawn(PictureFill("x.png", PNG, NO_EDGES, (0, -0.1, 0, -0.1), 0.5)) == [f"bar: picture 100 0 0 60 0 -5 clip {box} at 0.5"]
    inset = drawn(PictureFill("x.png", PNG, NO_EDGES, (0.1, 0, 0.1, 0)))
    assert inset == ["bar: picture 80 0 0 50 10 0 clip M 10 0 L 90 0 L 90 50 L 10 50 Z"]


def test_drawings_are_outlines_where_a_picture_would_lie() -> None:
    square = (("m", (0.0, 0.0)), ("l", (1.0, 0.0)), ("l", (1.0, 1.0)), ("h", ()))
    shape = SvgShape(square, Flat(RED), Pen(BLUE, 0.1), winding=True)
    fill = PictureFill("x.svg", b"<svg", NO_EDGES, opacity=0.5, shapes=(shape,))
    (mark,) = painted("bar", BOX, PLACED, (fill, None), sheet())
    assert told(mark) == "bar: M 0 0 L 100 0 L 100 50 Z fill FF0000 at 0.5 line 0000FF 7.07107 clip M 0 0 L 100 0 L 100 50 L 0 50 Z"
    assert isinstance(mark, Path) and mark.winding


def test_tiles_cover_the_shape() -> None:
    marks = drawn(PictureFill("x.png", PNG, NO_EDGES, tile=Tile(0, 0, 1, 1, "tl")))
    assert [mark.split(" clip")[0] for mark in marks] == [f"bar: picture 72 0 0 36 {x} {y}" for y in (0, 36) for x in (0, 72)]
    centred = list(painted("bar", BOX, PLACED, (PictureFill("x", PNG, NO_EDGES, tile=Tile(0, 0, 1, 1, "ctr")), None), sheet()))
    assert any(isinstance(mark, PlacedPicture) and mark.matrix[4:] == (14, 7) for mark in centred)


def test_pictures_that_cannot_be_drawn_are_noted() -> None:
    of_part = sheet()
    tiny = Tile(0, 0, 0.001, 0.001, "tl")
    for fill in (PictureFill("x.emf", EMF, NO_EDGES), PictureFill("x.png", PNG, NO_EDGES, tile=tiny)):
        assert not list(painted("bar", BOX, PLACED, (fill, None), of_part))
    assert [each.why.en for each in of_part.skipped] == [
        "a picture of the format EMF",
        "its tiled picture is too small, or of unknown size",
    ]


def test_shades() -> None:
    assert shaded(Flat(Color("808080"), 0.5), 0.5) == Flat(Color("C0C0C0"), 0.5)
    assert shaded(Blend(STOPS), -0.5) == Blend((Stop(0.0, Color("800000")), Stop(1.0, Color("000080"))))
    assert shaded(Flat(RED), 0) == Flat(RED)


def test_colours_between_stops() -> None:
    stops = (Stop(0.25, RED, 0.0), Stop(0.75, BLUE, 1.0))
    assert [color_at(stops, at) for at in (0.0, 0.5, 1.0)] == [Flat(RED, 0.0), Flat(Color("800080"), 0.5), Flat(BLUE, 1.0)]
