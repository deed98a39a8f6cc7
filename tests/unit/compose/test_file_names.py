from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.compose.file_names import MAX_BYTES, file_name


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("2025上半年述职", "2025上半年述职"),
        ("Q3/Q4: 计划?", "Q3 Q4 计划"),
        ("../../etc/passwd", "etc passwd"),
        ("a\nb\x00c", "a b c"),
        ("报告\u202e", "报告"),
        (" 报告. ", "报告"),
        ("CON", "CON_"),
        ("nul.txt", "nul.txt_"),
        ("...", "r"),
        ("", "r"),
        ("e\u0301", "\u00e9"),
        ("长" * 60, "长" * 40),
    ],
)
def test_names_are_safe(wish: str, name: str) -> None:
    assert file_name(wish, "r") == name


@given(st.text(max_size=300))
def test_every_name_is_usable(wish: str) -> None:
    name = file_name(wish, "r")
    assert name
    assert len(name.encode("utf-8", "replace")) <= MAX_BYTES
    assert not set(name) & set('\\/:*?"<>|\0\n')
    assert name == name.strip(". ")
