"""Running header and footer: report and chapter above, unit, classification and page number below, or what the company has there."""

from __future__ import annotations

from engine.base.records import dataclass, replace
from engine.base.units import Length, Point, Rect, inch, pt
from engine.brand.paper_style import PaperSection, RunningArt, RunningPiece, RunningSegment, TextLine
from engine.model.blocks import Align
from engine.model.deck import Anchor, Line, Picture, Run, Shape, Stroke, TextTag
from engine.model.inlines import text
from engine.model.theme import Color
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.geometry import LINE as RUNNING_LINE
from engine.plan.paper.geometry import RULE_ABOVE, RULE_BELOW, PageFrame
from engine.plan.paper.looks import Look, Voice

LINE = pt(14)
PAGE_NUMBER = inch(0.6)
_ALIGN = {"center": Align.CENTER, "right": Align.RIGHT}


@dataclass(frozen=True, slots=True)
class Running:
    """`header` and `footer` stand at the left of every page but the cover; `pages` is their number, as it is printed."""

    header: str
    footer: str
    pages: str = ""

    def draw(self, chapter: str, number: str, frame: PageFrame, canvas: Canvas, section: PaperSection | None = None) -> None:
        """Draw both; a `section` with parts of the company's own has these, and nothing where the template has neither."""
        drawn = {art.tag for art in section.art} if section is not None else set()
        present = {each.tag for each in section.running} if section is not None else {"header", "footer"}
        for art in section.art if section is not None else ():
            self._draw_art(art, chapter, number, (frame, canvas))
        if "header" in present - drawn:
            self._draw_header(chapter, frame, canvas)
        if "footer" in present - drawn:
            self._draw_footer(number, frame, canvas)

    def _draw_header(self, chapter: str, frame: PageFrame, canvas: Canvas) -> None:
        body = frame.body
        quiet = replace(canvas.sheet.front["header"], pitch=14.0, align=Align.LEFT)
        half = body.width.over(2)
        top = Rect(body.x, frame.header, half, LINE)
        canvas.line("header", top, text(self.header), quiet, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)
        right = replace(quiet, align=Align.RIGHT)
        canvas.line("chapter", top.moved(dx=half), text(chapter), right, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)
        if any(rule.side == "bottom" for rule in quiet.rules):
            canvas.rule("header-rule", Point(body.x, top.y + RUNNING_LINE + RULE_BELOW), body.width, "line", 0.75)

    def _draw_footer(self, number: str, frame: PageFrame, canvas: Canvas) -> None:
        body, bottom = frame.body, frame.size.height
        quiet = replace(canvas.sheet.front["footer"], pitch=14.0, align=Align.LEFT)
        foot = Rect(body.x, bottom - frame.footer - RUNNING_LINE, body.width - PAGE_NUMBER, LINE)
        if any(rule.side == "top" for rule in quiet.rules):
            canvas.rule("footer-rule", Point(body.x, foot.y - RULE_ABOVE), body.width, "line", 0.75)
        canvas.line("footer", foot, text(self.footer), quiet, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)
        strong = replace(quiet, align=Align.RIGHT, size=10.0, bold=True, color="ink")
        page = Rect(body.right - PAGE_NUMBER, foot.y, PAGE_NUMBER, LINE)
        canvas.line("page-number", page, text(number), strong, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)

    def _draw_art(self, art: RunningArt, chapter: str, number: str, page: tuple[PageFrame, Canvas]) -> None:
        frame, canvas = page
        for shape in art.shapes:
            name = canvas.unique(f"{art.tag}-shape")
            if shape.is_line and shape.stroke is not None:
                canvas.add(Line(name, Point(shape.frame.x, shape.frame.y), Point(*_end(shape.frame)), Stroke(shape.stroke, shape.width)))
            elif not shape.is_line:
                canvas.add(Shape(name, shape.frame, fill=shape.fill, stroke=Stroke(shape.stroke, shape.width) if shape.stroke else None))
        for picture in art.pictures:
            canvas.add(Picture(canvas.unique(f"{art.tag}-picture"), picture.frame, picture.name, picture.blob, ""))
        for rule in art.rules:
            stroke = Stroke(rule.color, rule.width)
            canvas.add(Line(canvas.unique(f"{art.tag}-rule"), Point(rule.x, rule.y), Point(rule.x + rule.length, rule.y), stroke))
        words = {"title": self.header, "footer": self.footer, "contents": chapter, "chapter": chapter, "page": number, "pages": self.pages}
        for line in art.lines:
            for segment in line.segments:
                _draw_segment(art.tag, segment, line, words, (frame, canvas))


def draw_cover_art(section: PaperSection, running: Running, frame: PageFrame, canvas: Canvas) -> None:
    """Draw what of the company stands on a cover."""
    running.draw("", "", frame, canvas, replace(section, running=()))


def _end(frame: Rect) -> tuple[Length, Length]:
    """Return where a line ends: straight along the longer side of its frame."""
    return (frame.right, frame.y) if frame.width >= frame.height else (frame.x, frame.bottom)


def _draw_segment(tag: str, segment: RunningSegment, line: TextLine, words: dict[str, str], page: tuple[PageFrame, Canvas]) -> None:
    frame, canvas = page
    body, sheet = frame.body, canvas.sheet
    runs = tuple(run for piece in segment.pieces if (run := _run(piece, words, canvas)) is not None)
    if not runs:
        return
    pitch = line.pitch if line.pitch < max(run.size for run in runs) * 2.5 else max(run.size for run in runs) * 1.3
    look = Look(runs[0].size, pitch, Voice.SANS, align=_ALIGN.get(segment.align, Align.LEFT), tag=TextTag.RUNNING)
    at = body.x + pt(segment.at)
    edges = {"left": (at, body.right), "right": (body.x, at), "center": (at - body.width.over(2), at + body.width.over(2))}
    left, right = edges[segment.align]
    wide = sum((sheet.width(text(run.text), replace(look, size=run.size, bold=run.bold)) for run in runs), Length(0)) + pt(2)
    if right - left < wide:
        right = left + wide
    place = Rect(left, pt(line.y + line.before + line.pitch - pitch), right - left, pt(pitch))
    canvas.runs(f"{tag}-text", place, runs, look, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)


def _run(piece: RunningPiece, words: dict[str, str], canvas: Canvas) -> Run | None:
    said = piece.text if piece.kind == "text" else words.get(piece.kind, "")
    if not said:
        return None
    color = canvas.sheet.color(f"#{piece.color}") if piece.color else Color("000000")
    return Run(said, piece.size, color, piece.bold, canvas.sheet.face(Voice.SANS), None, None, None)
