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
from engine.plan.paper.cover_places import UNIT_IN, VALUE, CoverPlaces, cover_places
from engine.plan.paper.geometry import PageFrame
from engine.plan.paper.looks import Look

ENOUGH = 3
"""So many facts of the author need only author and date beside them."""
MOST_TITLE_LINES = 3
SMALLER_TITLES = (0.85, 0.73)
"""A title that needs more lines is set smaller, by these parts of its size."""
REFLECTED = "FBE7C8"
"""The peak's reflection on white."""
PEAK_ROOM, PEAK_LINE, PEAK_WHITE = inch(2.6), pt(16), pt(4)
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


def draw_cover(cover: PaperCover, frame: PageFrame, canvas: Canvas, findings: Findings, where: Location, *, light: bool = False) -> None:
    places = cover_places(frame, light=light)
    front = canvas.sheet.front
    if not light:
        canvas.fill("ground", Rect(ZERO, ZERO, places.page.width, places.horizon), "deep")
    _draw_skyline(cover.skyline, places, canvas)
    canvas.fill("dash", places.dash, "primary" if light else "accent")
    unit = Rect(places.left + UNIT_IN, places.unit, places.width - UNIT_IN, inch(0.25))
    canvas.line("unit", unit, text(cover.unit), front["cover_unit"], anchor=Anchor.MIDDLE)
    y = _draw_title(cover, Rect(places.left, places.title, places.width, ZERO), canvas, findings, where)
    canvas.wrapped("subtitle", Rect(places.left, y + inch(0.18), places.width, ZERO), cover.subtitle, front["cover_subtitle"])
    _draw_facts(cover.facts, places, canvas)
    if cover.skyline and cover.skyline.note:
        canvas.wrapped("note", Rect(places.left, places.note, places.width, ZERO), cover.skyline.note, front["cover_note"])


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


def _draw_facts(facts: tuple[Stat, ...], places: CoverPlaces, canvas: Canvas) -> None:
    """Draw labelled rows between rules, upwards from where four of them end, so that more of them still fit."""
    row, y = places.fact_rows(len(facts))
    canvas.rule("fact-rule", Point(places.left, y), places.width, "line", 0.75)
    for fact in facts:
        label = Rect(places.left, y, VALUE - inch(0.1), row)
        canvas.line("fact-label", label, fact.label, canvas.sheet.front["cover_label"], anchor=Anchor.MIDDLE)
        value = Rect(places.left + VALUE, y, places.width - VALUE, row)
        canvas.line("fact", value, fact.value, _fitted(fact.value, value.width, canvas), anchor=Anchor.MIDDLE)
        y += row
        canvas.rule("fact-rule", Point(places.left, y), places.width, "line", 0.75)


def _fitted(value: Text, width: Length, canvas: Canvas) -> Look:
    usual = canvas.sheet.front["cover_value"]
    return next(
        (look for part in (1.0, 0.91, 0.82) if canvas.sheet.width(value, look := replace(usual, size=usual.size * part)) <= width),
        replace(usual, size=usual.size * 0.82),
    )


def _draw_skyline(skyline: Skyline | None, places: CoverPlaces, canvas: Canvas) -> None:
    values = skyline.values if skyline else DEFAULT_HEIGHTS
    top = max(values, default=0.0)
    if top <= 0:
        return
    for index, value in enumerate(values):
        bar = places.bar(index, len(values), value / top)
        if not bar.height:
            continue
        above, below = sky_colors(index, skyline, light=places.light)
        canvas.fill("sky", bar, above)
        mirrored = replace(canvas.sheet.color("accent"), hex=REFLECTED, slot="") if below == "peak" else below
        canvas.fill("reflection", places.reflection(bar), mirrored)
    if skyline and 0 <= skyline.peak < len(values):
        _draw_peak(skyline, places, canvas)


def sky_colors(index: int, skyline: Skyline | None, *, light: bool) -> tuple[str, str]:
    """Return the colours of a bar and of its reflection as tokens of the theme; `peak` is the reflection of the highest on a dark cover."""
    if skyline and index == skyline.peak:
        return ("primary", "p100") if light else ("accent", "peak")
    if skyline and index in skyline.current:
        return ("p400", "p100") if light else ("sky_current", "p200")
    return ("p200", "surface") if light else ("sky", "surface2")


def _draw_peak(skyline: Skyline, places: CoverPlaces, canvas: Canvas) -> None:
    """Print value and name over the peak, flush with its right edge, or with its left one near the left edge of the page."""
    front = canvas.sheet.front
    at, at_left = places.peak(skyline.peak, len(skyline.values), PEAK_ROOM, PEAK_LINE * 2 + PEAK_WHITE)
    align = Align.LEFT if at_left else Align.RIGHT
    place = Rect(at.x, at.y, min(PEAK_ROOM, places.page.width - at.x), PEAK_LINE)
    canvas.line("peak-value", place, skyline.peak_value, replace(front["cover_peak"], align=align))
    canvas.line("peak-label", place.moved(dy=PEAK_LINE), skyline.peak_label, replace(front["cover_peak_label"], align=align))
