from __future__ import annotations

from pathlib import Path

from engine.blocks.parts import cell, column, tone
from engine.model.blocks import Align, Card, Cards
from engine.model.inlines import Tone, text
from tests.support.content import built, shown


def test_a_word_is_its_tone_and_none_is_the_other() -> None:
    assert tone("missed") is Tone.MISSED
    assert tone(None) is Tone.NORMAL
    assert tone(None, Tone.QUIET) is Tone.QUIET


def test_columns_and_cells() -> None:
    assert shown(column("目标", 1.5, Align.RIGHT)) == "TableColumn(header='目标', align=right, weight=1.5)"
    assert shown(cell(text("甲"), second=text("乙"), bold=True)) == "TableCell(text='甲', second='乙', bold=True)"


def test_closing_lines_and_small_figures(tmp_path: Path) -> None:
    (cards,) = built(tmp_path, "- points: [{title: 甲, stats: [{label: 实际, value: 1}], next: {label: 下一步, text: 固化}}]")
    assert isinstance(cards, Cards)
    assert cards.items == (
        Card(
            cards.items[0].title,
            stats=cards.items[0].stats,
            footer=cards.items[0].footer,
            where=cards.items[0].where,
        ),
    )
    assert shown(cards.items[0].stats) == "[Stat(label='实际', value='1')]"
    assert shown(cards.items[0].footer) == "Stat(label='下一步', value='固化')"
