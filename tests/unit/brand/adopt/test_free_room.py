from __future__ import annotations

from engine.base.units import Rect, Size, inch
from engine.brand.adopt.backdrop import Backdrop, Dot
from engine.brand.adopt.free_room import Room

INK: dict[str, Dot] = {".": (255, 255, 255), "#": (20, 40, 60), "~": (235, 235, 235), "x": (255, 255, 255)}


def drop(*rows: str) -> Backdrop:
    """Return a page of one dot an inch; `x` is busy, `~` a watermark."""
    return Backdrop(1.0, tuple(tuple(INK[dot] for dot in row) for row in rows), tuple(tuple(dot == "x" for dot in row) for row in rows))


PAGE = drop("########", "........", "..~~....", "......x.", "........", "########")


def test_what_is_free() -> None:
    room = Room.of_ground(PAGE, "FFFFFF")
    assert room.is_free(Rect.inches(0, 1, 8, 2)), "a watermark is no decor"
    assert room.share(Rect.inches(0, 0, 8, 2)) == 0.5
    assert room.share(Rect.inches(6, 3, 2, 1)) == 0.5, "busy"
    assert room.share(Rect.inches(-2, 1, 4, 1)) == 0.5, "off the page"


def test_the_largest_free_part() -> None:
    room = Room.of_ground(PAGE, "FFFFFF")
    whole = Rect.inches(0, 0, 8, 6)
    assert room.largest(whole) == Rect.inches(0, 1, 6, 4)
    assert room.largest(Rect.inches(7, 0, 1, 6)) == Rect.inches(7, 1, 1, 4)
    assert room.largest(Rect.inches(0, 5, 8, 1)) is None


def test_a_frame_grows_until_it_meets_decor() -> None:
    room = Room.of_ground(PAGE, "FFFFFF")
    assert room.grown(Rect.inches(2, 2, 2, 1), Size(inch(8), inch(6))) == Rect.inches(0, 1, 8, 2)


def test_where_words_can_be_read() -> None:
    light, dark = Room.of_text(PAGE, "FFFFFF"), Room.of_text(PAGE, "000000")
    assert light.is_free(Rect.inches(0, 0, 8, 1)) and not light.is_free(Rect.inches(0, 1, 8, 1))
    assert dark.is_free(Rect.inches(0, 1, 8, 2)) and not dark.is_free(Rect.inches(0, 0, 8, 1))
