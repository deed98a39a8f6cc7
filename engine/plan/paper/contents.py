"""Contents and list of figures: entries with dot leaders, page numbers and links, on as many pages as they need (pages/02)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.base.records import dataclass, replace
from engine.base.units import Length, Rect, inch, pt
from engine.model.blocks import Align
from engine.model.deck import TextTag
from engine.model.inlines import EMPTY, Span, Text, text
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
from engine.plan.paper.looks import Look, Voice
from engine.plan.paper.sheet import Sheet, em

SQUEEZES = (1.0, 0.95, 0.9, 0.85)
"""Lines may come this much closer when that saves a page."""
DEPTH = 2
"""Levels of headings in the contents."""
NUMBER_WIDTH, LEADER_GAP, LEADER_END, PAGE_WIDTH = inch(0.72), inch(0.10), inch(0.36), inch(0.5)
DOTS = Look(9, 20.6, Voice.SANS, color="line2", align=Align.RIGHT)


def heading_entries(flow: Sequence[PaperBlock], places: Mapping[str, int]) -> tuple[ContentsEntry, ...]:
    """Return the chapters and topics with the pages they begin on; body pages count from 1."""
    return tuple(
        ContentsEntry(
            HEADINGS.index(block.role) + 1,
            block.number,
            block.text.plain,
            block.bookmark,
            str(places[block.bookmark] + 1),
            _facts_only(block.text),
        )
        for block in flow
        if isinstance(block, PaperParagraph) and block.role in HEADINGS[:DEPTH] and block.bookmark in places
    )


def caption_entries(flow: Sequence[PaperBlock], places: Mapping[str, int]) -> tuple[ContentsEntry, ...]:
    """Return the figures and tables in order of appearance."""
    captions = (block.caption for block in flow if isinstance(block, PaperTable | PaperChart | PaperPicture))
    return tuple(
        ContentsEntry(
            1,
            f"{caption.kind}\u00a0{caption.number}",
            caption.title.plain,
            caption.bookmark,
            str(places[caption.bookmark] + 1),
            _facts_only(caption.title),
        )
        for caption in captions
        if caption is not None
    )


def _facts_only(title: Text) -> Text:
    """Return a title in one look with its facts, EMPTY when it has none."""
    return Text(tuple(Span(span.text, fact=span.fact) for span in title.spans)) if title.facts else EMPTY


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the contents; `number` is the room of the numbers of all figures and tables."""

    entry: ContentsEntry | None
    look: Look
    title: Text
    listed: bool = False
    number: Length = NUMBER_WIDTH


@dataclass(frozen=True, slots=True)
class FrontPage:
    canvas: Canvas
    frame: PageFrame


@dataclass(frozen=True, slots=True)
class Top:
    """What title and note take at the head of the contents, and the white they ask for below them, in points."""

    height: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class FrontPages:
    """`squeeze` is the factor of the distances between lines; `figures_apart` says that the list of figures begins on a page of its own."""

    pages: tuple[FrontPage, ...]
    squeeze: float = 1.0
    figures_apart: bool = False


def contents_pages(
    contents: tuple[ContentsEntry, ...], figures: tuple[ContentsEntry, ...], note: Text, frame: PageFrame, sheet: Sheet
) -> FrontPages:
    """Return the pages of the contents, none when there is nothing to list.

    Lines come closer when that saves a page; a list of figures that does not fit below the headings begins on a new page.
    """
    if not contents and not figures:
        return FrontPages(())
    top = _top(note, frame, sheet)
    rows = tuple(_rows(contents, figures, sheet))
    parts, tops = [rows], (Top(), top)
    squeeze = next((factor for factor in SQUEEZES if len(_divided(rows, factor, top, frame)) == 1), None)
    if squeeze is None:
        listed = len(contents) if contents else 0
        parts = [part for part in (rows[:listed], rows[listed:]) if part]
        squeeze = min(SQUEEZES, key=lambda factor: sum(len(_divided(part, factor, tops[part is parts[0]], frame)) for part in parts))
    pages: list[FrontPage] = []
    for number, part in enumerate(parts):
        for page in _divided(part, squeeze, tops[number == 0], frame):
            pages.append(_drawn(page, FrontPage(Canvas(_name(len(pages)), sheet), frame), note if not pages else None))
    return FrontPages(tuple(pages), squeeze, len(parts) > 1)


