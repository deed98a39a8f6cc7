from __future__ import annotations

import io

from PIL import Image

from engine.base.units import Rect
from engine.brand.ground import Cover, Ground, GroundKind, beneath
from engine.brand.picture_ground import PictureFill, shown_under

PAGE = Rect.inches(0, 0, 10, 5)
LEFT, RIGHT, MIDDLE = Rect.inches(1, 1, 3, 1), Rect.inches(6, 1, 3, 1), Rect.inches(3, 1, 4, 1)
WHITE = Ground(GroundKind.FLAT, ("FFFFFF",))


def halves(left: tuple[int, ...], right: tuple[int, ...]) -> bytes:
    """Return a picture whose left half has one colour, its right half another."""
    picture = Image.new("RGBA", (200, 100), left)
    picture.paste(Image.new("RGBA", (100, 100), right), (100, 0))
    blob = io.BytesIO()
    picture.save(blob, "PNG")
    return blob.getvalue()


NAVY_WHITE = PictureFill(halves((0, 0, 64, 255), (255, 255, 255, 255)))


def colors(picture: PictureFill, frame: Rect) -> tuple[str, ...]:
    shown = shown_under(picture, PAGE, frame)
    assert shown is not None
    return shown.colors


def test_words_stand_on_what_is_there() -> None:
    assert colors(NAVY_WHITE, LEFT) == ("000040",)
    assert colors(NAVY_WHITE, RIGHT) == ("FFFFFF",)
    assert colors(NAVY_WHITE, MIDDLE) == ("000040", "FFFFFF")


def test_what_is_cut_away_is_not_seen() -> None:
    assert colors(PictureFill(NAVY_WHITE.blob, (0.5, 0.0, 0.0, 0.0)), LEFT) == ("FFFFFF",)


def test_a_see_through_picture() -> None:
    logo = PictureFill(halves((0, 0, 64, 255), (0, 0, 0, 0)))
    assert shown_under(logo, PAGE, RIGHT) is None
    shown = shown_under(logo, PAGE, MIDDLE)
    assert shown is not None and (shown.colors, shown.is_solid) == (("000040",), False)


def test_what_is_no_picture_says_nothing() -> None:
    assert shown_under(PictureFill(b"no picture"), PAGE, LEFT) is None


def test_a_page_with_a_picture_behind_it() -> None:
    base = Ground(GroundKind.PICTURE, (), NAVY_WHITE)
    band = Cover(Rect.inches(0, 0, 10, 2), Ground(GroundKind.FLAT, ("112233",)))
    assert beneath(base, (), PAGE).colors(LEFT) == ("000040",)
    assert beneath(base, (band,), PAGE).colors(LEFT) == ("112233",)
    assert not beneath(base, (), PAGE).is_free(LEFT)


def test_a_picture_on_a_flat_page() -> None:
    page = beneath(WHITE, (Cover(Rect.inches(0, 0, 5, 2.5), Ground(GroundKind.PICTURE, (), NAVY_WHITE)),), PAGE)
    assert page.colors(Rect.inches(0.2, 0.2, 2, 1)) == ("000040",)
    assert page.colors(Rect.inches(6, 3, 2, 1)) == ("FFFFFF",)
