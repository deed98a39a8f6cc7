from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_heading(tmp_path: Path) -> None:
    content = """
    - heading: 标题
    """
    assert shown_blocks(tmp_path, content) == [
        "Heading(text='标题')",
    ]


def test_heading_of_a_lower_level(tmp_path: Path) -> None:
    content = """
    - heading: {text: 小, level: 2}
    """
    assert shown_blocks(tmp_path, content) == [
        "Heading(text='小', level=2)",
    ]
