"""What every content slide wears: eyebrow, title, takeaway, source, section tracker, page number — and the area they leave."""

from __future__ import annotations

from engine.base.diagnostics import Language
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Rect, pt
from engine.brand.deck_layout import TOUCHES, DeckLayout
from engine.layout.slices import slice_spans
from engine.model.blocks import Align
from engine.model.deck import Anchor, TextBox
from engine.model.decor import Lettering
from engine.model.inlines import EMPTY, Span, Text, text
from engine.model.report import Section, Topic
from engine.model.theme import Color
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.ground import area_inks, slot_inks
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style

TITLE_STEPS = (1.0, 24 / 26, 22 / 26)
"""The title shrinks on one line to 22 pt before it takes a second line at 24 pt (DESIGN-SYSTEM §8)."""
TWO_LINE_STEP = 24 / 26
MOST_TITLE_LINES = 2
MOST_TAKEAWAY_LINES = 2
TRACKER_BAR, TRACKER_PITCH = 0.40, 0.46
SHEET_EDGE = 0.14
BARE_GAP = 0.16
"""Inches between a title without a takeaway and the content: what stands between a takeaway and the content, less the air in the title's box."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A measured title and takeaway: their styles and frames, and where the content begins."""

    title: Text
    title_style: Style
    title_frame: Rect
    takeaway: Text
    takeaway_style: Style
    takeaway_frame: Rect
    body: Rect


def measure_heading(topic: Topic, suffix: str, layout: DeckLayout, sheet: Sheet) -> Heading:
    """Fit title and takeaway; lines beyond the first push the content down. `suffix` marks continuation slides, empty on the first."""
    title = Text((*topic.title.spans, Span(suffix)), topic.title.where) if suffix else topic.title
    takeaway = Text() if suffix else topic.takeaway
    title_box, takeaway_box = layout.slot("title").frame, layout.slot("takeaway").frame
    style, lines = _title_fit(title, title_box, sheet)
    style = style.colored(slot_inks(sheet.theme, layout, "title").strong)
    title_frame = replace(title_box, height=max(title_box.height, pt(style.pitch * lines)))
    shift = title_frame.height - title_box.height
    takeaway_style, takeaway_lines = _takeaway_fit(takeaway, takeaway_box.width, sheet)
    takeaway_style = takeaway_style.colored(slot_inks(sheet.theme, layout, "takeaway").normal)
    takeaway_frame = replace(takeaway_box.moved(dy=shift), height=max(takeaway_box.height, pt(takeaway_style.pitch * takeaway_lines)))
    shift += takeaway_frame.height - takeaway_box.height
    body = layout.slot("body_area").frame
    lift = _lift(body, max(ZERO, body.y - takeaway_box.y - sheet.u(BARE_GAP)), layout, sheet) if not takeaway else ZERO
    return Heading(
        title,
        style,
        title_frame,
        takeaway,
        takeaway_style,
        takeaway_frame,
        Rect(body.x, body.y + shift - lift, body.width, body.height - shift + lift),
    )


def _lift(body: Rect, most: Length, layout: DeckLayout, sheet: Sheet) -> Length:
    """Return how far the content may rise into the room of the takeaway: not onto a rule, a band or words of the template."""
    room = Rect(body.x, body.y - most, body.width, most)
    shapes = (mark.frame for mark in layout.decor if not isinstance(mark, Lettering))
    marks = [frame for frame in (*shapes, *layout.beneath.worded) if frame.overlaps(room, TOUCHES) and not frame.contains(room)]
    return max(ZERO, min((body.y - frame.bottom - sheet.u(BARE_GAP) for frame in marks), default=most))


def _title_fit(title: Text, box: Rect, sheet: Sheet) -> tuple[Style, int]:
    """Return style and lines: one line down to the least step, then two, or as many as the placeholder has height for."""
    base = sheet.style("page_title")
    for step in TITLE_STEPS:
        style = base.sized(round(base.size * step * 2) / 2)
        if sheet.line_count(title, style, box.width) == 1:
            return style, 1
    style = base.sized(round(base.size * TWO_LINE_STEP * 2) / 2)
    style = replace(style, role=replace(style.role, pitch=round(style.size * 31 / 24, 1), minimum=base.role.minimum))
    most = max(MOST_TITLE_LINES, int(box.height / pt(style.pitch)))
    return style, min(most, sheet.line_count(title, style, box.width))


def _takeaway_fit(takeaway: Text, width: Length, sheet: Sheet) -> tuple[Style, int]:
    base = sheet.style("takeaway")
    for size in (base.size, base.size - sheet.points(1), base.role.minimum):
        style = base.sized(size)
        if sheet.line_count(takeaway, style, width) <= 1:
            return style, 1
    style = base.sized(base.size - sheet.points(1))
    return style, min(MOST_TAKEAWAY_LINES, sheet.line_count(takeaway, style, width))


def draw_heading(heading: Heading, layout: DeckLayout, canvas: Canvas) -> None:
    place = layout.slot("title")
    anchor = place.anchor or Anchor.MIDDLE
    if place.moved and anchor is Anchor.TOP:  # a contract gives titles a box for two lines: a single one would hang from its upper edge
        anchor = Anchor.MIDDLE
    canvas.text("title", heading.title_frame, heading.title, heading.title_style, anchor=anchor, slot="title")
    canvas.text("takeaway", heading.takeaway_frame, heading.takeaway, heading.takeaway_style, anchor=Anchor.MIDDLE, slot="takeaway")


