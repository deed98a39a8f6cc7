from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.brand.adopt.palette import Seen, palette
from engine.brand.adopt.shades import ratio
from engine.brand.theme import COLOR_TOKENS

OFFICE = {"bg1": "FFFFFF", "tx1": "000000", "tx2": "1F497D", "accent1": "4F81BD", "accent2": "C0504D", "accent3": "9BBB59"}
READ = [
    ("ink", "bg"), ("ink2", "bg"), ("ink3", "bg"), ("ink3", "surface"), ("ink3", "surface2"), ("primary", "bg"), ("primary", "surface"),
    ("ondeep", "deep"), ("ondeep2", "deep"), ("ondeep3", "deep"), ("accent", "deep"), ("ink", "p400"), ("ink", "p200"), ("ink", "p100"),
    ("exceed", "exceed_tint"), ("met", "met_tint"), ("improve", "improve_tint"), ("missed", "missed_tint"), ("missed", "bg"),
]  # fmt: skip
"""Which text tokens stand on which grounds."""


def hexes(seen: Seen) -> Mapping[str, str]:
    return {token.name: token.color.hex for token in palette(seen)}


def unreadable(seen: Seen) -> list[str]:
    found = hexes(seen)
    return [f"{text} on {ground}" for text, ground in READ if ratio(found[text], found[ground]) < 4.45]


def test_all_tokens_in_the_order_of_themes() -> None:
    names = [token.name for token in palette(Seen(OFFICE, "FFFFFF"))]
    assert sorted(names) == sorted(COLOR_TOKENS)


def test_a_light_template() -> None:
    found = hexes(Seen(OFFICE, "FFFFFF"))
    assert (found["bg"], found["ink"], found["primary"], found["deep"], found["ondeep"]) == (
        "FFFFFF",
        "000000",
        "446FA3",
        "1F497D",
        "FFFFFF",
    )
    assert unreadable(Seen(OFFICE, "FFFFFF")) == []


def test_colours_keep_their_slots_where_they_are_unchanged() -> None:
    slots = {token.name: token.color.slot for token in palette(Seen(OFFICE, "FFFFFF"))}
    assert (slots["bg"], slots["ink"], slots["deep"], slots["primary"]) == ("bg1", "tx1", "tx2", "")


def test_a_dark_template_has_light_inks_and_light_panels() -> None:
    seen = Seen({"bg1": "2C3C43", "tx1": "FFFFFF", "accent1": "90C226"}, "2C3C43", dark_grounds=("2C3C43",), title="90C226")
    found = hexes(seen)
    assert (found["bg"], found["ink"], found["primary"], found["deep"]) == ("2C3C43", "FFFFFF", "90C226", "E0EEC2")
    assert ratio(found["ondeep"], found["primary"]) > 4.5, "ondeep stands on fills of the main colour, too"
    assert unreadable(seen) == []


def test_a_ground_of_middling_darkness_has_darker_cards() -> None:
    found = hexes(Seen({"bg1": "000000", "tx1": "FFFFFF", "accent1": "4472C4"}, "4D5D71"))
    assert ratio(found["surface"], "FFFFFF") > ratio(found["bg"], "FFFFFF")


def test_the_main_colour_is_that_of_titles_or_the_accent_that_needs_least_change() -> None:
    assert hexes(Seen(OFFICE, "FFFFFF", title="194297"))["primary"] == "194297"
    pale = {**OFFICE, "accent1": "F89728", "accent2": "5D5F64", "accent3": "005E82"}
    assert hexes(Seen(pale, "FFFFFF"))["primary"] == "005E82"
    reason = next(token.why for token in palette(Seen({**OFFICE, "accent1": "FC4132"}, "FFFFFF")) if token.name == "primary")
    assert reason is not None and reason.en == "the theme's accent1 #FC4132, made readable (4.5:1)"


def test_panels_take_a_dark_ground_of_the_template() -> None:
    assert hexes(Seen(OFFICE, "FFFFFF", dark_grounds=("293C47", "882211"), panels=("293C47",)))["deep"] == "293C47"


@pytest.mark.parametrize("ground", ["E24A3E", "048EFD"])
def test_words_on_a_bright_cover_are_white_at_most(ground: str) -> None:
    found = hexes(Seen(OFFICE, "FFFFFF", dark_grounds=(ground,)))
    assert (found["ondeep2"], found["ondeep3"]) == ("FFFFFF", "FFFFFF")


def test_a_theme_without_colours() -> None:
    assert unreadable(Seen({}, "FFFFFF")) == []


@given(st.lists(st.integers(0, 0xFFFFFF), min_size=4, max_size=4), st.sampled_from(["FFFFFF", "F4F1EA", "202020", "1B2A41"]))
def test_whatever_the_theme_its_words_can_be_read(numbers: list[int], ground: str) -> None:
    slots = dict(zip(("tx1", "tx2", "accent1", "accent2"), (f"{number:06X}" for number in numbers), strict=True))
    assert unreadable(Seen(slots, ground)) == []
