"""Files with more or fewer pages than they may have, and with data that end too early by their own words; and files without."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import docx
import pptx

from engine.checks.bounds.definition import Bounds
from tests.support.foreign import say, slides
from tests.support.raw_pdf import RawPage, line, raw_pdf

Made = Callable[[], bytes]
Row = tuple[object, ...]
SAVED = dt.datetime(2025, 7, 8, 9, 0)  # noqa: DTZ001  as the libraries want it
FREE, FEW, MANY = Bounds(), Bounds(None, 3), Bounds(6, None)
AUTUMN, LATE = Bounds(day=dt.date(2025, 9, 1)), Bounds(day=dt.date(2025, 9, 1), lag=70)


def deck(title: str, *words: str, saved: dt.datetime = SAVED, hidden: int = 0) -> Made:
    """Return what makes a deck with a title page, a slide for each of these and a last one, of which some are hidden."""

    def make() -> bytes:
        made = pptx.Presentation(io.BytesIO(slides(*map(say, words))))
        made.slides[0].shapes[0].text_frame.text = title
        for number in range(hidden):
            made.slides[number + 1]._element.set("show", "0")
        made.core_properties.modified = saved
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()

    return make


def paper(title: str, *words: str, saved: dt.datetime = SAVED) -> Made:
    def make() -> bytes:
        made = docx.Document()
        made.add_heading(title, 0)
        for each in words:
            made.add_paragraph(each)
        made.core_properties.modified = saved
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()

    return make


def print_of(title: str, *words: str) -> Made:
    return lambda: raw_pdf(RawPage(line(title, 700)), *(RawPage(line(each, 700)) for each in words))


HALF, REVIEW = "2025 年上半年述职", "H1 2025 Review"
FAULTS: list[Row] = [
    ("RULE010", "pptx", deck(HALF, "一", "二"), FEW),
    ("RULE010", "pptx", deck(HALF, "一", "二"), MANY),
    ("RULE010", "pptx", deck(HALF, "一", "二", "三", hidden=1), FEW),
    ("RULE010", "pdf", print_of(REVIEW, "one", "two", "three"), FEW),
    ("RULE010", "pdf", print_of(REVIEW, "one", "two", "three"), MANY),
    ("RULE010", "pdf", print_of(REVIEW), Bounds(2, 9)),
    ("RULE008", "pptx", deck(HALF, "来源：交易中台，数据截至 2025-05-31"), FREE),
    ("RULE008", "pptx", deck(HALF, "统计周期：2025年1月1日至5月20日"), FREE),
    ("RULE008", "pptx", deck("上半年述职", "数据截至 2025年6月30日"), AUTUMN),
    ("RULE008", "docx", paper(HALF, "数据截至 5 月 31 日"), FREE),
    ("RULE008", "docx", paper("2025年第二季度活动总结", "数据更新至2025年5月"), FREE),
    ("RULE008", "docx", paper("Review", "Data as of 30 June 2025"), AUTUMN),
    ("RULE008", "pdf", print_of(REVIEW, "Data as of 31 May 2025"), FREE),
    ("RULE008", "pdf", print_of("Q2 2025", "Source: CRM, data through Jun 1, 2025"), FREE),
    ("RULE008", "pdf", print_of("Review", "Data cut-off: 2025-06-30"), AUTUMN),
]
CLEAN: list[Row] = [
    ("RULE010", "pptx", deck(HALF, "一"), FEW),
    ("RULE010", "pptx", deck(HALF, "一", "二", "三", hidden=2), FEW),
    ("RULE010", "pptx", deck(HALF, *"一二三四"), MANY),
    ("RULE010", "pdf", print_of(REVIEW, "one", "two"), FEW),
    ("RULE010", "pdf", print_of(REVIEW, *"123456"), MANY),
    ("RULE010", "pdf", print_of(REVIEW, *"123456"), FREE),
    ("RULE008", "pptx", deck(HALF, "数据截至 2025-06-30"), FREE),
    ("RULE008", "pptx", deck(HALF, "数据截至 2025-05-31", saved=dt.datetime(2025, 6, 1)), FREE),  # noqa: DTZ001
    ("RULE008", "pptx", deck(HALF, "去年同期数据截至 2024-06-30", "截至 2025-03-31，会员达到 30 万"), FREE),
    ("RULE008", "pptx", deck(HALF, "数据截至 2025-06-30"), LATE),
    ("RULE008", "docx", paper(HALF, "数据截至 6 月 30 日"), FREE),
    ("RULE008", "docx", paper("2026 年度推广规划", "数据截至 2025-06-30"), FREE),
    ("RULE008", "docx", paper(HALF, "没有写明"), FREE),
    ("RULE008", "pdf", print_of(REVIEW, "Data as of 30 June 2025"), FREE),
    ("RULE008", "pdf", print_of("Review", "Data as of 31 May 2025"), FREE),
    ("RULE008", "pdf", print_of(REVIEW, "Industry data as of 31 December 2024"), FREE),
]
