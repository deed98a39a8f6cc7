from __future__ import annotations

import datetime as dt
import io

import pptx
import pytest

from engine.probe.measured import Stated, measured, page_count
from tests.support.foreign import document, say, slides
from tests.support.raw_pdf import RawPage, line, raw_pdf


def test_slides_are_counted_without_those_that_are_hidden() -> None:
    deck = pptx.Presentation(io.BytesIO(slides(say("一"), say("二"))))
    deck.slides[1]._element.set("show", "0")
    out = io.BytesIO()
    deck.save(out)
    assert measured("pptx", out.getvalue()).pages == 3


def test_what_a_deck_says_of_its_data() -> None:
    deck = pptx.Presentation(io.BytesIO(slides(say("来源：交易中台，数据截至 6 月 20 日"), say("数据截至 6 月 20 日"))))
    deck.slides[0].shapes[0].text_frame.text = "2025 年上半年述职"
    deck.core_properties.modified = dt.datetime(2025, 7, 8, 9, 0)  # noqa: DTZ001  as python-pptx wants it
    out = io.BytesIO()
    deck.save(out)
    found = measured("pptx", out.getvalue())
    assert found.period == (dt.date(2025, 1, 1), dt.date(2025, 6, 30))
    assert found.saved == dt.date(2025, 7, 8)
    assert found.stated == (Stated(2, "数据截至 6 月 20 日", dt.date(2025, 6, 20)),)


def test_a_document_has_no_pages_before_it_is_opened() -> None:
    found = measured(
        "docx", document(lambda made: made.add_paragraph("2025年上半年总结"), lambda made: made.add_paragraph("数据截至 2025-05-31"))
    )
    assert (found.pages, [each.page for each in found.stated]) == (None, [0])


def test_a_pdf() -> None:
    blob = raw_pdf(RawPage(line("H1 2025 Review", 700)), RawPage(line("Data as of 31 May 2025", 700)))
    found = measured("pdf", blob)
    assert (found.pages, found.period) == (2, (dt.date(2025, 1, 1), dt.date(2025, 6, 30)))
    assert found.stated == (Stated(2, "Data as of 31 May 2025", dt.date(2025, 5, 31)),)
    assert page_count(blob) == 2


@pytest.mark.parametrize("format_name", ["pptx", "docx", "pdf"])
def test_what_is_no_such_file(format_name: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        measured(format_name, b"garbage")
