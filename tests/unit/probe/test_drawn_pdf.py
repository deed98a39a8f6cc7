from __future__ import annotations

import pytest

from engine.probe.drawn import DrawnFont
from engine.probe.drawn_pdf import drawn_in_pdf
from tests.support.raw_pdf import RawPage, line, lines, raw_pdf


def test_fonts_sizes_and_words() -> None:
    drawn = drawn_in_pdf(raw_pdf(RawPage(f"{line('Large', 700, 20)}\n{line('Small', 600, 6)}\n{line('Small again', 500, 6)}")))
    assert drawn.fonts == (DrawnFont("Helvetica", embedded=False),)
    assert [(each.page, each.words, each.size) for each in drawn.texts] == [(1, "Large", 20.0), (1, "Small", 6.0)]


def test_a_text_is_as_large_as_it_is_seen() -> None:
    (text,) = drawn_in_pdf(raw_pdf(RawPage(f"q 0.5 0 0 0.5 0 0 cm {line('Half', 700, 20)} Q"))).texts
    assert text.size == 10.0


def test_headings_and_figures_come_from_the_tags() -> None:
    content = "\n".join(line("Words", 700 - 20 * n, number=n) for n in range(4))
    page = RawPage(content, (("H1", ""), ("Figure", "Revenue by month"), ("P", ""), ("H2", "")))
    drawn = drawn_in_pdf(raw_pdf(page))
    assert [(each.level, each.is_last) for each in drawn.headings] == [(1, False), (2, True)]
    assert [each.alt for each in drawn.pictures] == ["Revenue by month"]


def test_a_picture_tells_the_size_at_which_it_is_placed() -> None:
    (picture,) = drawn_in_pdf(raw_pdf(RawPage("q 200 0 0 100 72 300 cm /Im1 Do Q"), picture=(40, 20))).pictures
    assert (picture.width, picture.height, picture.pixels, picture.decorative) == (200.0, 100.0, (40, 20), True)


def test_a_picture_on_every_page_is_told_once() -> None:
    logo = RawPage("q 200 0 0 100 72 300 cm /Im1 Do Q")
    assert [each.page for each in drawn_in_pdf(raw_pdf(logo, logo, picture=(40, 20))).pictures] == [1]


def test_a_picture_of_one_colour_is_a_ground_not_a_picture() -> None:
    assert drawn_in_pdf(raw_pdf(RawPage("q 200 0 0 100 72 300 cm /Im1 Do Q"), picture=(1, 1))).pictures == ()


def test_a_page_that_a_picture_covers_is_neither_full_nor_empty() -> None:
    scanned = RawPage(f"q 595 0 0 842 0 0 cm /Im1 Do Q {line('Page 1', 20)}")
    assert drawn_in_pdf(raw_pdf(scanned, picture=(40, 20))).pages[0].filled is None


def test_a_large_picture_fills_its_part_of_a_page() -> None:
    filled = drawn_in_pdf(raw_pdf(RawPage("q 590 0 0 560 2 200 cm /Im1 Do Q"), picture=(40, 20))).pages[0].filled
    assert filled is not None and filled > 0.7


def test_words_beside_the_page_stand_on_nothing() -> None:
    assert drawn_in_pdf(raw_pdf(RawPage(f"{line('Seen', 300)}\n{line('Below the foot', -40)}"))).inks[0].words == "Seen"
    assert len(drawn_in_pdf(raw_pdf(RawPage(line("Below the foot", -40)))).inks) == 0


def test_links_to_pages_that_are_there_are_not_told() -> None:
    assert drawn_in_pdf(raw_pdf(RawPage(links=(0,)))).broken_links == ()
    assert [each.page for each in drawn_in_pdf(raw_pdf(RawPage(), RawPage(links=(5, 1)))).broken_links] == [2]


@pytest.mark.parametrize(
    ("content", "least", "most"),
    [("", 0.0, 0.0), (lines(2), 0.04, 0.07), (lines(30), 0.7, 0.8), (line("Page 1", 20), 0.0, 0.0), ("0 0 595 842 re f", 0.0, 0.0)],
    ids=["empty", "two-lines", "full", "footer", "ground"],
)
def test_how_full_a_page_is(content: str, least: float, most: float) -> None:
    filled = drawn_in_pdf(raw_pdf(RawPage(content))).pages[0].filled
    assert filled is not None
    assert least <= filled <= most


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        drawn_in_pdf(b"no PDF")
