from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_steps(tmp_path: Path) -> None:
    content = """
    - steps: [{title: 甲, body: 说明, label: 第 1 步}, {title: 乙, bullets: [丙]}]
    """
    assert shown_blocks(tmp_path, content) == [
        "Steps(items=[Step(title='甲', body='说明', label='第 1 步'), Step(title='乙', bullets=['丙'])])",
    ]
