"""What derives from a theme."""

from __future__ import annotations

import pytest

from engine.model.inlines import Tone
from engine.model.theme import STATUS_GLYPHS, STATUS_TONES, Color, TypeRole, contrast, contrast_wanted
from tests.support.planning import harbor

THEME = harbor()[0].theme


@pytest.mark.parametrize(("tone", "token"), [(Tone.NORMAL, "ink"), (Tone.STRONG, "primary"), (Tone.QUIET, "ink3"), (Tone.MISSED, "missed")])
def test_the_colour_of_a_tone(tone: Tone, token: str) -> None:
    assert THEME.tone(tone) == THEME.color(token)


def test_only_statuses_have_tints() -> None:
    assert THEME.tint(Tone.IMPROVE) == THEME.color("improve_tint")
    assert THEME.tint(Tone.STRONG) == THEME.color("surface")


def test_every_status_has_a_glyph_of_its_own() -> None:
    assert set(STATUS_GLYPHS) == STATUS_TONES
    assert len(set(STATUS_GLYPHS.values())) == 4


def test_leading_is_pitch_over_size() -> None:
    assert TypeRole(14, 21, 12).leading == 1.5


def test_an_unknown_token_or_role_is_a_bug() -> None:
    with pytest.raises(KeyError):
        THEME.color("mauve")
    with pytest.raises(KeyError):
        THEME.role("huge")


def test_large_and_bold_text_needs_less_contrast() -> None:
    assert [contrast_wanted(size, bold=bold) for size, bold in ((12, False), (14, False), (14, True), (18, False))] == [4.5, 4.5, 3.0, 3.0]


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast(Color("000000"), Color("FFFFFF")), 1) == 21
    assert contrast(Color("777777"), Color("777777")) == 1
