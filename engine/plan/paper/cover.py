"""The cover: what it says, and the motif of the theme behind it; the facts of the report at its foot (pages/01)."""

from __future__ import annotations

from engine.base.diagnostics import Findings, Location, Phrase, error
from engine.base.records import replace
from engine.base.units import ZERO, Length, Point, Rect, inch, pt
from engine.model.blocks import Stat
from engine.model.deck import Anchor
from engine.model.inlines import Text, text
from engine.model.paper import PaperCover
from engine.model.report import Report, Skyline
from engine.plan.paper import words
from engine.plan.paper.art.arts import cover_art
from engine.plan.paper.art.definition import PeakLabel
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.cover_places import VALUE, CoverPlaces, cover_places
from engine.plan.paper.geometry import PageFrame
from engine.plan.paper.looks import Look
from engine.plan.paper.sheet import Sheet

ENOUGH = 3
"""So many facts of the author need only author and date beside them."""
MOST_TITLE_LINES = 3
SMALLER_TITLES = (0.85, 0.73)
"""A title that needs more lines is set smaller, by these parts of its size."""


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


def draw_cover(
    cover: PaperCover, frame: PageFrame, canvas: Canvas, findings: Findings, where: Location, places: CoverPlaces | None = None
) -> None:
    """Draw the cover; `places` None are those on a dark block."""
    places = places or cover_places(frame)
    front = canvas.sheet.front
    art = cover_art(cover.skyline, places, canvas.sheet.theme)
    for patch in art.patches:
        canvas.fill(patch.name.partition("-")[0], patch.frame, patch.color)
    if cover.skyline and art.label:
        _draw_peak(cover.skyline, art.label, canvas)
    look = front["cover_unit"]
    indent = pt(max(0.0, look.left) * look.size)
    unit = Rect(places.left + indent, places.unit, places.width - indent, inch(0.25))
    canvas.line("unit", unit, text(cover.unit), replace(look, size=look.size * cover.unit_part), anchor=Anchor.MIDDLE)
    y = _draw_title(cover, Rect(places.left, places.title, places.width, ZERO), canvas, findings, where)
    canvas.wrapped("subtitle", Rect(places.left, y + inch(0.18), places.width, ZERO), cover.subtitle, front["cover_subtitle"])
    _draw_facts(cover.facts, places, canvas)
    if cover.skyline and cover.skyline.note:
        canvas.wrapped("note", Rect(places.left, places.note, places.width, ZERO), cover.skyline.note, front["cover_note"])


def title_part(title: Text, width: Length, sheet: Sheet) -> float | None:
    """Return the size of the title in parts of that of its style, so that it takes three lines at most; None when it is longer at the smallest."""
    look = sheet.front["cover_title"]
    for part in (1.0, *SMALLER_TITLES):
        if sheet.set(title, replace(look, size=look.size * part, pitch=look.pitch * part), width).count <= MOST_TITLE_LINES:
            return part
    return None


def _draw_title(cover: PaperCover, place: Rect, canvas: Canvas, findings: Findings, where: Location) -> Length:
    """Draw the title and return where it ends."""
    part = title_part(cover.title, place.width, canvas.sheet)
    if part is None:
        findings.add(
            error(
                "FIT001",
                "封面标题过长，三行放不下",
                "the title does not fit three lines of the cover",
                where,
                Phrase("缩短 title", "shorten `title`"),
            )
        )
    look = canvas.sheet.front["cover_title"]
    smaller = part or SMALLER_TITLES[-1]
    return place.y + pt(canvas.wrapped("title", place, cover.title, replace(look, size=look.size * smaller, pitch=look.pitch * smaller)))


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


def _draw_peak(skyline: Skyline, label: PeakLabel, canvas: Canvas) -> None:
    """Print what the peak is and how high it is."""
    for row, (role, said) in enumerate(label.lines(skyline)):
        place = label.frame.moved(dy=label.frame.height * row)
        name = "peak-value" if role == "cover_peak" else "peak-label"
        canvas.line(name, place, said, replace(canvas.sheet.front[role], align=label.align))
