from __future__ import annotations

import pytest

from engine.checks.readings import BoxReader, bare, read_paragraphs

WORDS = ("完成率 ", "92.4%", "，同比 ", "+3.1%", "。")


@pytest.mark.parametrize(
    ("paragraphs", "read"),
    [
        (["完成率 92.4%，同比 +3.1%。"], ("92.4%", "+3.1%")),
        (["完成率92.4%，同比\n+3.1%。"], ("92.4%", "+3.1%")),  # blanks come and go
        (["完成率 93.4%，同比 +3.1%。"], ("93.4%", "+3.1%")),
        (["完成率 92.4%，同比 −3.1%。"], ("92.4%", "−3.1%")),
        (["完成率达 92.4%，同比增长 +3.1%。"], ("92.4%", "+3.1%")),  # typed words were edited
        (["完成率达 192.4%，同比增长 +3.1%。"], ("达192.4%", "+3.1%")),
        (["完成率达 92.45%，同比增长 +3.1%。"], ("达92.45%", "+3.1%")),
        (["完成率达 92.45%；增长 +3.1%。"], (None, None)),
        (["新的一段", "完成率 92.4%，同比 +3.1%。"], ("92.4%", "+3.1%")),  # a paragraph was put before it
        (["新的一段", "完成率 93.4%，同比 +3.1%。"], ("93.4%", "+3.1%")),
        (["另一句话"], (None, None)),
        ([], (None, None)),
    ],
)
def test_what_stands_for_each_fact(paragraphs: list[str], read: tuple[str | None, ...]) -> None:
    assert read_paragraphs(WORDS, paragraphs, 1) == read


def test_a_cell_that_is_one_figure_is_read_whatever_it_says() -> None:
    assert read_paragraphs(("", "12", ""), ["13"], 1) == ("13",)


def test_a_box_gives_each_stretch_once() -> None:
    reader = BoxReader("达成 12\r\n达成 13")
    assert reader.read(("达成 ", "12", "")) == ("12",)
    assert reader.read(("达成 ", "12", "")) == (None,)


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("12", "12"),
        ("7\r\n12\r\n34", "12"),  # neighbours on lines of their own
        ("112", "112"),
        ("12.5", "12.5"),
        ("−12", "−12"),
        ("13", "13"),
        ("", ""),
    ],
)
def test_a_figure_alone_in_its_box(page: str, read: str) -> None:
    assert BoxReader(page).read(("", "12", "")) == (read,)


def test_a_long_box_tells_what_stands_between_the_typed_words() -> None:
    page = "上半年成交 8,215 万元，比去年\r\n同期高，其中直播间贡献了一半以上的增量，门店与社群各占一小半"
    assert BoxReader(page).read(("成交 ", "8,214 万元", "，比去年")) == ("8,215万元",)
    assert BoxReader(page).read(("毛利 ", "8,214 万元", "，比去年")) == (None,)


def test_blanks_do_not_count() -> None:
    assert bare(" 8,214\u00a0万元\n") == "8,214万元"
