"""The cover: a deep block with title and skyline standing on its lower edge, the facts of the report on white below (pages/01)."""

from __future__ import annotations

from engine.base.diagnostics import Findings, Location, Phrase, error
from engine.base.records import replace
from engine.base.units import ZERO, Length, Point, Rect, inch, pt
from engine.model.blocks import Align, Stat
from engine.model.deck import Anchor
from engine.model.inlines import Text, text
from engine.model.paper import PaperCover
from engine.model.report import Report, Skyline
from engine.plan.paper import words
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.geometry import PageFrame
from engine.plan.paper.looks import Look

HORIZON, TALLEST, REFLECTION, BAR = 7.46, 2.55, 0.24, 0.84
REFLECTION_GAP = 0.05
UNIT_Y, TITLE_Y, FACTS_Y, FACT_ROW, NOTE_Y = 0.92, 1.52, 8.86, 0.40, 11.0
VALUE_X = 1.30
ENOUGH = 3
"""So many facts of the author need only author and date beside them."""
MOST_TITLE_LINES = 3
SMALLER_TITLES = (0.85, 0.73)
"""A title that needs more lines is set smaller, by these parts of its size."""
REFLECTED = "FBE7C8"
"""The peak's reflection on white."""
DEFAULT_HEIGHTS = (
    0.32, 0.42, 0.54, 0.45, 0.16, 0.22, 0.27, 0.30, 0.35, 0.48, 0.37, 0.30, 0.26, 0.31, 0.38, 0.33, 0.44, 0.58, 0.47, 0.36, 0.34, 0.52, 0.66, 0.80,
    1.00, 0.50,
)  # fmt: skip
"""Built-in skyline for reports that give no series: it labels nothing."""


def cover_of(report: Report) -> PaperCover:
    """Return what the cover says: the author's facts, or what every report knows of itself."""
    meta, language = report.meta, report.meta.language
    unit = words.UNIT_GAP.in_(language).join(part for part in (meta.organisation, meta.department) if part)
    given = list(report.agenda_facts)
    known = {fact.value.plain for fact in given}
    date = meta.date
    day = f"{date.year} 年 {date.month} 月 {date.day} 日" if language.value.startswith("zh") else f"{date:%d %B %Y}".lstrip("0")
    own = ((words.PERIOD, meta.period.label), (words.AUTHOR, meta.author), (words.DATE, day), (words.VERSION, meta.classification))
    wanted = own if len(given) < ENOUGH else own[1:3]
    facts = (*given, *(Stat(text(label.in_(language)), text(value)) for label, value in wanted if value and value not in known))
    return PaperCover(unit, text(meta.title, where=meta.where), meta.subtitle, tuple(facts), report.skyline)


def draw_cover(cover: PaperCover, frame: PageFrame, canvas: Canvas, findings: Findings, where: Location) -> None:
    size, left = frame.size, frame.margin
    front = canvas.sheet.front
    canvas.fill("ground", Rect(ZERO, ZERO, size.width, inch(HORIZON)), "deep")
    _draw_skyline(cover.skyline, size.width, canvas)
    canvas.fill("dash", Rect(left, inch(UNIT_Y + 0.10), inch(0.30), inch(0.05)), "accent")
    canvas.line(
        "unit",
        Rect(left + inch(0.44), inch(UNIT_Y), frame.width - inch(0.44), inch(0.25)),
        text(cover.unit),
        front["cover_unit"],
        anchor=Anchor.MIDDLE,
    )
    y = _draw_title(cover, Rect(left, inch(TITLE_Y), frame.width, ZERO), canvas, findings, where)
    canvas.wrapped("subtitle", Rect(left, y + inch(0.18), frame.width, ZERO), cover.subtitle, front["cover_subtitle"])
    _draw_facts(cover.facts, frame, canvas)
    if cover.skyline and cover.skyline.note:
        canvas.wrapped("note", Rect(left, inch(NOTE_Y), frame.width, ZERO), cover.skyline.note, front["cover_note"])


