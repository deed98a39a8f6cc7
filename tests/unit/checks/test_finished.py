from __future__ import annotations

import pytest

from engine.checks.finished import reopened
from tests.support.ledger_report import FORMATS, finished, replaced, rewritten

BLOBS = finished().blobs


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_file_as_it_was_built_agrees_with_its_ledger(format_name: str) -> None:
    opened = reopened(format_name, BLOBS[format_name], "半年小结")
    assert opened is not None
    assert opened.findings == ()
    assert opened.agreement.facts >= 12 and opened.agreement.charts == 2 and opened.agreement.values == 6


@pytest.mark.parametrize(
    ("format_name", "part", "old", "new"),
    [
        ("pptx", r"ppt/slides/slide\d+\.xml", "126.3%", "136.3%"),
        ("pptx", r"ppt/slides/slide\d+\.xml", ">480<", ">481<"),
        ("pptx", r"ppt/charts/chart1\.xml", "<c:v>45", "<c:v>46"),
        ("docx", r"word/document\.xml", ">85%<", ">86%<"),
        ("docx", r"word/document\.xml", ">480<", ">481<"),
        ("docx", r"word/charts/chart1\.xml", "<c:v>45", "<c:v>46"),
    ],
)
def test_a_figure_changed_by_hand_is_found(format_name: str, part: str, old: str, new: str) -> None:
    opened = reopened(format_name, replaced(BLOBS[format_name], part, old, new), "x")
    assert opened is not None
    assert [item.code for item in opened.findings] == ["FACT021"]


def test_words_that_were_edited_are_nobody_s_business() -> None:
    opened = reopened("pptx", replaced(BLOBS["pptx"], r"ppt/slides/slide\d+\.xml", "其中第一周", "第一周就有"), "x")
    assert opened is not None and opened.findings == ()


def test_a_shape_that_was_renamed_is_found_and_one_that_lost_its_words_is_not() -> None:
    renamed = replaced(BLOBS["pptx"], r"ppt/slides/slide\d+\.xml", "topic-1-1/takeaway", "PlaceHolder 2")
    opened = reopened("pptx", renamed, "x")
    assert opened is not None and opened.findings == ()
    emptied = reopened("pptx", replaced(renamed, r"ppt/slides/slide\d+\.xml", ">1,040\u00a0单<", "><"), "x")
    assert emptied is not None and len(emptied.findings) == 1


def test_a_file_without_a_ledger_is_not_judged() -> None:
    bare = rewritten(BLOBS["docx"], lambda name, blob: b"<x/>" if name == "customXml/item1.xml" else blob)
    assert reopened("docx", bare, "x") is None


def test_a_ledger_of_another_format_is_none_of_this_file() -> None:
    def swapped(name: str, blob: bytes) -> bytes:
        return blob.replace(b'"format":"docx"', b'"format":"pptx"') if name == "customXml/item1.xml" else blob

    assert reopened("docx", rewritten(BLOBS["docx"], swapped), "x") is None
