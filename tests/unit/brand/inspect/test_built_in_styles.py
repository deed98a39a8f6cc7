from __future__ import annotations

import pytest

from engine.brand.inspect.built_in_styles import built_in, shown_in_chinese


@pytest.mark.parametrize(
    ("stored", "own", "shown"),
    [
        ("heading 1", ("heading 1", "name"), "标题 1"),
        ("Heading 1", ("heading 1", "name"), "标题 1"),
        ("标题 1", ("heading 1", "shown"), "标题 1"),
        ("标题1", ("heading 1", "shown"), "标题 1"),
        ("Caption", ("caption", "name"), "题注"),
        ("正文", ("Normal", "shown"), "正文"),
        ("公司标题", ("", ""), "公司标题"),
    ],
)
def test_words_own_styles_by_stored_or_shown_name(stored: str, own: tuple[str, str], shown: str) -> None:
    assert built_in(stored) == own
    assert shown_in_chinese(stored) == shown
