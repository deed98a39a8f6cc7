from __future__ import annotations

import re

import pytest

from engine.base.diagnostics import Findings
from engine.base.units import Rect
from engine.model.blocks import BulletItem, Bullets, Chart, PageBreak, Paragraph
from engine.plan.deck.paginate import Paper, paginate
from engine.plan.deck.sheet import Sheet
from tests.support.charts import chart, series
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import AT, assert_reads, contents, pages, sheet, t

WORDS = Paragraph(t("每一部分只回答一个问题，数字均可追溯到数据表。"), AT)


def bullets(count: int) -> Bullets:
    return Bullets(tuple(BulletItem(t(f"第{n}条")) for n in range(count)), where=AT)


def test_nothing_is_one_empty_page() -> None:
    assert pages() == " @0"
    assert pages(PageBreak()) == " @0"


def test_what_fits_is_one_page_at_full_size() -> None:
    assert pages(WORDS, bullets(5)) == "Paragraph 23 + Bullets 5 @0"


def test_smaller_text_comes_before_a_second_page() -> None:
    assert pages(bullets(12)) == "Bullets 12 @0"
    assert pages(bullets(13)) == "Bullets 13 @2"
    assert_reads(
        pages(bullets(14)),
        """
        Bullets 14 @3
        """,
    )


def test_pages_are_as_few_as_can_be_and_equally_full_in_one_size() -> None:
    assert_reads(
        pages(bullets(30)),
        """
        Bullets 10 @0
        Bullets 10 @0
        Bullets 10 @0
        """,
    )


def test_a_page_break_begins_a_page() -> None:
    assert_reads(
        pages(WORDS, PageBreak(), bullets(2), PageBreak(), PageBreak(), WORDS),
        """
        Paragraph 23 @0
        Bullets 2 @0
        Paragraph 23 @0
        """,
    )


def test_later_pages_have_their_own_area() -> None:
    """A slide without a takeaway holds more: the second page here is twice as high as the first."""

    def frames(page: int) -> Rect:
        return Rect.inches(0, 0, 12, 2 if page == 0 else 4)

    found = paginate((bullets(13),), frames, Paper(sheet(), Findings(), AT))
    assert [contents(page[0][0]) for page in found] == ["Bullets 4", "Bullets 9"]
    broken = paginate((WORDS, PageBreak(), bullets(9)), frames, Paper(sheet(), Findings(), AT))
    assert [contents(page[0][0]) for page in broken] == ["Paragraph 23", "Bullets 9"]


def test_a_block_that_fits_nowhere_stands_alone_and_is_an_error_with_its_place() -> None:
    shares = EVERY_BLOCK["shares"]
    assert_reads(
        pages(WORDS, shares, bullets(2), height=2.4),
        """
        Paragraph 23 @3
        Shares 5 @3
        Bullets 2 @3
        FIT002 content/h1/report.yaml:12:5
        """,
    )


def test_the_error_says_how_much_too_large_in_both_languages() -> None:
    findings = Findings()
    paginate((EVERY_BLOCK["shares"],), lambda _: Rect.inches(0, 0, 12, 2.4), Paper(sheet(), findings))
    (found,) = findings
    assert found.message.zh == "这一块（Shares）缩到最小字号后仍需要版面高度的 157%，也无法再拆分到续页"
    assert found.message.en == "this block (Shares) needs 157 % of the page height at its smallest size and can't be divided over pages"
    assert found.hint and "拆页" in found.hint.zh


def test_a_block_without_a_place_is_blamed_on_its_topic() -> None:
    findings = Findings()
    homeless = Paragraph(t("很长" * 9))
    paginate((homeless,), lambda _: Rect.inches(0, 0, 1, 0.2), Paper(sheet(), findings, AT))
    assert [finding.where for finding in findings] == [AT]


def test_dividing_takes_time_that_grows_with_the_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list twice as long is measured twice as often, not four times: what follows a page is not measured whole for each page."""
    asked: list[int] = []

    def line_count(*_: object) -> int:
        asked.append(1)
        return 1

    monkeypatch.setattr(Sheet, "line_count", line_count)
    counts = []
    for count in (400, 800, 1600):
        asked.clear()
        pages(Bullets(tuple(BulletItem(t(f"第{n}条")) for n in range(count)), where=AT))
        counts.append(len(asked))
    assert counts[1] < counts[0] * 2.2
    assert counts[2] < counts[0] * 4.4


def test_a_chart_of_too_many_bars_is_told_how_many_have_room() -> None:
    findings = Findings()
    bars = Chart(chart("bar", " ".join(f"店{number}" for number in range(40)), series("收入", *range(1, 41))))
    paginate((bars,), lambda _: Rect.inches(0, 0, 12, 4), Paper(sheet(), findings, AT))
    (found,) = findings
    assert found.code == "FIT002" and found.hint is not None
    assert re.fullmatch(r"say top: 1\d, the rest becomes “other”; or a table, if each counts", found.hint.en), found.hint.en
