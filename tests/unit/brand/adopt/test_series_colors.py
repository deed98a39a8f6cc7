from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from engine.brand.adopt.color_sight import blind_difference, difference
from engine.brand.adopt.palette import ACCENTS, Seen, palette
from engine.brand.adopt.series_colors import APART, APART_BLIND, MOST, SEEN, SeriesColors, series_colors
from engine.brand.adopt.shades import READABLE, ratio

OFFICE = {
    "bg1": "FFFFFF",
    "tx1": "000000",
    "tx2": "44546A",
    **dict(zip(ACCENTS, ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"], strict=True)),
}
COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


def chosen(colors: Mapping[str, str], ground: str = "FFFFFF") -> SeriesColors:
    seen = Seen(colors, ground)
    return series_colors(seen, palette(seen))


def told(colors: SeriesColors) -> list[str]:
    return [f"{each.color.hex} {each.color.slot} {each.why.en if each.why else ''}".replace("  ", " ") for each in colors.colors]


def test_accents_are_taken_as_they_are_where_they_can_be_told_apart() -> None:
    company = {
        "bg1": "FFFFFF",
        "tx1": "000000",
        **dict(zip(ACCENTS, ["C8281E", "048EFD", "FDA110", "20BEB3", "B8E21D", "7859C9"], strict=True)),
    }
    assert told(chosen(company))[:5] == [
        "C8281E accent1 the main colour",
        "048EFD accent2 the theme's accent2",
        "FDA110 accent3 the theme's accent3",
        "20BEB3 accent4 the theme's accent4",
        "7859C9 accent6 the theme's accent6",
    ]


def test_what_is_too_pale_or_too_like_another_is_made_deeper_and_greys_come_last() -> None:
    found = told(chosen(OFFICE))
    assert found[0] == "416DBC the main colour" and "ED7D31 accent2 the theme's accent2" in found
    assert "806000 the theme's accent4 #FFC000, 50% darker" in found, "gold is lost on white, and 25% darker looks like the orange to some"
    assert found[-1].startswith("A5A5A5") or "shade or grey" in found[-1]


def test_a_theme_of_one_colour_keeps_the_shades() -> None:
    one = {"bg1": "FFFFFF", "tx1": "000000", **dict.fromkeys(ACCENTS, "1A6585")}
    assert chosen(one) == SeriesColors()


def test_a_colour_of_bad_verdicts_comes_after_the_others() -> None:
    company = {"bg1": "FFFFFF", "tx1": "000000", "accent1": "194297", "accent2": "B03838", "accent3": "9BBB59", "accent4": "4BACC6"}
    hexes = [each.color.hex for each in chosen(company).colors]
    assert hexes.index("B03838") > hexes.index("4BACC6") > hexes.index("9BBB59")


def test_what_was_measured_is_said() -> None:
    remarks = [remark.en for remark in chosen({"bg1": "FFFFFF", "tx1": "000000", "accent1": "003B71", "accent2": "E98300"}).remarks]
    assert remarks[0].startswith("the first 2 differ by ") and remarks[1] == "told apart in black and white, too (8 in lightness)"
    alike = [remark.en for remark in chosen({"bg1": "FFFFFF", "tx1": "000000", "accent1": "1F6FB5", "accent2": "C24B12"}).remarks]
    assert alike[1] == "hard to tell apart in black and white (less than 8 in lightness): 1F6FB5/C24B12"


@given(st.lists(COLORS, min_size=6, max_size=6), st.sampled_from(["FFFFFF", "2C3C43", "000000"]))
def test_accents_are_seen_and_told_apart_by_everybody(accents: list[str], ground: str) -> None:
    inks = {"bg1": ground, "tx1": "000000" if ground == "FFFFFF" else "FFFFFF"}
    found = chosen({**inks, **dict(zip(ACCENTS, accents, strict=True))}, ground).colors
    taken = [each.color.hex for each in found[1:] if each.why and "accent" in each.why.en and "shade" not in each.why.en]
    for one, other in combinations([each.color.hex for each in found[:1]] + taken, 2):
        assert difference(one, other) >= APART and blind_difference(one, other) >= APART_BLIND
    assert all(ratio(color, ground) >= SEEN for color in taken)
    assert len(found) <= MOST and READABLE > SEEN