def _draw_title(cover: PaperCover, place: Rect, canvas: Canvas, findings: Findings, where: Location) -> Length:
    title = canvas.sheet.front["cover_title"]
    for look in (title, *(replace(title, size=title.size * part, pitch=title.pitch * part) for part in SMALLER_TITLES)):
        lines = canvas.sheet.set(cover.title, look, place.width).count
        if lines <= MOST_TITLE_LINES:
            break
    else:
        findings.add(
            error(
                "FIT001",
                "封面标题过长，三行放不下",
                "the title does not fit three lines of the cover",
                where,
                Phrase("缩短 title", "shorten `title`"),
            )
        )
    return place.y + pt(canvas.wrapped("title", place, cover.title, look))


def _draw_facts(facts: tuple[Stat, ...], frame: PageFrame, canvas: Canvas) -> None:
    """Draw labelled rows between rules, upwards from where four of them end, so that more of them still fit."""
    row = inch(min(FACT_ROW, 2.1 / max(1, len(facts))))
    y = inch(FACTS_Y) if len(facts) <= 4 else inch(FACTS_Y) - min(inch(0.4), row * (len(facts) - 4))
    canvas.rule("fact-rule", Point(frame.margin, y), frame.width, "line", 0.75)
    for fact in facts:
        label = Rect(frame.margin, y, inch(VALUE_X - 0.1), row)
        canvas.line("fact-label", label, fact.label, canvas.sheet.front["cover_label"], anchor=Anchor.MIDDLE)
        value = Rect(frame.margin + inch(VALUE_X), y, frame.width - inch(VALUE_X), row)
        canvas.line("fact", value, fact.value, _fitted(fact.value, value.width, canvas), anchor=Anchor.MIDDLE)
        y += row
        canvas.rule("fact-rule", Point(frame.margin, y), frame.width, "line", 0.75)


def _fitted(value: Text, width: Length, canvas: Canvas) -> Look:
    usual = canvas.sheet.front["cover_value"]
    return next(
        (look for part in (1.0, 0.91, 0.82) if canvas.sheet.width(value, look := replace(usual, size=usual.size * part)) <= width),
        replace(usual, size=usual.size * 0.82),
    )


def _draw_skyline(skyline: Skyline | None, width: Length, canvas: Canvas) -> None:
    values = skyline.values if skyline else DEFAULT_HEIGHTS
    top = max(values, default=0.0)
    if top <= 0:
        return
    pitch = width.over(len(values))
    horizon = inch(HORIZON)
    for index, value in enumerate(values):
        height = inch(TALLEST * max(value, 0.0) / top)
        if not height:
            continue
        bar = Rect(pitch * index + pitch * ((1 - BAR) / 2), horizon - height, pitch * BAR, height)
        above, below = _colors(index, skyline)
        canvas.fill("sky", bar, above)
        mirrored = Rect(bar.x, horizon + inch(REFLECTION_GAP), bar.width, height * REFLECTION)
        canvas.fill("reflection", mirrored, replace(canvas.sheet.color("accent"), hex=REFLECTED, slot="") if below == "peak" else below)
    if skyline and 0 <= skyline.peak < len(values):
        _draw_peak(skyline, pitch, width, canvas)


def _colors(index: int, skyline: Skyline | None) -> tuple[str, str]:
    if skyline and index == skyline.peak:
        return "accent", "peak"
    if skyline and index in skyline.current:
        return "sky_current", "p200"
    return "sky", "surface2"


def _draw_peak(skyline: Skyline, pitch: Length, width: Length, canvas: Canvas) -> None:
    """Print value and name over the peak, flush with its right edge, or with its left one near the left edge of the page."""
    right = pitch * skyline.peak + pitch * ((1 + BAR) / 2)
    room = inch(2.6)
    at_left = right < room
    front = canvas.sheet.front
    x = pitch * skyline.peak if at_left else right - room
    align = Align.LEFT if at_left else Align.RIGHT
    top = inch(HORIZON - TALLEST) - pt(16 * 2 + 4)
    place = Rect(x, top, min(room, width - x), pt(16))
    canvas.line("peak-value", place, skyline.peak_value, replace(front["cover_peak"], align=align))
    canvas.line("peak-label", place.moved(dy=pt(16)), skyline.peak_label, replace(front["cover_peak_label"], align=align))
