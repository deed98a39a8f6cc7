from engine.base.records import replace
from engine.charts.palette import highlighted, hollow_pen, rest, sequence_color, series_colors, share_colors, text_on
from engine.model.charts import Emphasis
from engine.model.theme import Color
from tests.support.charts import COLORS, THEME, look, series


def tokens(colors: tuple[Color, ...]) -> list[str]:
    names = {code: token for token, code in reversed(COLORS.items())}
    return [names[color.hex] for color in colors]


def test_series_take_quieter_colours_in_turn() -> None:
    assert tokens(series_colors(look(), (series("a"), series("b"), series("c")))) == ["primary", "p400", "p200"]


def test_parts_of_a_whole_repeat_the_colours_of_the_list_beside_them() -> None:
    parts = tuple(series(name) for name in "abcdefg")
    assert tokens(share_colors(look(), parts)) == ["primary", "p400", "p200", "p100", "muted", "surface2", "surface2"]
    assert share_colors(look(dark=True), parts) == series_colors(look(dark=True), parts)


def test_a_highlighted_series_leaves_the_quiet_ones_to_the_rest() -> None:
    drawn = (
        series("a"),
        series("b", emphasis=Emphasis.HIGHLIGHT),
        series("c", emphasis=Emphasis.MUTED),
        series("d", emphasis=Emphasis.HOLLOW),
    )
    assert tokens(series_colors(look(), drawn)) == ["p400", "primary", "muted", "ink2"]


def test_on_dark_ground_the_message_is_the_accent() -> None:
    dark = look(dark=True)
    assert [point.fill and point.fill.hex for point in highlighted(dark, (2, 0, 2))] == [COLORS["accent"]] * 2
    assert rest(dark).hex == COLORS["primary"] and rest(look()).hex == COLORS["muted"]


def test_the_sequence_begins_again_when_it_is_used_up() -> None:
    assert sequence_color(look(), 6) == sequence_color(look(), 0)


def test_a_hollow_bar_has_a_thin_outline() -> None:
    assert hollow_pen(look()).width == 0.75


def test_text_takes_the_colour_with_more_contrast() -> None:
    assert text_on(look(), THEME.color("primary")).hex == COLORS["ondeep"]
    assert text_on(look(), THEME.color("p200")).hex == COLORS["ink"]


def test_a_theme_with_series_of_its_own_gives_them_to_series_and_parts() -> None:
    own = replace(THEME, series=(THEME.color("primary"), THEME.color("accent"), THEME.color("deep")))
    light, dark = replace(look(), theme=own), replace(look(dark=True), theme=own)
    plain = (series("a"), series("b"), series("c"), series("d"))
    assert tokens(series_colors(light, plain)) == ["primary", "accent", "deep", "primary"]
    assert tokens(share_colors(light, plain)) == ["primary", "accent", "deep", "deep"]
    assert series_colors(dark, plain) == series_colors(look(dark=True), plain), "on dark panels shades are safe"


def test_beside_a_highlight_series_stay_quiet_in_any_theme() -> None:
    own = replace(THEME, series=(THEME.color("primary"), THEME.color("accent")))
    drawn = (series("a"), series("b", emphasis=Emphasis.HIGHLIGHT), series("c"))
    assert tokens(series_colors(replace(look(), theme=own), drawn)) == ["p400", "primary", "p200"]
