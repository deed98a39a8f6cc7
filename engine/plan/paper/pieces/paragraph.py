"""A paragraph on pages: set lines, divided so that two lines stay together on either side."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.deck import BulletMark, Run
from engine.model.inlines import Span, Text
from engine.model.paper import HEADINGS, PaperParagraph, ParagraphRole
from engine.plan.paper.canvas import Canvas, SetLines
from engine.plan.paper.looks import Look
from engine.plan.paper.sheet import Sheet, em
from engine.plan.paper.typeset import SetText

BAR, BAR_GAP = pt(2.25), pt(10)
"""The bar at the left of a quotation."""

USUAL_SIGN = "•"
"""What stands for the sign of a bullet that the family of the PDF lacks."""
DRAWN_SIGNS = {"•": ("●", 0.45), "·": ("●", 0.3), "▪": ("■", 0.42), "○": ("○", 0.6), "●": ("●", 0.6), "■": ("■", 0.5)}
"""How signs are drawn, and how large in parts of the text: Chinese families have no dot for lists."""
TOGETHER = 2
"""Lines that stay together at the foot and at the head of a page."""


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    """`width` is the measure it was set in. A `tail` goes on from another page: without number and first-line indent.

    `loose` are the lines that a program needs more when it does not tighten lines as we do.
    """

    role: ParagraphRole
    look: Look
    runs: tuple[Run, ...]
    lines: SetText
    width: Length
    mark: BulletMark | None = None
    bookmark: str = ""
    keep_next: bool = False
    tail: bool = False
    loose: int = 0

    @property
    def before(self) -> float:
        return 0.0 if self.tail else self.look.before + self._ruled("top")

    @property
    def after(self) -> float:
        return self.look.after + self._ruled("bottom")

    def _ruled(self, side: str) -> float:
        """Return what a rule above or below the text takes."""
        return sum(rule.space + rule.width for rule in self.look.rules if rule.side == side)

    @property
    def height(self) -> float:
        return self.lines.count * self.look.pitch

    @property
    def least(self) -> float:
        count = self.lines.count
        return (count if count < TOGETHER * 2 else TOGETHER) * self.look.pitch

    @property
    def bookmarks(self) -> tuple[str, ...]:
        return (self.bookmark,) if self.bookmark else ()

    def divided(self, room: float) -> tuple[ParagraphPiece, ParagraphPiece] | None:
        count = min(int((room + 0.01) / self.look.pitch), self.lines.count - TOGETHER)
        if count < TOGETHER:
            return None
        cut = self.lines.starts[count - 1]
        head = SetText(self.lines.starts[: count - 1], self.lines.spacing[:count])
        rest = SetText(tuple(start - cut for start in self.lines.starts[count:]), self.lines.spacing[count:])
        first = replace(self, runs=tuple(cut_runs(self.runs, 0, cut)), lines=head, look=replace(self.look, after=0.0))
        mark = replace(self.mark, text="", scale=0.0) if self.mark else None
        second = replace(
            self,
            runs=tuple(cut_runs(self.runs, cut, None)),
            lines=rest,
            look=replace(self.look, first=0.0),
            mark=mark,
            bookmark="",
            tail=True,
            loose=0,
        )
        return first, second

    def draw(self, at: Point, canvas: Canvas) -> None:
        left = em(self.look, self.look.left)
        first = em(self.look, self.look.first) if self.look.first else ZERO
        mark, x = self.mark, at.x + left
        if mark is not None and not mark.text:
            x, mark = x + mark.indent, None
        frame = Rect(x, at.y, at.x + self.width - x, ZERO)
        self._draw_ground(at, canvas)
        if self.role is ParagraphRole.QUOTE and any(rule.side == "left" for rule in self.look.rules):
            bar = Rect(at.x + left - BAR_GAP, at.y + pt(2), BAR, pt(self.height - 3))
            canvas.fill("quote-bar", bar, "p200")
        canvas.paragraph(self.role.value, frame, SetLines(self.runs, self.lines, self.look, mark, first), bookmark=self.bookmark)

    def _draw_ground(self, at: Point, canvas: Canvas) -> None:
        """Draw the shading and the rules of a style above and below its text; the bar of a quotation is ours."""
        left = em(self.look, min(self.look.left, self.look.left + self.look.first))
        frame = Rect(at.x + left, at.y, self.width - left, pt(self.height))
        if self.look.ground:
            canvas.fill("ground", frame, self.look.ground)
        for rule in self.look.rules:
            if rule.side == "top" and not self.tail:
                canvas.rule("rule", Point(frame.x, frame.y - pt(rule.space)), frame.width, f"#{rule.color}", rule.width)
            elif rule.side == "bottom":
                canvas.rule("rule", Point(frame.x, frame.bottom + pt(rule.space)), frame.width, f"#{rule.color}", rule.width)


def cut_runs(runs: tuple[Run, ...], start: int, end: int | None) -> Iterator[Run]:
    """Yield the runs of the characters from `start` to `end` (None: to the last)."""
    at = 0
    for run in runs:
        stop = len(run.text) if end is None else max(0, end - at)
        text = run.text[max(0, start - at) : stop]
        if text:
            yield replace(run, text=text)
        at += len(run.text)


def paragraph_piece(block: PaperParagraph, width: Length, sheet: Sheet) -> ParagraphPiece:
    look = sheet.look(block.role)
    if block.align is not None:
        look = replace(look, align=block.align)
    if block.inset:
        look = replace(look, left=look.left + block.inset)
    text, references = block.text, block.references
    if block.number and block.role in HEADINGS:
        text = Text((Span(block.number), *block.text.spans), block.text.where)
        references = tuple(replace(each, start=each.start + len(block.number), end=each.end + len(block.number)) for each in references)
    mark = _mark(block, look, sheet)
    measure = width - em(look, look.left)
    lines = sheet.set(text, look, measure, first=look.first)
    tightened = any(each < 0 for each in lines.spacing)
    loose = sheet.set(text, replace(look, justified=False), measure, first=look.first).count - lines.count if tightened else 0
    runs = sheet.runs(text, look, references)
    return ParagraphPiece(block.role, look, runs, lines, width, mark, block.bookmark, block.keep_next, loose=max(0, loose))


def _mark(block: PaperParagraph, look: Look, sheet: Sheet) -> BulletMark | None:
    indent = em(look, look.hang)

    def mark(token: str, wished: str) -> BulletMark:
        sign = USUAL_SIGN if sheet.book(look.voice).missing_glyphs(wished) else wished
        drawn, scale = DRAWN_SIGNS.get(sign, (sign, 1.0))
        return BulletMark(sheet.color(token), indent, drawn, scale, sheet.face(look.voice))

    match block.role:
        case ParagraphRole.BULLET:
            wished = sheet.numbers.bullets[0]
            return mark("primary", wished) if wished else BulletMark(sheet.color("primary"), indent)
        case ParagraphRole.BULLET_2:
            return mark("ink3", sheet.numbers.bullets[1])
        case ParagraphRole.NUMBERED:
            return BulletMark(sheet.color(look.color), indent, block.number, 1.0, sheet.face(look.voice))
        case _:
            return None
