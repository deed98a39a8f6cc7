from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_two_levels(tmp_path: Path) -> None:
    content = """
    - bullets: [甲, {text: 乙, items: [丙]}]
    """
    assert shown_blocks(tmp_path, content) == [
        "Bullets(items=[BulletItem(text='甲'), BulletItem(text='乙', children=['丙'])])",
    ]


def test_numbered(tmp_path: Path) -> None:
    content = """
    - bullets: {ordered: true, items: [甲]}
    """
    assert shown_blocks(tmp_path, content) == [
        "Bullets(items=[BulletItem(text='甲')], ordered=True)",
    ]


def test_numbers_may_go_on(tmp_path: Path) -> None:
    content = """
    - bullets: {ordered: true, first: 3, items: [丙]}
    """
    assert shown_blocks(tmp_path, content) == [
        "Bullets(items=[BulletItem(text='丙')], ordered=True, first=3)",
    ]
