"""Files whose faults show only once they are drawn, and files that look like them and have none."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from tests.support import seeds_docx
from tests.support.foreign import all_of, slides
from tests.support.seed_parts import at, write

Made = Callable[[], bytes]
Row = tuple[object, ...]
LONG = "上半年围绕会员经营、内容种草与转化召回展开三项工作，成交额完成年度目标的一半。" * 4
ENGLISH = "Revenue climbed for three weeks and peaked with the member sale while channels cost less than before. " * 4


def box(words: str, left: float, top: float, width: float, *, wrap: bool = True) -> Callable[[Any], object]:
    """Draw a text box of one inch whose words do not shrink."""

    def draw(slide: Any) -> None:
        at(left, top, width, words=words)(slide)
        slide.shapes[-1].text_frame.word_wrap = wrap

    return draw


def on(*draw: Callable[[Any], object]) -> Made:
    return lambda: slides(all_of(*draw))


def tight(points: float, *lines: str) -> Made:
    """Return what makes a document whose lines have an exact height of so many points, in 14 pt."""

    def make() -> bytes:
        made = docx.Document()
        for each in lines:
            paragraph = made.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            paragraph.paragraph_format.line_spacing = Pt(points)
            paragraph.add_run(each).font.size = Pt(14)
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()

    return make


THREE = ("Revenue climbed for three weeks", "and peaked with the member sale", "while channels cost less")
FAULTS: list[Row] = [
    ("FIT030", "pptx", on(box(LONG, 1, 1, 3))),
    ("FIT030", "pptx", on(box(ENGLISH, 1, 1, 3))),
    ("FIT030", "pptx", on(box("一行不换行的文字比它的框宽得多", 1, 1, 1, wrap=False))),
    ("FIT031", "pptx", on(box(LONG, 1, 1, 3), box("下面的一段话也有一行", 1, 2.2, 3))),
    ("FIT031", "pptx", on(box(ENGLISH, 1, 1, 3), box("The text below it", 1, 2.5, 3))),
    ("FIT031", "pptx", on(box("第一句话写在这里", 1, 1, 4), box("第二句话写在那里", 1.1, 1.05, 4))),
    *(("FIT033", "docx", made) for made in seeds_docx.CUT_OFF),
    ("FIT032", "docx", tight(4, *THREE)),
    ("FIT032", "docx", tight(3, "上半年成交额完成一半", "其余要靠下半年的四场活动", "会员复购是重点")),
    ("FIT032", "docx", tight(5, *THREE, "than before")),
]
CLEAN: list[Row] = [
    ("FIT030", "pptx", on(box("一句话", 1, 1, 3))),
    ("FIT030", "pptx", on(box("Revenue climbed", 1, 1, 4), box("下面的一句", 1, 3, 4))),
    ("FIT030", "pptx", on(box("一行", 1, 1, 3, wrap=False))),
    ("FIT031", "pptx", on(box("一句话", 1, 1, 3), box("下面的一句", 1, 2.2, 3))),
    ("FIT031", "pptx", on(box(LONG, 1, 1, 3))),
    ("FIT031", "pptx", on(box("左边", 1, 1, 2), box("右边", 4, 1, 2))),
    *(("FIT033", "docx", made) for made in seeds_docx.WHOLE),
    ("FIT032", "docx", tight(18, *THREE)),
    ("FIT032", "docx", tight(24, "上半年成交额完成一半", "其余要靠下半年的四场活动")),
    ("FIT032", "docx", seeds_docx.of(write(LONG))),
]
