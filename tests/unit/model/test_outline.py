from __future__ import annotations

from engine.model.outline import OutlinePage, OutlineTable


def test_the_words_of_a_page_are_its_title_its_paragraphs_and_the_rows_of_its_tables() -> None:
    page = OutlinePage("目标", ("成交",), (OutlineTable((("队", "数"), ("甲", "1"))),))
    assert page.words == ("目标", "成交", "队 | 数", "甲 | 1")
