from __future__ import annotations

from engine.base.records import replace
from engine.brand.deck_layout import OfficeFonts, OfficeTheme
from engine.brand.true_slots import true_slots
from engine.model.theme import Color
from tests.support.charts import THEME

FONTS = OfficeFonts("", "", "")
OFFICE = OfficeTheme({"accent1": "1A6585", "accent2": "F0A63A"}, FONTS, FONTS)


def test_a_slot_that_another_colour_fills_is_forgotten() -> None:
    given = replace(
        THEME,
        colors={"primary": Color("1A6585", "accent1"), "ink": Color("14232F", "tx1")},
        series=(Color("F0A63A", "accent2"), Color("AE3636", "accent1")),
    )
    kept = true_slots(given, (OFFICE,))
    assert kept.colors == {"primary": Color("1A6585", "accent1"), "ink": Color("14232F")}
    assert kept.series == (Color("F0A63A", "accent2"), Color("AE3636"))


def test_a_theme_that_says_the_truth_is_left_alone() -> None:
    assert true_slots(THEME, (OFFICE,)) is THEME
