"""The cover: title, who and when, and a skyline drawn from the first metric series (slide 01)."""

from __future__ import annotations

from engine.base.units import ZERO, Point, Rect, pt
from engine.brand.deck_layout import DeckLayout
from engine.model.blocks import Align
from engine.model.deck import Anchor
from engine.model.inlines import Text, text
from engine.model.report import Report, Skyline
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas

HORIZON = 6.36 / 7.5
TALLEST = 2.95 / 7.5
REFLECTION = 0.27
BAR = 0.84
DEFAULT_HEIGHTS = (
    0.32, 0.42, 0.54, 0.45, 0.16, 0.22, 0.27, 0.30, 0.35, 0.48, 0.37, 0.30, 0.26, 0.31, 0.38, 0.33, 0.44, 0.58, 0.47, 0.36, 0.34, 0.52, 0.66, 0.80,
    1.00, 0.50,
)  # fmt: skip
"""Built-in skyline for reports that give no series: it labels nothing."""


def draw_cover(report: Report, layout: DeckLayout, page: Rect, canvas: Canvas) -> None:
    meta, sheet = report.meta, canvas.sheet
    _draw_skyline(report.skyline, page, canvas)
    unit = "  ".join(part for part in (meta.organisation, meta.department) if part)
    canvas.text(
        "unit",
        layout.slot("unit").frame,
        text(unit, where=meta.where),
        sheet.style("cover_unit", "ondeep2"),
        anchor=Anchor.MIDDLE,
        slot="unit",
    )
    title = text(meta.title, where=meta.where)
    canvas.text("title", layout.slot("title").frame, title, sheet.style("cover_title", "ondeep"), slot="title")
    subtitle = sheet.style("cover_subtitle", "ondeep2")
    canvas.text("subtitle", layout.slot("subtitle").frame, meta.subtitle, subtitle, anchor=Anchor.MIDDLE, slot="subtitle")
    canvas.text(
        "meta", layout.slot("meta").frame, _meta_line(report), sheet.style("cover_meta", "ondeep3"), anchor=Anchor.MIDDLE, slot="meta"
    )
    if report.skyline and report.skyline.note:
        canvas.text(
            "note", layout.slot("note").frame, report.skyline.note, sheet.style("cover_note", "ondeep3"), anchor=Anchor.MIDDLE, slot="note"
        )


def _meta_line(report: Report) -> Text:
    meta = report.meta
    language = meta.language
    day = meta.date
    date = words_date(day.year, day.month, day.day, zh=language.value.startswith("zh"))
    parts = [
        f"{words.PRESENTER.in_(language)}  {meta.author}" if meta.author else "",
        f"{words.DATE.in_(language)}  {date}",
        meta.classification,
    ]
    return text("    ｜    ".join(part for part in parts if part), where=meta.where)


def words_date(year: int, month: int, day: int, *, zh: bool) -> str:
    return f"{year} 年 {month} 月 {day} 日" if zh else f"{year}-{month:02d}-{day:02d}"


def _draw_skyline(skyline: Skyline | None, page: Rect, canvas: Canvas) -> None:
    values = skyline.values if skyline else DEFAULT_HEIGHTS
    top = max(values, default=0.0)
    if top <= 0:
        return
    peak = skyline.peak if skyline else -1
    current = set(skyline.current) if skyline else set()
    horizon = page.y + page.height * HORIZON
    pitch = page.width.over(len(values))
    for index, value in enumerate(values):
        height = page.height * (TALLEST * max(value, 0.0) / top)
        bar = Rect(page.x + pitch * index + pitch * ((1 - BAR) / 2), horizon - height, pitch * BAR, height)
        colors = (
            ("accent", "sky_reflect_peak")
            if index == peak
            else ("sky_current", "sky_reflect_current")
            if index in current
            else ("sky", "sky_reflect")
        )
        if height > 0:
            canvas.box("sky", bar, colors[0])
            below = Rect(bar.x, horizon + pt(2), bar.width, min(height * REFLECTION, page.bottom - horizon - pt(2)))
            canvas.box("reflection", below, colors[1])
    canvas.rule("horizon", Point(page.x, horizon + pt(1)), page.width, "horizon", 1.0)
    if skyline and 0 <= peak < len(values):
        _draw_peak(skyline, page, horizon, canvas)


def _draw_peak(skyline: Skyline, page: Rect, horizon: int, canvas: Canvas) -> None:
    sheet = canvas.sheet
    pitch = page.width.over(len(skyline.values))
    height = page.height * TALLEST
    right = page.x + pitch * skyline.peak + pitch * ((1 + BAR) / 2)
    width = sheet.u(2.6)
    align = Align.RIGHT if right - width > page.x else Align.LEFT
    left = right - width if align is Align.RIGHT else page.x + pitch * skyline.peak
    style = sheet.style("tracker", "accent", align=align, bold=True)
    line = pt(style.pitch + 3)
    top = Rect(left, ZERO + horizon - height - line * 2 - sheet.u(0.06), width, line)
    canvas.text("peak-value", top, skyline.peak_value, style, anchor=Anchor.MIDDLE)
    canvas.text("peak-label", top.moved(dy=line), skyline.peak_label, sheet.style("tracker", "ondeep2", align=align), anchor=Anchor.MIDDLE)
