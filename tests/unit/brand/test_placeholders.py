from __future__ import annotations

from pathlib import Path

import pytest

from engine.brand.deck_template import read_deck_template
from tests.support.templates import MASTER, changed, layout_part, put_deck, swap


def styled(path: Path) -> list[str]:
    layouts = read_deck_template(path, file="x.pptx").expect_clean().layouts
    return [slot.name for slot in layouts[2].placeholders if slot.styled]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return put_deck(tmp_path / "x.pptx")


def test_a_layout_whose_title_is_in_capitals(template: Path) -> None:
    assert styled(template) == ["Title 1"]  # Section Header of the default template: cap="all"
    assert styled(changed(template, {layout_part(3): swap(' cap="all"', "")})) == []


def test_the_master_may_say_it_for_all(template: Path) -> None:
    path = changed(template, {MASTER: swap('sz="4400"', 'sz="4400" i="1"')})
    layouts = read_deck_template(path, file="x.pptx").expect_clean().layouts
    assert [slot.name for slot in layouts[1].placeholders if slot.styled] == ["Title 1"]
