"""Contents and list of figures: entries with dot leaders, page numbers and links, on as many pages as they need (pages/02)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.base.records import dataclass, replace
from engine.base.units import Length, Rect, inch, pt
from engine.model.blocks import Align
from engine.model.deck import TextTag
from engine.model.inlines import Text, text
from engine.model.paper import (
    HEADINGS,
    ContentsEntry,
    PaperBlock,
    PaperChart,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    ParagraphRole,
)
from engine.plan.paper import words
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.geometry import PageFrame
from engine.plan.paper.looks import LOOKS, Look, Voice
from engine.plan.paper.sheet import Sheet

SQUEEZES = (1.0, 0.95, 0.9, 0.85)
"""Lines may come this much closer when that saves a page."""
DEPTH = 2
"""Levels of headings in the contents."""
TITLE = Look(24, 32, Voice.SANS, bold=True, color="deep", tag=TextTag.HEADING_1)
TITLE_AFTER = 30.0
LIST_TITLE = Look(13, 20, Voice.SANS, bold=True, color="deep", before=22.0, after=8.0, tag=TextTag.HEADING_2)
LEVELS = (
    Look(12, 20, Voice.SANS, bold=True, before=11.0, after=3.0),
    Look(10.5, 20.6, Voice.SERIF, color="ink2"),
)
LISTED, LISTED_NUMBER = Look(10.5, 20.6, Voice.SERIF, color="ink2"), Look(10.5, 20.6, Voice.SANS, bold=True, color="ink2")
INDENT, NUMBER_WIDTH, LEADER_GAP, LEADER_END, PAGE_WIDTH = inch(0.34), inch(0.72), inch(0.10), inch(0.36), inch(0.5)
DOTS = Look(9, 20.6, Voice.SANS, color="line2", align=Align.RIGHT)


def heading_entries(flow: Sequence[PaperBlock], places: Mapping[str, int]) -> tuple[ContentsEntry, ...]:
    """Return the chapters and topics with the pages they begin on; body pages count from 1."""
    return tuple(
        ContentsEntry(HEADINGS.index(block.role) + 1, block.number, block.text.plain, block.bookmark, str(places[block.bookmark] + 1))
        for block in flow
        if isinstance(block, PaperParagraph) and block.role in HEADINGS[:DEPTH] and block.bookmark in places
    )


def caption_entries(flow: Sequence[PaperBlock], places: Mapping[str, int]) -> tuple[ContentsEntry, ...]:
    """Return the figures and tables in order of appearance."""
    captions = (block.caption for block in flow if isinstance(block, PaperTable | PaperChart | PaperPicture))
    return tuple(
        ContentsEntry(1, f"{caption.kind}\u00a0{caption.number}", caption.title.plain, caption.bookmark, str(places[caption.bookmark] + 1))
        for caption in captions
        if caption is not None
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the contents; `number` is the room of the numbers of all figures and tables."""

    entry: ContentsEntry | None
    look: Look
    title: Text
    listed: bool = False
    number: Length = NUMBER_WIDTH

    @property
    def height(self) -> float:
        return self.look.before + self.look.pitch + self.look.after


@dataclass(frozen=True, slots=True)
class FrontPage:
    canvas: Canvas
    frame: PageFrame


def contents_pages(
    contents: tuple[ContentsEntry, ...], figures: tuple[ContentsEntry, ...], note: Text, frame: PageFrame, sheet: Sheet
) -> tuple[FrontPage, ...]:
    """Return the pages of the contents, none when there is nothing to list."""
    if not contents and not figures:
        return ()
    drafts = [_drawn(contents, figures, note, factor, (frame, sheet)) for factor in SQUEEZES]
    return min(drafts, key=len)