def _name(index: int) -> str:
    return f"contents-{index + 1}" if index else "contents"


def _top(note: Text, frame: PageFrame, sheet: Sheet) -> Top:
    """Return what title and note take of the first page."""
    title, below = sheet.front["contents_title"], sheet.look(ParagraphRole.NOTE)
    lines = sheet.set(note, below, frame.width).count if note else 0
    if not note:
        return Top(title.pitch, title.after)
    return Top(title.pitch + max(title.after, below.before) + lines * below.pitch, below.after)


def _divided(rows: Sequence[_Row], factor: float, top: Top, frame: PageFrame) -> list[list[_Row]]:
    """Return the rows of each page with all their distances cut by a factor; `top` is taken from the first page."""
    room = frame.body.height.points
    pages: list[list[_Row]] = [[]]
    used, after = top.height, top.after
    looks: dict[tuple[Look, float], Look] = {}  # of a list of figures nearly all lines look the same
    for row in rows:
        pitch, before, below = (round(points * factor, 2) for points in (row.look.pitch, row.look.before, row.look.after))
        white = max(before, after) if used else 0.0  # Word has the larger of two spaces, not both
        least = white + (pitch * (1 if row.entry else 2))
        if used + least > room + 0.5 and used:
            pages.append([])
            used = white = 0.0
        if (row.look, white) not in looks:
            looks[row.look, white] = replace(row.look, pitch=pitch, before=white, after=below)
        pages[-1].append(replace(row, look=looks[row.look, white]))
        used += white + pitch
        after = below
    return pages


def _drawn(rows: Sequence[_Row], page: FrontPage, note: Text | None) -> FrontPage:
    """Draw one page; the first one has a title, and a note that may be empty."""
    canvas, body, sheet = page.canvas, page.frame.body, page.canvas.sheet
    y = body.y
    if note is not None:
        title, below = sheet.front["contents_title"], sheet.look(ParagraphRole.NOTE)
        canvas.wrapped("title", Rect(body.x, y, body.width, pt(0)), text(sheet.say(words.CONTENTS)), title, bookmark="toc")
        canvas.wrapped("note", Rect(body.x, y + pt(title.pitch + max(title.after, below.before)), body.width, pt(0)), note, below)
        y += pt(_top(note, page.frame, sheet).height)
    for row in rows:
        y += pt(row.look.before)
        _draw_row(row, y, body, canvas)
        y += pt(row.look.pitch)
    return page


def _rows(contents: tuple[ContentsEntry, ...], figures: tuple[ContentsEntry, ...], sheet: Sheet) -> Iterator[_Row]:
    for entry in contents:
        yield _Row(entry, sheet.front[f"contents_{entry.level}"], Text((Span(entry.number), *entry.said.spans)))
    if figures:
        yield _Row(None, sheet.front["contents_label"], text(sheet.say(words.FIGURES)))
    listed = sheet.front["contents_figure"]
    widest = max((sheet.width(text(entry.number), _numbered(listed)) for entry in figures), default=pt(0))
    number = max(NUMBER_WIDTH, widest + LEADER_GAP)
    for entry in figures:
        yield _Row(entry, listed, entry.said, listed=True, number=number)


def _numbered(listed: Look) -> Look:
    return replace(listed, voice=Voice.SANS, bold=True)


def _draw_row(row: _Row, y: Length, body: Rect, canvas: Canvas) -> None:
    look, entry = row.look, row.entry
    if entry is None:
        canvas.wrapped("list-title", Rect(body.x, y, body.width, pt(0)), row.title, look)
        return
    x = body.x + (row.number if row.listed else em(look, look.left))
    if row.listed:
        _linked(
            "number",
            Rect(body.x, y, row.number, pt(look.pitch)),
            text(entry.number),
            _numbered(look),
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
