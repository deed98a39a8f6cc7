from __future__ import annotations

import pytest

from engine.base.records import replace
from engine.base.units import Rect
from engine.brand.deck_layout import DeckLayout, Slot, Tone
from engine.brand.ground import Beneath, Cover, Ground, GroundKind
from engine.model.theme import Color, Theme
from engine.plan.deck.ground import BLACK, WHITE, area_inks, carries_pages, ink_on, inks_on, is_readable, least_contrast, slot_inks
from tests.support.planning import harbor

THEME = harbor()[0].theme
DARK = replace(
    THEME, colors={**THEME.colors, **{token: Color(code) for token, code in (("bg", "20262B"), ("ink", "FFFFFF"), ("ink2", "D8DFE2"))}}
)
BODY = Slot("", 0, "", Rect.inches(1, 2, 8, 4))
TITLE = Slot("", 0, "", Rect.inches(1, 0.2, 8, 0.6))


def layout(base: str, *covers: Cover, tone: Tone | None = None, kind: GroundKind = GroundKind.FLAT) -> DeckLayout:
    beneath = Beneath(Ground(kind, (base,) if base else ()), covers)
    return DeckLayout("content", "x", "x.xml", {"title": TITLE, "body_area": BODY}, (), Color(base or "FFFFFF"), beneath, tone)


def band(color: str) -> Cover:
    return Cover(Rect.inches(0, 0, 10, 1), Ground(GroundKind.FLAT, (color,)))


def words(theme: Theme, *ground: str, tone: Tone | None = None) -> list[str]:
    inks = inks_on(theme, ground, tone)
    return [color.hex for color in (inks.strong, inks.normal, inks.quiet)]


def test_a_slot_may_say_its_own_ground() -> None:
    plain = layout("FFFFFF")
    said = replace(plain, slots={**plain.slots, "title": replace(TITLE, tone=Tone.DARK), "body_area": replace(BODY, tone=Tone.DARK)})
    assert slot_inks(THEME, said, "title").strong.hex == THEME.color("ondeep").hex
    assert slot_inks(THEME, plain, "title").strong.hex == THEME.color("ink").hex
    assert carries_pages(THEME, plain) and not carries_pages(THEME, said)


def test_light_and_dark_grounds_have_their_own_colours() -> None:
    assert words(THEME, "FFFFFF") == [THEME.color(token).hex for token in ("ink", "ink2", "ink3")]
    assert words(THEME, "0B2239") == [THEME.color(token).hex for token in ("ondeep", "ondeep2", "ondeep3")]
    assert words(THEME) == words(THEME, "FFFFFF")  # nothing is known: the ground of pages


@pytest.mark.parametrize("ground", ["FFFFFF", "0B2239", "F89728", "00B5E2", "808080", "4F81BD", "54A021", "C0504D"])
def test_words_can_be_read_on_any_flat_ground(ground: str) -> None:
    for theme in (THEME, DARK):
        inks = inks_on(theme, (ground,))
        assert all(is_readable(color, (ground,)) for color in (inks.strong, inks.normal, inks.quiet, inks.readable(inks.spot)))


def test_a_colour_that_is_too_pale_gives_way_to_the_next_stronger_one() -> None:
    inks = inks_on(THEME, ("B9C5CD",))
    assert (inks.quiet, inks.strong) == (inks.normal, THEME.color("ink"))


def test_a_dark_theme_on_its_own_pages() -> None:
    assert words(DARK, "20262B")[:2] == ["FFFFFF", "D8DFE2"]


def test_the_contract_may_say_what_a_picture_is() -> None:
    assert words(THEME, tone=Tone.DARK)[0] == "FFFFFF"
    assert words(THEME, tone=Tone.LIGHT)[0] == THEME.color("ink").hex
    assert words(THEME, "FFFFFF", "101010", tone=Tone.DARK)[0] == "FFFFFF"


def test_each_slot_has_its_own_ground() -> None:
    page = layout("FFFFFF", band("0B2239"))
    assert slot_inks(THEME, page, "title").strong == THEME.color("ondeep")
    assert slot_inks(THEME, page, "body_area").strong == THEME.color("ink")
    assert area_inks(THEME, page, Rect.inches(8, 0.5, 1, 0.2)).spot == THEME.color("accent")
    filled = replace(page, slots={"title": replace(TITLE, fill=Ground(GroundKind.FLAT, ("FFFFFF",)))})
    assert slot_inks(THEME, filled, "title").strong == THEME.color("ink")


def test_pages_that_carry_the_content_of_a_theme() -> None:
    assert carries_pages(THEME, layout("FFFFFF", band("0B2239")))
    assert not carries_pages(THEME, layout("0B2239"))
    assert carries_pages(DARK, layout("20262B"))
    assert carries_pages(THEME, layout("", kind=GroundKind.PICTURE))  # nobody knows: as the contract does not say
    assert not carries_pages(THEME, layout("", tone=Tone.DARK, kind=GroundKind.PICTURE))


def test_words_on_a_fill_of_the_planner() -> None:
    assert ink_on(THEME, THEME.color("primary"), THEME.color("ondeep")) == THEME.color("ondeep")
    assert ink_on(DARK, Color("A5D54A"), Color("FFFFFF")).hex not in ("FFFFFF", "D8DFE2")
    assert least_contrast(WHITE, ()) == 21.0 and least_contrast(BLACK, ("FFFFFF",)) == pytest.approx(21.0)
