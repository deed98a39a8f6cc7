from __future__ import annotations

import pytest

from engine.sources import long_split
from engine.sources.long_split import FRONT, Split, split


def parts(text: bytes, skip: int = 0) -> Split:
    found = split(text, skip, ord(","))
    assert found is not None
    return found


def test_fields_end_at_delimiters_and_line_ends() -> None:
    found = parts(b"a,bc\nd,e\n")
    assert [int(end) - FRONT for end in found.ends] == [1, 4, 6, 8]
    assert found.records.tolist() == [1, 3]
    assert (found.longest, found.quoted, found.returns) == (3, False, False)
    assert [found.record(0), found.record(1)] == [b"a,bc\n", b"d,e\n"]


def test_a_last_line_without_end_gets_one_and_a_mark_is_skipped() -> None:
    found = parts(b"\xef\xbb\xbfa,b\n1,2", skip=3)
    assert [found.record(0), found.record(1)] == [b"a,b\n", b"1,2\n"]


@pytest.mark.parametrize("piece", [1, 2, 3, 1000])
def test_quotes_hide_what_is_in_them(monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    monkeypatch.setattr(long_split, "_PIECE", piece)
    found = parts(b'a,"b,\n"\r\n"","d"\r\n')
    assert found.records.tolist() == [1, 3]
    assert [found.record(0), found.record(1)] == [b'a,"b,\n"\r\n', b'"","d"\r\n']


@pytest.mark.parametrize("text", [b'a"b\n', b'"a""b"\n', b'"a" ,b\n', b'"a\n', b'a,"\n', b"a\rb\n"])
def test_what_is_not_plain_is_left_to_others(text: bytes) -> None:
    assert split(text, 0, ord(",")) is None
