"""The judge of adopted templates finds what is wrong on drawn pages, and every template beside this project passes it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from engine.probe.office_render import pdf_of
from tests.gate.__main__ import ROOT, VALIDATOR
from tests.gate.adopted import judged_template, samples
from tests.gate.page_laws import faults, said_in, where_on
from tests.gate.shown import ShownPage, shown_pages

TEMPLATES = ROOT.parent / "shared" / "samples"
NOTHING = said_in("")


def page(tmp_path: Path, *texts: tuple[str, float, float, str]) -> ShownPage:
    """Draw a slide with a dark picture-like band at its left; texts stand at x and y inches in a colour."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    band = slide.shapes.add_shape(1, Inches(0), Inches(0), Inches(4), Inches(7.5))
    band.fill.solid()
    band.fill.fore_color.rgb = RGBColor(0x20, 0x30, 0x40)
    band.line.fill.background()
    for words, x, y, color in texts:
        frame = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(5), Inches(0.5)).text_frame
        frame.word_wrap, run = True, frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.color.rgb = words, Pt(14), RGBColor.from_string(color)
    out = io.BytesIO()
    deck.save(out)
    (tmp_path / "a.pptx").write_bytes(out.getvalue())
    return next(iter(shown_pages(pdf_of(tmp_path / "a.pptx"))))


@pytest.mark.office
@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([("Read me", 5, 1, "000000"), ("and me", 1, 1, "FFFFFF")], []),
        ([("Read me", 5, 1, "C0C0C0")], ["'Readme' has a contrast of 1.8 where 4.5 is needed"]),
        ([("Read me", 1, 1, "203040")], ["'Readme' has a contrast of 1.0 where 4.5 is needed"]),
        ([("Read me", 5, 1, "000000"), ("not so", 5.05, 1.05, "000000")], ["'notso' stands on 'Readme'"]),
        ([("Read me", 9.6, 1, "000000")], ["'Readme' reaches … pt off the page"]),
    ],
)
def test_faults_are_found_where_they_are_drawn(tmp_path: Path, texts: list[tuple[str, float, float, str]], found: list[str]) -> None:
    assert [re.sub(r"\d+ pt", "… pt", each) for each in faults(page(tmp_path, *texts), NOTHING)] == found


@pytest.mark.office
def test_what_the_template_says_itself_is_left_out(tmp_path: Path) -> None:
    shown = page(tmp_path, ("Pale", 5, 1, "C0C0C0"), ("7", 5, 2, "D0D0D0"))
    assert list(faults(shown, where_on(shown))) == []
    assert list(faults(shown, said_in("Very Pale 7"))) == []
    other = page(tmp_path, ("Pale", 5, 1, "C0C0C0"), ("12", 5, 2, "D0D0D0"))
    assert list(faults(other, where_on(shown))) == []  # its page number
    assert len(list(faults(shown, where_on(page(tmp_path, ("Other", 5, 3, "000000")))))) == 2


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.skipif(not TEMPLATES.is_dir(), reason="the templates of others are not beside this checkout")
@pytest.mark.parametrize("path", samples(TEMPLATES) if TEMPLATES.is_dir() else [], ids=lambda path: path.stem[:24])
def test_every_template_passes(path: Path, tmp_path: Path) -> None:
    validator = VALIDATOR if VALIDATOR.is_file() else None
    told = [found for found in judged_template(path, validator, tmp_path) if found.findings]
    assert {f"{found.report} {found.judge}": found.findings for found in told} == {}
