"""The rules of FILE044: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.drawn_tables import CHECK, cell_without_text, joined_too_far, row_length
from tests.support.package_seeds import TABLE, Seed, again, at, drop, false_alarms, put, sound, told, too_few, unfound

RAW = "ppt/slides/slide3.xml"

SEEDS = (
    Seed(row_length, "deck", at(TABLE, "//a:tr[2]/a:tc", drop)),
    Seed(row_length, "raw deck", at(RAW, "//a:tr[3]/a:tc", again)),
    Seed(row_length, "deck", at(TABLE, "//a:gridCol", again)),
    Seed(joined_too_far, "deck", at(TABLE, "//a:tr[2]/a:tc", put("gridSpan", "4"))),
    Seed(joined_too_far, "raw deck", at(RAW, "//a:tr[3]/a:tc[2]", put("gridSpan", "3"))),
    Seed(joined_too_far, "raw deck", at(RAW, "//a:tr[3]/a:tc[3]", put("rowSpan", "2"))),
    Seed(cell_without_text, "deck", at(TABLE, "//a:tc/a:txBody", drop)),
    Seed(cell_without_text, "raw deck", at(RAW, "//a:tr[3]/a:tc/a:txBody", drop)),
    Seed(cell_without_text, "deck", at(TABLE, "//a:tr[last()]/a:tc[last()]/a:txBody", drop)),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_counts_rows_and_cells() -> None:
    damaged = at(TABLE, "//a:tr[2]/a:tc[3]/a:txBody", drop)(sound("deck"))
    (said,) = told(cell_without_text, damaged)
    assert said.endswith("a:tr 2, a:tc 3: has no a:txBody")
