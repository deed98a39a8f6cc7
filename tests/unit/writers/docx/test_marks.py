from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from engine.model.printed import TextPlace
from engine.writers.docx.marks import Marks, Piece, bookmark_name
from tests.support.paper_sample import week_chart


def test_targets_are_related_once_but_every_chart_for_itself() -> None:
    marks, figure = Marks(first_relation=11), week_chart().figure
    assert [marks.relate(target) for target in ("https://a", b"picture", "https://a", b"picture", figure, figure)] == [
        "rId11", "rId12", "rId11", "rId12", "rId13", "rId14",
    ]  # fmt: skip
    assert marks.targets == ["https://a", b"picture", figure, figure]


def test_drawings_and_bookmarks_are_counted() -> None:
    marks = Marks()
    assert (marks.drawing(), marks.drawing()) == (1, 2)
    assert marks.bookmarked("_a", "x") == '<w:bookmarkStart w:id="1" w:name="_a"/>x<w:bookmarkEnd w:id="1"/>'
    assert marks.bookmarked("_b", "y").startswith('<w:bookmarkStart w:id="2"')
    assert marks.bookmarked("", "z") == "z"


def test_plain_names_stay_what_they_are() -> None:
    assert bookmark_name("_Toc_3_1") == "_Toc_3_1"
    assert bookmark_name("topic-3-1") == "topic_3_1"


@given(st.text(max_size=80))
def test_every_name_is_one_that_word_takes(name: str) -> None:
    made = bookmark_name(name)
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", made)
    assert bookmark_name(name) == made


def test_every_fact_is_anchored_by_a_hidden_bookmark_and_noted() -> None:
    marks = Marks(here="（一） 目标")
    made = marks.anchored([Piece("完成 ", None, "<a/>"), Piece("92.4%", "gmv", "<b/>"), Piece("", None, ""), Piece("。", None, "<c/>")])
    assert made == '<a/><w:bookmarkStart w:id="1" w:name="_Fact1"/><b/><w:bookmarkEnd w:id="1"/><c/>'
    assert marks.texts == [TextPlace(0, "（一） 目标", ("完成 ", "92.4%", "。"), ("gmv",), anchors=("_Fact1",))]


def test_a_fact_of_several_looks_is_one_and_typed_words_are_none() -> None:
    marks = Marks()
    assert marks.anchored([Piece("92", "gmv", "<a/>"), Piece(".4%", "gmv", "<b/>")]).count("bookmarkStart") == 1
    assert marks.anchored([Piece("目标", None, "<c/>")]) == "<c/>"
    assert len(marks.texts) == 1
