from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from engine.writers.pptx.emit import DEFINITION, emit
from tests.unit.writers.pptx.sample_deck import WORKSPACE, harbor, sample_deck


@pytest.fixture(scope="module")
def blob() -> bytes:
    return emit(sample_deck(), harbor(), WORKSPACE)


def test_the_same_deck_gives_the_same_bytes(blob: bytes) -> None:
    assert emit(sample_deck(), harbor(), WORKSPACE) == blob


def test_python_pptx_reads_back_what_the_plan_says(blob: bytes) -> None:
    deck = Presentation(io.BytesIO(blob))
    told = [
        f"{slide.slide_layout.name}: {slide.shapes.title.text_frame.text!r}, {len(list(slide.placeholders))} placeholders, notes {slide.has_notes_slide}"
        for slide in deck.slides
    ]
    assert told == [
        "封面 Cover: '2025 年上半年\\x0b活动运营述职报告', 5 placeholders, notes True",
        "目录 Agenda: '目录', 2 placeholders, notes False",
        "章节 Divider: '上半年业绩回顾', 4 placeholders, notes False",
        "内容 Content: '上半年净超额 840 万元，其中 77% 来自 618', 5 placeholders, notes True",
        "空白 Blank: '形状一览', 2 placeholders, notes False",
        "总结 Closing: '以全周期经营为主线，下半年冲刺 17,000 万元', 5 placeholders, notes False",
    ]
    named = {shape.name: shape for shape in deck.slides[3].shapes}
    assert named["topic-2-1/takeaway"].placeholder_format.idx == 13
    assert named["topic-2-1/title"].width == harbor().layout("content").slot("title").frame.width  # inherited
    assert named["topic-2-1/targets"].table.cell(2, 0).text == "开年焕新"
    assert [round(value) for value in named["topic-2-1/gmv"].chart.plots[0].series[0].values] == [2268, 1044, 2090, 1455]
    assert deck.slides[3].notes_slide.notes_text_frame.text == "先讲核心目标，再讲预算。"


def test_every_run_has_its_fonts_size_and_language(blob: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        pages = [package.read(name).decode() for name in package.namelist() if re.match(r"ppt/(slides|notesSlides)/\w+\.xml", name)]
    styles = [style for page in pages for style in re.findall(r"<a:rPr [^>]*>.*?</a:rPr>", page)]
    assert len(styles) > 40
    for style in styles:
        assert re.match(r'<a:rPr lang="zh-CN" altLang="en-US" sz="\d+" b="[01]"', style)
        assert "<a:latin " in style and "<a:ea " in style and "<a:cs " in style


def test_an_independent_validator_finds_nothing(blob: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sample.pptx"
    path.write_bytes(blob)
    assert [str(item) for item in OpenXmlValidator().validate(path).errors] == []


def test_definition() -> None:
    assert (DEFINITION.name, DEFINITION.suffix) == ("pptx", "pptx")


def test_a_deck_of_no_slides_is_still_a_file() -> None:
    empty = emit(replace(sample_deck(), slides=(), sections=()), harbor(), WORKSPACE)
    assert len(Presentation(io.BytesIO(empty)).slides) == 0
