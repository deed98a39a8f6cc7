from __future__ import annotations

from engine.model.blocks import Paragraph
from tests.support.papers import plan
from tests.support.planning import t


def test_a_character_that_no_font_draws_is_reported() -> None:
    found = plan(Paragraph(t("完成 ✔"))).diagnostics
    assert [finding.code for finding in found] == ["FONT002"]
    assert "Noto Serif CJK SC" in found[0].message.en


def test_plain_words_are_drawn() -> None:
    assert plan(Paragraph(t("完成 ✓"))).diagnostics == ()
