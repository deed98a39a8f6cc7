"""The rules of FILE045: each finds at least three seeded defects, and nothing in sound files of ours and of other libraries."""

from __future__ import annotations

from engine.checks.package.charts import CHECK, axis_crossing, plot_axes, point_no_number, points, series_number
from tests.support.package_seeds import Seed, adding, again, at, drop, false_alarms, put, sound, text, told, too_few, unfound

OURS, RAW, LINE, PIE, WORD = (
    "ppt/charts/chart1.xml",
    "ppt/charts/chart1.xml",
    "ppt/charts/chart2.xml",
    "ppt/charts/chart3.xml",
    "word/charts/chart1.xml",
)

SEEDS = (
    Seed(plot_axes, "deck", at(OURS, "//c:barChart", adding('<c:axId val="3"/>'))),
    Seed(plot_axes, "raw deck", at(LINE, "//c:lineChart/c:axId", put("val", "77"))),
    Seed(plot_axes, "document", at(WORD, "//c:barChart/c:axId", drop)),
    Seed(plot_axes, "raw deck", at(PIE, "//c:pieChart", adding('<c:axId val="3"/>'))),
    Seed(axis_crossing, "deck", at(OURS, "//c:crossAx", put("val", "99"))),
    Seed(axis_crossing, "raw deck", at(LINE, "//c:valAx", again)),
    Seed(axis_crossing, "document", at(WORD, "//c:valAx/c:crossAx", drop)),
    Seed(series_number, "raw deck", at(RAW, "(//c:ser/c:order)[2]", put("val", "0"))),
    Seed(series_number, "raw deck", at(RAW, "(//c:ser/c:idx)[2]", put("val", "0"))),
    Seed(series_number, "deck", at(OURS, "//c:ser", again)),
    Seed(points, "deck", at(OURS, "//c:numCache/c:ptCount", put("val", "1"))),
    Seed(points, "raw deck", at(LINE, "(//c:numCache)[2]/c:pt[2]", put("idx", "0"))),
    Seed(points, "document", at(WORD, "//c:strCache/c:pt[last()]", put("idx", "40"))),
    Seed(point_no_number, "deck", at(OURS, "//c:numCache/c:pt/c:v", text("nan"))),
    Seed(point_no_number, "deck", at(OURS, "//c:numCache/c:pt/c:v", text("inf"))),
    Seed(point_no_number, "document", at(WORD, "//c:numCache/c:pt/c:v", text("True"))),
    Seed(point_no_number, "raw deck", at(RAW, "//c:numCache/c:pt/c:v", text(""))),
)


def test_seeded_defects_are_found() -> None:
    assert not too_few(SEEDS, CHECK.rules)
    assert not unfound(SEEDS)


def test_sound_files_pass() -> None:
    assert not false_alarms(CHECK.rules)


def test_the_message_names_series_and_value() -> None:
    damaged = at(OURS, "//c:numCache/c:pt/c:v", text("nan"))(sound("deck"))
    assert told(point_no_number, damaged) == ["ppt/charts/chart1.xml: c:ser 0, c:numCache: remembers 'nan', which is no number"]


def test_what_excel_says_of_a_missing_number_is_one() -> None:
    assert not told(point_no_number, at(OURS, "//c:numCache/c:pt/c:v", text("#N/A"))(sound("deck")))
