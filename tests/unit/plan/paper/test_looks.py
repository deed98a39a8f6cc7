from __future__ import annotations

from dataclasses import replace

import pytest

from engine.model.blocks import Align
from engine.model.deck import TextTag
from engine.model.paper import ParagraphRole
from engine.model.theme import FontFace
from engine.plan.paper.looks import LOOKS, Voice, look_by, voice_of
from tests.support.papers import harbor, sheet


def test_every_role_has_a_look() -> None:
    assert set(LOOKS) == set(ParagraphRole)


def test_the_template_decides_sizes_and_indents() -> None:
    brand, _ = harbor()
    style = replace(brand.style(ParagraphRole.NUMBERED), size=10.0, left=35.0, first=-25.0, align="both")
    look = look_by(style, LOOKS[ParagraphRole.NUMBERED], brand.theme)
    assert (look.size, look.left, look.hang, look.first, look.justified) == (10.0, 1.0, 2.5, 0.0, True)
    centred = look_by(replace(style, align="center", first=20.0), LOOKS[ParagraphRole.BODY], brand.theme)
    assert (centred.align, centred.first, centred.justified) == (Align.CENTER, 2.0, False)


@pytest.mark.parametrize(
    ("role", "size", "pitch", "voice"), [(ParagraphRole.BODY, 10.5, 18.5, Voice.SERIF), (ParagraphRole.HEADING_1, 17, 24, Voice.SANS)]
)
def test_harbor_is_set_as_the_design_says(role: ParagraphRole, size: float, pitch: float, voice: Voice) -> None:
    look = sheet().look(role)
    assert (look.size, look.pitch, look.voice) == (size, pitch, voice)


def test_headings_are_tagged_as_such() -> None:
    assert sheet().look(ParagraphRole.HEADING_2).tag is TextTag.HEADING_2


def test_a_style_in_the_face_of_titles_speaks_as_such() -> None:
    brand, _ = harbor()
    theme = replace(brand.theme, heading=FontFace("STZhongsong", "STZhongsong", "Noto Serif CJK SC"))
    style = brand.style(ParagraphRole.HEADING_1)
    assert voice_of(replace(style, font="STZhongsong"), theme) is Voice.DISPLAY
    assert voice_of(replace(style, font="SimSun"), theme) is Voice.SERIF
    assert voice_of(replace(style, font="Microsoft YaHei"), theme) is Voice.SANS
    assert voice_of(replace(style, font="Microsoft YaHei"), brand.theme) is Voice.SANS


def test_what_a_template_leaves_to_word_is_told() -> None:
    brand, _ = harbor()
    style = replace(brand.style(ParagraphRole.HEADING_1), color="", pitch=None, lines=1.5, size=10.0)
    look = look_by(style, LOOKS[ParagraphRole.HEADING_1], brand.theme)
    assert (look.color, look.pitch, look.ground) == ("#000000", 19.5, "")  # automatic is black
    shaded = look_by(replace(style, ground="336699", lines=None), LOOKS[ParagraphRole.HEADING_1], brand.theme)
    assert (shaded.color, shaded.ground, shaded.pitch) == ("#FFFFFF", "#336699", 14.12)


def test_the_voice_follows_the_kind_of_face() -> None:
    brand, _ = harbor()
    style = brand.style(ParagraphRole.BODY)
    assert voice_of(replace(style, font="仿宋"), brand.theme) is Voice.SERIF
    assert voice_of(replace(style, font="等线"), brand.theme) is Voice.SANS
    assert voice_of(style, replace(brand.theme, serif=None)) is Voice.SANS
