"""The cover: title, who and when, above the motif of the theme (slide 01)."""

from __future__ import annotations

from engine.base.diagnostics import Language
from engine.base.units import Rect
from engine.brand.deck_layout import DeckLayout
from engine.model.blocks import Align
from engine.model.deck import Anchor
from engine.model.inlines import Text, text
from engine.model.report import Report
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.ground import slot_inks
from engine.plan.deck.motifs import EXPLAINED, MOTIFS
from engine.plan.deck.style import Style


def draw_cover(report: Report, layout: DeckLayout, page: Rect, canvas: Canvas) -> None:
    """Draw title, subtitle, who and when; the motif keeps clear of them. Words stand in their places as the template sets them."""
    meta, sheet = report.meta, canvas.sheet
    inks = {slot: slot_inks(sheet.theme, layout, slot) for slot in ("title", "subtitle", "unit", "meta", "note")}
    subtitle, line = sheet.style("cover_subtitle", inks["subtitle"].normal), sheet.style("cover_meta", inks["meta"].quiet)
    reach = max(sheet.width(meta.subtitle, subtitle), sheet.width(_meta_line(report), line))
    upper, lower = layout.slot("subtitle").frame, layout.slot("meta").frame
    taken = Rect(upper.x, upper.y, min(reach, upper.width), lower.bottom - upper.y)
    MOTIFS[sheet.theme.motif](report.skyline, page, taken, canvas)
    unit = text(words.UNIT_GAP.in_(meta.language).join(part for part in (meta.organisation, meta.department) if part), where=meta.where)
    _fill("unit", unit, sheet.style("cover_unit", inks["unit"].normal), layout, canvas)
    title, place = text(meta.title, where=meta.where), layout.slot("title")
    style = sheet.style("cover_title", inks["title"].strong, align=place.align or Align.LEFT)
    canvas.text("title", place.frame, title, style, anchor=place.anchor or Anchor.TOP, slot="title")
    _fill("subtitle", sheet.balanced(meta.subtitle, subtitle, upper.width), subtitle, layout, canvas)
    _fill("meta", _meta_line(report), line, layout, canvas)
    if report.skyline and sheet.theme.motif in EXPLAINED:
        _fill("note", report.skyline.note, sheet.style("cover_note", inks["note"].quiet), layout, canvas)


def _fill(slot: str, words: Text, style: Style, layout: DeckLayout, canvas: Canvas) -> None:
    place = layout.slot(slot)
    if slot == "note" and not place.is_offered:
        return
    style = style.aligned(place.align or layout.slot("title").align or Align.LEFT)  # a mere area follows the title
    canvas.text(slot, place.frame, words, style, anchor=Anchor.MIDDLE if place.anchor is None else place.anchor, slot=slot)


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
