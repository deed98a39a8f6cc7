"""Words of the report that stand in places of a fixed width: the title in running headers, the organisation on the cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from engine.base.diagnostics import Findings, Location, Phrase, error
from engine.base.records import replace
from engine.base.units import Length, Rect, pt
from engine.brand.paper_style import PaperSection, RunningArt, RunningSegment, TextLine
from engine.model.decor import Lettering
from engine.model.inlines import text
from engine.model.report import Report
from engine.plan.paper import words
from engine.plan.paper.looks import Look, Voice
from engine.plan.paper.sheet import Sheet

GAP = pt(12)
"""White between the title and the chapter in a header of ours."""
MOST_CHAPTER = 0.5
ELLIPSIS = "…"
SMALLER_UNITS = (0.9, 0.8)


def running_title(title: str, sections: Iterable[PaperSection], chapters: Sequence[str], sheet: Sheet) -> str:
    """Return the report's title as all headers have room for it, shortened with an ellipsis where it is longer.

    In a company's header it has the room of its place, in one of ours what the widest chapter leaves.
    """
    found = title
    for section in sections:
        titled = [
            (segment, line, art)
            for art in section.art
            for line in art.lines
            for segment in line.segments
            if any(piece.kind == "title" for piece in segment.pieces)
        ]
        for segment, line, art in titled:
            piece = next(each for each in segment.pieces if each.kind == "title")
            look = Look(piece.size, piece.size, Voice.SANS, bold=piece.bold)
            found = shortened(found, look, _room(segment, line, art, section), sheet)
        if not titled and any(each.tag == "header" for each in section.running) and not any(art.tag == "header" for art in section.art):
            header = sheet.front["header"]
            widest = max((sheet.width(text(chapter), header) for chapter in chapters), default=Length(0))
            left = section.text_width - min(widest, section.text_width * MOST_CHAPTER) - GAP
            found = shortened(found, header, left, sheet)
    return found


def shortened(said: str, look: Look, room: Length, sheet: Sheet) -> str:
    """Return words in one line, without those at the end that have no room."""
    if sheet.width(text(said), look) <= room:
        return said
    least, most = 0, len(said)
    while least < most:
        middle = (least + most + 1) // 2
        fits = sheet.width(text(said[:middle].rstrip() + ELLIPSIS), look) <= room
        least, most = (middle, most) if fits else (least, middle - 1)
    return said[:least].rstrip() + ELLIPSIS


def _room(segment: RunningSegment, line: TextLine, art: RunningArt, section: PaperSection) -> Length:
    """Return how wide words may be at a tab of a header: up to the margins, or to a picture in the same height."""
    at = section.left + pt(segment.at)
    left, right = section.left, section.left + section.text_width
    top, bottom = pt(line.y), pt(line.y + line.height)
    for frame in _pictures(art):
        if frame.y >= bottom or frame.bottom <= top or frame.width >= section.text_width:
            continue
        if frame.x >= at:
            right = min(right, frame.x - GAP)
        elif frame.right <= at:
            left = max(left, frame.right + GAP)
    room = {"left": right - at, "right": at - left}.get(segment.align, min(at - left, right - at) * 2)
    return max(Length(0), room)


def _pictures(art: RunningArt) -> Iterator[Rect]:
    yield from (picture.frame for picture in art.pictures)
    yield from (mark.frame for mark in art.decor if not isinstance(mark, Lettering))


def cover_unit(report: Report, room: Length, sheet: Sheet, findings: Findings, where: Location) -> tuple[str, float]:
    """Return organisation and department in one line of the cover, and its size in parts of that of its style.

    Where both have no room the organisation stands alone, then smaller. FIT001: it has no room at the smallest.
    """
    meta, look = report.meta, sheet.front["cover_unit"]
    both = words.UNIT_GAP.in_(meta.language).join(part for part in (meta.organisation, meta.department) if part)
    alone = meta.organisation or meta.department
    for unit, part in ((both, 1.0), (alone, 1.0), *((alone, part) for part in SMALLER_UNITS)):
        if sheet.width(text(unit), replace(look, size=look.size * part)) <= room:
            return unit, part
    findings.add(
        error(
            "FIT001",
            "封面上单位一行放不下",
            "the organisation does not fit a line of the cover",
            where,
            Phrase("缩短 organisation，部门写在 department", "shorten `organisation`; the department has a field of its own"),
        )
    )
    return alone, SMALLER_UNITS[-1]
