"""Running header and footer: report and chapter above, unit, classification and page number below."""

from __future__ import annotations

from engine.base.records import dataclass, replace
from engine.base.units import Point, Rect, inch, pt
from engine.model.blocks import Align
from engine.model.deck import Anchor, TextTag
from engine.model.inlines import text
from engine.model.paper import ParagraphRole
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.geometry import LINE as RUNNING_LINE
from engine.plan.paper.geometry import RULE_ABOVE, RULE_BELOW, PageFrame

LINE = pt(14)
PAGE_NUMBER = inch(0.6)


@dataclass(frozen=True, slots=True)
class Running:
    """`header` and `footer` stand at the left of every page but the cover."""

    header: str
    footer: str

    def draw(self, chapter: str, number: str, frame: PageFrame, canvas: Canvas) -> None:
        body, bottom = frame.body, frame.size.height
        quiet = replace(canvas.sheet.look(ParagraphRole.NOTE), pitch=14.0)
        right = replace(quiet, align=Align.RIGHT)
        half = body.width.over(2)
        top = Rect(body.x, frame.header, half, LINE)
        foot = Rect(body.x, bottom - frame.footer - RUNNING_LINE, body.width - PAGE_NUMBER, LINE)
        canvas.line("header", top, text(self.header), quiet, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)
        canvas.line("chapter", top.moved(dx=half), text(chapter), right, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)
        canvas.rule("header-rule", Point(body.x, top.y + RUNNING_LINE + RULE_BELOW), body.width, "line", 0.75)
        canvas.rule("footer-rule", Point(body.x, foot.y - RULE_ABOVE), body.width, "line", 0.75)
        canvas.line("footer", foot, text(self.footer), quiet, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)
        strong = replace(right, size=10.0, bold=True, color="ink")
        page = Rect(body.right - PAGE_NUMBER, foot.y, PAGE_NUMBER, LINE)
        canvas.line("page-number", page, text(number), strong, tag=TextTag.RUNNING, anchor=Anchor.MIDDLE)
