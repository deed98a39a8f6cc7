from __future__ import annotations

import io

import pytest
from PIL import Image

from engine.base.errors import UsageError
from engine.probe.page_images import contact_sheet, drawn_pages, page_pngs, pngs_and_sheet


def pdf(*colors: tuple[int, int, int], size: tuple[int, int] = (160, 90)) -> bytes:
    """Return a PDF with one page of each colour."""
    pages = [Image.new("RGB", size, color) for color in colors]
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:])
    return buffer.getvalue()


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


RED, BLUE = (200, 30, 30), (30, 30, 200)


def test_every_page_is_a_picture_of_the_width_asked_for() -> None:
    pictures = [opened(png) for png in page_pngs(pdf(RED, BLUE), 320)]
    assert [picture.size for picture in pictures] == [(320, 180), (320, 180)]
    centres = [picture.getpixel((160, 90)) for picture in pictures]
    assert centres == [pytest.approx(RED, abs=8), pytest.approx(BLUE, abs=8)]


def test_the_same_pdf_gives_the_same_pictures() -> None:
    source = pdf(RED, BLUE)
    first = page_pngs(source)
    assert page_pngs(source) == first
    assert pngs_and_sheet(source) == (first, contact_sheet(drawn_pages(source, 1280)))


def test_a_sheet_has_four_columns_and_as_many_rows_as_needed() -> None:
    sheet = opened(contact_sheet(drawn_pages(pdf(*[RED] * 5), 320)))
    assert sheet.size == (16 + 4 * 336, 16 + 2 * (180 + 26))
    assert sheet.getpixel((16 + 160, 16 + 206 + 90)) == pytest.approx(RED, abs=8)  # the fifth page opens the second row
    assert sheet.getpixel((16 + 336 + 160, 16 + 206 + 90)) == (226, 230, 233)


def test_few_pages_make_a_narrow_sheet() -> None:
    assert opened(contact_sheet(drawn_pages(pdf(RED, BLUE), 320), columns=4, cell_width=100)).width == 16 + 2 * 116


def test_each_page_stands_above_its_number() -> None:
    one, two = (opened(contact_sheet(drawn_pages(pdf(*colors), 320))) for colors in ((RED,), (RED, RED)))
    caption = (16, 200, 336, 222)
    assert one.crop(caption).tobytes() == two.crop(caption).tobytes()
    assert two.crop(caption).tobytes() != two.crop((352, 200, 672, 222)).tobytes()


def test_pages_of_two_sizes_keep_their_proportions() -> None:
    tall = drawn_pages(pdf(BLUE, size=(90, 160)), 90)
    sheet = opened(contact_sheet([*drawn_pages(pdf(RED), 160), *tall], cell_width=90))
    assert sheet.height == 16 + 160 + 26


def test_no_page_is_no_sheet() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        contact_sheet([])


def test_a_damaged_pdf_is_told_in_words() -> None:
    with pytest.raises(UsageError, match="the PDF is damaged and cannot be opened"):
        page_pngs(b"%PDF-1.7 and then nothing")


def test_the_first_pages_may_be_kept_and_the_sheet_still_shows_all() -> None:
    source = pdf(RED, BLUE)
    few, sheet = pngs_and_sheet(source, 640, first=1)
    assert few == page_pngs(source, 640)[:1]
    assert opened(sheet).size == (16 + 2 * 336, 16 + 180 + 26)
