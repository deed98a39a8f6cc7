from __future__ import annotations

import pytest

from engine.base.diagnostics import Location
from engine.load.invisible import invisible_character
from engine.load.prose import Prose

HERE = Location("a.md", 3, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("上\u200b半年", "holds an invisible character, U+200B"),
        ("上半年\u202e", "holds U+202E, which turns the direction of text"),
    ],
)
def test_an_invisible_character_is_named(text: str, message: str) -> None:
    found = invisible_character(Prose(text, HERE))
    assert found is not None
    assert (found.code, found.message.en, found.where) == ("YAML015", message, HERE)


def test_ordinary_text_is_fine() -> None:
    assert invisible_character(Prose("上半年\u00a0GMV\u3000", HERE)) is None
