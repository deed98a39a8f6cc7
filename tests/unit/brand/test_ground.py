from __future__ import annotations

from engine.base.units import Rect
from engine.brand.ground import Beneath, Cover, Ground, GroundKind

WHITE, BLUE, PICTURE = Ground(GroundKind.FLAT, ("FFFFFF",)), Ground(GroundKind.FLAT, ("0B5FFF",)), Ground(GroundKind.PICTURE)
PANEL = Cover(Rect.inches(0, 0, 4, 7), BLUE)


def test_the_topmost_shape_that_holds_a_text_is_its_ground() -> None:
    page = Beneath(WHITE, (PANEL,))
    assert page.colors(Rect.inches(1, 1, 2, 1)) == ("0B5FFF",)
    assert page.colors(Rect.inches(5, 1, 2, 1)) == ("FFFFFF",)


def test_a_text_across_an_edge_stands_on_both() -> None:
    assert Beneath(WHITE, (PANEL,)).colors(Rect.inches(3, 1, 2, 1)) == ("FFFFFF", "0B5FFF")
    assert Beneath(WHITE, (PANEL,)).colors(Rect.inches(3.9, 1, 2, 1)) == ("FFFFFF",)  # hardly touched


def test_a_veil_tints_what_is_below() -> None:
    veil = Cover(Rect.inches(0, 0, 4, 7), Ground(GroundKind.UNCLEAR, veil=("0B5FFF", 0.5)))
    assert Beneath(WHITE, (veil,)).colors(Rect.inches(1, 1, 2, 1)) == ("85AFFF",)
    assert Beneath(WHITE, (veil,)).colors(Rect.inches(3, 1, 2, 1)) == ("FFFFFF", "85AFFF")
    assert Beneath(WHITE, (veil,)).colors(Rect.inches(5, 1, 2, 1)) == ("FFFFFF",)


def test_the_colours_of_a_picture_cannot_be_told() -> None:
    assert Beneath(PICTURE).colors(Rect.inches(1, 1, 1, 1)) == ()
    assert Beneath(WHITE, (Cover(Rect.inches(0, 0, 9, 9), PICTURE),)).colors(Rect.inches(1, 1, 1, 1)) == ()


def test_where_nothing_of_the_brand_is_drawn() -> None:
    page = Beneath(WHITE, (Cover(Rect.inches(0, 0, 10, 7.5), BLUE), Cover(Rect.inches(8, 7, 2, 0.5), WHITE)))
    assert page.is_free(Rect.inches(1, 7, 3, 0.3))  # what lies under all of it does not count
    assert not page.is_free(Rect.inches(7, 7, 2, 0.3))
