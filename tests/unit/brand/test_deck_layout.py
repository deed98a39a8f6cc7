from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Rect
from engine.base.workspace import Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import OfficeFonts, OfficeTheme, Slot
from engine.brand.ground import Ground, GroundKind
from engine.model.decor import Flat, Path
from engine.model.theme import Color, FontFace


def test_an_area_is_no_placeholder() -> None:
    assert Slot("标题", 0, "title", Rect.inches(0, 0, 1, 1)).is_placeholder
    assert not Slot("", 0, "", Rect.inches(0, 0, 1, 1)).is_placeholder


def test_fonts_are_those_of_a_face_when_both_names_agree() -> None:
    fonts = OfficeFonts("Arial", "SimHei", "")
    assert fonts.are(FontFace("Arial", "SimHei", "whatever"))
    assert not fonts.are(FontFace("SimHei", "SimHei", "whatever"))


def test_a_colour_without_a_slot_is_not_the_themes() -> None:
    office = OfficeTheme({"tx1": "000000"}, OfficeFonts("", "", ""), OfficeFonts("", "", ""))
    assert office.has(Color("000000", "tx1"))
    assert not office.has(Color("000000"))


def test_layouts_and_slots_are_asked_by_name(workspace: Workspace) -> None:
    brand = load_deck_brand(workspace, "harbor").expect_clean()
    assert brand.layout("cover").slot("subtitle").type == "subTitle"


def test_the_ground_of_a_layout_is_its_background_and_decor(workspace: Workspace) -> None:
    brand = load_deck_brand(workspace, "harbor").expect_clean()
    layout = brand.layout("cover")
    ground, *decor = layout.ground(brand.size)
    assert isinstance(ground, Path)
    assert (ground.fill, ground.frame.width, ground.frame.height) == (Flat(layout.background), brand.size.width, brand.size.height)
    assert tuple(decor) == layout.decor


def test_a_placeholder_with_a_fill_of_its_own_hides_the_ground(workspace: Workspace) -> None:
    brand = load_deck_brand(workspace, "harbor").expect_clean()
    layout = brand.layout("cover")
    assert layout.unsure(brand.size) == ()
    band = replace(layout.slot("title"), fill=Ground(GroundKind.FLAT, ("1A4F9C",)))
    assert replace(layout, slots={**layout.slots, "title": band}).unsure(brand.size) == (band.frame,)
