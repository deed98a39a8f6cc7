from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from engine.probe.picture_diff import FINE, picture_change
from tests.support.small_pictures import PALE, SIZE, page, png

BEFORE = png(page())


@pytest.mark.parametrize("shift", [(0.25, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5), (0.75, 0.25), (-0.5, 0.5)])
def test_text_that_moved_by_part_of_a_pixel_is_the_same(shift: tuple[float, float]) -> None:
    assert picture_change(BEFORE, png(page(text_at=(40 + shift[0], 60 + shift[1])))) is None


def test_a_box_whose_edge_falls_between_pixels_is_the_same() -> None:
    assert picture_change(BEFORE, png(page(box_at=(300.5, 119.5)))) is None


@pytest.mark.parametrize("box_at", [(303, 120), (300, 117), (340, 120)])
def test_a_box_that_really_moved_is_found(box_at: tuple[float, float]) -> None:
    change = picture_change(BEFORE, png(page(box_at=box_at)))
    assert change is not None
    assert change.pixels > 40


def test_text_that_moved_by_a_line_or_reads_otherwise_is_found() -> None:
    assert picture_change(BEFORE, png(page(text_at=(40, 68)))) is not None
    assert picture_change(BEFORE, png(page(words="GMV 98,765 -28.4%")), levels=FINE) is not None


def test_a_tint_that_changed_is_found_and_a_pale_box_that_moved() -> None:
    assert picture_change(BEFORE, png(page(panel=(232, 240, 246)))) is not None
    assert picture_change(png(page(fill=PALE)), png(page(fill=PALE, box_at=(312, 120)))) is not None


def test_the_picture_marks_in_red_what_differs() -> None:
    change = picture_change(BEFORE, png(page(box_at=(360, 120))))
    assert change is not None
    with Image.open(io.BytesIO(change.picture)) as marked:
        assert marked.size == SIZE
        assert marked.getpixel((320, 140)) == (208, 32, 48)  # where the box was
        red, green, blue = marked.getpixel((45, 65))  # type: ignore[misc]
        assert min(red, green, blue) > 150  # what stayed is faded


def test_a_hidden_part_may_differ() -> None:
    moved = png(page(box_at=(310, 120)))
    assert picture_change(BEFORE, moved, [(0.6, 0.4, 0.8, 0.62)]) is None


def test_pictures_of_two_sizes_differ_as_a_whole() -> None:
    change = picture_change(png(page().resize((480, 300))), BEFORE)
    assert change is not None
    assert change.pixels == SIZE[0] * SIZE[1]


def test_a_picture_that_would_fill_the_memory_is_not_decoded() -> None:
    chunk = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    huge = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I4sI", 0, b"IDAT", zlib.crc32(b"IDAT"))
    )
    with pytest.raises(OSError, match="decompression bomb"):
        picture_change(huge, BEFORE)


def test_the_same_bytes_are_not_even_opened_and_no_picture_is_told() -> None:
    assert picture_change(b"", b"") is None
    with pytest.raises(OSError, match="cannot identify"):
        picture_change(b"", BEFORE)
