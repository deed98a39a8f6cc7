"""Small things that a finished file shows, for the checks that judge them."""

from __future__ import annotations

from engine.base.diagnostics import Location
from engine.checks.drawn.definition import DrawnCheck
from engine.probe.drawn import (
    DrawnBox,
    DrawnChart,
    DrawnFile,
    DrawnHeading,
    DrawnObject,
    DrawnPage,
    DrawnPicture,
    DrawnText,
    Kind,
)

WIDE = (960.0, 540.0)
SHEET = (595.0, 842.0)


def told(check: DrawnCheck, drawn: DrawnFile) -> list[str]:
    """Return what a check says of a file, in English."""
    return [f"{item.where} {item.code} {item.message.en}" for item in check.run(drawn, Location("plan.file"))]


def slide(number: int = 2, filled: float | None = 0.5, *, divider: bool = False) -> DrawnPage:
    return DrawnPage(number, *WIDE, filled, divider)


def sheet(number: int = 2, filled: float | None = 0.5) -> DrawnPage:
    return DrawnPage(number, *SHEET, filled)


def thing(kind: Kind, x: float, y: float, width: float, height: float, words: str = "") -> DrawnObject:
    return DrawnObject(1, "Box 1", kind, DrawnBox(x, y, width, height), words)


def words(said: str, size: float = 12.0, *, page: int = 1, ea: bool = True) -> DrawnText:
    return DrawnText(page, "Box 1", said, size, ea)


def picture(width: float, height: float, pixels: tuple[float, float] | None, alt: str = "一张图") -> DrawnPicture:
    return DrawnPicture(1, "Picture 1", width, height, pixels, alt)


def chart(
    kinds: tuple[str, ...] = ("barChart",),
    categories: int = 6,
    series: int = 1,
    *,
    title: str = "GMV（万元）",
    near: str = "",
    page: str = "来源：中台",
) -> DrawnChart:
    return DrawnChart(1, "Chart 1", kinds, categories, series, title, near, has_unit=False, page_words=page, alt="柱形图：六个月的成交额")


def heading(level: int, said: str = "费用", *, page: int = 2, stays: bool = True, last: bool = False) -> DrawnHeading:
    return DrawnHeading(page, level, said, stays, last)
