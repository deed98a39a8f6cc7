from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile

NONE = Phrase("无", "none")


def test_a_check_is_called_by_its_code() -> None:
    assert DrawnCheck("FIT099", ("pptx",), lambda _drawn, _where: iter(())).name == "FIT099"


def test_places_are_slides_pages_or_the_document() -> None:
    assert on_page(DrawnFile("pptx"), 3) == Phrase("第 3 页", "on slide 3")
    assert on_page(DrawnFile("pdf"), 3) == Phrase("第 3 页", "on page 3")
    assert on_page(DrawnFile("docx"), 0) == Phrase("文档里", "in the document")


def test_words_are_quoted_by_their_beginning() -> None:
    assert quoted("一句\n话", NONE).zh == "“一句 话”"
    assert quoted("一二三四五六七八九十一二三四五六七", NONE).en == "“一二三四五六七八九十一二三四五六…”"
    assert quoted("  ", NONE) == NONE
