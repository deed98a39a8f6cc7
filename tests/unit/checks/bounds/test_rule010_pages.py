from __future__ import annotations

from engine.base.diagnostics import Location
from engine.checks.bounds.definition import Bounds
from engine.checks.bounds.rule010_pages import run
from engine.probe.measured import Measured


def told(found: Measured, bounds: Bounds) -> list[str]:
    return [f"{item.code} {item.message.en}" for item in run(found, bounds, Location("review.pptx"))]


def test_too_many_and_too_few() -> None:
    assert told(Measured("pptx", 34), Bounds(10, 30)) == ["RULE010 it has 34 slides, 30 at most are wanted"]
    assert told(Measured("pdf", 4), Bounds(10, 30)) == ["RULE010 it has 4 pages, 10 at least are wanted"]


def test_within_the_bounds_or_without_any() -> None:
    assert told(Measured("pptx", 30), Bounds(30, 30)) == []
    assert told(Measured("pptx", 300), Bounds()) == []
    assert told(Measured("docx"), Bounds(10, 30)) == []