def _drawn(
    contents: tuple[ContentsEntry, ...], figures: tuple[ContentsEntry, ...], note: Text, factor: float, place: tuple[PageFrame, Sheet]
) -> tuple[FrontPage, ...]:
    """Return the pages with all line distances cut by a factor."""
    frame, sheet = place
    pages = [FrontPage(Canvas("contents", sheet), frame)]
    body = frame.body
    y = body.y + pt(2)
    heading = text(sheet.say(words.CONTENTS))
    y += pt(pages[0].canvas.wrapped("title", Rect(body.x, y, body.width, pt(0)), heading, TITLE, bookmark="toc"))
    y += pt(pages[0].canvas.wrapped("note", Rect(body.x, y + pt(6), body.width, pt(0)), note, LOOKS[ParagraphRole.NOTE]))
    y += pt(TITLE_AFTER - LEVELS[0].before)
    for row in (replace(each, look=_squeezed(each.look, factor)) for each in _rows(contents, figures, sheet)):
        least = row.height if row.entry else row.height + LISTED.pitch
        if y + pt(least) > body.bottom:
            pages.append(FrontPage(Canvas(f"contents-{len(pages) + 1}", sheet), frame))
            y = body.y
        _draw_row(row, y + pt(row.look.before), body, pages[-1].canvas)
        y += pt(row.height)
    return tuple(pages)


def _squeezed(look: Look, factor: float) -> Look:
    return replace(look, pitch=round(look.pitch * factor, 2), before=round(look.before * factor, 2), after=round(look.after * factor, 2))


def _rows(contents: tuple[ContentsEntry, ...], figures: tuple[ContentsEntry, ...], sheet: Sheet) -> Iterator[_Row]:
    for entry in contents:
        yield _Row(entry, LEVELS[entry.level - 1], text(f"{entry.number}{entry.title}"))
    if figures:
        yield _Row(None, LIST_TITLE, text(sheet.say(words.FIGURES)))
    widest = max((sheet.width(text(entry.number), LISTED_NUMBER) for entry in figures), default=pt(0))
    number = max(NUMBER_WIDTH, widest + LEADER_GAP)
    for entry in figures:
        yield _Row(entry, LISTED, text(entry.title), listed=True, number=number)


def _draw_row(row: _Row, y: Length, body: Rect, canvas: Canvas) -> None:
    look, entry = row.look, row.entry
    if entry is None:
        canvas.wrapped("list-title", Rect(body.x, y, body.width, pt(0)), row.title, look)
        return
    x = body.x + (row.number if row.listed else INDENT * (entry.level - 1))
    if row.listed:
        _linked(
            "number",
            Rect(body.x, y, row.number, pt(look.pitch)),
            text(entry.number),
            replace(LISTED_NUMBER, pitch=look.pitch),
            entry.bookmark,
            canvas,
        )
    room = body.right - LEADER_END - x
    title = _shortened(row.title, room, look, canvas.sheet)
    width = min(canvas.sheet.width(title, look), room)
    _linked("entry", Rect(x, y, min(width + LEADER_GAP, room), pt(look.pitch)), title, look, entry.bookmark, canvas)
    _draw_dots(Rect(x + width + LEADER_GAP, y, body.right - LEADER_END - x - width - LEADER_GAP, pt(look.pitch)), look, canvas)
    page = replace(look, voice=Voice.SANS, align=Align.RIGHT, color="ink" if look.bold else "ink2")
    _linked("entry-page", Rect(body.right - PAGE_WIDTH, y, PAGE_WIDTH, pt(look.pitch)), text(entry.page), page, entry.bookmark, canvas)


def _shortened(title: Text, room: Length, look: Look, sheet: Sheet) -> Text:
    """Return the title, cut with … when a line of the contents is too short for it: the heading itself says it all."""
    if sheet.width(title, look) <= room:
        return title
    plain = title.plain
    return next((short for end in range(len(plain) - 1, 0, -1) if sheet.width(short := text(plain[:end] + "…"), look) <= room), title)


def _linked(name: str, frame: Rect, said: Text, look: Look, bookmark: str, canvas: Canvas) -> None:
    runs = tuple(replace(run, target=bookmark) for run in canvas.sheet.runs(said, look))
    canvas.runs(name, frame, runs, look)


def _draw_dots(place: Rect, beside: Look, canvas: Canvas) -> None:
    """Draw the leader flush right, so that the dots of all lines stand below each other; it says nothing to a listener."""
    look = replace(DOTS, pitch=beside.pitch)
    each = canvas.sheet.width(text(" ."), look)
    count = int(place.width / each) if place.width > each else 0
    if count > 1:
        canvas.line("leader", place, text(" ." * count), look, tag=TextTag.RUNNING)
