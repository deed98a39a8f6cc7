"""The cover: title, who and when, above the motif of the theme (slide 01)."""

from __future__ import annotations

from engine.base.diagnostics import Language
from engine.base.units import Rect
from engine.brand.deck_layout import DeckLayout
from engine.model.deck import Anchor
from engine.model.inlines import Text, text
from engine.model.report import Report
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.motifs import EXPLAINED, MOTIFS
from engine.plan.deck.style import Style


def draw_cover(report: Report, layout: DeckLayout, page: Rect, canvas: Canvas) -> None:
    """Draw title, subtitle, who and when; the motif keeps clear of them."""
    meta, sheet = report.meta, canvas.sheet
    subtitle, line = sheet.style("cover_subtitle", "ondeep2"), sheet.style("cover_meta", "ondeep3")
    reach = max(sheet.width(meta.subtitle, subtitle), sheet.width(_meta_line(report), line))
    upper, lower = layout.slot("subtitle").frame, layout.slot("meta").frame
    taken = Rect(upper.x, upper.y, min(reach, upper.width), lower.bottom - upper.y)
    MOTIFS[sheet.theme.motif](report.skyline, page, taken, canvas)
    unit = text(words.UNIT_GAP.in_(meta.language).join(part for part in (meta.organisation, meta.department) if part), where=meta.where)
    _fill("unit", unit, sheet.style("cover_unit", "ondeep2"), layout, canvas)
    title = text(meta.title, where=meta.where)
    canvas.text("title", layout.slot("title").frame, title, sheet.style("cover_title", "ondeep"), slot="title")
    _fill("subtitle", meta.subtitle, subtitle, layout, canvas)
    _fill("meta", _meta_line(report), line, layout, canvas)
    if report.skyline and sheet.theme.motif in EXPLAINED:
        _fill("note", report.skyline.note, sheet.style("cover_note", "ondeep3"), layout, canvas)


def _fill(slot: str, words: Text, style: Style, layout: DeckLayout, canvas: Canvas) -> None:
    canvas.text(slot, layout.slot(slot).frame, words, style, anchor=Anchor.MIDDLE, slot=slot)


def _meta_line(report: Report) -> Text:
    meta = report.meta
    language = meta.language
    day = meta.date
    date = f"{day.year} 年 {day.month} 月 {day.day} 日" if language is Language.ZH else f"{day:%d %B %Y}".lstrip("0")
    parts = [
        f"{words.PRESENTER.in_(language)}  {meta.author}" if meta.author else "",
        f"{words.DATE.in_(language)}  {date}",
        meta.classification,
    ]
    return text("    ｜    ".join(part for part in parts if part), where=meta.where)
