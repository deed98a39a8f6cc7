from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Phrase
from engine.base.units import Rect
from engine.brand.adopt.yaml_text import comment, frame_text, scalar
from engine.brand.yaml_file import read_yaml


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_written_reads_back_in_a_flow_collection(text: str) -> None:
    file = read_yaml(f"a: {{b: {scalar(text)}}}\n".encode(), file="x.yaml", code="X").expect_clean()
    assert file.value == {"a": {"b": text}}


@pytest.mark.parametrize(
    ("text", "written"),
    [("标题 1", "标题 1"), ("Google Shape;60;p14", '"Google Shape;60;p14"'), ("yes", '"yes"'), ("a: b", '"a: b"'), ("", '""')],
)
def test_quotes_only_where_they_must_be(text: str, written: str) -> None:
    assert scalar(text) == written


def test_frames_in_inches() -> None:
    assert frame_text(Rect.inches(-0.0001, 1.5, 12, 0.3334)) == "[0, 1.5, 12, 0.333]"


def test_comments_in_both_languages() -> None:
    assert list(comment(Phrase("底色", "grounds"), 2)) == ["  # 底色", "  # grounds"]
    assert list(comment(Phrase("a\nb", "a\nb"))) == ["# a b"]