def draw_sheet(layout: DeckLayout, canvas: Canvas) -> None:
    """Draw a sheet of the theme's own ground below the content, where the template has one that its words cannot be read on."""
    body, edge = layout.slot("body_area").frame, canvas.sheet.u(SHEET_EDGE)
    canvas.card("sheet", body.inset(-edge, -edge), "bg")


def draw_eyebrow(section: Section, label: Text, layout: DeckLayout, canvas: Canvas) -> None:
    """Print “02  section ／ topic”; a topic label too long for the line is the topic's fault and is reported there."""
    sheet = canvas.sheet
    if not layout.slot("eyebrow").is_offered:
        return
    head = Span(f"{section.number:02d}  {section.title.plain}".replace("\n", ""), bold=True)
    slash = "  ／  " if sheet.language is Language.ZH else "  /  "
    inks = slot_inks(sheet.theme, layout, "eyebrow")
    style = sheet.style("eyebrow", inks.quiet)
    line = Text((head, Span(slash), *label.spans), label.where) if label else Text((head,), section.title.where)
    before = len(canvas.elements)
    canvas.text("eyebrow", layout.slot("eyebrow").frame, line, style, anchor=Anchor.MIDDLE, slot="eyebrow")
    _color_first_run(canvas, before, inks.readable(inks.spot))


def _color_first_run(canvas: Canvas, index: int, color: Color) -> None:
    """The section's name is in the colour of the message, the topic's quiet."""
    box = canvas.elements[index]
    assert isinstance(box, TextBox)
    first, *rest = box.paragraphs[0].runs
    runs = (replace(first, color=color), *rest)
    canvas.elements[index] = replace(box, paragraphs=(replace(box.paragraphs[0], runs=runs),))


def draw_source(source: Text, layout: DeckLayout, canvas: Canvas) -> Text:
    """Print the source line, over two lines at most, and return what had to go to the notes (usually nothing)."""
    if not source:
        return EMPTY
    sheet = canvas.sheet
    style = sheet.style("source", slot_inks(sheet.theme, layout, "source").quiet)
    frame = layout.slot("source").frame
    prefix = "" if source.plain.startswith(words.SOURCE.in_(sheet.language)) else words.SOURCE.in_(sheet.language)
    full = Text((Span(prefix), *source.spans), source.where) if prefix else source
    lines = sheet.line_count(full, style, frame.width)
    overflow = EMPTY
    if lines > 2:
        overflow = full
        full, lines = _cut_source(full, style, frame.width, sheet), 2
    if lines == 2:
        frame = Rect(frame.x, frame.y - sheet.u(0.04), frame.width, pt(style.pitch * 2) + sheet.u(0.02))
    canvas.text("source", frame, full, style, anchor=Anchor.MIDDLE if lines == 1 else Anchor.TOP, slot="source")
    return overflow


def _cut_source(source: Text, style: Style, width: Length, sheet: Sheet) -> Text:
    """Keep the leading statements that fit two lines and say that the rest is in the notes."""
    separator, more = words.SEPARATOR.in_(sheet.language), words.SOURCE_MORE.in_(sheet.language)
    statements = source.plain.split(separator)
    for keep in range(len(statements) - 1, 0, -1):
        shorter = _beginning(source, len(separator.join(statements[:keep])), more)
        if sheet.line_count(shorter, style, width) <= 2:
            return shorter
    return _beginning(source, len(statements[0][:40]), "…" + more)


def _beginning(source: Text, end: int, more: str) -> Text:
    return Text((*slice_spans(source.spans, 0, end), Span(more)), source.where)


def draw_tracker(current: int, count: int, layout: DeckLayout, canvas: Canvas) -> None:
    """Draw one small bar a section left of the page number: done, current, to come. Nothing where the template has something there."""
    sheet = canvas.sheet
    number = layout.slot("page_number").frame
    pitch = min(sheet.u(TRACKER_PITCH), sheet.u(2.76).over(max(1, count)))
    bar = pitch - sheet.u(TRACKER_PITCH - TRACKER_BAR)
    y = number.y + number.height.over(2) - sheet.u(0.0225)
    left = number.x - sheet.u(0.02) - pitch * count
    place = Rect(left, y, pitch * count, sheet.u(0.045))
    if (
        left < 0
        or not layout.slot("page_number").is_offered
        or place.overlaps(layout.slot("source").frame)
        or not layout.beneath.is_free(place)
    ):
        return
    inks = area_inks(sheet.theme, layout, place)
    for index in range(1, count + 1):
        color = inks.done if index < current else inks.spot if index == current else inks.rule
        canvas.box("tracker", Rect(left + pitch * (index - 1), y, bar, sheet.u(0.045)), color)


def draw_page_number(number: int, layout: DeckLayout, canvas: Canvas, *, quiet: bool = False) -> None:
    if not layout.slot("page_number").is_offered:  # the template prints its own
        return
    frame = layout.slot("page_number").frame
    inks, align = slot_inks(canvas.sheet.theme, layout, "page_number"), layout.slot("page_number").align
    style = canvas.sheet.style("page_number", inks.quiet if quiet else inks.normal, align=align or Align.RIGHT)
    canvas.text("page-number", frame, text(str(number)), style, anchor=Anchor.MIDDLE, slot="page_number")
