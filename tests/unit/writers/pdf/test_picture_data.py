from __future__ import annotations

import pytest

from engine.writers.pdf.picture_data import data_address


@pytest.mark.parametrize(
    ("blob", "address"),
    [
        (b"\x89PNG\r\n\x1a\n", "data:image/png;base64,iVBORw0KGgo="),
        (b"\xff\xd8\xff", "data:image/jpeg;base64,/9j/"),
        (b"GIF8", "data:image/gif;base64,R0lGOA=="),
        (b"what", "data:application/octet-stream;base64,d2hhdA=="),
    ],
)
def test_the_first_bytes_say_what_a_picture_is(blob: bytes, address: str) -> None:
    assert data_address(blob) == address
