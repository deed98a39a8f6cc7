"""FIT030 against the ink of LibreOffice's drawing, on 200 random boxes: Chinese, English and mixed, two fonts, six sizes."""

from __future__ import annotations

import io
import random  # noqa: TID251  seeded: the same boxes each time
from pathlib import Path

import numpy as np
import pptx
import pypdfium2
import pytest
from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from engine.checks.rendered import check_rendered
from engine.probe.drawn_pptx import drawn_in_pptx
from engine.probe.office_render import pdf_of

BOXES, SCALE, INK = 200, 2, 160
OVER = 2.0
"""Points by which ink must leave a box to count: what is less is half a pixel of the picture, or the frame of a glyph."""
HAN = "上半年围绕会员经营内容种草与转化召回展开三项工作成交额完成年度目标的一半其余部分要靠下半年四场活动达成"
WORDS = (
    "Revenue",
    "climbed",
    "for",
    "three",
    "weeks",
    "and",
    "peaked",
    "with",
    "the",
    "member",
    "sale",
    "while",
    "channels",
    "cost",
    "less",
)


def words(chance: random.Random, kind: str, count: int) -> str:
    said = ""
    while len(said) < count:
        latin = kind == "en" or (kind == "mixed" and chance.random() < 0.5)
        said += f"{chance.choice(WORDS)} " if latin else "".join(chance.choice(HAN) for _ in range(4))
    return said.strip()


def deck() -> bytes:
    chance = random.Random(7)
    made = pptx.Presentation()
    made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    for _ in range(BOXES):
        size, width, height = chance.choice([10, 12, 14, 18, 24, 32]), chance.uniform(1.5, 6), chance.uniform(0.5, 3)
        kind = chance.choice(["zh", "en", "mixed"])
        room = width * 72 / size * (height * 72 / (size * 1.25))
        count = max(4, int(room * chance.uniform(0.3, 1.9) * {"zh": 1.0, "en": 1.8, "mixed": 1.3}[kind]))
        slide = made.slides.add_slide(made.slide_layouts[6])
        frame = slide.shapes.add_textbox(Inches(3.5), Inches(2), Inches(width), Inches(height)).text_frame
        frame.word_wrap = True
        run = frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.name = (
            words(chance, kind, count),
            Pt(size),
            chance.choice(["Noto Sans CJK SC", "Noto Serif CJK SC"]),
        )
        etree.SubElement(run._r.get_or_add_rPr(), qn("a:ea"), typeface=str(run.font.name))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def overflowing(blob: bytes, pdf: bytes) -> set[int]:
    """Return the slides whose ink leaves their box by more than that."""
    boxes = {each.page: each.box for each in drawn_in_pptx(blob).objects}
    found = set()
    document = pypdfium2.PdfDocument(pdf)
    for number, box in boxes.items():
        assert box is not None
        down, across = np.where(np.asarray(document[number - 1].render(scale=SCALE).to_pil().convert("L")) < INK)
        left, right, top, bottom = (each / SCALE for each in (across.min(), across.max() + 1, down.min(), down.max() + 1))
        if max(box.x - left, right - box.right, box.y - top, bottom - box.bottom) > OVER:
            found.add(number)
    document.close()
    return found


@pytest.mark.office
@pytest.mark.slow
def test_no_overflow_is_missed_and_few_are_imagined(tmp_path: Path) -> None:
    file = tmp_path / "boxes.pptx"
    file.write_bytes(deck())
    pdf = pdf_of(file)
    real = overflowing(file.read_bytes(), pdf)
    told = _pages(file.read_bytes(), pdf)
    assert 40 < len(real) < 160
    assert real - told == set()
    assert len(told - real) <= 0.03 * BOXES


def _pages(blob: bytes, pdf: bytes) -> set[int]:
    found = [item.message.zh for item in check_rendered(blob, pdf, "boxes.pptx") if item.code == "FIT030"]
    return {int(message.split()[1]) for message in found}
