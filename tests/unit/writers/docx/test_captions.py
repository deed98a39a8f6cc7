from __future__ import annotations

from engine.writers.docx.captions import CaptionWriter, gap, label, labels
from engine.writers.docx.marks import Marks
from tests.support.paper_sample import flow
from tests.unit.writers.docx.xml_of import caption, words, writer


def written(*captions: tuple[int, int, str]) -> list[str]:
    marks = Marks()
    one = CaptionWriter(writer(marks), marks)
    made = [words(f"<w:p>{one.runs(caption(chapter, sequence, kind))}</w:p>") for chapter, sequence, kind in captions]
    assert all(line[1] == "\u00a0" for line in made)
    return [line.replace("\u00a0", "") for line in made]


def test_the_first_caption_of_a_chapter_sets_its_number() -> None:
    assert written((3, 1, "图"), (3, 2, "图"), (3, 1, "表"), (4, 1, "图")) == [
        r"图{SEQ 章 \r 3 \* ARABIC}3-{SEQ 图 \* ARABIC \r 1}1　各渠道 GMV",
        r"图{SEQ 章 \c \* ARABIC}3-{SEQ 图 \* ARABIC \s 1}2　各渠道 GMV",
        r"表{SEQ 章 \c \* ARABIC}3-{SEQ 表 \* ARABIC \r 1}1　各渠道 GMV",
        r"图{SEQ 章 \r 4 \* ARABIC}4-{SEQ 图 \* ARABIC \r 1}1　各渠道 GMV",
    ]


def test_references_repeat_label_and_number_without_the_title() -> None:
    marks = Marks()
    made = CaptionWriter(writer(marks), marks).runs(caption())
    inside = made.partition('w:name="_fig"/>')[2].partition("<w:bookmarkEnd")[0]
    assert words(f"<w:p>{inside}</w:p>").endswith("}1")


def test_labels_by_bookmark() -> None:
    assert label(caption(2, 3, "表")) == "表\u00a02-3"
    found = labels(flow())
    assert found["_fig_3_1"] == "图\u00a03-1"
    assert len(found) == 11


def test_english_parts_number_and_title_by_spaces() -> None:
    assert (gap(chinese=True), gap(chinese=False)) == ("　", "  ")
