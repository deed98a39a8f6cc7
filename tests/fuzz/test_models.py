"""A few of the models of `./dev fuzz --models` on every run, more on slow ones."""

from __future__ import annotations

import random

import pytest

from engine.blocks import BLOCKS
from tests.fuzz.models import models, stocks
from tests.fuzz.stretching import stretched, without_references


def test_every_author_block_is_in_stock() -> None:
    assert {name for stock in stocks() for block in stock.blocks for name in block} >= set(BLOCKS.names)


def test_stretching_keeps_the_shape_of_a_tree() -> None:
    tree = {"chart": {"kind": "column", "rows": [["甲", 1], ["乙", 2.5]], "stacked": True}}
    found = [stretched(tree, random.Random(n), 0.5) for n in range(50)]
    assert all(set(each) <= {"chart"} for each in found)
    assert len({str(each) for each in found}) > 40
    assert stretched(tree, random.Random(0), 0.0) == tree


def test_references_to_what_does_not_come_along_are_taken_out() -> None:
    assert without_references({"text": "见[表](#目标)，[网址](https://a.b)"}) == {"text": "见表，[网址](https://a.b)"}


def test_no_judge_finds_anything_in_random_sound_reports() -> None:
    found = list(models(range(6)))
    assert [judged.findings for judged in found if judged.findings] == []
    assert sum(judged.legal for judged in found) >= 3


@pytest.mark.slow
def test_no_judge_finds_anything_in_many_random_sound_reports() -> None:
    assert [judged for judged in models(range(60), salt=1) if judged.findings] == []
